"""What a person settles before an import is written: spellings, corrections, two leads, columns."""

from datetime import date

import pytest

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.kernel.ids import UnitId
from coordapp.services.committee import committee_actions
from coordapp.services.importing import import_actions, import_reading
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import unit_queries
from tests.build import a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)
TITLES = ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"]
LIST = (ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.DUE)


@pytest.fixture
def book(store: Store) -> Store:
    set_up(store)
    committee_actions.add_unit(store, a_unit(name="Hội Nông dân tỉnh", short_name="HND"))
    committee_actions.add_unit(store, a_unit(name="Tỉnh Đoàn", short_name="Tỉnh Đoàn", position=2))
    return store


def agreed(book: Store, *rows, titles=TITLES, **choices) -> AgreedImport:
    sheet = Sheet(name="Sổ", rows=[titles, *rows])
    workbook, chosen = Workbook(sheets=(sheet,)), ImportChoices(**choices)
    found, plan = import_reading.plan(book.connection, workbook, chosen, TODAY)
    return AgreedImport(workbook=workbook, tables=found, choices=chosen, plan=plan)


def aliases(book: Store) -> dict[str, str]:
    return {unit.short_name: unit.aliases for unit in unit_queries.all_units(book.connection)}


def test_a_spelling_that_was_let_stand_is_remembered_once(book) -> None:
    rows = [
        [1, "Rà soát các hộ", "Hội Nông Dâm tỉnh", "30/6/2018"],
        [2, "Tập huấn", "Hội Nông Dâm tỉnh", "30/6/2018"],
    ]

    first = agreed(book, *rows)
    assert aliases(book)["HND"] == ""
    import_actions.apply(book, first, TODAY)

    assert aliases(book)["HND"] == "Hội Nông Dâm tỉnh"
    again = agreed(book, [3, "Tổng kết", "Hội Nông Dâm tỉnh", "30/6/2018"])
    assert again.plan.rows[0].assumed == ()
    import_actions.apply(book, again, TODAY)
    assert aliases(book)["HND"] == "Hội Nông Dâm tỉnh"


def test_the_remembered_name_is_undone_with_the_import(book) -> None:
    import_actions.apply(book, agreed(book, [1, "Việc", "Hội Nông Dâm tỉnh", ""]), TODAY)

    book.undo()

    assert aliases(book)["HND"] == ""


def test_what_a_person_said_of_a_name_is_remembered(book) -> None:
    farmers = unit_queries.all_units(book.connection)[0].id
    row = [1, "Rà soát các hộ", "Hội của bà con", "30/6/2018"]

    import_actions.apply(book, agreed(book, row, units={"Hội của bà con": farmers}), TODAY)

    assert aliases(book)["HND"] == "Hội của bà con"
    assert agreed(book, row).plan.rows[0].outcome is RowOutcome.SAME


def test_all_unknown_units_are_added_in_one_step(book) -> None:
    rows = [
        [1, "Rà soát các hộ", "Sở Lạ", "30/6/2018"],
        [2, "Tập huấn", "Hội Quen; phối hợp: Sở Mới", "30/6/2018"],
        [3, "Tổng kết", "HND", "30/6/2018"],
    ]
    unknown = agreed(book, *rows).plan.unknown

    import_actions.apply(book, agreed(book, *rows, new_units=unknown), TODAY)

    assert set(unknown) == {"Sở Lạ", "Hội Quen", "Sở Mới"}
    assert set(unknown) <= set(aliases(book))
    assert len(TASKS.where(book.connection, "1")) == 3


@pytest.mark.parametrize("policy", [LeadPolicy.SPLIT, LeadPolicy.FIRST])
def test_two_leads_become_what_was_chosen(book, policy) -> None:
    row = [1, "Rà soát các hộ", "HND, Tỉnh Đoàn", "30/6/2018"]
    assert agreed(book, row).plan.rows[0].outcome is RowOutcome.REJECTED

    made = import_actions.apply(book, agreed(book, row, policy=policy), TODAY).plan

    leads = [book_unit(book, planned.task.lead_unit_id) for planned in made.rows]
    assert leads == (["HND", "Tỉnh Đoàn"] if policy is LeadPolicy.SPLIT else ["HND"])
    assert [row.outcome for row in agreed(book, row, policy=policy).plan.rows] == [
        RowOutcome.SAME
    ] * len(leads)


def book_unit(book: Store, unit_id: UnitId | None) -> str:
    units = {unit.id: unit.short_name for unit in unit_queries.all_units(book.connection)}
    return "" if unit_id is None else units[unit_id]


def test_a_cell_mended_in_the_preview_is_what_is_written(book) -> None:
    rows = [[1, "Rà soát các hộ", "Sở Lạ", "31/02/2018"], [2, "Tập huấn", "HND", "30/6/2018"]]
    corrections = {("Sổ", 2, 3): "HND", ("Sổ", 2, 4): "28/02/2018"}

    planned = agreed(book, *rows, corrections=corrections).plan.rows[0]

    assert planned.outcome is RowOutcome.NEW
    assert planned.task is not None
    assert (planned.task.due, book_unit(book, planned.task.lead_unit_id)) == (
        date(2018, 2, 28),
        "HND",
    )
    assert agreed(book, *rows, corrections={("Khác", 2, 3): "HND"}).plan.problems


def test_columns_chosen_for_tables_of_one_shape_hold_for_all(book) -> None:
    titles = ["TT", "Nhiệm vụ", "Đơn vị", "Ngày A"]
    row = [1, "Rà soát các hộ", "HND", date(2018, 2, 1)]
    shape = agreed(book, row, titles=titles).tables.tables[0].header.signature
    chosen = {"tt": "number", "nhiem vu": "work", "don vi": "lead", "ngay a": "assigned"}

    plan = agreed(book, row, titles=titles, mappings={shape: chosen}).plan

    assert plan.rows[0].task is not None
    assert (plan.rows[0].task.assigned_on, plan.rows[0].task.due) == (date(2018, 2, 1), None)


def pasted(book: Store, *rows) -> list[tuple[str, str, date | None]]:
    sheet = Sheet(name="dán", rows=rows)
    choices = import_reading.pasted_choices(book.connection, sheet, LIST, TODAY)
    _, plan = import_reading.plan(book.connection, Workbook(sheets=(sheet,)), choices, TODAY)
    return [
        (row.task.title, book_unit(book, row.task.lead_unit_id), row.task.due)
        for row in plan.rows
        if row.task is not None
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Nhiệm vụ", "Hạn", "Chủ trì"], ["Họp giao ban", "30/6/2018", "HND"]], id="by titles"),
        pytest.param([["Họp giao ban", "HND", "30/6/2018"]], id="as the list has them"),
        pytest.param([["30/6/2018", "HND", "Họp giao ban"]], id="by what they hold"),
        pytest.param([["1", "Họp giao ban", "30/6/2018", "HND"]], id="with a number"),
    ],
)  # fmt: skip
def test_pasted_rows_are_read_however_their_columns_stand(book, rows) -> None:
    assert pasted(book, *rows) == [("Họp giao ban", "HND", date(2018, 6, 30))]


def test_a_row_that_is_twice_in_one_paste_is_told(book) -> None:
    row = ["Họp giao ban", "HND", "30/6/2018"]
    sheet = Sheet(name="dán", rows=[row, row])
    choices = import_reading.pasted_choices(book.connection, sheet, LIST, TODAY)

    _, plan = import_reading.plan(book.connection, Workbook(sheets=(sheet,)), choices, TODAY)

    assert [[a.code for a in planned.assumed] for planned in plan.rows] == [[], ["twice"]]
    assert [note.code for note in plan.notes if note.code == "rows_twice"] == ["rows_twice"]
