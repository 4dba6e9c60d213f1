"""Reading what the papers of a conference print, besides its minutes alone."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from coordapp.domain.committee.committee import DocumentStyle, ExtractForm
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import spoken_of
from coordapp.domain.conclusions.assignment import Role, by_conclusion, unit_tasks
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import Attendance, AttendanceState, Conference
from coordapp.domain.documents.document import Authority, Document, DocumentType, symbol, under
from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    InvitationReport,
    Letter,
    LetterAgendaItem,
    LetterConclusion,
    NoticeReport,
    OfficialLetter,
    Participant,
    ParticipantsReport,
    ReviewPaper,
    Share,
    Signer,
)
from coordapp.domain.documents.minutes_contents import AssignmentReport, MinutesReport
from coordapp.domain.documents.papers import Paper, PaperRequest, Section
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId, DocumentId, TaskId, UnitId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.task import Coordination, Task, WorkState
from coordapp.domain.words.labels import ATTENDANCE_STATE, deadline_on_paper
from coordapp.formats.papers import wording
from coordapp.formats.papers.composition import Report
from coordapp.services.conclusions import reviewing
from coordapp.services.documents import paper_reading
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES, PERSONS
from coordapp.store.past import names_then
from coordapp.store.queries import conference_queries, document_queries, task_queries, unit_queries

L = TypeVar("L", bound=Letter)
_BY_ROLE = {
    CommitteeRole.HEAD: Authority.DIRECT,
    CommitteeRole.DEPUTY: Authority.FOR_HEAD,
}
_NOTICE = DocumentType.NOTICE
_COMRADE = "đồng chí "
# what stands on the notice, or goes with it
_OF_NOTICE = frozenset({Paper.NOTICE, Paper.EXTRACT, Paper.ASSIGNMENT})
_RECORDED = dict.fromkeys(_OF_NOTICE, _NOTICE) | {Paper.INVITATION: DocumentType.INVITATION}


def read(connection: Reader, request: PaperRequest) -> Report:
    """Read the paper asked for.

    Raises RuleViolation: unknown_conference, unknown_unit, nothing_concluded, unit_without_share.
    """
    found = conference_queries.by_code(connection, request.conference_code)
    if found is None:
        raise RuleViolation("unknown_conference", code=request.conference_code)
    with names_then.as_named(connection, _day_of(connection, request, found)):
        return _READERS[request.paper](connection, request, found)


def _day_of(connection: Reader, request: PaperRequest, conference: Conference) -> date:
    """Give the day whose names a paper bears: when it went out, or when its conference met."""
    type_ = _RECORDED.get(request.paper)
    held = document_queries.of_conference(connection, conference.id) if type_ else []
    if request.document_id is not None:
        meant = [paper for paper in held if paper.id == request.document_id]
    else:
        meant = [paper for paper in held if paper.type is type_]
    issued_on = meant[-1].issued_on if meant else None
    if issued_on is not None:
        return min(issued_on, request.today)
    if request.paper in _OF_NOTICE or conference.held_on is None:
        return request.today
    return min(conference.held_on, request.today)


def _minutes(connection: Reader, request: PaperRequest, conference: Conference) -> Report:
    plain = paper_reading.minutes(connection, conference.code, request.style)
    table = None
    if Section.ASSIGNMENT in request.sections:
        number = None if plain.number is None else _minutes_symbol(plain)
        letter = Letter(**_facts(plain), symbol=number or "", issued_on=plain.held_on)
        table = _table(connection, letter, conference, ("Biên bản", DocumentType.MINUTES))
    return replace(plain, sections=request.sections, assignment=table)


def _minutes_symbol(plain: MinutesReport) -> str:
    return symbol(plain.style, plain.number, DocumentType.MINUTES, plain.committee.document_code)


def official_letter(
    connection: Reader, paper: Document, further: Collection[UnitId] | None = None
) -> OfficialLetter:
    """Read a letter as it was typed, for its unit and `further` ones, else those recorded.

    Raises RuleViolation: record_gone, unknown_conference.
    """
    with names_then.as_named(connection, paper.issued_on):
        return _letter(connection, paper, further)


def as_typed(connection: Reader, paper: Document, letter: L) -> L:
    """Give a letter as it will say when a paper of it that is being typed goes out."""
    conference = CONFERENCES.get(connection, paper.conference_id or ConferenceId(0))
    signed = replace(letter, signer=_signer(connection, conference, paper))
    if paper.type is DocumentType.EXTRACT:
        # it goes to its unit alone
        return signed
    plain = paper_reading.minutes(connection, conference.code, paper.style)
    return replace(signed, recipients=_recipients(paper.type, paper.recipients, plain))


def _letter(
    connection: Reader, paper: Document, further: Collection[UnitId] | None
) -> OfficialLetter:
    conference = CONFERENCES.get(connection, paper.conference_id or ConferenceId(0))
    plain = paper_reading.minutes(connection, conference.code, paper.style)
    if further is None:
        further = [one.unit_id for one in document_queries.further_units(connection, paper.id)]
    units = [
        one for one in unit_queries.all_units(connection) if one.id in {paper.unit_id, *further}
    ]
    groups = paper_reading.groups_on(connection, paper.issued_on or conference.held_on)
    named = tuple(paper_reading.lines_of(paper.recipients))
    return OfficialLetter(
        **_facts(plain),
        symbol=_symbol(paper, plain),
        issued_on=paper.issued_on,
        subject=paper.subject,
        signer=_signer(connection, conference, paper),
        recipients=named or plain.recipients,
        addressees=spoken_of((unit.name for unit in units), groups),
        text=paper.text,
    )


def _notice(connection: Reader, request: PaperRequest, conference: Conference) -> NoticeReport:
    plain = paper_reading.minutes(connection, conference.code, request.style)
    concluded = conference_queries.conclusions_of(connection, conference.id)
    if not concluded:
        raise RuleViolation("nothing_concluded", code=conference.code)
    report = NoticeReport(
        **_facts(plain),
        **_issued(connection, conference, (_NOTICE, request.document_id), plain),
        attended=len(plain.present) + len(plain.guests),
        is_discussed=bool(plain.speeches or plain.proceedings.strip()),
        conclusions=tuple(_line(item) for item in concluded),
    )
    if Section.ASSIGNMENT not in request.sections:
        return report
    table = _table(connection, report, conference, ("Thông báo", _NOTICE))
    return replace(report, assignment=table)


def _assignment(
    connection: Reader, request: PaperRequest, conference: Conference
) -> AssignmentReport:
    notice = _notice(connection, _of_notice(connection, request, conference), conference)
    return _table(connection, notice, conference, ("Thông báo", _NOTICE))


def _review(connection: Reader, request: PaperRequest, conference: Conference) -> ReviewPaper:
    """Read what became of earlier conclusions, as of today or an earlier conference."""
    body = paper_reading.minutes(connection, conference.code, request.style)
    found = reviewing.review(connection, conference, request.today)
    if found is None:
        raise RuleViolation("nothing_to_review", code=conference.code)
    full = {unit.short_name: unit.name for unit in unit_queries.all_units(connection)}
    groups = paper_reading.groups_on(connection, conference.held_on)
    rows = tuple(
        replace(row, units=spoken_of((full.get(name, name) for name in row.units), groups))
        for row in found.rows
    )
    return ReviewPaper(
        committee=body.committee,
        style=body.style,
        conference_code=conference.code,
        title=conference.title,
        review=replace(found, rows=rows),
    )


def _extract(connection: Reader, request: PaperRequest, conference: Conference) -> Report:
    unit = _unit(connection, request)
    notice = _notice(connection, _of_notice(connection, request, conference), conference)
    concluded = conference_queries.conclusions_of(connection, conference.id)
    shares = tuple(_shares(connection, conference, concluded, unit))
    numbers = {share.number for share in shares}
    if not shares:
        raise RuleViolation("unit_without_share", code=conference.code, unit=unit.short_name)
    held = {name: getattr(notice, name) for name in NoticeReport.__dataclass_fields__}
    held |= {
        "conclusions": tuple(line for line in notice.conclusions if line.number in numbers),
        "recipients": (unit.name,),
    }
    held |= _as_copy(connection, request, conference, notice, unit)
    return ExtractReport(**held, unit_name=unit.name, shares=shares)


def _as_copy(
    connection: Reader,
    request: PaperRequest,
    conference: Conference,
    notice: NoticeReport,
    unit: Unit,
) -> dict[str, Any]:
    """Give what a copy says of itself; nothing where the extract goes out under the notice."""
    held = document_queries.of_conference(connection, conference.id)
    own = [one for one in held if one.type is DocumentType.EXTRACT and one.unit_id == unit.id]
    meant = (one for one in reversed(own) if request.document_id in (None, one.id))
    paper = next(meant, None)
    goes_along = paper is not None and under(paper, held) is not None
    if goes_along or notice.committee.extract_form is ExtractForm.PART:
        return {}
    cited = wording.carrier(notice, "Thông báo", _NOTICE)
    plain = paper_reading.minutes(connection, conference.code, request.style)
    return {
        "original": cited if notice.style is DocumentStyle.STATE else cited.replace("T", "t", 1),
        "symbol": "" if paper is None else _symbol(paper, plain),
        "issued_on": None if paper is None else paper.issued_on,
        "signer": _signer(connection, conference, paper),
    }


def _of_notice(connection: Reader, request: PaperRequest, conference: Conference) -> PaperRequest:
    """Ask for the notice alone whose part or appendix a request means."""
    held = document_queries.of_conference(connection, conference.id)
    meant = next((one for one in held if one.id == request.document_id), None)
    notice = None if meant is None else under(meant, held)
    return replace(request, sections=frozenset(), document_id=None if notice is None else notice.id)


def _invitation(connection: Reader, request: PaperRequest, conference: Conference) -> Report:
    plain = paper_reading.minutes(connection, conference.code, request.style)
    own = (DocumentType.INVITATION, request.document_id)
    attending = conference_queries.attendances(connection, conference.id)
    people = {person.id: person for person in unit_queries.all_persons(connection)}
    return InvitationReport(
        **_facts(plain),
        **_issued(connection, conference, own, plain),
        invited=tuple(
            replace(paper_reading.attendee(item, people), reason="", excused=None)
            for item in attending
        ),
        agenda=tuple(
            LetterAgendaItem(title=item.title, start_time=item.start_time, presenter=item.presenter)
            for item in conference_queries.agenda(connection, conference.id)
        ),
        documents=conference.documents,
    )


def _participants(connection: Reader, request: PaperRequest, conference: Conference) -> Report:
    plain = paper_reading.minutes(connection, conference.code, request.style)
    shown = {unit.id: unit.name for unit in unit_queries.all_units(connection)}
    homes = {person.id: person.unit_id for person in unit_queries.all_persons(connection)}

    def unit_of(item: Attendance) -> str:
        own = item.unit_id
        if own is None and item.person_id is not None:
            own = homes.get(item.person_id)
        return "" if own is None else shown.get(own, "")

    return ParticipantsReport(
        committee=plain.committee,
        style=plain.style,
        conference_code=plain.conference_code,
        title=plain.title,
        held_on=plain.held_on,
        place=plain.place,
        participants=tuple(
            Participant(
                name=item.name,
                post=item.post,
                unit=unit_of(item),
                state=_state(item),
                is_guest=item.is_guest,
            )
            for item in conference_queries.attendances(connection, conference.id)
        ),
        recorder_name=plain.recorder_name,
        to_sign=request.paper is Paper.SIGN_IN,
    )


_READERS: dict[Paper, Callable[[Reader, PaperRequest, Conference], Report]] = {
    Paper.MINUTES: _minutes,
    Paper.NOTICE: _notice,
    Paper.INVITATION: _invitation,
    Paper.PARTICIPANTS: _participants,
    Paper.SIGN_IN: _participants,
    Paper.EXTRACT: _extract,
    Paper.ASSIGNMENT: _assignment,
    Paper.REVIEW: _review,
}


def _facts(plain: MinutesReport) -> dict[str, Any]:
    """Give what a letter says of its conference."""
    names = (
        "committee", "style", "conference_code", "title", "held_on", "start_time", "place",
        "purpose", "chair_name", "chair_post", "chair_address", "chair_role",
    )  # fmt: skip
    return {name: getattr(plain, name) for name in names}


def _issued(
    connection: Reader,
    conference: Conference,
    own: tuple[DocumentType, DocumentId | None],
    plain: MinutesReport,
) -> dict[str, Any]:
    """Give what a letter says of itself: of the paper meant or recorded last, if there is one."""
    type_, document_id = own
    held = document_queries.of_conference(connection, conference.id)
    meant = (one for one in reversed(held) if one.type is type_ and document_id in (None, one.id))
    paper = next(meant, None)
    typed = "" if paper is None else paper.recipients
    return {
        "symbol": "" if paper is None else _symbol(paper, plain),
        "issued_on": None if paper is None else paper.issued_on,
        "subject": "" if paper is None or type_ is not _NOTICE else _subject(paper, plain),
        "signer": _signer(connection, conference, paper),
        "recipients": _recipients(type_, typed, plain),
    }


def _recipients(type_: DocumentType, typed: str, plain: MinutesReport) -> tuple[str, ...]:
    """Give whom a letter goes to: as typed, else as every paper of its kind says."""
    standing = ("Như thành phần mời",) if type_ is DocumentType.INVITATION else plain.recipients
    return tuple(paper_reading.lines_of(typed)) or standing


def _subject(paper: Document, plain: MinutesReport) -> str:
    """Give the subject as typed; a state paper does not speak of the chair as a party paper does."""
    if plain.style is paper.style or plain.style is not DocumentStyle.STATE:
        return paper.subject
    named = wording.addressed(plain.style, plain.chair_name, plain.chair_address)
    with_name = paper.subject.replace(f"{_COMRADE}{plain.chair_name}", named) if named else ""
    return (with_name or paper.subject).replace(_COMRADE, "")


def _symbol(paper: Document, plain: MinutesReport) -> str:
    if paper.number is None or paper.style is plain.style:
        return paper.symbol
    return symbol(plain.style, paper.number, paper.type, plain.committee.document_code)


def _signer(connection: Reader, conference: Conference, paper: Document | None) -> Signer:
    chosen = conference.chair_id if paper is None else paper.signer_id or conference.chair_id
    person = None if chosen is None else PERSONS.find(connection, chosen)
    person = person or unit_queries.head(connection)
    if person is None:
        return Signer()
    usual = _BY_ROLE.get(person.role, Authority.BY_ORDER)
    return Signer(
        name=person.full_name,
        post=person.post,
        role=person.role,
        authority=usual if paper is None else paper.authority,
    )


def _table(
    connection: Reader, letter: Letter, conference: Conference, kind: tuple[str, DocumentType]
) -> AssignmentReport:
    table = paper_reading.assignment(connection, conference.id, letter.style)
    return replace(table, carrier=wording.carrier(letter, *kind))


def _line(item: Conclusion) -> LetterConclusion:
    return LetterConclusion(number=item.number, kind=item.kind, text=item.text)


def _unit(connection: Reader, request: PaperRequest) -> Unit:
    typed = request.unit
    everybody = unit_queries.all_units(connection)
    if known := [unit for unit in everybody if unit.id == request.unit_id]:
        return known[0]
    wanted = one_line(typed)
    exact = [unit for unit in everybody if unit.short_name == wanted]
    alike = [unit for unit in everybody if fold(unit.short_name) == fold(wanted)]
    if not exact and len(alike) != 1:
        raise RuleViolation("unknown_unit", unit=typed)
    return (exact or alike)[0]


def _shares(
    connection: Reader, conference: Conference, concluded: list[Conclusion], unit: Unit
) -> Iterator[Share]:
    given = by_conclusion(task_queries.of_conference(connection, conference.id))
    shown = {one.id: one.name for one in unit_queries.all_units(connection)}
    groups = paper_reading.groups_on(connection, conference.held_on)
    parts: dict[TaskId, list[Coordination]] = {}
    for part in task_queries.coordinations_of_conference(connection, conference.id):
        parts.setdefault(part.task_id, []).append(part)
    numbers: dict[ConclusionId, int] = {item.id: item.number for item in concluded}
    for conclusion_id, number in numbers.items():
        for task in unit_tasks(given.get(conclusion_id, [])):
            share = _share(task, parts.get(task.id, []), unit, shown)
            if share is not None and task.work_state is not WorkState.CANCELLED:
                yield replace(share, number=number, others=spoken_of(share.others, groups))


def _share(
    task: Task, parts: list[Coordination], unit: Unit, shown: dict[UnitId, str]
) -> Share | None:
    own = next((part for part in parts if part.unit_id == unit.id), None)
    if task.lead_unit_id == unit.id:
        role, others = Role.LEAD, tuple(shown[part.unit_id] for part in parts)
    elif own is not None:
        lead = task.lead_unit_id
        role, others = Role.COORDINATE, () if lead is None else (shown[lead],)
    else:
        return None
    return Share(
        number=0, title=task.wording, role=role, others=others, product=task.product,
        deadline=deadline_on_paper(task), part="" if own is None else own.part,
    )  # fmt: skip


def _state(item: Attendance) -> str:
    """Say who came; before that is noted, nothing."""
    if item.state is AttendanceState.INVITED:
        return ""
    words = ATTENDANCE_STATE[item.state]
    who = ", ".join(filter(None, (item.substitute_name, item.substitute_post)))
    more = who if item.state is AttendanceState.SUBSTITUTED else item.reason.strip()
    return f"{words}: {more}" if more else words
