"""A task in the making from the cells of one row, under the rules of tasks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.documents.minutes_contents import WORDS_OF_PAPER
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.values import cells, day_order, days, shares, states, units
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.states import StateReading
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.task import (
    Origin,
    Task,
    WorkState,
    ensure_move,
    reschedule,
    with_percent,
    with_work_state,
)
from coordapp.domain.words.labels import WORK_STATE


class LeadPolicy(Enum):
    """What becomes of a row that names more than one leading unit."""

    ASK = "ask"  # not taken until a person says
    SPLIT = "split"  # a task for each
    FIRST = "first"  # the first leads, the others take part


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What was guessed, left out or converted, and what is written for it."""

    column: ImportColumn
    value: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowContext:
    """What the cells of a row are read against."""

    units: Units
    days: DayContext
    policy: LeadPolicy = LeadPolicy.ASK
    keeps_lines: bool = False  # the first line of the work is the title, the others its content
    in_hundred: bool = False  # bare numbers of the shares go up to 100
    turned_days: bool = False  # day and month may have been turned about by a program


@dataclass(slots=True, kw_only=True)
class TaskInMaking:
    """A task in the making; days are read against the day it was assigned, else today."""

    task: Task
    context: RowContext
    is_new: bool = False
    coordinating: tuple[UnitId, ...] | None = None
    result: str = ""
    difficulty: str = ""
    says_state: bool = False
    says_end: bool = False  # on which day the work ended
    only_begun: bool = False  # an account tells of work that was done, and of none that is left
    assumed: list[Assumed] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)  # units the book does not know
    spellings: dict[str, UnitId] = field(default_factory=dict)  # proposed for names

    def put(self, held: ImportColumn, value: Value) -> None:
        """Put the value of one cell. Raises RuleViolation."""
        if cells.is_cleared(value):
            self._clear(held)
        elif cells.is_failed(value):
            self._put_failed(held, cells.typed(value))
        else:
            _PUTTING[held](self, value)

    def assume(self, column: ImportColumn, value: str, code: str, **params: str) -> None:
        """Note what is written without having been said."""
        self.assumed.append(Assumed(column=column, value=value, code=code, params=params))

    def _put_failed(self, held: ImportColumn, shown: str) -> None:
        if held in (ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.CODE) or not self.is_new:
            raise RuleViolation("cell_failed", value=shown)
        self.assume(held, "", "failed", typed=shown)

    # --- texts

    def put_work(self, value: Value) -> None:
        """Put the title; its lines are one text, except in our own register."""
        text = cells.lines(value)
        if self.context.keeps_lines:
            title, _, content = text.partition("\n")
            self.task = replace(self.task, title=title.strip(), content=content.strip())
        else:
            self.task = replace(self.task, title=cells.typed(value))

    def put_content(self, value: Value) -> None:
        self.task = replace(self.task, content=cells.lines(value))

    def put_product(self, value: Value) -> None:
        self.task = replace(self.task, product=cells.lines(value))

    def put_focal(self, value: Value) -> None:
        self.task = replace(self.task, focal_person=cells.lines(value))

    def put_note(self, value: Value) -> None:
        """Put the note; the paper's words that our register writes above it go where they were."""
        text = cells.as_text(value)
        first, _, rest = text.partition("\n")
        if first.startswith(WORDS_OF_PAPER):
            words = first.removeprefix(WORDS_OF_PAPER)
            self.task = replace(self.task, note=rest, deadline_wording=words)
        else:
            self.task = replace(self.task, note=_joined(self.task.note, text, is_new=self.is_new))

    def put_source(self, value: Value) -> None:
        if self.task.conclusion_id is not None:
            raise RuleViolation("source_fixed")
        origin = Origin.DIRECTIVE if self.task.origin is Origin.AD_HOC else self.task.origin
        self.task = replace(self.task, quoted=cells.lines(value), origin=origin)

    def put_difficulty(self, value: Value) -> None:
        self.difficulty = cells.lines(value)

    def put_urgency(self, value: Value) -> None:
        """Put the degree; of a new task one that is not known is kept in the note and told."""
        try:
            self.task = replace(self.task, urgency=cells.urgency(value))
        except RuleViolation:
            if not self.is_new:
                raise
            self.add_note(cells.typed(value))
            self.assume(ImportColumn.URGENCY, "", "left_out", typed=cells.typed(value))

    def add_note(self, text: str) -> None:
        """Keep words in the note that fit into no field."""
        self.task = replace(self.task, note=_joined(self.task.note, text, is_new=True))

    # --- units

    def put_lead(self, value: Value) -> None:
        """Put the leading unit. Raises RuleViolation: unit_unknown, two_leads, lead_is_group."""
        lead, others = units.divided(cells.lines(value))
        found = self.context.units.read(lead)
        if found.unknown:
            # those that would take part are told at once, so that all are added in one step
            self.unknown += (*found.unknown, *self.context.units.read(others).unknown)
            raise RuleViolation("unit_unknown", name=found.unknown[0])
        if not found.units:
            raise RuleViolation("lead_is_group", name=cells.typed(value))
        first, *rest = found.units
        self._tell_groups(ImportColumn.LEAD, found.spelt_out)
        if rest and self.context.policy is not LeadPolicy.FIRST:
            names = ", ".join(map(self._name, found.units))
            raise RuleViolation("two_leads", names=names)
        self.task = replace(self.task, lead_unit_id=first)
        self._take_spellings(ImportColumn.LEAD, found.proposed)
        if rest:
            self.coordinating = (*(self.coordinating or ()), *rest)
            self.assume(
                ImportColumn.LEAD, self._name(first), "first_leads", typed=cells.typed(value)
            )
        self._leave(found.groups, "group")
        if others:
            self.put_coordinating(others)

    def put_coordinating(self, value: Value) -> None:
        """Put the units that take part; what is no unit of the book is kept in the note."""
        found = self.context.units.read(cells.lines(value))
        if found.unknown and not self.is_new:
            self.unknown += found.unknown
            raise RuleViolation("unit_unknown", name=found.unknown[0])
        self._take_spellings(ImportColumn.COORDINATING, found.proposed)
        self._tell_groups(ImportColumn.COORDINATING, found.spelt_out)
        units_now = dict.fromkeys((*(self.coordinating or ()), *found.units))
        self.coordinating = tuple(unit for unit in units_now if unit != self.task.lead_unit_id)
        self.unknown += found.unknown
        self._leave(found.unknown, "unit_left")
        self._leave(found.groups, "group")

    def _take_spellings(self, held: ImportColumn, proposed: Mapping[str, UnitId]) -> None:
        for name, unit in proposed.items():
            self.spellings[name] = unit
            self.assume(held, self._name(unit), "spelling", typed=name)

    def _tell_groups(self, held: ImportColumn, spelt_out: Mapping[str, tuple[UnitId, ...]]) -> None:
        for name, members in spelt_out.items():
            said = "; ".join(map(self._name, members))
            self.assume(held, said, "group_spelt_out", typed=name)

    def _leave(self, names: tuple[str, ...], code: str) -> None:
        for name in names:
            self.add_note(f"Phối hợp: {name}")
            self.assume(ImportColumn.COORDINATING, "", code, typed=name)

    def _name(self, unit: UnitId) -> str:
        return self.context.units.name(unit)

    # --- days

    def put_assigned(self, value: Value) -> None:
        """Put the day it was given; of a new task one that is not read is left out and told."""
        try:
            self.task = replace(self.task, assigned_on=days.day(value, self.context.days))
        except RuleViolation:
            if not self.is_new:
                raise
            self.assume(ImportColumn.ASSIGNED, "", "left_out", typed=cells.typed(value))

    def put_due(self, value: Value) -> None:
        """Put the deadline and the words that say more than its day."""
        self._put_deadline(ImportColumn.DUE, value)

    def put_extended(self, value: Value) -> None:
        """Put the deadline in force; the one before stays the first."""
        self._put_deadline(ImportColumn.EXTENDED, value)

    def _put_deadline(self, held: ImportColumn, value: Value) -> None:
        reading = days.deadline(value, self.context.days, self.task.assigned_on)
        self.put_reading(reading.deadline)
        shown = dates.short(reading.deadline.due)
        for code in reading.assumed:
            self.assume(held, shown, code, typed=cells.typed(value))
        if self.is_new and self.context.turned_days and day_order.is_ambiguous(value):
            self.assume(held, shown, "swapped")

    def put_reading(self, found: Deadline) -> None:
        """Put a deadline that was read, and the one it took the place of."""
        moved = reschedule(self.task, found.due)
        if found.original is not None:
            moved = replace(moved, original_due=found.original)
        if found.due is not None and not found.wording:
            # a day alone moves the day, as typing it does: kind and words of the paper stay
            self.task = moved
            return
        self.task = replace(moved, deadline_kind=found.kind, deadline_wording=found.wording)

    def put_finished(self, value: Value) -> None:
        """Put the day of the end. Raises RuleViolation: finished_not_done, finished_in_future."""
        if isinstance(value, str) and not any(letter.isdigit() for letter in value):
            self.put_state(value)
            return
        day = days.day(value, self.context.days)
        if day > self.context.days.today:
            raise RuleViolation("finished_in_future", day=dates.short(day))
        if self.says_state and self.task.work_state is not WorkState.DONE:
            raise RuleViolation("finished_not_done")
        if not self.is_new:
            ensure_move(self.task, WorkState.DONE)
        self.task = replace(self.task, work_state=WorkState.DONE, finished_on=day)

    # --- states

    def put_state(self, value: Value) -> None:
        """Put the state by the whole phrase; an account of the work is kept as its result."""
        text = cells.lines(value)
        found = states.read(text)
        if not self.is_new and not found.is_certain:
            raise RuleViolation("state_unreadable", typed=text)
        if not found.is_phrase or found.state is None:
            self.result = _joined(self.result, text, is_new=True)
        self._take_state(found, ImportColumn.STATE, text)

    def put_progress(self, value: Value) -> None:
        """Put an account of the work; where no column says states, its words may."""
        text = cells.lines(value)
        if not self.is_new or self.says_state:
            self.result = _joined(self.result, text, is_new=self.is_new)
            return
        found = states.read(text)
        if not (found.is_phrase and found.is_certain):
            self.result = _joined(self.result, text, is_new=True)
        if found.state is not None or found.is_phrase:
            self._take_state(found, ImportColumn.PROGRESS, text)

    def _take_state(self, found: StateReading, held: ImportColumn, text: str) -> None:
        if found.percent is not None and self.task.percent is None:
            self.task = with_percent(self.task, found.percent)
        if found.state is None:
            self.assume(held, "", "no_state", typed=text)
            return
        self.move(found.state)
        if found.state is WorkState.DONE:
            end = days.end_in(text, self.context.days)
            self.says_end = self.says_end or end is not None
            self.task = replace(self.task, finished_on=end or self.task.finished_on)
        if not found.is_certain:
            self.only_begun = found.state is WorkState.IN_PROGRESS and not found.leaves_open
            self.assume(ImportColumn.STATE, WORK_STATE[found.state], "state", typed=text)

    def move(self, state: WorkState) -> None:
        """Put the state; when the work ended is said later, or assumed."""
        self.says_state = True
        if not self.is_new:
            ensure_move(self.task, state)
        self.task = with_work_state(self.task, state, self._probable_end())

    def _probable_end(self) -> date:
        today = self.context.days.today
        return min(self.task.finished_on or self.task.due or self.task.assigned_on or today, today)

    def put_percent(self, value: Value) -> None:
        """Put the share done; words that give none are kept as the result."""
        found = shares.read(value, in_hundred=self.context.in_hundred)
        if found is None:
            self.put_progress(value)
            return
        self.task = with_percent(self.task, found.percent)
        if found.is_assumed:
            self.assume(
                ImportColumn.PERCENT, f"{found.percent} %", "share", typed=cells.typed(value)
            )

    def conclude(self, *, says_finished: bool) -> None:
        """Settle what the row as a whole leaves open."""
        percent = self.task.percent
        if self.is_new and percent == 100 and self.only_begun:
            # the share says how far the account goes
            self.says_state = False
            self.assumed = [one for one in self.assumed if one.code != "state"]
        if self.is_new and percent is not None and not self.says_state and not says_finished:
            state = WorkState.DONE if percent == 100 else WorkState.IN_PROGRESS
            self.move(state if percent else WorkState.NOT_STARTED)
            shown = WORK_STATE[self.task.work_state]
            self.assume(ImportColumn.STATE, shown, "state_of_share", typed=f"{percent} %")
        is_done = self.task.work_state is WorkState.DONE
        if self.is_new and is_done and percent is not None and percent < 100:
            shown = WORK_STATE[WorkState.DONE]
            self.assume(ImportColumn.STATE, shown, "beside_share", typed=f"{percent} %")
        if self.is_new and self.task.lead_unit_id is None:
            self.assume(ImportColumn.LEAD, "", "no_lead")
        if self.is_new and is_done and not (says_finished or self.says_end):
            shown = dates.short(self.task.finished_on)
            self.assume(ImportColumn.FINISHED, shown, "finished")

    def _clear(self, held: ImportColumn) -> None:
        if held is ImportColumn.LEAD:
            self.task = replace(self.task, lead_unit_id=None)
        elif held is ImportColumn.COORDINATING:
            self.coordinating = ()
        elif held is ImportColumn.DUE:
            self.put_reading(Deadline(kind=DeadlineKind.NONE))
        elif held is ImportColumn.PERCENT:
            self.task = replace(self.task, percent=None)
        elif held is ImportColumn.NOTE:
            self.task = replace(self.task, note="")
        else:
            _PUTTING[held](self, "")


Putting = Callable[[TaskInMaking, Value], None]
_PUTTING: Mapping[ImportColumn, Putting] = {
    ImportColumn.WORK: TaskInMaking.put_work,
    ImportColumn.CONTENT: TaskInMaking.put_content,
    ImportColumn.PRODUCT: TaskInMaking.put_product,
    ImportColumn.SOURCE: TaskInMaking.put_source,
    ImportColumn.LEAD: TaskInMaking.put_lead,
    ImportColumn.COORDINATING: TaskInMaking.put_coordinating,
    ImportColumn.FOCAL: TaskInMaking.put_focal,
    ImportColumn.ASSIGNED: TaskInMaking.put_assigned,
    ImportColumn.DUE: TaskInMaking.put_due,
    ImportColumn.EXTENDED: TaskInMaking.put_extended,
    ImportColumn.STATE: TaskInMaking.put_state,
    ImportColumn.PERCENT: TaskInMaking.put_percent,
    ImportColumn.PROGRESS: TaskInMaking.put_progress,
    ImportColumn.FINISHED: TaskInMaking.put_finished,
    ImportColumn.DIFFICULTY: TaskInMaking.put_difficulty,
    ImportColumn.URGENCY: TaskInMaking.put_urgency,
    ImportColumn.NOTE: TaskInMaking.put_note,
}


def _joined(before: str, text: str, *, is_new: bool) -> str:
    if not is_new or not before:
        return text
    return before if text in before.split("\n") else f"{before}\n{text}"
