"""Which unit got what of conclusions or sections, and what may give a task, as it is read."""

from collections import defaultdict
from collections.abc import Iterable

from coordapp.domain.conclusions.assignment import (
    AssignedTask,
    MatrixRow,
    SectionMatter,
    by_conclusion,
)
from coordapp.domain.kernel.ids import (
    ConclusionId,
    ConferenceId,
    DirectiveId,
    DirectiveSectionId,
    ProgrammeItemId,
    TaskId,
    UnitId,
)
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.sources import Sources
from coordapp.domain.tasks.task import Task
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import COORDINATIONS, TASKS
from coordapp.store.queries import conference_queries, programme_queries, task_queries

_OF_CONFERENCE = (
    "select t.id from task t join conclusion k on k.id = t.conclusion_id where k.conference_id = ?"
)
_OF_DIRECTIVE = (
    "select t.id from task t join directive_section s on s.id = t.directive_section_id "
    "where s.directive_id = ?"
)

_IN_PROTOCOL = "order by (select u.position from unit u where u.id = unit_id), id"


def matrix(connection: Reader, conference_id: ConferenceId) -> list[MatrixRow]:
    """Read the conclusions of a conference in order, each with all tasks it gave."""
    given = by_conclusion(task_queries.of_conference(connection, conference_id))
    found = _Given(connection, _OF_CONFERENCE, conference_id)
    return [
        MatrixRow(matter=conclusion, tasks=found.assigned(given.get(conclusion.id, ())))
        for conclusion in conference_queries.conclusions_of(connection, conference_id)
    ]


def section_matrix(connection: Reader, directive_id: DirectiveId) -> list[MatrixRow]:
    """Read the sections of a directive in order, each with all tasks that come from it."""
    given: defaultdict[int | None, list[Task]] = defaultdict(list)
    for task in TASKS.where(connection, f"id in ({_OF_DIRECTIVE}) order by code", (directive_id,)):
        given[task.directive_section_id].append(task)
    found = _Given(connection, _OF_DIRECTIVE, directive_id)
    return [
        MatrixRow(matter=SectionMatter(section=section), tasks=found.assigned(given[section.id]))
        for section in programme_queries.sections(connection, directive_id)
    ]


class _Given:
    """What hangs on the tasks of a whole matrix, read in a few queries."""

    def __init__(self, connection: Reader, of: str, owner: int) -> None:
        self._coordinators: dict[int, dict[UnitId, str]] = defaultdict(dict)
        parts = COORDINATIONS.where(connection, f"task_id in ({of}) {_IN_PROTOCOL}", (owner,))
        for part in parts:
            self._coordinators[part.task_id][part.unit_id] = part.part
        self._reporters: dict[int, set[UnitId]] = defaultdict(set)
        for task_id, unit_id in connection.execute(
            f"select distinct task_id, unit_id from progress_report where task_id in ({of})",
            (owner,),
        ):
            self._reporters[task_id].add(UnitId(unit_id or 0))
        self._touched = _touched(connection, of, owner) | self._reporters.keys()
        self._of_sections = of is _OF_DIRECTIVE

    def assigned(self, tasks: Iterable[Task]) -> tuple[AssignedTask, ...]:
        """Give tasks with who coordinates and whether work has begun."""
        return tuple(
            AssignedTask(
                task=task,
                coordinators=self._coordinators.get(task.id, {}),
                reporters=frozenset(self._reporters.get(task.id, ())),
                is_touched=task.id in self._touched,
                is_elsewhere=self._of_sections and task.conclusion_id is not None,
            )
            for task in tasks
        )


def _touched(connection: Reader, of: str, owner: int) -> set[int]:
    """Find the tasks on which extensions, files or other tasks hang."""
    rows = connection.execute(
        f"with given (id) as ({of}) "
        "select task_id from extension where task_id in given "
        "union select record_id from attachment where kind = 'task' and record_id in given "
        "union select parent_id from task where parent_id in given",
        (owner,),
    )
    return {row[0] for row in rows}


def sources(connection: Reader, besides: TaskId | None = None) -> Sources:
    """Read what a task may be tied to: papers, and tasks below nothing `besides` itself."""
    conclusions = connection.execute(
        "select k.id, k.number, k.text, c.code from conclusion k "
        "join conference c on c.id = k.conference_id where trim(k.no_task_reason) = '' "
        "order by coalesce(c.held_on, '9999') desc, c.code desc, k.number, k.id"
    ).fetchall()
    sections = connection.execute(
        "select s.id, s.number, s.title, s.text, d.number from directive_section s "
        "join directive d on d.id = s.directive_id "
        "order by coalesce(d.signed_on, '9999') desc, d.code desc, s.position, s.id"
    ).fetchall()
    items = connection.execute(
        "select i.id, i.year, i.title from programme_item i "
        "order by i.year desc, i.programme_id, i.position, i.id"
    ).fetchall()
    parents = connection.execute(
        "select id, code, title from task where parent_id is null and id <> ? "
        "and work_state <> 'cancelled' order by code desc",
        (besides or 0,),
    ).fetchall()
    quotes = {("conclusion", row[0]): row[2] for row in conclusions}
    quotes |= {("section", row[0]): row[3].strip() or row[2] for row in sections}
    return Sources(
        conclusions=tuple(
            (ConclusionId(row[0]), f"{row[3]} · kết luận {row[1]}: {one_line(row[2])}")
            for row in conclusions
        ),
        sections=tuple(
            (DirectiveSectionId(row[0]), f"{row[4]} · {f'{row[1]} {row[2]}'.strip()}")
            for row in sections
        ),
        items=tuple((ProgrammeItemId(row[0]), f"{row[1]} · {one_line(row[2])}") for row in items),
        parents=tuple((TaskId(row[0]), f"{row[1]} · {one_line(row[2])}") for row in parents),
        quotes=quotes,
    )
