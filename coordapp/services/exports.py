"""Writing papers and tables: read everything in one moment, close, then render."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from coordapp.domain.committee import DocumentStyle
from coordapp.domain.errors import DocumentError
from coordapp.domain.papers import USUAL, Paper, PaperRequest
from coordapp.domain.queries import TaskQuery
from coordapp.services import papers, reports, signing
from coordapp.store import open_reader

Step = Callable[[int, int], None]


def export_register(
    path: Path,
    query: TaskQuery,
    as_of: date,
    target: Path,
    *,
    style: DocumentStyle | None = None,
    past: bool = False,
    step: Step,
) -> Path:
    """Write the register as Excel; with `past` as it stood when `as_of` ended.

    Raises StoreError, DocumentError, Cancelled.
    """
    # the makers of Excel and PDF take a quarter of a second to load: not before they are needed
    from coordapp.documents import xlsx_register

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = reports.register(reader, query, as_of, style, past=past)
    xlsx_register.write(report, target, step)
    return target


def export_paper(path: Path, request: PaperRequest, target: Path, step: Step) -> Path:
    """Write a paper of a conference as PDF; signed minutes byte for byte as they were signed.

    Raises StoreError, RuleViolation, DocumentError, Cancelled.
    """
    from coordapp.documents import pdf_paper

    ensure_ending(target, ".pdf")
    with open_reader(path) as reader:
        kept = b""
        if request.paper is Paper.MINUTES and request.sections == USUAL:
            kept = signing.kept_minutes(reader, request.conference_code, request.style)
        report = None if kept else papers.read(reader, request)
    if report is None:
        return signing.write(target, kept)
    pdf_paper.write(report, target, step)
    return target


def ensure_ending(target: Path, wanted: str) -> None:
    """Refuse a name that would not open again. Raises DocumentError: bad_extension."""
    if target.suffix.lower() != wanted:
        raise DocumentError("bad_extension", target, wanted=wanted)
