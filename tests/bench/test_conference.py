"""A conference of the largest size, in a file of ten thousand tasks, is written and given quickly."""

import shutil
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from coordapp.domain.kernel.changes import Kind
from coordapp.services.conclusions import assignment_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.file.opening import connect
from coordapp.store.file.tables import ALL
from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.shell.window import Window
from tests.bench.pairs import ratio
from tests.large_conference import add_conference, every_cell

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]

_LOG = "op_id, at, who, op, kind, record_id, before, after, hash"


def test_a_full_matrix_given_and_taken_back_is_at_most_seven_times_its_raw_rows(
    large: Path, tmp_path: Path
) -> None:
    store = Store.open(large)
    cells = every_cell(store, add_conference(store))
    raw = connect(Path(shutil.copy(large, tmp_path / "raw.db")))
    assignment_actions.assign(store, cells, SAMPLE_DAY)
    rows = _logged(store)
    store.undo()

    def give_and_take_back() -> None:
        assignment_actions.assign(store, cells, SAMPLE_DAY)
        store.undo()

    taken = ratio(
        f"a matrix of {len(cells)} cells, {len(rows)} records, and its undo",
        give_and_take_back,
        lambda: _write_raw(raw, rows),
        rounds=5,
        pick=min,
    )

    raw.close()
    store.close()
    assert taken <= 7


def test_a_letter_in_the_live_screen_is_on_disk_in_a_few_bare_letters_and_commits(
    qapp: Any, qtbot: Any, large: Path, tmp_path: Path
) -> None:
    store = Store.open(large)
    held = add_conference(store)
    raw = connect(Path(shutil.copy(large, tmp_path / "raw.db")))
    window = Window(qapp, store, SAMPLE_DAY, Settings(tmp_path / "settings.json"))
    bare = QPlainTextEdit()
    for widget in (window, bare):
        qtbot.addWidget(widget)
        widget.resize(1366, 768)
        widget.show()
    for page in PAGES:
        # a page that was seen once listens from then on
        window.go(page.key)
    window.follow(OpenConference(code=held.code))
    page = window.page("conferences")
    page.go_live()
    panel = page.live.conclusions
    panel.text.setFocus()

    taken = ratio(
        "a letter of a conclusion, on disk and shown everywhere",
        lambda: _type(panel.text, panel.flush),
        lambda: _type(bare, _raw_edit(raw, held.id)),
        rounds=30,
    )

    window.close()
    raw.close()
    store.close()
    assert taken <= 5


def _type(editor: QPlainTextEdit, save: Callable[[], None]) -> None:
    QTest.keyClick(editor, "x")
    save()
    for _ in range(3):
        QCoreApplication.processEvents()


def _raw_edit(connection: sqlite3.Connection, conference_id: int) -> Callable[[], None]:
    """Reword a conclusion and append one log row, as one transaction."""
    row = connection.execute(
        f"select {_LOG} from change_log where kind = 'conclusion' order by id desc"
    ).fetchone()
    text = str(next(_NUMBERS))

    def edit() -> None:
        connection.execute("begin immediate")
        connection.execute(
            "update conclusion set text = ? where conference_id = ? and number = 1",
            (text, conference_id),
        )
        connection.execute(f"insert into change_log ({_LOG}) values (?,?,?,?,?,?,?,?,?)", row)
        connection.execute("commit")

    return edit


_NUMBERS = count()


def _logged(store: Store) -> list[tuple[Kind, int, dict[str, Any], tuple[Any, ...]]]:
    """Give what the last action wrote: each record and its row of the log."""
    op_id = store.undo_steps[-1][0]
    kept = store.connection.execute(
        f"select {_LOG} from change_log where op_id = ? order by id", (op_id,)
    ).fetchall()
    changes = log.of_op(store.connection, op_id)
    return [
        (change.kind, change.record_id, change.after or {}, row)
        for change, row in zip(changes, kept, strict=True)
    ]


def _write_raw(
    connection: sqlite3.Connection, rows: list[tuple[Kind, int, dict[str, Any], tuple[Any, ...]]]
) -> None:
    """Insert the records and their log in one transaction, and take them out again in another."""
    add_log = f"insert into change_log ({_LOG}) values (?,?,?,?,?,?,?,?,?)"
    connection.execute("begin immediate")
    for kind, _, after, logged in rows:
        names, marks = ", ".join(after), ", ".join(f":{name}" for name in after)
        connection.execute(f"insert into {ALL[kind].name} ({names}) values ({marks})", after)
        connection.execute(add_log, logged)
    connection.execute("commit")
    connection.execute("begin immediate")
    for kind, record_id, _, logged in reversed(rows):
        connection.execute(f"delete from {ALL[kind].name} where id = ?", (record_id,))
        connection.execute(add_log, logged)
    connection.execute("commit")
