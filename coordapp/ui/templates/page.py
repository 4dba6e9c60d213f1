"""The page of templates: the list at the left, the tasks of one at the right."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.figures.listing import Listing
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import TaskTemplateId
from coordapp.domain.tasks.template import TaskTemplate
from coordapp.services.tasks import template_actions
from coordapp.store.file.tables import TASK_TEMPLATE_ITEMS, TASK_TEMPLATES
from coordapp.store.queries import template_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTemplate, Route
from coordapp.ui.kit.page import TypedPage
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.tables.listing import parts_of, shown_columns
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.templates.item_list import TemplateItemsEditor
from coordapp.ui.templates.template_actions import TemplateActions
from coordapp.ui.widgets.split import Split

_LIST = 270  # wide at first; in pixels


class TemplatesPage(TypedPage):
    """Everything typed is saved as it is typed."""

    primary_text = "Mẫu mới"
    exports_excel = True
    shown_kinds = (Kind.TASK_TEMPLATE, Kind.TASK_TEMPLATE_ITEM, Kind.UNIT)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.templates = RecordListEditor(context, TEMPLATE_LIST, None)
        self.items = TemplateItemsEditor(context)
        self.template_actions = TemplateActions(context, self)
        self.paper = ListPaperActions(context, self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        # templates are added by the button of the page
        self.templates.add.hide()
        split = Split((self.templates, self.items), (_LIST, 4 * _LIST), wide=1, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper.strip)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.templates.table.selected.connect(self._show_items)
        self.items.use.clicked.connect(self.use)

    # --- showing

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.templates.refresh()
        self._show_items()

    @Slot()
    def _show_items(self) -> None:
        self.items.show_template(self.templates.table.current_record())

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        self.items.flush()
        super().hideEvent(event)

    def follow(self, route: Route) -> None:
        """Select what was searched for."""
        match route:
            case OpenTemplate(kind=kind, record_id=record_id):
                self.show_record(kind, record_id)

    def show_record(self, kind: Kind, record_id: int) -> None:
        """Select a template, or an item within its template."""
        if kind is Kind.TASK_TEMPLATE:
            self.templates.table.select_id(record_id)
            return
        item = TASK_TEMPLATE_ITEMS.find(self._context.store.connection, record_id)
        if item is not None and self.templates.table.select_id(item.task_template_id):
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
        template, last = self.templates.table.current_record(), self.focusWidget()
        if template is not None and last is not None and self.items.isAncestorOf(last):
            return shown("Mẫu nhiệm vụ", table, model, f"Mẫu “{template.name}”")
        reader = self._context.store.connection
        every = (
            (one.name, template_queries.items(reader, one.id))
            for one in self.templates.model.records()
        )
        return Listing(
            title="Các mẫu nhiệm vụ",
            columns=shown_columns(table, model),
            parts=parts_of(table, model, every),
        )

    # --- doing

    @Slot()
    def primary(self) -> None:
        """Add a template and start typing its name."""
        self.templates.start_new()

    @Slot()
    def use(self) -> None:
        """Make tasks of the current template."""
        self.template_actions.ask_to_apply(self.templates.table.current_id())


TEMPLATE_LIST: RecordList[TaskTemplate, None] = RecordList(
    table=TASK_TEMPLATES,
    name="Các mẫu",
    empty=(
        "Chưa có mẫu nhiệm vụ",
        "Lập mẫu cho những nhiệm vụ lặp lại, hoặc chọn nhiệm vụ trong sổ rồi lập mẫu từ đó.",
    ),
    add_text=TemplatesPage.primary_text,
    first="name",
    columns=lambda saver: [saver.column("name", "Tên mẫu", stretch=True)],
    read=lambda reader, _: template_queries.all_templates(reader),
    blank=lambda _owner, _templates: TaskTemplate(id=TaskTemplateId(0), name="Mẫu mới"),
    add=template_actions.add,
    edit=lambda store, template, _: template_actions.edit(store, template),
    delete=Deletion(
        action=lambda store, template: template_actions.delete(store, template.id),
        message=lambda template: f"Đã xóa mẫu “{template.name}”",
        key_words="Xóa mẫu",
    ),
)
