"""Coordination programmes: who signed, what is asked in common, what units registered."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import ProgrammeId, ProgrammeItemId, ProgrammePartyId, UnitId
from coordapp.domain.programmes.programme import (
    DoneCount,
    ItemScope,
    Programme,
    ProgrammeItem,
    ProgrammeParty,
    counted,
)
from coordapp.domain.words.case_labels import ITEM_SCOPE
from coordapp.services.programmes import programme_actions
from coordapp.store.file.case_tables import PROGRAMME_ITEMS, PROGRAMME_PARTIES, PROGRAMMES
from coordapp.store.queries import programme_queries, unit_queries
from coordapp.store.queries.programme_queries import ItemRow
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.programmes.roadmap import RoadmapEditor
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.tables.years import read_year
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.split import Split

_LIST = 380  # wide at first; in pixels
_NONE = ProgrammeId(0)
Rows = dict[int, ItemRow]
Units = list[tuple[UnitId | None, str]]


class ProgrammesView(QWidget):
    """The programmes at the left, the parts of one at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.programmes = RecordListEditor(context, programme_list(context), None)
        # programmes are added by the button of the page
        self.programmes.add.hide()
        self.files = RecordFiles(context, self.programmes, Kind.PROGRAMME, "title")
        self.items = ItemsEditor(context)
        self.parties = PartiesEditor(context)
        self.roadmap = RoadmapEditor(context)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.items, 3)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.parties, 3)
        below.addWidget(self.roadmap, 4)
        column.addLayout(below, 2)
        split = Split((self.programmes, right), (_LIST, 2 * _LIST), wide=1, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self.programmes.table.selected.connect(self._show_parts)

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.programmes.refresh()
        self._show_parts()

    @Slot()
    def _show_parts(self) -> None:
        programme = self.programmes.table.current_record()
        owner = None if programme is None else programme.id
        self.items.show_programme(programme)
        self.parties.setEnabled(programme is not None)
        self.parties.show_of(owner or _NONE)
        self.roadmap.show_of_programme(owner)

    def show_record(self, record_id: int) -> None:
        """Select a programme."""
        self.programmes.table.select_id(record_id)
        self.programmes.table.setFocus()

    def show_item(self, record_id: int) -> None:
        """Select an item within its programme."""
        item = PROGRAMME_ITEMS.find(self._context.store.connection, record_id)
        if item is None:
            return
        self.programmes.table.select_id(item.programme_id)
        self._show_parts()
        self.items.keep_in_sight(record_id)
        self.items.refresh()
        self.items.table.select_id(record_id)
        self.items.table.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        for part in (self.programmes, self.items, self.parties, self.roadmap):
            part.flush()


class ItemsEditor(RecordListEditor[ProgrammeItem, ProgrammeId]):
    """The items of a programme with their tasks; what is common and registered is counted apart."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._rows: Rows = {}
        self._units: Units = []
        super().__init__(context, item_list(self._rows, self._units, context), _NONE, parent)
        self.open_task = button("Mở nhiệm vụ", "plain", "external-link")
        self.head.addWidget(self.open_task)
        self.counts = label("", "secondary")
        self.body.insertWidget(1, self.counts)
        self.open_task.clicked.connect(self._open_task)
        self.table.selected.connect(self._show_button)

    def show_programme(self, programme: Programme | None) -> None:
        """Show the items of a programme; nothing without one."""
        self.setEnabled(programme is not None)
        self.show_of(_NONE if programme is None else programme.id)

    @Slot()
    def refresh(self) -> None:
        """Read the items, their tasks and the units again."""
        reader = self._context.store.connection
        # the columns keep these very collections, so they are filled and not replaced
        self._units[:] = [
            (None, ""),
            *((unit.id, unit.to_choose) for unit in unit_queries.all_units(reader)),
        ]
        self._rows.clear()
        found = programme_queries.item_rows(reader, self._owner)
        self._rows.update((row.item.id, row) for row in found)
        super().refresh()
        sums = counted((row.item, row.count) for row in found)
        self.counts.setText(
            " · ".join(f"{ITEM_SCOPE[scope]}: {_done(sums[scope])}" for scope in ItemScope)
        )
        self._show_button()

    @Slot()
    def _show_button(self) -> None:
        self.open_task.setEnabled(bool(self._codes()))

    def _codes(self) -> tuple[str, ...]:
        item = self.table.current_record()
        row = None if item is None else self._rows.get(item.id)
        return () if row is None else row.task_codes

    @Slot()
    def _open_task(self) -> None:
        if codes := self._codes():
            self._context.navigate(OpenTask(code=codes[0]))


class PartiesEditor(RecordListEditor[ProgrammeParty, ProgrammeId]):
    """Who signed a programme: units of the register, or names as written."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._units: Units = []
        super().__init__(context, party_list(self._units), _NONE, parent)

    @Slot()
    def refresh(self) -> None:
        """Read the parties and the units again."""
        units = unit_queries.all_units(self._context.store.connection)
        # the column keeps this very list, so it is filled and not replaced
        self._units[:] = [(None, ""), *((unit.id, unit.to_choose) for unit in units)]
        super().refresh()


def programme_list(context: Context) -> RecordList[Programme, None]:
    """Make the list of the programmes."""
    return RecordList(
        table=PROGRAMMES,
        name="Chương trình phối hợp",
        empty=("Chưa có chương trình phối hợp", "Thêm chương trình đã ký với các đơn vị."),
        add_text="Thêm chương trình",
        first="title",
        columns=partial(_programme_columns, context.read_date),
        detail=(
            DetailField(name="title", title="Tên chương trình", row=0, column=0, lines=3),
            DetailField(name="number", title="Số, ký hiệu", row=1, column=0),
            DetailField(name="note", title="Ghi chú", row=2, column=0, lines=2),
        ),
        read=lambda reader, _: programme_queries.all_programmes(reader),
        blank=lambda _owner, _programmes: Programme(
            id=ProgrammeId(0),
            code="",
            title="Chương trình mới",
            first_year=context.today.year,
            last_year=context.today.year,
        ),
        add=programme_actions.add,
        edit=lambda store, programme, _: programme_actions.edit(store, programme),
        delete=Deletion(
            action=lambda store, programme: programme_actions.delete(store, programme.id),
            message=lambda programme: f"Đã xóa chương trình {programme.code}",
            key_words="Xóa chương trình",
        ),
    )


def _programme_columns(
    read_date: Callable[[str], date | None], saver: CellSaver[Programme]
) -> Sequence[Column[Programme]]:
    return (
        saver.column("title", "Tên chương trình", stretch=True, read=some_line),
        saver.column("first_year", "Từ năm", width=70, read=read_year),
        saver.column("last_year", "Đến năm", width=78, read=read_year),
        saver.day("signed_on", "Ngày ký", read_date, width=92),
    )


def item_list(rows: Rows, units: Units, context: Context) -> RecordList[ProgrammeItem, ProgrammeId]:
    """Make the list of items; `rows` and `units` are filled anew when they are read again."""
    return RecordList(
        table=PROGRAMME_ITEMS,
        name="Nội dung chương trình",
        empty=("Chương trình chưa có nội dung", "Thêm nhiệm vụ chung và nhiệm vụ đơn vị đăng ký."),
        add_text="Thêm nội dung",
        first="title",
        columns=partial(_item_columns, rows, units),
        read=programme_queries.items,
        blank=lambda programme_id, items: ProgrammeItem(
            id=ProgrammeItemId(0),
            programme_id=programme_id,
            position=0,
            title="Nội dung mới",
            year=_year(context, programme_id, items),
        ),
        add=programme_actions.add_item,
        edit=lambda store, item, _: programme_actions.edit_item(store, item),
        delete=Deletion(
            action=lambda store, item: programme_actions.delete_item(store, item.id),
            message=lambda item: f"Đã xóa nội dung “{item.title}”",
            key_words="Xóa nội dung",
        ),
        put_in_order=lambda store, items: programme_actions.put_items_in_order(
            store, [item.id for item in items]
        ),
    )


def _year(context: Context, programme_id: ProgrammeId, items: Sequence[ProgrammeItem]) -> int:
    """Propose a year within the programme: that of the last item, else the present one."""
    programme = PROGRAMMES.get(context.store.connection, programme_id)
    wanted = items[-1].year if items else context.today.year
    return min(max(wanted, programme.first_year), programme.last_year)


def _item_columns(
    rows: Rows, units: Units, saver: CellSaver[ProgrammeItem]
) -> Sequence[Column[ProgrammeItem]]:
    return (
        saver.column("year", "Năm", width=60, read=read_year),
        saver.column("title", "Nội dung", stretch=True, read=some_line),
        saver.choice("unit_id", "Đơn vị", units, width=110),
        saver.choice("scope", "Loại", tuple(ITEM_SCOPE.items()), width=120),
        Column(
            key="done",
            title="Đã hoàn thành",
            width=130,
            text=lambda item: _said(rows.get(item.id)),
            quiet=True,
        ),
    )


def party_list(units: Units) -> RecordList[ProgrammeParty, ProgrammeId]:
    """Make the list of parties; `units` are filled anew when they are read again."""
    return RecordList(
        table=PROGRAMME_PARTIES,
        name="Các bên ký",
        empty=("Chưa ghi bên ký", "Thêm các đơn vị ký chương trình."),
        add_text="Thêm bên ký",
        first="name",
        columns=lambda saver: (
            saver.choice("unit_id", "Đơn vị", units, width=100),
            saver.column("name", "Tên trên văn bản", stretch=True),
        ),
        read=programme_queries.parties,
        blank=lambda programme_id, _parties: ProgrammeParty(
            id=ProgrammePartyId(0), programme_id=programme_id, position=0, name="Bên ký mới"
        ),
        add=programme_actions.add_party,
        edit=lambda store, party, _: programme_actions.edit_party(store, party),
        delete=Deletion(
            action=lambda store, party: programme_actions.delete_party(store, party.id),
            message=lambda _: "Đã xóa bên ký",
            key_words="Xóa bên ký",
        ),
    )


def _said(row: ItemRow | None) -> str:
    return "Chưa giao nhiệm vụ" if row is None or not row.task_codes else _done(row.count)


def _done(count: DoneCount) -> str:
    return f"{count.done}/{count.total} đã hoàn thành"
