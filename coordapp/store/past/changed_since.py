"""How tasks changed lately stood before, read from the end of the change log alone."""

import json
from bisect import bisect_left
from datetime import date

from coordapp.domain.figures.news import Stood
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import WorkState
from coordapp.store.file import stored
from coordapp.store.file.opening import Reader

_STATES = stored.Members(WorkState)


def stood(connection: Reader, since: date, today: date) -> dict[TaskId, Stood]:
    """Give the tasks changed after a day, up to today, as they stood when that day ended.

    A task typed in meanwhile is given as it was before its first change, else left out.
    """
    first, end = (_first_after(connection, day) for day in (since, today))
    rows = connection.execute(
        "select before from change_log where id in ("
        "select min(id) from change_log where id >= ? and id < ? and kind = 'task' "
        "and before is not null and before <> '{}' group by record_id)",
        (first, end),
    )
    return {TaskId(row["id"]): _stood(row) for row in (json.loads(text) for (text,) in rows)}


def _first_after(connection: Reader, day: date) -> int:
    """Give the number of the first row of the log written after a day.

    The log has no index of its moments, but stands in their order: a register of years is not
    read through for a few days.
    """

    def moment(number: int) -> str:
        (at,) = connection.execute(
            "select at from change_log where id >= ? order by id limit 1", (number,)
        ).fetchone()
        return str(at)

    (last,) = connection.execute("select coalesce(max(id), 0) from change_log").fetchone()
    # sorts behind every moment of the day, and before every later one
    return 1 + bisect_left(range(1, last + 1), f"{day.isoformat()}T99", key=moment)


def _stood(row: dict[str, str | None]) -> Stood:
    return Stood(
        _STATES[str(row["work_state"])],
        stored.day_if_any(row.get("due")),
        stored.day_if_any(row.get("finished_on")),
    )
