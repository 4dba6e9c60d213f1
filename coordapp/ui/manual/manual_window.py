"""The manual beside the work: contents and search at the left, one section at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coordapp.ui.manual import manual_pages
from coordapp.ui.manual.manual_text import Manual, ManualSection, shipped
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.search_box import SearchBox

_NAME = Qt.ItemDataRole.UserRole
_CONTENTS_WIDTH = 310


class ManualWindow(Dialog):
    """Shows one section at a time; stays open beside the work."""

    save_requested = Signal()

    def __init__(self, manual: Manual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn sử dụng")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 640)
        self._manual = manual
        self.search = SearchBox("Tìm trong hướng dẫn", self)
        self.contents = QListWidget()
        self.contents.setAccessibleName("Mục lục")
        self.contents.setFixedWidth(_CONTENTS_WIDTH)
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("Không có mục nào khớp. Hãy thử ít chữ hơn.", "secondary")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Nội dung mục")
        self.text.setOpenLinks(False)
        self._lay_out()
        self.search.searched.connect(self._list)
        self.contents.currentItemChanged.connect(self._show_current)
        self.text.anchorClicked.connect(self._follow)
        self._list("")

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.search)
        side.addWidget(self.nothing)
        side.addWidget(self.contents, 1)
        self.save = button("Lưu PDF để in…", "plain", "printer")
        self.save.setAutoDefault(False)
        # before there is a window nobody says where to
        self.save.hide()
        close = button("Đóng", "plain")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        self.save.clicked.connect(self.save_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(close)
        main = QVBoxLayout()
        main.addWidget(self.text, 1)
        main.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        row.addLayout(side)
        row.addLayout(main, 1)

    @property
    def current(self) -> str:
        """The name of the section shown."""
        item = self.contents.currentItem()
        return "" if item is None else str(item.data(_NAME))

    def open_section(self, name: str) -> None:
        """Show a section, whatever was searched for."""
        self.search.clear()
        self._list("")
        self._mark(name)

    def _mark(self, name: str) -> None:
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NAME) == name:
                self.contents.setCurrentRow(row)
                middle = QListWidget.ScrollHint.PositionAtCenter
                self.contents.scrollToItem(self.contents.item(row), middle)
                return

    @Slot(str)
    def _list(self, searched: str) -> None:
        words = searched.strip()
        found = self._manual.search(words) if words else self._manual.sections
        before = self.current
        self.contents.clear()
        for section in found:
            self.contents.addItem(_line(section, indented=not words))
        self.nothing.setVisible(not found)
        self._mark(before)
        if words and self.contents.currentRow() < 0:
            self.contents.setCurrentRow(0)

    @Slot()
    def _show_current(self) -> None:
        if self.current:
            manual_pages.fill(self.text.document(), self._manual, self.current)
            # a new text leaves the cursor at its end, and what is resized follows the cursor
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            first = self.search.text().strip()
            if first:
                self.text.find(first)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.hasFragment():
            self.open_section(url.fragment())


def open_over(over: QWidget, places: Iterable[str]) -> ManualWindow:
    """Show the manual of the program at a place, once over each window.

    A dialog that waits for an answer lets only its own windows be used.
    """
    shown = over.findChild(ManualWindow) or ManualWindow(shipped(), over)
    shown.open_section(shipped().at(places).name)
    shown.show()
    shown.activateWindow()
    return shown


def _line(section: ManualSection, *, indented: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{'    ' if indented and section.level > 1 else ''}{section.title}")
    item.setData(_NAME, section.name)
    item.setToolTip(section.title)
    if section.level == 1:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return item
