"""A draft is withheld until its notice, and released with the final words of its conclusion."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import releasing
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit, fan_out, issue_notice
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
TEXT = "Rà soát hộ vay vốn"


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(opened)
    for name in ("HND", "TĐ"):
        committee_actions.add_unit(opened, a_unit(name=name, short_name=name))
    yield opened
    opened.close()


@pytest.fixture
def conference(store):
    return conference_actions.add(store, a_conference(code="", state=ConferenceState.HELD), TODAY)


@pytest.fixture
def conclusion(store, conference):
    new = a_conclusion(conference_id=conference.id, number=0, text=TEXT)
    return conclusion_actions.add(store, new)


def assigned(store, conclusion, *units, **terms):
    return assignment_actions.assign(store, fan_out((conclusion.id,), units, **terms), TODAY)


def released(store, tasks, day=TODAY):
    with store.write(Op.RELEASE_TASKS) as work:
        return releasing.release(work, tasks, day)


def test_a_new_task_is_a_draft_until_the_notice_is_issued(store, conference, conclusion):
    with store.write(Op.ADD_TASK) as work:
        before = releasing.state_of_new(work, conference.id)
    issue_notice(store, conference, TODAY)
    with store.write(Op.ADD_TASK) as work:
        after = releasing.state_of_new(work, conference.id)

    assert (before, after) == (WorkState.DRAFT, WorkState.NOT_STARTED)


def test_a_copy_of_a_withheld_draft_is_withheld_too(store, conclusion):
    (draft,) = assigned(store, conclusion, 1)
    with store.write(Op.DUPLICATE_TASK) as work:
        states = [releasing.state_of_copy(work, one) for one in (draft, a_task())]

    assert states == [WorkState.DRAFT, WorkState.NOT_STARTED]


@pytest.mark.parametrize("state", WorkState)
def test_a_withheld_draft_stays_one_or_is_cancelled(store, conclusion, state):
    (draft,) = assigned(store, conclusion, 1)
    with store.write(Op.SET_WORK_STATE) as work:
        if state in (WorkState.DRAFT, WorkState.CANCELLED):
            releasing.ensure_released(work, draft, state)
        else:
            with pytest.raises(RuleViolation, match="task_withheld"):
                releasing.ensure_released(work, draft, state)


def test_a_released_draft_is_live_from_that_day(store, conclusion):
    drafts = assigned(store, conclusion, 1, due=date(2018, 5, 1))

    (task,) = released(store, drafts)

    assert (task.work_state, task.assigned_on) == (WorkState.NOT_STARTED, TODAY)
    assert (task.due, task.original_due) == (date(2018, 5, 1), date(2018, 5, 1))


def test_a_parent_goes_with_the_first_of_its_children(store, conclusion):
    parent, first, second = assigned(store, conclusion, 1, 2)

    given = released(store, [first])

    assert [task.id for task in given] == [first.id, parent.id]
    assert TASKS.get(store.connection, second.id).work_state is WorkState.DRAFT
    assert [task.id for task in released(store, [second])] == [second.id]


def test_a_draft_takes_over_the_words_its_conclusion_was_issued_with(store, conclusion):
    drafts = assigned(store, conclusion, 1)
    conclusion_actions.edit(store, replace(conclusion, text="Rà soát toàn bộ"))

    (task,) = released(store, drafts)

    assert (task.title, task.content, task.quoted) == ("Rà soát toàn bộ",) * 3


def test_words_written_by_hand_stay(store, conclusion):
    (draft,) = assigned(store, conclusion, 1)
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(draft, title="Tên riêng", content="Nội dung riêng"))
    conclusion_actions.edit(store, replace(conclusion, text="Rà soát toàn bộ"))

    (task,) = released(store, [TASKS.get(store.connection, draft.id)])

    assert (task.title, task.content, task.quoted) == (
        "Tên riêng", "Nội dung riêng", "Rà soát toàn bộ",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "due"),
    [
        ("trong 10 ngày", date(2018, 4, 10)),
        ("trong 10 ngày kể từ ngày ban hành", date(2018, 4, 10)),
        ("sau 1 tháng", date(2018, 4, 30)),
        ("trước Đại hội", None),
    ],
)
def test_a_length_of_time_runs_from_the_day_of_release(store, conclusion, wording, due):
    drafts = assigned(store, conclusion, 1, deadline_wording=wording)

    (task,) = released(store, drafts)

    assert task.due == due
    assert task.deadline_kind is (DeadlineKind.NONE if due is None else DeadlineKind.DATE)


def test_a_draft_of_no_conclusion_keeps_its_words(store):
    with store.write(Op.ADD_TASK) as work:
        draft = work.add(TASKS, a_task(work_state=WorkState.DRAFT, assigned_on=None))

    (task,) = released(store, [draft])

    assert (task.title, task.work_state) == (draft.title, WorkState.NOT_STARTED)


def test_a_conclusion_without_words_is_named_by_its_number():
    assert releasing.conclusion_title(a_conclusion(text=" ", number=4)) == "Kết luận 4"
    assert releasing.conclusion_title(a_conclusion(text=TEXT)) == TEXT


def test_why_a_task_was_given_early_stays_in_its_history(store, conclusion):
    (draft,) = assigned(store, conclusion, 1)
    with store.write(Op.RELEASE_TASKS) as work:
        releasing.note_release(work, draft, " gấp ", TODAY)

    (report,) = task_queries.reports(store.connection, draft.id)
    assert report.result == "Giao trước khi ban hành thông báo: gấp"
