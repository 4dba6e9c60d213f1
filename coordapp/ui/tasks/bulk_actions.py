"""What the register does with many rows at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.tasks.deadline_move import needs_ground
from coordapp.domain.tasks.queries import TaskRow
from coordapp.services.tasks import bulk_actions
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.store.queries import unit_queries
from coordapp.ui.importing.import_actions import ImportActions
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.records.move_dialog import MoveDialog, MoveDraft
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.change_dialog import ChangeDialog
from coordapp.ui.tasks.naming import named

# columns on screen that can be pasted into, and those that can be filled down
_PASTED = {
    "code": ImportColumn.CODE,
    "title": ImportColumn.WORK,
    "lead": ImportColumn.LEAD,
    "with": ImportColumn.COORDINATING,
    "due": ImportColumn.DUE,
    "state": ImportColumn.STATE,
    "percent": ImportColumn.PERCENT,
}
_NAMED = 3  # parents in what is said
_FILLED = {
    "lead": BulkField.LEAD,
    "due": BulkField.DUE,
    "state": BulkField.STATE,
    "percent": BulkField.PERCENT,
}


class BulkActions(QObject):
    """The entries of the register's menu that take all selected rows."""

    made = Signal(object)  # the numbers of the copies, or of the tasks that were pasted

    def __init__(self, context: Context, page: QWidget, table: TableView[TaskRow]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._table = table
        self._importing = ImportActions(context, page)
        self._importing.brought.connect(self.made)
        self.on_rows = [
            shortcuts.action_here(table, text, keys, slot)
            for text, keys, slot in (
                ("Sửa hàng loạt…", "Ctrl+H", self.change),
                ("Điền xuống", "Ctrl+D", self.fill_down),
                ("Nhân bản", "Ctrl+J", self.duplicate),
            )
        ]
        paste = shortcuts.action_here(table, "Dán từ Excel, Word…", "Ctrl+V", self.paste)
        self.actions = [*self.on_rows, paste]

    @Slot()
    def change(self) -> None:
        """Change the same things of all selected tasks."""
        context = self._context
        selected = self._table.targets()
        rows = [row for row in selected if not row.children]
        if not rows:
            self._context.messages.say(
                "Chưa chọn nhiệm vụ nào (nhiệm vụ chung sửa ở nhiệm vụ của từng đơn vị)."
            )
            return
        known = unit_queries.receiving(context.store.connection, context.today)
        chosen = [row.task for row in rows]
        changes = ChangeDialog.ask(self._page, chosen, known, context.today, context.calendar())
        if changes:
            self.apply(selected, changes)

    def apply(
        self, rows: Sequence[TaskRow], changes: Sequence[BulkChange], *, filled: str = ""
    ) -> None:
        """Change the tasks and offer the way back; a parent is left to its children, and named."""
        context, ids = self._context, [row.id for row in rows]
        told = self._ask_why_later(rows, changes)
        if told is None:
            return
        changed = context.run(
            lambda: bulk_actions.change(
                context.store, ids, changes, context.today, move=told.move, files=told.files
            )
        )
        if changed is None:
            return
        parents = [row.task.code for row in rows if row.children]
        left = f"; không sửa nhiệm vụ chung {', '.join(parents[:_NAMED])}" if parents else ""
        more = "…" if len(parents) > _NAMED else ""
        whom = named(rows) if len(rows) == 1 else f"{changed.value} nhiệm vụ"
        message = f"Đã điền {filled} cho {whom}" if filled else f"Đã sửa {whom}"
        if changed.value:
            self._context.messages.offer_undo(f"{message}{left}{more}")
        else:
            self._context.messages.say(f"Các nhiệm vụ đã như vậy sẵn{left}{more}")

    def _ask_why_later(
        self, rows: Sequence[TaskRow], changes: Sequence[BulkChange]
    ) -> MoveDraft | None:
        """Ask once for all tasks whose deadline would move later; None when she turned away."""
        dues = [change.value for change in changes if change.field is BulkField.DUE]
        due = dues[0] if dues and isinstance(dues[0], date) else None
        later = [
            row.task
            for row in rows
            if dues
            and not row.children
            and not row.task.is_closed
            and needs_ground(row.task, replace(row.task, due=due))
        ]
        if not later:
            return MoveDraft(move=None)
        return MoveDialog.ask(self._page, later, self._context.today, due=due)

    @Slot()
    def fill_down(self) -> None:
        """Give the selected rows what the topmost one holds in the current column."""
        rows = self._table.targets()
        column = self._table.current_column()
        field = _FILLED.get(column.key)
        if field is None or column.edit is None:
            self._context.messages.say(
                "Cột này không điền xuống được. Hãy chọn ô ở cột Chủ trì, Hạn, Trạng thái."
            )
        elif len(rows) < 2:
            self._context.messages.say(
                "Hãy chọn từ hai nhiệm vụ: giá trị của dòng trên cùng sẽ điền xuống."
            )
        elif rows[0].children:
            self._context.messages.say(
                f"Dòng trên cùng ({rows[0].task.code}) là nhiệm vụ chung nên không có giá trị để điền. "
                "Hãy chọn từ nhiệm vụ của một đơn vị."
            )
        else:
            value: Any = column.edit(rows[0])
            change = BulkChange(field=field, value=value)
            self.apply(rows[1:], [change], filled=column.title)

    @Slot()
    def duplicate(self) -> None:
        """Copy the selected tasks."""
        context, chosen = self._context, self._table.targets()
        ids = [row.id for row in chosen]
        if chosen and (
            outcome := context.run(
                lambda: bulk_actions.duplicate(context.store, ids, context.today)
            )
        ):
            context.bus.deliver()
            self.made.emit({copy.id for copy in outcome.value})
            if len(outcome.value) == 1:
                copy = outcome.value[0].code
                context.messages.offer_undo(f"Đã nhân bản {named(chosen)} thành {copy}")
            else:
                context.messages.offer_undo(f"Đã nhân bản {named(chosen)}")

    @Slot()
    def paste(self) -> None:
        """Show what rows copied from a table would bring."""
        shown = [_PASTED.get(key) for key in self._table.shown_keys()]
        if not self._importing.paste(shown):
            self._context.messages.say(
                "Chưa có gì để dán. Hãy sao chép (Ctrl+C) các ô trong Excel trước."
            )
