"""How cells are painted and typed in; no key is taken from an editor, so Vietnamese typing works."""

from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.percent import read_percent
from coordapp.ui.look import theme
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.grouped import GroupHead
from coordapp.ui.tables.model import (
    DIM_ROLE,
    DOTS_ROLE,
    GROUP_ROLE,
    QUIET_ROLE,
    TONE_ROLE,
    Column,
    Index,
)
from coordapp.ui.tables.two_lines import fits, two_lines
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.choosing.search_choice import SearchChoice

R = TypeVar("R")
REFUSED = "wrong"
_STATE = QStyle.StateFlag
_MARGIN = 10
_BAR = 3
_PILL_HEIGHT = 22
_PILL_SIDE = 9
_GAP = 4
_DOT, _DOT_STEP = 8, 13
_WIDEST = 320  # of a list to choose from, in pixels
_MANY = 20  # choices, from which on they are searched
_DIMMED = 0.6  # of a row that the filter let go


def fields_of(option: QStyleOptionViewItem) -> Any:
    """Give an option with its fields, which the stubs leave out."""
    return option


class HeadedView(QTableView):
    """A table that knows where its rows begin, for what is painted over several cells."""

    def left_of_rows(self) -> int:
        """Give the left end of a row, in pixels of the viewport; negative when scrolled."""
        return -self.horizontalHeader().offset()


class CellDelegate(QStyledItemDelegate, Generic[R]):
    """Paints text, or a pill where the column has a tone; types plain text."""

    refused = Signal(object)

    def __init__(self, column: Column[R], parent: QTableView) -> None:
        super().__init__(parent)
        self.column = column
        self.hovered_row = -1

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme.current()
        shown = fields_of(option)
        selected = bool(shown.state & _STATE.State_Selected)
        painter.save()
        head = index.data(GROUP_ROLE)
        if head is not None:
            self._paint_head(painter, option, head)
            painter.restore()
            return
        if selected:
            painter.fillRect(shown.rect, QColor(tokens.accent_ground))
        elif index.row() == self.hovered_row:
            painter.fillRect(shown.rect, QColor(tokens.hover))
        if selected:
            self._mark_chosen(painter, option, index)
        painter.setOpacity(_DIMMED if index.data(DIM_ROLE) else 1.0)
        self.paint_content(painter, option, index)
        painter.setOpacity(1.0)
        if shown.state & _STATE.State_HasFocus and self.column.apply is not None:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(QRectF(shown.rect).adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _mark_chosen(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a bar where a chosen row begins, and lines around the one that has the keys."""
        shown, view = fields_of(option), self.parent()
        if not isinstance(view, HeadedView):
            return
        accent, box = QColor(theme.current().accent), shown.rect
        if box.left() <= view.left_of_rows():
            painter.fillRect(box.left(), box.top(), _BAR, box.height(), accent)
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(box.left(), box.top(), box.width(), 1, accent)
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, accent)

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, head: GroupHead) -> None:
        """Paint this cell's part of the words that head a group and run over the whole row."""
        shown = fields_of(option)
        tokens = theme.current()
        painter.fillRect(shown.rect, QColor(tokens.header))
        painter.setClipRect(shown.rect)
        view = self.parent()
        left = view.left_of_rows() if isinstance(view, HeadedView) else shown.rect.left()
        box = QRectF(left + _MARGIN, shown.rect.top(), 4000, shown.rect.height())
        words = f"{'▸' if head.folded else '▾'}  {head.title}"
        bold = QFont(shown.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        beside = QFontMetrics(bold).horizontalAdvance(words) + 2 * _MARGIN
        painter.setFont(shown.font)
        painter.setPen(QColor(tokens.secondary))
        painter.drawText(box.adjusted(beside, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, head.note)

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the text or the pill on the ground of the cell."""
        shown = fields_of(option)
        text = str(index.data() or "").replace("\n", " ")
        tone = index.data(TONE_ROLE)
        box = QRectF(shown.rect).adjusted(_MARGIN, 0, -_GAP, 0)
        if isinstance(tone, Tone) and text:
            _paint_pill(painter, box, text, tone, shown.font)
            return
        tokens = theme.current()
        quiet = bool(index.data(QUIET_ROLE)) and not shown.state & _STATE.State_Selected
        painter.setPen(QColor(tokens.secondary if quiet else tokens.text))
        painter.setFont(shown.font)
        metrics, room = QFontMetrics(shown.font), int(box.width())
        words = (
            two_lines(text, metrics, room)
            if self.column.lines > 1
            else metrics.elidedText(text, shown.textElideMode, room)
        )
        painter.drawText(box, self.column.align | Qt.AlignmentFlag.AlignVCenter, words)

    def is_cut(self, index: Index, width: int, font: QFont) -> bool:
        """Tell whether the text of a cell does not fit its width."""
        room = width - _MARGIN - _GAP
        if isinstance(index.data(TONE_ROLE), Tone):
            room -= 2 * _PILL_SIDE - _GAP
        elif self.column.lines > 1:
            return not fits(str(index.data() or ""), QFontMetrics(font), room)
        return QFontMetrics(font).horizontalAdvance(str(index.data() or "")) > room

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown = fields_of(option)
        width = QFontMetrics(shown.font).horizontalAdvance(str(index.data() or ""))
        return QSize(width + 2 * (_MARGIN + _PILL_SIDE), theme.scaled(34))

    # --- typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.column.title)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # a refresh while someone types must not replace what is typed, nor what is marked for it
        if isinstance(editor, QLineEdit) and not editor.isModified():
            text = self.typed(index.data(Qt.ItemDataRole.EditRole))
            if text != editor.text():
                editor.setText(text)
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, QLineEdit) or not editor.isModified():
            return
        try:
            value = self.read(nfc(editor.text()).strip())
        except CodedError as error:
            theme.mark(editor, REFUSED, True)
            self.refused.emit(error)
            return
        theme.mark(editor, REFUSED, not model.setData(index, value))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        shown = fields_of(option)
        editor.setGeometry(shown.rect.adjusted(2, 2, -2, -2))

    def typed(self, value: object) -> str:
        """Write a value as it is typed."""
        return "" if value is None else str(value)

    def read(self, typed: str) -> object:
        """Read what was typed; raises CodedError when it cannot be read."""
        return typed if self.column.parse is None else self.column.parse(typed)


class PillDelegate(CellDelegate[R]):
    """A cell whose words stand in a pill."""


class DotsDelegate(CellDelegate[R]):
    """A row of small marks, full or hollow; its text is what is copied and read aloud."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = fields_of(option)
        tokens = theme.current()
        size, step = theme.scaled(_DOT), theme.scaled(_DOT_STEP)
        box = QRectF(shown.rect)
        left, top = box.left() + _MARGIN, box.center().y() - size / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.secondary), 1.2))
        for number, is_full in enumerate(index.data(DOTS_ROLE) or ()):
            brush = QBrush(QColor(tokens.secondary)) if is_full else Qt.BrushStyle.NoBrush
            painter.setBrush(brush)
            painter.drawEllipse(QRectF(left + number * step, top, size, size))

    def is_cut(self, index: Index, width: int, font: QFont) -> bool:
        """Dots stand for the text, so it is never cut."""
        return False


class DateDelegate(CellDelegate[R]):
    """A date that may be missing, typed freely and read by the column's `parse`."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setPlaceholderText("dd/mm/yyyy")
            if self.column.means is not None:
                # reads deadlines, and the grammar of those takes a while to load
                from coordapp.ui.widgets.deadlines.deadline_echo import EchoBelow

                EchoBelow(editor, self.column.means, keeps=self.column.keeps_words)
        return editor

    def typed(self, value: object) -> str:
        return dates.short(value) if isinstance(value, date) else ""

    def read(self, typed: str) -> object:
        if self.column.parse is not None:
            return self.column.parse(typed)
        return dates.parse(typed, date.today())


class PercentDelegate(CellDelegate[R]):
    """A whole number from 0 to 100."""

    def typed(self, value: object) -> str:
        return "" if value is None else str(value)

    def read(self, typed: str) -> object:
        return read_percent(typed)


class ChoiceDelegate(CellDelegate[R]):
    """One of the column's choices; picking from the open list saves, as do Enter and Tab."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices = self.column.choices
        editor: _PickBox | _SearchBox
        if len(choices) < _MANY:
            editor = _PickBox(parent)
            editor.addItems([words for _, words in choices])
        else:
            editor = _SearchBox(parent)
            editor.offer(choices)
        editor.setAccessibleName(self.column.title)
        editor.picked.connect(self._commit)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        values = [value for value, _ in self.column.choices]
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(values.index(value) if value in values else -1)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox) and editor.currentIndex() >= 0:
            model.setData(index, self.column.choices[editor.currentIndex()][0])

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().updateEditorGeometry(editor, option, index)
        # what is chosen is read whole, also in a column as narrow as its shorter choices
        cell, around = editor.geometry(), editor.parentWidget()
        room = cell.right() if around is None else around.width()
        wide = min(editor.sizeHint().width(), theme.scaled(_WIDEST), room)
        if wide > cell.width():
            cell.setWidth(wide)
            cell.moveLeft(max(0, min(cell.left(), room - wide)))
            editor.setGeometry(cell)

    @Slot()
    def _commit(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class _PickBox(ChoiceBox):
    """Tells `picked` only from the open list: arrow keys pass by what is not wanted."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = False
        self.activated.connect(self._tell)

    def showPopup(self) -> None:
        self._open = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._open = False
        super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        if self._open:
            self._open = False
            self.picked.emit()


class _SearchBox(SearchChoice):
    """Where there are many to choose from, a few letters find one."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.activated.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.picked.emit()


def _paint_pill(painter: QPainter, box: QRectF, text: str, tone: Tone, font: QFont) -> None:
    colours = theme.pill(tone)
    small = QFont(font)
    small.setPixelSize(theme.base_px() - 1)
    small.setWeight(QFont.Weight.Medium)
    metrics = QFontMetrics(small)
    height = theme.scaled(_PILL_HEIGHT)
    width = min(metrics.horizontalAdvance(text) + 2 * _PILL_SIDE, box.width() + _PILL_SIDE)
    pill = QRectF(box.left() - 2, box.center().y() - height / 2 + 0.5, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.bg))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(QColor(colours.fg))
    painter.setFont(small)
    room = int(width - 2 * _PILL_SIDE) + 1
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, elided)
