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
from coordapp.ui.tables.record_list import Deletion, RecordList
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line

_OUTSIDE = "Không trong Ban Chỉ đạo"
ReadDate = Callable[[str], date | None]
# the same list for as long as the page lives: it is filled anew, an open cell reads it then
UnitNames = list[tuple[UnitId | None, str]]


def _unit_columns(
    read_date: ReadDate, names: UnitNames, saver: CellSaver[Unit]
) -> Sequence[Column[Unit]]:
    return (
        saver.column("name", "Tên đơn vị", stretch=True, read=some_line),
        saver.column("short_name", "Viết tắt", width=116, read=some_line),
        saver.column("document_code", "Ký hiệu", width=96),
        saver.column("aliases", "Tên gọi khác", width=150),
        saver.day("valid_from", "Từ ngày", read_date, width=98, tip="Ngày thành lập, đổi tên"),
        saver.day(
            "valid_to",
            "Đến ngày",
            read_date,
            width=98,
            tip="Ngày cuối còn đơn vị; từ hôm sau không giao nhiệm vụ mới nữa. Trống là đang hoạt động",
        ),
        saver.choice("successor_id", "Kế tục bởi", names, width=110),
    )


def _person_columns(
    read_date: ReadDate, names: UnitNames, saver: CellSaver[Person]
) -> Sequence[Column[Person]]:
    roles = [(role, words or _OUTSIDE) for role, words in COMMITTEE_ROLE.items()]
    return (
        saver.column("full_name", "Họ và tên", width=140),
        saver.choice("address", "Xưng hô", list(FORM_OF_ADDRESS.items()), width=80),
        saver.column("post", "Chức vụ", stretch=True, read=some_line),
        saver.choice("unit_id", "Đơn vị", names, width=104),
        saver.choice("role", "Vai trò", roles, width=120),
        saver.day("role_from", "Từ ngày", read_date, width=98, tip="Ngày bắt đầu giữ vai trò"),
        saver.day(
            "role_to",
            "Đến ngày",
            read_date,
            width=98,
            tip="Ngày cuối giữ vai trò; trống là đương chức",
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


def unit_list(read_date: ReadDate, names: UnitNames) -> RecordList[Unit, None]:
    """Make the list of the units, whose dates are typed as anywhere else."""
    return RecordList(
        table=UNITS,
        name="Đơn vị (theo thứ tự xếp khi mời họp)",
        empty=("Chưa có đơn vị", "Thêm các đơn vị nhận nhiệm vụ, theo thứ tự xếp khi mời họp."),
        add_text="Thêm đơn vị",
        first="name",
        columns=partial(_unit_columns, read_date, names),
        detail=(
            DetailField(
                name="kind", title="Loại (ban đảng, đoàn thể, sở, ngành…)", row=0, column=0
            ),
        ),
        starts_chosen=False,
        read=lambda reader, _: unit_queries.all_units(reader),
        blank=_blank_unit,
        add=committee_actions.add_unit,
        edit=lambda store, unit, _: committee_actions.edit_unit(store, unit),
        delete=Deletion(
            action=lambda store, unit: committee_actions.delete_unit(store, unit.id),
            message=lambda unit: f"Đã xóa {unit.name}",
            key_words="Xóa đơn vị",
        ),
        put_in_order=lambda store, units: committee_actions.put_units_in_order(
            store, [unit.id for unit in units]
        ),
    )


def person_list(read_date: ReadDate, names: UnitNames) -> RecordList[Person, None]:
    """Make the list of the people, whose dates are typed as anywhere else."""
    return RecordList(
        table=PERSONS,
        name="Thành viên Ban Chỉ đạo",
        empty=("Chưa có thành viên", "Thêm thành viên Ban Chỉ đạo để mời họp và ký văn bản."),
        add_text="Thêm thành viên",
        first="full_name",
        columns=partial(_person_columns, read_date, names),
        detail=(
            DetailField(name="rank", title="Cấp bậc (Đại tá, Thượng tá…)", row=0, column=0),
            DetailField(name="decision_number", title="Quyết định cử tham gia", row=0, column=1),
        ),
        starts_chosen=False,
        read=lambda reader, _: unit_queries.all_persons(reader),
        blank=_blank_person,
        add=committee_actions.add_person,
        edit=lambda store, person, _: committee_actions.edit_person(store, person),
        delete=Deletion(
            action=lambda store, person: committee_actions.delete_person(store, person.id),
            message=lambda person: f"Đã xóa {person.shown}",
            key_words="Xóa thành viên",
        ),
        put_in_order=lambda store, people: committee_actions.put_persons_in_order(
            store, [person.id for person in people]
        ),
    )
