"""How a message names the tasks it is about."""

from collections.abc import Sequence

from coordapp.domain.tasks.queries import TaskRow

_NAMED = 3


def named(rows: Sequence[TaskRow]) -> str:
    """Name one task by its code, several by their number and the first codes."""
    codes = [row.task.code for row in rows]
    if len(codes) == 1:
        return codes[0]
    more = "…" if len(codes) > _NAMED else ""
    return f"{len(codes)} nhiệm vụ ({', '.join(codes[:_NAMED])}{more})"
