"""Writing papers and tables: read everything in one moment, close, then render."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.papers import USUAL, Paper, PaperRequest
from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.services.documents import issued_papers, letter_reading, paper_reading, signing
from coordapp.store import open_reader

Step = Callable[[int, int], None]


def warm_up(_step: Step) -> None:
    """Load what makes papers while nobody waits: it takes a third of a second."""
    from coordapp.formats.pdf import pdf_paper

    pdf_paper.prepare()


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
    from coordapp.formats.xlsx import xlsx_register

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = paper_reading.register(reader, query, as_of, style, past=past)
    xlsx_register.write(report, target, step)
    return target


def export_paper(path: Path, request: PaperRequest, target: Path, step: Step) -> Path:
    """Write a paper of a conference; what was signed or issued, as PDF byte for byte as it was.

    The ending of the name decides between PDF and Word.

    Raises StoreError, RuleViolation, DocumentError, Cancelled.
    """
    ensure_ending(target, ".pdf", ".docx")
    as_word = target.suffix.lower() == ".docx"
    with open_reader(path) as reader:
        kept = b""
        if request.paper is Paper.MINUTES and request.sections == USUAL and not as_word:
            kept = signing.kept_minutes(reader, request.conference_code, request.style)
        elif not as_word and (issued := issued_papers.of_request(reader, request)) is not None:
            kept = issued_papers.content(reader, path, issued, issued.symbol)
        report = None if kept else letter_reading.read(reader, request)
    if report is None:
        return signing.write(target, kept)
    if as_word:
        from coordapp.formats.docx import docx_paper

        docx_paper.write(report, target, step)
    else:
        from coordapp.formats.pdf import pdf_paper

        pdf_paper.write(report, target, step)
    return target


def ensure_ending(target: Path, *wanted: str) -> None:
    """Refuse a name that would not open again. Raises DocumentError: bad_extension."""
    if target.suffix.lower() not in wanted:
        raise DocumentError("bad_extension", target, wanted=" hoặc ".join(wanted))
