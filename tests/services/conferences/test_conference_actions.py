"""A conference and its parts are added, edited and ordered until it is signed."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    ConferenceState,
    Speech,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, SpeechId
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.store.file.tables import ATTENDANCES, CONCLUSIONS, CONFERENCES
from coordapp.store.queries import conference_queries
from tests.build import a_conclusion, a_conference, sign

TODAY = date(2018, 3, 31)


@pytest.fixture
def conference(store):
    return conference_actions.add(store, a_conference(code=""), TODAY)


def an_item(conference, title: str = "Khai mạc", position: int = 0) -> AgendaItem:
    return AgendaItem(
        id=AgendaItemId(0), conference_id=conference.id, position=position, title=title
    )


def somebody(conference, name: str) -> Attendance:
    return Attendance(id=AttendanceId(0), conference_id=conference.id, position=0, name=name)


def refusal(action) -> str:
    with pytest.raises(RuleViolation) as refused:
        action()
    return refused.value.code


def test_a_conference_has_the_next_code_of_the_year_it_is_held_in(store):
    codes = [
        conference_actions.add(store, a_conference(code="", held_on=day), TODAY).code
        for day in (date(2018, 2, 1), date(2017, 2, 1), None)
    ]

    assert codes == ["HN-2018-01", "HN-2017-01", "HN-2018-02"]


def test_the_facts_of_a_conference_are_saved_but_not_its_state(store, conference):
    conference_actions.edit(store, replace(conference, place="Hội trường"))
    signed = replace(conference, state=ConferenceState.CANCELLED)

    assert CONFERENCES.get(store.connection, conference.id).place == "Hội trường"
    assert refusal(lambda: conference_actions.edit(store, signed)) == "state_by_moves"


def test_a_conference_never_reviews_itself(store, conference):
    circle = replace(conference, previous_id=conference.id)

    assert refusal(lambda: conference_actions.edit(store, circle)) == "previous_in_circle"


def test_a_part_comes_last_or_where_it_is_put(store, conference):
    for item in (an_item(conference), an_item(conference, "Báo cáo"), an_item(conference, "X", 1)):
        conference_actions.add_agenda_item(store, item)

    agenda = conference_queries.agenda(store.connection, conference.id)

    assert [(item.position, item.title) for item in agenda] == [
        (1, "Khai mạc"), (1, "X"), (2, "Báo cáo"),
    ]  # fmt: skip


def test_parts_take_the_order_they_are_given(store, conference):
    items = [conference_actions.add_agenda_item(store, an_item(conference)).id for _ in range(3)]
    speeches = [
        conference_actions.add_speech(
            store, Speech(id=SpeechId(0), conference_id=conference.id, position=0, speaker=name)
        ).id
        for name in "AB"
    ]

    conference_actions.put_agenda_in_order(store, items[::-1])
    conference_actions.put_speeches_in_order(store, speeches[::-1])

    agenda = conference_queries.agenda(store.connection, conference.id)
    spoken = conference_queries.speeches(store.connection, conference.id)
    assert [item.id for item in agenda] == items[::-1]
    assert [speech.id for speech in spoken] == speeches[::-1]


def test_parts_are_edited_and_deleted(store, conference):
    item = conference_actions.add_agenda_item(store, an_item(conference))
    conference_actions.edit_agenda_item(store, replace(item, title="Bế mạc"))
    (edited,) = conference_queries.agenda(store.connection, conference.id)
    conference_actions.delete_agenda_item(store, item.id)

    assert edited.title == "Bế mạc"
    assert conference_queries.agenda(store.connection, conference.id) == []


def test_attendance_of_several_is_taken_as_one_step(store, conference):
    ids = [conference_actions.add_attendance(store, somebody(conference, name)).id for name in "AB"]

    conference_actions.take_attendance(store, ids, AttendanceState.PRESENT)
    came = [ATTENDANCES.get(store.connection, one).came for one in ids]
    store.undo()

    assert came == [True, True]
    assert not any(ATTENDANCES.get(store.connection, one).came for one in ids)


def test_whoever_came_needs_no_substitute(store, conference):
    there = replace(
        somebody(conference, "A"), state=AttendanceState.SUBSTITUTED, substitute_name="B"
    )
    added = conference_actions.add_attendance(store, there)

    conference_actions.take_attendance(store, [added.id], AttendanceState.PRESENT)

    assert ATTENDANCES.get(store.connection, added.id).state is AttendanceState.PRESENT


def test_a_conference_goes_with_all_its_parts_and_comes_back(store, conference):
    conference_actions.add_agenda_item(store, an_item(conference))
    conference_actions.add_attendance(store, somebody(conference, "A"))
    conclusion_actions.add(store, a_conclusion(conference_id=conference.id, number=0))

    conference_actions.delete(store, conference.id)
    gone = [table.where(store.connection) for table in (CONFERENCES, ATTENDANCES, CONCLUSIONS)]
    store.undo()

    assert gone == [[], [], []]
    assert CONFERENCES.get(store.connection, conference.id) == conference


@pytest.mark.parametrize(
    "action",
    [
        lambda s, c: conference_actions.edit(s, replace(c, place="Khác")),
        lambda s, c: conference_actions.delete(s, c.id),
        lambda s, c: conference_actions.add_agenda_item(s, an_item(c)),
        lambda s, c: conference_actions.add_attendance(s, somebody(c, "A")),
    ],
    ids=["edit", "delete", "add a point", "add somebody"],
)
def test_a_signed_conference_is_never_changed(store, conference, action):
    sign(store, conference)
    signed = CONFERENCES.get(store.connection, conference.id)

    assert refusal(lambda: action(store, signed)) == "conference_signed"
