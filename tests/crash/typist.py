"""Open the window and type into the screen of a conference without resting: to be killed.

Tells each part when its last key was pressed; never saves or leaves a field by itself.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.shell.window import Window

BETWEEN_KEYS = 60  # milliseconds: quicker than anybody types, slower than no rest at all
SUBSTITUTE = "Nguoi du thay thu nhat"
GIST = "De nghi cac don vi nam chac tu tuong cua tan binh va gia dinh truoc ngay nhap ngu"
CONCLUSION = "Giao cac don vi ra soat chi tieu, bao cao truoc ngay 15 hang thang"


class Typist(QObject):
    """Presses one key at each beat, where the focus is."""

    def __init__(self, part: str, parent: QObject) -> None:
        super().__init__(parent)
        self._part = part
        self._keys = self._script(part)
        self._timer = QTimer(self, interval=BETWEEN_KEYS)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    def _script(self, part: str) -> Iterator[str | Qt.Key]:
        if part == "substitute":
            yield from ("3", "3", "6", *SUBSTITUTE)
        elif part == "gist":
            yield from (Qt.Key.Key_F7, Qt.Key.Key_Tab, Qt.Key.Key_Tab, *GIST)
        else:
            yield from (Qt.Key.Key_F8, *CONCLUSION)

    @Slot()
    def _press(self) -> None:
        key = next(self._keys, None)
        if key is None:
            self._timer.stop()
            print(self._part, flush=True)
        elif isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget(), key)
        else:
            QTest.keyClick(QApplication.focusWidget(), key)


def main(path: Path, part: str) -> int:
    app = QApplication([])
    store = Store.open(path)
    window = Window(app, store, SAMPLE_DAY, Settings(path.with_suffix(".json")))
    window.restore()
    window.follow(OpenConference(code="HN-2018-01"))
    window.show()
    window.activateWindow()
    window.page("conferences").go_live()
    Typist(part, window)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
