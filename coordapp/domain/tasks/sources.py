"""What a task may be tied to by hand, each with the words it is chosen by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coordapp.domain.kernel.ids import ConclusionId, DirectiveSectionId, ProgrammeItemId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The papers that give tasks, and the tasks that others may lie below.

    `quotes` are the words of each conclusion and each section, as they are quoted in a task.
    """

    conclusions: tuple[tuple[ConclusionId, str], ...] = ()
    sections: tuple[tuple[DirectiveSectionId, str], ...] = ()
    items: tuple[tuple[ProgrammeItemId, str], ...] = ()
    parents: tuple[tuple[TaskId, str], ...] = ()
    quotes: Mapping[tuple[str, int], str] = field(default_factory=dict)


NO_SOURCES = Sources()
