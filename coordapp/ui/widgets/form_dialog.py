"""Small parts the dialogs of tasks share."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.calendar.typed_deadline import deadline_of, read_typed
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.documents.secrecy import stamp_in
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import MOVES, Task, WorkState
from coordapp.domain.words.labels import WORK_STATE, deadline_meant, secrecy_warning
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.deadlines.deadline_echo import DeadlineEcho
from coordapp.ui.widgets.reading_order import Dialog

LARGEST_NUMBER = 99999  # of a paper in its run


def choice(words: Mapping[Any, str], current: Enum) -> ChoiceBox:
    """Make a combo of an enumeration in the office's words."""
    box = ChoiceBox()
    for value, text in words.items():
        box.addItem(text, value.value)
    box.setCurrentIndex(box.findData(current.value))
    return box


def reachable(task: Task) -> dict[WorkState, str]:
    """Name the states a task may stay in or go to."""
    allowed = MOVES[task.work_state] | {task.work_state}
    return {state: words for state, words in WORK_STATE.items() if state in allowed}


class FormDialog(Dialog):
    """A form with its errors under the fields and a button that says what it does."""

    def __init__(
        self,
        title: str,
        verb: str,
        today: date,
        parent: QWidget | None,
        calendar: Calendar | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.today = today
        self._calendar = calendar
        self._errors: dict[QWidget, QLabel] = {}
        self._stamped: tuple[QLineEdit | QPlainTextEdit, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column.addLayout(self.form)
        self.buttons = QDialogButtonBox()
        self.save = self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("role", "primary")
        self.buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        # only a button that is in the dialog can be its default one
        self.save.setDefault(True)

    def add(self, title: str, field: QWidget) -> None:
        """Add a field with room for its error."""
        field.setAccessibleName(title)
        self.form.addRow(title, field)
        error = label("", "error")
        error.hide()
        self._errors[field] = error
        self.form.addRow("", error)
        self.form.setRowVisible(error, False)
        self._forget_when_typed(field)

    def _forget_when_typed(self, field: QWidget) -> None:
        def forget(*_given: object) -> None:
            self.say(field, "")

        for part in (field, *field.findChildren(QWidget)):
            if isinstance(part, QLineEdit):
                part.textEdited.connect(forget)
            elif isinstance(part, QPlainTextEdit):
                part.textChanged.connect(forget)
            elif isinstance(part, QComboBox):
                part.activated.connect(forget)

    def add_deadline(self, title: str, field: QLineEdit, *, keeps: bool = False) -> None:
        """Add a deadline and a line that says what is understood; `keeps` where words may stay."""
        self.add(title, field)
        self.echo(field, keeps=keeps)

    def echo(self, field: QLineEdit, *, keeps: bool = False) -> None:
        """Say below a field, while it is typed in, which day is understood."""
        rests = None
        if self._calendar is not None:
            rests = partial(deadline_meant, today=self.today, calendar=self._calendar)
        echo = DeadlineEcho(field, self.deadline_reader(), keeps=keeps, rests=rests)
        self.form.addRow("", echo)
        self._make_room(echo, spare=0)
        echo.said.connect(self._show_echo)

    @Slot()
    def _show_echo(self) -> None:
        echo = self.sender()
        if isinstance(echo, DeadlineEcho):
            self._make_room(echo, spare=0)

    def deadline_reader(self) -> Callable[[str], Deadline]:
        """Give what reads a typed deadline, whatever it gives; it must not hold the dialog."""
        return partial(read_typed, today=self.today, calendar=self._calendar)

    def deadline(self, typed: str) -> Deadline:
        """Read a day, or words that are kept without one. Raises RuleViolation."""
        return deadline_of(typed, self.today, self._calendar)

    def watch_stamps(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        """Warn below the form as soon as one of these texts carries a stamp of secrecy."""
        self._stamped = fields
        self.warning = label("", "secondary")
        self.warning.setProperty("tone", "due_soon")
        self.form.addRow("", self.warning)
        for field in fields:
            field.textChanged.connect(self._look_for_stamps)
        self._look_for_stamps()

    @Slot()
    def _look_for_stamps(self) -> None:
        typed = (
            field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            for field in self._stamped
        )
        self.warn(self.warning, secrecy_warning(stamp_in(*typed)))

    def say(self, field: QWidget, text: str) -> None:
        """Show or clear the error of a field."""
        self.warn(self._errors[field], text)
        # a screen reader stands on the field and reads nothing below it
        field.setAccessibleDescription(text)
        if text:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def warn(self, shown: QLabel, text: str) -> None:
        """Show or clear a line of the form, with room for all its words."""
        shown.setText(text)
        self._make_room(shown)

    def _make_room(self, shown: QLabel, spare: int = 10) -> None:
        # a form gives a line that wraps the height of its widest form
        shown.setMinimumWidth(400)
        shown.setMinimumHeight(shown.heightForWidth(390) + spare if shown.text() else 0)
        self.form.setRowVisible(shown, bool(shown.text()))

    def explain(self, text: str) -> None:
        """Say above the buttons what the dialog will do."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, label(text, "secondary"))

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved, field by field."""
        return []

    def day(self, typed: str) -> date | None:
        """Read a date as typed. Raises RuleViolation."""
        return dates.parse(typed, self.today, self._calendar)

    def day_mistake(self, typed: str, *, needed: bool = False) -> str:
        """Say why a date cannot be read; empty when it can."""
        try:
            day = self.day(typed)
        except RuleViolation as error:
            return sentence(error)
        return "Chưa có ngày. Hãy nhập ngày." if needed and day is None else ""

    @Slot()
    def accept(self) -> None:
        """Close only when nothing is wrong."""
        for field in self._errors:
            self.say(field, "")
        wrong = self.mistakes()
        for field, text in reversed(wrong):
            self.say(field, text)
        if not wrong:
            super().accept()
