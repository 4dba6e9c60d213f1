"""Large files for the benchmarks."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.text import fold
from coordapp.services.sample.sample_file import write_sample
from coordapp.store import Store
from tests.gallery import add_many

COUNT = 100_000
PLACES = ("Hòa Vang", "Cẩm Lệ", "Liên Chiểu", "Sơn Trà", "Thanh Khê")


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "lon.db"
    write_sample(path)
    store = Store.open(path)
    add_many(store, 10_000)
    store.close()
    return path


@pytest.fixture(scope="session")
def hundred_thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the tasks by plain SQL: by actions it would take minutes."""
    path = tmp_path_factory.mktemp("tim") / "so.db"
    write_sample(path)
    titles = [_title(number) for number in range(COUNT)]
    place = list(Kind).index(Kind.TASK)
    with sqlite3.connect(path) as connection:
        first = connection.execute("select max(id) + 1 from task").fetchone()[0]
        units = [row[0] for row in connection.execute("select id from unit")]
        names = [row[1] for row in connection.execute("pragma table_info(task)")]
        fixed = {"id", "code", "title", "lead_unit_id", "due", "original_due", "finished_on"}
        fixed |= {"work_state", "assigned_on"}
        rest = ", ".join(name for name in names if name not in fixed)
        connection.executemany(
            "insert into task (id, code, title, lead_unit_id, due, original_due, finished_on, "
            f"work_state, assigned_on, {rest}) select ?, ?, ?, ?, ?, ?, ?, ?, ?, {rest} "
            "from task where parent_id is null limit 1",
            (
                (first + n, f"NV-2019-{n:06d}", title, units[n % len(units)], *_standing(n))
                for n, title in enumerate(titles)
            ),
        )
        connection.executemany(
            "insert into search (rowid, kind, record_id, folded, exact) values (?, 'task', ?, ?, ?)",
            (
                ((first + n) * 64 + place, first + n, fold(title), title.lower())
                for n, title in enumerate(titles)
            ),
        )
    connection.close()
    return path


def _title(number: int) -> str:
    return (
        f"Kiểm tra đợt {number % 100} công tác dân vận địa bàn số {number} "
        f"xã thứ {number % 1000} {PLACES[number % len(PLACES)]}"
    )


def _standing(number: int) -> tuple[str, str, str | None, str, str]:
    """Give due twice, finished, state and assigned: three of four are done, some of them late."""
    due = date(2015, 1, 1) + timedelta(number * 7 % 1300)
    done = number % 4 != 0
    finished = (due + timedelta(number % 9 - 5)).isoformat() if done else None
    given = (due - timedelta(60)).isoformat()
    return due.isoformat(), due.isoformat(), finished, "done" if done else "in_progress", given
