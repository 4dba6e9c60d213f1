"""A list as it is shown, as an Excel form."""

from itertools import count
from pathlib import Path

from coordapp.domain.calendar import dates
from coordapp.domain.figures.listing import ListedColumn, ListingReport
from coordapp.formats.xlsx import xlsx_form
from coordapp.formats.xlsx.xlsx_form import WHOLE_PERCENT, Form, FormColumn, FormPart, Step

SHEET = "Danh sách"
_ROOM = 125.0  # of all columns on a landscape page, in characters
_NUMBER, _NARROWEST, _WIDEST = 6.0, 10.0, 60.0


def write(report: ListingReport, target: Path, step: Step) -> None:
    """Write the list. Raises DocumentError as `replacing` does."""
    listing = report.listing
    numbers = count(1)
    day = f"Số liệu tính đến ngày {dates.in_figures(report.heading.as_of)}"
    form = Form(
        sheet=SHEET,
        heading=report.heading,
        title=listing.title.upper(),
        caption=f"{listing.filtered}. {day}" if listing.filtered else day,
        columns=(
            FormColumn(title="TT", width=_NUMBER, align="center"),
            *_columns(listing.columns),
        ),
        parts=tuple(
            FormPart(
                heading=part.heading,
                counted="dòng" if part.heading else "",
                rows=[(next(numbers), *row) for row in part.rows],
            )
            for part in listing.parts
        ),
        notes=(
            *((f"Tổng số: {listing.total}.",) if listing.total else ()),
            *((report.spelt,) if report.spelt else ()),
        ),
    )
    xlsx_form.write([form], target, step)


def _columns(columns: tuple[ListedColumn, ...]) -> list[FormColumn]:
    whole = sum(column.width for column in columns) or 1
    return [
        FormColumn(
            title=column.title,
            width=min(max(column.width / whole * _ROOM, _NARROWEST), _WIDEST),
            align="center" if column.centred else "left",
            format=WHOLE_PERCENT if column.is_share else "",
        )
        for column in columns
    ]
