"""Actions on the committee, its units and people."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import Person, ensure_in_order
from coordapp.domain.committee.unit import Unit, ensure_lasts
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.domain.kernel.ids import CommitteeId, PersonId, UnitId
from coordapp.domain.kernel.text import fold
from coordapp.domain.words.clarity_words import clear_points
from coordapp.domain.words.labels import KIND
from coordapp.services.committee import day_off_actions
from coordapp.store import Store, Work
from coordapp.store.file import backup, links, placing
from coordapp.store.file.tables import COMMITTEE, PERSONS, UNIT_GROUP_MEMBERS, UNITS
from coordapp.store.queries import committee_queries, day_off_queries, unit_queries

_NAMELESS = Committee(
    id=CommitteeId(1),
    name="Ban Chỉ đạo",
    superior_body="Tỉnh ủy",
    document_code="BCĐ",
    place="",
    document_style=DocumentStyle.PARTY,
)


def set_up(store: Store) -> None:
    """Give an empty file its committee row, to be edited, and the public holidays.

    Does nothing if it has a committee.
    """
    if committee_queries.read(store.connection) is None:
        complete(store)


def complete(store: Store) -> None:
    """Give a book the committee and the public holidays that it lacks; no step of undo.

    Why: without the row no particulars can be typed, and without the table every working day is
    counted wrongly.
    """
    body = committee_queries.read(store.connection)
    has_days = bool(day_off_queries.all_days(store.connection))
    if body is not None and has_days:
        return
    with store.write(Op.SET_UP) as work:
        if body is None:
            work.add(COMMITTEE, _NAMELESS)
        if not has_days:
            day_off_actions.seed(work)


def write_new(path: Path, who: str = "") -> None:
    """Write an empty register into a new file, as `who`; never overwrites. Raises StoreError.

    It is made under another name: whatever cuts it short, a file of this name is a whole one.
    """
    if path.exists():
        raise StoreError("file_exists", path=path)
    draft = path.with_name(f".{path.name}.new")
    backup.remove_whole(draft)
    try:
        with closing(Store.create(draft)) as store:
            store.act_as(who)
            set_up(store)
        with backup.on_disk(path):
            placing.place(draft, path)
    finally:
        backup.remove_whole(draft)


def edit_committee(store: Store, changed: Committee) -> None:
    """Save the committee's particulars. Raises RuleViolation: clarity_unknown, clarity_without_need."""
    clear_points(changed.clarity)
    with store.write(Op.EDIT_COMMITTEE) as work:
        work.put(COMMITTEE, changed)


def add_unit(store: Store, unit: Unit) -> Unit:
    """Add a unit at the end of the protocol order. Raises RuleViolation: unit_repeated."""
    with store.write(Op.ADD_UNIT) as work:
        _ensure_new_name(work, unit)
        return work.add(UNITS, unit)


def edit_unit(store: Store, unit: Unit) -> None:
    """Save a unit.

    Raises RuleViolation: unit_repeated, unit_ends_first, unit_follows_itself.
    """
    with store.write(Op.EDIT_UNIT) as work:
        _ensure_new_name(work, unit)
        ensure_lasts(unit, unit_queries.all_units(work.connection))
        work.put(UNITS, unit)


def delete_unit(store: Store, unit_id: UnitId) -> None:
    """Remove a unit that was typed by mistake; groups lose it. Raises RuleViolation: unit_in_use."""
    with store.write(Op.DELETE_UNIT) as work:
        unit = work.get(UNITS, unit_id)
        for member in unit_queries.memberships(work.connection, unit_id):
            work.drop(UNIT_GROUP_MEMBERS, member.id)
        if what := _resting_on(work, Kind.UNIT, unit_id):
            raise RuleViolation("unit_in_use", name=unit.name, what=what)
        work.drop(UNITS, unit_id)


def add_other_name(store: Store, unit_id: UnitId, name: str) -> Unit:
    """Remember another name of a unit; one it bears already changes nothing."""
    with store.write(Op.EDIT_UNIT) as work:
        unit = work.get(UNITS, unit_id)
        borne = {fold(one) for one in (unit.name, unit.short_name, *unit.other_names)}
        if fold(name) in borne:
            return unit
        # the last mark tells a comma within a name from one between names
        named = replace(unit, aliases="; ".join((*unit.other_names, name)) + ";" * ("," in name))
        work.put(UNITS, named)
        return named


def add_person(store: Store, person: Person) -> Person:
    """Add a post-holder. Raises RuleViolation: role_ends_first."""
    with store.write(Op.ADD_PERSON) as work:
        ensure_in_order(person)
        return work.add(PERSONS, person)


def edit_person(store: Store, person: Person) -> None:
    """Save a post-holder. Raises RuleViolation: role_ends_first."""
    with store.write(Op.EDIT_PERSON) as work:
        ensure_in_order(person)
        work.put(PERSONS, person)


def delete_person(store: Store, person_id: PersonId) -> None:
    """Remove a person who was typed by mistake. Raises RuleViolation: person_in_use."""
    with store.write(Op.DELETE_PERSON) as work:
        person = work.get(PERSONS, person_id)
        if what := _resting_on(work, Kind.PERSON, person_id):
            raise RuleViolation("person_in_use", name=person.shown, what=what)
        work.drop(PERSONS, person_id)


def put_units_in_order(store: Store, order: Sequence[UnitId]) -> None:
    """Give the units the order of protocol of these ids."""
    with store.write(Op.ORDER_UNITS) as work:
        for position, unit_id in enumerate(order, start=1):
            work.put(UNITS, replace(work.get(UNITS, unit_id), position=position))


def put_persons_in_order(store: Store, order: Sequence[PersonId]) -> None:
    """Give the post-holders the order of protocol of these ids."""
    with store.write(Op.ORDER_PERSONS) as work:
        for position, person_id in enumerate(order, start=1):
            work.put(PERSONS, replace(work.get(PERSONS, person_id), position=position))


def _resting_on(work: Work, kind: Kind, record_id: int) -> str:
    """Say in counts what speaks of a record; empty when nothing does."""
    found = links.speaking_of(work.connection, kind, record_id)
    return ", ".join(f"{count} {KIND[one].lower()}" for one, count in found.items())


def _ensure_new_name(work: Work, unit: Unit) -> None:
    if unit_queries.is_named(work.connection, unit):
        raise RuleViolation("unit_repeated", short_name=unit.short_name)
