"""Queries about the committee itself."""

from datetime import date

from coordapp.domain.calendar.due_soon import USUAL_DAYS
from coordapp.domain.committee.committee import Committee
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import COMMITTEE


def read(connection: Reader) -> Committee | None:
    """Read the committee; None in a file that has not been set up."""
    return COMMITTEE.find(connection, 1)


def get(connection: Reader) -> Committee:
    """Read the committee of a file that is in use. Raises StoreError: file_empty."""
    found = read(connection)
    if found is None:
        raise StoreError("file_empty", path="")
    return found


def due_soon_days(connection: Reader) -> int:
    """Give the window of "sắp đến hạn" in days; the usual one before the committee is set up."""
    row = connection.execute("select due_soon_days from committee").fetchone()
    return USUAL_DAYS if row is None else int(row[0])


def clarity(connection: Reader) -> str:
    """Read the list of what a task must make clear; empty for the usual one."""
    row = connection.execute("select clarity from committee").fetchone()
    return "" if row is None else str(row[0])


def working_day(connection: Reader, today: date) -> date:
    """Give the day a sample file lives on, else the real one."""
    body = read(connection)
    return today if body is None else body.working_day or today
