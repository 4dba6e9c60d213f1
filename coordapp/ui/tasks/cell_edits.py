"""What is typed in the cells of the register: saved one by one, or refused above the list."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.run import Runner
from coordapp.ui.tasks.columns import Edits
from coordapp.ui.widgets.message_bar import MessageBar

V = TypeVar("V")


class CellEdits(QObject):
    """Runs the action of a column; a refusal stays in sight until another cell is taken."""

    def __init__(self, context: Context, message: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._message = message
        self.run = Runner(self)
        self.run.refused.connect(self._say_refused)
        store, today = context.store, context.today
        self.edits = Edits(
            lead=self._cell(partial(task_actions.set_lead_unit, store)),
            due=self._cell(partial(_set_due, store)),
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

    @Slot(str)
    def _say_refused(self, text: str) -> None:
        self._message.say(text, "error")


def _set_due(store: Store, task_id: TaskId, typed: date | Deadline | None) -> None:
    if isinstance(typed, Deadline):
        task_actions.keep_deadline_words(store, task_id, typed)
    else:
        task_actions.set_due(store, task_id, typed)
