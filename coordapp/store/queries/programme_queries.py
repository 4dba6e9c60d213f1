"""Queries over programmes, directives and their roadmaps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coordapp.domain.indicators.indicator import Indicator
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import (
    ConclusionId,
    ConferenceId,
    DirectiveId,
    DirectiveSectionId,
    ProgrammeId,
    ProgrammeItemId,
    TaskId,
)
from coordapp.domain.programmes.directive import (
    ConclusionSource,
    Directive,
    DirectiveSection,
    section_number,
)
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import (
    DoneCount,
    Programme,
    ProgrammeItem,
    ProgrammeParty,
)
from coordapp.domain.programmes.source_tie import SourceTie
from coordapp.domain.tasks.task import Task, WorkState, is_counted
from coordapp.store.file.case_tables import (
    CONCLUSION_SOURCES,
    DIRECTIVE_SECTIONS,
    DIRECTIVES,
    INDICATORS,
    MILESTONES,
    PROGRAMME_ITEMS,
    PROGRAMME_PARTIES,
    PROGRAMMES,
)
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """A section of a directive with the codes and the count of its tasks."""

    section: DirectiveSection
    task_codes: tuple[str, ...]
    count: DoneCount


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of a programme with the codes and the count of its tasks."""

    item: ProgrammeItem
    task_codes: tuple[str, ...]
    count: DoneCount


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionConclusion:
    """A conclusion that rests on a section, or on its whole directive."""

    conference_code: str
    number: int
    text: str
    is_own: bool  # it names the section and not only the directive


def all_programmes(connection: Reader) -> list[Programme]:
    """Read the programmes, latest first."""
    return PROGRAMMES.where(connection, "1 order by first_year desc, code desc")


def parties(connection: Reader, programme_id: ProgrammeId) -> list[ProgrammeParty]:
    """Read who signed a programme, in order."""
    return PROGRAMME_PARTIES.where(
        connection, "programme_id = ? order by position, id", (programme_id,)
    )


def items(connection: Reader, programme_id: ProgrammeId) -> list[ProgrammeItem]:
    """Read what a programme holds, in order."""
    return PROGRAMME_ITEMS.where(
        connection, "programme_id = ? order by year, position, id", (programme_id,)
    )


def item_rows(
    connection: Reader,
    programme_id: ProgrammeId,
    year: int | None = None,
    tasks: Iterable[Task] | None = None,
) -> list[ItemRow]:
    """Read the items of a programme, of one year or of all, with their tasks.

    `tasks` are those of a past day; without them the tasks as they are now.
    """
    given = placed_tasks(connection) if tasks is None else tasks
    by_item = _by_place(given, "programme_item_id")
    return [
        ItemRow(item=item, task_codes=_codes(by_item[item.id]), count=_count(by_item[item.id]))
        for item in items(connection, programme_id)
        if year is None or item.year == year
    ]


def milestones_of_programme(connection: Reader, programme_id: ProgrammeId) -> list[Milestone]:
    """Read the roadmap of a programme by years."""
    return MILESTONES.where(connection, "programme_id = ? order by year, id", (programme_id,))


def all_directives(connection: Reader) -> list[Directive]:
    """Read the directives, latest first; those without a day come first of all."""
    return DIRECTIVES.where(connection, "1 order by coalesce(signed_on, '9999') desc, code desc")


def sections(connection: Reader, directive_id: DirectiveId) -> list[DirectiveSection]:
    """Read the sections of a directive in reading order."""
    return DIRECTIVE_SECTIONS.where(
        connection, "directive_id = ? order by position, id", (directive_id,)
    )


def section_rows(
    connection: Reader, directive_id: DirectiveId, tasks: Iterable[Task] | None = None
) -> list[SectionRow]:
    """Read the sections of a directive with their tasks, those of a past day where given."""
    given = placed_tasks(connection) if tasks is None else tasks
    by_section = _by_place(given, "directive_section_id")
    return [
        SectionRow(
            section=section,
            task_codes=_codes(by_section[section.id]),
            count=_count(by_section[section.id]),
        )
        for section in sections(connection, directive_id)
    ]


def milestones_of_directive(connection: Reader, directive_id: DirectiveId) -> list[Milestone]:
    """Read the roadmap of a directive by years."""
    return MILESTONES.where(connection, "directive_id = ? order by year, id", (directive_id,))


def sources_of_directive(connection: Reader, directive_id: DirectiveId) -> list[ConclusionSource]:
    """Read which conclusions rest on a directive."""
    return CONCLUSION_SOURCES.where(connection, "directive_id = ? order by id", (directive_id,))


def sources_of_conclusion(
    connection: Reader, conclusion_id: ConclusionId
) -> list[ConclusionSource]:
    """Read what a conclusion rests on."""
    return CONCLUSION_SOURCES.where(connection, "conclusion_id = ? order by id", (conclusion_id,))


def ties_of_conclusions(
    connection: Reader, conference_id: ConferenceId | None = None
) -> dict[int, list[SourceTie]]:
    """Name what the conclusions of one conference, or of all, rest on."""
    scope, bound = "1", tuple[int, ...]()
    if conference_id is not None:
        scope = "conclusion_id in (select id from conclusion where conference_id = ?)"
        bound = (conference_id,)
    found: defaultdict[int, list[SourceTie]] = defaultdict(list)
    for source in CONCLUSION_SOURCES.where(connection, f"{scope} order by id", bound):
        found[source.conclusion_id].append(_tie(connection, source))
    return found


def tie_of_section(connection: Reader, section_id: DirectiveSectionId) -> SourceTie:
    """Name a section by its directive and its number."""
    section = DIRECTIVE_SECTIONS.get(connection, section_id)
    directive = DIRECTIVES.get(connection, section.directive_id)
    number = section_number(section)
    return SourceTie(
        kind=Kind.DIRECTIVE_SECTION,
        record_id=section.id,
        words=f"{directive.number}, mục {number or section.title}",
        title=section.title,
    )


def ties_of_task(connection: Reader, task: Task) -> list[SourceTie]:
    """Name the section of a directive and the item of a programme that a task comes from."""
    ties = []
    if task.directive_section_id is not None:
        ties.append(tie_of_section(connection, task.directive_section_id))
    if task.programme_item_id is not None:
        item = PROGRAMME_ITEMS.get(connection, task.programme_item_id)
        programme = PROGRAMMES.get(connection, item.programme_id)
        ties.append(
            SourceTie(
                kind=Kind.PROGRAMME_ITEM,
                record_id=item.id,
                words=f"{programme.number or programme.code}, năm {item.year}",
                title=item.title,
            )
        )
    return ties


def measures_of_task(connection: Reader, task_id: TaskId) -> list[SourceTie]:
    """Name the indicators that measure a task."""
    found = INDICATORS.where(connection, "task_id = ? order by position, id", (task_id,))
    return [
        SourceTie(kind=Kind.INDICATOR, record_id=one.id, words=one.code, title=one.name)
        for one in found
    ]


def ties_of_indicator(connection: Reader, indicator: Indicator) -> list[SourceTie]:
    """Name the section, the conclusion and the task that an indicator measures."""
    ties = []
    if indicator.directive_section_id is not None:
        ties.append(tie_of_section(connection, indicator.directive_section_id))
    if indicator.conclusion_id is not None:
        conclusion = CONCLUSIONS.get(connection, indicator.conclusion_id)
        conference = CONFERENCES.get(connection, conclusion.conference_id)
        ties.append(
            SourceTie(
                kind=Kind.CONCLUSION,
                record_id=conclusion.id,
                words=f"{conference.code}, kết luận {conclusion.number}",
                title=conclusion.text,
                code=conference.code,
            )
        )
    if indicator.task_id is not None:
        task = TASKS.get(connection, indicator.task_id)
        ties.append(
            SourceTie(
                kind=Kind.TASK, record_id=task.id, words=task.code, title=task.title, code=task.code
            )
        )
    return ties


def conclusions_on(connection: Reader, section: DirectiveSection) -> list[SectionConclusion]:
    """Read which conclusions rest on a section or on its directive, newest conference first."""
    rows = connection.execute(
        "select c.code, k.number, k.text, s.directive_section_id is not null "
        "from conclusion_source s join conclusion k on k.id = s.conclusion_id "
        "join conference c on c.id = k.conference_id "
        "where s.directive_section_id = ? "
        "or (s.directive_id = ? and s.directive_section_id is null) "
        "order by coalesce(c.held_on, '9999') desc, c.code desc, k.number",
        (section.id, section.directive_id),
    )
    return [
        SectionConclusion(conference_code=code, number=number, text=text, is_own=bool(own))
        for code, number, text, own in rows
    ]


def indicators_of_section(connection: Reader, section_id: DirectiveSectionId) -> list[Indicator]:
    """Read the indicators that measure a section."""
    return INDICATORS.where(
        connection, "directive_section_id = ? order by position, id", (section_id,)
    )


def sources_of_section(
    connection: Reader, section_id: DirectiveSectionId
) -> list[ConclusionSource]:
    """Read which conclusions rest on a section."""
    return CONCLUSION_SOURCES.where(
        connection, "directive_section_id = ? order by id", (section_id,)
    )


def tasks_of_item(connection: Reader, item_id: ProgrammeItemId) -> list[Task]:
    """Read the tasks of an item of a programme."""
    return TASKS.where(connection, "programme_item_id = ? order by code", (item_id,))


def tasks_of_section(connection: Reader, section_id: DirectiveSectionId) -> list[Task]:
    """Read the tasks of a section."""
    return TASKS.where(connection, "directive_section_id = ? order by code", (section_id,))


def placed_tasks(connection: Reader) -> list[Task]:
    """Read the tasks that come from a section of a directive or an item of a programme."""
    return TASKS.where(
        connection,
        "directive_section_id is not null or programme_item_id is not null order by code",
    )


def _tie(connection: Reader, source: ConclusionSource) -> SourceTie:
    if source.directive_section_id is not None:
        return tie_of_section(connection, source.directive_section_id)
    directive = DIRECTIVES.get(connection, source.directive_id)
    return SourceTie(
        kind=Kind.DIRECTIVE,
        record_id=directive.id,
        words=directive.number,
        title=directive.subject,
    )


def _by_place(tasks: Iterable[Task], name: str) -> Mapping[int, list[Task]]:
    found: defaultdict[int, list[Task]] = defaultdict(list)
    for task in tasks:
        place = getattr(task, name)
        if place is not None:
            found[place].append(task)
    return found


def _codes(tasks: Iterable[Task]) -> tuple[str, ...]:
    return tuple(task.code for task in tasks)


def _count(tasks: list[Task]) -> DoneCount:
    parents = {task.parent_id for task in tasks}
    counted = [
        task
        for task in tasks
        if task.id not in parents
        and is_counted(task)
        and task.work_state is not WorkState.CANCELLED
    ]
    done = sum(task.work_state is WorkState.DONE for task in counted)
    return DoneCount(total=len(counted), done=done)
