"""What the register shows: chips and combos over rows already read."""

from collections.abc import Callable, Collection, Sequence

from coordapp.domain.queries import TaskRow
from coordapp.domain.task import CLOSED, DeadlineState, WorkState

CHIPS: tuple[tuple[str, str, Callable[[TaskRow], bool]], ...] = (
    ("all", "Tất cả", lambda row: True),
    ("overdue", "Quá hạn", lambda row: row.deadline is DeadlineState.OVERDUE),
    ("soon", "Sắp đến hạn", lambda row: row.deadline is DeadlineState.DUE_SOON),
    (
        "waiting",
        "Chờ xác nhận",
        lambda row: row.task.work_state is WorkState.AWAITING_CONFIRMATION,
    ),
    ("open", "Đang theo dõi", lambda row: row.task.work_state not in CLOSED),
    ("done", "Hoàn thành", lambda row: row.task.work_state is WorkState.DONE),
    ("none", "Không hạn", lambda row: row.deadline is DeadlineState.NO_DEADLINE),
)
MATCH = {key: match for key, _, match in CHIPS}


def narrowed(
    rows: Sequence[TaskRow], ids: Collection[int] | None, state: str | None
) -> list[TaskRow]:
    """Keep the rows of a set of ids and of a work state; None filters nothing."""
    found = [row for row in rows if ids is None or row.id in ids]
    return [row for row in found if state is None or row.task.work_state.value == state]
