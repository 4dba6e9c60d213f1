"""A task in one line, and the paper that gave it."""

from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.documents.document import Document
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.labels import days_left


def task_line(row: TaskRow, today: date) -> str:
    """Give code, unit and how far the task is."""
    done = row.task.work_state is WorkState.DONE
    state = "đã hoàn thành" if done else days_left(row.task, row.deadline, today).lower()
    share = "" if done or row.task.percent is None else f"{row.task.percent}\N{NO-BREAK SPACE}%"
    return " · ".join(filter(None, (row.task.code, row.lead_name, state, share)))


def conclusion_source(
    number: int, conference: str, held_on: date | None, notice: Document | None
) -> str:
    """Name the notice that a conclusion went out with; before, the conclusion and its conference."""
    if notice is not None:
        issued = f"{notice.symbol} ngày {dates.in_figures(notice.issued_on)}"
        return f"Thông báo số {issued} (kết luận {number})"
    day = f" ngày {dates.in_figures(held_on)}" if held_on else ""
    return f"Kết luận {number}, {conference}{day}"
