"""Records other than tasks as they stood when a past day ended.

What changed since comes from the log. What was typed in later counts where its own date says that
it was so by then: a figure told on the 10th and typed on the 20th. A deletion corrects a mistake
and is no event, as for tasks.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from coordapp.store.file.opening import Reader
from coordapp.store.file.table import Table

R = TypeVar("R")


def stood(
    connection: Reader, table: Table[R], now: list[R], day: date, was_so: Callable[[R], bool]
) -> list[R]:
    """Give the records `now` as they stood when `day` ended, in the same order.

    `was_so` tells of a record typed in later whether it was so by then.
    """
    changed = _first_since(connection, table, day)
    found: list[R] = []
    for record in now:
        record_id = record.id  # type: ignore[attr-defined]  # every record has one
        if record_id not in changed:
            found.append(record)
        elif (before := changed[record_id]) is not None:
            found.append(table.from_row(tuple(before.get(name) for name in table.columns)))
        elif was_so(record):
            found.append(record)
    return found


def _first_since(
    connection: Reader, table: Table[Any], day: date
) -> dict[int, dict[str, Any] | None]:
    """Give what each record changed since was before; None for what was not there."""
    rows = connection.execute(
        "select record_id, before from change_log where id in ("
        "select min(id) from change_log where kind = ? and at >= ? group by record_id)",
        # sorts behind every moment of the day, and before every later one
        (table.name, f"{day.isoformat()}T99"),
    )
    return {record_id: None if before is None else json.loads(before) for record_id, before in rows}
