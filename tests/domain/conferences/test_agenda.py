"""Each point of a programme has its time, and times at odds are told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.conferences.agenda import Clash, clock, minutes_of, read_minutes, timetable
from coordapp.domain.conferences.conference import AgendaItem
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AgendaItemId, ConferenceId
from coordapp.domain.words.conference_labels import clash_words
from tests.build import a_conference

CONFERENCE = a_conference(start_time="08:00", end_time="10:00")


def points(*times):
    return [
        AgendaItem(
            id=AgendaItemId(n), conference_id=ConferenceId(1), position=n, title="Mục",
            start_time=start, minutes=minutes,
        )
        for n, (start, minutes) in enumerate(times, start=1)
    ]  # fmt: skip


def shown(*times, conference=CONFERENCE):
    slots = timetable(conference, points(*times))
    return [(slot.start, slot.end, clash_words(slot)) for slot in slots]


def test_a_point_begins_where_the_one_before_ends():
    assert shown(("", 20), ("", 15), ("09:00", 30)) == [
        ("08:00", "08:20", ""),
        ("08:20", "08:35", ""),
        ("09:00", "09:30", ""),
    ]


def test_a_point_without_a_length_lasts_until_the_next_and_the_last_until_the_end():
    assert shown(("08:00", None), ("08:30", None)) == [
        ("08:00", "08:30", ""),
        ("08:30", "10:00", ""),
    ]


def test_a_programme_without_times_has_none():
    assert shown(("", None), ("", 10), conference=a_conference()) == [("", "", "")] * 2


@pytest.mark.parametrize(
    ("times", "words"),
    [
        pytest.param((("08:30", None), ("08:10", None)), "Sớm hơn mục trước 20 phút", id="order"),
        pytest.param((("08:00", 40), ("08:30", 10)), "Chồng mục trước 10 phút", id="overlap"),
        pytest.param((("08:00", 5), ("09:50", 25)), "Quá giờ bế mạc 15 phút", id="past the end"),
        pytest.param((("08:00", 5), ("10:20", None)), "Quá giờ bế mạc 20 phút", id="begins late"),
        pytest.param((("07:45", 5),), "Sớm hơn giờ khai mạc 15 phút", id="before the opening"),
        pytest.param((("08:00", 30), ("08:30", 90)), "", id="exactly until the end"),
    ],
)
def test_times_at_odds_are_told_at_their_row(times, words):
    assert shown(*times)[-1][2] == words


def test_days_of_a_long_conference_are_not_measured_by_one_clock():
    two_days = a_conference(
        start_time="14:00", end_time="11:00", held_on=date(2018, 4, 5), ended_on=date(2018, 4, 6)
    )

    assert [row[2] for row in shown(("14:00", 30), ("08:00", 30), conference=two_days)] == ["", ""]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12))
def test_lengths_alone_never_clash_before_the_end(lengths):
    slots = timetable(CONFERENCE, points(*[("", length) for length in lengths]))

    assert all(slot.clash in (None, Clash.PAST_END) for slot in slots)
    assert (slots[-1].clash is None) == (sum(lengths) <= 120)


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_is_read_as_it_was_written(minutes):
    assert minutes_of(clock(minutes)) == minutes


@pytest.mark.parametrize("typed", ["", "sáng", "8", ":", "²:³"])
def test_what_is_no_time_is_none(typed):
    assert minutes_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "minutes"), [("15", 15), (" 15 phút ", 15), ("5'", 5), ("600", 600), ("", None)]
)
def test_a_length_is_read_as_it_is_typed(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["0", "601", "-5", "1,5", "một giờ", "²", "9" * 400])
def test_a_length_that_cannot_be_is_refused(typed):
    with pytest.raises(RuleViolation) as refusal:
        read_minutes(typed)

    assert refusal.value.code == "minutes_unreadable"
