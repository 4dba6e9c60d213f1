"""Start the program on a file and leave as soon as it stands there, painted and filled."""

import sys

from coordapp import session
from coordapp.app import main

# in the order of the program itself: Qt looks into every module that is loaded after it
from PySide6.QtCore import QTimer  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip


def leave() -> None:
    app = QApplication.instance()
    if app is None or not app.topLevelWidgets():  # type: ignore[attr-defined]
        QTimer.singleShot(0, leave)
        return
    app.quit()


if __name__ == "__main__":
    session.application()
    QTimer.singleShot(0, leave)
    raise SystemExit(main([sys.argv[1]]))
