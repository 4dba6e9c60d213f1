"""What a list shows: filters as values."""

from dataclasses import dataclass, replace
from datetime import date

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
    only_parents: bool = False

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
    parent_title: str = ""
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
