"""Signing minutes, which seals the conference, and getting the signed paper out again."""

import stat
import tempfile
from dataclasses import replace
from pathlib import Path

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conferences import lifecycle
from coordapp.domain.conferences.conference import Conference, ConferenceState, ensure_open
from coordapp.domain.documents.document import Document, missing_to_sign, seal_code
from coordapp.domain.kernel.attachment import safe_name
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import DocumentError, RuleViolation, StoreError
from coordapp.domain.kernel.ids import ConferenceId, DocumentId
from coordapp.domain.words.conference_labels import CONFERENCE_NEED
from coordapp.formats.files import replacing
from coordapp.services.documents import document_actions, paper_reading
from coordapp.store import Reader, Store, open_reader
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS
from coordapp.store.queries import attachment_queries, conference_queries, document_queries, seals


def missing(connection: Reader, conference: Conference) -> list[str]:
    """Name what the minutes of a conference that was held lack before they can be signed."""
    concluded = conference_queries.conclusions_of(connection, conference.id)
    attending = conference_queries.attendances(connection, conference.id)
    needs = lifecycle.missing(conference, ConferenceState.SIGNED, attending)
    return [CONFERENCE_NEED[need] for need in needs] + missing_to_sign(conference, concluded)


def sign(
    store: Store,
    conference_id: ConferenceId,
    *,
    number: int | None = None,
    repeat_agreed: bool = False,
) -> Document:
    """Seal a conference: make its minutes, keep them with their hash, lock what they tell.

    A `number` given here becomes the number of the minutes. Everything happens in one transaction: after a crash the conference is as it was before.
    Raises RuleViolation: conference_signed, not_held_yet, not_ready_to_sign,
    minutes_number_repeated.
    """
    # the maker of PDF takes a quarter of a second to load: not before it is needed
    from coordapp.formats.pdf import pdf_paper

    with store.write(Op.SIGN_MINUTES) as work:
        conference = work.get(CONFERENCES, conference_id)
        if number not in (None, conference.minutes_number):
            ensure_open(conference)
            conference = replace(conference, minutes_number=number)
            work.put(CONFERENCES, conference)
        _ensure_ready(work.connection, conference)
        paper = _paper(work.connection, conference, repeat_agreed=repeat_agreed)
        sealed = seals.content_hash(work.connection, conference_id)
        report = paper_reading.minutes(work.connection, conference.code)
        content = pdf_paper.build(replace(report, seal=seal_code(sealed)))
        signed = work.add(
            DOCUMENTS,
            replace(
                paper,
                sha256=attachment_queries.keep(work.connection, content),
                sealed=sealed,
                signed_at=work.at.replace(microsecond=0),
            ),
        )
        work.put(CONFERENCES, replace(conference, state=ConferenceState.SIGNED))
    return signed


def copy_out(path: Path, document_id: DocumentId, folder: Path) -> Path:
    """Write a copy of a signed paper to look at into a fresh folder below `folder`.

    Raises RuleViolation: record_gone; StoreError: signed_paper_damaged, …; DocumentError.
    """
    name, content = _kept(path, document_id)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(dir=folder)) / name
    except OSError as error:
        raise DocumentError("write_failed", folder / name) from error
    write(copy, content)
    copy.chmod(stat.S_IREAD)
    return copy


def save_as(path: Path, document_id: DocumentId, target: Path) -> Path:
    """Write a signed paper, byte for byte, to where the person wants it. Raises as `copy_out`."""
    return write(target, _kept(path, document_id)[1])


def write(target: Path, content: bytes) -> Path:
    """Write a paper that is kept. Raises DocumentError."""
    with replacing(target) as draft:
        draft.write_bytes(content)
    return target


def kept_minutes(connection: Reader, code: str, style: DocumentStyle | None) -> bytes:
    """Read the signed paper of a conference; empty without one, or when another style is asked."""
    conference = conference_queries.by_code(connection, code)
    signed = (
        None if conference is None else document_queries.signed_minutes(connection, conference.id)
    )
    if signed is None or style not in (None, signed.style):
        return b""
    return attachment_queries.content_of(connection, signed.sha256) or b""


def file_name(paper: Document) -> str:
    """Propose a file name for a signed paper."""
    return safe_name(f"Biên bản {paper.symbol.replace('/', '-')} đã ký.pdf")


def _ensure_ready(connection: Reader, conference: Conference) -> None:
    ensure_open(conference)
    if conference.state is not ConferenceState.HELD:
        raise RuleViolation("not_held_yet", code=conference.code)
    lacking = missing(connection, conference)
    if lacking:
        raise RuleViolation("not_ready_to_sign", code=conference.code, missing=", ".join(lacking))


def _paper(connection: Reader, conference: Conference, *, repeat_agreed: bool) -> Document:
    paper = document_actions.minutes_paper(connection, conference)
    if paper.issued_on is None:
        raise AssertionError("minutes without a day were found ready")
    known = document_actions.propose(connection, paper, paper.issued_on, number=paper.number)
    if known.repeats and not repeat_agreed:
        raise RuleViolation(
            "minutes_number_repeated", number=f"{known.number:02d}", said=known.warning
        )
    return replace(paper, symbol=known.symbol)


def _kept(path: Path, document_id: DocumentId) -> tuple[str, bytes]:
    with open_reader(path) as reader:
        paper = DOCUMENTS.get(reader, document_id)
        content = attachment_queries.content_of(reader, paper.sha256)
    name = file_name(paper)
    if content is None:
        raise StoreError("signed_paper_damaged", path=path, name=name)
    return name, content
