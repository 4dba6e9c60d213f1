"""One task in one line: what a list beside another record says of it."""

from datetime import date

from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.labels import days_left


def task_line(row: TaskRow, today: date) -> str:
    """Give code, unit and how far the task is."""
    done = row.task.work_state is WorkState.DONE
    state = "đã hoàn thành" if done else days_left(row.task, row.deadline, today).lower()
    share = "" if done or row.task.percent is None else f"{row.task.percent}\N{NO-BREAK SPACE}%"
    return " · ".join(filter(None, (row.task.code, row.lead_name, state, share)))
