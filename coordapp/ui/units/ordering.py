"""Moving a record up or down in the protocol order, as one step of undo."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from coordapp.domain.changes import Op
from coordapp.store import Store
from coordapp.store.table import Table


def move(store: Store, op: Op, table: Table[Any], ids: Sequence[int], at: int, by: int) -> None:
    """Move the record at a place of the order; places are counted anew from 1."""
    order = list(ids)
    order.insert(at + by, order.pop(at))
    with store.write(op) as work:
        for position, record_id in enumerate(order, start=1):
            work.put(table, replace(work.get(table, record_id), position=position))
