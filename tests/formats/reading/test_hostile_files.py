"""Text without end, and processes that take too much: each is refused with a sentence."""

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coordapp.domain.importing.workbook import WorkbookNote
from coordapp.domain.kernel.errors import Cancelled, DocumentError
from coordapp.domain.words.messages import SENTENCES
from coordapp.formats.reading import file_kind, workbook_reader
from tests.files.make_workbooks import a_book
from tests.formats.reading.odd_files import answered, read, text, xlsx

# --- text


def test_a_line_without_end_is_refused(tmp_path) -> None:
    path = tmp_path / "so.csv"
    path.write_text("STT;Việc\n1;" + "x" * 1_500_000, "utf-8")

    assert answered(path) == "source_line_endless"


def test_a_quotation_mark_that_nothing_closes_swallows_no_rows(tmp_path) -> None:
    path = tmp_path / "so.csv"
    rows = 'STT;Việc;Hạn\n1;"Một;3/4\n2;Hai;4/4\n3;"Ba\nbốn";5/4\n4;Năm;6/4\n'
    path.write_bytes(rows.encode())

    found = read(path)

    assert [row[1] for row in found.sheets[0].rows] == ["Việc", '"Một', "Hai", "Ba\nbốn", "Năm"]
    assert found.notes == {WorkbookNote.QUOTE_OPEN}


def test_a_quotation_mark_closed_by_another_row_swallows_none(tmp_path) -> None:
    path = tmp_path / "so.csv"
    middle = "".join(f"{n};Việc {n};HND\n" for n in range(2, 9))
    path.write_text(f'STT;Việc;Đơn vị\n1;"Một;HND\n{middle}9;"Chín";HND\n', "utf-8")

    (sheet,) = read(path).sheets

    assert len(sheet.rows) == 10


# --- the processes


def test_a_process_that_would_take_too_much_memory_ends_alone(tmp_path) -> None:
    long = "".join(str(n) for n in range(10_000))
    cells = (text(long[n : n + 2_000], f' r="A{n}"') for n in range(1, 9_000))
    rows = "".join(f'<row r="{n}">{cell}</row>' for n, cell in enumerate(cells, start=1))
    path = xlsx(tmp_path / "so.xlsx", rows)

    with pytest.raises(DocumentError) as refusal:
        read(path, most_memory=50_000_000)

    assert refusal.value.code == "source_exhausts"


def test_reading_that_takes_too_long_ends(tmp_path) -> None:
    path = tmp_path / "so.xlsx"
    a_book(("a",)).save(path)

    with pytest.raises(DocumentError) as refusal:
        read(path, most_seconds=0)

    assert refusal.value.code == "source_takes_too_long"


def test_a_person_may_stop_the_reading(tmp_path) -> None:
    path = tmp_path / "so.xlsx"
    a_book(("a",)).save(path)
    asked = iter([None])

    def step(_done: int, _total: int) -> None:
        if next(asked, "stop") == "stop":
            raise Cancelled

    with pytest.raises(Cancelled):
        workbook_reader.read(path, step)


# as a guard against viruses or Wine's console does: it lives on with the pipe of who was ended
STAYS = """
import pathlib, subprocess, sys, time
stays = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path(sys.argv[1], str(stays.pid)).touch()
time.sleep(600)
"""


def test_who_holds_on_to_a_process_that_was_ended_is_not_waited_for(tmp_path, monkeypatch) -> None:
    path, staying = tmp_path / "so.xlsx", tmp_path / "staying"
    a_book(("a",)).save(path)
    staying.mkdir()
    command = [sys.executable, "-c", STAYS, str(staying)]
    monkeypatch.setattr(workbook_reader, "_command", lambda: command)

    def step(_done: int, _total: int) -> None:
        if len(list(staying.iterdir())) == 2:  # of the two that read
            raise Cancelled

    try:
        with pytest.raises(Cancelled):
            workbook_reader.read(path, step)
    finally:
        for one in staying.iterdir():
            os.kill(int(one.name), signal.SIGTERM)


def test_the_program_itself_reads_where_python_is_a_part_of_it(tmp_path) -> None:
    path = tmp_path / "so.xlsx"
    a_book(("Việc",)).save(path)

    done = subprocess.run(
        [sys.executable, "-m", "coordapp", workbook_reader.COMMAND, "look", "1000000000", str(path)],
        capture_output=True, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip

    assert done.returncode == 0
    assert b"notes" in done.stdout


def literal_codes() -> set[str]:
    folder = Path(file_kind.__file__).parent
    found = set()
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                assert isinstance(node.args[0], ast.Constant)
                found.add(node.args[0].value)
    return found


def test_every_refusal_of_the_processes_has_a_sentence() -> None:
    codes = literal_codes()

    assert len(codes) > 10
    assert codes <= SENTENCES.keys()
