"""What the register does with one task: each gesture asks, runs its action and says what was done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.deadline_move import needs_ground
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.sources import Sources
from coordapp.domain.tasks.task import Task
from coordapp.services.tasks import period_actions, task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.queries import assignment_queries, task_queries, unit_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.records.move_dialog import MoveDialog, MoveDraft
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.naming import named
from coordapp.ui.tasks.report_dialog import ReportDialog
from coordapp.ui.tasks.return_dialog import ReturnDialog
from coordapp.ui.tasks.task_dialog import TaskDialog


class TaskActions(QObject):
    """Acts on the current row of the register; `added` names a task that was made."""

    added = Signal(str)

    def __init__(self, context: Context, page: QWidget, table: TableView[TaskRow]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._table = table
        keys = (
            ("Sửa…", "", self.edit),
            ("Cập nhật tiến độ…", "Ctrl+U", self.report),
            ("Gia hạn…", "Ctrl+G", self.extend),
            ("Xác nhận hoàn thành", "Ctrl+Return", self.confirm),
            ("Trả lại…", "Ctrl+Backspace", self.return_task),
            ("Sao chép", "Ctrl+C", table.copy_selection),
            ("Xóa", "Delete", self.delete),
        )
        self.entries: list[QAction] = [shortcuts.action_here(table, *key) for key in keys]
        self.on_several = self.entries[-2:]

    def _units(self, *held: UnitId | None) -> list[Unit]:
        """Give the units that a task can be given to, and those that have it."""
        reader, today = self._context.store.connection, self._context.today
        return unit_queries.receiving(reader, today, {one for one in held if one is not None})

    def _sources_of(self, task_id: TaskId | None) -> Callable[[], Sources]:
        """Give what reads, when it is asked for, what the task may be tied to."""
        return partial(assignment_queries.sources, self._context.store.connection, task_id)

    @Slot()
    def ask_new(self) -> None:
        """Add a task."""
        empty = TaskDraft(task=Task(id=TaskId(0), code="", title=""))
        today, calendar = self._context.today, self._context.calendar()
        sources = self._sources_of(None)
        draft = TaskDialog.ask(
            self._page, empty, self._units(), today, calendar, sources, self._context.people
        )
        if draft is not None:
            self.add(draft)

    def add(self, draft: TaskDraft) -> None:
        """Save a new task and lead to it."""
        context = self._context
        if made := context.run(lambda: task_actions.add(context.store, draft, context.today)):
            context.bus.deliver()
            self.added.emit(made.value.code)

    @Slot()
    def edit(self) -> None:
        """Edit the current task in the dialog."""
        row, context = self._table.current_record(), self._context
        if row is None:
            return
        seen = row.task
        parts = task_queries.coordinations(context.store.connection, row.id)
        before = TaskDraft(task=seen, coordination=tuple((p.unit_id, p.part) for p in parts))
        today, calendar = context.today, context.calendar()
        sources = self._sources_of(seen.id)
        units = self._units(seen.lead_unit_id, *(part.unit_id for part in parts))
        ask = partial(
            TaskDialog.ask,
            units=units,
            today=today,
            calendar=calendar,
            sources=sources,
            people=context.people,
        )
        draft = ask(self._page, before)
        while draft is not None:
            typed, told = draft, self._why_later(seen, draft)
            if told is not None:
                move = told.move
                if context.run(
                    partial(task_actions.edit, context.store, typed, today, seen=seen, move=move)
                ):
                    context.messages.offer_undo(f"Đã sửa {seen.code}")
                return
            # who says no reason for a later deadline is led back to what she typed
            draft = ask(self._page, typed)

    def _why_later(self, seen: Task, draft: TaskDraft) -> MoveDraft | None:
        due, today = draft.task.due, self._context.today
        if not needs_ground(seen, draft.task):
            return MoveDraft(move=None)
        return MoveDialog.ask(self._page, [seen], today, due=due, takes_files=False)

    @Slot()
    def report(self) -> None:
        """Take down a progress report."""
        row, context = self._table.current_record(), self._context
        if row is None:
            return
        task = row.task
        parts = {
            part.unit_id for part in task_queries.coordinations(context.store.connection, task.id)
        }
        having = {task.lead_unit_id, *parts}
        involved = [unit for unit in self._units(*having) if unit.id in having]
        draft = ReportDialog.ask(self._page, task, involved, context.today, context.calendar())
        if draft is not None and context.run(
            lambda: task_actions.report_progress(context.store, task.id, draft)
        ):
            context.messages.offer_undo(f"Đã ghi tiến độ {task.code}")

    @Slot()
    def confirm(self) -> None:
        """Accept what the unit reported as finished."""
        context, row = self._context, self._table.current_record()
        if row is not None and context.run(
            lambda: task_actions.confirm(context.store, row.id, context.today)
        ):
            context.messages.offer_undo(f"Đã xác nhận {row.task.code}")

    @Slot()
    def open_periods(self) -> None:
        """Make the periods that a periodic task lacks."""
        context, row = self._context, self._table.current_record()
        if row is not None and context.run(
            lambda: period_actions.open_periods(context.store, row.id, context.today)
        ):
            context.messages.offer_undo(f"Đã lập kỳ của {row.task.code}")

    @Slot()
    def return_task(self) -> None:
        """Return the task to its unit, with the reason."""
        context, row = self._context, self._table.current_record()
        if row is None:
            return
        reason = ReturnDialog.ask(self._page, row.task, context.today)
        if reason is not None and context.run(
            lambda: task_actions.return_task(context.store, row.id, context.today, reason=reason)
        ):
            context.messages.offer_undo(f"Đã trả lại {row.task.code}")

    @Slot()
    def extend(self) -> None:
        """Extend the deadline."""
        row, context = self._table.current_record(), self._context
        if row is None:
            return
        task = row.task
        made = ExtendDialog.ask(self._page, task, context.today, context.calendar())
        if made is None:
            return
        if context.run(
            lambda: task_actions.extend(
                context.store,
                task.id,
                made.new_due,
                reason=made.reason,
                paper=made.paper,
                approved_on=made.approved_on,
            )
        ):
            day = dates.short(made.new_due)
            context.messages.offer_undo(f"Đã gia hạn {task.code} đến {day}")

    @Slot()
    def delete(self) -> None:
        """Delete the chosen tasks as one action, and offer the way back."""
        chosen, context = self._table.targets(), self._context
        ids = [row.id for row in chosen]
        if chosen and (deleted := context.run(lambda: task_actions.delete(context.store, ids))):
            children = deleted.value - len(chosen)
            also = f" và {children} nhiệm vụ của từng đơn vị" if children > 0 else ""
            context.messages.offer_undo(f"Đã xóa {named(chosen)}{also}")
