"""What happened to a task, newest first: reports, extensions, files, changes."""

from dataclasses import dataclass

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.history import RecordChange
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import Ground
from coordapp.domain.words.labels import GROUND, OP, WORK_STATE
from coordapp.store import Reader
from coordapp.store.file import log
from coordapp.store.queries import attachment_queries, history_queries, task_queries, unit_queries

_BLANK = "trống"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEvent:
    """One thing that happened, and the files that prove it."""

    at: str  # for the order only
    when: str
    text: str
    files: tuple[Attachment, ...] = ()


def events(reader: Reader, row: TaskRow) -> list[TaskEvent]:
    """Read all that happened to a task."""
    found = [*_reports(reader, row), *_extensions(reader, row), *_files(reader, row)]
    found += [
        TaskEvent(at=done.at.isoformat(), when=_when(done), text=_told(done))
        for done in history_queries.of_record(reader, Kind.TASK, row.id)
    ]
    return sorted(found, key=lambda event: event.at, reverse=True)


def _reports(reader: Reader, row: TaskRow) -> list[TaskEvent]:
    names: dict[int, str] = {unit.id: unit.short_name for unit in unit_queries.all_units(reader)}
    found = []
    for report in task_queries.reports(reader, row.id):
        who = names.get(report.unit_id or 0, "Báo cáo")
        share = "" if report.percent is None else f" {report.percent}\N{NO-BREAK SPACE}%"
        lines = [f"{who}: {WORK_STATE[report.state].lower()}{share}", report.result]
        lines += [f"Khó khăn: {report.difficulty}"] if report.difficulty else []
        lines += [f"Kiến nghị, đề xuất: {report.proposal}"] if report.proposal else []
        lines += [f"Minh chứng: {report.evidence}"] if report.evidence else []
        found.append(
            TaskEvent(
                at=report.entered_at.isoformat(),
                when=dates.short(report.happened_on),
                text="\n".join(line for line in lines if line),
                files=tuple(attachment_queries.of_record(reader, Kind.PROGRESS_REPORT, report.id)),
            )
        )
    return found


def _extensions(reader: Reader, row: TaskRow) -> list[TaskEvent]:
    found, time = [], 0
    # the oldest is the first time, whatever is shown first
    for item in reversed(task_queries.extensions(reader, row.id)):
        time += item.ground is Ground.EXTENSION
        made = log.of_record(reader, Kind.EXTENSION, item.id)
        at = made[-1].at if made else None
        old = f" từ {dates.short(item.old_due)}" if item.old_due else ""
        what = f"Gia hạn lần {time}" if item.ground is Ground.EXTENSION else GROUND[item.ground]
        new = f"đến {dates.short(item.new_due)}" if item.new_due else "thành không có thời hạn"
        text = f"{what}{old} {new}: {item.reason}"
        found.append(
            TaskEvent(
                at=at.isoformat() if at else "",
                when=dates.short(item.approved_on or (at.date() if at else None)),
                text=f"{text} ({item.paper})" if item.paper else text,
            )
        )
    return found[::-1]


def _files(reader: Reader, row: TaskRow) -> list[TaskEvent]:
    return [
        TaskEvent(at=done.at.isoformat(), when=_when(done), text=f"{OP[done.op]}: {name}")
        for file_id, name in attachment_queries.ever_of_record(reader, Kind.TASK, row.id).items()
        for done in history_queries.of_record(reader, Kind.ATTACHMENT, file_id)
        # files that went with the task are told by the task itself
        if done.is_new or done.is_removed
    ]


def _when(done: RecordChange) -> str:
    return f"{dates.short(done.at.date())} {done.at:%H:%M} · {done.who}".rstrip(" ·")


def _told(done: RecordChange) -> str:
    lines = [OP[done.op]]
    if not done.is_new and not done.is_removed:
        lines += [f"{f.name}: {f.before or _BLANK} → {f.after or _BLANK}" for f in done.fields]
    return "\n".join(lines)
