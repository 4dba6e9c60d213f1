"""All tables, and what each is found by in the search."""

from typing import Any

from coordapp.domain.calendar.day_off import DayOff
from coordapp.domain.committee.committee import Committee
from coordapp.domain.committee.person import Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import UnitGroup, UnitGroupMember
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import AgendaItem, Attendance, Conference, Speech
from coordapp.domain.documents.document import Document
from coordapp.domain.indicators.indicator import Indicator, IndicatorValue
from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import Practice, PracticeCount, PracticeYear, Recognition
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt
from coordapp.domain.programmes.directive import ConclusionSource, Directive, DirectiveSection
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import Programme, ProgrammeItem, ProgrammeParty
from coordapp.domain.summaries.summary import Summary, SummaryFigure
from coordapp.domain.tasks.register_view import RegisterView
from coordapp.domain.tasks.task import Coordination, Extension, ProgressReport, Task
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.store.file.table import Table


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


COMMITTEE = Table(Kind.COMMITTEE, Committee)
UNITS = Table(Kind.UNIT, Unit, lambda u: _joined(u.name, u.short_name, u.aliases))
PERSONS = Table(Kind.PERSON, Person, lambda p: _joined(p.full_name, p.post))
CONFERENCES = Table(
    Kind.CONFERENCE,
    Conference,
    lambda c: _joined(c.code, c.title, c.place, c.purpose, c.documents, c.proceedings),
)
AGENDA_ITEMS = Table(Kind.AGENDA_ITEM, AgendaItem, lambda a: _joined(a.title, a.presenter))
ATTENDANCES = Table(
    Kind.ATTENDANCE,
    Attendance,
    lambda a: _joined(a.name, a.post, a.substitute_name, a.substitute_post, a.reason),
)
SPEECHES = Table(Kind.SPEECH, Speech, lambda s: _joined(s.speaker, s.post, s.gist))
CONCLUSIONS = Table(
    Kind.CONCLUSION, Conclusion, lambda c: _joined(f"kết luận {c.number}", c.text, c.no_task_reason)
)
TASKS = Table(
    Kind.TASK,
    Task,
    lambda t: _joined(
        t.code, t.title, t.content, t.product, t.quoted, t.focal_person, t.deadline_wording, t.note
    ),
)
COORDINATIONS = Table(Kind.COORDINATION, Coordination, lambda c: c.part)
PROGRESS_REPORTS = Table(
    Kind.PROGRESS_REPORT,
    ProgressReport,
    lambda r: _joined(r.result, r.difficulty, r.proposal, r.evidence),
)
EXTENSIONS = Table(Kind.EXTENSION, Extension, lambda e: _joined(e.reason, e.paper))
DAYS_OFF = Table(Kind.DAY_OFF, DayOff)
ATTACHMENTS = Table(Kind.ATTACHMENT, Attachment, lambda a: a.name)
DOCUMENTS = Table(
    Kind.DOCUMENT, Document, lambda d: _joined(d.symbol, d.subject, d.recipients, d.text)
)
TASK_TEMPLATES = Table(Kind.TASK_TEMPLATE, TaskTemplate, lambda t: _joined(t.name, t.note))
TASK_TEMPLATE_ITEMS = Table(
    Kind.TASK_TEMPLATE_ITEM,
    TaskTemplateItem,
    lambda i: _joined(i.title, i.content, i.product),
)

REGISTER_VIEWS = Table(Kind.REGISTER_VIEW, RegisterView)
PROGRAMMES = Table(Kind.PROGRAMME, Programme, lambda p: _joined(p.code, p.number, p.title, p.note))
PROGRAMME_PARTIES = Table(Kind.PROGRAMME_PARTY, ProgrammeParty, lambda p: p.name)
PROGRAMME_ITEMS = Table(Kind.PROGRAMME_ITEM, ProgrammeItem, lambda i: i.title)
DIRECTIVES = Table(
    Kind.DIRECTIVE, Directive, lambda d: _joined(d.code, d.number, d.issuer, d.subject, d.note)
)
DIRECTIVE_SECTIONS = Table(
    Kind.DIRECTIVE_SECTION, DirectiveSection, lambda s: _joined(s.title, s.text)
)
CONCLUSION_SOURCES = Table(Kind.CONCLUSION_SOURCE, ConclusionSource)
MILESTONES = Table(Kind.MILESTONE, Milestone, lambda m: _joined(m.planned, m.done, m.proposal))
INDICATORS = Table(Kind.INDICATOR, Indicator, lambda i: _joined(i.code, i.name, i.field, i.note))
INDICATOR_VALUES = Table(Kind.INDICATOR_VALUE, IndicatorValue, lambda v: _joined(v.source, v.note))
PRACTICES = Table(
    Kind.PRACTICE,
    Practice,
    lambda p: _joined(p.code, p.name, p.held_by, p.field, p.place, p.result, p.note),
)
PRACTICE_YEARS = Table(Kind.PRACTICE_YEAR, PracticeYear)
RECOGNITIONS = Table(Kind.RECOGNITION, Recognition, lambda r: r.paper)
PRACTICE_COUNTS = Table(Kind.PRACTICE_COUNT, PracticeCount, lambda c: c.source)
MOVEMENTS = Table(
    Kind.MOVEMENT, Movement, lambda m: _joined(m.code, m.name, m.launched_by, m.paper, m.content)
)
COMMENDATIONS = Table(
    Kind.COMMENDATION, Commendation, lambda c: _joined(c.name, c.form, c.decision)
)
REPORTS_DUE = Table(Kind.REPORT_DUE, ReportDue, lambda r: _joined(r.code, r.title, r.paper))
REPORT_RECEIPTS = Table(Kind.REPORT_RECEIPT, ReportReceipt, lambda r: _joined(r.paper, r.note))
SUMMARIES = Table(
    Kind.SUMMARY, Summary, lambda s: _joined(s.subject, *(text for _, text in s.texts))
)
SUMMARY_FIGURES = Table(Kind.SUMMARY_FIGURE, SummaryFigure)
UNIT_GROUPS = Table(Kind.UNIT_GROUP, UnitGroup, lambda g: _joined(g.name, g.aliases))
UNIT_GROUP_MEMBERS = Table(Kind.UNIT_GROUP_MEMBER, UnitGroupMember)

ALL: dict[Kind, Table[Any]] = {
    table.kind: table
    for table in (
        COMMITTEE, UNITS, PERSONS, CONFERENCES, AGENDA_ITEMS, ATTENDANCES, SPEECHES,
        CONCLUSIONS, TASKS, COORDINATIONS, PROGRESS_REPORTS, EXTENSIONS, DAYS_OFF, ATTACHMENTS,
        DOCUMENTS,
        TASK_TEMPLATES, TASK_TEMPLATE_ITEMS, REGISTER_VIEWS,
        PROGRAMMES, PROGRAMME_PARTIES, PROGRAMME_ITEMS, DIRECTIVES, DIRECTIVE_SECTIONS,
        CONCLUSION_SOURCES, MILESTONES, INDICATORS, INDICATOR_VALUES, PRACTICES, PRACTICE_YEARS,
        RECOGNITIONS, PRACTICE_COUNTS, MOVEMENTS, COMMENDATIONS, REPORTS_DUE, REPORT_RECEIPTS,
        SUMMARIES, SUMMARY_FIGURES,
        UNIT_GROUPS, UNIT_GROUP_MEMBERS,
    )
}  # fmt: skip
