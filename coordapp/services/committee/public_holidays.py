"""The public holidays of Viet Nam 2015-2035, their compensation and the days swapped for them.

The law gives the holidays: Bộ luật Lao động 2012 Điều 115, from 2021 on Bộ luật Lao động 2019
Điều 111-112. Only the two lunar holidays and the swaps are not reckoned but told, as data.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import DayOffId

FIRST_YEAR, LAST_YEAR = 2015, 2035
# the last year whose days off were announced; what comes later is expected
CONFIRMED_THROUGH = 2026

# lịch âm: the first day of the year, and 10/3 âm lịch, of FIRST_YEAR and the years after it.
# Viet Nam reckons them for its own time zone, so that Tết 2030 is a day before the Chinese one.
TET = (
    (2, 19), (2, 8), (1, 28), (2, 16), (2, 5), (1, 25), (2, 12), (2, 1), (1, 22), (2, 10),
    (1, 29), (2, 17), (2, 6), (1, 26), (2, 13), (2, 2), (1, 23), (2, 11), (1, 31), (2, 19),
    (2, 8),
)  # fmt: skip
GIO_TO = (
    (4, 28), (4, 16), (4, 6), (4, 25), (4, 14), (4, 2), (4, 21), (4, 10), (4, 29), (4, 18),
    (4, 7), (4, 26), (4, 16), (4, 4), (4, 23), (4, 12), (4, 1), (4, 19), (4, 9), (4, 28),
    (4, 17),
)  # fmt: skip

# working day made free, weekend day worked for it, the paper that says so
_SWAPPED = "Hoán đổi ngày nghỉ, Thủ tướng Chính phủ đồng ý"
SWAPS = (
    (date(2015, 1, 2), date(2014, 12, 27), _SWAPPED),
    (date(2015, 2, 16), date(2015, 2, 14), _SWAPPED),
    (date(2015, 4, 29), date(2015, 4, 25), _SWAPPED),
    (date(2018, 12, 31), date(2019, 1, 5), "Công văn số 6519/VPCP-KGVX năm 2018"),
    (date(2019, 4, 29), date(2019, 5, 4), "Công văn số 6519/VPCP-KGVX năm 2018"),
    (date(2024, 4, 29), date(2024, 5, 4), "Công văn số 2450/VPCP-KGVX năm 2024"),
    (date(2025, 5, 2), date(2025, 4, 26), "Thông báo số 6150/TB-BLĐTBXH năm 2024"),
    (date(2026, 1, 2), date(2026, 1, 10), "Công văn số 12729/VPCP-KGVX năm 2025"),
    (date(2026, 8, 31), date(2026, 8, 22), "Thông báo lịch nghỉ Quốc khánh năm 2026"),
)

_NEW_CODE = 2021
_HOLIDAYS_2012 = "Bộ luật Lao động 2012 Điều 115 khoản 1"
_HOLIDAYS_2019 = "Bộ luật Lao động 2019 Điều 112 khoản 1"
_COMPENSATION_2012 = "Bộ luật Lao động 2012 Điều 115 khoản 3"
_COMPENSATION_2019 = "Bộ luật Lao động 2019 Điều 111 khoản 3"
_SATURDAY = 5

# the second day of Quốc khánh by the weekday of 2/9, Monday first: never apart from 2/9 and,
# where it can be, joined to a weekend. Every announcement since 2021 has followed this.
_SECOND_NATIONAL_DAY = (1, -1, -1, 1, -1, -1, 1)
# a day off by a resolution of the Party; the law that is to say so was not yet known here
_CULTURE_DAY_SINCE = 2026
_RESOLUTION = "dự kiến theo Nghị quyết 80-NQ/TW"
_LUNAR = "dự kiến theo lịch âm"
_ONE_DAY = timedelta(1)


class _Holiday(NamedTuple):
    day: date
    name: str
    basis: str


def rows() -> tuple[DayOff, ...]:
    """Give every row of the table in the order of the days, with ids still to be given."""
    found = list(_swapped())
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        holidays = sorted(_holidays(year))
        for holiday in (*holidays, *_compensation(holidays)):
            confirmed = year <= CONFIRMED_THROUGH and holiday.basis != _RESOLUTION
            source = f"{holiday.name}, {holiday.basis}"
            found.append(_row(holiday.day, DayOffKind.OFF, source, confirmed))
    return tuple(sorted(found, key=lambda row: row.day))


def _swapped() -> Iterator[DayOff]:
    for off, worked, paper in SWAPS:
        yield _row(off, DayOffKind.OFF, f"{paper}: làm bù {worked:%d/%m/%Y}", True)
        yield _row(worked, DayOffKind.MAKE_UP, f"{paper}: nghỉ {off:%d/%m/%Y}", True)


def _holidays(year: int) -> Iterator[_Holiday]:
    law = _HOLIDAYS_2012 if year < _NEW_CODE else _HOLIDAYS_2019
    lunar = law if year <= CONFIRMED_THROUGH else _LUNAR
    yield _Holiday(date(year, 1, 1), "Tết Dương lịch", law)
    tet = date(year, *TET[year - FIRST_YEAR])
    # two days of the old year and three of the new: the choice that, with its compensation,
    # gives the days announced in every year so far (Nghị định 45/2013/NĐ-CP Điều 8)
    for offset in range(-2, 3):
        yield _Holiday(tet + offset * _ONE_DAY, "Tết Nguyên đán", lunar)
    yield _Holiday(date(year, *GIO_TO[year - FIRST_YEAR]), "Giỗ Tổ Hùng Vương", lunar)
    yield _Holiday(date(year, 4, 30), "Ngày Chiến thắng", law)
    yield _Holiday(date(year, 5, 1), "Ngày Quốc tế lao động", law)
    national = date(year, 9, 2)
    yield _Holiday(national, "Quốc khánh", law)
    if year >= _NEW_CODE:
        second = national + _SECOND_NATIONAL_DAY[national.weekday()] * _ONE_DAY
        yield _Holiday(second, "Quốc khánh, ngày liền kề", law)
    if year >= _CULTURE_DAY_SINCE:
        yield _Holiday(date(year, 11, 24), "Ngày Văn hóa Việt Nam", _RESOLUTION)


def _compensation(holidays: list[_Holiday]) -> Iterator[_Holiday]:
    """Give the next working day for every holiday of a weekend, none twice."""
    taken = {holiday.day for holiday in holidays}
    for day, name, _ in holidays:
        if day.weekday() < _SATURDAY:
            continue
        free = Calendar(off=frozenset(taken)).add_working_days(day, 1)
        taken.add(free)
        law = _COMPENSATION_2012 if day.year < _NEW_CODE else _COMPENSATION_2019
        yield _Holiday(free, f"Nghỉ bù {name} {day:%d/%m/%Y}", law)


def _row(day: date, kind: DayOffKind, source: str, confirmed: bool) -> DayOff:
    return DayOff(id=DayOffId(0), day=day, kind=kind, source=source, confirmed=confirmed)
