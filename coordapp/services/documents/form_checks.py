"""Checking a paper against its form: what it says, and how its pages come out."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from coordapp.domain.documents import form_check, form_glyphs
from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.documents.form_finding import FormFinding
from coordapp.domain.documents.letter_contents import Letter
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.words.messages import sentence
from coordapp.formats.papers.composition import Report
from coordapp.services.documents import document_actions, issued_papers, letter_reading
from coordapp.services.documents.issued_papers import LETTERS
from coordapp.store import Reader, open_reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import conference_queries, document_queries

# the number of an extract is that of its notice
_TYPE = {
    Paper.MINUTES: DocumentType.MINUTES,
    Paper.NOTICE: DocumentType.NOTICE,
    Paper.EXTRACT: DocumentType.NOTICE,
    Paper.INVITATION: DocumentType.INVITATION,
}
Step = Callable[[int, int], None]


def check(path: Path, request: PaperRequest, step: Step) -> tuple[FormFinding, ...]:
    """Read a paper, check it and lay it out once. Raises RuleViolation, StoreError, Cancelled."""
    from coordapp.formats.papers.composition import composed
    from coordapp.formats.pdf import pdf_paper

    with open_reader(path) as reader:
        report = letter_reading.read(reader, request)
        numbering = _numbering(reader, request)
    findings = (*_findings(report, request.today), *numbering)
    if pdf_paper.laid_out(composed(report), step).lone_signature:
        findings = (*findings, form_check.lone_signature())
    return findings


def open_points(
    connection: Reader, paper: Document, today: date, further: Collection[UnitId] = ()
) -> tuple[str, ...]:
    """Name what a paper about to be signed or issued leaves open or contradicts, each by its place.

    What the dialog itself asks for, the number and the day, is left to it.
    """
    try:
        report = _draft(connection, paper, today, further)
    except RuleViolation as violation:
        return (sentence(violation),)
    if report is None:
        return ()
    asked = ("Số, ký hiệu", "Ngày ban hành")
    return tuple(
        f"{one.place}: {one.found} (yêu cầu: {one.required})"
        for one in _findings(report, today)
        if one.place not in asked
    )


def _findings(report: Report, today: date) -> tuple[FormFinding, ...]:
    from coordapp.formats.pdf import pdf_style

    return (
        *form_check.check(report, today),
        *form_glyphs.glyphs(report, pdf_style.without_glyph),
    )


def _draft(
    connection: Reader, paper: Document, today: date, further: Collection[UnitId]
) -> Report | None:
    if paper.type is DocumentType.LETTER:
        return issued_papers.letter_of(connection, paper, further)
    if paper.type is DocumentType.SUPPLEMENT:
        return issued_papers.supplement_of(connection, paper)
    letter = Paper.MINUTES if paper.type is DocumentType.MINUTES else LETTERS.get(paper.type)
    if letter is None or paper.conference_id is None:
        return None
    if letter is Paper.EXTRACT and paper.unit_id is None:
        # the dialog itself asks for the unit
        return None
    request = PaperRequest(
        paper=letter,
        conference_code=CONFERENCES.get(connection, paper.conference_id).code,
        today=today,
        style=paper.style,
        unit_id=paper.unit_id,
    )
    report = letter_reading.read(connection, request)
    if not isinstance(report, Letter):
        return report
    return letter_reading.as_typed(connection, paper, report)


def _numbering(connection: Reader, request: PaperRequest) -> tuple[FormFinding, ...]:
    """Judge the number of a paper in its run, as the dialog does that gave it."""
    conference = conference_queries.by_code(connection, request.conference_code)
    type_ = _TYPE.get(request.paper)
    if conference is None or type_ is None:
        return ()
    if type_ is DocumentType.MINUTES:
        held = [document_actions.minutes_paper(connection, conference)]
    else:
        held = [
            paper
            for paper in document_queries.of_conference(connection, conference.id)
            if paper.type is type_
        ]
    known = [
        document_actions.propose(connection, paper, paper.issued_on, number=paper.number)
        for paper in held
        if paper.number is not None and paper.issued_on is not None
    ]
    return tuple(
        form_check.numbering(one.run, one.warning, repeats=one.repeats)
        for one in known
        if one.warning
    )
