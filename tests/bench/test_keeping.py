"""Copies and openings of a register of 100,000 tasks, against what SQLite alone takes."""

import itertools
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.file import backup, opening, schema
from coordapp.store.file.migrate import migrate
from coordapp.ui.shell.window import open_window
from tests.bench.pairs import ratio
from tests.gallery import add_many

MOST_OF_A_COPY = 2.0
MOST_OF_AN_OPENING = 1.5


@pytest.fixture(scope="module")
def huge(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("huge") / "lon.db"
    write_sample(path)
    with closing(Store.open(path)) as store:
        add_many(store, 100_000)
    return path


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_a_checked_copy_costs_little_more_than_copying_and_checking(huge, tmp_path):
    number = itertools.count()

    def ours() -> None:
        target = tmp_path / f"{next(number)}.db"
        backup.copy(huge, target)
        backup.remove(target)

    def floor() -> None:
        target = tmp_path / f"{next(number)}.db"
        with closing(sqlite3.connect(huge)) as file, closing(sqlite3.connect(target)) as made:
            file.backup(made)
            assert made.execute("pragma integrity_check").fetchone() == ("ok",)
        target.unlink()

    assert ratio("copy of 100,000 tasks", ours, floor, rounds=3, pick=min) <= MOST_OF_A_COPY


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_looking_through_at_opening_costs_little(huge, qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def shown(store: Store) -> None:
        window = open_window(qapp, store, SAMPLE_DAY)
        window.show()
        window.close()
        window.deleteLater()
        store.close()

    def ours() -> None:
        shown(Store.open(huge))

    def floor() -> None:
        opening.check_file(huge)
        file = opening.connect(huge)
        migrate(file, huge)
        opening.ensure_complete(file, huge)
        schema.ensure_no_foreign_code(file, huge)
        shown(Store(huge, file, datetime.now))

    found = ratio("opening of 100,000 tasks", ours, floor, rounds=3, pick=min)
    assert found <= MOST_OF_AN_OPENING
