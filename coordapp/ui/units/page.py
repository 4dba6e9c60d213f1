"""The page of the committee, its units, its people and its days off."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenMember, Route
from coordapp.ui.kit.page import Page
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.record_list import RecordListEditor
from coordapp.ui.tables.view import TableView
from coordapp.ui.units.committee import CommitteeEditor
from coordapp.ui.units.days_off import DaysOffEditor
from coordapp.ui.units.roster import UNIT_LIST, person_list
from coordapp.ui.widgets.card import Card
from coordapp.ui.widgets.chips import ChipBar

_COMMITTEE_WIDTH = 350
_PARTS = (("units", "Đơn vị, thành viên"), ("days_off", "Lịch nghỉ"))


class UnitsPage(Page):
    """Everything typed is saved as it is typed."""

    primary_text = "Đơn vị mới"
    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.units = RecordListEditor(context, UNIT_LIST, None)
        self.people = RecordListEditor(context, person_list(context.read_date), None)
        self.committee = CommitteeEditor(context)
        self.days_off = DaysOffEditor(context)
        self.paper = ListPaperActions(context, self)
        self._build()
        self.parts.chosen.connect(self.show_part)
        context.bus.changed.connect(self._on_changed)
        self.refresh()

    def _build(self) -> None:
        # units are added by the button of the page
        self.units.add.hide()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.units, 1)
        left.addWidget(self.people, 1)
        right = Card("Thông tin Ban Chỉ đạo")
        right.setFixedWidth(_COMMITTEE_WIDTH)
        right.body.addWidget(self.committee, 1)
        everybody = QWidget()
        row = QHBoxLayout(everybody)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(right)
        self.parts = ChipBar(_PARTS)
        self._stack = QStackedWidget()
        self._stack.addWidget(everybody)
        self._stack.addWidget(self.days_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.parts)
        column.addWidget(self.paper.strip)
        column.addWidget(self._stack, 1)

    @Slot(str)
    def show_part(self, key: str) -> None:
        """Show the units and people, or the days off."""
        self.parts.choose(key)
        self._stack.setCurrentIndex([part for part, _ in _PARTS].index(key))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.UNIT, Kind.PERSON, Kind.COMMITTEE):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.units.refresh()
        self.people.refresh()
        self.committee.refresh()

    def export_excel(self) -> None:
        """Write the list in use."""
        self.paper.ask(*self._list_in_use())

    def print_list(self) -> None:
        """Show the list in use as it prints."""
        self.paper.preview(shown(*self._list_in_use()))

    def _list_in_use(self) -> tuple[str, TableView[Any], RecordModel[Any]]:
        """Give the days off, the people when the keys are there, else the units."""
        last = self.focusWidget()
        if self.parts.current() == "days_off":
            return "Lịch nghỉ", self.days_off.table, self.days_off.model
        if last is not None and self.people.isAncestorOf(last):
            return "Danh sách thành viên", self.people.table, self.people.model
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
        """Select a unit or a person."""
        self.show_part("units")
        table = self.units.table if kind is Kind.UNIT else self.people.table
        table.select_id(record_id)
        table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        self.committee.flush()
        super().hideEvent(event)
