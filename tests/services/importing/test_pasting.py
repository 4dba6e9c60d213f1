"""Rows of a list pasted back: nothing is lost, nothing changes that was not typed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.importing.clipboard import as_tabs, from_tabs
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.values.cells import is_blank
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, Task, WorkState
from coordapp.domain.words.labels import listed_left
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.importing import import_actions, import_reading
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)
TITLED = ["Mã", "Nhiệm vụ", "Chủ trì", "Hạn"]


@pytest.fixture
def book(store: Store) -> Store:
    set_up(store)
    committee_actions.add_unit(
        store, a_unit(name="Hội Nông dân tỉnh", short_name="HND", aliases="Nông hội")
    )
    return store


def add(book: Store, **given) -> Task:
    return task_actions.add(
        book, TaskDraft(task=a_task(**{"code": "", "title": "Việc", **given})), TODAY
    )


def looked_at(book: Store, rows: list[list[str]]):
    """Plan rows that went over the clipboard: give what would be agreed to, and its plan."""
    sheet = Sheet(name="dán", rows=from_tabs(as_tabs(rows)))
    workbook, choices = Workbook(sheets=(sheet,)), ImportChoices(on_screen=True)
    found, plan = import_reading.plan(book.connection, workbook, choices, TODAY)
    return AgreedImport(workbook=workbook, tables=found, choices=choices, plan=plan), plan


def pasted(book: Store, *rows: list[str]) -> ImportPlan:
    agreed, _ = looked_at(book, [list(row) for row in rows])
    move = DeadlineMove(ground=Ground.EXTENSION, reason="chờ kinh phí")
    agreed = replace(agreed, move=move)
    return import_actions.paste(book, agreed, TODAY)


def verdicts(book: Store, *rows: list[str]) -> list[RowOutcome]:
    return [row.outcome for row in looked_at(book, [list(row) for row in rows])[1].rows]


@pytest.mark.parametrize(
    "title",
    ["Thư ký chuẩn bị tài liệu", "Cộng tác viên báo cáo", "Tổng số hộ được giúp", "Ghi chú", "(1)"],
)
def test_no_pasted_row_is_taken_for_a_total_or_a_signature(book, title) -> None:
    rows = [["Việc đầu", "HND"], [title, "HND"], ["", ""], ["Việc cuối", "HND"]]

    assert verdicts(book, ["Nhiệm vụ", "Chủ trì"], *rows) == [RowOutcome.NEW] * 3


def test_a_code_and_one_column_are_enough_to_change_tasks(book) -> None:
    task = add(book)

    pasted(book, ["Mã", "Hạn"], [task.code, "30/6/2018"])

    assert TASKS.get(book.connection, task.id).due == date(2018, 6, 30)
    assert TASKS.get(book.connection, task.id).title == task.title


def test_a_code_alone_makes_no_task(book) -> None:
    assert verdicts(book, ["Mã", "Hạn"], ["", "30/6/2018"]) == [RowOutcome.REJECTED]


@pytest.mark.parametrize("code", ["NV-2018-999", "12/KH", "nv 1"])
def test_a_code_the_book_does_not_know_is_refused(book, code) -> None:
    _, plan = looked_at(book, [["Mã", "Nhiệm vụ"], [code, "Việc"]])

    assert [problem.error.code for problem in plan.problems] == ["code_unknown"]


def test_a_code_is_known_however_its_letters_and_dashes_are_written(book) -> None:
    code = add(book).code

    for written in (code.lower(), code.replace("-", "\u2013"), f" \xa0{code}\u200b "):
        assert verdicts(book, ["Mã", "Nhiệm vụ"], [written, "Việc"]) == [RowOutcome.SAME]


@pytest.mark.parametrize("titles", [["Thời hạn", "Hạn"], ["Hạn", "Thời hạn"]])
def test_beside_the_deadline_the_days_left_are_not_read(book, titles) -> None:
    task = add(book, due=date(2018, 4, 5))
    cells = {"Hạn": "05/04/2018", "Thời hạn": "Còn 5 ngày"}

    row = [task.code, *(cells[title] for title in titles)]

    assert verdicts(book, ["Mã", *titles], row) == [RowOutcome.SAME]


@pytest.mark.parametrize(
    "given",
    [
        {"due": date(2018, 4, 5)},
        {"due": date(2018, 3, 1)},
        {"due": date(2018, 3, 1), "work_state": WorkState.ON_HOLD},
        {"deadline_kind": DeadlineKind.PERIODIC, "deadline_wording": "hằng quý"},
        {"deadline_kind": DeadlineKind.ONGOING},
        {},
    ],
)
def test_the_days_left_as_the_list_shows_them_change_nothing(book, given) -> None:
    task = add(book, **given)
    row = task_queries.get_row(book.connection, task.id, TODAY)

    cells = [task.code, listed_left(row, TODAY)]

    assert verdicts(book, ["Mã", "Thời hạn"], cells) == [RowOutcome.SAME]


def test_days_left_of_another_day_are_no_deadline(book) -> None:
    task = add(book, due=date(2018, 4, 5))
    _, plan = looked_at(book, [["Mã", "Thời hạn"], [task.code, "Còn 4 ngày"]])

    assert [problem.error.code for problem in plan.problems] == ["deadline_is_remark"]


def test_a_pasted_day_keeps_the_kind_and_the_words_of_the_paper(book) -> None:
    periodic = add(
        book,
        due=date(2018, 3, 31),
        deadline_kind=DeadlineKind.PERIODIC,
        deadline_wording="hằng quý",
    )

    pasted(book, ["Mã", "Hạn"], [periodic.code, "30/6/2018"])

    after = TASKS.get(book.connection, periodic.id)
    assert (after.due, after.deadline_kind) == (date(2018, 6, 30), DeadlineKind.PERIODIC)
    assert after.deadline_wording == "hằng quý"
    assert after.original_due == date(2018, 3, 31)


@pytest.mark.parametrize("name", ["HND", "Nông hội", "hoi nong dan", "HỘI NÔNG DÂN TỈNH"])
def test_a_unit_is_pasted_by_any_of_its_names(book, name) -> None:
    task = add(book)

    pasted(book, ["MA", "Don vi chu tri"], [task.code, f"\xa0{name} "])

    assert TASKS.get(book.connection, task.id).lead_unit_id == 1


def test_blank_cells_change_nothing_and_the_word_for_it_clears(book) -> None:
    task = add(book, lead_unit_id=1, due=date(2018, 4, 5))

    pasted(book, TITLED, [task.code, " ", "(xóa)", "\xa0"])

    after = TASKS.get(book.connection, task.id)
    assert (after.title, after.lead_unit_id, after.due) == ("Việc", None, date(2018, 4, 5))


@pytest.mark.parametrize(
    ("title", "typed", "verdict"),
    [
        ("Hạn", "30/6/2018", RowOutcome.REJECTED),
        ("Trạng thái", "Đã hoàn thành", RowOutcome.REJECTED),
        ("%", "40", RowOutcome.REJECTED),
        ("Hạn", "05/04/2018", RowOutcome.SAME),
        ("Trạng thái", "0/1 đơn vị hoàn thành", RowOutcome.SAME),
        ("Ghi chú", "theo dõi", RowOutcome.CHANGED),
    ],
)
def test_of_a_parent_only_its_own_is_changed(book, title, typed, verdict) -> None:
    parent = add(book)
    add(book, title="Nhiệm vụ của đơn vị", parent_id=parent.id, due=date(2018, 4, 5))

    assert verdicts(book, ["Mã", title], [parent.code, typed]) == [verdict]


@pytest.mark.parametrize(
    ("title", "typed", "verdict"),
    [
        ("Trạng thái", "Đang thực hiện", RowOutcome.REJECTED),
        ("Trạng thái", "Đã hủy", RowOutcome.CHANGED),
        ("Hạn", "30/6/2018", RowOutcome.CHANGED),
    ],
)
def test_a_draft_is_not_let_go_before_its_notice(book, title, typed, verdict) -> None:
    conference = conference_actions.add(book, a_conference(code=""), TODAY)
    conclusion = conclusion_actions.add(book, a_conclusion(conference_id=conference.id, number=0))
    draft = add(book, conclusion_id=conclusion.id, work_state=WorkState.DRAFT)

    _, plan = looked_at(book, [["Mã", title], [draft.code, typed]])

    assert [row.outcome for row in plan.rows] == [verdict]
    refused = ["task_withheld"] if verdict is RowOutcome.REJECTED else []
    assert [problem.error.code for problem in plan.problems] == refused


def test_a_unit_that_now_leads_no_longer_coordinates(book) -> None:
    other = committee_actions.add_unit(book, a_unit(name="Tỉnh Đoàn", short_name="TĐ"))
    draft = TaskDraft(
        task=a_task(code="", title="Việc", lead_unit_id=1), coordination=((other.id, "cử người"),)
    )
    task = task_actions.add(book, draft, TODAY)

    pasted(book, ["Mã", "Chủ trì"], [task.code, "TĐ"])

    assert TASKS.get(book.connection, task.id).lead_unit_id == other.id
    assert task_queries.coordinations(book.connection, task.id) == []


def test_coordinating_units_in_another_order_are_the_same(book) -> None:
    second, third = (
        committee_actions.add_unit(book, a_unit(name=name, short_name=name))
        for name in ("Hai", "Ba")
    )
    draft = TaskDraft(
        task=a_task(code="", title="Việc"), coordination=((second.id, ""), (third.id, ""))
    )
    task = task_actions.add(book, draft, TODAY)

    for typed, verdict in (("Ba; Hai", "same"), ("Ba", "changed"), ("(xóa)", "changed")):
        assert verdicts(book, ["Mã", "Phối hợp"], [task.code, typed]) == [RowOutcome(verdict)]


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",)) | st.sampled_from('\t\n\r"ếạđ '),
    max_size=12,
)
ROWS = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ROWS)
def test_any_rows_pasted_are_all_there_and_pasted_again_change_nothing(book, texts) -> None:
    rows = [["Nhiệm vụ", "Ghi chú"], *map(list, texts)]
    agreed, plan = looked_at(book, rows)
    if not plan.count(RowOutcome.NEW):
        return

    shown = [row for row in agreed.tables.tables[0].sheet.rows[1:] if not all(map(is_blank, row))]
    assert len(plan.rows) == len(shown)
    import_actions.paste(book, agreed, TODAY)
    again = looked_at(book, rows)[1]
    assert again.count(RowOutcome.NEW) == again.count(RowOutcome.CHANGED) == 0
