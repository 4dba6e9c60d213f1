"""The file of a paper as it went out: kept when it is issued, given back, compared with the records."""

from collections.abc import Collection
from pathlib import Path

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import Person
from coordapp.domain.documents.document import Document, DocumentType, seal_code
from coordapp.domain.documents.fingerprint import fingerprint
from coordapp.domain.documents.minutes_contents import SupplementReport
from coordapp.domain.documents.papers import USUAL, Paper, PaperRequest, Section
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.domain.kernel.ids import DocumentId, PersonId, UnitId
from coordapp.domain.kernel.text import fold
from coordapp.formats.papers.composition import Report
from coordapp.services.documents import letter_reading
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS, UNITS
from coordapp.store.past import names_then
from coordapp.store.queries import (
    attachment_queries,
    committee_queries,
    conference_queries,
    document_queries,
    unit_queries,
)

LETTERS = {
    DocumentType.NOTICE: Paper.NOTICE,
    DocumentType.INVITATION: Paper.INVITATION,
    DocumentType.EXTRACT: Paper.EXTRACT,
    DocumentType.ASSIGNMENT: Paper.ASSIGNMENT,
}
# what may be issued in place of what went out, besides
REPLACED = frozenset({*LETTERS, DocumentType.LETTER})
_TYPES = {paper: type_ for type_, paper in LETTERS.items()}


def report_of(connection: Reader, paper: Document) -> Report | None:
    """Read what a recorded paper prints; None for a type that the program does not make.

    Raises RuleViolation: record_gone, nothing_concluded, supplement_before_signing.
    """
    if paper.type is DocumentType.SUPPLEMENT:
        return supplement(connection, paper.id)
    if paper.type is DocumentType.LETTER:
        return letter_of(connection, paper)
    letter = LETTERS.get(paper.type)
    if letter is None or paper.conference_id is None or not committee_queries.read(connection):
        return None
    return letter_reading.read(connection, request_of(connection, paper, letter))


def request_of(connection: Reader, paper: Document, letter: Paper) -> PaperRequest:
    """Ask for a recorded paper, as the register knows it. Raises RuleViolation: record_gone."""
    if paper.conference_id is None or paper.issued_on is None:
        raise RuleViolation("document_without_day")
    return PaperRequest(
        paper=letter,
        conference_code=CONFERENCES.get(connection, paper.conference_id).code,
        today=paper.issued_on,
        style=paper.style,
        # the table of tasks goes with the notice that gives them
        sections=USUAL | {Section.ASSIGNMENT} if letter is Paper.NOTICE else USUAL,
        document_id=paper.id or None,
        unit_id=paper.unit_id,
    )


def letter_of(
    connection: Reader, paper: Document, further: Collection[UnitId] | None = None
) -> Report | None:
    """Read a letter whose words were typed here; None for one that was written elsewhere.

    `further` are the units it is for besides its own; without them those recorded.
    """
    if not paper.text.strip() or paper.conference_id is None:
        return None
    return letter_reading.official_letter(connection, paper, further)


def make(connection: Reader, paper: Document) -> tuple[bytes, str] | None:
    """Lay out a paper that is being issued; give its file and the hash of what it tells.

    None for what the program has no paper of: a type it does not make, a notice of nothing.
    """
    # the maker of PDF takes a quarter of a second to load: not before it is needed
    from coordapp.formats.pdf import pdf_paper

    try:
        report = report_of(connection, paper)
    except RuleViolation as violation:
        if violation.code != "nothing_concluded":
            raise
        return None
    return None if report is None else (pdf_paper.build(report), fingerprint(report))


def differs(connection: Reader, paper: Document) -> bool:
    """Tell whether the records now say something else than the paper that went out."""
    if not is_kept(paper):
        return False
    try:
        report = report_of(connection, paper)
    except RuleViolation:
        return True
    return report is None or fingerprint(report) != paper.sealed


def is_kept(paper: Document) -> bool:
    """Tell whether the file of an issued paper is kept; signed minutes are apart."""
    return bool(paper.sha256) and paper.signed_at is None


def content(connection: Reader, path: Path, paper: Document, name: str) -> bytes:
    """Read the file of an issued paper. Raises StoreError: issued_paper_damaged."""
    held = attachment_queries.content_of(connection, paper.sha256)
    if held is None:
        raise StoreError("issued_paper_damaged", path=path, name=name)
    return held


def of_request(connection: Reader, request: PaperRequest) -> Document | None:
    """Find the paper with a kept file that a request is answered by; None while nothing went out."""
    conference = conference_queries.by_code(connection, request.conference_code)
    type_ = _TYPES.get(request.paper)
    if conference is None or type_ is None:
        return None
    held = document_queries.of_conference(connection, conference.id)
    last = next((one for one in reversed(held) if _meets(connection, one, type_, request)), None)
    return last if last is not None and _answers(last, request.style) else None


def supplement(connection: Reader, document_id: DocumentId) -> SupplementReport:
    """Read supplementary minutes. Raises RuleViolation: record_gone, supplement_before_signing."""
    return supplement_of(connection, DOCUMENTS.get(connection, document_id))


def supplement_of(connection: Reader, paper: Document) -> SupplementReport:
    """Read supplementary minutes that may not be recorded yet. Raises as `supplement`."""
    with names_then.as_named(connection, paper.issued_on):
        return _supplement(connection, paper)


def _supplement(connection: Reader, paper: Document) -> SupplementReport:
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


def _meets(connection: Reader, paper: Document, type_: DocumentType, request: PaperRequest) -> bool:
    if paper.type is not type_ or type_ is not DocumentType.EXTRACT:
        return paper.type is type_
    if request.unit_id is not None:
        return paper.unit_id == request.unit_id
    unit = None if paper.unit_id is None else UNITS.find(connection, paper.unit_id)
    return unit is not None and fold(unit.short_name) == fold(request.unit)


def _answers(paper: Document, style: DocumentStyle | None) -> bool:
    return is_kept(paper) and style in (None, paper.style)


def _name(people: dict[PersonId, Person], person_id: PersonId | None) -> str:
    person = None if person_id is None else people.get(person_id)
    return "" if person is None else person.full_name
