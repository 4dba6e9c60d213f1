"""A fault of the program is told once, with what to do; the program goes on."""

import sqlite3
import sys
from types import TracebackType

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.ui.kit.run import Runner
from coordapp.ui.shell.crash import CrashReporter

Caught = tuple[type[BaseException], BaseException, TracebackType | None]


def caught(error: BaseException) -> Caught:
    try:
        raise error
    except BaseException as raised:  # noqa: BLE001 - whatever it is
        return type(raised), raised, sys.exc_info()[2]


@pytest.fixture
def window(qtbot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def reporter(window) -> CrashReporter:
    return CrashReporter(window, Runner(window))


def test_a_fault_is_told_with_what_to_do_and_can_be_copied(reporter, caplog):
    reporter.hook(*caught(KeyError("<b>ô</b>")))

    box = reporter.box
    assert box.isVisible()
    assert "ngoài dự kiến" in box.text()
    assert "còn nguyên" not in box.informativeText()  # nobody has looked
    assert "Kiểm tra sổ" in box.informativeText()
    assert "Uncaught exception" in caplog.text
    (copy,) = [one for one in box.buttons() if one.text() == "Sao chép chi tiết"]
    copy.click()
    assert "KeyError: '<b>ô</b>'" in QGuiApplication.clipboard().text()


def test_the_same_fault_is_told_once_and_another_one_again(reporter, caplog):
    again = caught(KeyError("một"))
    told = []
    for fault in (again, again, caught(OSError("hai"))):
        reporter.hook(*fault)
        told.append(reporter.box)

    assert told[0] is told[1]
    assert caplog.text.count("Uncaught exception") == 3


def test_an_error_with_a_sentence_is_told_by_its_sentence(qtbot, window, caplog):
    run = Runner(window)
    reporter = CrashReporter(window, run)

    with qtbot.waitSignal(run.refused) as said:
        reporter.hook(*caught(RuleViolation("committee_missing")))

    assert said.args[0].endswith(".")
    assert reporter.box is None
    assert "committee_missing" in caplog.text


def test_above_a_dialog_the_box_can_be_answered(qtbot, window, reporter, caplog):
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)

    reporter.hook(*caught(KeyError()))

    assert reporter.box.parent() is dialog
    first_lines = [message.splitlines()[0] for message in caplog.messages]
    assert first_lines == ["Uncaught exception"]


def test_who_stops_the_program_by_the_keyboard_is_not_told_of_a_fault(reporter, monkeypatch):
    passed = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *given: passed.append(given))

    reporter.hook(*caught(KeyboardInterrupt()))

    assert reporter.box is None
    assert len(passed) == 1


def test_damage_met_while_reading_is_told_once_in_words_and_not_as_whole(
    qtbot, window, tmp_path, caplog
):
    run = Runner(window)
    reporter = CrashReporter(window, run, tmp_path / "so.db")
    said = []
    run.refused.connect(said.append)
    broken = sqlite3.OperationalError("Could not decode to UTF-8 column 'title' with text 'x'")

    reporter.hook(*caught(broken))
    reporter.hook(*caught(broken))

    assert len(said) == 1
    assert "bị hỏng" in said[0]
    first_lines = [message.splitlines()[0] for message in caplog.messages]
    assert first_lines == ["Uncaught exception", "file_damaged", "Uncaught exception"]
    assert reporter.box is None
