"""A list as it is shown on screen, frozen for paper: columns, rows, groups and what was filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # every list on screen can be printed; what forms hold is not loaded until one is
    from coordapp.domain.figures.form_contents import FormHeading

Cell = str | date | float  # a number is shown as it is, or as a share of one hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedColumn:
    """A column; `width` says only how wide it is beside the others."""

    title: str
    width: float
    centred: bool = False
    is_share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPart:
    """Rows under a heading, which is empty in a list without groups."""

    rows: Sequence[tuple[Cell, ...]]
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Exactly what is shown; `filtered` says by what, `total` how much there is."""

    title: str
    columns: tuple[ListedColumn, ...]
    parts: tuple[ListedPart, ...]
    filtered: str = ""
    total: str = ""
    # of each row in order: parts of a bar, each with its grey, of the longest bar's 1
    bars: tuple[tuple[tuple[float, float], ...], ...] = ()
    legend: str = ""  # what the greys mean

    @property
    def row_count(self) -> int:
        """Count the rows of all parts."""
        return sum(len(part.rows) for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingReport:
    """A list with the head and foot that papers carry."""

    heading: "FormHeading"
    listing: Listing
    spelt: str = ""  # what the short names of units stand for
