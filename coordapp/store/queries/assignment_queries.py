"""Reading which unit got what of the conclusions of a conference, in a few queries."""

from collections import defaultdict

from coordapp.domain.conclusions.assignment import AssignedTask, MatrixRow, by_conclusion
from coordapp.domain.kernel.ids import ConferenceId, UnitId
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
