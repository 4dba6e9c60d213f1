"""Start the program on a file and leave as soon as it stands there, painted and filled."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coordapp.app import main


def leave() -> None:
    app = QApplication.instance()
    if app is None or not app.topLevelWidgets():  # type: ignore[attr-defined]
        QTimer.singleShot(0, leave)
        return
    app.quit()


if __name__ == "__main__":
    app = QApplication([])
    QTimer.singleShot(0, leave)
    raise SystemExit(main([sys.argv[1]]))
