"""Walking the window with keys alone, as a person at a keyboard does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coordapp.ui.shell.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Key, modifier: Modifier = Modifier.NoModifier, times: int = 1) -> None:
    """Press a key where the focus is, as a keyboard does."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)


def ctrl(key: Key) -> None:
    press(key, Modifier.ControlModifier)


def alt(key: Key) -> None:
    press(key, Modifier.AltModifier)


def typed(text: str) -> None:
    QTest.keyClicks(focused(), text)


def tab_to(wanted: Callable[[QWidget], bool], most: int = 60) -> None:
    """Walk on by Tab until the focus is where it is wanted."""
    for _ in range(most):
        if wanted(focused()):
            return
        press(Key.Key_Tab)
    pytest.fail(f"Tab never came there, it is at {focused()}")


def in_dialog(kind: type, script: Callable[[], None]) -> list[bool]:
    """Let a script of keys run in the dialog that the next key opens."""
    done: list[bool] = []

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            # the key has not opened it yet
            QTimer.singleShot(20, run)
            return
        try:
            assert isinstance(dialog, kind), dialog
            # a screen without a window manager gives no window the keys by itself
            dialog.activateWindow()
            for _ in range(100):
                if dialog.isAncestorOf(QApplication.focusWidget()):
                    break
                QTest.qWait(20)
            script()
            done.append(not dialog.isVisible())
        finally:
            # a script that fails must not leave the dialog waiting for ever
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(20, run)
    return done


def take_back_keys(window: Window) -> None:
    """Have the window take the keys again after a dialog, as a window manager would."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 2000)
