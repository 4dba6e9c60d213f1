"""A verdict for every row."""

from datetime import date

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import PassReason
from coordapp.domain.importing.layout.tables import FoundTables, find_tables
from coordapp.domain.importing.plan import Existing
from coordapp.domain.importing.planner import make_plan
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.office_code import office_code
from coordapp.domain.tasks.task import WorkState
from tests.build import a_task
from tests.domain.importing.building import DAYS, UNITS, a_book, a_sheet

TITLES = ["TT", "Nhiệm vụ", "Đơn vị", "Hạn", "Trạng thái"]
ONE = [1, "Rà soát các hộ vay vốn", "HND", "30/6/2018", "Đang thực hiện"]
TWO = [2, "Tập huấn cho cán bộ Hội", "Tỉnh Đoàn", "31/7/2018", "Chưa thực hiện"]


def plan_of(*sheets, book=None, hidden=True):
    found = [find_tables(sheet, UNITS, DAYS) for sheet in sheets]
    tables = tuple(table for sheet in found for table in sheet.tables)
    return make_plan(
        FoundTables(tables=tables, sheets=tuple(found)), book or a_book(), hidden=hidden
    )


def outcomes(plan):
    return [(row.row, row.outcome) for row in plan.rows]


def test_every_row_of_every_sheet_has_a_verdict() -> None:
    sheet = a_sheet(
        ["SỔ NĂM 2018"], [], TITLES, ONE, ["I", "Công tác hội"], TWO, ["Cộng", "2 việc"]
    )
    other = a_sheet(["DANH SÁCH CÁN BỘ"], ["TT", "Họ và tên", "Ngày sinh"], name="Khác")

    plan = plan_of(sheet, other)

    assert outcomes(plan) == [(4, RowOutcome.NEW), (6, RowOutcome.NEW)]
    assert [(row.sheet, row.row, row.reason) for row in plan.passed] == [
        ("Sổ", 1, PassReason.ABOVE),
        ("Sổ", 3, PassReason.TITLES),
        ("Sổ", 5, PassReason.HEADING),
        ("Sổ", 7, PassReason.SUBTOTAL),
        ("Khác", 1, PassReason.NOT_A_REGISTER),
        ("Khác", 2, PassReason.NOT_A_REGISTER),
    ]


def test_the_same_tasks_again_are_the_same() -> None:
    task = a_task(
        title="RÀ SOÁT các hộ vay vốn", lead_unit_id=UnitId(1), due=date(2018, 6, 30),
    )  # fmt: skip
    book = a_book(by_code={"NV-2018-001": Existing(task=task)})

    plan = plan_of(a_sheet(TITLES, ONE, TWO, [3, *ONE[1:]]), book=book)

    assert [outcome for _, outcome in outcomes(plan)] == [
        RowOutcome.SAME, RowOutcome.NEW, RowOutcome.NEW,
    ]  # fmt: skip


def test_a_row_that_is_there_twice_is_told_and_on_another_sheet_passed_over() -> None:
    plan = plan_of(a_sheet(TITLES, ONE, [2, *ONE[1:]]), a_sheet(TITLES, ONE, name="Bản sao"))

    assert [[a.code for a in row.assumed if a.code == "twice"] for row in plan.rows] == [
        [], ["twice"],
    ]  # fmt: skip
    (repeated,) = [row for row in plan.passed if row.reason is PassReason.REPEATED]
    assert (repeated.sheet, repeated.row, repeated.detail) == ("Bản sao", 2, "2|Sổ")


def test_one_office_code_used_twice_stays_with_both_and_is_told() -> None:
    titles = ["Mã", *TITLES[1:]]

    plan = plan_of(a_sheet(titles, ["TT-05", *ONE[1:]], ["TT-05", *TWO[1:]]))

    assert [office_code(row.task.note) for row in plan.rows] == ["TT-05", "TT-05"]
    assert [(a.code, a.params["row"]) for a in plan.rows[1].assumed] == [("code_repeated", "2")]


def test_a_code_of_ours_that_the_book_has_not_is_refused() -> None:
    plan = plan_of(a_sheet(["Mã", *TITLES[1:]], ["nv-2018-007", *ONE[1:]], ["TT-1", *TWO[1:]]))

    assert [(p.row, p.error.code) for p in plan.problems] == [(2, "code_unknown")]


def test_a_cell_that_is_not_read_rejects_its_row_with_every_reason() -> None:
    plan = plan_of(a_sheet(TITLES, ONE, [2, "Tập huấn", "Sở Lạ", "31/02/2018", None]))

    assert [(p.row, p.column, p.error.code) for p in plan.problems] == [
        (3, 2, "unit_unknown"),
        (3, 3, "date_impossible"),
    ]
    assert (plan.unknown, plan.rows[1].outcome) == (("Sở Lạ",), RowOutcome.REJECTED)


def test_two_leads_are_two_tasks_when_a_person_says_so() -> None:
    sheet = a_sheet(TITLES, [1, "Rà soát các hộ", "HND, Tỉnh Đoàn", "30/6/2018", None], TWO)

    asked = plan_of(sheet)
    split = plan_of(sheet, book=a_book(LeadPolicy.SPLIT))

    assert [p.error.code for p in asked.problems] == ["two_leads"]
    assert [(row.row, row.part, row.task.lead_unit_id) for row in split.rows] == [
        (2, 1, 1), (2, 2, 2), (3, 0, 2),
    ]  # fmt: skip


def test_the_first_leads_where_one_column_is_said_to_hold_all() -> None:
    titles = ["TT", "Nhiệm vụ", "Đơn vị chủ trì, phối hợp", "Hạn"]

    plan = plan_of(a_sheet(titles, [1, "Rà soát các hộ", "HND, Tỉnh Đoàn", "30/6/2018"]))

    assert (plan.rows[0].task.lead_unit_id, plan.rows[0].coordinating) == (1, (2,))


def test_a_task_has_the_unit_of_its_heading_or_of_what_it_is_part_of() -> None:
    plan = plan_of(
        a_sheet(
            TITLES,
            ["I", "Tỉnh Đoàn"],
            [1, "Rà soát các hộ", None, "30/6/2018", None],
            [2, "Tập huấn cho cán bộ", "HND", "30/6/2018", None],
            ["2.1", "Soạn tài liệu", None, "1/6/2018", None],
        )
    )

    assert [row.task.lead_unit_id for row in plan.rows] == [2, 1, 1]
    assert [a.code for a in plan.rows[2].assumed] == ["parent_leads"]
    assert plan.passed[1].reason is PassReason.UNIT_HEADING


def test_rows_struck_through_are_cancelled_and_told() -> None:
    plan = plan_of(a_sheet(TITLES, ONE, TWO, struck=frozenset({(3, 2)})))

    assert [row.task.work_state for row in plan.rows] == [
        WorkState.IN_PROGRESS, WorkState.CANCELLED,
    ]  # fmt: skip
    assert "struck" in [a.code for a in plan.rows[1].assumed]


def test_a_deadline_struck_through_in_part_was_the_first_one() -> None:
    row = [1, "Rà soát các hộ", "HND", "30/4/2018 15/6/2018", None]

    plan = plan_of(a_sheet(TITLES, row, struck_parts={(2, 4): ("30/4/2018", " 15/6/2018")}))

    (planned,) = plan.rows
    assert (planned.task.due, planned.task.original_due) == (date(2018, 6, 15), date(2018, 4, 30))
    assert [a.code for a in planned.assumed] == ["struck_part"]


def test_a_task_marked_twice_is_refused() -> None:
    titles = ["TT", "Nhiệm vụ", "Hạn", "Đã xong", "Đang làm"]
    rows = [
        [1, "Rà soát các hộ", "30/6/2018", "x", "x"],
        [2, "Tập huấn cho cán bộ", "30/6/2018", None, "x"],
    ]

    plan = plan_of(a_sheet(titles, *rows))

    assert [p.error.code for p in plan.problems] == ["two_marks"]
    assert plan.rows[1].task.work_state is WorkState.IN_PROGRESS


def test_hidden_rows_are_left_out_when_a_person_says_so() -> None:
    sheet = a_sheet(TITLES, ONE, TWO, hidden_rows=frozenset({3}))

    assert len(plan_of(sheet).rows) == 2
    left = plan_of(sheet, hidden=False)
    assert [(row.row, row.reason) for row in left.passed] == [
        (1, PassReason.TITLES), (3, PassReason.HIDDEN),
    ]  # fmt: skip


def test_formulas_without_values_reject_their_row() -> None:
    plan = plan_of(a_sheet(TITLES, ONE, [*TWO[:3], None, None], uncalculated=frozenset({(3, 4)})))

    assert [(p.column, p.error.code) for p in plan.problems] == [(3, "formula_without_value")]


def test_a_known_task_is_changed_by_what_differs_from_what_is_shown() -> None:
    task = a_task(title="Rà soát các hộ vay vốn", lead_unit_id=UnitId(1))
    shown = {ImportColumn.WORK: ONE[1], ImportColumn.LEAD: "HND", ImportColumn.STATE: ONE[4]}
    book = a_book(by_code={"NV-2018-001": Existing(task=task, shown=shown)})
    titles = ["Mã", *TITLES[1:]]

    plan = plan_of(
        a_sheet(titles, ["NV\u20112018\u2011001", *ONE[1:]], ["TT-2", *TWO[1:]]), book=book
    )

    row = plan.rows[0]
    assert (row.outcome, row.task.due) == (RowOutcome.CHANGED, date(2018, 6, 30))
    assert [(c.column, c.before, c.after) for c in row.changes] == [(3, "", "30/6/2018")]


def test_bare_numbers_below_a_month_or_a_quarter_are_its_months_and_quarters() -> None:
    titles = ["TT", "Nhiệm vụ", "Đơn vị", "Tháng hoàn thành"]
    rows = (
        [1, "Rà soát hộ vay", "HND", 5],
        [2, "Tập huấn cán bộ", "HND", "6"],
        [3, "Kiểm tra cơ sở", "HND", 13],
    )

    planned = plan_of(a_sheet(["SỔ NĂM 2018"], titles, *rows)).rows

    assert [row.task and row.task.due for row in planned] == [
        date(2018, 5, 31),
        date(2018, 6, 30),
        None,
    ]
