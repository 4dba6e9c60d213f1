"""The page of templates: the list at the left, the tasks of one at the right."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.figures.listing import Listing
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskTemplateId
from coordapp.domain.tasks.template import TaskTemplate
from coordapp.services.tasks import template_actions
from coordapp.store.file.tables import TASK_TEMPLATE_ITEMS
from coordapp.store.queries import template_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTemplate, Route
from coordapp.ui.kit.page import Page
from coordapp.ui.papers.list_export import ListExport, shown
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.listing import parts_of, shown_columns
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.templates.item_list import ItemsEditor
from coordapp.ui.templates.template_actions import Templating
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.split import Split

_LIST = 270  # wide at first; in pixels


class TemplatesPage(Page):
    """Everything typed is saved as it is typed."""

    primary_text = "Mẫu mới"
    exports_excel = True
    prints_list = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.saver = CellSaver(context.run, self._save, self)
        self.model: RecordModel[TaskTemplate] = RecordModel(
            [self.saver.column("name", "Tên mẫu", stretch=True)], lambda one: one.id, self
        )
        self.table: TypedTable[TaskTemplate] = TypedTable(self.model, self.saver, "Các mẫu")
        self.items = ItemsEditor(context)
        self.does = Templating(context, self)
        self.paper = ListExport(context, self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self._empty = EmptyState(
            "Chưa có mẫu nhiệm vụ",
            "Lập mẫu cho những việc lặp lại, hoặc chọn nhiệm vụ trong sổ rồi lập mẫu từ đó.",
            self.primary_text,
        )
        self.table.set_empty_state(self._empty)
        self.remove = button("Xóa", "plain", "trash")
        head = QHBoxLayout()
        head.addWidget(label("Các mẫu", "card-title"), 1)
        head.addWidget(self.remove)
        left = Card()
        left.body.addLayout(head)
        left.body.addWidget(self.table, 1)
        split = Split((left, self.items), (_LIST, 4 * _LIST), wide=1, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper.strip)
        column.addWidget(split, 1)
        shortcuts.action_here(self.table, "Xóa mẫu", "Delete", self.delete)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self._empty.requested.connect(self.primary)
        self.remove.clicked.connect(self.delete)
        self.table.selected.connect(self._show_items)
        self.items.use.clicked.connect(self.use)

    # --- showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.TASK_TEMPLATE, Kind.TASK_TEMPLATE_ITEM, Kind.UNIT):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        shown = template_queries.all_templates(self._context.store.connection)
        self.model.show(shown)
        if shown and self.table.current_id() is None:
            self.table.select_id(shown[0].id)
        self.remove.setEnabled(bool(shown))
        self._show_items()

    @Slot()
    def _show_items(self) -> None:
        self.items.show_template(self.table.current_record())

    def follow(self, route: Route) -> None:
        """Select what was searched for."""
        match route:
            case OpenTemplate(kind=kind, record_id=record_id):
                self.show_record(kind, record_id)

    def show_record(self, kind: Kind, record_id: int) -> None:
        """Select a template, or an item within its template."""
        if kind is Kind.TASK_TEMPLATE:
            self.table.select_id(record_id)
            return
        item = TASK_TEMPLATE_ITEMS.find(self._context.store.connection, record_id)
        if item is not None and self.table.select_id(item.task_template_id):
            self.items.table.select_id(item.id)

    # --- on paper

    def export_excel(self) -> None:
        """Write the template in use, or all of them when the keys are in their list."""
        self.paper.ask_listing(self._listing())

    def print_list(self) -> None:
        """Show as it prints what Excel would be given."""
        self.paper.preview(self._listing())

    def _listing(self) -> Listing:
        table, model = self.items.table, self.items.model
        template, last = self.table.current_record(), self.focusWidget()
        if template is not None and last is not None and self.items.isAncestorOf(last):
            return shown("Mẫu nhiệm vụ", table, model, f"Mẫu “{template.name}”")
        reader = self._context.store.connection
        every = ((one.name, template_queries.items(reader, one.id)) for one in self.model.records())
        return Listing(
            title="Các mẫu nhiệm vụ",
            columns=shown_columns(table, model),
            parts=parts_of(table, model, every),
        )

    # --- doing

    @Slot()
    def primary(self) -> None:
        """Add a template and start typing its name."""
        store, blank = self._context.store, TaskTemplate(id=TaskTemplateId(0), name="Mẫu mới")
        if added := self._context.run(lambda: template_actions.add(store, blank)):
            self._context.bus.deliver()
            self.table.edit_cell(added.value.id, "name")

    @Slot()
    def delete(self) -> None:
        """Delete the current template, and offer the way back."""
        template, store = self.table.current_record(), self._context.store
        if template is not None and self._context.run(
            lambda: template_actions.delete(store, template.id)
        ):
            self._context.messages.offer_undo(f"Đã xóa mẫu “{template.name}”")

    @Slot()
    def use(self) -> None:
        """Make tasks of the current template."""
        self.does.ask_to_apply(self.table.current_id())

    def _save(self, template_id: TaskTemplateId, name: str, value: Any) -> None:
        held = template_queries.all_templates(self._context.store.connection)
        template = next((one for one in held if one.id == template_id), None)
        if template is None:
            raise RuleViolation("record_gone", kind=Kind.TASK_TEMPLATE)
        template_actions.edit(self._context.store, replace(template, **{name: value}))
