"""The page of the committee, its units, its people and its days off."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coordapp.domain.committee.unit import Unit, twins
from coordapp.domain.kernel.changes import Kind
from coordapp.store.queries import unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenMember, Route
from coordapp.ui.kit.page import TypedPage
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.record_list import RecordListEditor
from coordapp.ui.tables.view import TableView
from coordapp.ui.units.committee import CommitteeEditor
from coordapp.ui.units.days_off import DaysOffEditor
from coordapp.ui.units.groups import GroupsEditor
from coordapp.ui.units.roster import UnitNames, person_list, unit_list
from coordapp.ui.widgets.card import Card, label
from coordapp.ui.widgets.chips import ChipBar

_COMMITTEE_WIDTH = 640
_PARTS = (
    ("units", "Đơn vị"),
    ("groups", "Nhóm đơn vị"),
    ("people", "Thành viên"),
    ("committee", "Ban Chỉ đạo"),
    ("days_off", "Lịch nghỉ"),
)
_SHOWN = (Kind.UNIT, Kind.PERSON, Kind.COMMITTEE, Kind.UNIT_GROUP, Kind.UNIT_GROUP_MEMBER)
_PART_OF = {Kind.UNIT: "units", Kind.UNIT_GROUP: "groups", Kind.PERSON: "people"}


class UnitsPage(TypedPage):
    """Everything typed is saved as it is typed."""

    primary_text = "Đơn vị mới"
    exports_excel = True
    shown_kinds = _SHOWN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._names: UnitNames = []
        self.units = RecordListEditor(context, unit_list(context.read_date, self._names), None)
        self.groups = GroupsEditor(context)
        self.people = RecordListEditor(context, person_list(context.read_date, self._names), None)
        self.committee = CommitteeEditor(context)
        self.days_off = DaysOffEditor(context)
        self.paper = ListPaperActions(context, self)
        self._build()
        self.parts.chosen.connect(self.show_part)
        self.refresh()

    def _build(self) -> None:
        # units are added by the button of the page
        self.units.add.hide()
        self.alike = label("", "secondary")
        self.alike.setProperty("tone", "due_soon")
        self.alike.hide()
        self.units.body.addWidget(self.alike)
        about = Card("Thông tin Ban Chỉ đạo")
        about.setMaximumWidth(_COMMITTEE_WIDTH)
        about.body.addWidget(self.committee, 1)
        committee = QWidget()
        row = QHBoxLayout(committee)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(about, 1)
        row.addStretch(0)
        self.parts = ChipBar(_PARTS)
        self._stack = QStackedWidget()
        for part in (self.units, self.groups, self.people, committee, self.days_off):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.parts)
        column.addWidget(self.paper.strip)
        column.addWidget(self._stack, 1)

    @Slot(str)
    def show_part(self, key: str) -> None:
        """Show the units, their groups, the people, the committee or the days off."""
        self.parts.choose(key)
        self._stack.setCurrentIndex([part for part, _ in _PARTS].index(key))

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        units = unit_queries.all_units(self._context.store.connection)
        self._names[:] = [(None, ""), *((unit.id, unit.to_choose) for unit in units)]
        self.units.refresh()
        self.groups.refresh()
        self.people.refresh()
        self.committee.refresh()
        self._warn_of_twins(units)

    def _warn_of_twins(self, units: list[Unit]) -> None:
        """Say which units were typed twice: tasks given to one are not seen under the other."""
        alike = twins(units)
        said = [
            f"{unit.short_name} và {', '.join(alike[unit.id])} cùng tên “{unit.name}”"
            for unit in units
            if unit.id in alike
        ]
        more = ". Nếu là một đơn vị, hãy xóa dòng thừa để nhiệm vụ không tách làm hai."
        self.alike.setText(f"⚠ {'; '.join(said)}{more}" if said else "")
        self.alike.setVisible(bool(said))

    def export_excel(self) -> None:
        """Write the list in use."""
        self.paper.ask(*self._list_in_use())

    def print_list(self) -> None:
        """Show the list in use as it prints."""
        self.paper.preview(shown(*self._list_in_use()))

    def _list_in_use(self) -> tuple[str, TableView[Any], RecordModel[Any]]:
        """Give the list in sight; the units where the committee is."""
        match self.parts.current():
            case "days_off":
                return "Lịch nghỉ", self.days_off.table, self.days_off.model
            case "people":
                return "Danh sách thành viên", self.people.table, self.people.model
            case "groups":
                groups = self.groups.groups
                return "Danh sách nhóm đơn vị", groups.table, groups.model
            case _:
                return "Danh sách đơn vị", self.units.table, self.units.model

    def primary(self) -> None:
        """Add a unit and start typing its name."""
        self.show_part("units")
        self.units.start_new()

    def follow(self, route: Route) -> None:
        """Select what was searched for."""
        match route:
            case OpenMember(kind=kind, record_id=record_id):
                self.show_record(kind, record_id)

    def show_record(self, kind: Kind, record_id: int) -> None:
        """Select a unit, a group or a person."""
        part = _PART_OF.get(kind, "committee")
        self.show_part(part)
        tables: dict[str, TableView[Any]] = {
            "units": self.units.table,
            "groups": self.groups.groups.table,
            "people": self.people.table,
        }
        if part in tables:
            tables[part].select_id(record_id)
            tables[part].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        self.units.flush()
        self.people.flush()
        self.committee.flush()
        super().hideEvent(event)
