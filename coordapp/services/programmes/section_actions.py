"""Giving sections of directives to units, through the matrix that conclusions are given by."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from coordapp.domain.conclusions.assignment import CellChange, MatrixRow, SectionMatter, Terms
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DirectiveSectionId, TaskId
from coordapp.domain.programmes.directive import DirectiveSection
from coordapp.domain.tasks.task import Origin, Task, WorkState, fitting_kind, task_title
from coordapp.services.conclusions.assignment_actions import NewTasks, carry_out
from coordapp.store import Store, Work
from coordapp.store.file.case_tables import DIRECTIVE_SECTIONS
from coordapp.store.queries import assignment_queries


def assign(store: Store, changes: Sequence[CellChange], today: date) -> list[Task]:
    """Make the tasks and coordinations of a matrix of sections in one step; give the new tasks.

    What a unit has of a section already is left alone; several that lead share a parent.
    Raises RuleViolation: nothing_to_assign, lead_missing, assignment_begun, assignment_elsewhere,
    coordination_reported, leads_closed, record_gone.
    """
    made: list[Task] = []
    with store.write(Op.ASSIGN_SECTIONS) as work:
        for section, row in _rows(work, changes):
            mine = [one for one in changes if one.matter_id == section.id]
            new = NewTasks(state=WorkState.NOT_STARTED, made_of=partial(_task, section, today))
            made += carry_out(work, row, mine, today, new)
        if not work.touched:
            raise RuleViolation("nothing_to_assign")
    return made


def _rows(work: Work, changes: Sequence[CellChange]) -> list[tuple[DirectiveSection, MatrixRow]]:
    wanted = {
        section_id: work.get(DIRECTIVE_SECTIONS, section_id)
        for section_id in dict.fromkeys(DirectiveSectionId(one.matter_id) for one in changes)
    }
    found = []
    for owner in dict.fromkeys(section.directive_id for section in wanted.values()):
        for row in assignment_queries.section_matrix(work.connection, owner):
            section = wanted.get(DirectiveSectionId(row.matter.id))
            if section is not None:
                found.append((section, row))
    return found


def _task(section: DirectiveSection, today: date, terms: Terms, state: WorkState) -> Task:
    words = SectionMatter(section=section).text
    text = terms.text.strip() or words
    return Task(
        id=TaskId(0),
        code="",
        title=task_title(terms.text.strip() or section.title),
        content=text,
        product=terms.product,
        origin=Origin.DIRECTIVE,
        quoted=words,
        directive_section_id=section.id,
        deadline_kind=fitting_kind(terms.deadline_kind, terms.due),
        deadline_wording=terms.deadline_wording,
        original_due=terms.due,
        due=terms.due,
        work_state=state,
        assigned_on=today,
    )
