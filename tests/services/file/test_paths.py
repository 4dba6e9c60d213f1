"""Names of people and places: whatever a folder is called, the register works in it."""

import unicodedata
from contextlib import closing
from datetime import datetime

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.services.file import backups, restoring
from coordapp.store import Store, open_reader
from coordapp.store.file.salvage import save_readable
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import health
from tests.build import a_task

AT = datetime(2018, 3, 31, 9, 0)


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban MTTQ/Sổ việc 2026",
        unicodedata.normalize("NFD", "Ủy ban Mặt trận"),
        "  hai  khoảng trắng  ",
        "a#b%23c&d;e='f'?g",
        "chấm cuối.",
        "\N{GRINNING FACE} \N{SNOWMAN}",
        "/".join(["dài" * 20] * 3),
        "ngoặc (1) [2] {3} \"4\" 'năm' `6`",
    ],
)
def test_a_register_lives_in_any_folder(tmp_path, monkeypatch, name):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / name
    folder.mkdir(parents=True)
    path = folder / f"{name.split('/')[-1][:40]}.db"
    with closing(Store.create(path, now=lambda: AT)) as store, store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())

    copy = backups.make(path, AT)
    with closing(Store.open(path, now=lambda: AT)) as store, store.write(Op.DELETE_TASKS) as work:
        work.drop(TASKS, 1)
    restoring.restore(copy, path, AT)
    save_readable(path, folder / "cứu.db")

    with open_reader(path) as reader:
        assert len(TASKS.where(reader)) == 1
        assert health.findings(reader) == []
    with closing(Store.view(folder / "cứu.db")) as saved:
        assert len(TASKS.where(saved.connection)) == 1
