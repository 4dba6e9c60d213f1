"""What a list shows: filters as values."""

from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.conclusions.conclusion import Conclusion, Coverage, coverage
from coordapp.domain.kernel.ids import ConferenceId, TaskId, UnitId
from coordapp.domain.tasks.task import DeadlineState, Task, WorkState


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQuery:
    """Filter of the register; an empty field filters nothing."""

    text: str = ""
    work_states: frozenset[WorkState] = frozenset()
    deadline_states: frozenset[DeadlineState] = frozenset()
    unit_id: UnitId | None = None
    conference_id: ConferenceId | None = None
    year: int | None = None
    due_today: bool = False
    without_parents: bool = False

    def without_states(self) -> "TaskQuery":
        """Drop the filters of state and day, to count what each state would show."""
        return replace(self, work_states=frozenset(), deadline_states=frozenset(), due_today=False)

    @property
    def is_empty(self) -> bool:
        """Tell that everything is shown."""
        return self == TaskQuery(without_parents=self.without_parents)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task with the joined words and computed states that lists show.

    A parent that gathers children shows their worst deadline state and their latest date.
    """

    task: Task
    deadline: DeadlineState
    lead_name: str = ""
    lead_full_name: str = ""
    coordinating: tuple[str, ...] = ()
    conference_code: str = ""
    conference_title: str = ""
    conference_date: date | None = None
    conclusion_number: int | None = None
    parent_code: str = ""
    children: int = 0
    children_done: int = 0
    latest_due: date | None = None
    latest_result: str = ""
    latest_difficulty: str = ""

    @property
    def id(self) -> TaskId:
        """The task's id."""
        return self.task.id

    @property
    def shown_due(self) -> date | None:
        """The date lists show: a parent's is the latest of its children."""
        return self.latest_due if self.children else self.task.due


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionRow:
    """A conclusion with its conference and the tasks of units it gave, each counted once.

    A parent that gathers units or periods is not among them.
    """

    conclusion: Conclusion
    conference_code: str
    conference_title: str
    held_on: date | None
    task_codes: tuple[str, ...] = ()
    tasks_done: int = 0
    tasks_overdue: int = 0
    tasks_cancelled: int = 0
    units: tuple[str, ...] = ()  # that lead, in the order of their tasks

    @property
    def id(self) -> int:
        """The conclusion's id."""
        return self.conclusion.id

    @property
    def coverage(self) -> Coverage:
        """How far its tasks are."""
        return coverage(
            reason=self.conclusion.no_task_reason,
            live=len(self.task_codes) - self.tasks_cancelled,
            done=self.tasks_done,
            overdue=self.tasks_overdue,
        )
