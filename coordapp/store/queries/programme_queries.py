"""Queries over programmes, directives and their roadmaps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coordapp.domain.kernel.ids import (
    ConclusionId,
    DirectiveId,
    DirectiveSectionId,
    ProgrammeId,
    ProgrammeItemId,
)
from coordapp.domain.programmes.directive import ConclusionSource, Directive, DirectiveSection
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import (
    DoneCount,
    Programme,
    ProgrammeItem,
    ProgrammeParty,
)
from coordapp.domain.tasks.task import Task, WorkState, is_counted
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import (
    CONCLUSION_SOURCES,
    DIRECTIVE_SECTIONS,
    DIRECTIVES,
    MILESTONES,
    PROGRAMME_ITEMS,
    PROGRAMME_PARTIES,
    PROGRAMMES,
    TASKS,
)


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


def all_programmes(connection: Reader) -> list[Programme]:
    """Read the programmes, latest first."""
    return PROGRAMMES.where(connection, "1 order by first_year desc, code desc")


def programme_by_code(connection: Reader, code: str) -> Programme | None:
    """Read a programme by its code; None if there is none."""
    found = PROGRAMMES.where(connection, "code = ?", (code,))
    return found[0] if found else None


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


def directive_by_code(connection: Reader, code: str) -> Directive | None:
    """Read a directive by its code, or by its number as printed; None if there is none."""
    found = DIRECTIVES.where(connection, "code = ? or number = ?", (code, code))
    return found[0] if found else None


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
