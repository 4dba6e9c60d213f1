"""The register at a cut-off, as lean as counting 100,000 tasks within a second asks for.

The rules are those of `as_of`, which tests compare this with: what was typed in by the day comes
from the change log, what only happened by then from the dates of reports and extensions.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from coordapp.domain.calendar import dates
from coordapp.domain.figures.status import TOTAL, Grouping, StatusGroup, TaskThen
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.task import Origin, WorkState
from coordapp.domain.words.labels import ORIGIN
from coordapp.store.file.opening import Reader
from coordapp.store.queries.replay import after, typed_in_by

_LABEL = 80  # letters of a paper's name on screen
_STATES = {state.value: state for state in WorkState}
_DONE, _NOT_STARTED = WorkState.DONE.value, WorkState.NOT_STARTED.value
_DRAFT = WorkState.DRAFT.value
_NO_UNIT = StatusGroup(key=0, label="Chưa giao đơn vị", name="Chưa giao đơn vị")
_NO_CONFERENCE = StatusGroup(key=0, label="Ngoài hội nghị", name="Ngoài hội nghị")
# tasks that no conclusion gave are told apart by their kind of origin, below every id
_ORIGIN_KEYS = {origin.value: -1 - place for place, origin in enumerate(Origin)}
_ORIGINS = tuple(
    StatusGroup(key=_ORIGIN_KEYS[origin.value], label=words, name=words)
    for origin, words in ORIGIN.items()
)

_OF_LEAD = (
    "(r.unit_id is null or r.unit_id = (select t.lead_unit_id from task t where t.id = r.task_id))"
)
_NOTHING = (0, "", "")  # its day is before that of every report


class _Stored(NamedTuple):
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


class _Days(dict[str | None, date | None]):
    """The dates of their texts: each is read once."""

    def __missing__(self, text: str | None) -> date | None:
        found = self[text] = None if text is None else date.fromisoformat(text)
        return found


def read(connection: Reader, day: date, grouping: Grouping) -> Iterator[TaskThen]:
    """Give every task as it stood when the day ended, one by one; parents of others are left out."""
    then = day.isoformat()
    group = _grouping(connection, grouping)
    rows = [
        row
        for row in _replayed(connection, day)
        if row.assigned_on is None or row.assigned_on <= then
    ]
    parents = {row.parent_id for row in rows}
    days = _Days()
    for row in rows:
        if row.id not in parents:
            yield TaskThen(
                TaskId(row.id),
                group(row),
                _STATES[row.work_state],
                days[row.original_due],
                days[row.due],
                days[row.finished_on],
                row.lead_unit_id or 0,
            )


def groups(connection: Reader, grouping: Grouping) -> list[StatusGroup]:
    """Read what rows may stand for, in the order tables have them; what has none comes last."""
    if grouping is Grouping.UNIT:
        found = connection.execute("select id, short_name, name from unit order by position, id")
        return [*(StatusGroup(key=row[0], label=row[1], name=row[2]) for row in found), _NO_UNIT]
    if grouping is Grouping.CONFERENCE:
        found = connection.execute(
            "select id, code, title, held_on from conference "
            "order by coalesce(held_on, '9999') desc, code desc"
        )
        return [*(_conference(*row) for row in found), _NO_CONFERENCE]
    found = connection.execute(
        "select k.id, k.number, c.code, c.title, c.held_on from conclusion k "
        "join conference c on c.id = k.conference_id "
        "order by coalesce(c.held_on, '9999') desc, c.code desc, k.number, k.id"
    )
    papers = (
        StatusGroup(key=key, label=one_line(text)[:_LABEL], name=one_line(text))
        for text, key in _papers(connection).items()
    )
    return [*(_conclusion(*row) for row in found), *papers, *_ORIGINS]


def _papers(connection: Reader) -> dict[str, int]:
    """Give a number to each paper that tasks name in words, for no conclusion gave them."""
    rows = connection.execute(
        "select quoted from task where conclusion_id is null and quoted <> '' "
        "group by quoted order by min(id)"
    )
    return {row[0]: TOTAL - place for place, row in enumerate(rows, start=1)}


class Words(NamedTuple):
    """What a list says of a task beside its figures."""

    code: str
    title: str
    source: str
    result: str = ""
    difficulty: str = ""


def words(connection: Reader, day: date, ids: list[TaskId]) -> dict[int, Words]:
    """Read code, title and source of tasks, and the last result and difficulty told by the day."""
    wanted = json.dumps(ids)
    sources = {group.key: group.name for group in groups(connection, Grouping.SOURCE)}
    found = {
        row[0]: Words(row[1], row[2], sources.get(row[3], row[5]) or sources[_ORIGIN_KEYS[row[4]]])
        for row in connection.execute(
            "select id, code, title, conclusion_id, origin, quoted from task "
            "where id in (select value from json_each(?))",
            (wanted,),
        )
    }
    told = connection.execute(
        "select task_id, result, difficulty from progress_report "
        "where happened_on <= ? and task_id in (select value from json_each(?)) "
        "order by happened_on, id",
        (day.isoformat(), wanted),
    )
    for task_id, result, difficulty in told:
        known = found[task_id]
        found[task_id] = known._replace(
            result=result or known.result, difficulty=difficulty or known.difficulty
        )
    return found


def _conference(key: int, code: str, title: str, held_on: str | None) -> StatusGroup:
    return StatusGroup(key=key, label=f"{code} · {title}", name=f"{title}{_day(held_on)}")


def _conclusion(key: int, number: int, code: str, title: str, held_on: str | None) -> StatusGroup:
    name = f"Kết luận {number}, {title}{_day(held_on)}"
    return StatusGroup(key=key, label=f"Kết luận {number} · {code}", name=name)


def _day(held_on: str | None) -> str:
    return "" if held_on is None else f" ngày {dates.short(date.fromisoformat(held_on))}"


def _grouping(connection: Reader, grouping: Grouping) -> Callable[[_Stored], int]:
    if grouping is Grouping.UNIT:
        return lambda row: row.lead_unit_id or 0
    if grouping is Grouping.SOURCE:
        keys = _papers(connection)
        quoted = connection.execute(
            "select id, quoted from task where conclusion_id is null and quoted <> ''"
        )
        named = {task_id: keys[text] for task_id, text in quoted}
        return lambda row: row.conclusion_id or named.get(row.id) or _ORIGIN_KEYS[row.origin]
    held = dict(connection.execute("select id, conference_id from conclusion").fetchall())
    return lambda row: held.get(row.conclusion_id, 0)


# --- how it stood


def _replayed(connection: Reader, day: date) -> Iterator[_Stored]:
    known = _known_then(connection, day)
    late = _entered_late(connection, day, known)
    told, extended = _told_later(connection, day), _extended_later(connection, day)
    # the log knows better what was there and was not changed since
    settled = typed_in_by(connection, day) if told or extended else set()
    then = day.isoformat()
    # only the log knows of a task given later that it had been given before
    given = connection.execute(
        f"select {', '.join(_Stored._fields)} from task where assigned_on is null "
        "or assigned_on <= ? or id in (select value from json_each(?))",
        (then, json.dumps(list(known))),
    )
    if not (known or told or extended):
        yield from map(_Stored._make, given)
        return
    for row in map(_Stored._make, given):
        if row.id in known:
            before = _given_then(known[row.id], row, then)
            yield _moved(before, *late[row.id], then) if row.id in late else before
            continue
        if row.id in settled:
            yield row
            continue
        now = row
        if row.id in told:
            last = told[row.id]
            if last is not None:
                now = _moved(row, *last, then)
            else:
                now = row._replace(work_state=_NOT_STARTED, finished_on=None)
        yield now._replace(due=extended[row.id]) if row.id in extended else now


def _given_then(before: _Stored, now: _Stored, then: str) -> _Stored:
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


def _moved(row: _Stored, state: str, happened_on: str, then: str) -> _Stored:
    """Put a task where a report says it was."""
    finished: str | None = None
    if state == _DONE:
        finished = happened_on if row.finished_on is None else min(row.finished_on, then)
    # twice as quick as `_replace`
    return _Stored(
        row.id, state, row.original_due, row.due, row.assigned_on, finished, row.parent_id,
        row.lead_unit_id, row.conclusion_id, row.origin,
    )  # fmt: skip


def _known_then(connection: Reader, day: date) -> dict[int, _Stored]:
    """Read from the log how tasks changed later stood when the day ended."""
    tomorrow = after(day)
    last = connection.execute("select at from change_log order by id desc limit 1").fetchone()
    if last is None or last[0] < tomorrow:
        return {}
    rows = connection.execute(
        "select before from change_log where id in ("
        "select min(id) from change_log where kind = 'task' and at >= ? group by record_id) "
        "and before is not null",
        (tomorrow,),
    )
    return {stored.id: stored for stored in (_from_log(json.loads(text)) for (text,) in rows)}


def _from_log(before: dict[str, Any]) -> _Stored:
    # a field that an earlier version did not know was empty then
    return _Stored._make(before.get(name) for name in _Stored._fields)


def _entered_late(
    connection: Reader, day: date, known: dict[int, _Stored]
) -> dict[int, tuple[str, str]]:
    """Find for tasks of the log the last report that happened by the day but was typed in later."""
    if not known:
        return {}
    then = day.isoformat()
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


def _told_later(connection: Reader, day: date) -> dict[int, tuple[str, str] | None]:
    """Give the last report by the day of each task that was told or finished after it.

    None stands for a task of which nothing had been told yet. Only reports of the unit that
    leads the task move it.
    """
    then = day.isoformat()
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


def _extended_later(connection: Reader, day: date) -> dict[int, str | None]:
    """Give the deadline of tasks before the first extension approved after the day."""
    rows = connection.execute(
        "select task_id, old_due from extension where approved_on > ? order by id desc",
        (day.isoformat(),),
    )
    return dict(rows.fetchall())
