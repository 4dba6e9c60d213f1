"""Actions on directives: their sections, the tasks these give, the conclusions that rest on them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.conclusions.reading.sections import ReadSection, read_sections
from coordapp.domain.documents.secrecy import ensure_ordinary, stamp_of_paper
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    ConclusionSourceId,
    DirectiveId,
    DirectiveSectionId,
    ProgrammeItemId,
    TaskId,
)
from coordapp.domain.programmes.directive import (
    ConclusionSource,
    Directive,
    DirectiveSection,
    ensure_directive,
    ensure_section,
)
from coordapp.domain.tasks.task import Origin, Task
from coordapp.store import Store, Work
from coordapp.store.file.case_tables import (
    CONCLUSION_SOURCES,
    DIRECTIVE_SECTIONS,
    DIRECTIVES,
    INDICATORS,
    MILESTONES,
    PROGRAMME_ITEMS,
)
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import indicator_queries, programme_queries


def add(store: Store, directive: Directive, today: date) -> Directive:
    """Add a directive. Raises RuleViolation: directive_number_missing, subject_missing."""
    ensure_directive(directive)
    with store.write(Op.ADD_DIRECTIVE) as work:
        year = (directive.signed_on or today).year
        return work.add(DIRECTIVES, replace(directive, code=work.next_code(codes.DIRECTIVE, year)))


def edit(store: Store, directive: Directive) -> None:
    """Save a directive. Raises RuleViolation: directive_number_missing, subject_missing."""
    ensure_directive(directive)
    with store.write(Op.EDIT_DIRECTIVE) as work:
        work.put(DIRECTIVES, directive)


def delete(store: Store, directive_id: DirectiveId) -> None:
    """Delete a directive with its sections; tasks, conclusions and indicators stay without it."""
    with store.write(Op.DELETE_DIRECTIVE) as work:
        for source in programme_queries.sources_of_directive(work.connection, directive_id):
            work.drop(CONCLUSION_SOURCES, source.id)
        for section in programme_queries.sections(work.connection, directive_id):
            _drop_section(work, section.id)
        for milestone in programme_queries.milestones_of_directive(work.connection, directive_id):
            work.drop(MILESTONES, milestone.id)
        work.drop(DIRECTIVES, directive_id)


def add_section(store: Store, section: DirectiveSection) -> DirectiveSection:
    """Add a section at the end. Raises RuleViolation: section_title_missing, section_level."""
    ensure_section(section)
    with store.write(Op.ADD_DIRECTIVE_SECTION) as work:
        return work.add(DIRECTIVE_SECTIONS, replace(section, position=_next(work, section)))


def edit_section(store: Store, section: DirectiveSection) -> None:
    """Save a section. Raises RuleViolation: section_title_missing, section_level."""
    ensure_section(section)
    with store.write(Op.EDIT_DIRECTIVE_SECTION) as work:
        work.put(DIRECTIVE_SECTIONS, section)


def delete_section(store: Store, section_id: DirectiveSectionId) -> None:
    """Take a section out of its directive; its tasks stay."""
    with store.write(Op.DELETE_DIRECTIVE_SECTION) as work:
        _drop_section(work, section_id)


def put_sections_in_order(store: Store, order: Sequence[DirectiveSectionId]) -> None:
    """Give the sections the order of these ids."""
    with store.write(Op.ORDER_DIRECTIVE_SECTIONS) as work:
        for position, section_id in enumerate(order, start=1):
            section = work.get(DIRECTIVE_SECTIONS, section_id)
            work.put(DIRECTIVE_SECTIONS, replace(section, position=position))


def paste_sections(store: Store, directive_id: DirectiveId, text: str) -> list[DirectiveSection]:
    """Split a pasted text into sections behind those that are there.

    Raises RuleViolation: secret_refused, no_section_read.
    """
    ensure_ordinary(stamp_of_paper(text))
    read = read_sections(text)
    if not read:
        raise RuleViolation("no_section_read")
    with store.write(Op.PASTE_DIRECTIVE_SECTIONS) as work:
        return [work.add(DIRECTIVE_SECTIONS, _section(work, directive_id, one)) for one in read]


def set_source(
    store: Store,
    task_ids: Collection[TaskId],
    *,
    section_id: DirectiveSectionId | None = None,
    item_id: ProgrammeItemId | None = None,
) -> None:
    """Say which section of a directive, or which item of a programme, tasks come from.

    Raises RuleViolation: no_task_chosen.
    """
    if not task_ids:
        raise RuleViolation("no_task_chosen")
    with store.write(Op.SET_TASK_SOURCE) as work:
        if section_id is not None:
            work.get(DIRECTIVE_SECTIONS, section_id)
        if item_id is not None:
            work.get(PROGRAMME_ITEMS, item_id)
        for task_id in dict.fromkeys(task_ids):
            task = work.get(TASKS, task_id)
            work.put(
                TASKS,
                replace(
                    task,
                    directive_section_id=section_id,
                    programme_item_id=item_id,
                    origin=_origin(task, section_id, item_id),
                ),
            )


def add_conclusion_source(store: Store, source: ConclusionSource) -> ConclusionSource:
    """Say that a conclusion rests on a directive or on one of its sections."""
    with store.write(Op.ADD_CONCLUSION_SOURCE) as work:
        held = programme_queries.sources_of_conclusion(work.connection, source.conclusion_id)
        for other in held:
            if replace(other, id=source.id) == source:
                return other
        return work.add(CONCLUSION_SOURCES, source)


def delete_conclusion_source(store: Store, source_id: ConclusionSourceId) -> None:
    """Take back that a conclusion rests on a directive."""
    with store.write(Op.DELETE_CONCLUSION_SOURCE) as work:
        work.drop(CONCLUSION_SOURCES, source_id)


def _origin(
    task: Task, section_id: DirectiveSectionId | None, item_id: ProgrammeItemId | None
) -> Origin:
    if task.conclusion_id is not None:
        return task.origin
    if section_id is not None:
        return Origin.DIRECTIVE
    return Origin.PROGRAMME if item_id is not None else Origin.AD_HOC


def _section(work: Work, directive_id: DirectiveId, read: ReadSection) -> DirectiveSection:
    section = DirectiveSection(
        id=DirectiveSectionId(0),
        directive_id=directive_id,
        position=0,
        level=read.level,
        number=read.number,
        title=read.title,
        text=read.text,
    )
    return replace(section, position=_next(work, section))


def _next(work: Work, section: DirectiveSection) -> int:
    held = programme_queries.sections(work.connection, section.directive_id)
    return max((other.position for other in held), default=0) + 1


def _drop_section(work: Work, section_id: DirectiveSectionId) -> None:
    for task in programme_queries.tasks_of_section(work.connection, section_id):
        work.put(TASKS, replace(task, directive_section_id=None))
    for source in programme_queries.sources_of_section(work.connection, section_id):
        work.put(CONCLUSION_SOURCES, replace(source, directive_section_id=None))
    for indicator in indicator_queries.of_section(work.connection, section_id):
        work.put(INDICATORS, replace(indicator, directive_section_id=None))
    work.drop(DIRECTIVE_SECTIONS, section_id)
