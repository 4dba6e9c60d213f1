"""The registers opened lately, in the menu of files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from coordapp.places import Places, RecentFile

TITLE = "Sổ mở gần đây"
_LETTERS = 60  # of a folder; the menu is as wide as its longest line


class RecentMenu(QObject):
    """Lists them anew each time it is opened; another window may have opened one meanwhile."""

    chosen = Signal(Path)

    def __init__(self, opened: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened.absolute()

    def fill(self, menu: QMenu) -> None:
        """Add the list to a menu."""
        self.menu = menu.addMenu(TITLE)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.read)

    @Slot()
    def read(self) -> None:
        """List what is remembered now; what is not where it was cannot be chosen."""
        self.menu.clear()
        files = Places().recent()
        for number, file in enumerate(files, start=1):
            self._add(number, file)
        if not files:
            self.menu.addAction("Chưa có sổ nào").setEnabled(False)
        self.menu.addSeparator()
        pin = self.menu.addAction("Ghim sổ đang mở")
        pin.setCheckable(True)
        pin.setChecked(any(one.is_pinned and one.path == self._opened for one in files))
        pin.toggled.connect(self._pin)
        if not all(file.is_there for file in files):
            self.menu.addAction("Bỏ các sổ không còn thấy", self._forget)

    def _add(self, number: int, file: RecentFile) -> None:
        there = file.is_there
        note = "" if there else " – không thấy"
        pinned = "★ " if file.is_pinned else ""
        words = f"{pinned}{file.path.name}  ({_short(file.path.parent)}){note}"
        # a name may hold the sign that marks the key of an entry
        written = words.replace("&", "&&")
        action = self.menu.addAction(f"&{number % 10} {written}" if number <= 10 else written)
        action.setEnabled(there and file.path != self._opened)
        action.setToolTip(str(file.path))
        action.triggered.connect(partial(self._choose, file.path))

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.chosen.emit(path)

    @Slot(bool)
    def _pin(self, is_pinned: bool) -> None:
        places = Places()
        places.note(self._opened)
        places.pin(self._opened, is_pinned=is_pinned)

    @Slot()
    def _forget(self) -> None:
        Places().forget_missing()


def _short(folder: Path) -> str:
    text = str(folder)
    return text if len(text) <= _LETTERS else f"…{text[-_LETTERS:]}"
