"""A list as it is shown, as PDF on landscape pages."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from coordapp.domain.calendar import dates
from coordapp.domain.figures.listing import Cell, ListedColumn, Listing, ListingReport
from coordapp.formats.files import replacing
from coordapp.formats.papers.blocks import (
    Composition,
    Ending,
    Letterhead,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Signature,
    Text,
    Title,
)
from coordapp.formats.pdf import pdf_paper
from coordapp.formats.pdf.pdf_paper import Laid

Step = pdf_paper.Step
EMPTY = "Không có nhiệm vụ nào."
_WIDTH = 252.0  # between the margins of a landscape page, in millimetres
_NUMBER, _NARROWEST = 12.0, 17.0
_DRAWN = 46.0  # of the column of bars
# two such lines and a heading go on one landscape page with the signatures
_HIGHEST = 30.0
# a list up to this many rows may be packed onto fewer pages by less room between post and name
_SHORT = 60
_ROOMS_TO_SIGN = (40.0, 30.0, 22.0)


def write(report: ListingReport, target: Path, step: Step) -> None:
    """Write the list. Raises DocumentError as `replacing` does; what `step` raises stops it."""
    with replacing(target) as draft:
        draft.write_bytes(laid_out(report, step).data)


def laid_out(report: ListingReport, step: Step = lambda _done, _total: None) -> Laid:
    """Lay a list out on as few pages as it can have; a short one gives room to sign for that."""
    widest, *narrower = _ROOMS_TO_SIGN if report.listing.row_count <= _SHORT else _ROOMS_TO_SIGN[:1]
    best = pdf_paper.laid_out(composed(report, widest), step)
    for room in narrower if best.pages > 1 else ():
        other = pdf_paper.laid_out(composed(report, room), step)
        if other.pages < best.pages:
            best = other
    return best


def composed(report: ListingReport, room: float = 40.0) -> Composition:
    """Compose the pages of a list, with so much room to sign. Unit: millimetres."""
    heading, listing = report.heading, report.listing
    day = f"Số liệu tính đến ngày {dates.in_figures(heading.as_of)}"
    note = f"{listing.filtered}. {day}" if listing.filtered else day
    total = (Text(text=f"Tổng số: {listing.total}."),) if listing.total else ()
    legend = (Text(text=f"Biểu đồ: {listing.legend}."),) if listing.legend else ()
    spelt = (Text(text=report.spelt),) if report.spelt else ()
    sheet = PaperSheet(
        landscape=True,
        blocks=(
            Letterhead(),
            Title(kind=listing.title.upper(), note=f"({note})"),
            PaperTable(columns=_columns(listing), rows=tuple(_rows(listing)), highest=_HIGHEST),
            *total,
            *legend,
            *spelt,
            Ending(
                left=Signature(posts=("NGƯỜI LẬP BIỂU",), name="", room=room),
                right=Signature(posts=(heading.signer_post,), name=heading.signer_name, room=room),
            ),
        ),
    )
    return Composition(
        committee=heading.committee,
        style=heading.style,
        title=listing.title,
        code="",
        sheets=(sheet,),
    )


def _rows(listing: Listing) -> Iterator[PaperRow]:
    numbers = count(1)
    for part in listing.parts:
        if part.heading:
            yield PaperRow(cells=(part.heading,), heads=True)
        for row in part.rows:
            number = next(numbers)
            cells = (str(number), *map(_text, row, listing.columns))
            if listing.bars:
                yield PaperRow(cells=(*cells, ""), bar=listing.bars[number - 1])
            else:
                yield PaperRow(cells=cells)
    if not any(part.rows or part.heading for part in listing.parts):
        yield PaperRow(cells=(EMPTY,), heads=True)


def _text(cell: Cell, column: ListedColumn) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date):
        return dates.in_figures(cell)
    return f"{100 * cell:.0f} %" if column.is_share else str(cell)


def _columns(listing: Listing) -> tuple[PaperColumn, ...]:
    """Share the page among the columns as the screen does; none gets too narrow to read."""
    columns = listing.columns
    drawn = (PaperColumn(title="Biểu đồ", width=_DRAWN, centred=True),) if listing.bars else ()
    room = _WIDTH - _NUMBER - sum(column.width for column in drawn)
    widths = _shared([column.width for column in columns], room)
    shown = [
        PaperColumn(title=column.title, width=width, centred=column.centred)
        for column, width in zip(columns, widths, strict=True)
    ]
    return (PaperColumn(title="TT", width=_NUMBER, centred=True), *shown, *drawn)


def _shared(wanted: list[float], room: float) -> list[float]:
    least = min(_NARROWEST, room / max(len(wanted), 1))
    spare = room - least * len(wanted)
    over = [max(width, 1.0) for width in wanted]
    return [least + spare * width / sum(over) for width in over]
