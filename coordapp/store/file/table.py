"""The one mapper: a record class to a table of the same columns."""

import sqlite3
import types
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import nfc
from coordapp.store.file import stored

R = TypeVar("R")
Value = str | int | None


def _no_text(_: Any) -> str:
    return ""


@dataclass(frozen=True)
class Table(Generic[R]):
    """Maps records of one class; four by-key verbs and nothing else.

    `search_text` gives what the full-text search finds the record by.
    """

    kind: Kind
    record: type[R]
    search_text: Callable[[R], str] = _no_text

    columns: tuple[str, ...] = field(init=False)
    from_row: Callable[[tuple[Any, ...]], R] = field(init=False)  # a row of exactly these columns

    def __post_init__(self) -> None:
        hints = get_type_hints(self.record)
        columns = tuple(item.name for item in fields(self.record))  # type: ignore[arg-type]  # R is a dataclass
        readers = {name: _reader(hints[name]) for name in columns}
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "from_row", _maker(self.record, readers))

    @property
    def name(self) -> str:
        """The table's name in the schema."""
        return self.kind.value

    def selected(self, alias: str = "") -> str:
        """List the columns for a hand-written query, under an alias of the table."""
        prefix = f"{alias}." if alias else ""
        return ", ".join(prefix + column for column in self.columns)

    def to_row(self, record: R) -> dict[str, Value]:
        """Give the stored values; text is composed (NFC)."""
        return {name: _stored(getattr(record, name)) for name in self.columns}

    def find(self, connection: sqlite3.Connection, record_id: int) -> R | None:
        """Read one record; None if there is none with this id."""
        row = connection.execute(
            f"select {self.selected()} from {self.name} where id = ?", (record_id,)
        ).fetchone()
        return None if row is None else self.from_row(row)

    def get(self, connection: sqlite3.Connection, record_id: int) -> R:
        """Read one record. Raises RuleViolation: record_gone."""
        found = self.find(connection, record_id)
        if found is None:
            raise RuleViolation("record_gone", kind=self.kind)
        return found

    def where(
        self, connection: sqlite3.Connection, condition: str = "1", values: tuple[Value, ...] = ()
    ) -> list[R]:
        """Read the records of a condition written by the caller in code, values bound."""
        rows = connection.execute(
            f"select {self.selected()} from {self.name} where {condition}", values
        )
        return [self.from_row(row) for row in rows]


def _maker(
    record: type[R], readers: dict[str, Callable[[Any], Any] | None]
) -> Callable[[tuple[Any, ...]], R]:
    """Compile the call that builds a record, as dataclasses compile their `__init__`.

    Half the time of a loop over the columns, felt with 10,000 rows; only names of fields of our
    own classes go into the text.
    """
    known: dict[str, Any] = {"record": record}
    arguments: list[str] = []
    for place, (name, read) in enumerate(readers.items()):
        value = f"row[{place}]"
        if read is not None:
            known[f"read_{name}"] = read
            value = f"None if {value} is None else read_{name}({value})"
        arguments.append(f"{name}={value}")
    made: Callable[[tuple[Any, ...]], R] = eval(
        f"lambda row: record({', '.join(arguments)})", known
    )
    return made


def _stored(value: Any) -> Value:
    # the commonest first: a change of many records asks this a million times
    if value is None or type(value) is int:
        return value
    if type(value) is str:
        return nfc(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value  # type: ignore[no-any-return]  # ids and numbers go as they are


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(item for item in get_args(hint) if item is not type(None))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return stored.Members(hint).__getitem__
    if hint is datetime:
        return stored.moment
    if hint is date:
        return stored.day
    return bool if hint is bool else None
