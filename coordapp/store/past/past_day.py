"""How tasks stood when a past day ended: the one place of these rules.

What was typed in by then comes from the change log; what was typed in later but happened by then
(a report of the 10th entered on the 20th) comes from the dates of reports and extensions. Rows
are as lean as counting 100,000 tasks within a second asks for.
"""

import json
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from coordapp.domain.tasks.task import WorkState
from coordapp.store.file.opening import Reader

_DONE, _NOT_STARTED = WorkState.DONE.value, WorkState.NOT_STARTED.value
_DRAFT = WorkState.DRAFT.value
_OF_LEAD = (
    "(r.unit_id is null or r.unit_id = (select t.lead_unit_id from task t where t.id = r.task_id))"
)
_NOTHING = (0, "", "")  # its day is before that of every report


class StoredTask(NamedTuple):
    """A task as stored; dates are texts, which compare as dates do."""

    id: int
    work_state: str
    original_due: str | None
    due: str | None
    assigned_on: str | None
    finished_on: str | None
    parent_id: int | None
    lead_unit_id: int | None
    conclusion_id: int | None
    origin: str


StoredRow = tuple[
    int, str, str | None, str | None, str | None, str | None, int | None, int | None, int | None, str
]  # fmt: skip


class PastDay:
    """What is known of the tasks at the end of a day.

    `logged` are the tasks changed later, as the log has them then; `late` the last report of each
    of these that happened by the day but was typed in later; `told` the last report by the day of
    each task that was told or finished after it, None where nothing had been told yet; `settled`
    the tasks of which the log knows that they were in the file like this.
    """

    def __init__(self, connection: Reader, day: date) -> None:
        self._connection = connection
        self._then = day.isoformat()
        self.logged = _logged_then(connection, day)
        self._known = {task_id: _from_log(row) for task_id, row in self.logged.items()}
        self.late = _entered_late(connection, self._then, self._known)
        self.told = _told_later(connection, self._then)
        self._extended = _extended_later(connection, self._then)
        self._moved = [*self._known, *self.told, *self._extended]
        # the log knows better what was there and was not changed since
        needed = self.told or self._extended
        self.settled = _typed_in_by(connection, day) if needed else set()

    def tasks(self) -> Iterator[StoredTask]:
        """Give every task that may have been there as it stood; those deleted since stay out."""
        return map(StoredTask._make, self.rows())

    def rows(self) -> Iterator[StoredRow]:
        """Give the same as plain tuples: a record of each of 100,000 tasks takes as long again."""
        yield from self.unmoved(", ".join(StoredTask._fields))
        yield from self.moved()

    def unmoved(
        self, columns: str, rest: str = "", *, but_for: Collection[int] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Read columns of the tasks of which nothing is known but what is stored.

        `rest` ends the query: a further condition, or what they are put together by.
        """
        return self._connection.execute(
            f"select {columns} from task where (assigned_on is null or assigned_on <= ?) "
            f"and id not in (select value from json_each(?)) {rest}",
            (self._then, json.dumps([*self._moved, *but_for])),
        )

    def moved(self) -> Iterator[StoredTask]:
        """Give the others as they stood: of these the log, a report or an extension tells."""
        # only the log knows of a task given later that it had been given before
        stored = self._connection.execute(
            f"select {', '.join(StoredTask._fields)} from task "
            "where id in (select value from json_each(?)) and (assigned_on is null "
            "or assigned_on <= ? or id in (select value from json_each(?)))",
            (json.dumps(self._moved), self._then, json.dumps(list(self._known))),
        )
        return map(self._stood, map(StoredTask._make, stored))

    def _stood(self, row: StoredTask) -> StoredTask:
        if row.id in self._known:
            before = _given_then(self._known[row.id], row, self._then)
            return _moved(before, *self.late[row.id], self._then) if row.id in self.late else before
        if row.id in self.settled:
            return row
        now = row
        if row.id in self.told:
            last = self.told[row.id]
            if last is not None:
                now = _moved(row, *last, self._then)
            else:
                now = row._replace(work_state=_NOT_STARTED, finished_on=None)
        return now._replace(due=self._extended[row.id]) if row.id in self._extended else now


def _given_then(before: StoredTask, now: StoredTask, then: str) -> StoredTask:
    """Take a draft as given from the day of its notice, however late that was typed in."""
    if before.work_state != _DRAFT or before.assigned_on is not None or now.work_state == _DRAFT:
        return before
    if now.assigned_on is None or now.assigned_on > then:
        return before
    return before._replace(
        work_state=_NOT_STARTED,
        assigned_on=now.assigned_on,
        due=now.original_due,
        original_due=now.original_due,
    )


def _moved(row: StoredTask, state: str, happened_on: str, then: str) -> StoredTask:
    """Put a task where a report says it was."""
    finished: str | None = None
    if state == _DONE:
        finished = happened_on if row.finished_on is None else min(row.finished_on, then)
    # twice as quick as `_replace`
    return StoredTask(
        row.id, state, row.original_due, row.due, row.assigned_on, finished, row.parent_id,
        row.lead_unit_id, row.conclusion_id, row.origin,
    )  # fmt: skip


def _logged_then(connection: Reader, day: date) -> dict[int, dict[str, Any]]:
    """Read from the log how tasks changed later stood when the day ended."""
    tomorrow = _after(day)
    last = connection.execute("select at from change_log order by id desc limit 1").fetchone()
    if last is None or last[0] < tomorrow:
        return {}
    rows = connection.execute(
        "select before from change_log where id in ("
        "select min(id) from change_log where kind = 'task' and at >= ? group by record_id) "
        "and before is not null and before <> '{}'",  # purged since: it is gone now as well
        (tomorrow,),
    )
    return {row["id"]: row for row in (json.loads(text) for (text,) in rows)}


def _typed_in_by(connection: Reader, day: date) -> set[int]:
    """Give the tasks that were in the file when a day ended.

    One of them that the log does not know to be changed since still is what it was: a report
    typed in later that told nothing new says nothing of the day.
    """
    rows = connection.execute(
        "select record_id from change_log where kind = 'task' and before is null and at < ?",
        (_after(day),),
    )
    return {row[0] for row in rows}


def _after(day: date) -> str:
    """Give what every moment of the day sorts before and every later one after, as text."""
    # not the next day: the last day of the calendar has none
    return f"{day.isoformat()}T99"


def _from_log(before: dict[str, Any]) -> StoredTask:
    # a field that an earlier version did not know was empty then
    return StoredTask._make(before.get(name) for name in StoredTask._fields)


def _entered_late(
    connection: Reader, then: str, known: dict[int, StoredTask]
) -> dict[int, tuple[str, str]]:
    """Find for tasks of the log the last report that happened by the day but was typed in later."""
    if not known:
        return {}
    rows = connection.execute(
        "select task_id, unit_id, state, happened_on from progress_report "
        "where happened_on <= ? and substr(entered_at, 1, 10) > ? order by happened_on, id",
        (then, then),
    )
    return {
        task_id: (state, happened_on)
        for task_id, unit_id, state, happened_on in rows
        if task_id in known and unit_id in (None, known[task_id].lead_unit_id)
    }


def _told_later(connection: Reader, then: str) -> dict[int, tuple[str, str] | None]:
    """Give the last report by the day of each task that was told or finished after it.

    None stands for a task of which nothing had been told yet. Only reports of the unit that
    leads the task move it.
    """
    rows = connection.execute(
        f"select r.task_id from progress_report r where r.happened_on > ? and {_OF_LEAD} "
        "union all select id from task where finished_on > ?",
        (then, then),
    )
    last: dict[int, tuple[int, str, str]] = {row[0]: _NOTHING for row in rows}
    if not last:
        return {}
    past = connection.execute(
        "select r.task_id, r.happened_on, r.state from progress_report r "
        f"where r.happened_on <= ? and {_OF_LEAD} order by r.id",
        (then,),
    )
    # not sorted by SQLite: with 300,000 reports that takes as long as all the rest
    for told in past:
        known = last.get(told[0])
        # of two on one day the one typed in later
        if known is not None and told[1] >= known[1]:
            last[told[0]] = told
    return {task_id: (told[2], told[1]) if told[2] else None for task_id, told in last.items()}


def _extended_later(connection: Reader, then: str) -> dict[int, str | None]:
    """Give the deadline of tasks before the first extension approved after the day."""
    rows = connection.execute(
        "select task_id, old_due from extension "
        "where approved_on > ? and ground = 'extension' order by id desc",
        (then,),
    )
    return dict(rows.fetchall())
