"""Ruled tables of any length, their header on every page.

The time reportlab takes for a table grows with the square of its rows: each page splits all that is
left. So a table is given to it page by page, no more rows than a page may hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from coordapp.formats.papers import blocks
from coordapp.formats.pdf import pdf_style

_CELL_SIZE = 12
_HAIR = 0.5
_BAR = 9.0
_PAD = 3
_SIDE = 4
_LONG_CELL = 250
# lines of a text that no page parts
_TEXT_KEPT = 2
_FEW_LINES = 32
# rows that go with the signatures when these come on a new page
_ROWS_KEPT = 2
# lines tried on a page whose like was not set yet; more when the page has room for them
_TRIED = 40
_Command = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of the table; a row too high to be moved to the next page has one for each of its own."""

    cells: Sequence[Any]
    heads: bool = False  # runs over all columns, and goes with the line below
    goes_on: bool = False  # no rule below
    continues: bool = False  # what the line above began
    ends: bool = False  # what comes at the end of the table, without rules


class CellText(Paragraph):  # type: ignore[misc]
    """A text in a cell: a table measures it many times, and it breaks its lines once."""

    _broken_for = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Break the lines for another width than last time. Unit: points."""
        # a paragraph that refuses to be parted forgets its lines
        if availWidth != self._broken_for or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._broken_for = availWidth
        return self.width, self.height


class Bar(Flowable):  # type: ignore[misc]
    """A bar of parts in shades of grey, each with an edge, so that white is seen too."""

    def __init__(self, parts: Sequence[tuple[float, float]], room: float) -> None:
        super().__init__()
        self._parts = parts
        self.width, self.height = room, _BAR

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the room of the cell. Unit: points."""
        return self.width, self.height + _PAD

    def draw(self) -> None:
        """Draw the parts from the left."""
        place = 0.0
        self.canv.setLineWidth(_HAIR)
        for share, grey in self._parts:
            self.canv.setFillGray(grey)
            self.canv.rect(place, 0, share * self.width, self.height, fill=1)
            place += share * self.width
        self.canv.setFillGray(0)


class PagePart(Table):  # type: ignore[misc]
    """What of a table stands on one page."""

    @property
    def count(self) -> int:
        """Give the number of lines below the header."""
        return len(self._cellvalues) - 1

    def heights(self) -> list[float]:
        """Give the heights of the header and of these lines once they are measured. Unit: points."""
        return list(self._rowHeights)

    def keep_heights(self) -> None:
        """Measure nothing again, neither here nor in the parts it splits into."""
        self._argH = list(self._rowHeights)


class RuledTable(Flowable):  # type: ignore[misc]
    """A table with lines; with each page that it fills it splits into a `PagePart` and the rest."""

    def __init__(
        self, block: blocks.PaperTable, lines: Sequence[_Line], header: Sequence[Any]
    ) -> None:
        super().__init__()
        self.hAlign = "CENTER"
        self.spaceBefore = self.spaceAfter = pdf_style.GAP
        self._block, self._lines, self._header = block, lines, header
        self._first, self._tried = 0, _TRIED
        # what was measured last, and for which room; to measure a line takes time
        self._part: Any = None
        self._room = 0.0, 0.0
        self._top, self._heights = 0.0, list[float]()

    @property
    def count(self) -> int:
        """Give the number of lines below the header."""
        return len(self._lines) - self._first

    def opening(self, width: float) -> float:
        """Give the height of the header with the first line that says something. Unit: points.

        Where this is among the last lines, all these and the signatures stand with it.
        """
        said = (number for number, line in enumerate(self._lines, start=1) if not line.heads)
        needed = next(said, 1)
        if needed >= self._first_kept(self._lines):
            needed = self.count
        return float(self._set(needed).wrap(width, pdf_style.PAGE[1])[1])

    def _first_kept(self, lines: Sequence[_Line]) -> int:
        """Give the number of the first of the last lines, which are not parted."""
        last = len(lines) - bool(lines and lines[-1].ends)
        return max(1, last - _ROWS_KEPT + 1)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Measure the lines that may stand on the page. Unit: points."""
        if self._part is not None and self._room == (availWidth, availHeight):
            return self._part.wrap(availWidth, availHeight)  # type: ignore[no-any-return]
        if any(self._heights[:1]) and (first := self._top + self._heights[0]) > availHeight:
            return sum(column.width * mm for column in self._block.columns), first
        taken = min(self._tried, self.count)
        while True:
            part = self._set(taken)
            width, height = part.wrap(availWidth, availHeight)
            part.keep_heights()
            self._top, *self._heights = part.heights()
            if height > availHeight or taken == self.count:
                break
            taken = min(2 * taken, self.count)
        self._part, self._room = part, (availWidth, availHeight)
        return width, height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Give what fits and the rest; nothing when not even a line fits."""
        _, height = self.wrap(availWidth, availHeight)
        if height <= availHeight:
            return [self]
        if self._room != (availWidth, availHeight):
            return []  # not even the first line fits
        parts = self._part.split(availWidth, availHeight)
        if len(parts) < 2:
            return []
        done = parts[0].count
        rest = RuledTable(self._block, self._lines, self._header)
        rest._first, rest._top = self._first + done, self._top
        rest._heights = self._heights[done:]
        if self._lines[rest._first].continues:
            rest._heights = []  # what begins a page has room above
        # the next page holds about as many
        rest._tried = done + done // 4 + 2
        return [parts[0], rest]

    def draw(self) -> None:
        """Draw a table that fits as a whole."""
        self._part.drawOn(self.canv, 0, 0)

    def _set(self, count: int) -> PagePart:
        block = self._block
        lines = self._lines[self._first : self._first + count]
        data = [[*self._header], *([*line.cells] for line in lines)]
        ends = bool(lines) and lines[-1].ends
        last = len(lines) - ends  # the last line with rules
        commands = [*_ruled(last, block.room * mm / 2)]
        for number, line in enumerate(lines, start=1):
            commands += _commands(line, number, is_last=number == len(lines))
            commands += _joined(line, number)
        if count == self.count:
            commands.append(("NOSPLIT", (0, self._first_kept(lines)), (-1, -1)))
        return PagePart(
            data,
            colWidths=[column.width * mm for column in block.columns],
            rowHeights=[None, *self._heights[:count], *[None] * (count - len(self._heights))],
            repeatRows=1,
            spaceBefore=pdf_style.GAP,
            spaceAfter=pdf_style.GAP,
            style=commands,
        )


def table(block: blocks.PaperTable, end: Iterable[Any] = ()) -> RuledTable:
    """Set a ruled table whose header stands on every page.

    What comes at its `end` is a last line without rules, so that it never goes on a page alone.
    """
    lines = list(_lines_of(block))
    if held := list(end):
        # the first of a stack loses its distance to what is above
        gap = Spacer(0, held[0].getSpaceBefore())
        cells = _across([gap, *held], len(block.columns))
        lines.append(_Line(cells=cells, ends=True))
    return RuledTable(block, lines, _header(block.columns))


def _header(columns: Sequence[blocks.PaperColumn]) -> list[Any]:
    head = pdf_style.paragraph_style(_CELL_SIZE, bold=True, align=TA_CENTER)
    return [CellText(pdf_style.markup(column.title), head) for column in columns]


def _lines_of(block: blocks.PaperTable) -> Iterator[_Line]:
    columns = block.columns
    group = pdf_style.paragraph_style(_CELL_SIZE, bold=True)
    centred = pdf_style.paragraph_style(_CELL_SIZE, align=TA_CENTER)
    left = pdf_style.paragraph_style(_CELL_SIZE)
    kinds = [centred if column.centred else left for column in columns]
    widths = [column.width * mm for column in columns]
    known = _CellsSet(block.highest * mm)
    for row in block.rows:
        if row.heads:
            cells = [known.cell(row.cells[0], group, sum(widths))]
        else:
            placed = zip(row.cells, kinds, widths, strict=True)
            cells = [known.cell(*cell) for cell in placed]
            if row.bar:
                cells[-1] = [Bar(row.bar, widths[-1] - 2 * _SIDE)]
        lines = list(zip_longest(*cells, fillvalue=""))
        for number, line in enumerate(lines, start=1):
            shown = _across(line[0], len(columns)) if row.heads else line
            yield _Line(
                cells=shown,
                heads=row.heads,
                goes_on=number < len(lines),
                continues=number > 1,
            )


class _CellsSet:
    """Sets a text that stands in many rows of a column once; what a page may part is set anew."""

    def __init__(self, highest: float) -> None:
        self._highest = highest
        self._known: dict[tuple[str, str, float], list[Any]] = {}

    def cell(self, text: str, kind: Any, width: float) -> list[Any]:
        """Set the text of a cell of this kind and width."""
        key = text, f"{kind.name} {kind.alignment}", width
        if (known := self._known.get(key)) is not None:
            return known
        made = _cell(text, kind, width, self._highest)
        if len(made) == 1:
            self._known[key] = made
        return made


def _across(cell: Any, columns: int) -> list[Any]:
    return [cell, *[""] * (columns - 1)]


def _commands(line: _Line, number: int, *, is_last: bool) -> Iterator[_Command]:
    whole = (0, number), (-1, number)
    if line.ends:
        yield ("SPAN", *whole)
        # on a landscape page the signatures are narrower than the table
        yield ("ALIGN", *whole, "CENTER")
        for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"):
            yield (f"{side}PADDING", *whole, 0)
        return
    if line.heads:
        yield ("SPAN", *whole)
        yield ("TOPPADDING", *whole, _PAD)
        yield ("BOTTOMPADDING", *whole, _PAD + 1)
        if not line.goes_on and not is_last:
            yield ("NOSPLIT", (0, number), (-1, number + 1))
    if not line.goes_on:
        yield ("LINEBELOW", *whole, _HAIR, "black")


def is_parted(row: blocks.PaperRow, block: blocks.PaperTable) -> bool:
    """Tell whether a page may end inside a row, which is too high to be moved to the next one."""
    kind = pdf_style.paragraph_style(_CELL_SIZE, bold=row.heads)
    widths = [column.width * mm for column in block.columns]
    placed = zip(row.cells, [sum(widths)] if row.heads else widths, strict=True)
    return any(len(_cell(text, kind, width, block.highest * mm)) > 1 for text, width in placed)


def _joined(line: _Line, number: int) -> Iterator[_Command]:
    """Set the lines of one row as close as those of a paragraph."""
    whole = (0, number), (-1, number)
    if line.continues and number > 1:
        yield ("TOPPADDING", *whole, 0)
    if line.goes_on:
        yield ("BOTTOMPADDING", *whole, 0)


def _cell(text: str, kind: Any, width: float, highest: float) -> list[Any]:
    """Set the text of a cell, in pieces where it is higher than a row may be moved."""
    shown = pdf_style.markup(text)
    if not shown:
        return [""]
    whole, room = _paragraph(shown, kind), width - 2 * _SIDE
    # a short text cannot be too high, and to measure it takes time
    if len(text) <= _LONG_CELL or whole.wrap(room, highest)[1] <= highest:
        return [whole]
    whole.style = kind.clone("parted", allowOrphans=1)
    return [*_lines_of_text(whole, room)]


def _paragraph(shown: str, kind: Any) -> CellText:
    """Make a paragraph; one of letters alone needs no reader of markup, which takes most time."""
    if "<" in shown or "&" in shown or shown != shown.strip():
        return CellText(shown, kind)
    (pattern,) = _pattern(kind).frags
    return CellText(shown, kind, frags=[pattern.clone(text=shown)])


def _pattern(kind: Any) -> CellText:
    held = getattr(kind, "pattern", None)
    if held is None:
        held = kind.pattern = CellText("x", kind)
    return held


def _lines_of_text(
    whole: Any, room: float, first: int = _TEXT_KEPT, last: int = _TEXT_KEPT
) -> Iterator[Any]:
    """Part a text into lines; two stay together at its beginning and at its end, as in Word."""
    count = len(whole.blPara.lines)
    if count > _FEW_LINES:
        # what is left after a line is set anew: a long text is halved before
        parts = whole.split(room, (count // 2 + 0.5) * whole.style.leading)
        if len(parts) == 2:
            for part, at_start, at_end in zip(parts, (first, 1), (1, last), strict=True):
                part.wrap(room, pdf_style.PAGE[1])
                yield from _lines_of_text(part, room, at_start, at_end)
            return
    rest, lines = whole, first
    while len(rest.blPara.lines) >= lines + last:
        parts = rest.split(room, (lines + 0.5) * rest.style.leading)
        if len(parts) < 2:
            break
        yield parts[0]
        rest, lines = parts[1], 1
        rest.wrap(room, pdf_style.PAGE[1])
    yield rest


def _ruled(last: int, room: float) -> list[_Command]:
    return [
        ("FONTNAME", (0, 0), (-1, -1), pdf_style.FAMILY),
        ("LINEABOVE", (0, 0), (-1, 0), _HAIR, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), _HAIR, "black"),
        # a page that ends inside a row has its rule all the same
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), _HAIR, "black"),
        ("LINEBEFORE", (0, 0), (-1, last), _HAIR, "black"),
        ("LINEAFTER", (-1, 0), (-1, last), _HAIR, "black"),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE" if room else "TOP"),
        ("LEFTPADDING", (0, 0), (-1, last), _SIDE),
        ("RIGHTPADDING", (0, 0), (-1, last), _SIDE),
        ("TOPPADDING", (0, 0), (-1, 0), _PAD),
        ("BOTTOMPADDING", (0, 0), (-1, 0), _PAD + 1),
        ("TOPPADDING", (0, 1), (-1, last), _PAD + room),
        ("BOTTOMPADDING", (0, 1), (-1, last), _PAD + 1 + room),
    ]
