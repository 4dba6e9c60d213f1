"""Queries over the register."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.register_view import RegisterView
from coordapp.domain.tasks.task import (
    Coordination,
    Extension,
    ProgressReport,
    Task,
    WorkState,
    deadline_state,
    is_counted,
    worst,
)
from coordapp.store.file import search, stored
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import (
    COORDINATIONS,
    EXTENSIONS,
    PROGRESS_REPORTS,
    REGISTER_VIEWS,
    TASKS,
)
from coordapp.store.queries.committee_queries import due_soon_days

_FEW = 1000
_ROWS = f"select {TASKS.selected('t')} from task t"


def find(connection: Reader, query: TaskQuery, today: date) -> list[TaskRow]:
    """Find the tasks of a filter, states computed for `today`, in the order of their codes."""
    condition, values = _condition(query)
    rows = connection.execute(f"{_ROWS} where {condition} order by t.code", values).fetchall()
    if query.text:
        wanted = ids_by_text(connection, query.text)
        rows = [row for row in rows if row[0] in wanted]
    found = _rows(connection, [TASKS.from_row(row) for row in rows], today)
    if query.deadline_states:
        found = [row for row in found if row.deadline in query.deadline_states]
    if query.work_states:
        found = [row for row in found if row.task.work_state in query.work_states]
    if query.due_today:
        found = [row for row in found if row.task.due == today]
    return found


def any_there(connection: Reader) -> bool:
    """Tell whether there is any task at all."""
    return connection.execute("select 1 from task limit 1").fetchone() is not None


def get_row(connection: Reader, task_id: TaskId, today: date) -> TaskRow | None:
    """Read one task as lists show it; None when it is gone."""
    task = TASKS.find(connection, task_id)
    if task is None:
        return None
    return _rows(connection, [task], today)[0]


def rows_of(connection: Reader, ids: Sequence[TaskId], today: date) -> tuple[TaskRow, ...]:
    """Read tasks as lists show them, in the order of their ids here."""
    found = TASKS.where(connection, "id in (select value from json_each(?))", (json.dumps(ids),))
    rows = {row.id: row for row in _rows(connection, found, today)}
    return tuple(rows[task_id] for task_id in ids if task_id in rows)


def row_by_code(connection: Reader, code: str, today: date) -> TaskRow | None:
    """Read the task of a code as lists show it; None if there is none."""
    found = TASKS.where(connection, "code = ?", (code,))
    return _rows(connection, found, today)[0] if found else None


def by_code(connection: Reader, code: str) -> Task | None:
    """Read the task of a code; None if there is none."""
    found = TASKS.where(connection, "code = ?", (code,))
    return found[0] if found else None


def touched(connection: Reader, changes: Changes) -> set[TaskId] | None:
    """Name the tasks whose rows an action changed, their parents too; None when it may be any."""
    if changes.op is None or not changes.touched.keys() <= {Kind.TASK, Kind.ATTACHMENT, *_PARTS}:
        return None
    found: set[int] = set(changes.touched.get(Kind.TASK, ()))
    # the log also knows the owner of what is gone
    for kind in _PARTS:
        for record_id in changes.touched.get(kind, ()):
            found |= {row["task_id"] for row in _last_logged(connection, kind, record_id)}
    for task_id in tuple(found):
        logged = _last_logged(connection, Kind.TASK, task_id)
        found |= {row["parent_id"] for row in logged if row["parent_id"] is not None}
    return {TaskId(task_id) for task_id in found}


def _last_logged(connection: Reader, kind: Kind, record_id: int) -> list[dict[str, Any]]:
    """Give a record before and after its last change; what was not there is left out."""
    row = connection.execute(
        "select before, after from change_log where kind = ? and record_id = ? "
        "order by id desc limit 1",
        (kind.value, record_id),
    ).fetchone()
    held = (json.loads(text) for text in row or () if text is not None)
    return [row for row in held if "id" in row]  # of one that was purged nothing is known


_PARTS = (Kind.COORDINATION, Kind.PROGRESS_REPORT, Kind.EXTENSION)


def children(connection: Reader, task_id: TaskId) -> list[Task]:
    """Read the tasks below a parent."""
    return TASKS.where(connection, "parent_id = ? order by code", (task_id,))


def of_period(connection: Reader, parent_id: TaskId, end: date, *, besides: int) -> Task | None:
    """Find another child of a periodic task for the period that ends that day."""
    values = (parent_id, end.isoformat(), besides)
    found = TASKS.where(connection, "parent_id = ? and original_due = ? and id <> ?", values)
    return found[0] if found else None


def with_children(connection: Reader) -> set[TaskId]:
    """Name the tasks that gather others."""
    rows = connection.execute("select distinct parent_id from task where parent_id is not null")
    return {TaskId(row[0]) for row in rows}


def of_conclusion(connection: Reader, conclusion_id: int) -> list[Task]:
    """Read the tasks a conclusion gave."""
    return TASKS.where(connection, "conclusion_id = ? order by code", (conclusion_id,))


def given_to_units(connection: Reader, conference_id: int | None = None) -> list[Task]:
    """Find the tasks that conclusions gave, of one conference or of all, without their parents."""
    concluded = "select id from conclusion"
    owner = "" if conference_id is None else f" where conference_id = {int(conference_id)}"
    rows = connection.execute(
        f"{_ROWS} where t.conclusion_id in ({concluded}{owner}) "
        "and not exists (select 1 from task child where child.parent_id = t.id) order by t.code"
    ).fetchall()
    return [TASKS.from_row(row) for row in rows]


def of_conference(connection: Reader, conference_id: int) -> list[Task]:
    """Read the tasks that the conclusions of a conference gave."""
    return TASKS.where(
        connection,
        "conclusion_id in (select id from conclusion where conference_id = ?) order by code",
        (conference_id,),
    )


def coordinations_of_conference(connection: Reader, conference_id: int) -> list[Coordination]:
    """Read the coordinating units of those tasks, in the order of protocol."""
    return COORDINATIONS.where(
        connection,
        "task_id in (select t.id from task t join conclusion k on k.id = t.conclusion_id "
        "where k.conference_id = ?) "
        "order by (select u.position from unit u where u.id = unit_id), id",
        (conference_id,),
    )


def coordinations(connection: Reader, task_id: TaskId) -> list[Coordination]:
    """Read the coordinating units of a task."""
    return COORDINATIONS.where(connection, "task_id = ? order by id", (task_id,))


def newest_first(connection: Reader) -> list[Task]:
    """Read every task, the latest code first."""
    return TASKS.where(connection, "1 order by code desc")


def all_coordinations(connection: Reader) -> list[Coordination]:
    """Read the coordinating units of every task."""
    return COORDINATIONS.where(connection, "1 order by id")


def reports(connection: Reader, task_id: TaskId) -> list[ProgressReport]:
    """Read the progress reports of a task, newest first."""
    return PROGRESS_REPORTS.where(
        connection, "task_id = ? order by happened_on desc, id desc", (task_id,)
    )


def extensions(connection: Reader, task_id: TaskId) -> list[Extension]:
    """Read the extensions of a task, newest first."""
    return EXTENSIONS.where(connection, "task_id = ? order by id desc", (task_id,))


def _condition(query: TaskQuery) -> tuple[str, tuple[str | int, ...]]:
    parts: list[str] = ["1"]
    values: list[str | int] = []
    if query.unit_id is not None:
        parts.append(
            "(t.lead_unit_id = ? or t.id in (select task_id from coordination where unit_id = ?))"
        )
        values += [query.unit_id, query.unit_id]
    if query.conference_id is not None:
        parts.append("t.conclusion_id in (select id from conclusion where conference_id = ?)")
        values.append(query.conference_id)
    if query.year is not None:
        parts.append("substr(coalesce(t.assigned_on, t.due), 1, 4) = ?")
        values.append(f"{query.year:04d}")
    if query.without_parents:
        parts.append("not exists (select 1 from task child where child.parent_id = t.id)")
    if query.only_parents:
        parts.append("exists (select 1 from task child where child.parent_id = t.id)")
    return " and ".join(parts), tuple(values)


def ids_by_text(connection: Reader, text: str) -> set[int]:
    """Find tasks by their own text, their reports, units, conclusion or conference."""
    hits = search.ids_by_kind(connection, text)
    found = set(hits.get(Kind.TASK, ()))
    for kind, sql in _RELATED.items():
        ids = hits.get(kind, [])
        for chunk in (ids[start : start + 500] for start in range(0, len(ids), 500)):
            marks = ", ".join("?" * len(chunk))
            found.update(row[0] for row in connection.execute(sql.format(marks=marks), chunk))
    return found


_RELATED = {
    Kind.PROGRESS_REPORT: "select task_id from progress_report where id in ({marks})",
    Kind.EXTENSION: "select task_id from extension where id in ({marks})",
    Kind.COORDINATION: "select task_id from coordination where id in ({marks})",
    Kind.ATTACHMENT: "select coalesce(p.task_id, a.record_id) from attachment a "
    "left join progress_report p on a.kind = 'progress_report' and p.id = a.record_id "
    "where a.kind in ('task', 'progress_report') and a.id in ({marks})",
    Kind.UNIT: "select id from task where lead_unit_id in ({marks})",
    Kind.CONCLUSION: "select id from task where conclusion_id in ({marks})",
    Kind.CONFERENCE: "select t.id from task t join conclusion k on k.id = t.conclusion_id "
    "where k.conference_id in ({marks})",
}


def _rows(connection: Reader, found: list[Task], today: date) -> list[TaskRow]:
    soon = due_soon_days(connection)
    # a few tasks read what they show alone: the parts of ten thousand others take far longer
    extra = _Joined(connection, found if len(found) <= _FEW else None)
    return [_row(task, today, soon, extra) for task in found]


class _Joined:
    """What rows show from other tables, read once for all tasks or for those of `only`."""

    def __init__(self, connection: Reader, only: list[Task] | None = None) -> None:
        ids = None if only is None else [task.id for task in only]
        whose = _among("c.task_id", ids)
        self.coordinating: dict[int, list[str]] = defaultdict(list)
        for owner, name in connection.execute(
            "select c.task_id, u.short_name from coordination c join unit u on u.id = c.unit_id "
            f"where {whose} order by u.position"
        ):
            self.coordinating[owner].append(name)
        self.latest: dict[int, tuple[str, str]] = {}
        for owner, result, difficulty in connection.execute(
            "select c.task_id, c.result, c.difficulty from progress_report c "
            f"where {whose} order by c.happened_on, c.id"
        ):
            self.latest[owner] = (result, difficulty)
        below = _among("parent_id", ids)
        self.children: dict[int, list[Task]] = defaultdict(list)
        for child in TASKS.where(connection, f"parent_id is not null and {below}"):
            self.children[child.parent_id or 0].append(child)
        parents = None if only is None else [task.parent_id or 0 for task in only]
        above = _among("id", parents)
        self.parents: dict[int, tuple[str, str]] = {
            row[0]: (row[1], row[2])
            for row in connection.execute(
                f"select id, code, title from task where {above} "
                "and id in (select parent_id from task where parent_id is not null)"
            )
        }
        # a few dozen units and a few hundred conclusions: cheaper looked up than joined
        self.units: dict[int, tuple[str, str]] = {
            row[0]: (row[1], row[2])
            for row in connection.execute("select id, short_name, name from unit")
        }
        self.conclusions: dict[int, tuple[str, str, date | None, int]] = {
            row[0]: (row[1], row[2], stored.day_if_any(row[3]), row[4])
            for row in connection.execute(
                "select k.id, c.code, c.title, c.held_on, k.number from conclusion k "
                "join conference c on c.id = k.conference_id"
            )
        }


def _among(column: str, ids: Iterable[int] | None) -> str:
    """Word the condition that an id is one of these; without any to choose from all are meant."""
    return "1" if ids is None else f"{column} in ({', '.join(str(int(one)) for one in set(ids))})"


_NO_UNIT = ("", "")
_NO_CONCLUSION = ("", "", None, None)


def _row(task: Task, today: date, soon: int, extra: _Joined) -> TaskRow:
    lead, lead_full = extra.units.get(task.lead_unit_id or 0, _NO_UNIT)
    code, title, held_on, number = extra.conclusions.get(task.conclusion_id or 0, _NO_CONCLUSION)
    result, difficulty = extra.latest.get(task.id, ("", ""))
    parent_code, parent_title = extra.parents.get(task.parent_id or 0, ("", ""))
    row = TaskRow(
        task=task,
        deadline=deadline_state(task, today, soon),
        lead_name=lead,
        lead_full_name=lead_full,
        coordinating=tuple(extra.coordinating.get(task.id, ())),
        conference_code=code,
        conference_title=title,
        conference_date=held_on,
        conclusion_number=number,
        parent_code=parent_code,
        parent_title=parent_title,
        latest_result=result,
        latest_difficulty=difficulty,
    )
    below = extra.children.get(task.id)
    return row if below is None else rolled_up(row, below, today, soon)


def rolled_up(row: TaskRow, children: list[Task], today: date, soon: int) -> TaskRow:
    """Let a parent show how far its children are; drafts count only below a draft."""
    counted = children if not is_counted(row.task) else [c for c in children if is_counted(c)]
    return replace(
        row,
        deadline=worst(deadline_state(child, today, soon) for child in counted),
        children=len(counted) or len(children),
        children_done=sum(child.work_state is WorkState.DONE for child in counted),
        latest_due=max((child.due for child in counted if child.due), default=None),
    )


def register_views(connection: Reader) -> list[RegisterView]:
    """Read the saved views of the register in the order they were saved."""
    return REGISTER_VIEWS.where(connection, "1 order by id")
