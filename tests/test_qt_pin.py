"""Why Qt is pinned below 6.12: that release gives away references it does not own."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

TIMES = 20_000

# from 3.12 on None and True are immortal, and their counts say nothing
counted = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal")


class Sender(QObject):
    sent = Signal(bool)


@counted
def test_repainting_a_widget_costs_no_reference_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)

    for _ in range(TIMES):
        widget.update()

    assert sys.getrefcount(None) > before - TIMES // 10


@counted
def test_emitting_a_signal_costs_no_reference_to_true(qtbot):
    sender = Sender()
    before = sys.getrefcount(True)

    for _ in range(TIMES):
        sender.sent.emit(True)

    assert sys.getrefcount(True) > before - TIMES // 10
