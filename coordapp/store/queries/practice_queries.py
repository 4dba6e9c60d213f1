"""Queries over models, movements and the reports units owe."""

from coordapp.domain.kernel.ids import MovementId, PracticeId, UnitId
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import Practice, PracticeCount, PracticeYear, Recognition
from coordapp.store.file.case_tables import (
    COMMENDATIONS,
    MOVEMENTS,
    PRACTICE_COUNTS,
    PRACTICE_YEARS,
    PRACTICES,
    RECOGNITIONS,
)
from coordapp.store.file.opening import Reader


def all_practices(connection: Reader) -> list[Practice]:
    """Read the models in the order of their codes."""
    return PRACTICES.where(connection, "1 order by code")


def by_code(connection: Reader, code: str) -> Practice | None:
    """Read a model by its code; None if there is none."""
    found = PRACTICES.where(connection, "code = ?", (code,))
    return found[0] if found else None


def replicas(connection: Reader, practice_id: PracticeId) -> list[Practice]:
    """Read the models taken from this one."""
    return PRACTICES.where(connection, "replicated_from_id = ? order by code", (practice_id,))


def years(connection: Reader, practice_id: PracticeId) -> list[PracticeYear]:
    """Read what became of a model year by year."""
    return PRACTICE_YEARS.where(connection, "practice_id = ? order by year", (practice_id,))


def all_years(connection: Reader) -> list[PracticeYear]:
    """Read what became of all models year by year."""
    return PRACTICE_YEARS.where(connection, "1 order by year, practice_id")


def recognitions(connection: Reader, practice_id: PracticeId) -> list[Recognition]:
    """Read the steps of recognition of a model by their days."""
    return RECOGNITIONS.where(
        connection, "practice_id = ? order by coalesce(happened_on, '9999'), id", (practice_id,)
    )


def all_recognitions(connection: Reader) -> list[Recognition]:
    """Read all steps of recognition by their days."""
    return RECOGNITIONS.where(connection, "1 order by coalesce(happened_on, '9999'), id")


def counts(connection: Reader, year: int) -> list[PracticeCount]:
    """Read the numbers units reported for a year."""
    return PRACTICE_COUNTS.where(connection, "year = ? order by unit_id", (year,))


def count_of(connection: Reader, unit_id: UnitId, year: int) -> PracticeCount | None:
    """Read the numbers a unit reported for a year; None if it reported none."""
    found = PRACTICE_COUNTS.where(connection, "unit_id = ? and year = ?", (unit_id, year))
    return found[0] if found else None


def counted_years(connection: Reader) -> list[int]:
    """Name the years for which units reported numbers."""
    rows = connection.execute("select distinct year from practice_count order by year")
    return [int(year) for (year,) in rows]


def all_movements(connection: Reader) -> list[Movement]:
    """Read the movements, latest first."""
    return MOVEMENTS.where(connection, "1 order by year desc, code desc")


def commendations(connection: Reader, movement_id: MovementId) -> list[Commendation]:
    """Read the proposals of a movement in order."""
    return COMMENDATIONS.where(connection, "movement_id = ? order by position, id", (movement_id,))


def commendations_of_practice(connection: Reader, practice_id: PracticeId) -> list[Commendation]:
    """Read the proposals that rest on a model."""
    return COMMENDATIONS.where(connection, "practice_id = ? order by id", (practice_id,))
