"""The line above a page: its title, the search of everything, and what the page is for."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.store import Reader
from coordapp.ui.kit.page import Page
from coordapp.ui.shell.finding.global_search import GlobalSearch
from coordapp.ui.widgets.card import button, label

_NARROWEST, _WIDEST = 140, 280  # of the search; in pixels


class PageHeader(QWidget):
    """Shows the buttons that the page has a use for."""

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label("", "title", self)
        self.search = GlobalSearch(reader, self)
        self.search.setMinimumWidth(_NARROWEST)
        self.search.setMaximumWidth(_WIDEST)
        self.excel = button("Xuất Excel", "plain", "file-spreadsheet", self)
        self.primary = button("", "primary", "plus", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.excel)
        row.addWidget(self.primary)

    def show_page(self, title: str, page: Page) -> None:
        """Say which page is shown."""
        self.title.setText(title)
        self.primary.setText(page.primary_text)
        self.primary.setVisible(bool(page.primary_text))
        self.excel.setVisible(page.exports_excel)
