"""Conferences are planned, invited, put off, and started from earlier ones."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conferences.agenda import REVIEW_TITLE
from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    ConferenceState,
    Speech,
)
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, ConferenceId, PersonId, SpeechId
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.conference_labels import review_line, tasks_done
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conclusions.reviewing import review
from coordapp.services.conferences import conference_actions, planning
from coordapp.services.conferences.planning import FollowingDraft
from coordapp.services.documents import document_actions
from coordapp.services.tasks import task_actions
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import conference_queries, unit_queries
from tests.build import a_conclusion, a_conference, a_unit, fan_out
from tests.founding import set_up

TODAY = date(2018, 3, 31)
LATER = date(2018, 7, 5)


def add_person(store, post, **given):
    return committee_actions.add_person(
        store, Person(**({"id": PersonId(0), "full_name": "", "post": post} | given))
    )


@pytest.fixture
def head(store):
    return add_person(store, "Trưởng ban", role=CommitteeRole.HEAD, position=1)


@pytest.fixture
def member(store, head):
    return add_person(store, "Ủy viên", position=2)


@pytest.fixture
def earlier(store, member, head):
    """A conference with everything: programme, people, a guest, words, a conclusion."""
    made = conference_actions.add(
        store,
        a_conference(
            code="", place="Hạ Long", chair_id=head.id, recorder_id=member.id, start_time="08:00"
        ),
        TODAY,
    )
    for title, start, minutes in (("Khai mạc", "08:00", 10), ("Thảo luận", "08:10", 60)):
        conference_actions.add_agenda_item(
            store,
            AgendaItem(
                id=AgendaItemId(0), conference_id=made.id, position=0, title=title,
                start_time=start, minutes=minutes, presenter="Thư ký",
            ),
        )  # fmt: skip
    conference_actions.add_attendance(
        store,
        Attendance(
            id=AttendanceId(0), conference_id=made.id, position=0, name="Khách mời",
            is_guest=True, state=AttendanceState.PRESENT, reason="x",
        ),
    )  # fmt: skip
    conference_actions.add_speech(
        store, Speech(id=SpeechId(0), conference_id=made.id, position=0, speaker="Đại biểu")
    )
    conclusion_actions.add(store, a_conclusion(conference_id=made.id, number=0))
    return made


def names(store, conference):
    return [
        item.name or item.post
        for item in conference_queries.attendances(store.connection, conference.id)
    ]


def titles(store, conference):
    return [item.title for item in conference_queries.agenda(store.connection, conference.id)]


# --- members


@pytest.mark.parametrize(
    ("given", "invited"),
    [
        pytest.param({}, True, id="without dates"),
        pytest.param({"role_from": LATER, "role_to": LATER}, True, id="both ends count"),
        pytest.param({"role_from": date(2018, 7, 6)}, False, id="not yet"),
        pytest.param({"role_to": date(2018, 7, 4)}, False, id="no longer"),
        pytest.param({"role": CommitteeRole.NONE}, False, id="not of the committee"),
    ],
)
def test_members_are_those_in_office_on_the_day(store, given, invited):
    add_person(store, "Ủy viên", **given)

    made = conference_actions.add(store, a_conference(code="", held_on=LATER), TODAY)

    assert names(store, made) == (["Ủy viên"] if invited else [])


def test_members_are_taken_in_protocol_order_and_only_once(store, earlier):
    add_person(store, "Phó Trưởng ban", role=CommitteeRole.DEPUTY, position=1)

    added = [planning.take_members(store, earlier.id, TODAY) for _ in range(2)]

    assert added == [1, 0]
    assert names(store, earlier) == ["Trưởng ban", "Phó Trưởng ban", "Ủy viên", "Khách mời"]


def test_taking_nobody_is_no_step_of_undo(store, earlier):
    steps = len(store.undo_steps)

    planning.take_members(store, earlier.id, TODAY)

    assert len(store.undo_steps) == steps


# --- states


def state_of(store, conference):
    return CONFERENCES.get(store.connection, conference.id).state


def test_a_conference_goes_its_way(store, head, member):
    made = conference_actions.add(
        store,
        a_conference(
            code="", state=ConferenceState.PLANNED, place="Hạ Long", chair_id=head.id,
            start_time="08:00",
        ),
        TODAY,
    )  # fmt: skip
    planning.set_state(store, made.id, ConferenceState.INVITED)
    for item in conference_queries.attendances(store.connection, made.id):
        conference_actions.edit_attendance(store, replace(item, state=AttendanceState.PRESENT))
    planning.set_state(store, made.id, ConferenceState.HELD)

    assert state_of(store, made) is ConferenceState.HELD
    store.undo()
    assert state_of(store, made) is ConferenceState.INVITED


# --- from an earlier one


def test_a_conference_made_from_another_has_its_plan_and_none_of_its_words(store, earlier):
    made = planning.clone(
        store, FollowingDraft(source_id=earlier.id, title="Giao ban quý II", held_on=LATER,
                              start_time="08:00", reviews_conclusions=False), TODAY
    )  # fmt: skip

    assert (made.kind, made.place, made.chair_id) == (
        earlier.kind, earlier.place, earlier.chair_id,
    )  # fmt: skip
    assert (made.state, made.code, made.previous_id) == (
        ConferenceState.PLANNED, "HN-2018-02", None,
    )  # fmt: skip
    agenda = conference_queries.agenda(store.connection, made.id)
    assert [(item.title, item.start_time, item.minutes) for item in agenda] == [
        ("Khai mạc", "08:00", 10), ("Thảo luận", "08:10", 60),
    ]  # fmt: skip
    invited = conference_queries.attendances(store.connection, made.id)
    assert {(item.state, item.reason) for item in invited} == {(AttendanceState.INVITED, "")}
    assert names(store, made) == ["Trưởng ban", "Ủy viên", "Khách mời"]
    assert conference_queries.speeches(store.connection, made.id) == []
    assert conference_queries.conclusions_of(store.connection, made.id) == []


def test_other_hours_keep_only_order_and_length(store, earlier):
    made = planning.clone(
        store, FollowingDraft(source_id=earlier.id, title="Chiều", start_time="14:00"), TODAY
    )

    agenda = conference_queries.agenda(store.connection, made.id)
    assert [(item.start_time, item.minutes) for item in agenda] == [("", 10), ("", 15), ("", 60)]


def test_who_left_the_post_is_not_invited_and_the_new_line_of_the_same_name_is(store, earlier):
    person = add_person(store, "Bí thư", full_name="Lê Hùng Sơn", position=9)
    planning.take_members(store, earlier.id, TODAY)
    add_person(store, "Phó Ban", full_name="Lê Hùng Sơn", role_from=date(2018, 5, 2))
    committee_actions.edit_person(
        store, replace(person, role_to=date(2018, 5, 1), decision_number="12-QĐ/TU")
    )
    member = next(p for p in unit_queries.all_persons(store.connection) if p.post == "Ủy viên")
    committee_actions.edit_person(store, replace(member, role_to=date(2018, 4, 1)))

    made = planning.clone(
        store, FollowingDraft(source_id=earlier.id, title="Sau", held_on=LATER), TODAY
    )

    invited = conference_queries.attendances(store.connection, made.id)
    assert [item.post for item in invited if not item.is_guest] == ["Trưởng ban", "Phó Ban"]
    assert made.recorder_id is None


def test_the_review_comes_after_the_opening_and_only_once(store, earlier):
    second = planning.clone(store, FollowingDraft(source_id=earlier.id, title="Hai"), TODAY)
    third = planning.clone(store, FollowingDraft(source_id=second.id, title="Ba"), TODAY)

    assert titles(store, third) == ["Khai mạc", REVIEW_TITLE, "Thảo luận"]
    assert third.previous_id == second.id


# --- what is reviewed


@pytest.fixture
def following(store, earlier):
    return planning.clone(store, FollowingDraft(source_id=earlier.id, title="Kỳ sau"), TODAY)


def give(store, due, state):
    unit = committee_actions.add_unit(store, a_unit(short_name=f"Đơn vị {due} {state}"))
    first = concluding_of(store)[0]
    made = assignment_actions.assign(store, fan_out((first.id,), (unit.id,), due=due), TODAY)
    document_actions.release_early(store, (made[-1].id,), "giao tại hội nghị", TODAY)
    task_actions.set_work_state(store, made[-1].id, state, TODAY)


def concluding_of(store):
    return conference_queries.conclusions_of(store.connection, ConferenceId(1))


def test_the_review_reads_how_far_the_tasks_are_today(store, following):
    give(store, date(2018, 4, 10), WorkState.DONE)
    give(store, date(2018, 4, 10), WorkState.IN_PROGRESS)

    early = review(store.connection, following, TODAY)
    late = review(store.connection, following, date(2018, 5, 1))

    assert tasks_done(early.rows[0]) == "1/2 nhiệm vụ"
    assert tasks_done(late.rows[0]) == "1/2 nhiệm vụ, 1 quá hạn"
    assert late.count(Coverage.OVERDUE) == 1
    assert review_line(late) == (
        "1 kết luận của Hội nghị giao ban quý I ngày 15/03/2018 (tính đến ngày 01/05/2018): "
        "1 có nhiệm vụ quá hạn."
    )


def test_rewording_an_earlier_conclusion_is_seen_by_its_review(store, following):
    conclusion_actions.edit(store, replace(concluding_of(store)[0], text="Viết lại"))

    assert review(store.connection, following, TODAY).rows[0].conclusion.text == "Viết lại"


def test_what_stays_open_is_reviewed_again_and_what_is_done_is_not(store, following):
    third = planning.clone(store, FollowingDraft(source_id=following.id, title="Ba"), TODAY)

    open_still = review(store.connection, third, TODAY)
    give(store, date(2018, 4, 10), WorkState.DONE)
    finished = review(store.connection, third, TODAY)

    assert [row.conference_code for row in open_still.rows] == ["HN-2018-01"]
    assert review_line(open_still) == (
        "Kỳ sau không có kết luận nào, 1 kết luận chưa hoàn thành của các kỳ trước đó (tính đến ngày 31/03/2018): "
        "1 chưa giao nhiệm vụ."
    )
    assert finished.rows == ()
    assert review_line(finished) == "Kỳ sau không có kết luận nào."


def test_a_first_conference_reviews_nothing(store, earlier):
    assert review(store.connection, earlier, TODAY) is None


def test_a_deleted_conference_is_no_longer_reviewed_until_undo(store, earlier, following):
    conference_actions.delete(store, earlier.id)
    gone = CONFERENCES.get(store.connection, following.id).previous_id
    store.undo()

    assert gone is None
    assert CONFERENCES.get(store.connection, following.id).previous_id == earlier.id


# --- what is usual


def test_a_new_conference_has_the_usual_chair_recorder_and_place(store) -> None:
    set_up(store)
    head = add_person(store, "Trưởng ban", role=CommitteeRole.HEAD)
    secretary = add_person(store, "Thư ký", role=CommitteeRole.SECRETARY)
    first = conference_actions.add(store, a_conference(code="", place="Phòng họp số 1"), TODAY)

    second = conference_actions.add(store, a_conference(code="", held_on=LATER), LATER)

    for made in (first, second):
        assert (made.chair_id, made.recorder_id) == (head.id, secretary.id)
    assert second.place == "Phòng họp số 1"


def test_a_chair_given_by_hand_stays(store) -> None:
    set_up(store)
    add_person(store, "Trưởng ban", role=CommitteeRole.HEAD)
    deputy = add_person(store, "Phó Trưởng ban", role=CommitteeRole.DEPUTY)

    made = conference_actions.add(store, a_conference(code="", chair_id=deputy.id), TODAY)

    assert made.chair_id == deputy.id
