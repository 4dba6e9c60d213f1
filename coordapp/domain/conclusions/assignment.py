"""Who gets what of a conclusion or of a section of a directive: who leads, who coordinates.

One unit that leads has one task. Several have a child each under a parent that only gathers
them; whoever coordinates does so with every unit that leads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Protocol

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, DirectiveSectionId, UnitId
from coordapp.domain.programmes.directive import DirectiveSection, section_number
from coordapp.domain.tasks.task import Task, WorkState

MatterId = ConclusionId | DirectiveSectionId


class Matter(Protocol):
    """What a row of the matrix gives out: a conclusion, or a section of a directive."""

    @property
    def id(self) -> MatterId:
        """Tell it from the others of its kind."""

    @property
    def number(self) -> int | str:
        """Give its number as it is spoken of."""

    @property
    def text(self) -> str:
        """Give its words."""

    @property
    def no_task_reason(self) -> str:
        """Say why it gives no task; empty where it may give some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionMatter:
    """A section of a directive as a row of the matrix; without a text its title is its words."""

    section: DirectiveSection

    @property
    def id(self) -> DirectiveSectionId:
        """The section's id."""
        return self.section.id

    @property
    def number(self) -> str:
        """The number without the mark that ends it."""
        return section_number(self.section)

    @property
    def text(self) -> str:
        """Its text, else its title."""
        return self.section.text.strip() or self.section.title

    @property
    def no_task_reason(self) -> str:
        """Nothing: a section always may give tasks."""
        return ""


class Role(Enum):
    """What a unit does for a conclusion or a section."""

    LEAD = "lead"
    COORDINATE = "coordinate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is asked, for which product, until when; without words those of the conclusion."""

    text: str = ""
    product: str = ""
    due: date | None = None
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    deadline_wording: str = ""


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """What a unit shall do for a conclusion or a section from now on; None takes it off."""

    matter_id: MatterId
    unit_id: UnitId
    role: Role | None
    terms: Terms = NO_TERMS


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedTask:
    """A task that a conclusion gave, with who coordinates and whether work has begun."""

    task: Task
    coordinators: Mapping[UnitId, str]  # with the part of each
    reporters: frozenset[UnitId] = frozenset()
    is_touched: bool = False  # reports, extensions, files or tasks hang on it
    is_elsewhere: bool = False  # given by a conclusion, and only tied to the section

    @property
    def can_go(self) -> bool:
        """Tell whether the task can be taken back without losing anything."""
        begun = self.task.work_state not in (WorkState.DRAFT, WorkState.NOT_STARTED)
        return not begun and not self.is_touched


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A conclusion or a section with all tasks it gave."""

    matter: Matter
    tasks: tuple[AssignedTask, ...] = ()

    @property
    def unit_tasks(self) -> list[AssignedTask]:
        """The tasks given to units, each once."""
        kept = {task.id for task in unit_tasks(one.task for one in self.tasks)}
        return [one for one in self.tasks if one.task.id in kept]

    def roles(self) -> dict[UnitId, Role]:
        """Say what each unit does now; one that leads a task leads."""
        found: dict[UnitId, Role] = {}
        for one in self.unit_tasks:
            found |= {
                unit_id: Role.COORDINATE for unit_id in one.coordinators if unit_id not in found
            }
        for one in self.unit_tasks:
            if one.task.lead_unit_id is not None:
                found[one.task.lead_unit_id] = Role.LEAD
        return found

    def of_unit(self, unit_id: UnitId) -> list[AssignedTask]:
        """Give the tasks a unit leads, or else those it coordinates in."""
        led = [one for one in self.unit_tasks if one.task.lead_unit_id == unit_id]
        return led or [one for one in self.unit_tasks if unit_id in one.coordinators]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentPlan:
    """What the changes of one conclusion do: nothing there is doubled, nothing begun goes."""

    row: MatrixRow
    leads: tuple[CellChange, ...] = ()  # each a new task
    coordinators: tuple[CellChange, ...] = ()
    gone: tuple[Task, ...] = ()
    gone_coordinators: tuple[UnitId, ...] = ()
    kept: tuple[AssignedTask, ...] = ()
    joining: tuple[Task, ...] = ()  # tasks that come below the new parent
    parent: Task | None = None  # that gathers already
    needs_parent: bool = False
    drops_parent: bool = False
    lacks_lead: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell that nothing changes."""
        return not (self.leads or self.coordinators or self.gone or self.gone_coordinators)


def gathering(given: Iterable[Task]) -> Task | None:
    """Find the parent that gathers the units of a conclusion; it has no unit of its own."""
    held = list(given)
    parents = {task.parent_id for task in held}
    # a parent with a unit gathers the periods of a task, not the units of a conclusion
    return next((t for t in held if t.id in parents and t.lead_unit_id is None), None)


def unit_tasks(given: Iterable[Task]) -> list[Task]:
    """Leave out parents that only gather, and what lies below a unit's own task.

    What is left are the tasks that the conclusion gave to units, each once.
    """
    held = list(given)
    parents = {task.parent_id for task in held}
    led = {task.id for task in held if task.id in parents and task.lead_unit_id is not None}
    gatherers = {task.id for task in held if task.id in parents} - led
    return [task for task in held if task.id not in gatherers and task.parent_id not in led]


def by_conclusion(tasks: Iterable[Task]) -> dict[ConclusionId, list[Task]]:
    """Sort tasks by the conclusion that gave them; those of none are left out."""
    found: dict[ConclusionId, list[Task]] = {}
    for task in tasks:
        if task.conclusion_id is not None:
            found.setdefault(task.conclusion_id, []).append(task)
    return found


def plan(row: MatrixRow, changes: Sequence[CellChange]) -> AssignmentPlan:
    """Work out what changes of one conclusion do.

    Raises RuleViolation: conclusion_says_no_task, assignment_begun, assignment_elsewhere,
    coordination_reported, leads_closed.
    """
    now = row.roles()
    wanted = {
        change.unit_id: change for change in changes if now.get(change.unit_id) is not change.role
    }
    leads = _with_role(wanted.values(), Role.LEAD)
    coordinators = _with_role(wanted.values(), Role.COORDINATE)
    if leads or coordinators:
        _ensure_gives_tasks(row.matter)
    gone = _gone(row, {unit for unit in wanted if now.get(unit) is Role.LEAD})
    kept = tuple(one for one in row.unit_tasks if one.task not in gone)
    if coordinators and not leads:
        _ensure_some_open(row.matter, kept)
    parent = gathering(one.task for one in row.tasks if not one.is_elsewhere)
    joining = _joining(row, kept) if parent is None and leads else ()
    return AssignmentPlan(
        row=row,
        leads=leads,
        coordinators=coordinators,
        gone=gone,
        gone_coordinators=_gone_coordinators(
            row, wanted.keys() - {change.unit_id for change in coordinators}
        ),
        kept=kept,
        parent=parent,
        needs_parent=parent is None and len(leads) + len(joining) > 1,
        joining=joining,
        drops_parent=not leads and parent is not None and not _below(parent, row, gone),
        lacks_lead=not kept and _lacks_lead(now | {u: one.role for u, one in wanted.items()}),
    )


def ensure_led(found: AssignmentPlan) -> None:
    """Refuse units that coordinate with nobody. Raises RuleViolation: lead_missing."""
    if found.lacks_lead:
        raise RuleViolation("lead_missing", **_named(found.row.matter))


def common(terms: Sequence[Terms]) -> Terms:
    """Keep what several units are asked alike: the terms of the parent that gathers them."""
    first = terms[0]
    same_product = all(one.product == first.product for one in terms)
    same_deadline = len({(one.due, one.deadline_kind, one.deadline_wording) for one in terms}) == 1
    shared = first if same_deadline else NO_TERMS
    return replace(shared, text="", product=first.product if same_product else "")


def _named(matter: Matter) -> dict[str, object]:
    section = isinstance(matter, SectionMatter)
    kind = Kind.DIRECTIVE_SECTION if section else Kind.CONCLUSION
    return {"kind": kind, "number": matter.number}


def _with_role(changes: Iterable[CellChange], role: Role) -> tuple[CellChange, ...]:
    return tuple(change for change in changes if change.role is role)


def _ensure_gives_tasks(matter: Matter) -> None:
    if matter.no_task_reason:
        raise RuleViolation("conclusion_says_no_task", number=matter.number)


def _ensure_some_open(matter: Matter, kept: Sequence[AssignedTask]) -> None:
    """Refuse to coordinate where all who lead have finished; without any lead none is refused."""
    if kept and all(one.task.is_closed for one in kept):
        raise RuleViolation("leads_closed", **_named(matter))


def _lacks_lead(roles: Mapping[UnitId, Role | None]) -> bool:
    """Tell whether units coordinate while nobody leads."""
    return Role.COORDINATE in roles.values() and Role.LEAD not in roles.values()


def _gone(row: MatrixRow, units: set[UnitId]) -> tuple[Task, ...]:
    """Give the tasks of units that no longer lead; one that has begun stays."""
    gone = [one for one in row.unit_tasks if one.task.lead_unit_id in units]
    for one in gone:
        if one.is_elsewhere:
            raise RuleViolation("assignment_elsewhere", code=one.task.code)
        if not one.can_go:
            raise RuleViolation("assignment_begun", code=one.task.code)
    return tuple(one.task for one in gone)


def _gone_coordinators(row: MatrixRow, units: set[UnitId]) -> tuple[UnitId, ...]:
    """Give the units that coordinate no longer; one that has reported stays."""
    for one in row.tasks:
        if one.reporters & units & one.coordinators.keys():
            raise RuleViolation("coordination_reported", code=one.task.code)
    return tuple(
        sorted(unit for unit in units if any(unit in one.coordinators for one in row.tasks))
    )


def _joining(row: MatrixRow, kept: Sequence[AssignedTask]) -> tuple[Task, ...]:
    """Give the tasks that can come below a parent: not those that gather periods themselves."""
    parents = {one.task.parent_id for one in row.tasks}
    return tuple(
        one.task
        for one in kept
        if one.task.parent_id is None
        and not one.is_elsewhere
        and one.task.id not in parents
        and one.task.deadline_kind is not DeadlineKind.PERIODIC
    )


def _below(parent: Task, row: MatrixRow, gone: Sequence[Task]) -> list[Task]:
    below = [one.task for one in row.tasks if one.task.parent_id == parent.id]
    return [task for task in below if task not in gone]
