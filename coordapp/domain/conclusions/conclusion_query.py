"""Which conclusions of all conferences a list shows."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from coordapp.domain.conclusions.conclusion import ConclusionKind, Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.kernel.ids import ConferenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionQuery:
    """Filter of the register of conclusions; an empty field filters nothing."""

    text: str = ""
    year: int | None = None
    conference_id: ConferenceId | None = None
    kind: ConclusionKind | None = None
    coverage: Coverage | None = None

    @property
    def is_empty(self) -> bool:
        """Tell that everything is shown."""
        return self == ConclusionQuery()

    def takes(self, row: ConclusionRow) -> bool:
        """Tell whether a row passes all but the text."""
        held = row.held_on
        return (
            (self.year is None or (held is not None and held.year == self.year))
            and self.conference_id in (None, row.conclusion.conference_id)
            and self.kind in (None, row.conclusion.kind)
            and self.coverage in (None, row.coverage)
        )

    def choose(
        self, rows: Iterable[ConclusionRow], found: Collection[int] | None
    ) -> list[ConclusionRow]:
        """Give the rows that pass; `found` are the ids with the text, None when none is sought."""
        return [row for row in rows if self.takes(row) and (found is None or row.id in found)]

    def count(
        self, rows: Iterable[ConclusionRow], found: Collection[int] | None
    ) -> Counter[Coverage]:
        """Count what each coverage would show beside the other filters."""
        rest = replace(self, coverage=None).choose(rows, found)
        return Counter(row.coverage for row in rest)
