"""What the register does with many rows at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.ids import TaskId
from coordapp.domain.import_header import Field
from coordapp.domain.queries import TaskRow
from coordapp.domain.task import Task
from coordapp.services import many
from coordapp.services.many import ManyChange, ManyField
from coordapp.store import units
from coordapp.ui import shortcuts
from coordapp.ui.context import Context
from coordapp.ui.importing.gestures import Importing
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.change_dialog import ChangeDialog

# columns on screen that can be pasted into, and those that can be filled down
_PASTED = {
    "code": Field.CODE,
    "title": Field.WORK,
    "lead": Field.LEAD,
    "with": Field.COORDINATING,
    "due": Field.DUE,
    "state": Field.STATE,
    "percent": Field.PERCENT,
}
_FILLED = {
    "lead": ManyField.LEAD,
    "due": ManyField.DUE,
    "state": ManyField.STATE,
    "percent": ManyField.PERCENT,
}


class ManyGestures(QObject):
    """The entries of the register's menu that take all selected rows."""

    said = Signal(str)
    undo_offered = Signal(str)
    made = Signal(str)

    def __init__(self, context: Context, page: QWidget, table: TableView[TaskRow]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._table = table
        self._importing = Importing(context, page)
        self._importing.undo_offered.connect(self.undo_offered)
        self.actions = [
            shortcuts.action_here(table, text, keys, slot)
            for text, keys, slot in (
                ("Sửa hàng loạt…", "Ctrl+H", self.change),
                ("Điền xuống", "Ctrl+D", self.fill_down),
                ("Nhân bản", "Ctrl+J", self.duplicate),
                ("Dán từ Excel…", "Ctrl+V", self.paste),
            )
        ]

    @Slot()
    def change(self) -> None:
        """Change the same things of all selected tasks."""
        context = self._context
        rows = self._rows()
        if not rows:
            self.said.emit("Chưa chọn nhiệm vụ nào (nhiệm vụ mẹ sửa ở từng nhiệm vụ con).")
            return
        known = units.all_units(context.store.reader)
        chosen = [row.task for row in rows]
        changes = ChangeDialog.ask(self._page, chosen, known, context.today, context.calendar())
        if changes:
            self.apply([row.id for row in rows], changes)

    def apply(self, task_ids: Sequence[TaskId], changes: Sequence[ManyChange]) -> None:
        """Change the tasks and offer the way back."""
        context, done = self._context, list[int]()
        if context.run(
            lambda: done.append(many.change(context.store, task_ids, changes, context.today))
        ):
            self.undo_offered.emit(f"Đã sửa {done[0]} nhiệm vụ")

    @Slot()
    def fill_down(self) -> None:
        """Give the selected rows what the topmost one holds in the current column."""
        rows = self._rows()
        column = self._table.current_column()
        field = _FILLED.get(column.key)
        if field is None or column.edit is None:
            self.said.emit(
                "Cột này không điền xuống được. Hãy chọn ô ở cột Chủ trì, Hạn, Trạng thái."
            )
        elif len(rows) < 2:
            self.said.emit("Hãy chọn từ hai nhiệm vụ: giá trị của dòng trên cùng sẽ điền xuống.")
        else:
            value: Any = column.edit(rows[0])
            self.apply([row.id for row in rows[1:]], [ManyChange(field=field, value=value)])

    @Slot()
    def duplicate(self) -> None:
        """Copy the selected tasks."""
        context, made = self._context, list[Task]()
        chosen = self._table.selected_ids()
        if chosen and context.run(
            lambda: made.extend(many.duplicate(context.store, chosen, context.today))
        ):
            self.made.emit(made[0].code)
            if len(made) > 1:
                self.undo_offered.emit(f"Đã nhân bản {len(made)} nhiệm vụ")

    @Slot()
    def paste(self) -> None:
        """Show what rows copied from a table would bring."""
        self._importing.paste([_PASTED.get(key) for key in self._table.shown_keys()])

    def _rows(self) -> list[TaskRow]:
        """Give the selected rows from the top, without parents: their children are the work."""
        return [row for row in self._table.selected_records() if not row.children]
