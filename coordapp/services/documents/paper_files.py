"""The papers recorded for a conference as files: the signed one as kept, others as printed."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from coordapp.domain.committee.person import Person
from coordapp.domain.documents.document import Document, DocumentType, seal_code
from coordapp.domain.documents.minutes_contents import SupplementReport
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.domain.kernel.attachment import safe_name
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.domain.kernel.ids import DocumentId, PersonId
from coordapp.domain.words.labels import DOCUMENT_TYPE
from coordapp.services.documents import signing
from coordapp.services.exports import paper_exports
from coordapp.store import Reader, open_reader
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS
from coordapp.store.queries import committee_queries, document_queries, unit_queries

Step = Callable[[int, int], None]
_LETTERS = {DocumentType.NOTICE: Paper.NOTICE, DocumentType.INVITATION: Paper.INVITATION}


def report(connection: Reader, document_id: DocumentId) -> SupplementReport:
    """Read supplementary minutes. Raises RuleViolation: record_gone, supplement_before_signing."""
    paper = DOCUMENTS.get(connection, document_id)
    body = committee_queries.read(connection)
    conference_id = paper.conference_id
    if body is None or conference_id is None:
        raise RuleViolation("supplement_before_signing")
    signed = document_queries.signed_minutes(connection, conference_id)
    if signed is None:
        raise RuleViolation("supplement_before_signing")
    conference = CONFERENCES.get(connection, conference_id)
    people = {person.id: person for person in unit_queries.all_persons(connection)}
    return SupplementReport(
        committee=body,
        style=paper.style,
        conference_code=conference.code,
        title=conference.title,
        number=paper.number,
        issued_on=paper.issued_on,
        subject=paper.subject,
        text=paper.text,
        signed_symbol=signed.symbol,
        signed_on=signed.issued_on,
        signed_code=seal_code(signed.sealed),
        chair_name=_name(people, paper.signer_id or conference.chair_id),
        recorder_name=_name(people, conference.recorder_id),
        recipients=tuple(line.strip() for line in paper.recipients.splitlines() if line.strip()),
    )


def copy_out(path: Path, paper: Document, folder: Path) -> Path:
    """Write a copy of a paper to look at into a fresh folder below `folder`. Raises as `save_as`."""
    if paper.type is DocumentType.MINUTES:
        return signing.copy_out(path, paper.id, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(dir=folder)) / file_name(paper)
    except OSError as error:
        raise DocumentError("write_failed", folder / file_name(paper)) from error
    return save_as(path, paper, copy)


def save_as(
    path: Path, paper: Document, target: Path, step: Step = lambda _done, _total: None
) -> Path:
    """Write a paper as PDF: signed minutes byte for byte, others as they are laid out.

    Raises StoreError, RuleViolation, DocumentError; what `step` raises stops the work.
    """
    from coordapp.formats.pdf import pdf_paper

    target = target if target.suffix else target.with_suffix(".pdf")
    if paper.type is DocumentType.MINUTES:
        return signing.save_as(path, paper.id, target)
    letter = _LETTERS.get(paper.type)
    if letter is not None:
        return paper_exports.export_paper(path, _request(path, paper, letter), target, step)
    with open_reader(path) as reader:
        read = report(reader, paper.id)
    pdf_paper.write(read, target, step)
    return target


def file_name(paper: Document) -> str:
    """Propose a file name."""
    if paper.type is DocumentType.MINUTES:
        return signing.file_name(paper)
    return safe_name(f"{DOCUMENT_TYPE[paper.type]} {paper.symbol.replace('/', '-')}.pdf")


def can_print(paper: Document, held: Sequence[Document]) -> bool:
    """Tell whether the program makes the file of a paper; of several letters only the last.

    Why: a letter prints what the conference says now, and that is what the last one sends out.
    """
    if paper.type in _LETTERS:
        return paper.id == [other.id for other in held if other.type is paper.type][-1]
    return paper.type in (DocumentType.MINUTES, DocumentType.SUPPLEMENT)


def _request(path: Path, paper: Document, letter: Paper) -> PaperRequest:
    with open_reader(path) as reader:
        found = (
            None if paper.conference_id is None else CONFERENCES.find(reader, paper.conference_id)
        )
    if found is None:
        raise RuleViolation("record_gone", kind=Kind.CONFERENCE)
    return PaperRequest(
        paper=letter,
        conference_code=found.code,
        today=paper.issued_on or date.max,
        style=paper.style,
    )


def _name(people: dict[PersonId, Person], person_id: PersonId | None) -> str:
    person = None if person_id is None else people.get(person_id)
    return "" if person is None else person.full_name
