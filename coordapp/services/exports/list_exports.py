"""Writing a list as it is shown: the head is read in one moment, the rows come from the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coordapp.domain.committee.short_names import spelt_out
from coordapp.domain.figures.listing import Listing, ListingReport
from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.paper_exports import Step, ensure_ending
from coordapp.store import open_reader
from coordapp.store.queries import unit_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRequest:
    """Which list is written, and the day and the style of its head."""

    listing: Listing
    asked: FormRequest


def export_listing(path: Path, request: ListingRequest, target: Path, step: Step) -> Path:
    """Write a list; the ending of the name decides between Excel and PDF.

    Raises StoreError, DocumentError, Cancelled.
    """
    ensure_ending(target, ".xlsx", ".pdf")
    with open_reader(path) as reader:
        heading = form_reading.heading(reader, request.asked)
        spelt = spelt_out(unit_queries.all_units(reader), _said(request.listing))
    report = ListingReport(heading=heading, listing=request.listing, spelt=spelt)
    # the makers of Excel and PDF take a quarter of a second to load: not before they are needed
    if target.suffix.lower() == ".xlsx":
        from coordapp.formats.xlsx import xlsx_list

        xlsx_list.write(report, target, step)
    else:
        from coordapp.formats.pdf import pdf_list

        pdf_list.write(report, target, step)
    return target


def _said(listing: Listing) -> Iterator[str]:
    yield listing.filtered
    for part in listing.parts:
        yield part.heading
        yield from (cell for row in part.rows for cell in row if isinstance(cell, str))
