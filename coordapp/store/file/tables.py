"""All tables, and what each is found by in the search."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from coordapp.domain.calendar.day_off import DayOff
from coordapp.domain.committee.committee import Committee
from coordapp.domain.committee.person import Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import UnitGroup, UnitGroupMember
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import AgendaItem, Attendance, Conference, Speech
from coordapp.domain.documents.document import Document, LetterUnit
from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt
from coordapp.domain.tasks.register_view import RegisterView
from coordapp.domain.tasks.task import Coordination, Extension, ProgressReport, Task
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.store.file.table import Table


def joined(*texts: str) -> str:
    """Put the texts that there are one below the other."""
    return "\n".join(text for text in texts if text)


COMMITTEE = Table(Kind.COMMITTEE, Committee)
UNITS = Table(Kind.UNIT, Unit, lambda u: joined(u.name, u.short_name, u.aliases))
PERSONS = Table(Kind.PERSON, Person, lambda p: joined(p.full_name, p.post))
CONFERENCES = Table(
    Kind.CONFERENCE,
    Conference,
    lambda c: joined(c.code, c.title, c.place, c.purpose, c.documents, c.proceedings, c.organiser),
)
AGENDA_ITEMS = Table(Kind.AGENDA_ITEM, AgendaItem, lambda a: joined(a.title, a.presenter))
ATTENDANCES = Table(
    Kind.ATTENDANCE,
    Attendance,
    lambda a: joined(a.name, a.post, a.substitute_name, a.substitute_post, a.reason),
)
SPEECHES = Table(Kind.SPEECH, Speech, lambda s: joined(s.speaker, s.post, s.gist))
CONCLUSIONS = Table(
    Kind.CONCLUSION, Conclusion, lambda c: joined(f"kết luận {c.number}", c.text, c.no_task_reason)
)
TASKS = Table(
    Kind.TASK,
    Task,
    lambda t: joined(
        t.code, t.title, t.content, t.product, t.quoted, t.focal_person, t.deadline_wording, t.note
    ),
)
COORDINATIONS = Table(Kind.COORDINATION, Coordination, lambda c: c.part)
PROGRESS_REPORTS = Table(
    Kind.PROGRESS_REPORT,
    ProgressReport,
    lambda r: joined(r.result, r.difficulty, r.proposal, r.evidence),
)
EXTENSIONS = Table(Kind.EXTENSION, Extension, lambda e: joined(e.reason, e.paper))
DAYS_OFF = Table(Kind.DAY_OFF, DayOff)
ATTACHMENTS = Table(Kind.ATTACHMENT, Attachment, lambda a: a.name)
DOCUMENTS = Table(
    Kind.DOCUMENT, Document, lambda d: joined(d.symbol, d.subject, d.recipients, d.text)
)
TASK_TEMPLATES = Table(Kind.TASK_TEMPLATE, TaskTemplate, lambda t: joined(t.name, t.note))
TASK_TEMPLATE_ITEMS = Table(
    Kind.TASK_TEMPLATE_ITEM,
    TaskTemplateItem,
    lambda i: joined(i.title, i.content, i.product),
)

REGISTER_VIEWS = Table(Kind.REGISTER_VIEW, RegisterView)
REPORTS_DUE = Table(Kind.REPORT_DUE, ReportDue, lambda r: joined(r.code, r.title, r.paper))
REPORT_RECEIPTS = Table(Kind.REPORT_RECEIPT, ReportReceipt, lambda r: joined(r.paper, r.note))
UNIT_GROUPS = Table(Kind.UNIT_GROUP, UnitGroup, lambda g: joined(g.name, g.aliases))
UNIT_GROUP_MEMBERS = Table(Kind.UNIT_GROUP_MEMBER, UnitGroupMember)
LETTER_UNITS = Table(Kind.LETTER_UNIT, LetterUnit)


class _EachKind(Mapping[Kind, Table[Any]]):
    """The tables of all kinds, those of the case among them from when they are first asked for."""

    @cached_property
    def _tables(self) -> dict[Kind, Table[Any]]:
        # a start shows neither programmes nor models: their records take a tenth of its time
        from coordapp.store.file.case_tables import OF_THE_CASE

        return {table.kind: table for table in (*_OF_THE_DESK, *OF_THE_CASE)}

    def __getitem__(self, kind: Kind) -> Table[Any]:
        return self._tables[kind]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


_OF_THE_DESK: tuple[Table[Any], ...] = (
    COMMITTEE, UNITS, PERSONS, CONFERENCES, AGENDA_ITEMS, ATTENDANCES, SPEECHES,
    CONCLUSIONS, TASKS, COORDINATIONS, PROGRESS_REPORTS, EXTENSIONS, DAYS_OFF, ATTACHMENTS,
    DOCUMENTS, LETTER_UNITS,
    TASK_TEMPLATES, TASK_TEMPLATE_ITEMS, REGISTER_VIEWS, UNIT_GROUPS, UNIT_GROUP_MEMBERS,
    REPORTS_DUE, REPORT_RECEIPTS,
)  # fmt: skip
ALL: Mapping[Kind, Table[Any]] = _EachKind()
