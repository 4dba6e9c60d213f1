"""What the register does with many rows at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.importing.header import ImportColumn
from coordapp.domain.tasks.queries import TaskRow
from coordapp.services.tasks import bulk_actions
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.store.queries import unit_queries
from coordapp.ui.importing.import_actions import ImportActions
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.change_dialog import ChangeDialog

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

    made = Signal(str)

    def __init__(self, context: Context, page: QWidget, table: TableView[TaskRow]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._table = table
        self._importing = ImportActions(context, page)
        self.on_rows = [
            shortcuts.action_here(table, text, keys, slot)
            for text, keys, slot in (
                ("Sửa hàng loạt…", "Ctrl+H", self.change),
                ("Điền xuống", "Ctrl+D", self.fill_down),
                ("Nhân bản", "Ctrl+J", self.duplicate),
            )
        ]
        paste = shortcuts.action_here(table, "Dán từ Excel…", "Ctrl+V", self.paste)
        self.actions = [*self.on_rows, paste]

    @Slot()
    def change(self) -> None:
        """Change the same things of all selected tasks."""
        context = self._context
        selected = self._table.selected_records()
        rows = [row for row in selected if not row.children]
        if not rows:
            self._context.messages.say(
                "Chưa chọn nhiệm vụ nào (nhiệm vụ chung sửa ở nhiệm vụ của từng đơn vị)."
            )
            return
        known = unit_queries.all_units(context.store.connection)
        chosen = [row.task for row in rows]
        changes = ChangeDialog.ask(self._page, chosen, known, context.today, context.calendar())
        if changes:
            self.apply(selected, changes)

    def apply(self, rows: Sequence[TaskRow], changes: Sequence[BulkChange]) -> None:
        """Change the tasks and offer the way back; a parent is left to its children, and named."""
        context, ids = self._context, [row.id for row in rows]
        changed = context.run(
            lambda: bulk_actions.change(context.store, ids, changes, context.today)
        )
        if changed is None:
            return
        parents = [row.task.code for row in rows if row.children]
        left = f"; không sửa nhiệm vụ chung {', '.join(parents[:_NAMED])}" if parents else ""
        more = "…" if len(parents) > _NAMED else ""
        message = f"Đã sửa {changed.value} nhiệm vụ{left}{more}"
        if changed.value:
            self._context.messages.offer_undo(message)
        else:
            self._context.messages.say(f"Các nhiệm vụ đã như vậy sẵn{left}{more}")

    @Slot()
    def fill_down(self) -> None:
        """Give the selected rows what the topmost one holds in the current column."""
        rows = self._table.selected_records()
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
            self.apply(rows[1:], [BulkChange(field=field, value=value)])

    @Slot()
    def duplicate(self) -> None:
        """Copy the selected tasks."""
        context, chosen = self._context, self._table.selected_ids()
        if chosen and (
            outcome := context.run(
                lambda: bulk_actions.duplicate(context.store, chosen, context.today)
            )
        ):
            context.bus.deliver()
            self.made.emit(outcome.value[0].code)
            if len(outcome.value) > 1:
                self._context.messages.offer_undo(f"Đã nhân bản {len(outcome.value)} nhiệm vụ")

    @Slot()
    def paste(self) -> None:
        """Show what rows copied from a table would bring."""
        shown = [_PASTED.get(key) for key in self._table.shown_keys()]
        if not self._importing.paste(shown):
            self._context.messages.say(
                "Chưa có gì để dán. Hãy sao chép (Ctrl+C) các ô trong Excel trước."
            )
