"""Whatever is pressed, in whatever order: nothing fails, and undo brings the file back.

A walk is the same for the same seed.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from coordapp.domain.importing.clipboard import as_html, as_tabs
from coordapp.domain.kernel.changes import FINAL
from coordapp.store.queries import health
from coordapp.ui.shell import file_menu
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.shell.window import Window
from tests.contents import whole

pytestmark = pytest.mark.timeout(300)

_STEPS = 250
_PAUSE = 3  # milliseconds; some steps come before the views have heard of the last one
_KEY = Qt.Key
_KEYS = (
    *[_KEY.Key_Tab] * 5, _KEY.Key_Backtab, _KEY.Key_Down, _KEY.Key_Up, _KEY.Key_Left,
    _KEY.Key_Right, _KEY.Key_Return, _KEY.Key_Return, _KEY.Key_Escape, _KEY.Key_Space,
    _KEY.Key_F1, _KEY.Key_F2, _KEY.Key_F5, _KEY.Key_Delete, _KEY.Key_Home, _KEY.Key_End,
    _KEY.Key_PageDown, _KEY.Key_Backspace, _KEY.Key_Menu, _KEY.Key_C, _KEY.Key_P, _KEY.Key_V,
)  # fmt: skip
_WITH_CTRL = "ACVVXZYNFSKEPDJRGT12345678"
_SIZES = ((1366, 728), (1280, 720), (1024, 700), (911, 512), (1600, 900))
_CELLS = ("Rà soát", "HND", "30/6/2018", "1", "", "=1+1", "x", "Mặt trận\nTổ quốc", "31/02", "2018")
_TITLES = ("Họ và tên", "Chức vụ", "Nội dung", "Nhiệm vụ", "Tên đơn vị", "Kỳ", "TT", "Ngày", "Lạ")
_TYPED = (
    "Việc mới", "5/3", "+7", "t6", "31/02", "=1+1", "<b>x</b>", "", "100", "Sở Lạ", "-5",
    "trong quý II", '"; drop', "15 ngày làm việc", "NV-2018", "đ" * 300,
)  # fmt: skip
_LEFT_ALONE = {"Đóng"}  # ends the walk


class Walk:
    """One step after the other, also while a dialog waits for its answer."""

    def __init__(self, window: Window, seed: int, steps: int, done: Callable[[], None]) -> None:
        self.window = window
        self.random = random.Random(seed)
        self.left = steps
        self.done = done
        self.told: list[str] = []

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            self._end()
            return
        # before the step: a dialog opened by it runs a loop of its own
        QTimer.singleShot(_PAUSE, self.step)
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if isinstance(top, QMenu):
            self._choose(top)
            return
        kinds = (
            self._press, self._click, self._point, self._type, self._wander, self._copy,
            self._select, self._resize, self._travel,
        )  # fmt: skip
        self.random.choices(kinds, (35, 25, 15, 17, 8, 6, 6, 2, 3))[0](top)

    def _end(self) -> None:
        waiting = [
            widget for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog | QMenu) and widget.isVisible()
        ]  # fmt: skip
        for widget in waiting:
            widget.close()
        if waiting:
            QTimer.singleShot(_PAUSE, self._end)
        else:
            self.done()

    def _say(self, *words: object) -> None:
        self.told.append(" ".join(map(str, words)))

    def _choose(self, menu: QMenu) -> None:
        actions = _usable(menu.actions())
        menu.close()
        if actions:
            self._trigger(self.random.choice(actions))

    def _trigger(self, action: QAction) -> None:
        self._say("action", action.text())
        action.trigger()

    def _press(self, top: QWidget) -> None:
        at = QApplication.focusWidget() or top
        control = self.random.random() < 0.3
        key = _KEY(ord(self.random.choice(_WITH_CTRL))) if control else self.random.choice(_KEYS)
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        if self.random.random() < 0.1:
            held |= Qt.KeyboardModifier.ShiftModifier
        self._say("key", type(at).__name__, key.name, held.name)
        QTest.keyClick(at, key, held)

    def _click(self, top: QWidget) -> None:
        chosen = self._some(top, QAbstractButton)
        if chosen is None:
            return
        self._say("button", chosen.text() or chosen.toolTip())
        menu = chosen.menu() if isinstance(chosen, QToolButton) else None
        if menu is None:
            chosen.click()
        else:
            menu.popup(QPoint(5, 5))

    def _point(self, top: QWidget) -> None:
        view = self._some(top, QAbstractItemView)
        if view is None:
            return
        port = view.viewport()
        size = port.size()
        place = QPoint(
            self.random.randrange(max(1, size.width())),
            self.random.randrange(max(1, size.height())),
        )
        self._say("point", view.accessibleName() or type(view).__name__, place.toTuple())
        act = QTest.mouseDClick if self.random.random() < 0.3 else QTest.mouseClick
        act(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _type(self, top: QWidget) -> None:
        field = self._some(top, (QLineEdit, QPlainTextEdit, QComboBox))
        if field is None:
            return
        text = self.random.choice(_TYPED)
        self._say("type", field.accessibleName() or type(field).__name__, text)
        field.setFocus()
        for letter in text:
            at = QApplication.focusWidget() or field
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(at, key)

    def _wander(self, top: QWidget) -> None:
        if top is not self.window:
            if self.random.random() < 0.3:
                self._say("close", type(top).__name__)
                top.close()
            return
        if self.random.random() < 0.5:
            page = self.random.choice(PAGES).key
            self._say("go", page)
            self.window.go(page)
        else:
            self._trigger(self.random.choice(_usable(self.window.findChildren(QAction))))

    def _copy(self, _top: QWidget) -> None:
        """Put on the clipboard what Excel, Word, a picture or nobody at all puts there."""
        chance = self.random
        across, down = chance.randint(1, 7), chance.randint(1, 4)
        rows = [[chance.choice(_CELLS) for _ in range(across)] for _ in range(down)]
        if chance.random() < 0.5:
            rows.insert(0, [chance.choice(_TITLES) for _ in range(across)])
        data = QMimeData()
        kind = chance.choice(("tabs", "word", "page", "lines", "nothing"))
        if kind in ("tabs", "word"):
            data.setText(as_tabs(rows))
        if kind in ("word", "page"):
            data.setHtml(f"<html><body>{as_html(rows)}</body></html>")
        if kind == "lines":
            data.setText("\n".join(cell for row in rows for cell in row))
        self._say("copy", kind, rows)
        if kind == "nothing":
            QApplication.clipboard().clear()
        else:
            QApplication.clipboard().setMimeData(data)

    def _select(self, top: QWidget) -> None:
        """Select rows apart from the one with the focus, as Ctrl and a click do."""
        view = self._some(top, QAbstractItemView)
        if view is None or view.model() is None or not view.model().rowCount():
            return
        flag = QItemSelectionModel.SelectionFlag
        for _ in range(self.random.randint(1, 3)):
            row = self.random.randrange(view.model().rowCount())
            how = self.random.choice((flag.Select, flag.Toggle, flag.ClearAndSelect))
            self._say("select", view.accessibleName(), row, how.name)
            view.selectionModel().select(view.model().index(row, 0), how | flag.Rows)

    def _resize(self, _top: QWidget) -> None:
        size = self.random.choice(_SIZES)
        self._say("size", size)
        self.window.resize(*size)

    def _travel(self, top: QWidget) -> None:
        if top is self.window:
            key = self.random.choice((_KEY.Key_Left, _KEY.Key_Left, _KEY.Key_Right))
            self._say("travel", key.name)
            QTest.keyClick(QApplication.focusWidget() or top, key, Qt.KeyboardModifier.AltModifier)

    def _some(self, top: QWidget, kind):
        found = [one for one in top.findChildren(QWidget) if isinstance(one, kind)]
        usable = [one for one in found if one.isVisible() and one.isEnabled()]
        return self.random.choice(usable) if usable else None


def _usable(actions: list[QAction]) -> list[QAction]:
    return [
        action for action in actions
        if action.isEnabled() and action.text() and action.menu() is None
        and action.text().replace("&", "") not in _LEFT_ALONE
    ]  # fmt: skip


@pytest.fixture
def alone(monkeypatch, tmp_path) -> Callable[[random.Random], None]:
    """Answer what the system would ask, and open nothing outside the program."""

    def set_up(chance: random.Random) -> None:
        names = ["", *(str(tmp_path / name) for name in ("a.xlsx", "b.pdf", "không/c.xlsx"))]
        buttons = (QMessageBox.StandardButton.Ok, QMessageBox.StandardButton.Cancel)

        # only what is there can be chosen to be opened
        there = tmp_path / "sổ cũ.csv"
        there.write_text("Nhiệm vụ;Đơn vị chủ trì;Thời hạn\nRà soát;HND;30/6/2018\n", "utf-8-sig")

        def one(*_: object) -> tuple[str, str]:
            return chance.choice(names), ""

        def one_there(*_: object) -> tuple[str, str]:
            return chance.choice(["", str(there)]), ""

        def folder(*_: object) -> str:
            return chance.choice(["", str(tmp_path)])

        def many(*_: object) -> tuple[list[str], str]:
            return [chance.choice(names[1:])], ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", one)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", one_there)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", many)
        monkeypatch.setattr(QMessageBox, "exec", lambda _: chance.choice(buttons))
        monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
        monkeypatch.setattr(file_menu, "open_in_new_window", lambda _: None)

    return set_up


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_pressed_nothing_fails_and_undo_brings_the_file_back(
    qtbot, open_window, sample, alone, tmp_path: Path, monkeypatch, caplog, seed: int
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    window = open_window(sample, active=True)
    before = whole(sample)
    ended: list[bool] = []
    walk = Walk(window, seed, _STEPS, lambda: ended.append(True))
    alone(random.Random(seed))

    with qtbot.captureExceptions() as failed:
        QTimer.singleShot(0, walk.step)
        qtbot.waitUntil(lambda: bool(ended), timeout=200_000)
        # what was typed last is saved a moment later
        window.close()

    assert not failed, (failed, walk.told[-12:])
    # places that cannot be written are among those it chooses
    assert set(caplog.messages) <= {"folder_missing", "file_exists", "bad_extension"}
    assert not list(health.findings(sample.connection))
    if not any(op in FINAL for _, op in sample.undo_steps):
        while sample.undo_steps:
            sample.undo()
        assert whole(sample) == before
