"""Copies by commands: made, gone back to, saved from damage."""

import getpass
import hashlib
from datetime import date
from pathlib import Path

import pytest

from coordapp.cli.main import run
from coordapp.domain.kernel.changes import Op
from coordapp.services.committee import committee_actions
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from tests.build import a_task

TODAY = date(2026, 3, 5)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path):
    store = Store.create(tmp_path / "so.db")
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    store.close()
    return tmp_path / "so.db"


def test_backup_says_the_path_and_the_hash_of_the_copy(path, tmp_path, capsys):
    assert run(["backup", str(path), str(tmp_path / "USB")], TODAY) == 0

    made, digest = capsys.readouterr().out.splitlines()

    assert made.startswith(str(tmp_path / "USB"))
    assert hashlib.sha256(Path(made).read_bytes()).hexdigest() == digest


def test_restore_says_what_it_kept_and_what_differs(path, tmp_path, capsys):
    run(["backup", str(path), str(tmp_path / "USB")], TODAY)
    made = capsys.readouterr().out.splitlines()[0]
    store = Store.open(path)
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code="NV-2018-002"))
    store.close()

    assert run(["restore", made, str(path)], TODAY) == 0

    assert "Nhiệm vụ -1" in capsys.readouterr().err
    assert run(["restore", str(tmp_path / "khong-co.db"), str(path)], TODAY) == 2


def test_salvage_says_what_was_saved(path, tmp_path, capsys):
    assert run(["salvage", str(path), str(tmp_path / "moi.db")], TODAY) == 0
    said = capsys.readouterr()
    assert "Nhiệm vụ: cứu được 1" in said.out
    assert "cứu từ tệp hỏng" in said.err

    path.write_bytes(b"x" * 600)
    assert run(["salvage", str(path), str(tmp_path / "moi2.db")], TODAY) == 2


def test_handover_takes_the_words_from_the_environment_and_says_the_hash(
    path, tmp_path, capsys, monkeypatch
):
    committee_actions.write_new(tmp_path / "sổ.db")
    monkeypatch.setenv("COORDAPP_PASSPHRASE", "một câu rất dài khó đoán")
    target = tmp_path / "giao.zip"

    assert run(["handover", str(tmp_path / "sổ.db"), str(target)], TODAY) == 0

    made, digest, record = capsys.readouterr().out.splitlines()
    assert hashlib.sha256(Path(made).read_bytes()).hexdigest() == digest
    assert Path(record).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["một câu rất dài", "một câu rất dàj"], "không giống nhau"),
        (["ngắn", "ngắn"], "ít nhất 12 ký tự"),
    ],
)
def test_handover_asks_twice_and_refuses_what_will_not_do(
    path, tmp_path, capsys, monkeypatch, typed, said
):
    monkeypatch.delenv("COORDAPP_PASSPHRASE", raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda _: typed.pop(0))

    assert run(["handover", str(path), str(tmp_path / "giao.zip")], TODAY) == 1

    assert said in capsys.readouterr().err
    assert not (tmp_path / "giao.zip").exists()
