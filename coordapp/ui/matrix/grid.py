"""The grid of conclusions and units: headers that stay in sight, keys that choose roles."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.deadline_labels import understood
from coordapp.ui.look import theme
from coordapp.ui.matrix.draft import MatrixDraft, Place
from coordapp.ui.tables.delegates import fields_of
from coordapp.ui.tables.two_lines import two_lines

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LETTER = {Role.LEAD: "C", Role.COORDINATE: "P"}
ROLE_WORDS = {Role.LEAD: "chủ trì", Role.COORDINATE: "phối hợp", None: "chưa giao"}
_STATE = QStyle.StateFlag
_FIRST_WIDTH = 264  # of the conclusions
_UNIT_WIDTH, _UNIT_WIDEST = 68, 112
_UNIT_NARROWEST = 33  # under a name that is turned
_ROW = 40
_HEAD, _HEAD_TURNED = 48, 122
_PILL, _PILL_HEIGHT = 30, 22
_INSET = (4, 2, -4, -3)  # of a level name
_KEYS = {
    Qt.Key.Key_C: Role.LEAD,
    Qt.Key.Key_P: Role.COORDINATE,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}
_CYCLE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MatrixModel(QAbstractTableModel):
    """Shows a draft; the letters say who leads and who coordinates."""

    def __init__(self, draft: MatrixDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft = draft

    def place(self, index: Index) -> Place:
        """Give the conclusion and the unit of a cell."""
        draft = self.draft
        return Place(
            draft.rows[index.row()].matter.id,
            draft.units[index.column()].id,
        )

    def tell(self, row: int) -> None:
        """Have a row painted again."""
        last = self.index(row, self.columnCount() - 1)
        self.dataChanged.emit(self.index(row, 0), last)
        # the number of units that lead stands in the header
        self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.draft.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.draft.units)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            unit = self.draft.units[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return unit.short_name
            return unit.name if role == Qt.ItemDataRole.ToolTipRole else None
        matter = self.draft.rows[section].matter
        text = one_line(matter.text) or "Chưa có nội dung"
        if matter.no_task_reason:
            text = f"(không phát sinh) {text}"
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{matter.number}. {text}"
        return matter.text if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self.place(index)
        if role == Qt.ItemDataRole.DisplayRole:
            wanted = self.draft.role(place)
            proposal = self.draft.proposal(place)
            if wanted is None:
                return "" if proposal is None else f"{_LETTER[proposal.role]}?"
            return _LETTER[wanted]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(index)
        return None

    def _said(self, index: Index) -> str:
        place = self.place(index)
        number = self.draft.row(place).matter.number
        unit = self.draft.units[index.column()].name
        said = ROLE_WORDS[self.draft.role(place)]
        proposal = self.draft.proposal(place)
        if proposal is not None:
            due = understood(proposal.deadline)
            return (
                f"{self.draft.noun} {number} – {unit}: {said}; đề xuất {ROLE_WORDS[proposal.role]}"
                f"{f', hạn {due}' if due else ''}"
            )
        if self.draft.given(place) is None:
            before = ""
        elif self.draft.is_changed(place):
            before = f" (đang {ROLE_WORDS[self.draft.given(place)]})"
        else:
            before = " (đã giao)"
        return f"{self.draft.noun} {number} – {unit}: {said}{before}"


class CellPainter(QStyledItemDelegate):
    """Paints a letter in a pill: filled when it is new, outlined when it is in the file."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = fields_of(option)
        model = index.model()
        if not isinstance(model, MatrixModel):
            return
        tokens = theme.current()
        place = model.place(index)
        is_current = bool(shown.state & _STATE.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.fillRect(shown.rect, QColor(tokens.accent_ground))
        gone = model.draft.role(place) is None and model.draft.is_changed(place)
        role = model.draft.given(place) if gone else model.draft.role(place)
        proposal = model.draft.proposal(place)
        if proposal is not None:
            _paint_proposal(painter, QRectF(shown.rect), f"{_LETTER[proposal.role]}?")
        if role is not None:
            is_new = model.draft.is_changed(place) and not gone
            _paint_letter(painter, QRectF(shown.rect), _LETTER[role], is_new=is_new, is_gone=gone)
        if is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(QRectF(shown.rect).adjusted(1, 1, -2, -2))
        painter.restore()


def _paint_proposal(painter: QPainter, box: QRectF, text: str) -> None:
    """Paint a letter with a question mark in a broken line: seen without colour, and on paper."""
    tokens = theme.current()
    height = theme.scaled(_PILL_HEIGHT)
    pill = QRectF(0, 0, min(theme.scaled(_PILL), box.width() - 6), height)
    pill.moveCenter(box.center())
    painter.setPen(QPen(QColor(tokens.accent), 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    font = QFont(painter.font())
    font.setItalic(True)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _paint_letter(
    painter: QPainter, box: QRectF, letter: str, *, is_new: bool, is_gone: bool
) -> None:
    tokens = theme.current()
    width = min(theme.scaled(_PILL), box.width() - 6)
    height = theme.scaled(_PILL_HEIGHT)
    pill = QRectF(0, 0, width, height)
    pill.moveCenter(box.center())
    leads = letter == _LETTER[Role.LEAD]
    colours = tokens.on_time if leads else tokens.quiet
    if is_gone:
        colours = tokens.overdue
    fill, ink = QColor(colours.bg), QColor(colours.fg)
    if is_new:
        fill = QColor(tokens.accent if leads else tokens.secondary)
        ink = QColor(tokens.on_accent if leads else tokens.surface)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    font = QFont(painter.font())
    font.setBold(True)
    font.setStrikeOut(is_gone)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, letter)


class WrappedHeader(QHeaderView):
    """A header that writes its words in two lines, cut with an ellipsis where they do not fit.

    The names of many units are turned, to be read from the bottom up.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.is_turned = False
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def turn(self, turned: bool) -> None:
        """Turn the names of the units, or write them level."""
        self.is_turned = turned
        self.setFixedHeight(theme.scaled(_HEAD_TURNED if turned else _HEAD))

    def sectionSizeFromContents(self, section: int) -> QSize:
        if self.orientation() == Qt.Orientation.Horizontal:
            head = _HEAD_TURNED if self.is_turned else _HEAD
            return QSize(theme.scaled(_UNIT_WIDTH), theme.scaled(head))
        return QSize(theme.scaled(_FIRST_WIDTH), theme.scaled(_ROW))

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        tokens = theme.current()
        is_row = self.orientation() == Qt.Orientation.Vertical
        is_current = section == self._current()
        painter.save()
        painter.fillRect(rect, QColor(tokens.accent_ground if is_current else tokens.header))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        font = QFont(self.font())
        font.setPixelSize(theme.base_px() - 1)
        font.setWeight(QFont.Weight.Normal if is_row else QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if is_row or is_current else tokens.secondary))
        box = QRect(rect)
        if self.is_turned:
            # hinted for level lines, the letters of a turned one would run into each other
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            painter.setFont(font)
            painter.translate(rect.left(), rect.bottom() + 1)
            painter.rotate(-90)
            box = QRect(0, 0, rect.height(), rect.width())
        aside = is_row or self.is_turned
        box.adjust(*((10, 2, -8, -3) if is_row else (6, 1, -4, -1) if self.is_turned else _INSET))
        side = Qt.AlignmentFlag.AlignLeft if aside else Qt.AlignmentFlag.AlignHCenter
        flags = int(side | Qt.AlignmentFlag.AlignVCenter)
        text = str(self.model().headerData(section, self.orientation()) or "")
        painter.drawText(box, flags, two_lines(text, QFontMetrics(font), box.width()))
        painter.restore()

    def _current(self) -> int:
        view = self.parent()
        if not isinstance(view, QTableView):
            return -1
        index = view.currentIndex()
        return index.row() if self.orientation() == Qt.Orientation.Vertical else index.column()


class MatrixGrid(QTableView):
    """Emits what was asked of the current cell; it changes nothing itself."""

    cycled = Signal()
    role_chosen = Signal(object)  # Role or None
    proposal_taken = Signal(bool)  # True: all of them
    lead_all_requested = Signal()
    group_cycled = Signal(int)  # the place of a group of units, from 0 on
    moved = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = WrappedHeader(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(self._names)
        self.setVerticalHeader(WrappedHeader(Qt.Orientation.Vertical, self))
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName("Ma trận phân công")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        # letters are commands here: a Vietnamese keyboard has nothing to compose
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header, size in ((across, _UNIT_NARROWEST), (down, _ROW)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(theme.scaled(size))
            header.setDefaultSectionSize(theme.scaled(size))
        self._names.turn(False)
        down.setFixedWidth(theme.scaled(_FIRST_WIDTH))
        self.selectionModel().currentChanged.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # few units share the room there is; many are all in sight with their names turned
        room = self.viewport().width() // max(self.model().columnCount(), 1)
        self._names.turn(room < theme.scaled(_UNIT_WIDTH))
        narrow, wide = theme.scaled(_UNIT_NARROWEST), theme.scaled(_UNIT_WIDEST)
        self._names.setDefaultSectionSize(min(max(room, narrow), wide))

    def _tell(self) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _CYCLE:
            self.cycled.emit()
        elif key in _KEYS:
            self.role_chosen.emit(_KEYS[key])
        elif key == Qt.Key.Key_D:
            self.proposal_taken.emit(bool(modifiers))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.group_cycled.emit(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_A:
            self.lead_all_requested.emit()
        elif event.text().strip():
            # Qt would look for a cell that starts with the letter
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.cycled.emit()
