"""The lunar calendar of Viet Nam: its months begin on the day of the new moon at UTC+7.

The month with the winter solstice is the 11th; between two of them a year of thirteen months
has a leap month, the first in which the sun enters no new twelfth of its way.
The mean new moon and the longitude of the sun are taken with their main corrections, after Meeus.
"""

from datetime import date
from functools import lru_cache
from math import floor, pi, sin

_ZONE = 7 / 24
_MONTH = 29.530588853
_EPOCH = 2415021.076998695  # a new moon at the start of 1900, as a Julian day
_TO_JULIAN = 1721425  # from `date.toordinal` to the number of the Julian day
_DEGREE = pi / 180
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


def day_of(day: int, month: int, year: int) -> date:
    """Give the day of a lunar date, never one of a leap month.

    Raises ValueError for a day the month does not have, and for years too far away.
    """
    if not _FIRST_YEAR < year < _LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= 30:
        raise ValueError("no such day of the lunar year")
    number = _number_of(month, year)
    found = _new_moon(number) + day - 1
    if found >= _new_moon(number + 1):
        raise ValueError("the lunar month has 29 days")
    return date.fromordinal(found - _TO_JULIAN)


def last_day_of(month: int, year: int) -> date:
    """Give the last day of a lunar month. Raises ValueError as `day_of` does."""
    try:
        return day_of(30, month, year)
    except ValueError:
        return day_of(29, month, year)


def _number_of(month: int, year: int) -> int:
    """Count the new moons from the epoch to the one that begins a month."""
    first = _eleventh(year - 1 if month < 11 else year)
    following = _eleventh(year if month < 11 else year + 1)
    offset = (month - 11) % 12
    if following - first > 12 and offset >= _leap_offset(first):
        offset += 1
    return first + offset


@lru_cache(maxsize=512)
def _eleventh(year: int) -> int:
    """Count the new moons to the month that holds the winter solstice of a year."""
    last = date(year, 12, 31).toordinal() + _TO_JULIAN
    number = floor((last - _EPOCH) / _MONTH)
    return number if _twelfth(_new_moon(number)) < 9 else number - 1


def _leap_offset(first: int) -> int:
    """Say which month after the 11th is the leap one of a year of thirteen."""
    here = _twelfth(_new_moon(first + 1))
    for offset in range(1, 14):
        following = _twelfth(_new_moon(first + offset + 1))
        if following == here:
            return offset
        here = following
    return 14


@lru_cache(maxsize=4096)
def _new_moon(number: int) -> int:
    """Give the Julian day on which a new moon falls in Viet Nam."""
    t = number / 1236.85  # centuries since 1900
    sun = (359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3) * _DEGREE
    moon = (306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3) * _DEGREE
    node = (21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3) * _DEGREE
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * _DEGREE)
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    shift += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    shift += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun)
    shift += -0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon)
    shift += 0.0005 * sin(2 * moon + sun)
    clock = -0.000278 + 0.000265 * t + 0.000262 * t**2  # from even time to the turning earth
    return floor(mean + shift - clock + 0.5 + _ZONE)


def _twelfth(julian_day: int) -> int:
    """Say in which twelfth of its yearly way the sun stands as a day begins, from 0."""
    t = (julian_day - 2451545.5 - _ZONE) / 36525  # centuries since 2000
    mean = (357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * _DEGREE
    way = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    way += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(mean)
    way += (0.019993 - 0.000101 * t) * sin(2 * mean) + 0.000290 * sin(3 * mean)
    return int(way % 360 // 30)
