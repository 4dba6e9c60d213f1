"""Units of work: one transaction, one log entry group, one notification."""

import getpass
import sqlite3
from collections.abc import Callable, Collection, Generator, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from coordapp.domain.kernel.changes import FINAL, FOUNDING, Changes, Kind, Op
from coordapp.domain.kernel.codes import CodeRun
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.store.file import log, opening, schema, search
from coordapp.store.file.errors import translated
from coordapp.store.file.links import owned
from coordapp.store.file.migrate import migrate
from coordapp.store.file.reader import look_into
from coordapp.store.file.restore import complete, ensure_owned, naming
from coordapp.store.file.table import Table
from coordapp.store.file.tables import ALL, ATTACHMENTS

R = TypeVar("R")

# milliseconds of waiting for another program: an action waits for a copy that is being made, a
# window that only reads is called frozen by Windows after five seconds
_LONG, _SHORT = 5000, 1500
_WHY_FINAL = {Op.SIGN_MINUTES: "signing_is_final", Op.PURGE: "purge_is_final"}


class Work:
    """The writes of one action; handed out by `Store.write` inside its transaction."""

    def __init__(self, connection: sqlite3.Connection, op: Op, at: datetime, who: str) -> None:
        self.connection = connection
        self.at = at
        self.op_id = log.next_op_id(connection)
        self._op = op
        self.who = who
        self._hash = log.last_hash(connection)
        self.touched: dict[Kind, set[int]] = {}

    def get(self, table: Table[R], record_id: int) -> R:
        """Read a record. Raises RuleViolation: record_gone."""
        return table.get(self.connection, record_id)

    def add(self, table: Table[R], record: R) -> R:
        """Insert a record; id 0 takes the next number, which the returned record carries.

        Raises RuleViolation: record_gone, when one that it speaks of is.
        """
        row = table.to_row(record)
        if not row["id"]:
            del row["id"]
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        with owned(self.connection, table, row):
            cursor = self.connection.execute(
                f"insert into {table.name} ({names}) values ({marks})", row
            )
        record_id = int(row.get("id") or cursor.lastrowid or 0)
        added = cast(R, replace(cast(Any, record), id=record_id))
        self._log(table, record_id, None, table.to_row(added))
        self._index(table, record_id, added)
        return table.get(self.connection, record_id)

    def put(self, table: Table[R], after: R, *, seen: R | None = None) -> bool:
        """Write a changed record; False when nothing differs.

        Raises RuleViolation: changed_meanwhile, when `seen` is not what the store holds;
        record_gone, when a record that it speaks of is.
        """
        record_id = cast(Any, after).id
        before = table.get(self.connection, record_id)
        if seen is not None and seen != before:
            raise RuleViolation("changed_meanwhile")
        old, new = table.to_row(before), table.to_row(after)
        if old == new:
            return False
        sets = ", ".join(f"{name} = :{name}" for name in new if new[name] != old[name])
        with owned(self.connection, table, new):
            self.connection.execute(f"update {table.name} set {sets} where id = :id", new)
        self._log(table, record_id, old, new)
        if table.search_text(before) != table.search_text(after):
            self._index(table, record_id, after)
        return True

    def drop(self, table: Table[R], record_id: int) -> None:
        """Delete a record with the files kept with it; the log remembers them."""
        before = table.get(self.connection, record_id)
        # no foreign key leads from a file to its holder, so nothing else would take it along
        for file in ATTACHMENTS.where(
            self.connection, "kind = ? and record_id = ?", (table.kind.value, record_id)
        ):
            self.drop(ATTACHMENTS, file.id)
        self.connection.execute(f"delete from {table.name} where id = ?", (record_id,))
        self._log(table, record_id, table.to_row(before), None)
        search.drop(self.connection, table.kind, record_id)

    def restore(
        self, op_id: int, chosen: Collection[tuple[Kind, int]] | None = None
    ) -> list[log.Change]:
        """Put back what an action removed and is still gone; give what the log says of it.

        `chosen` are the records that come back; None means all.

        Raises RuleViolation: restored_already, restore_taken, restore_without_owner,
        restore_too_old.
        """
        self.connection.execute("pragma defer_foreign_keys = on")
        removed = [
            change
            for change in log.of_op(self.connection, op_id)
            if change.after is None and (chosen is None or change.record in chosen)
        ]
        if chosen is None:
            # what came back alone before stays where it is
            removed = [change for change in removed if log.is_last(self.connection, change)]
        if not removed or not all(log.is_last(self.connection, change) for change in removed):
            raise RuleViolation("restored_already")
        removed = [complete(change) for change in removed]
        # the other way round: what was removed last held the rest together
        for change in reversed(removed):
            with naming(change):
                _write_back(self, change)
        ensure_owned(self.connection, removed)
        return removed

    def purge(self, records: Iterable[tuple[Kind, int]]) -> None:
        """Take what removed records said out of the log, for ever; that they were stays in it."""
        with log.open_to_purging(self.connection):
            for kind, record_id in records:
                left = log.purge(self.connection, kind, record_id)
                self._log(ALL[kind], record_id, left, None)

    def next_number(self, run: str) -> int:
        """Take the next number of a run; a number is never given twice, not even after undo."""
        row = self.connection.execute(
            "insert into counter (run, last) values (?, 1) "
            "on conflict (run) do update set last = last + 1 returning last",
            (run,),
        ).fetchone()
        return int(row[0])

    def next_code(self, run: CodeRun, year: int) -> str:
        """Take the next code of a year."""
        return run.written(year, self.next_number(run.of_year(year)))

    def changes(self) -> Changes:
        """Sum up what was touched."""
        touched = {kind: frozenset(ids) for kind, ids in self.touched.items()}
        return Changes(op=self._op, touched=touched)

    def _index(self, table: Table[R], record_id: int, record: R) -> None:
        text = table.search_text(record)
        if text:
            search.put(self.connection, table.kind, record_id, text)
        else:
            search.drop(self.connection, table.kind, record_id)

    def _log(
        self,
        table: Table[Any],
        record_id: int,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        values = (
            self.op_id,
            self.at.isoformat(timespec="seconds"),
            self.who,
            self._op.value,
            table.kind.value,
            record_id,
            log.canonical(before),
            log.canonical(after),
        )
        self._hash = log.chained(self._hash, values)
        self.connection.execute(
            "insert into change_log (op_id, at, who, op, kind, record_id, before, after, hash) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, self._hash),
        )
        self.touched.setdefault(table.kind, set()).add(record_id)


@dataclass(frozen=True, slots=True)
class CommittedAction:
    """One committed action."""

    op_id: int
    op: Op
    changes: Changes


class Store:
    """The open file: the only write connection, undo of this session, one notification an action."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, now: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.connection: opening.Reader = connection
        self.undo_steps: list[tuple[int, Op]] = []
        self.redo_steps: list[tuple[int, Op]] = []
        self._run: Hashable = None  # what the last step of undo may still be joined by
        self._joined: dict[int, tuple[int, ...]] = {}  # earlier actions in the same step
        self._now = now
        self._who = _user_name()
        self._listeners: list[Callable[[Changes], None]] = []
        self._working = False
        self._joint: Work | None = None  # the action that others are parts of
        self._patience = _LONG
        self.is_view = False  # looked into: every action is refused
        self.last_action: CommittedAction | None = None  # the last action

    @classmethod
    def view(cls, path: Path) -> "Store":
        """Open a file to look into it, such as a copy: every action is refused. Raises StoreError."""
        store = cls(path, look_into(path), datetime.now)
        store.is_view = True
        return store

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime] = datetime.now) -> "Store":
        """Open an existing file of ours and bring it to the newest schema. Raises StoreError."""
        opening.check_file(path)
        if not opening.is_writable(path):
            raise StoreError("file_read_only", path=path)
        connection = opening.connect(path)
        try:
            with translated(path):
                if connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
                    raise StoreError("file_damaged", path=path)
                schema.ensure_of_its_version(connection, path)
                migrate(connection, path)
                schema.ensure_whole(connection, path)
                schema.ensure_no_foreign_code(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection, now)

    @classmethod
    def create(cls, path: Path, *, now: Callable[[], datetime] = datetime.now) -> "Store":
        """Make a new empty file; never overwrites. Raises StoreError: file_exists, …."""
        if not path.parent.is_dir():
            raise StoreError("folder_missing", path=path)
        try:
            path.touch(exist_ok=False)
        except FileExistsError as error:
            raise StoreError("file_exists", path=path) from error
        except OSError as error:
            raise StoreError("cannot_create", path=path) from error
        try:
            connection = opening.connect(path)
            try:
                with translated(path):
                    migrate(connection, path)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return cls(path, connection, now)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @property
    def now(self) -> datetime:
        """The moment an action done now would be logged at."""
        return self._now()

    @property
    def who(self) -> str:
        """Who an action done now would be logged for."""
        return self._who

    def act_as(self, name: str) -> None:
        """Log what is done from now on for somebody; without a name for the account."""
        self._who = name or _user_name()

    def use_clock(self, now: Callable[[], datetime]) -> None:
        """Date the log by another clock: a sample lives on its own day."""
        self._now = now

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Have every committed action reported to `listener`."""
        self._listeners.append(listener)

    @contextmanager
    def write(self, op: Op, *, run: Hashable = None) -> Iterator[Work]:
        """Run one action: all of it is committed, or nothing. Not nestable.

        Writes of the same `run`, one right after the other, are one step of undo: a text saved
        every second while it is typed is still one text. Raises StoreError: view_only, ….
        """
        if self._joint is not None:
            yield self._joint
            return
        if self._working:
            raise AssertionError("an action never calls another action")
        if self.is_view:
            raise StoreError("view_only", path=self.path)
        self._working = True
        try:
            with translated(self.path):
                work = yield from self._transaction(op)
        finally:
            self._working = False
        if work.touched:
            self._note(CommittedAction(work.op_id, op, work.changes()), run)

    @contextmanager
    def together(self, op: Op) -> Iterator[None]:
        """Run several actions as one: all of them are committed as one step, or none is.

        Raises StoreError: view_only, ….
        """
        with self.write(op) as work:
            self._joint = work
            try:
                yield
            finally:
                self._joint = None

    def take_over(self, written: CommittedAction) -> None:
        """Make an action that a connection beside this one wrote a step of undo, and tell of it."""
        self._note(written, None)

    def data_version(self) -> int:
        """Give a number that changes whenever another connection has written; never waits.

        Raises StoreError: file_in_use, file_damaged, ….
        """
        with translated(self.path), self._waiting(0):
            return int(self.connection.execute("pragma data_version").fetchone()[0])

    def wait_shortly(self) -> None:
        """Let reads wait no longer for another program than a person waits for a window."""
        self._patience = _SHORT
        self.connection.execute(f"pragma busy_timeout = {_SHORT}")

    @contextmanager
    def _waiting(self, milliseconds: int) -> Iterator[None]:
        self.connection.execute(f"pragma busy_timeout = {milliseconds}")
        try:
            yield
        finally:
            self.connection.execute(f"pragma busy_timeout = {self._patience}")

    def let_others_read(self) -> None:
        """Keep everything half written in memory, so that nobody waits before the commit."""
        self.connection.execute("pragma cache_spill = off")

    def _note(self, written: CommittedAction, run: Hashable) -> None:
        self.last_action = written
        self._remember(written.op_id, written.op, run)
        for listener in self._listeners:
            listener(written.changes)

    def _transaction(self, op: Op) -> Generator[Work, None, Work]:
        with self._waiting(_LONG):
            return (yield from self._committed(op))

    def _committed(self, op: Op) -> Generator[Work, None, Work]:
        self.connection.execute("begin immediate")
        try:
            work = Work(self.connection, op, self._now(), self._who)
            yield work
            self.connection.execute("commit")
        except BaseException:
            # a full disk has already rolled back
            if self.connection.in_transaction:
                self.connection.execute("rollback")
            raise
        return work

    def _remember(self, op_id: int, op: Op, run: Hashable) -> None:
        if op in FOUNDING:
            return
        if op is Op.UNDO:
            _, undone = self.undo_steps.pop()
            self.redo_steps.append((op_id, undone))
        elif op is Op.REDO:
            _, redone = self.redo_steps.pop()
            self.undo_steps.append((op_id, redone))
        else:
            if run is not None and run == self._run:
                earlier, _ = self.undo_steps.pop()
                self._joined[op_id] = (*self._joined.pop(earlier, ()), earlier)
            self.undo_steps.append((op_id, op))
            self.redo_steps.clear()
        self._run = None if op in (Op.UNDO, Op.REDO) else run

    def undo(self) -> Op | None:
        """Take back the last action; None when there is none.

        Raises RuleViolation: undo_conflict, signing_is_final, purge_is_final.
        """
        return self._reverse(Op.UNDO, self.undo_steps)

    def redo(self) -> Op | None:
        """Do again what was taken back. Raises: undo_conflict."""
        return self._reverse(Op.REDO, self.redo_steps)

    def _reverse(self, op: Op, steps: list[tuple[int, Op]]) -> Op | None:
        if not steps:
            return None
        op_id, reversed_op = steps[-1]
        if reversed_op in FINAL:
            raise RuleViolation(_WHY_FINAL[reversed_op])
        try:
            with self.write(op) as work:
                self.connection.execute("pragma defer_foreign_keys = on")
                for one in (op_id, *reversed(self._joined.get(op_id, ()))):
                    for change in reversed(log.of_op(self.connection, one)):
                        _write_back(work, change)
        except sqlite3.IntegrityError as error:
            # another window gave it a task, or gave its name to another one
            raise RuleViolation("undo_conflict") from error
        return reversed_op


def _write_back(work: Work, change: log.Change) -> None:
    table = ALL[change.kind]
    current = table.find(work.connection, change.record_id)
    was_purged = change.before is not None and "id" not in change.before
    if was_purged or (None if current is None else table.to_row(current)) != change.after:
        raise RuleViolation("undo_conflict")
    if change.before is None:
        work.drop(table, change.record_id)
        return
    row = tuple(change.before[name] for name in table.columns)
    if current is None:
        work.add(table, table.from_row(row))
    else:
        work.put(table, table.from_row(row))


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
