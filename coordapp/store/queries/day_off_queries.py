"""Queries over the days off and make-up working days."""

from coordapp.domain.calendar.day_off import DayOff
from coordapp.domain.calendar.working_days import Calendar
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import DAYS_OFF


def all_days(connection: Reader) -> list[DayOff]:
    """Read the whole table in the order of the days."""
    return DAYS_OFF.where(connection, "1 order by day")


def is_taken(connection: Reader, day_off: DayOff) -> bool:
    """Tell whether another row of the table is about the same day."""
    values = (day_off.day.isoformat(), day_off.id)
    return bool(DAYS_OFF.where(connection, "day = ? and id <> ? limit 1", values))


def calendar(connection: Reader) -> Calendar:
    """Build the calendar that working days are counted by."""
    return Calendar.of(all_days(connection))
