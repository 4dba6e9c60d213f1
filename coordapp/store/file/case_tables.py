"""How each record of the case is kept: programmes, directives, indicators, models, reviews."""

from typing import Any

from coordapp.domain.indicators.indicator import Indicator, IndicatorValue
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import Practice, PracticeCount, PracticeYear, Recognition
from coordapp.domain.programmes.directive import ConclusionSource, Directive, DirectiveSection
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import Programme, ProgrammeItem, ProgrammeParty
from coordapp.domain.summaries.summary import Summary, SummaryFigure
from coordapp.store.file.table import Table
from coordapp.store.file.tables import joined

PROGRAMMES = Table(Kind.PROGRAMME, Programme, lambda p: joined(p.code, p.number, p.title, p.note))
PROGRAMME_PARTIES = Table(Kind.PROGRAMME_PARTY, ProgrammeParty, lambda p: p.name)
PROGRAMME_ITEMS = Table(Kind.PROGRAMME_ITEM, ProgrammeItem, lambda i: i.title)
DIRECTIVES = Table(
    Kind.DIRECTIVE, Directive, lambda d: joined(d.code, d.number, d.issuer, d.subject, d.note)
)
DIRECTIVE_SECTIONS = Table(
    Kind.DIRECTIVE_SECTION, DirectiveSection, lambda s: joined(s.title, s.text)
)
CONCLUSION_SOURCES = Table(Kind.CONCLUSION_SOURCE, ConclusionSource)
MILESTONES = Table(Kind.MILESTONE, Milestone, lambda m: joined(m.planned, m.done, m.proposal))
INDICATORS = Table(Kind.INDICATOR, Indicator, lambda i: joined(i.code, i.name, i.field, i.note))
INDICATOR_VALUES = Table(Kind.INDICATOR_VALUE, IndicatorValue, lambda v: joined(v.source, v.note))
PRACTICES = Table(
    Kind.PRACTICE,
    Practice,
    lambda p: joined(p.code, p.name, p.held_by, p.field, p.place, p.result, p.note),
)
PRACTICE_YEARS = Table(Kind.PRACTICE_YEAR, PracticeYear)
RECOGNITIONS = Table(Kind.RECOGNITION, Recognition, lambda r: r.paper)
PRACTICE_COUNTS = Table(Kind.PRACTICE_COUNT, PracticeCount, lambda c: c.source)
MOVEMENTS = Table(
    Kind.MOVEMENT, Movement, lambda m: joined(m.code, m.name, m.launched_by, m.paper, m.content)
)
COMMENDATIONS = Table(Kind.COMMENDATION, Commendation, lambda c: joined(c.name, c.form, c.decision))
SUMMARIES = Table(
    Kind.SUMMARY, Summary, lambda s: joined(s.subject, *(text for _, text in s.texts))
)
SUMMARY_FIGURES = Table(Kind.SUMMARY_FIGURE, SummaryFigure)

OF_THE_CASE: tuple[Table[Any], ...] = (
    PROGRAMMES,
    PROGRAMME_PARTIES,
    PROGRAMME_ITEMS,
    DIRECTIVES,
    DIRECTIVE_SECTIONS,
    CONCLUSION_SOURCES,
    MILESTONES,
    INDICATORS,
    INDICATOR_VALUES,
    PRACTICES,
    PRACTICE_YEARS,
    RECOGNITIONS,
    PRACTICE_COUNTS,
    MOVEMENTS,
    COMMENDATIONS,
    SUMMARIES,
    SUMMARY_FIGURES,
)
