"""Thousands of dialogs opened and closed leave no memory behind."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.ui.history.trash_dialog import PurgeDialog
from coordapp.ui.keeping.copies_dialog import CopiesDialog
from coordapp.ui.keeping.handover_dialog import HandoverDialog

ROUNDS = 2_000
MOST = 30  # Unit: MB


def resident() -> float:
    """Give what this process holds now, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_dialogs_opened_and_closed_leave_no_memory_behind(window):
    def open_and_close() -> None:
        shown: tuple[QWidget, ...] = (
            PurgeDialog(window, lambda _age: [], SAMPLE_DAY),
            CopiesDialog(window.context, window.care, window),
            HandoverDialog(window.context, window),
        )
        for dialog in shown:
            dialog.show()
            dialog.close()
            dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    for _ in range(50):
        open_and_close()
    gc.collect()
    before = resident()
    for _ in range(ROUNDS):
        open_and_close()
    gc.collect()

    assert resident() - before < MOST
