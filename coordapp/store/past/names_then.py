"""Units, people and the committee under the names they had when a past day ended.

Tables of the same names are laid over those of the file for as long as a paper is read, so that
whatever reads a name, in whatever query, reads the one of that day. A name that was only spelt
right since counts as right then; of a record typed in later the first name is the nearest one known.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from coordapp.domain.committee.naming import as_it_was
from coordapp.domain.committee.person import CommitteeRole
from coordapp.store.file.opening import Reader
from coordapp.store.file.table import Table
from coordapp.store.file.tables import COMMITTEE, PERSONS, UNITS

# what a paper calls somebody; all else about them is as it is now
_NAMES: dict[str, tuple[Table[Any], tuple[str, ...]]] = {
    "unit": (UNITS, ("name", "short_name")),
    "person": (PERSONS, ("full_name", "post", "rank", "role", "unit_id", "address")),
    "committee": (COMMITTEE, ("name", "superior_body", "place", "document_code")),
}
_HEAD = CommitteeRole.HEAD.value
A = TypeVar("A")
R = TypeVar("R")
_Changed = dict[str, dict[int, dict[str, object]]]
_Step = tuple[str, dict[str, Any] | None]  # the day, and what a record was before


@contextmanager
def as_named(connection: Reader, day: date | None) -> Iterator[None]:
    """Read everything inside under the names of a day; without a day under those of now.

    Inside another one the outer day stays: a paper is of one day.
    """
    then = {} if day is None or _is_laid(connection) else _changed_since(connection, day)
    if not then:
        yield
        return
    _allowed(connection, lambda: _lay(connection, then))
    try:
        yield
    finally:
        _allowed(connection, lambda: _lift(connection, then))


def named_then(
    day_of: Callable[[A], date | None],
) -> Callable[[Callable[[Reader, A], R]], Callable[[Reader, A], R]]:
    """Read a table under the names of the day it is asked for."""

    def around(read: Callable[[Reader, A], R]) -> Callable[[Reader, A], R]:
        @wraps(read)
        def reading(connection: Reader, asked: A) -> R:
            with as_named(connection, day_of(asked)):
                return read(connection, asked)

        return reading

    return around


def _is_laid(connection: Reader) -> bool:
    found = connection.execute(
        "select 1 from sqlite_temp_master where type = 'table' and name in ('unit', 'person', 'committee')"
    )
    return found.fetchone() is not None


def _changed_since(connection: Reader, day: date) -> _Changed:
    """Give for each table the names of its records that were others when the day ended."""
    # sorts behind every moment of the day, and before every later one
    after = f"{day.isoformat()}T99"
    last = connection.execute("select at from change_log order by id desc limit 1").fetchone()
    if last is None or last[0] < after:
        return {}
    found: _Changed = {}
    for kind, (table, names) in _NAMES.items():
        courses: dict[int, list[_Step]] = defaultdict(list)
        for record_id, at, before in connection.execute(
            "select record_id, at, before from change_log where kind = ? and at >= ? order by id",
            (kind, after),
        ):
            courses[record_id].append((at[:10], None if before is None else json.loads(before)))
        changed = _then(connection, table, names, courses)
        if kind == "person":
            _leave_one_head(connection, changed, courses)
        if changed:
            found[kind] = changed
    return found


def _then(
    connection: Reader,
    table: Table[Any],
    names: tuple[str, ...],
    courses: dict[int, list[_Step]],
) -> dict[int, dict[str, object]]:
    changed: dict[int, dict[str, object]] = {}
    for record_id, course in courses.items():
        now = table.find(connection, record_id)
        if now is None:
            continue
        begun = _begun(course)
        # of what was typed in later the first that is known is the nearest to that day, once the
        # day of typing is over
        held = [before for at, before in course if before is not None and at > begun]
        held.append(table.to_row(now))
        for name in names:
            # a field that an earlier version did not know had no value of its own
            values = [one[name] for one in held if name in one]
            if (was := as_it_was(values)) != values[-1]:
                changed.setdefault(record_id, {})[name] = was
    return changed


def _begun(course: list[_Step]) -> str:
    """Give the day on which a record was typed in; empty when it was there already."""
    return course[0][0] if course and course[0][1] is None else ""


def _leave_one_head(
    connection: Reader,
    changed: dict[int, dict[str, object]],
    courses: dict[int, list[_Step]],
) -> None:
    """Take the role from who came later, where the head of that day is known."""
    heads = [record_id for record_id, values in changed.items() if values.get("role") == _HEAD]
    if not heads:
        return
    known = max(_begun(courses[record_id]) for record_id in heads)
    for person in PERSONS.where(connection, "role = ?", (_HEAD,)):
        if person.id not in heads and _begun(courses[person.id]) > known:
            changed.setdefault(person.id, {})["role"] = CommitteeRole.NONE.value


def _lay(connection: Reader, then: _Changed) -> None:
    for name, changed in then.items():
        connection.execute(f"create temp table {name} as select * from main.{name}")
        connection.execute(f"create unique index temp.{name}_then on {name} (id)")
        for record_id, values in changed.items():
            given = ", ".join(f"{column} = ?" for column in values)
            connection.execute(
                f"update temp.{name} set {given} where id = ?", (*values.values(), record_id)
            )


def _lift(connection: Reader, then: _Changed) -> None:
    for name in then:
        connection.execute(f"drop table temp.{name}")


def _allowed(connection: Reader, work: Callable[[], None]) -> None:
    """Do something beside the file on a connection that may not write to it."""
    (kept,) = connection.execute("pragma query_only").fetchone()
    connection.execute("pragma query_only = off")
    try:
        work()
    finally:
        connection.execute(f"pragma query_only = {int(kept)}")
