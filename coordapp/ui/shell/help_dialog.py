"""The dialog "Phím tắt": every key of the program, by where it works, with a line to search in."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.committee import short_forms
from coordapp.domain.kernel.matching import finds
from coordapp.ui.kit.shortcuts import Shortcut
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.search_box import SearchBox

_KEYS_WIDTH = 150


class ShortcutsDialog(Dialog):
    """Shows what it is given; stays open beside the work."""

    def __init__(self, shortcuts: Sequence[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phím tắt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 600)
        self._shortcuts = shortcuts
        self.search = SearchBox("Tìm phím tắt", self)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Các phím tắt")
        close = button("Đóng", "plain")
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self._area, 1)
        column.addLayout(row)
        self.search.searched.connect(self._show)
        self._show("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> list[Shortcut]:
        """Give the keys that match what is searched for: a key by itself, else by its words."""
        typed = self.search.text().strip().casefold()
        of_key = [one for one in self._shortcuts if typed in map(str.casefold, one.keys)]
        if of_key:
            return of_key
        sought = short_forms.sought(self.search.text())
        return [
            shortcut
            for shortcut in self._shortcuts
            if finds(sought, f"{' '.join(shortcut.keys)} {shortcut.words} {shortcut.group}")
        ]

    @Slot(str)
    def _show(self, _searched: str) -> None:
        body = QWidget()
        body.setProperty("role", "plain")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        every = self.shown()
        for name, lines in groupby(every, key=lambda shortcut: shortcut.group):
            column.addWidget(_group(name, list(lines)))
        if not every:
            column.addWidget(label("Không có phím tắt nào khớp. Hãy thử ít chữ hơn.", "secondary"))
        column.addStretch(1)
        self._area.setWidget(body)


def _group(name: str, shortcuts: Sequence[Shortcut]) -> Card:
    card = Card(name)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, shortcut in enumerate(shortcuts):
        keys = label(" hoặc ".join(shortcut.keys), "keys")
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(shortcut.words), row, 1)
    card.body.addLayout(grid)
    return card
