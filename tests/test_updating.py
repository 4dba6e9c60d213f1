"""A newer program on an older register, and an older program on a register of a newer one.

Nothing comes over a network: the file itself tells which program wrote it.
"""

import argparse
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from coordapp import session
from coordapp.cli.main import run
from coordapp.domain.files.copies import CopyReason
from coordapp.services.committee import committee_actions
from coordapp.services.file import backups
from coordapp.store import Store
from coordapp.store.file import backup, opening

TODAY = date(2018, 3, 31)
AT = datetime(2018, 3, 31, 8, 30)
RELEASED = sorted((Path(__file__).parent / "files").glob("schema-*.db"))


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))


def counted(path: Path, names: set[str]) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in names
        }


@pytest.mark.parametrize("released", RELEASED, ids=[path.stem for path in RELEASED])
def test_an_older_register_is_copied_read_back_and_then_brought_forward_whole(released, tmp_path):
    path = tmp_path / "sổ cũ.db"
    path.write_bytes(released.read_bytes())
    with closing(opening.connect(path, read_only=True)) as before:
        version = opening.schema_version(before)

    made = backups.before_migration(path, AT)
    Store.open(path).close()

    (held,) = backups.listed(path)
    assert held.path == made
    assert held.copy.reason is CopyReason.MIGRATION
    assert held.copy.verified
    assert held.manifest.schema == version < opening.newest_version()
    assert not backup.is_of_earlier_version(path)
    # rows of the tables that both versions have are all there
    assert counted(path, set(held.manifest.counts)) == held.manifest.counts


@pytest.fixture
def newer(tmp_path) -> Path:
    """Give a register as a program of next year would leave it."""
    path = tmp_path / "sổ mới.db"
    committee_actions.write_new(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {opening.newest_version() + 3}")
        connection.execute("create table next_year (id integer primary key)")
    return path


def asking(path: Path, out: Path) -> list[list[str]]:
    file = str(path)
    return [
        ["list", "tasks", file, "--json"],
        ["search", file, "dân vận", "--json"],
        ["status", file, "--json"],
        ["export", "register", file, str(out / "sổ.xlsx")],
        ["check", file],
        ["check", file, "--repair"],
    ]


@pytest.mark.parametrize("at", range(6))
def test_every_command_refuses_a_newer_register_in_words_and_leaves_it(newer, tmp_path, capsys, at):
    content = newer.read_bytes()
    words = asking(newer, tmp_path)[at]

    code = run(words, TODAY)

    said = capsys.readouterr().err
    assert code == 2
    assert "phiên bản mới hơn" in said
    assert newer.read_bytes() == content
    assert not (tmp_path / "sổ.xlsx").exists()


def test_the_window_refuses_a_newer_register_in_words_and_leaves_it(
    qapp, newer, monkeypatch, qtbot
):
    content, said = newer.read_bytes(), []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or 0)
    given = argparse.Namespace(file=str(newer), sample=False, view=False, today=TODAY)

    code = session.run(qapp, given, TODAY)

    assert code != 0
    assert "phiên bản mới hơn" in said[0]
    assert newer.read_bytes() == content
    assert backups.listed(newer) == []
