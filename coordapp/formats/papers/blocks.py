"""What a paper is made of, whatever draws it: PDF and Word are made of the same blocks.

Unit: millimetres, unless said.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.committee.committee import Committee, DocumentStyle


class Mark(Enum):
    """What closes the title of a paper. Source: resources/docs/forms.md 2.3."""

    NONE = "none"
    RULE = "rule"
    DASHES = "dashes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The two-column head; what is not given is left out. `about` stands under the number."""

    number: str = ""
    day: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The type of the paper, what it is about, and a note in italics under it."""

    kind: str
    subject: str = ""
    mark: Mark = Mark.RULE
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph of the body; `lead` stands before it, and `keep` holds it to the next one."""

    text: str
    lead: str = ""
    bold: bool = False  # the lead
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A bold paragraph that never ends a page."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperColumn:
    """A column of a table."""

    title: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A line of a table; one that `heads` has a single cell over all columns.

    `bar` is drawn in place of the last cell: parts, each with its grey, of the longest bar's 1.
    """

    cells: tuple[str, ...]
    heads: bool = False
    bar: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """A ruled table; its header stands on every page. `room` is free height in each line.

    A row up to `highest` is never parted by a page; a higher one goes on where a page ends.
    """

    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]
    room: float = 0
    highest: float = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: lines in capitals, bold or not, room to sign, the name."""

    posts: tuple[str, ...]
    name: str
    bold: tuple[bool, ...] = ()  # for each line; without it all are
    hint: str = ""
    room: float = 40.0  # between posts and name; source: resources/docs/forms.md 2.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """The lines under "Nơi nhận", punctuated."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The signatures, which never stand on a page without some of the text above them."""

    right: Signature
    left: Signature | Recipients | None = None
    below: Recipients | None = None


Block = Letterhead | Title | Text | Heading | PaperTable | Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """Pages numbered from 1: the paper itself, or an appendix."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A whole paper; title and code describe the file."""

    committee: Committee
    style: DocumentStyle
    title: str
    code: str
    sheets: tuple[PaperSheet, ...]
    seal: str = ""  # the code of a signed paper
    day: date | None = None  # of the paper, told in the properties of its file
