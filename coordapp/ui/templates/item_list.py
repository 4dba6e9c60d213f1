"""The tasks of one template, typed in place and put in order."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from coordapp.domain.kernel.ids import TaskTemplateId, TaskTemplateItemId, UnitId
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem, read_offset
from coordapp.domain.words.labels import URGENCY, offset_words
from coordapp.services.tasks import template_actions
from coordapp.store.file.tables import TASK_TEMPLATE_ITEMS, TASK_TEMPLATES
from coordapp.store.queries import template_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.fields import FieldRow
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import SavingField

_WHEN_TIP = "Gõ số ngày làm việc tính từ ngày mốc: -5 là trước 5 ngày, 3 là sau 3 ngày"
_NONE = TaskTemplateId(0)
Leads = list[tuple[UnitId | None, str]]


class TemplateItemsEditor(RecordListEditor[TaskTemplateItem, TaskTemplateId]):
    """The template's note stands above its tasks, the text of the current one below."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._leads: Leads = []
        super().__init__(context, item_list(self._leads), _NONE, parent)
        self.use = button("Thêm nhiệm vụ từ mẫu…", "plain", "list-check")
        self.head.addWidget(self.use)
        self.note = QLineEdit()
        row = FieldRow("Ghi chú của mẫu", self.note)
        self._note = SavingField(context.run, self.note, self._save_note, row.say_wrong)
        self.body.insertWidget(1, row)

    def show_template(self, template: TaskTemplate | None) -> None:
        """Show the items of a template; nothing without one."""
        self.setEnabled(template is not None)
        self.title.setText("" if template is None else template.name)
        self.show_of(_NONE if template is None else template.id)
        self._note.show(self._owner, "" if template is None else template.note)

    @Slot()
    def refresh(self) -> None:
        """Read the items again; the current one and what is being typed stay."""
        # the column keeps this very list, so it is filled and not replaced
        units = unit_queries.all_units(self._context.store.connection)
        self._leads[:] = [(None, ""), *((unit.id, unit.to_choose) for unit in units)]
        super().refresh()
        self.use.setEnabled(bool(self.model.rowCount()))

    def flush(self) -> None:
        self._note.flush()
        super().flush()

    def _save_note(self, typed: str) -> None:
        store = self._context.store
        template = TASK_TEMPLATES.get(store.connection, self._owner)
        template_actions.edit(store, replace(template, note=typed))


def item_list(leads: Leads) -> RecordList[TaskTemplateItem, TaskTemplateId]:
    """Make the list; `leads` may be filled anew later, an open list reads it then."""
    return RecordList(
        table=TASK_TEMPLATE_ITEMS,
        name="Các nhiệm vụ trong mẫu",
        empty=("Mẫu chưa có nhiệm vụ nào", "Thêm từng nhiệm vụ với số ngày làm việc."),
        add_text="Thêm nhiệm vụ",
        first="title",
        columns=partial(_columns, leads),
        detail=(
            DetailField(
                name="content", title="Nội dung của nhiệm vụ đang chọn", row=0, column=0, lines=5
            ),
        ),
        read=template_queries.items,
        blank=_blank,
        add=template_actions.add_item,
        edit=lambda store, item, _: template_actions.edit_item(store, item),
        delete=Deletion(
            action=lambda store, item: template_actions.delete_item(store, item.id),
            message=lambda _: "Đã xóa nhiệm vụ khỏi mẫu",
            key_words="Xóa nhiệm vụ",
        ),
        put_in_order=lambda store, items: template_actions.put_items_in_order(
            store, [item.id for item in items]
        ),
    )


def _columns(
    leads: Leads, saver: CellSaver[TaskTemplateItem]
) -> Sequence[Column[TaskTemplateItem]]:
    return (
        saver.column(
            "offset",
            "Hạn so với ngày mốc",
            width=190,
            tip=_WHEN_TIP,
            read=read_offset,
            words=lambda item: offset_words(item.offset),
        ),
        saver.column("title", "Nhiệm vụ", stretch=True),
        saver.column("product", "Sản phẩm", width=150),
        saver.choice("lead_unit_id", "Đơn vị chủ trì", leads, width=124),
        saver.choice("urgency", "Độ khẩn", tuple(URGENCY.items()), width=110),
    )


def _blank(template_id: TaskTemplateId, items: Sequence[TaskTemplateItem]) -> TaskTemplateItem:
    return TaskTemplateItem(
        id=TaskTemplateItemId(0),
        task_template_id=template_id,
        position=0,
        title="Việc mới",
        offset=items[-1].offset if items else 0,
    )
