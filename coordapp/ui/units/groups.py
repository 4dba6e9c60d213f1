"""Groups of units: their names typed in place, their units ticked beside."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from coordapp.domain.committee.unit_group import GroupOfUnits, UnitGroup
from coordapp.domain.kernel.ids import UnitGroupId, UnitId
from coordapp.services.committee import group_actions
from coordapp.store.file.tables import UNIT_GROUPS
from coordapp.store.queries import unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import Card, label
from coordapp.ui.widgets.saving_field import some_line

_WIDTH = 340
_HINT = (
    "Tên nhóm dùng được khi nhập sổ, đọc văn bản, giao nhiệm vụ trong ma trận: "
    "chương trình giao cho từng đơn vị trong nhóm."
)
Units = dict[UnitGroupId, GroupOfUnits]


class GroupsEditor(QWidget):
    """A tick is saved at once and can be undone like everything else."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._held: Units = {}
        self.groups = RecordListEditor(context, _group_list(self._held), None)
        self.units = QListWidget()
        self.units.setAccessibleName("Đơn vị trong nhóm")
        self._title = label("Đơn vị trong nhóm", "card-title")
        beside = Card()
        beside.setFixedWidth(_WIDTH)
        beside.body.addWidget(self._title)
        beside.body.addWidget(self.units, 1)
        beside.body.addWidget(label(_HINT, "secondary"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.groups, 1)
        row.addWidget(beside)
        self.groups.table.selected.connect(self._show_units)
        self.units.itemChanged.connect(self._save)

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the current group stays."""
        reader = self._context.store.connection
        self._held.clear()
        self._held.update({one.group.id: one for one in unit_queries.groups_of_units(reader)})
        self.groups.refresh()
        self._show_units()

    @Slot()
    def _show_units(self) -> None:
        current = self.groups.table.current_record()
        held = None if current is None else self._held.get(current.id)
        chosen = set() if held is None else set(held.unit_ids)
        name = "" if current is None else f" · {len(chosen)}"
        self._title.setText(f"Đơn vị trong nhóm{name}")
        row = self.units.currentRow()
        with QSignalBlocker(self.units):
            self.units.clear()
            self.units.setEnabled(current is not None)
            for unit in unit_queries.all_units(self._context.store.connection):
                item = QListWidgetItem(unit.name)
                item.setData(Qt.ItemDataRole.UserRole, int(unit.id))
                ticked = Qt.CheckState.Checked if unit.id in chosen else Qt.CheckState.Unchecked
                item.setCheckState(ticked)
                self.units.addItem(item)
            self.units.setCurrentRow(min(max(row, 0), self.units.count() - 1))

    @Slot(QListWidgetItem)
    def _save(self, _changed: QListWidgetItem) -> None:
        current = self.groups.table.current_record()
        if current is None:
            return
        items = [self.units.item(row) for row in range(self.units.count())]
        chosen = [
            UnitId(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]
        store = self._context.store
        if not self._context.run(lambda: group_actions.set_members(store, current.id, chosen)):
            self._show_units()


def _group_list(held: Units) -> RecordList[UnitGroup, None]:
    return RecordList(
        table=UNIT_GROUPS,
        name="Nhóm đơn vị",
        empty=(
            "Chưa có nhóm đơn vị",
            "Thêm nhóm mà văn bản gọi bằng một tên, như “các tổ chức chính trị - xã hội tỉnh”.",
        ),
        add_text="Thêm nhóm",
        first="name",
        columns=partial(_columns, held),
        read=lambda reader, _: unit_queries.all_groups(reader),
        blank=_blank,
        add=group_actions.add,
        edit=lambda store, group, _: group_actions.edit(store, group),
        delete=Deletion(
            action=lambda store, group: group_actions.delete(store, group.id),
            message=lambda group: f"Đã xóa nhóm {group.name}",
            key_words="Xóa nhóm đơn vị",
        ),
    )


def _columns(held: Units, saver: CellSaver[UnitGroup]) -> Sequence[Column[UnitGroup]]:
    return (
        saver.column("name", "Tên nhóm", stretch=True, read=some_line),
        saver.column("aliases", "Tên gọi khác", width=180),
        Column(
            key="units",
            title="Đơn vị",
            width=240,
            quiet=True,
            text=lambda group: _named(held, group),
            tooltip=lambda group: _named(held, group),
        ),
    )


def _named(held: Units, group: UnitGroup) -> str:
    one = held.get(group.id)
    return "" if one is None else "; ".join(unit.short_name for unit in one.units)


def _blank(_owner: None, groups: Sequence[UnitGroup]) -> UnitGroup:
    taken = {group.name for group in groups}
    number = next(n for n in range(1, len(groups) + 2) if f"Nhóm mới {n}" not in taken)
    return UnitGroup(
        id=UnitGroupId(0),
        name=f"Nhóm mới {number}",
        position=max((group.position for group in groups), default=0) + 1,
    )
