"""Checking a paper against its form: what it says, and how its pages come out."""

from collections.abc import Callable
from pathlib import Path

from coordapp.domain.documents import form_check
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.form_finding import FormFinding
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.services.documents import document_actions, letter_reading
from coordapp.store import Reader, open_reader
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
    findings = (*form_check.check(report, request.today), *numbering)
    if pdf_paper.laid_out(composed(report), step).lone_signature:
        findings = (*findings, form_check.lone_signature())
    return findings


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
