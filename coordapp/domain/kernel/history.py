"""What the history of the file shows: actions, and what each did to which record."""

from dataclasses import dataclass
from datetime import date, datetime

from coordapp.domain.kernel.changes import Kind, Op


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryQuery:
    """Filter of the history; an empty field filters nothing.

    `gone` leaves the deletions whose records are still missing.
    """

    text: str = ""
    kind: Kind | None = None
    op: Op | None = None
    who: str | None = None
    since: date | None = None
    until: date | None = None
    gone: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell that nothing is filtered within what is looked at."""
        return self == HistoryQuery(gone=self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One action: its foremost record by the name it had then, and how many more it touched."""

    op_id: int
    at: datetime
    who: str
    op: Op
    kind: Kind
    record_id: int
    title: str
    others: int
    counts: tuple[tuple[Kind, int], ...] = ()  # how many of each kind


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field in the office's words, before and after; an empty text means nothing was there."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """What an action did to one record."""

    op_id: int
    at: datetime
    who: str
    op: Op
    kind: Kind
    record_id: int
    title: str
    is_new: bool
    is_removed: bool
    fields: tuple[FieldChange, ...]
