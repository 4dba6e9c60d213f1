"""Garbage: widgets are destroyed in the thread of the window, whatever a job allocates."""

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QDialog

from coordapp.ui.kit.garbage import Garbage
from coordapp.ui.kit.jobs import Jobs


class Heard:
    """A dialog that was closed and still holds itself, as one with a slot of its own does."""

    def __init__(self, told: list[threading.Thread]) -> None:
        dialog = QDialog()
        dialog.itself = dialog
        weakref.finalize(dialog, lambda: told.append(threading.current_thread()))


@pytest.fixture
def jobs(qapp):
    made = Jobs(qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def garbage(qapp):
    gc.enable()
    made = Garbage(qapp, pause=10)
    yield made
    made.give_back()
    gc.disable()
    made.deleteLater()


def test_a_closed_dialog_is_destroyed_in_the_thread_of_the_window(qtbot, jobs, garbage):
    told: list[threading.Thread] = []
    kept: list[list[int]] = []
    Heard(told)

    with qtbot.waitSignal(jobs.start(lambda _: kept.extend([] for _ in range(300_000))).finished):
        pass
    qtbot.waitUntil(lambda: bool(told))

    assert told == [threading.main_thread()]


def test_garbage_is_collected_when_enough_has_gathered(qtbot, garbage):
    told: list[threading.Thread] = []
    Heard(told)

    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(told))

    assert len(kept) > gc.get_threshold()[0]


def test_python_collects_again_when_there_is_no_window_any_more(garbage):
    during = gc.isenabled()
    garbage.give_back()

    assert (during, gc.isenabled()) == (False, True)
