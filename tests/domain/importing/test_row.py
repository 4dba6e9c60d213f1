"""The cells of one row put into a task."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.row import LeadPolicy, RowContext, TaskInMaking
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import Origin, Urgency, WorkState
from tests.build import a_task
from tests.domain.importing.building import DAYS, UNITS

C = ImportColumn


def new(**context) -> TaskInMaking:
    given = {"units": UNITS, "days": DAYS} | context
    return TaskInMaking(task=a_task(assigned_on=None, work_state=WorkState.NOT_STARTED),
                        is_new=True, context=RowContext(**given))  # fmt: skip


def known(**task) -> TaskInMaking:
    return TaskInMaking(task=a_task(**task), context=RowContext(units=UNITS, days=DAYS))


def codes(made: TaskInMaking) -> list[str]:
    return [assumed.code for assumed in made.assumed]


def test_a_title_wrapped_in_its_cell_is_one_text() -> None:
    made, ours = new(), new(keeps_lines=True)
    for making in (made, ours):
        making.put(C.WORK, "Rà soát\ncác hộ")

    assert (made.task.title, made.task.content) == ("Rà soát các hộ", "")
    assert (ours.task.title, ours.task.content) == ("Rà soát", "các hộ")


def test_the_error_of_a_formula_is_told_or_refused_where_it_matters() -> None:
    made = new()
    made.put(C.DUE, "#N/A")

    assert (made.task.due, codes(made)) == (None, ["failed"])
    for held in (C.WORK, C.LEAD, C.CODE):
        with pytest.raises(RuleViolation, match="cell_failed"):
            made.put(held, "#REF!")
    with pytest.raises(RuleViolation, match="cell_failed"):
        known().put(C.DUE, "#N/A")


def test_a_cell_may_ask_to_be_emptied() -> None:
    made = known(due=date(2018, 4, 1), percent=40, note="x")
    for held in (C.DUE, C.PERCENT, C.NOTE, C.PRODUCT, C.COORDINATING, C.LEAD):
        made.put(held, "(xóa)")

    assert (made.task.due, made.task.deadline_kind) == (None, DeadlineKind.NONE)
    assert (made.task.percent, made.task.note, made.coordinating) == (None, "", ())


def test_what_fits_no_field_of_a_new_task_is_left_out_and_told() -> None:
    made = new()
    made.put(C.ASSIGNED, "đầu năm ngoái")
    made.put(C.URGENCY, "rất cần")

    assert (made.task.assigned_on, made.task.urgency, made.task.note) == (
        None,
        Urgency.NORMAL,
        "rất cần",
    )
    assert codes(made) == ["left_out", "left_out"]
    with pytest.raises(RuleViolation):
        known().put(C.URGENCY, "rất cần")


def test_a_source_makes_a_directive() -> None:
    made = new()
    made.put(C.SOURCE, "Thông báo 12-TB/TU")

    assert (made.task.quoted, made.task.origin) == ("Thông báo 12-TB/TU", Origin.DIRECTIVE)


# --- units


def test_one_leads_and_the_others_of_the_cell_take_part() -> None:
    made = new()
    made.put(C.LEAD, "HND chủ trì, phối hợp với Tỉnh Đoàn và các đơn vị liên quan")

    assert (made.task.lead_unit_id, made.coordinating) == (1, (2,))
    assert (codes(made), made.task.note) == (["group"], "Phối hợp: các đơn vị liên quan")


def test_two_leading_units_are_asked_about_or_the_first_leads() -> None:
    with pytest.raises(RuleViolation, match="two_leads"):
        new().put(C.LEAD, "HND, Tỉnh Đoàn")
    made = new(policy=LeadPolicy.FIRST)
    made.put(C.LEAD, "HND, Tỉnh Đoàn")

    assert (made.task.lead_unit_id, made.coordinating, codes(made)) == (1, (2,), ["first_leads"])


@pytest.mark.parametrize(
    ("typed", "code"), [("Sở Lạ", "unit_unknown"), ("các đơn vị", "lead_is_group")]
)
def test_who_does_not_lead_is_refused(typed, code) -> None:
    with pytest.raises(RuleViolation, match=code):
        new().put(C.LEAD, typed)


def test_an_unknown_unit_that_takes_part_stays_in_the_note_of_a_new_task() -> None:
    made = new()
    made.put(C.COORDINATING, "HND; Sở Lạ")

    assert (made.coordinating, made.task.note, made.unknown) == ((1,), "Phối hợp: Sở Lạ", ["Sở Lạ"])
    with pytest.raises(RuleViolation, match="unit_unknown"):
        known().put(C.COORDINATING, "HND; Sở Lạ")


def test_another_spelling_is_taken_and_told() -> None:
    made = new()
    made.put(C.LEAD, "Hội Nông Dâm tỉnh")

    assert (made.task.lead_unit_id, codes(made)) == (1, ["spelling"])
    assert made.spellings == {"Hội Nông Dâm tỉnh": 1}


# --- days


def test_a_new_deadline_keeps_the_first_one() -> None:
    made = new()
    made.put(C.DUE, date(2018, 4, 1))
    made.put(C.EXTENDED, "30/6/2018")

    assert (made.task.due, made.task.original_due) == (date(2018, 6, 30), date(2018, 4, 1))


def test_what_was_assumed_of_a_day_is_told() -> None:
    made = new(turned_days=True)
    made.put(C.DUE, "4/5")

    assert codes(made) == ["year"]
    made.put(C.DUE, date(2018, 5, 4))
    assert codes(made) == ["year", "swapped"]


@pytest.mark.parametrize(
    ("value", "code"),
    [(date(2018, 4, 1), "finished_in_future"), ("31/3/2019", "finished_in_future")],
)
def test_nothing_was_finished_after_today(value, code) -> None:
    with pytest.raises(RuleViolation, match=code):
        new().put(C.FINISHED, value)


def test_the_day_of_an_end_and_another_state_do_not_go_together() -> None:
    made = new()
    made.put(C.STATE, "Đang thực hiện")

    with pytest.raises(RuleViolation, match="finished_not_done"):
        made.put(C.FINISHED, date(2018, 3, 1))


def test_words_where_the_day_of_the_end_is_usual_say_a_state() -> None:
    made = new()
    made.put(C.FINISHED, "chưa xong")

    assert made.task.work_state is WorkState.IN_PROGRESS


# --- states


def test_an_account_in_the_column_of_states_is_kept_as_the_result() -> None:
    made = new()
    made.put(C.STATE, "Đã hoàn thành việc thu hồ sơ của 12 xã")

    assert made.task.work_state is WorkState.IN_PROGRESS
    assert made.result == "Đã hoàn thành việc thu hồ sơ của 12 xã"
    assert codes(made) == ["state"]


def test_a_state_in_the_column_of_accounts_counts_where_no_other_says_one() -> None:
    made, beside = new(), new()
    made.put(C.PROGRESS, "Đã xong ngày 12/3/2018")
    beside.put(C.STATE, "Đang thực hiện")
    beside.put(C.PROGRESS, "Đã xong")

    assert (made.task.work_state, made.task.finished_on) == (WorkState.DONE, date(2018, 3, 12))
    assert (beside.task.work_state, beside.result) == (WorkState.IN_PROGRESS, "Đã xong")


def test_a_state_of_a_known_task_is_sure_or_refused() -> None:
    with pytest.raises(RuleViolation, match="state_unreadable"):
        known().put(C.STATE, "Gần xong")


@pytest.mark.parametrize(
    ("value", "state", "percent"),
    [(100, WorkState.DONE, 100), (0.4, WorkState.IN_PROGRESS, 40), (0, WorkState.NOT_STARTED, 0)],
)
def test_a_share_alone_says_the_state_and_that_is_told(value, state, percent) -> None:
    made = new()
    made.put(C.PERCENT, value)
    made.conclude(says_finished=False)

    assert (made.task.work_state, made.task.percent) == (state, percent)
    assert "state_of_share" in codes(made)


def test_words_where_a_share_is_usual_are_an_account() -> None:
    made = new()
    made.put(C.PERCENT, "đang chờ ý kiến của Thường trực")

    assert (made.task.percent, made.result) == (None, "đang chờ ý kiến của Thường trực")


def test_what_the_row_leaves_open_is_told_at_its_end() -> None:
    made = new(days=DayContext(today=date(2018, 3, 31)))
    made.put(C.STATE, "Hoàn thành")
    made.put(C.PERCENT, "80 %")
    made.conclude(says_finished=False)

    assert codes(made) == ["beside_share", "no_lead", "finished"]
    assert made.task.finished_on == date(2018, 3, 31)


@pytest.mark.parametrize(
    ("account", "state"),
    [
        ("Đã hòa giải thành", WorkState.DONE),
        ("Đã làm 3 xã, còn 2 xã", WorkState.IN_PROGRESS),
        ("Chưa xong", WorkState.IN_PROGRESS),
    ],
)
def test_a_whole_share_ends_work_whose_account_leaves_nothing_open(account, state) -> None:
    made = new()
    made.put(C.PERCENT, "100%")
    made.put(C.PROGRESS, account)
    made.conclude(says_finished=False)

    assert made.task.work_state is state
