"""A task in the making from the cells of one row, under the rules of tasks."""

from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.documents.minutes_contents import WORDS_OF_PAPER
from coordapp.domain.importing import cells
from coordapp.domain.importing.cells import Units
from coordapp.domain.importing.header import ImportColumn
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.task import (
    Origin,
    Task,
    WorkState,
    ensure_move,
    reschedule,
    with_work_state,
)

_TEXTS = frozenset(
    (
        ImportColumn.CONTENT,
        ImportColumn.PRODUCT,
        ImportColumn.FOCAL,
        ImportColumn.NOTE,
        ImportColumn.SOURCE,
    )
)


@dataclass(slots=True, kw_only=True)
class Made:
    """A task in the making; days are read against the day it was assigned, else today."""

    task: Task
    is_new: bool = False
    coordinating: tuple[UnitId, ...] | None = None
    result: str = ""
    difficulty: str = ""
    says_state: bool = False

    def put(
        self, held: ImportColumn, value: Value, units: Units, today: date, *, splits: bool
    ) -> None:
        """Put the value of one cell. Raises RuleViolation."""
        if cells.is_cleared(value):
            self._clear(held)
            return
        text = cells.as_text(value)
        task = self.task
        if held is ImportColumn.WORK:
            title, _, content = text.partition("\n") if splits else (text, "", task.content)
            self.task = replace(task, title=title.strip(), content=content.strip())
        elif held is ImportColumn.LEAD:
            self.task = replace(task, lead_unit_id=units.one(value))
        elif held is ImportColumn.COORDINATING:
            found = units.several(value)
            self.coordinating = tuple(unit for unit in found if unit != task.lead_unit_id)
        elif held is ImportColumn.PROGRESS:
            self.result = text
        elif held is ImportColumn.DIFFICULTY:
            self.difficulty = text
        elif held in _TEXTS:
            self._put_text(held, text)
        else:
            self._put_rule(held, value, today)

    def _put_text(self, held: ImportColumn, text: str) -> None:
        if held is ImportColumn.CONTENT:
            self.task = replace(self.task, content=text)
        elif held is ImportColumn.PRODUCT:
            self.task = replace(self.task, product=text)
        elif held is ImportColumn.FOCAL:
            self.task = replace(self.task, focal_person=text)
        elif held is ImportColumn.NOTE:
            note, words = _own_note(text)
            wording = words or self.task.deadline_wording
            self.task = replace(self.task, note=note, deadline_wording=wording)
        else:
            self._put_source(text)

    def _put_rule(self, held: ImportColumn, value: Value, today: date) -> None:
        task = self.task
        since = task.assigned_on or today
        if held is ImportColumn.ASSIGNED:
            self.task = replace(task, assigned_on=cells.day(value, today))
        elif held is ImportColumn.DUE:
            self._put_deadline(*cells.deadline(value, since))
        elif held is ImportColumn.STATE:
            self._put_state(cells.state(value), since)
        elif held is ImportColumn.FINISHED:
            self._put_finished(cells.day(value, since))
        elif held is ImportColumn.PERCENT:
            self.task = replace(task, percent=cells.percent(value))
        elif held is ImportColumn.URGENCY:
            self.task = replace(task, urgency=cells.urgency(value))

    def _put_source(self, text: str) -> None:
        if self.task.conclusion_id is not None:
            raise RuleViolation("source_fixed")
        origin = Origin.DIRECTIVE if self.task.origin is Origin.AD_HOC else self.task.origin
        self.task = replace(self.task, quoted=text, origin=origin)

    def _put_deadline(self, kind: DeadlineKind, due: date | None, wording: str) -> None:
        moved = reschedule(self.task, due)
        if due is not None and not wording:
            # a day alone moves the day, as typing it does: kind and words of the paper stay
            self.task = moved
            return
        self.task = replace(moved, deadline_kind=kind, deadline_wording=wording)

    def _put_state(self, state: WorkState, since: date) -> None:
        self.says_state = True
        if not self.is_new:
            ensure_move(self.task, state)
        day = self.task.finished_on or self.task.due or since
        self.task = with_work_state(self.task, state, day)

    def _put_finished(self, day: date) -> None:
        if self.says_state and self.task.work_state is not WorkState.DONE:
            raise RuleViolation("finished_not_done")
        if not self.is_new:
            ensure_move(self.task, WorkState.DONE)
        self.task = replace(self.task, work_state=WorkState.DONE, finished_on=day)

    def _clear(self, held: ImportColumn) -> None:
        if held is ImportColumn.LEAD:
            self.task = replace(self.task, lead_unit_id=None)
        elif held is ImportColumn.COORDINATING:
            self.coordinating = ()
        elif held is ImportColumn.DUE:
            self._put_deadline(DeadlineKind.NONE, None, "")
        elif held is ImportColumn.PERCENT:
            self.task = replace(self.task, percent=None)
        else:
            self._put_text(held, "")


def _own_note(text: str) -> tuple[str, str]:
    """Give the note itself, and the paper's words that our register writes above it."""
    first, _, rest = text.partition("\n")
    if first.startswith(WORDS_OF_PAPER):
        return rest, first.removeprefix(WORDS_OF_PAPER)
    return text, ""
