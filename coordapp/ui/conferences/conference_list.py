"""The conferences at the left of the page: a line to search in, and the list."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.words.labels import CONFERENCE_STATE
from coordapp.ui.kit import shortcuts
from coordapp.ui.look import theme
from coordapp.ui.tables.delegates import fields_of
from coordapp.ui.tables.model import Index
from coordapp.ui.widgets.card import Card, button
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.search_box import SearchBox

_CODE = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_SIDE, _TOP, _GAP = 10, 8, 2
_TALLEST = 1000


class ConferenceList(QWidget):
    """Tells which conference was chosen and what was searched."""

    chosen = Signal(str)
    searched = Signal(str)
    following_requested = Signal()
    title_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(170)
        self._search = SearchBox("Tìm hội nghị", self)
        self.lines = _List(self)
        self.lines.setAccessibleName("Danh sách hội nghị")
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._search.lead_to(self.lines)
        self.lines.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for words, keys, asked in (
            ("Sửa tên hội nghị", "F2", self.title_requested),
            ("Xóa hội nghị", "Delete", self.delete_requested),
        ):
            shortcuts.action_here(self.lines, words, keys, asked.emit)
        self.lines.setItemDelegate(_Lines(self.lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self.lines, 1)
        self.following = button(
            "Từ hội nghị trước…", "plain", "copy", tip="Tạo hội nghị mới từ một hội nghị trước"
        )
        column.addWidget(self.following)
        self._search.searched.connect(self.searched)
        self.following.clicked.connect(self.following_requested)
        self.lines.currentItemChanged.connect(self._choose)

    def show_conferences(self, shown: list[Conference], current: str) -> None:
        """Show these conferences; lines that stay are only rewritten, so nothing jumps."""
        self.following.setEnabled(bool(shown))
        self.lines.blockSignals(True)
        while self.lines.count() > len(shown):
            self.lines.takeItem(self.lines.count() - 1)
        while self.lines.count() < len(shown):
            self.lines.addItem(QListWidgetItem())
        for row, item in enumerate(shown):
            line = self.lines.item(row)
            day = dates.short(item.held_on) or "Chưa có ngày"
            line.setText(item.title)
            line.setData(_LINE, f"{day} · {CONFERENCE_STATE[item.state]}")
            line.setData(_CODE, item.code)
            line.setToolTip(item.code)
            if item.code == current:
                self.lines.setCurrentItem(line)
        self.lines.blockSignals(False)
        self.lines.scheduleDelayedItemsLayout()

    def clear_search(self) -> None:
        """Empty the line to search in without telling."""
        self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(False)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, line: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if line is not None:
            self.chosen.emit(str(line.data(_CODE)))


class _List(QListWidget):
    """Lays its lines out anew for another width, since titles wrap."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()


class _Lines(QStyledItemDelegate):
    """Paints the whole title, and under it the day and the state."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown = fields_of(option)
        width = self._list.viewport().width()
        title = self._title_box(shown.font, str(index.data()), QRect(0, 0, width, _TALLEST))
        below = QFontMetrics(_small(shown.font)).lineSpacing()
        return QSize(width, title.height() + below + 2 * _TOP + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = fields_of(QStyleOptionViewItem(option))
        self.initStyleOption(shown, index)
        shown.text = ""
        style = self._list.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, self._list)
        tokens = theme.current()
        title = self._title_box(shown.font, str(index.data()), shown.rect)
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(title, _WRAPPED, str(index.data()))
        painter.setFont(_small(shown.font))
        painter.setPen(QColor(tokens.secondary))
        box = QRect(title.left(), title.bottom() + _GAP, shown.rect.width() - 2 * _SIDE, _TALLEST)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, str(index.data(_LINE)))
        painter.restore()

    def _title_box(self, font: QFont, title: str, around: QRect) -> QRect:
        room = around.adjusted(_SIDE, _TOP, -_SIDE, 0)
        room.setHeight(_TALLEST)
        return QFontMetrics(font).boundingRect(room, _WRAPPED, title)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(theme.base_px() - 1)
    return small


class NoConference(Card):
    """Stands where the editors would be; its button adds a conference, or ends the search."""

    requested = Signal()

    def __init__(self, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._add_text = add_text
        self._state = EmptyState("", "")
        self._state.requested.connect(self.requested)
        self.body.addWidget(self._state)

    def say(self, searched: str) -> None:
        """Say that nothing was found, or, where nothing was searched, that there is nothing."""
        if searched:
            self._state.say(
                "Không thấy hội nghị nào",
                f"Không có hội nghị nào khớp “{searched}”.",
                "Bỏ tìm",
            )
        else:
            self._state.say(
                "Chưa có hội nghị",
                "Thêm hội nghị để ghi thành phần, phát biểu, kết luận và in biên bản.",
                self._add_text,
            )
