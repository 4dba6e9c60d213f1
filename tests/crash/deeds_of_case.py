"""Deeds on the rest of the case: programmes, directives, indicators, models; and on the trash."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from coordapp.domain.kernel.changes import Op
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions, planning
from coordapp.services.file import backups
from coordapp.services.records import purging
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file import backup
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS, UNITS
from coordapp.store.past import trash_queries
from tests.build import a_conclusion, a_conference, a_task, fan_out
from tests.services.case_actions import CASE_ACTIONS, CaseOffice, open_case

Tell = Callable[[str], None]
SHARED = 3  # tasks of a conclusion that two units lead: one above theirs
THROWN_AWAY = 12
WORD = "Bưởi da xanh"
# one action that writes many records goes first: a step-wise run ends after it
ORDER = sorted(CASE_ACTIONS, key=lambda op: (op is not Op.PASTE_INDICATOR_VALUES, op.value))


@cache
def case() -> tuple[bytes, CaseOffice]:
    """Give the sample with one of every record of the case, and what these are."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mau.db"
        write_sample(path)
        with closing(Store.open(path)) as store:
            units = UNITS.where(store.connection, "1 order by id")
            task = TASKS.where(store.connection, "1 order by id")[0]
            conclusion = CONCLUSIONS.where(store.connection, "1 order by id")[0]
            office = open_case(store, (units[0].id, units[1].id), task.id, conclusion)
        return path.read_bytes(), office


def act(path: Path, tell: Tell) -> None:
    """Do every action of the case and take it back, again and again; tell each step of the log."""
    with closing(Store.open(path)) as store:
        office = replace(case()[1], store=store)
        for op in _ever():
            CASE_ACTIONS[op](office)
            tell(_last(store))
            store.undo()
            tell(_last(store))


def check_acted(store: Store, told: list[str]) -> None:
    """Compare the end of the log with what was told: all of it, and at most one step more."""
    if told:
        assert int(_newest(store)) - int(told[-1]) in (0, 1), (_newest(store), told[-1])


def conclude(path: Path, tell: Tell) -> None:
    """Hold a conference: its participants, a conclusion, the tasks of it, and its end."""
    with closing(Store.open(path)) as store:
        held = conference_actions.add(store, a_conference(code="", title=WORD), SAMPLE_DAY)
        planning.take_members(store, held.id, SAMPLE_DAY)
        made = conclusion_actions.add(store, a_conclusion(conference_id=held.id, text=WORD))
        units = [unit.id for unit in UNITS.where(store.connection, "1 order by id")[:2]]
        assignment_actions.assign(store, fan_out([made.id], units), SAMPLE_DAY)
        conference_actions.close_at(store, held.id, "11:30")
        tell("concluded")


def check_concluded(store: Store, told: list[str]) -> None:
    """Look how far the conference came: each step rests on the one before, and is whole."""
    held = CONFERENCES.where(store.connection, "title = ?", (WORD,))
    made = CONCLUSIONS.where(store.connection, "text = ?", (WORD,))
    given = [one for one in TASKS.where(store.connection) if one.title == WORD]
    assert len(held) >= len(made)
    assert len(given) in ((0, SHARED) if made else (0,)), given
    assert not told or (given and held[0].end_time == "11:30")


@cache
def thrown_away() -> bytes:
    """Give the sample with tasks in its trash, each of which says the same word."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mau.db"
        write_sample(path)
        with closing(Store.open(path, now=_moment)) as store:
            for _ in range(THROWN_AWAY):
                draft = TaskDraft(task=a_task(title=WORD, code=""))
                task_actions.delete(store, [task_actions.add(store, draft, SAMPLE_DAY).id])
        return path.read_bytes()


def purge_on(path: Path, tell: Tell) -> None:
    """Empty the trash one by one."""
    with closing(Store.open(path, now=_moment)) as store:
        for one in _in_trash(store):
            purging.purge(store, [one])
            tell(str(one.record_id))


def check_purged(path: Path, store: Store, told: list[str]) -> None:
    """Look for what was purged: gone with its words; the rest is whole; each copy too."""
    left = {str(one.record_id) for one in _in_trash(store)}
    assert not left & set(told)
    assert THROWN_AWAY - len(left) - len(told) in (0, 1), (left, told)
    words = store.connection.execute(
        "select count(distinct record_id) from change_log where kind = 'task' "
        "and coalesce(after, before) like ?",
        (f"%{WORD}%",),
    ).fetchone()[0]
    assert words == len(left)
    for held in backups.listed(path):
        if held.copy.verified:
            backup.examine(held.path)


def _in_trash(store: Store) -> list[trash_queries.TrashedRecord]:
    return trash_queries.deleted_by(store.connection, SAMPLE_DAY)


def _ever() -> Iterator[Op]:
    return cycle(ORDER)


def _moment() -> datetime:
    return datetime.combine(SAMPLE_DAY, datetime.min.time())


def _last(store: Store) -> str:
    assert store.last_action is not None
    return str(store.last_action.op_id)


def _newest(store: Store) -> int:
    row = store.connection.execute("select max(op_id) from change_log").fetchone()
    return int(row[0])
