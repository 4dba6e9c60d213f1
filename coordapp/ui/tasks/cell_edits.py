"""What is typed in the cells of the register: saved one by one, or refused above the list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.deadline_move import DeadlineMove, needs_ground
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import Ground
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.run import Runner
from coordapp.ui.records.move_dialog import MoveDialog
from coordapp.ui.tasks.columns import Edits
from coordapp.ui.widgets.message_bar import MessageBar

V = TypeVar("V")


class CellEdits(QObject):
    """Runs the action of a column; a refusal stays in sight until another cell is taken."""

    def __init__(self, context: Context, message: MessageBar, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._message = message
        self._later: tuple[TaskRow, date | Deadline | None] | None = None
        self._turn = Debounce(self)
        self._turn.rested.connect(self._ask_why_later)
        self.run = Runner(self)
        self.run.refused.connect(self._say_refused)
        store, today = context.store, context.today
        self._save_due = self._cell(partial(_set_due, store))
        self.edits = Edits(
            title=self._cell(partial(task_actions.rename, store)),
            lead=self._cell(partial(task_actions.set_lead_unit, store)),
            due=self._move_due,
            state=self._cell(
                lambda task_id, state: task_actions.set_work_state(store, task_id, state, today)
            ),
            percent=self._cell(partial(task_actions.set_percent, store)),
        )

    def _cell(self, action: Callable[[TaskId, V], None]) -> Callable[[TaskRow, V], bool]:
        def apply(row: TaskRow, value: V) -> bool:
            if self.run(lambda: action(row.id, value)) is None:
                return False
            self._message.hide()
            return True

        return apply

    def _move_due(self, row: TaskRow, typed: date | Deadline | None) -> bool:
        """Save a deadline; one that is later or gone is asked about once the cell is closed."""
        task = row.task
        if task.is_closed or not needs_ground(task, replace(task, due=_day(typed))):
            return self._save_due(row, typed)
        self._message.hide()
        # not now: the editor would lose the keys to the dialog while it hands over its value
        self._later = (row, typed)
        self._turn.wait()
        return True

    @Slot()
    def _ask_why_later(self) -> None:
        if self._later is None:
            return
        (row, typed), self._later = self._later, None
        due = _day(typed)
        told = MoveDialog.ask(self._page, [row.task], self._context.today, due=due)
        if told is None:
            self._context.messages.say(f"Hạn của {row.task.code} giữ như cũ")
            return
        store = self._context.store
        if self.run(lambda: _set_due(store, row.id, typed, move=told.move, files=told.files)):
            extended = told.move is not None and told.move.ground is Ground.EXTENSION
            what = "gia hạn" if extended else "sửa hạn"
            new = f"đến {dates.short(due)}" if due else "thành không có thời hạn"
            self._context.messages.offer_undo(f"Đã {what} {row.task.code} {new}")

    @Slot(str)
    def _say_refused(self, text: str) -> None:
        self._message.say(text, "error")


def _day(typed: date | Deadline | None) -> date | None:
    """Give the day that was typed; words give none."""
    return None if isinstance(typed, Deadline) else typed


def _set_due(
    store: Store,
    task_id: TaskId,
    typed: date | Deadline | None,
    *,
    move: DeadlineMove | None = None,
    files: tuple[Path, ...] = (),
) -> None:
    if isinstance(typed, Deadline):
        task_actions.keep_deadline_words(store, task_id, typed, move=move, files=files)
    else:
        task_actions.set_due(store, task_id, typed, move=move, files=files)
