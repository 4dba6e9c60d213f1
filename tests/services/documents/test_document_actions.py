"""Papers get numbers, and the notice of a conference lets its drafts go."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.unit import Unit
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.figures.status import Grouping
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId, TaskId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.messages import sentence
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions, paper_reading
from coordapp.services.tasks import bulk_actions, period_actions, task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store.file.tables import CONCLUSIONS, DOCUMENTS, TASKS
from coordapp.store.past import replay, status_queries
from coordapp.store.queries import committee_queries, document_queries, task_queries
from tests.build import a_conclusion, a_conference, a_unit, fan_out
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
ISSUED = date(2018, 4, 5)
NOTICE = DocumentType.NOTICE


@pytest.fixture
def conference(store):
    set_up(store)
    committee_actions.add_unit(store, a_unit(short_name="HND"))
    committee_actions.add_unit(store, a_unit(short_name="TĐ"))
    return conference_actions.add(store, a_conference(minutes_number=None), TODAY)


@pytest.fixture
def conclusion(store, conference):
    return conclusion_actions.add(store, a_conclusion(conference_id=conference.id, text="Rà soát"))


def lead_units(store) -> list[Unit]:
    from coordapp.store.queries import unit_queries

    return unit_queries.all_units(store.connection)


def drafted(store, conclusion, count: int = 1, **more) -> list[Task]:
    chosen = tuple(unit.id for unit in lead_units(store)[:count])
    return assignment_actions.assign(store, fan_out((conclusion.id,), chosen, **more), TODAY)


def notice(store, conference, number: int = 5, day: date = ISSUED, type_=NOTICE):
    blank = document_actions.blank(store.connection, type_, conference.id)
    return replace(blank, number=number, issued_on=day)


def now(store, task: Task) -> Task:
    return TASKS.get(store.connection, task.id)


def refusal(action) -> str:
    with pytest.raises(RuleViolation) as refused:
        action()
    assert sentence(refused.value)
    return refused.value.code


# --- held back


def test_a_task_of_a_conference_not_yet_issued_is_a_draft_without_a_day(store, conclusion):
    (task,) = drafted(store, conclusion, due=date(2018, 3, 1))

    assert (task.work_state, task.assigned_on) == (WorkState.DRAFT, None)


def test_a_draft_is_outside_all_figures(store, conclusion):
    drafted(store, conclusion, 2, due=date(2018, 3, 1))

    rows = task_queries.find(store.connection, TaskQuery(), TODAY)
    assert {row.deadline.value for row in rows} == {"no_deadline"}
    assert paper_reading.register(store.connection, TaskQuery(), TODAY).rows == ()
    assert paper_reading.register(store.connection, TaskQuery(), TODAY, past=True).rows == ()


def test_drafts_are_printed_when_they_are_asked_for(store, conclusion):
    drafted(store, conclusion)

    asked = TaskQuery(work_states=frozenset({WorkState.DRAFT}))
    assert len(paper_reading.register(store.connection, asked, TODAY).rows) == 1


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(
            lambda store, task: task_actions.set_work_state(
                store, task.id, WorkState.IN_PROGRESS, TODAY
            ),
            id="state",
        ),
        pytest.param(
            lambda store, task: task_actions.edit(
                store, TaskDraft(task=replace(task, work_state=WorkState.NOT_STARTED)), TODAY
            ),
            id="dialog",
        ),
        pytest.param(
            lambda store, task: task_actions.report_progress(
                store,
                task.id,
                ReportDraft(
                    happened_on=TODAY, unit_id=task.lead_unit_id, state=WorkState.IN_PROGRESS
                ),
            ),
            id="report",
        ),
    ],
)
def test_a_draft_is_not_started_behind_the_notice(store, conclusion, start):
    (task,) = drafted(store, conclusion)

    assert refusal(lambda: start(store, task)) == "task_withheld"
    assert now(store, task) == task


def test_periods_of_a_draft_wait_too(store, conclusion):
    (task,) = drafted(
        store, conclusion, deadline_kind=DeadlineKind.PERIODIC, deadline_wording="hằng tháng"
    )

    assert refusal(lambda: period_actions.open_periods(store, task.id, TODAY)) == "task_withheld"


def test_a_draft_may_be_cancelled_and_its_copy_is_a_draft(store, conclusion):
    (task,) = drafted(store, conclusion)
    (copy,) = bulk_actions.duplicate(store, [task.id], TODAY)
    task_actions.set_work_state(store, task.id, WorkState.CANCELLED, TODAY)

    assert copy.work_state is WorkState.DRAFT


# --- issuing


def test_the_notice_lets_all_drafts_of_its_conference_go_in_one_step(store, conference, conclusion):
    made = drafted(store, conclusion, 2)
    steps = len(store.undo_steps)

    paper, released = document_actions.issue(store, notice(store, conference), TODAY)

    assert paper.symbol == "05-TB/BCĐ"
    assert {task.id for task in released} == {task.id for task in made}
    assert {now(store, task).work_state for task in made} == {WorkState.NOT_STARTED}
    assert {now(store, task).assigned_on for task in made} == {ISSUED}
    assert len(store.undo_steps) == steps + 1
    assert refusal(store.undo) == "issued_is_locked"
    assert {now(store, task).assigned_on for task in made} == {ISSUED}


def test_a_paper_without_a_file_and_the_tasks_it_gave_are_taken_back(store, conference, conclusion):
    made = drafted(store, conclusion, 2)
    paper = notice(store, conference, type_=DocumentType.CONCLUSION)
    document_actions.issue(store, paper, TODAY)

    store.undo()

    assert [now(store, task) for task in made] == made


def test_drafts_of_another_conference_and_ad_hoc_drafts_stay(store, conference, conclusion):
    other = conference_actions.add(store, a_conference(title="Khác"), TODAY)
    elsewhere = conclusion_actions.add(store, a_conclusion(conference_id=other.id))
    (waiting,) = drafted(store, elsewhere)
    ad_hoc = task_actions.add(
        store,
        TaskDraft(
            task=replace(waiting, id=TaskId(0), conclusion_id=None, work_state=WorkState.DRAFT)
        ),
        TODAY,
    )

    document_actions.issue(store, notice(store, conference), TODAY)

    assert now(store, waiting).work_state is WorkState.DRAFT
    assert now(store, ad_hoc).work_state is WorkState.DRAFT


def test_another_kind_of_paper_lets_nothing_go(store, conference, conclusion):
    (task,) = drafted(store, conclusion)

    document_actions.issue(store, notice(store, conference, type_=DocumentType.INVITATION), TODAY)

    assert now(store, task).work_state is WorkState.DRAFT


def test_tasks_made_after_the_notice_are_live_at_once(store, conference, conclusion):
    document_actions.issue(store, notice(store, conference), TODAY)

    (task,) = drafted(store, conclusion)

    assert (task.work_state, task.assigned_on) == (WorkState.NOT_STARTED, TODAY)


@pytest.mark.parametrize(
    ("wording", "due"),
    [
        ("15 ngày", date(2018, 4, 20)),
        ("trong 10 ngày làm việc kể từ ngày ban hành", date(2018, 4, 19)),
        ("trong vòng 2 tuần", date(2018, 4, 19)),
        ("trong quý I/2018", date(2018, 5, 1)),
        ("thường xuyên", date(2018, 5, 1)),
        ("999 năm", date(2018, 5, 1)),
    ],
)
def test_a_length_of_time_runs_from_the_day_of_the_notice(
    store, conference, conclusion, wording, due
):
    (task,) = drafted(store, conclusion, due=date(2018, 5, 1), deadline_wording=wording)

    document_actions.issue(store, notice(store, conference), TODAY)

    assert (now(store, task).due, now(store, task).original_due) == (due, due)


def test_a_conclusion_changed_meanwhile_shows_its_drafts_and_gives_them_its_words(
    store, conference, conclusion
):
    (plain,) = drafted(store, conclusion)
    (named,) = drafted(
        store, conclusion_actions.add(store, replace(conclusion, id=0, number=2, text="Sơ kết"))
    )
    task_actions.edit(store, TaskDraft(task=replace(named, title="Tên riêng")), TODAY)
    for item in CONCLUSIONS.where(store.connection):
        conclusion_actions.edit(store, replace(item, text=f"{item.text} lại"))

    touched = document_queries.reworded(store.connection, conference.id)
    document_actions.issue(store, notice(store, conference), TODAY)

    assert [(c.number, [t.code for t in made]) for c, made in touched] == [
        (1, [plain.code]),
        (2, [named.code]),
    ]
    assert (now(store, plain).title, now(store, plain).quoted) == ("Rà soát lại", "Rà soát lại")
    assert (now(store, named).title, now(store, named).content) == ("Tên riêng", "Sơ kết lại")
    assert document_queries.reworded(store.connection, conference.id) == []


# --- early release


def test_an_early_release_keeps_its_reason_and_takes_the_parent_along(store, conclusion):
    parent, first, second = drafted(store, conclusion, 2)

    document_actions.release_early(store, (first.id,), " giao trực tiếp tại hội nghị ", TODAY)

    assert now(store, first).assigned_on == TODAY
    assert now(store, parent).work_state is WorkState.NOT_STARTED
    assert now(store, second).work_state is WorkState.DRAFT
    (told,) = task_queries.reports(store.connection, first.id)
    assert told.result.endswith("giao trực tiếp tại hội nghị")
    shown = task_queries.get_row(store.connection, parent.id, TODAY)
    assert shown is not None
    assert shown.children == 1


def test_an_early_release_needs_a_reason_and_drafts(store, conference, conclusion):
    (task,) = drafted(store, conclusion)
    release = document_actions.release_early

    assert refusal(lambda: release(store, (task.id,), "  ", TODAY)) == "release_without_reason"
    document_actions.issue(store, notice(store, conference), TODAY)
    assert refusal(lambda: release(store, (task.id,), "vội", TODAY)) == "nothing_to_release"


# --- numbers


def test_the_next_number_of_the_term_is_proposed_across_years(store, conference):
    document_actions.issue(store, notice(store, conference, 5, date(2017, 1, 5)), TODAY)

    known = document_actions.propose(store.connection, notice(store, conference), TODAY)

    assert (known.number, known.symbol, known.warning) == (6, "06-TB/BCĐ", "")


def test_a_state_office_begins_again_each_year(store, conference):
    body = committee_queries.read(store.connection)
    assert body is not None
    committee_actions.edit_committee(store, replace(body, document_style=DocumentStyle.STATE))
    document_actions.issue(store, notice(store, conference, 5, date(2017, 1, 5)), TODAY)
    document_actions.issue(store, notice(store, conference, 2, date(2018, 1, 5)), TODAY)

    known = document_actions.propose(store.connection, notice(store, conference), TODAY)

    assert (known.number, known.symbol) == (3, "03/TB-BCĐ")


def test_gaps_are_told_and_not_refused(store, conference):
    document_actions.issue(store, notice(store, conference, 2), TODAY)
    paper, _ = document_actions.issue(store, notice(store, conference, 5), TODAY)

    known = document_actions.propose(store.connection, paper, TODAY, number=8)

    assert paper.number == 5
    assert "còn thiếu số" not in known.warning  # its own number is being changed
    later = document_actions.propose(store.connection, notice(store, conference), TODAY, number=8)
    assert "Bỏ qua số 06, 07." in later.warning
    assert "còn thiếu số 03, 04" in later.warning


def test_a_repeated_number_needs_agreement(store, conference):
    document_actions.issue(store, notice(store, conference, 5), TODAY)
    again = notice(store, conference, 5)

    assert refusal(lambda: document_actions.issue(store, again, TODAY)) == "number_repeated"
    document_actions.issue(store, again, TODAY, repeat_agreed=True)
    assert len(DOCUMENTS.where(store.connection)) == 2


def test_minutes_and_their_supplements_share_a_run(store, conference):
    conference_actions.edit(store, replace(conference, minutes_number=7))
    blank = document_actions.blank(store.connection, DocumentType.SUPPLEMENT, conference.id)
    own = document_actions.blank(store.connection, DocumentType.MINUTES, conference.id)

    assert document_actions.propose(store.connection, blank, TODAY).number == 8
    assert document_actions.propose(store.connection, own, TODAY, number=7).warning == ""


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": None}, "document_without_number"),
        ({"number": 0}, "document_without_number"),
        ({"issued_on": None}, "document_without_day"),
        ({"type": DocumentType.MINUTES}, "minutes_are_signed_only"),
        ({"type": DocumentType.SUPPLEMENT, "text": "x"}, "supplement_before_signing"),
    ],
)
def test_a_paper_that_says_too_little_is_refused(store, conference, change, code):
    paper = replace(notice(store, conference), **change)

    assert refusal(lambda: document_actions.issue(store, paper, TODAY)) == code
    assert DOCUMENTS.where(store.connection) == []


def test_a_conference_with_papers_is_not_deleted(store, conference):
    document_actions.issue(store, notice(store, conference), TODAY)

    assert refusal(lambda: conference_actions.delete(store, ConferenceId(conference.id))) == (
        "conference_has_papers"
    )


def test_putting_a_paper_right_does_not_ask_about_its_own_number(store, conference):
    paper, _ = document_actions.issue(store, notice(store, conference), TODAY)

    document_actions.edit(store, replace(paper, subject="về kết luận"), TODAY)

    assert DOCUMENTS.get(store.connection, paper.id).subject == "về kết luận"


def test_a_notice_typed_in_days_later_counts_from_its_own_day(tmp_path):
    days = iter((TODAY, date(2018, 4, 12)))
    clock = {"now": next(days)}
    store = new_store(tmp_path / "muộn.db", now=lambda: datetime.combine(clock["now"], time(9)))
    set_up(store)
    committee_actions.add_unit(store, a_unit(short_name="HND"))
    held = conference_actions.add(store, a_conference(minutes_number=None), TODAY)
    (task,) = drafted(
        store,
        conclusion_actions.add(store, a_conclusion(conference_id=held.id)),
        deadline_wording="10 ngày",
    )
    clock["now"] = next(days)
    document_actions.issue(store, notice(store, held), clock["now"])

    def stood(day: date) -> list[tuple[WorkState, date | None]]:
        rows = replay.find(store.connection, TaskQuery(), day)
        counted = status_queries.read(store.connection, day, Grouping.UNIT)
        assert [(row.task.work_state, row.task.due) for row in rows] == [
            (one.work_state, one.due) for one in counted
        ]
        return [(row.task.work_state, row.task.due) for row in rows]

    assert stood(date(2018, 4, 4)) == [(WorkState.DRAFT, None)]
    assert stood(date(2018, 4, 6)) == [(WorkState.NOT_STARTED, date(2018, 4, 15))]
    assert now(store, task).due == date(2018, 4, 15)
    store.close()
