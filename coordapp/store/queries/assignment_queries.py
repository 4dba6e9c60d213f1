"""Reading which unit got what of the conclusions of a conference, and what may give a task."""

from collections import defaultdict

from coordapp.domain.conclusions.assignment import AssignedTask, MatrixRow, by_conclusion
from coordapp.domain.kernel.ids import (
    ConclusionId,
    ConferenceId,
    DirectiveSectionId,
    ProgrammeItemId,
    TaskId,
    UnitId,
)
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.sources import Sources
from coordapp.store.file.opening import Reader
from coordapp.store.queries import conference_queries, task_queries

_OF_CONFERENCE = (
    "select t.id from task t join conclusion k on k.id = t.conclusion_id where k.conference_id = ?"
)


def matrix(connection: Reader, conference_id: ConferenceId) -> list[MatrixRow]:
    """Read the conclusions of a conference in order, each with all tasks it gave."""
    coordinators: dict[int, dict[UnitId, str]] = defaultdict(dict)
    for part in task_queries.coordinations_of_conference(connection, conference_id):
        coordinators[part.task_id][part.unit_id] = part.part
    reporters: dict[int, set[UnitId]] = defaultdict(set)
    for task_id, unit_id in connection.execute(
        f"select distinct task_id, unit_id from progress_report where task_id in ({_OF_CONFERENCE})",
        (conference_id,),
    ):
        reporters[task_id].add(UnitId(unit_id or 0))
    touched = _touched(connection, conference_id) | reporters.keys()
    given = by_conclusion(task_queries.of_conference(connection, conference_id))
    return [
        MatrixRow(
            conclusion=conclusion,
            tasks=tuple(
                AssignedTask(
                    task=task,
                    coordinators=coordinators.get(task.id, {}),
                    reporters=frozenset(reporters.get(task.id, ())),
                    is_touched=task.id in touched,
                )
                for task in given.get(conclusion.id, ())
            ),
        )
        for conclusion in conference_queries.conclusions_of(connection, conference_id)
    ]


def _touched(connection: Reader, conference_id: ConferenceId) -> set[int]:
    """Find the tasks on which extensions, files or other tasks hang."""
    rows = connection.execute(
        f"with given (id) as ({_OF_CONFERENCE}) "
        "select task_id from extension where task_id in given "
        "union select record_id from attachment where kind = 'task' and record_id in given "
        "union select parent_id from task where parent_id in given",
        (conference_id,),
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
