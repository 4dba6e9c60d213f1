"""What is typed in the cells of the register: saved one by one, or refused above the list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.deadline_move import needs_ground
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import Ground
from coordapp.services.tasks import task_actions
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
        self._later: tuple[TaskRow, date | None] | None = None
        self._turn = Debounce(self)
        self._turn.rested.connect(self._ask_why_later)
        self.run = Runner(self)
        self.run.refused.connect(self._say_refused)
        store, today = context.store, context.today
        self._save_due = self._cell(partial(task_actions.set_due, store))
        self.edits = Edits(
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

    def _move_due(self, row: TaskRow, due: date | None) -> bool:
        """Save a deadline; a later one is asked about once the cell is closed."""
        task = row.task
        if task.is_closed or not needs_ground(task, replace(task, due=due)):
            return self._save_due(row, due)
        # not now: the editor would lose the keys to the dialog while it hands over its value
        self._later = (row, due)
        self._turn.wait()
        return True

    @Slot()
    def _ask_why_later(self) -> None:
        if self._later is None:
            return
        (row, due), self._later = self._later, None
        told = MoveDialog.ask(self._page, [row.task], self._context.today, due=due)
        if told is None:
            self._context.messages.say(f"Hạn của {row.task.code} giữ như cũ")
            return
        store = self._context.store
        if self.run(
            lambda: task_actions.set_due(store, row.id, due, move=told.move, files=told.files)
        ):
            extended = told.move is not None and told.move.ground is Ground.EXTENSION
            what = "gia hạn" if extended else "sửa hạn"
            new = f"đến {dates.short(due)}" if due else "thành không có thời hạn"
            self._context.messages.offer_undo(f"Đã {what} {row.task.code} {new}")

    @Slot(str)
    def _say_refused(self, text: str) -> None:
        self._message.say(text, "error")
