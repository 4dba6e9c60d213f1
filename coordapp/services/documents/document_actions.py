"""Actions on outgoing papers; issuing the notice of a conference lets its tasks go."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.committee.committee import Committee, DocumentStyle, ExtractForm
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.documents.document import (
    CARRIERS,
    UNDER_NOTICE,
    Document,
    DocumentType,
    LetterUnit,
    symbol,
    under,
)
from coordapp.domain.documents.numbering import gaps, in_words, proposed, run_of, skipped
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId, DocumentId, LetterUnitId, TaskId, UnitId
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.messages import sentence
from coordapp.services.documents import issued_papers
from coordapp.services.tasks.releasing import note_release, release
from coordapp.store import Reader, Store, Work
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS, LETTER_UNITS, TASKS
from coordapp.store.queries import attachment_queries, committee_queries, document_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is known of a number before it is given."""

    number: int
    symbol: str
    run: str  # where the numbers run, in words
    warning: str = ""  # gaps and repeats in words; empty when there is nothing to say
    repeats: bool = False
    of_notice: bool = False  # number and day are those of the notice


def propose(
    connection: Reader, paper: Document, today: date, *, number: int | None = None
) -> Proposal:
    """Propose the next number of the right run, or say what is odd about a chosen one."""
    if follows_notice(connection, paper):
        return _of_notice(connection, paper)
    body = _body(connection)
    day = paper.issued_on or today
    run = run_of(paper.type, paper.style, body.term, day)
    own = paper.conference_id if paper.type is DocumentType.MINUTES else None
    used = document_queries.used_numbers(connection, run, besides=(paper.id or None, own))
    chosen = proposed(used) if number is None else number
    said = []
    if chosen in used:
        said.append(f"Số {chosen:02d} đã dùng cho {used[chosen]}.")
    if left_out := skipped(chosen, used):
        said.append(f"Bỏ qua số {in_words(left_out)}.")
    fills = bool(used) and min(used) < chosen < max(used)
    if missing := gaps({*used, chosen} if fills else used):
        said.append(f"Trong {run.words} còn thiếu số {in_words(missing)}.")
    return Proposal(
        number=chosen,
        symbol=symbol(paper.style, chosen, paper.type, body.document_code),
        run=run.words,
        warning=" ".join(said),
        repeats=chosen in used,
    )


def blank(connection: Reader, type_: DocumentType, conference_id: ConferenceId) -> Document:
    """Start a paper of a conference with what is known of it."""
    body = _body(connection)
    conference = CONFERENCES.get(connection, conference_id)
    fresh = Document(
        id=DocumentId(0),
        type=type_,
        style=body.document_style,
        term=body.term.strip() if body.document_style is DocumentStyle.PARTY else "",
        conference_id=conference_id,
        signer_id=conference.chair_id,
        recipients=body.recipients,
        subject=_subject(type_, body.document_style, conference.title),
    )
    if type_ is DocumentType.LETTER:
        # whom it is for stands above its text
        fresh = replace(fresh, recipients="Như trên")
    notice = _notice(connection, fresh) if follows_notice(connection, fresh) else None
    return fresh if notice is None else _numbered_as(fresh, notice)


def follows_notice(connection: Reader, paper: Document) -> bool:
    """Tell whether a paper bears number and day of its notice: an appendix, or an extract of it.

    An extract that was issued stays what it is, whatever the committee chose since.
    """
    if paper.type is not DocumentType.EXTRACT:
        return paper.type in UNDER_NOTICE
    if paper.id and paper.conference_id is not None:
        return (
            under(paper, document_queries.of_conference(connection, paper.conference_id))
            is not None
        )
    return _body(connection).extract_form is ExtractForm.PART


def replacement(connection: Reader, paper: Document) -> Document:
    """Start a paper in place of one that went out: its words, no number and no day yet."""
    fresh = blank(connection, paper.type, ConferenceId(paper.conference_id or 0))
    about = paper.subject or fresh.subject
    return replace(
        fresh,
        style=paper.style,
        term=paper.term,
        subject=f"{about} (thay thế văn bản số {paper.symbol})" if about else about,
        signer_id=paper.signer_id,
        authority=paper.authority,
        recipients=paper.recipients,
        text=paper.text,
        unit_id=paper.unit_id,
    )


def minutes_paper(connection: Reader, conference: Conference) -> Document:
    """Start the paper of the minutes, of the day on which the conference ended."""
    day = conference.ended_on or conference.held_on
    return replace(
        blank(connection, DocumentType.MINUTES, conference.id),
        number=conference.minutes_number,
        issued_on=day,
        subject=conference.title,
    )


def minutes_number(
    connection: Reader, conference: Conference, today: date, number: int | None
) -> Proposal | None:
    """Propose the number of the minutes, or judge one; None in a file without a committee."""
    if committee_queries.read(connection) is None:
        return None
    return propose(connection, minutes_paper(connection, conference), today, number=number)


def issue(
    store: Store,
    paper: Document,
    today: date,
    *,
    repeat_agreed: bool = False,
    further: Collection[UnitId] = (),
) -> tuple[Document, list[Task]]:
    """Record the number and the date of a paper; a notice lets the drafts of its conference go.

    The paper is kept as a file, as it goes out; from then on only its number and day can be put
    right. A letter goes to its unit and to `further` ones.
    Raises RuleViolation: document_without_number, document_without_day, number_repeated,
    minutes_are_signed_only, supplement_before_signing, notice_before_its_parts, unit_not_chosen.
    """
    if paper.type is DocumentType.MINUTES:
        raise RuleViolation("minutes_are_signed_only")
    with store.write(Op.ISSUE_DOCUMENT) as work:
        paper = _under_notice(work, paper)
        _ensure_fit(work, paper)
        ready = _numbered(work, paper, today, repeat_agreed=repeat_agreed)
        added = work.add(DOCUMENTS, ready)
        _address(work, added, further)
        released: list[Task] = []
        if added.type in CARRIERS and added.conference_id is not None and added.issued_on:
            waiting = document_queries.withheld(work.connection, added.conference_id)
            released = release(work, waiting, added.issued_on)
        # after the tasks have their days: the table of tasks prints them
        made = issued_papers.make(work.connection, added)
        if made is not None:
            sha256 = attachment_queries.keep(work.connection, made[0])
            added = replace(added, sha256=sha256, sealed=made[1])
            work.put(DOCUMENTS, added)
    return added, released


def edit(
    store: Store,
    paper: Document,
    today: date,
    *,
    repeat_agreed: bool = False,
    carry_day: bool = False,
    further: Collection[UnitId] | None = None,
) -> None:
    """Put a paper right; signed ones stay as they are, of issued ones only number and day change.

    With `carry_day` the tasks that were given on its day are given on the new one. A letter goes to
    `further` units from now on, where they are given. What went out
    under the number of a notice follows it.
    Raises RuleViolation: document_is_signed, issued_is_locked, numbered_by_notice, and as `issue`.
    """
    with store.write(Op.EDIT_DOCUMENT) as work:
        before = work.get(DOCUMENTS, paper.id)
        _ensure_not_signed(before)
        kept = replace(
            paper,
            type=before.type,
            conference_id=before.conference_id,
            sha256=before.sha256,
            sealed=before.sealed,
            signed_at=before.signed_at,
        )
        if follows_notice(work.connection, before) and _bears(kept) != _bears(before):
            raise RuleViolation("numbered_by_notice")
        _ensure_fit(work, kept)
        _ensure_only_numbered(before, kept)
        if carry_day and kept.issued_on is not None:
            for task in document_queries.given_by(work.connection, before):
                work.put(TASKS, replace(task, assigned_on=kept.issued_on))
        unmoved = (kept.number, kept.issued_on) == (before.number, before.issued_on)
        ready = _numbered(work, kept, today, repeat_agreed=repeat_agreed or unmoved)
        if before.type is DocumentType.NOTICE and before.conference_id is not None:
            held = document_queries.of_conference(work.connection, before.conference_id)
            for part in held:
                if part.type in UNDER_NOTICE and under(part, held) == before:
                    work.put(DOCUMENTS, _numbered_as(part, ready))
        work.put(DOCUMENTS, ready)
        if further is not None:
            _address(work, ready, further)


def delete(store: Store, document_id: DocumentId) -> None:
    """Take a paper out of the list; tasks that it let go stay as they are.

    Raises RuleViolation: document_is_signed, issued_is_locked.
    """
    with store.write(Op.DELETE_DOCUMENT) as work:
        held = work.get(DOCUMENTS, document_id)
        _ensure_not_signed(held)
        if issued_papers.is_kept(held):
            raise RuleViolation("issued_is_locked")
        _address(work, held, ())
        work.drop(DOCUMENTS, document_id)


def release_early(store: Store, task_ids: tuple[TaskId, ...], reason: str, today: date) -> None:
    """Let drafts go before the notice is issued; the reason stays in their history.

    Raises RuleViolation: release_without_reason, nothing_to_release.
    """
    if not reason.strip():
        raise RuleViolation("release_without_reason")
    with store.write(Op.RELEASE_TASKS) as work:
        chosen = [work.get(TASKS, task_id) for task_id in task_ids]
        waiting = [task for task in chosen if document_queries.is_withheld(work.connection, task)]
        if not waiting:
            raise RuleViolation("nothing_to_release")
        for task in release(work, waiting, today):
            note_release(work, task, reason, today)


def _notice(connection: Reader, paper: Document) -> Document | None:
    """Find the notice that a part or an appendix goes with: the last one of its style."""
    held = document_queries.of_conference(connection, paper.conference_id or ConferenceId(0))
    issued = (one for one in reversed(held) if one.type is DocumentType.NOTICE and one.number)
    return next((one for one in issued if one.style is paper.style), None)


def _address(work: Work, paper: Document, further: Iterable[UnitId]) -> None:
    """Record whom a letter goes to besides its unit, and nobody else."""
    wanted = set(further) if paper.type is DocumentType.LETTER else set()
    held = document_queries.further_units(work.connection, paper.id)
    for one in held:
        if one.unit_id not in wanted or one.unit_id == paper.unit_id:
            work.drop(LETTER_UNITS, one.id)
    for unit_id in sorted(wanted - {one.unit_id for one in held} - {paper.unit_id}):
        work.add(
            LETTER_UNITS,
            LetterUnit(id=LetterUnitId(0), document_id=paper.id, unit_id=unit_id),
        )


def _numbered_as(paper: Document, notice: Document) -> Document:
    return replace(paper, number=notice.number, symbol=notice.symbol, issued_on=notice.issued_on)


def _bears(paper: Document) -> tuple[int | None, str, date | None]:
    return paper.number, paper.symbol, paper.issued_on


def _of_notice(connection: Reader, paper: Document) -> Proposal:
    """Give the number of the notice to what goes out under it."""
    notice = _notice(connection, paper)
    if paper.id and paper.number:
        return Proposal(number=paper.number, symbol=paper.symbol, run="", of_notice=True)
    if notice is None:
        said = sentence(RuleViolation("notice_before_its_parts"))
        return Proposal(number=0, symbol="", run="", warning=said, of_notice=True)
    return Proposal(number=notice.number or 0, symbol=notice.symbol, run="", of_notice=True)


def _under_notice(work: Work, paper: Document) -> Document:
    if paper.type not in UNDER_NOTICE:
        return paper
    notice = _notice(work.connection, paper)
    if notice is None:
        raise RuleViolation("notice_before_its_parts")
    return _numbered_as(paper, notice) if follows_notice(work.connection, paper) else paper


def _numbered(work: Work, paper: Document, today: date, *, repeat_agreed: bool) -> Document:
    known = propose(work.connection, paper, today, number=paper.number)
    if known.repeats and not repeat_agreed:
        raise RuleViolation("number_repeated", number=f"{known.number:02d}", said=known.warning)
    return replace(paper, symbol=paper.symbol.strip() or known.symbol)


def _ensure_fit(work: Work, paper: Document) -> None:
    if paper.number is None or paper.number < 1:
        raise RuleViolation("document_without_number")
    if paper.issued_on is None:
        raise RuleViolation("document_without_day")
    if paper.type is DocumentType.SUPPLEMENT:
        _ensure_signed_before(work, paper)
    if paper.unit_id is None and (
        paper.type is DocumentType.EXTRACT
        or (paper.type is DocumentType.LETTER and paper.text.strip())
    ):
        raise RuleViolation("unit_not_chosen")


def _ensure_signed_before(work: Work, paper: Document) -> None:
    conference_id = paper.conference_id
    if (
        conference_id is None
        or document_queries.signed_minutes(work.connection, conference_id) is None
    ):
        raise RuleViolation("supplement_before_signing")
    if not paper.text.strip():
        raise RuleViolation("text_missing")


def _ensure_not_signed(paper: Document) -> None:
    if paper.signed_at is not None:
        raise RuleViolation("document_is_signed", symbol=paper.symbol)


def _ensure_only_numbered(before: Document, paper: Document) -> None:
    known = replace(before, number=paper.number, symbol=paper.symbol, issued_on=paper.issued_on)
    if issued_papers.is_kept(before) and known != paper:
        raise RuleViolation("issued_is_locked")


def _subject(type_: DocumentType, style: DocumentStyle, title: str) -> str:
    chair = "đồng chí chủ trì" if style is DocumentStyle.PARTY else "người chủ trì"
    named = title[:1].lower() + title[1:]
    return {
        DocumentType.NOTICE: f"kết luận của {chair} tại {named}",
        DocumentType.CONCLUSION: f"của Ban Chỉ đạo tại {named}",
        DocumentType.INVITATION: f"dự {named}",
        DocumentType.SUPPLEMENT: title,
        DocumentType.EXTRACT: f"kết luận của {chair} tại {named}",
        DocumentType.ASSIGNMENT: f"phân công thực hiện kết luận {named}",
        DocumentType.LETTER: f"đôn đốc thực hiện kết luận tại {named}",
    }.get(type_, "")


def _body(connection: Reader) -> Committee:
    found = committee_queries.read(connection)
    if found is None:
        raise RuleViolation("committee_missing")
    return found
