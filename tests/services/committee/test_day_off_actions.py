"""The table of days off: kept by the secretary, begun with the public holidays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import floor, pi, sin
from pathlib import Path

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DayOffId
from coordapp.services.committee import committee_actions, day_off_actions, public_holidays
from coordapp.store import Store
from coordapp.store.queries import day_off_queries

FREE_MONDAY = date(2018, 7, 2)
SEEDED = public_holidays.rows()
YEARS = range(public_holidays.FIRST_YEAR, public_holidays.LAST_YEAR + 1)

# the weekdays on which offices were closed, as announced for every year
CLOSED = {
    2015: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 23/2 28/4 29/4 30/4 1/5 2/9",
    2016: "1/1 8/2 9/2 10/2 11/2 12/2 18/4 2/5 3/5 2/9",
    2017: "2/1 26/1 27/1 30/1 31/1 1/2 6/4 1/5 2/5 4/9",
    2018: "1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12",
    2019: "1/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 2/9",
    2020: "1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9",
    2021: "1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9",
    2022: "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9",
    2023: "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    yield made
    made.close()


def a_day_off(day: date = FREE_MONDAY, source: str = "Thông báo") -> DayOff:
    return DayOff(id=DayOffId(0), day=day, kind=DayOffKind.OFF, source=source, confirmed=True)


def test_a_day_off_is_added_changed_and_deleted(store: Store) -> None:
    added = day_off_actions.add(store, a_day_off())
    day_off_actions.edit(store, replace(added, source="Công văn 1"))
    after_edit = day_off_queries.all_days(store.connection)
    day_off_actions.delete(store, added.id)

    assert [row.source for row in after_edit] == ["Công văn 1"]
    assert day_off_queries.all_days(store.connection) == []


def test_a_day_stands_in_the_table_once(store: Store) -> None:
    day_off_actions.add(store, a_day_off())
    other = day_off_actions.add(store, a_day_off(date(2018, 7, 3)))

    with pytest.raises(RuleViolation) as on_add:
        day_off_actions.add(store, a_day_off())
    with pytest.raises(RuleViolation) as on_edit:
        day_off_actions.edit(store, replace(other, day=FREE_MONDAY))

    assert (on_add.value.code, on_add.value.params) == ("day_off_repeated", {"day": "02/07/2018"})
    assert on_edit.value.code == "day_off_repeated"


def test_a_row_may_be_saved_on_its_own_day(store: Store) -> None:
    added = day_off_actions.add(store, a_day_off())

    day_off_actions.edit(store, replace(added, confirmed=False))

    assert [row.confirmed for row in day_off_queries.all_days(store.connection)] == [False]


def test_the_calendar_follows_the_table(store: Store) -> None:
    before = day_off_queries.calendar(store.connection).is_working(FREE_MONDAY)
    day_off_actions.add(store, a_day_off())

    assert before
    assert not day_off_queries.calendar(store.connection).is_working(FREE_MONDAY)


def test_a_new_file_knows_the_public_holidays(store: Store) -> None:
    committee_actions.set_up(store)

    kept = [replace(row, id=DayOffId(0)) for row in day_off_queries.all_days(store.connection)]
    assert kept == list(SEEDED)


def test_what_the_secretary_wrote_stays_when_the_holidays_come(store: Store) -> None:
    mine = day_off_actions.add(store, a_day_off(date(2018, 1, 1), "Quyết định của cơ quan"))

    with store.write(Op.SET_UP) as work:
        day_off_actions.seed(work)

    rows = day_off_queries.all_days(store.connection)
    assert mine in rows
    assert len(rows) == len(SEEDED)


def test_the_holidays_stand_once_each_in_the_order_of_the_days() -> None:
    listed = [row.day for row in SEEDED]

    assert listed == sorted(set(listed))


def test_every_row_says_which_paper_or_law_it_comes_from() -> None:
    assert all(
        any(
            word in row.source
            for word in ("Bộ luật", "Công văn", "Thông báo", "Thủ tướng", "dự kiến")
        )
        for row in SEEDED
    )


def test_nothing_after_the_last_announcement_is_called_confirmed() -> None:
    later = [row for row in SEEDED if row.day.year > public_holidays.CONFIRMED_THROUGH]

    assert later
    assert not any(row.confirmed for row in later)


def test_what_is_called_expected_is_never_called_confirmed() -> None:
    assert not any(row.confirmed for row in SEEDED if "dự kiến" in row.source)


def test_offices_had_their_days_off_as_announced() -> None:
    for year, closed in CLOSED.items():
        announced = [
            date(year, int(month), int(day))
            for day, month in (written.split("/") for written in closed.split())
        ]
        seeded = [
            row.day
            for row in SEEDED
            if row.day.year == year
            and row.confirmed
            and row.kind is DayOffKind.OFF
            and row.day.weekday() < 5
        ]
        assert seeded == announced


def test_a_swap_frees_a_weekday_and_works_a_day_of_a_weekend() -> None:
    for off, worked, _ in public_holidays.SWAPS:
        assert (off.weekday() < 5, worked.weekday() < 5) == (True, False)
    assert {row.day for row in SEEDED if row.kind is DayOffKind.MAKE_UP} == {
        worked for _, worked, _ in public_holidays.SWAPS
    }


@pytest.mark.parametrize("year", YEARS)
def test_tet_is_five_working_days_in_one_stretch(year: int) -> None:
    first = date(year, *public_holidays.TET[year - YEARS[0]])
    calendar = Calendar.of(row for row in SEEDED if "Tết Nguyên đán" in row.source)
    start, end = first - timedelta(2), first + timedelta(5)
    while not calendar.is_working(end) or not calendar.is_working(end + timedelta(1)):
        end += timedelta(1)
    free = Calendar().working_days_between(start - timedelta(1), end)

    assert free - calendar.working_days_between(start - timedelta(1), end) == 5


@pytest.mark.parametrize("year", YEARS)
def test_the_lunar_holidays_stand_where_sun_and_moon_put_them(year: int) -> None:
    place = year - YEARS[0]

    assert date(year, *public_holidays.TET[place]) == lunar_day(year, 1, 1)
    assert date(year, *public_holidays.GIO_TO[place]) == lunar_day(year, 3, 10)


# The rules of the Vietnamese calendar: a month begins on the day of the new moon at UTC+7, the
# eleventh month holds the winter solstice, and in a year of thirteen months the first one in
# which the sun enters no new sign is the leap month. The astronomy is that of Hồ Ngọc Đức,
# "Thuật toán tính âm lịch", after Meeus; it is good to some minutes.

ZONE = 7 / 24
SYNODIC = 29.530588853
FIRST_NEW_MOON = 2415021.076998695


def lunar_day(year: int, month: int, day: int) -> date:
    eleventh, following = eleventh_month(year - 1), eleventh_month(year)
    k = floor((eleventh - FIRST_NEW_MOON) / SYNODIC + 0.5)
    place = month + 1
    if following - eleventh > 365 and place >= leap_place(k):
        place += 1
    return date.fromordinal(new_moon(k + place) - 1721425 + day - 1)


def eleventh_month(year: int) -> int:
    k = floor((date(year, 12, 31).toordinal() + 1721425 - 2415021) / SYNODIC)
    start = new_moon(k)
    return new_moon(k - 1) if sign(start) >= 9 else start


def leap_place(k: int) -> int:
    return next(n for n in range(1, 14) if sign(new_moon(k + n)) == sign(new_moon(k + n + 1)))


def sine(degrees: float) -> float:
    return sin(degrees * pi / 180)


def new_moon(k: int) -> int:
    """Give the Julian day number, in Viet Nam, of the k-th new moon since 1900."""
    t = k / 1236.85
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t**2)
    sun = 359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3
    moon = 306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3
    node = 21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3
    shift = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun)
    shift += -0.4068 * sine(moon) + 0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon)
    shift += 0.0104 * sine(2 * node) - 0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon)
    shift += 0.0004 * sine(2 * node + sun) - 0.0004 * sine(2 * node - sun)
    shift += -0.0006 * sine(2 * node + moon) + 0.0010 * sine(2 * node - moon)
    shift += 0.0005 * sine(2 * moon + sun)
    clock = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(mean + shift - clock + 0.5 + ZONE)


def sign(julian_day: int) -> int:
    """Give the twelfth of the sky the sun is in at midnight, 9 from the winter solstice on."""
    t = (julian_day - 2451545.5 - ZONE) / 36525
    anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t**2
    centre = (1.914600 - 0.004817 * t) * sine(anomaly)
    centre += (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly)
    return floor((280.46645 + 36000.76983 * t + 0.0003032 * t**2 + centre) % 360 / 30)
