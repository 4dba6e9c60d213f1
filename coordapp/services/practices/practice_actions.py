"""Actions on models: their years, their recognition, and the numbers units report."""

from dataclasses import replace
from datetime import date

from coordapp.domain.calendar.years import ensure_year
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PracticeCountId, PracticeId, PracticeYearId, RecognitionId
from coordapp.domain.practices.practice import (
    Practice,
    PracticeCount,
    PracticeYear,
    Recognition,
    YearState,
    ensure_count,
    ensure_practice,
)
from coordapp.store import Store, Work
from coordapp.store.file.case_tables import (
    COMMENDATIONS,
    PRACTICE_COUNTS,
    PRACTICE_YEARS,
    PRACTICES,
    RECOGNITIONS,
)
from coordapp.store.queries import practice_queries


def add(store: Store, practice: Practice, today: date) -> Practice:
    """Add a model; one with a first year was new in it. Raises RuleViolation: practice_name_missing, year_range."""
    with store.write(Op.ADD_PRACTICE) as work:
        return added(work, practice, today)


def added(work: Work, practice: Practice, today: date) -> Practice:
    """Add a model inside an action. Raises RuleViolation: practice_name_missing, year_range."""
    ensure_practice(practice, _origins(work, practice))
    code = work.next_code(codes.PRACTICE, practice.started or today.year)
    made = work.add(PRACTICES, replace(practice, code=code))
    _add_first_year(work, made)
    return made


def edit(store: Store, practice: Practice) -> None:
    """Save a model; one whose first year is said was new in it, unless its years say more.

    Raises RuleViolation: practice_name_missing, replicated_in_circle, year_range.
    """
    with store.write(Op.EDIT_PRACTICE) as work:
        ensure_practice(practice, _origins(work, practice) | {practice.id: practice})
        before = work.get(PRACTICES, practice.id)
        work.put(PRACTICES, practice)
        is_said = practice.started != before.started
        if is_said and not practice_queries.years(work.connection, practice.id):
            _add_first_year(work, practice)


def delete(store: Store, practice_id: PracticeId) -> None:
    """Delete a model; what was taken from it, and proposals that rest on it, stay without it."""
    with store.write(Op.DELETE_PRACTICE) as work:
        for replica in practice_queries.replicas(work.connection, practice_id):
            work.put(PRACTICES, replace(replica, replicated_from_id=None))
        for proposal in practice_queries.commendations_of_practice(work.connection, practice_id):
            work.put(COMMENDATIONS, replace(proposal, practice_id=None))
        for year in practice_queries.years(work.connection, practice_id):
            work.drop(PRACTICE_YEARS, year.id)
        for step in practice_queries.recognitions(work.connection, practice_id):
            work.drop(RECOGNITIONS, step.id)
        work.drop(PRACTICES, practice_id)


def add_year(store: Store, year: PracticeYear) -> PracticeYear:
    """Say what became of a model in a year. Raises RuleViolation: year_state_repeated, year_range."""
    ensure_year(year.year)
    with store.write(Op.ADD_PRACTICE_YEAR) as work:
        _ensure_new_year(work, year)
        return work.add(PRACTICE_YEARS, year)


def edit_year(store: Store, year: PracticeYear) -> None:
    """Save what became of a model in a year. Raises RuleViolation: year_state_repeated, year_range."""
    ensure_year(year.year)
    with store.write(Op.EDIT_PRACTICE_YEAR) as work:
        _ensure_new_year(work, year)
        work.put(PRACTICE_YEARS, year)


def delete_year(store: Store, year_id: PracticeYearId) -> None:
    """Take back what was said of a model in a year."""
    with store.write(Op.DELETE_PRACTICE_YEAR) as work:
        work.drop(PRACTICE_YEARS, year_id)


def add_recognition(store: Store, recognition: Recognition) -> Recognition:
    """Add a step of recognition."""
    with store.write(Op.ADD_RECOGNITION) as work:
        return work.add(RECOGNITIONS, recognition)


def edit_recognition(store: Store, recognition: Recognition) -> None:
    """Save a step of recognition."""
    with store.write(Op.EDIT_RECOGNITION) as work:
        work.put(RECOGNITIONS, recognition)


def delete_recognition(store: Store, recognition_id: RecognitionId) -> None:
    """Delete a step of recognition."""
    with store.write(Op.DELETE_RECOGNITION) as work:
        work.drop(RECOGNITIONS, recognition_id)


def add_count(store: Store, count: PracticeCount) -> PracticeCount:
    """Note the numbers a unit reported for a year. Raises RuleViolation: count_repeated, count_negative, year_range."""
    ensure_count(count)
    with store.write(Op.ADD_PRACTICE_COUNT) as work:
        _ensure_new_count(work, count)
        return work.add(PRACTICE_COUNTS, count)


def edit_count(store: Store, count: PracticeCount) -> None:
    """Save the numbers a unit reported for a year. Raises RuleViolation: count_repeated, count_negative, year_range."""
    ensure_count(count)
    with store.write(Op.EDIT_PRACTICE_COUNT) as work:
        _ensure_new_count(work, count)
        work.put(PRACTICE_COUNTS, count)


def delete_count(store: Store, count_id: PracticeCountId) -> None:
    """Delete the numbers a unit reported for a year."""
    with store.write(Op.DELETE_PRACTICE_COUNT) as work:
        work.drop(PRACTICE_COUNTS, count_id)


def _add_first_year(work: Work, practice: Practice) -> None:
    if practice.started is not None:
        new = PracticeYear(
            id=PracticeYearId(0),
            practice_id=practice.id,
            year=practice.started,
            state=YearState.NEW,
        )
        work.add(PRACTICE_YEARS, new)


def _origins(work: Work, practice: Practice) -> dict[PracticeId, Practice]:
    """Read only the models that this one was taken from, one after the other."""
    found: dict[PracticeId, Practice] = {}
    origin = practice.replicated_from_id
    while origin is not None and origin not in found:
        found[origin] = work.get(PRACTICES, origin)
        origin = found[origin].replicated_from_id
    return found


def _ensure_new_year(work: Work, year: PracticeYear) -> None:
    for other in practice_queries.years(work.connection, year.practice_id):
        if other.year == year.year and other.id != year.id:
            raise RuleViolation("year_state_repeated", year=year.year)


def _ensure_new_count(work: Work, count: PracticeCount) -> None:
    other = practice_queries.count_of(work.connection, count.unit_id, count.year)
    if other is not None and other.id != count.id:
        raise RuleViolation("count_repeated", year=count.year)
