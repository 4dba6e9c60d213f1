"""The register at a cut-off, as lean as counting 100,000 tasks within a second asks for.

How each of them stood is told by `past_day`.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from coordapp.domain.calendar import dates
from coordapp.domain.documents.document import Document
from coordapp.domain.figures.status import (
    TOTAL,
    AlikeThen,
    Basis,
    Grouping,
    StatusGroup,
    StatusQuestion,
    TaskThen,
)
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.task import Origin, WorkState
from coordapp.domain.words.labels import ORIGIN
from coordapp.domain.words.task_lines import conclusion_source
from coordapp.store.file import stored
from coordapp.store.file.opening import Reader
from coordapp.store.past.past_day import PastDay, StoredRow, StoredTask
from coordapp.store.queries import document_queries

_LABEL = 80  # letters of a paper's name on screen
# what is the same for all of a group, though a group may have several
_ALIKE_BY = {
    Grouping.UNIT: "lead_unit_id",
    Grouping.CONFERENCE: "conclusion_id",
    Grouping.SOURCE: "conclusion_id",
}
_RELATIONS = 64  # of a task's dates to each other and to the days asked
_STANDING = "case work_state {} end".format(
    " ".join(f"when '{state.value}' then {n * _RELATIONS}" for n, state in enumerate(WorkState))
)
_STATES = stored.Members(WorkState)
_NO_UNIT = StatusGroup(key=0, label="Chưa giao đơn vị", name="Chưa giao đơn vị")
_NO_CONFERENCE = StatusGroup(key=0, label="Ngoài hội nghị", name="Ngoài hội nghị")
# tasks that no conclusion gave are told apart by their kind of origin, below every id
_ORIGIN_KEYS = {origin.value: -1 - place for place, origin in enumerate(Origin)}
_ORIGINS = tuple(
    StatusGroup(key=_ORIGIN_KEYS[origin.value], label=words, name=words)
    for origin, words in ORIGIN.items()
)


class _Days(dict[str | None, date | None]):
    """The dates of their texts: each is read once."""

    def __missing__(self, text: str | None) -> date | None:
        found = self[text] = stored.day_if_any(text)
        return found


def read(connection: Reader, day: date, grouping: Grouping) -> Iterator[TaskThen]:
    """Give every task as it stood when the day ended, one by one; parents of others are left out."""
    then, made = day.isoformat(), _Made(connection, grouping)
    rows = [row for row in PastDay(connection, day).rows() if row[4] is None or row[4] <= then]
    parents = {row[6] for row in rows}
    return (made.task(row) for row in rows if row[0] not in parents)


def read_alike(connection: Reader, asked: StatusQuestion) -> Iterator[AlikeThen]:
    """Give the same, those told at once that stand alike in the eyes of the question."""
    then, past = asked.day.isoformat(), PastDay(connection, asked.day)
    made = _Made(connection, asked.grouping)
    moved = [row for row in past.moved() if row.assigned_on is None or row.assigned_on <= then]
    # not `is not null`: only a range is looked up in the index
    parents = {row[0] for row in past.unmoved("distinct parent_id", "and parent_id > 0")}
    parents.update(row.parent_id for row in moved if row.parent_id is not None)
    stood: defaultdict[tuple[object, ...], list[StoredTask]] = defaultdict(list)
    for row in moved:
        if row.id not in parents:
            stood[made.group(row), row[1:6]].append(row)
    for rows in stood.values():
        yield AlikeThen(made.task(rows[0]), [TaskId(row.id) for row in rows])
    alike = dict(_alike(past, parents, asked))
    stored_rows = connection.execute(
        f"select {', '.join(StoredTask._fields)} from task "
        "where id in (select value from json_each(?))",
        (json.dumps(list(alike)),),
    )
    for row in stored_rows:
        yield AlikeThen(made.task(row), alike[row[0]])


def _alike(
    past: PastDay, parents: Collection[int], asked: StatusQuestion
) -> Iterator[tuple[TaskId, list[TaskId]]]:
    """Put tasks that stand as they are stored beside the one of them that is late the longest.

    Alike are those of one group and state whose dates lie to each other and to the days asked in
    the same way: what that says is for the figures to tell, and only once. SQLite puts them
    together, and by one number: handing each of 100,000 rows over takes as long as all the rest.
    """
    due = "due" if asked.basis is Basis.EXTENDED else "ifnull(original_due, due)"
    since = "''" if asked.since is None else f"'{asked.since.isoformat()}'"
    day = f"'{asked.day.isoformat()}'"
    done = f"work_state = '{WorkState.DONE.value}'"
    said = (
        f"ifnull({_ALIKE_BY[asked.grouping]}, 0) * {_RELATIONS * len(WorkState)} + {_STANDING} "
        f"+ ({due} is null) + 2 * ({due} < {day} is true) + 4 * ({due} > {day} is true) "
        f"+ 8 * (finished_on is null) + 16 * (finished_on > {due} is true) "
        f"+ 32 * (ifnull(finished_on, {due}) < {since} is true)"
    )
    delay = f"iif({done}, julianday(finished_on), julianday({day})) - julianday({due})"
    late = f"iif(iif({done}, finished_on, {day}) > {due}, {delay}, null)"
    by = said
    if asked.grouping is Grouping.SOURCE:
        by += ", iif(conclusion_id is null, origin || ' ' || quoted, null)"
    # `id` is that of the row with the maximum
    found = past.unmoved(
        f"id, max({late}), json_group_array(id)", f"group by {by}", but_for=parents
    )
    return ((one, json.loads(ids)) for one, _, ids in found)


class _Made:
    """Makes of a stored row what figures need, each date read once."""

    def __init__(self, connection: Reader, grouping: Grouping) -> None:
        self._group = _grouping(connection, grouping)
        self._days = _Days()

    def group(self, row: StoredRow) -> int:
        """Give the key of the group a task stands in."""
        return self._group(row[0], row[7] or 0, row[8], row[9])

    def task(self, row: StoredRow) -> TaskThen:
        """Give a task as it stood, with its group."""
        task_id, state, original_due, due, _, finished, _, lead, _, _ = row
        return TaskThen(
            TaskId(task_id),
            self.group(row),
            _STATES[state],
            self._days[original_due],
            self._days[due],
            self._days[finished],
            lead or 0,
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
    notices = document_queries.issued_notices(connection)
    return [*(_conclusion(notices, *row) for row in found), *papers, *_ORIGINS]


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


def _conclusion(
    notices: Mapping[str, Document],
    key: int,
    number: int,
    code: str,
    title: str,
    held_on: str | None,
) -> StatusGroup:
    name = conclusion_source(number, title, stored.day_if_any(held_on), notices.get(code))
    return StatusGroup(key=key, label=f"Kết luận {number} · {code}", name=name)


def _day(held_on: str | None) -> str:
    return "" if held_on is None else f" ngày {dates.in_figures(stored.day(held_on))}"


def _grouping(connection: Reader, grouping: Grouping) -> Callable[[int, int, int | None, str], int]:
    """Give what tells the group of a task by its id, lead, conclusion and origin."""
    if grouping is Grouping.UNIT:
        return lambda _task, lead, _conclusion, _origin: lead
    if grouping is Grouping.SOURCE:
        keys = _papers(connection)
        quoted = connection.execute(
            "select id, quoted from task where conclusion_id is null and quoted <> ''"
        )
        named = {task_id: keys[text] for task_id, text in quoted}
        return lambda task, _lead, conclusion, origin: (
            conclusion or named.get(task) or _ORIGIN_KEYS[origin]
        )
    held = dict(connection.execute("select id, conference_id from conclusion").fetchall())
    return lambda _task, _lead, conclusion, _origin: held.get(conclusion, 0)
