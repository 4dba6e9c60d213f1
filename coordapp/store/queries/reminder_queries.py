"""What the reminders of a day are chosen from."""

from datetime import date

from coordapp.domain.calendar.due_soon import last_due_soon
from coordapp.domain.tasks.reminder import Reminder, in_order, reason_for
from coordapp.domain.tasks.task import WorkState, deadline_state
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import TASKS
from coordapp.store.queries.committee_queries import due_soon_days


def read(connection: Reader, today: date) -> list[Reminder]:
    """Read the tasks to be reminded of on a day, the most pressing first.

    Parents are left out, for each of their children is there.
    """
    soon = due_soon_days(connection)
    rows = connection.execute(
        f"select {TASKS.selected('t')}, coalesce(u.short_name, '') from task t "
        "left join unit u on u.id = t.lead_unit_id "
        "where (t.work_state = ? or (t.work_state in (?, ?) and t.due <= ?)) "
        "and not exists (select 1 from task child where child.parent_id = t.id)",
        (
            WorkState.AWAITING_CONFIRMATION.value,
            WorkState.NOT_STARTED.value,
            WorkState.IN_PROGRESS.value,
            # nothing later presses; a register of years must not be read for it
            last_due_soon(today, soon).isoformat(),
        ),
    )
    found = []
    for row in rows:
        task = TASKS.from_row(row[:-1])
        reason = reason_for(task, today, soon)
        if reason is not None:
            deadline = deadline_state(task, today, soon)
            found.append(Reminder(task=task, lead_name=row[-1], reason=reason, deadline=deadline))
    return in_order(found)
