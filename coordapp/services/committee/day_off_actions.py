"""Actions on the days off and the make-up working days of the office."""

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.day_off import DayOff
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DayOffId
from coordapp.services.committee import public_holidays
from coordapp.store import Store, Work
from coordapp.store.file.tables import DAYS_OFF
from coordapp.store.queries import day_off_queries


def add(store: Store, day_off: DayOff) -> DayOff:
    """Add a day off or a make-up day. Raises RuleViolation: day_off_repeated."""
    with store.write(Op.ADD_DAY_OFF) as work:
        _ensure_free(work, day_off)
        return work.add(DAYS_OFF, day_off)


def edit(store: Store, day_off: DayOff) -> None:
    """Save a changed row. Raises RuleViolation: day_off_repeated."""
    with store.write(Op.EDIT_DAY_OFF) as work:
        _ensure_free(work, day_off)
        work.put(DAYS_OFF, day_off)


def delete(store: Store, day_off_id: DayOffId) -> None:
    """Take a row out of the table, so that its day is like any other."""
    with store.write(Op.DELETE_DAY_OFF) as work:
        work.drop(DAYS_OFF, day_off_id)


def seed(work: Work) -> None:
    """Add the public holidays within an action; a day already in the table stays as it is."""
    there = {row.day for row in day_off_queries.all_days(work.connection)}
    for row in public_holidays.rows():
        if row.day not in there:
            work.add(DAYS_OFF, row)


def _ensure_free(work: Work, day_off: DayOff) -> None:
    if day_off_queries.is_taken(work.connection, day_off):
        raise RuleViolation("day_off_repeated", day=dates.short(day_off.day))
