"""An error inside an override of Qt is told by the hook, and the program lives."""

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import coordapp.ui
from coordapp.ui.kit import guard

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
import coordapp.ui
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QWidget

FAULT = {fault!r}
told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
app = QApplication([])

class W(QWidget):
    __module__ = "coordapp.ui.test"
    def paintEvent(self, event): eval(FAULT)
    def resizeEvent(self, event): eval(FAULT)
    def showEvent(self, event): eval(FAULT)
    def keyPressEvent(self, event): eval(FAULT)
    def sizeHint(self): return eval(FAULT)
    def eventFilter(self, watched, event): return eval(FAULT)
    def event(self, event):
        if event.type() == QEvent.Type.User: eval(FAULT)
        return super().event(event)

class M(QAbstractListModel):
    __module__ = "coordapp.ui.test"
    def rowCount(self, parent=QModelIndex()): return 2
    def data(self, index, role=0): return eval(FAULT)

class D(QStyledItemDelegate):
    __module__ = "coordapp.ui.test"
    def paint(self, painter, option, index): eval(FAULT)
    def sizeHint(self, option, index): return eval(FAULT)

class E(QIconEngine):
    __module__ = "coordapp.ui.test"
    def paint(self, painter, rect, mode, state): eval(FAULT)
    def pixmap(self, size, mode, state): return eval(FAULT)

icon = QIcon(E())
w, v, other = W(), QListView(), QObject()
model, delegate = M(v), D(v)
v.setModel(model)
v.setItemDelegate(delegate)
other.installEventFilter(w)
# an error on the way back through Qt reaches Python either by the hook or by the call
for call in (
    w.show, lambda: w.resize(200, 200), w.grab, v.show, lambda: v.resize(200, 200), v.grab,
    lambda: QApplication.sendEvent(other, QEvent(QEvent.Type.User)),
    lambda: QApplication.sendEvent(w, QEvent(QEvent.Type.User)),
    lambda: w.keyPressEvent(None), w.adjustSize, lambda: icon.pixmap(16, 16), app.processEvents,
):
    try:
        call()
    except Exception as error:
        told.append(type(error).__name__)
print(len(told) > 6, sorted(set(told)))
"""


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("1/0", "ZeroDivisionError"),
        ("int('x')", "ValueError"),
        ("bytes([255]).decode()", "UnicodeDecodeError"),
        ("{}['x']", "KeyError"),
    ],
)
def test_an_error_in_an_override_is_told_and_the_program_lives(fault, kind):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(fault=fault)], cwd=ROOT,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert (done.returncode, done.stdout.strip()) == (0, f"True ['{kind}']"), done.stderr


def all_classes(base: type) -> set[type]:
    below = set(base.__subclasses__())
    return below.union(*(all_classes(cls) for cls in below))


def test_every_override_of_the_program_is_guarded():
    for module in pkgutil.walk_packages(coordapp.ui.__path__, "coordapp.ui."):
        importlib.import_module(module.name)

    bare = [
        f"{cls.__qualname__}.{name}"
        for cls in all_classes(guard.BASE)
        if cls.__module__.startswith("coordapp.")
        for name in guard.overrides(cls)
        if not getattr(vars(cls)[name], guard.MARK, False)
    ]

    # a newer Python completes every error itself
    assert bare == [] or sys.version_info >= guard.SOUND
