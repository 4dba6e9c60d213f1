"""What the reminders of a day are chosen from."""

from datetime import date, timedelta

from coordapp.domain.tasks.reminder import FIRST, Reminder, in_order, reason_for
from coordapp.domain.tasks.task import WorkState
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import day_off_queries


def read(connection: Reader, today: date) -> list[Reminder]:
    """Read the tasks to be reminded of on a day, the most pressing first.

    Parents are left out, for each of their children is there.
    """
    calendar = day_off_queries.calendar(connection)
    # the rules look at most this far ahead; a register of years must not be read for it
    last = today + timedelta(min(FIRST, (date.max - today).days))
    rows = connection.execute(
        f"select {TASKS.selected('t')}, coalesce(u.short_name, '') from task t "
        "left join unit u on u.id = t.lead_unit_id "
        "where (t.work_state = ? or (t.work_state in (?, ?) and t.due <= ?)) "
        "and not exists (select 1 from task child where child.parent_id = t.id)",
        (
            WorkState.AWAITING_CONFIRMATION.value,
            WorkState.NOT_STARTED.value,
            WorkState.IN_PROGRESS.value,
            last.isoformat(),
        ),
    )
    found = []
    for row in rows:
        task = TASKS.from_row(row[:-1])
        reason = reason_for(task, today, calendar)
        if reason is not None:
            found.append(Reminder(task=task, lead_name=row[-1], reason=reason))
    return in_order(found)
