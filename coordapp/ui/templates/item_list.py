"""The tasks of one template, typed in place and put in order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskTemplateItemId
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem, read_offset
from coordapp.domain.words.labels import URGENCY, offset_words
from coordapp.services.tasks import template_actions
from coordapp.store.file.tables import TASK_TEMPLATE_ITEMS
from coordapp.store.queries import template_queries, unit_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.ordering import Mover
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.fields import FieldRow, LineField, TextField

_ADD = "Thêm việc"
_WHEN_TIP = "Gõ số ngày làm việc tính từ ngày mốc: -5 là trước 5 ngày, 3 là sau 3 ngày"


class ItemsEditor(Card):
    """Every cell is saved by itself; the template's note stands above, the item's text below."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._template: TaskTemplate | None = None
        self._leads: list[tuple[Any, str]] = []
        self.saver = CellSaver(context.run, self._save, self)
        self.model: RecordModel[TaskTemplateItem] = RecordModel(
            self._columns(), lambda item: item.id, self
        )
        self.table: TypedTable[TaskTemplateItem] = TypedTable(
            self.model, self.saver, "Các việc trong mẫu"
        )
        self.mover = Mover(context, self.table, self._put_in_order)
        self._build()
        self._connect()

    def _columns(self) -> tuple[Column[Any], ...]:
        saver = self.saver
        when = saver.column("offset", "Hạn so với ngày mốc", width=190, tip=_WHEN_TIP)
        lead = saver.choice("lead_unit_id", "Chủ trì", self._leads, width=120)
        return (
            replace(when, text=self._when),
            saver.column("title", "Nhiệm vụ", stretch=True),
            saver.column("product", "Sản phẩm", width=150),
            replace(lead, text=lambda item: dict(self._leads).get(item.lead_unit_id, "")),
            saver.choice("urgency", "Độ khẩn", tuple(URGENCY.items()), width=110),
        )

    def _build(self) -> None:
        empty = EmptyState("Mẫu chưa có việc nào", "Thêm từng việc với số ngày làm việc.", _ADD)
        empty.requested.connect(self.start_new)
        self.table.set_empty_state(empty)
        self.title = label("", "card-title")
        self.use = button("Thêm nhiệm vụ từ mẫu…", "plain", "list-check")
        self.add = button(_ADD, "plain", "plus")
        self.remove = button("Xóa", "plain", "trash")
        self.note = LineField()
        self.content = TextField(rows=3)
        self.content.setMaximumHeight(110)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for part in (self.mover, self.add, self.remove, self.use):
            head.addWidget(part)
        self.wrong = label("", "error")
        self.wrong.hide()
        self.body.addLayout(head)
        self.body.addWidget(FieldRow("Ghi chú của mẫu", self.note))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.wrong)
        self.body.addWidget(FieldRow("Nội dung của việc đang chọn", self.content))
        shortcuts.action_here(self.table, "Xóa việc", "Delete", self.delete)

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.remove.clicked.connect(self.delete)
        self.table.selected.connect(self._show_content)
        self.table.refused.connect(self._context.run.show)
        self.saver.changed.connect(self._show_reasons)
        self.note.edited.connect(self._save_note)
        self.content.edited.connect(self._save_content)

    # --- showing

    def show_template(self, template: TaskTemplate | None) -> None:
        """Show the items of a template; nothing without one."""
        self._template = template
        self.setEnabled(template is not None)
        self.title.setText("" if template is None else template.name)
        self.note.set_value("" if template is None else template.note)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the items again; the current one and what is being typed stay."""
        reader = self._context.store.connection
        # the column keeps this very list, so it is filled and not replaced
        leads = ((unit.id, unit.short_name) for unit in unit_queries.all_units(reader))
        self._leads[:] = [(None, ""), *leads]
        shown = [] if self._template is None else template_queries.items(reader, self._template.id)
        self.model.show(shown)
        if shown and self.table.current_id() is None:
            self.table.select_id(shown[0].id)
        self.remove.setEnabled(bool(shown))
        self.use.setEnabled(bool(shown))
        self.mover.refresh()
        self._show_content()
        self._show_reasons()

    @Slot()
    def _show_content(self) -> None:
        item = self.table.current_record()
        self.content.setEnabled(item is not None)
        self.content.set_value("" if item is None else item.content)

    @Slot()
    def _show_reasons(self) -> None:
        reasons = self.saver.reasons([item.id for item in self.model.records()])
        self.wrong.setText(reasons)
        self.wrong.setVisible(bool(reasons))

    def _when(self, item: TaskTemplateItem) -> str:
        refused = self.saver.reason(item.id, "offset")
        return self.saver.shown(item, "offset") if refused else offset_words(item.offset)

    # --- doing

    @Slot()
    def start_new(self) -> None:
        """Add an item at the end and start typing it."""
        store, template = self._context.store, self._template
        if template is None:
            return
        held = template_queries.items(store.connection, template.id)
        blank = TaskTemplateItem(
            id=TaskTemplateItemId(0),
            task_template_id=template.id,
            position=0,
            title="Việc mới",
            offset=held[-1].offset if held else 0,
        )
        if added := self._context.run(lambda: template_actions.add_item(store, blank)):
            self._context.bus.deliver()
            self.table.edit_cell(added.value.id, "title")

    @Slot()
    def delete(self) -> None:
        """Take the current item out, and offer the way back."""
        item, store = self.table.current_record(), self._context.store
        if item is not None and self._context.run(
            lambda: template_actions.delete_item(store, item.id)
        ):
            self._context.messages.offer_undo("Đã xóa việc khỏi mẫu")

    def _put_in_order(self, order: Sequence[TaskTemplateItemId]) -> None:
        template_actions.put_items_in_order(self._context.store, order)

    @Slot(str)
    def _save_note(self, typed: str) -> None:
        template, store = self._template, self._context.store
        if template is not None:
            self._context.run(lambda: template_actions.edit(store, replace(template, note=typed)))

    @Slot(str)
    def _save_content(self, typed: str) -> None:
        item = self.table.current_record()
        if item is not None:
            self._context.run(lambda: self._save(item.id, "content", typed))

    def _save(self, item_id: TaskTemplateItemId, name: str, value: Any) -> None:
        # the rows shown may be one edit behind
        item = TASK_TEMPLATE_ITEMS.find(self._context.store.connection, item_id)
        if item is None:
            raise RuleViolation("record_gone", kind=Kind.TASK_TEMPLATE_ITEM)
        if name == "offset":
            value = read_offset(value)
        template_actions.edit_item(self._context.store, replace(item, **{name: value}))
