"""The lists of the office: units and people, typed in place and put in order of precedence."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from coordapp.domain.committee.person import Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import PersonId, UnitId
from coordapp.domain.words.labels import COMMITTEE_ROLE, FORM_OF_ADDRESS
from coordapp.services.committee import committee_actions
from coordapp.store.file.tables import PERSONS, UNITS
from coordapp.store.queries import unit_queries
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import RecordList
from coordapp.ui.widgets.saving_field import some_line

_OUTSIDE = "Không trong Ban Chỉ đạo"


def _unit_columns(saver: CellSaver[Unit]) -> Sequence[Column[Unit]]:
    return (
        saver.column("name", "Tên đơn vị", stretch=True, read=some_line),
        saver.column("short_name", "Viết tắt", width=130, read=some_line),
        saver.column("document_code", "Ký hiệu", width=100),
        saver.column("aliases", "Tên gọi khác", width=150),
    )


def _person_columns(
    read_date: Callable[[str], date | None], saver: CellSaver[Person]
) -> Sequence[Column[Person]]:
    roles = [(role, words or _OUTSIDE) for role, words in COMMITTEE_ROLE.items()]
    return (
        saver.column("full_name", "Họ và tên", width=150),
        saver.choice("address", "Xưng hô", list(FORM_OF_ADDRESS.items()), width=90),
        saver.column("post", "Chức vụ", stretch=True, read=some_line),
        saver.choice("role", "Vai trò", roles, width=130),
        saver.day("role_from", "Từ ngày", read_date, tip="Ngày bắt đầu giữ vai trò"),
        saver.day(
            "role_to", "Đến ngày", read_date, tip="Ngày cuối giữ vai trò; trống là đương chức"
        ),
    )


def _blank_unit(_owner: None, units: Sequence[Unit]) -> Unit:
    """Make a unit whose short name is not taken yet."""
    taken = {unit.short_name for unit in units}
    number = next(n for n in range(len(units) + 1, 2 * len(units) + 2) if f"ĐV {n}" not in taken)
    return Unit(
        id=UnitId(0),
        name="Đơn vị mới",
        short_name=f"ĐV {number}",
        position=max((unit.position for unit in units), default=0) + 1,
    )


def _blank_person(_owner: None, people: Sequence[Person]) -> Person:
    return Person(
        id=PersonId(0),
        full_name="",
        post="Ủy viên Ban Chỉ đạo",
        position=max((person.position for person in people), default=0) + 1,
    )


UNIT_LIST: RecordList[Unit, None] = RecordList(
    table=UNITS,
    name="Đơn vị (theo thứ tự xếp khi mời họp)",
    empty=("Chưa có đơn vị", "Thêm các đơn vị nhận nhiệm vụ, theo thứ tự xếp khi mời họp."),
    add_text="Thêm đơn vị",
    first="name",
    columns=_unit_columns,
    starts_chosen=False,
    read=lambda reader, _: unit_queries.all_units(reader),
    blank=_blank_unit,
    add=committee_actions.add_unit,
    edit=lambda store, unit, _: committee_actions.edit_unit(store, unit),
    put_in_order=lambda store, units: committee_actions.put_units_in_order(
        store, [unit.id for unit in units]
    ),
)


def person_list(read_date: Callable[[str], date | None]) -> RecordList[Person, None]:
    """Make the list of the people, whose dates are typed as anywhere else."""
    return RecordList(
        table=PERSONS,
        name="Thành viên Ban Chỉ đạo",
        empty=("Chưa có thành viên", "Thêm thành viên Ban Chỉ đạo để mời họp và ký văn bản."),
        add_text="Thêm thành viên",
        first="full_name",
        columns=partial(_person_columns, read_date),
        starts_chosen=False,
        read=lambda reader, _: unit_queries.all_persons(reader),
        blank=_blank_person,
        add=committee_actions.add_person,
        edit=lambda store, person, _: committee_actions.edit_person(store, person),
        put_in_order=lambda store, people: committee_actions.put_persons_in_order(
            store, [person.id for person in people]
        ),
    )
