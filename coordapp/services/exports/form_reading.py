"""Reading everything an Excel form prints, in one go, resolved and sorted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import Person
from coordapp.domain.committee.short_names import spelt_out
from coordapp.domain.conferences.conference import Attendance, Conference, ConferenceState
from coordapp.domain.documents.document import Document
from coordapp.domain.documents.minutes_contents import RegisterRow
from coordapp.domain.figures.form_contents import (
    AttendanceReport,
    ConclusionLine,
    ConclusionsReport,
    FormHeading,
    GroupedReport,
    HistoryLine,
    LateReport,
    MemberLine,
    StatusReport,
    TaskReport,
)
from coordapp.domain.figures.status import Basis, Bucket, Grouping, StatusQuestion, bucket
from coordapp.domain.figures.status_labels import GROUPING
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.history import RecordChange
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.vietnamese_order import TextOrder, by_person
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.labels import (
    CONCLUSION_KIND,
    DEADLINE_KIND,
    OP,
    ORIGIN,
    URGENCY,
    printed_state,
)
from coordapp.services.documents import paper_reading
from coordapp.services.exports import status_reading
from coordapp.store import Reader
from coordapp.store.past import replay, status_queries
from coordapp.store.past.names_then import as_named, named_then
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    document_queries,
    history_queries,
    task_queries,
    unit_queries,
)

_CALLED_OFF = (ConferenceState.POSTPONED, ConferenceState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRequest:
    """What a person asked a form for; `style` None is the committee's own."""

    as_of: date
    span: SpanKind | None = None
    grouping: Grouping = Grouping.UNIT
    basis: Basis = Basis.EXTENDED
    style: DocumentStyle | None = None
    sources: bool = True  # the sheet that lists the tasks behind the numbers


def heading(connection: Reader, asked: FormRequest) -> FormHeading:
    """Read what all forms carry. Raises StoreError: file_empty."""
    with as_named(connection, asked.as_of):
        body = committee_queries.get(connection)
        head = unit_queries.head(connection)
    return FormHeading(
        committee=body,
        as_of=asked.as_of,
        style=asked.style or body.document_style,
        signer_name="" if head is None else head.full_name,
    )


@named_then(attrgetter("as_of"))
def status_table(connection: Reader, asked: FormRequest) -> StatusReport:
    """Read the status table, and the tasks behind its numbers. Raises RuleViolation."""
    question = question_of(connection, asked)
    return StatusReport(
        heading=heading(connection, asked),
        table=status_reading.table(connection, question, span=asked.span),
        lines=tuple(status_reading.lines(connection, question)) if asked.sources else None,
    )


@named_then(attrgetter("as_of"))
def late(connection: Reader, asked: FormRequest) -> LateReport:
    """Read what was overdue. Raises RuleViolation: status_does_not_add_up."""
    question = question_of(connection, asked)
    return LateReport(
        heading=heading(connection, asked),
        question=question,
        lines=tuple(status_reading.overdue(connection, question)),
    )


def question_of(connection: Reader, asked: FormRequest) -> StatusQuestion:
    """Say what the status table is asked."""
    return status_reading.question(
        connection, asked.as_of, span=asked.span, grouping=asked.grouping, basis=asked.basis
    )


# --- attendance


@named_then(attrgetter("as_of"))
def attendance(connection: Reader, asked: FormRequest) -> AttendanceReport:
    """Read who came to the conferences of the year up to the day; guests are left out."""
    held = tuple(
        sorted(
            (
                item
                for item in conference_queries.find(connection)
                if item.held_on is not None
                and item.held_on.year == asked.as_of.year
                and item.held_on <= asked.as_of
                and item.state not in _CALLED_OFF
            ),
            key=lambda item: (item.held_on or date.max, item.code),
        )
    )
    return AttendanceReport(
        heading=heading(connection, asked),
        year=asked.as_of.year,
        conferences=held,
        members=tuple(_members(connection, held)),
    )


def _in_order(
    entry: tuple[tuple[int, str], dict[int, Attendance]],
) -> tuple[int, tuple[TextOrder, TextOrder]]:
    (place, name), _ = entry
    return place, by_person(name)


def _members(connection: Reader, held: tuple[Conference, ...]) -> list[MemberLine]:
    """Put people in protocol order, those no longer known last; a person is one line."""
    people = {person.id: person for person in unit_queries.all_persons(connection)}
    order = {person_id: place for place, person_id in enumerate(people)}
    names = {unit.id: unit.name for unit in unit_queries.all_units(connection)}
    found: dict[tuple[int, str], dict[int, Attendance]] = {}
    for place, conference in enumerate(held):
        for item in conference_queries.attendances(connection, conference.id):
            if item.is_guest:
                continue
            place_of = None if item.person_id is None else order.get(item.person_id)
            key = (len(order), item.name) if place_of is None else (place_of, "")
            found.setdefault(key, {})[place] = item
    lines: list[MemberLine] = []
    for key, marks in sorted(found.items(), key=_in_order):
        last = marks[max(marks)]
        person = None if last.person_id is None else people.get(last.person_id)
        unit_id = last.unit_id if person is None else person.unit_id
        lines.append(
            MemberLine(
                key=key,
                name=_name(person, last),
                post=last.post if person is None else person.post,
                unit="" if unit_id is None else names.get(unit_id, ""),
                marks=tuple(marks.get(place) for place in range(len(held))),
            )
        )
    return lines


def _name(person: Person | None, item: Attendance) -> str:
    return item.name if person is None else person.full_name


# --- conclusions


def conclusions(
    connection: Reader, asked: FormRequest, only: Collection[int] | None = None
) -> ConclusionsReport:
    """Read the conclusions given by the day, with their tasks as they stood then.

    With `only` it is those with these ids, whenever they were given.
    """
    with as_named(connection, asked.as_of):
        return _conclusions(connection, asked, only)


def _conclusions(
    connection: Reader, asked: FormRequest, only: Collection[int] | None
) -> ConclusionsReport:
    question = StatusQuestion(day=asked.as_of, grouping=Grouping.SOURCE, basis=asked.basis)
    tallies: dict[int, list[tuple[TaskId, WorkState, Bucket]]] = {}
    for task in status_queries.read(connection, asked.as_of, Grouping.SOURCE):
        where = bucket(task, question)
        if where is not None:
            tallies.setdefault(task.group, []).append((task.id, task.work_state, where))
    codes = {
        task_id: said.code
        for task_id, said in status_queries.words(
            connection, asked.as_of, [item[0] for items in tallies.values() for item in items]
        ).items()
    }
    parts: dict[int, list[ConclusionLine]] = {}
    for row in conference_queries.conclusions(connection, asked.as_of):
        is_later = row.held_on is not None and row.held_on > asked.as_of
        if is_later if only is None else row.id not in only:
            continue
        given = tallies.get(row.id, [])
        parts.setdefault(row.conclusion.conference_id, []).append(
            ConclusionLine(
                id=row.conclusion.id,
                number=row.conclusion.number,
                kind=CONCLUSION_KIND[row.conclusion.kind],
                text=row.conclusion.text,
                tasks=len(given),
                done=sum(state is WorkState.DONE for _, state, _ in given),
                overdue=sum(where is Bucket.OPEN_OVERDUE for *_, where in given),
                codes=tuple(sorted(codes[task_id] for task_id, *_ in given)),
                no_task_reason=row.conclusion.no_task_reason,
            )
        )
    return ConclusionsReport(
        heading=heading(connection, asked),
        parts=tuple(
            (item, tuple(parts[item.id]))
            for item in conference_queries.find(connection)
            if item.id in parts
        ),
    )


# --- register


@named_then(attrgetter("as_of"))
def grouped(connection: Reader, asked: FormRequest) -> GroupedReport:
    """Read the register as it stood, in parts of one unit, conference or paper each."""
    report = paper_reading.register(connection, TaskQuery(), asked.as_of, asked.style, past=True)
    lines = {row.code: row for row in report.rows}
    group_of = {
        task.id: task.group for task in status_queries.read(connection, asked.as_of, asked.grouping)
    }
    parts: dict[int, list[RegisterRow]] = {}
    for row in replay.find(connection, TaskQuery(), asked.as_of):
        # drafts and parents are not in the register
        if row.task.code in lines and row.id in group_of:
            parts.setdefault(group_of[row.id], []).append(lines[row.task.code])
    return GroupedReport(
        heading=heading(connection, asked),
        by=GROUPING[asked.grouping],
        parts=tuple(
            (group.name or group.label, tuple(parts[group.key]))
            for group in status_queries.groups(connection, asked.grouping)
            if group.key in parts
        ),
        spelt=report.spelt,
    )


# --- one task


def task(connection: Reader, code: str, asked: FormRequest) -> TaskReport:
    """Read all about one task as it is now, names as of the day. Raises RuleViolation: unknown_task."""
    with as_named(connection, asked.as_of):
        return _task(connection, code, asked)


def _task(connection: Reader, code: str, asked: FormRequest) -> TaskReport:
    row = task_queries.row_by_code(connection, code, asked.as_of)
    if row is None:
        raise RuleViolation("unknown_task", code=code)
    units = list(unit_queries.all_units(connection))
    names = {unit.id: unit.name for unit in units}
    full = {unit.short_name: unit.name for unit in units}
    changes = history_queries.of_record(connection, Kind.TASK, row.id)
    history = tuple(_history_line(change) for change in changes)
    return TaskReport(
        heading=heading(connection, asked),
        row=row,
        facts=tuple(_facts(row, document_queries.issued_notices(connection), full)),
        reports=tuple(
            ("" if told.unit_id is None else names.get(told.unit_id, ""), told)
            for told in task_queries.reports(connection, row.id)
        ),
        extensions=tuple(task_queries.extensions(connection, row.id)),
        history=history,
        spelt=spelt_out(units, (line.changes for line in history)),
    )


def _facts(
    row: TaskRow, notices: Mapping[str, Document], full: Mapping[str, str]
) -> list[tuple[str, str]]:
    told = row.task
    due = dates.in_figures(told.due)
    facts = [
        ("Mã nhiệm vụ", told.code),
        ("Nội dung nhiệm vụ", told.title),
        ("Nội dung chi tiết", told.content),
        ("Sản phẩm", told.product),
        ("Căn cứ", ORIGIN[told.origin]),
        ("Văn bản giao", paper_reading.source_of(row, notices)),
        ("Trích nguyên văn", told.quoted),
        ("Thuộc nhiệm vụ", row.parent_code),
        ("Đơn vị chủ trì", row.lead_full_name),
        ("Đơn vị phối hợp", "; ".join(full.get(name, name) for name in row.coordinating)),
        ("Đầu mối", told.focal_person),
        ("Độ khẩn", URGENCY[told.urgency]),
        ("Ngày giao", dates.in_figures(told.assigned_on)),
        ("Loại thời hạn", DEADLINE_KIND[told.deadline_kind]),
        ("Hạn theo văn bản", told.deadline_wording),
        ("Hạn ban đầu", dates.in_figures(told.original_due)),
        ("Hạn hiện nay", due),
        ("Trạng thái", printed_state(told, row.deadline)),
        ("Tỷ lệ hoàn thành", "" if told.percent is None else f"{told.percent} %"),
        ("Ngày hoàn thành", dates.in_figures(told.finished_on)),
        ("Ghi chú", told.note),
    ]
    return [(label, words) for label, words in facts if words]


def _history_line(change: RecordChange) -> HistoryLine:
    if change.is_new:
        said = "Ghi mới"
    else:
        said = "\n".join(
            f"{field.name}: {field.before or 'trống'} → {field.after or 'trống'}"
            for field in change.fields
        )
    return HistoryLine(
        at=f"{dates.in_figures(change.at.date())} {change.at:%H:%M}",
        who=change.who,
        action=OP[change.op],
        changes=said,
    )
