"""Every command through its one door: outputs, exit codes, refusals."""

import json
import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from coordapp import paths
from coordapp.cli.main import run
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conferences.conference import Conference, ConferenceKind
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId, TaskId, UnitId
from coordapp.domain.tasks.task import Task
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import signing
from coordapp.services.sample.sample_file import write_sample
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.store.queries import conference_queries

TODAY = date(2026, 3, 5)
HOSTILE = '=HYPERLINK("http://x") <b>&amp; đẩy mạnh'
TASK_KEYS = {
    "code", "title", "lead_unit", "coordinating_units", "work_state", "deadline_state",
    "due_date", "original_due_date", "deadline_kind", "conference", "conclusion", "parent",
    "percent", "finished_on", "office_code", "deadline_wording",
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "sổ của tôi.db"
    store = Store.create(target)
    committee_actions.set_up(store)
    unit = committee_actions.add_unit(
        store, Unit(id=UnitId(0), name="Sở Y tế", short_name="SYT", position=1)
    )
    conference = conference_actions.add(
        store,
        Conference(
            id=ConferenceId(0), code="", kind=ConferenceKind.BRIEFING, title=HOSTILE, held_on=TODAY
        ),
        TODAY,
    )
    conclusion = conclusion_actions.add(
        store,
        Conclusion(
            id=ConclusionId(0),
            conference_id=conference.id,
            number=0,
            kind=ConclusionKind.ASSIGN,
            text="Giao Sở Y tế",
        ),
    )
    task = Task(
        id=TaskId(0), code="", title=HOSTILE, due=TODAY, lead_unit_id=unit.id,
        conclusion_id=conclusion.id,
    )  # fmt: skip
    task_actions.add(store, task_actions.TaskDraft(task=task), TODAY)
    store.close()
    return target


def listed(capsys: pytest.CaptureFixture[str], *argv: object) -> list[dict[str, object]]:
    code = run([str(item) for item in argv], TODAY)
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    rows = json.loads(out)
    assert isinstance(rows, list)
    return rows


def test_tasks_are_listed_with_every_key(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (task,) = listed(capsys, "list", "tasks", path, "--json")

    assert set(task) == TASK_KEYS
    assert task["title"] == HOSTILE
    assert task["lead_unit"] == "SYT"
    assert (task["due_date"], task["original_due_date"]) == ("2026-03-05", "2026-03-05")
    assert (task["conference"], task["conclusion"]) == ("HN-2026-01", 1)
    assert task["parent"] is None


def test_a_task_due_today_is_overdue_tomorrow(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (now,) = listed(capsys, "list", "tasks", path, "--json", "--as-of", "2026-03-05")
    (then,) = listed(capsys, "list", "tasks", path, "--json", "--as-of", "2026-03-06")

    assert (now["deadline_state"], then["deadline_state"]) == ("due_soon", "overdue")


def test_the_other_lists_have_their_keys(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (conference,) = listed(capsys, "list", "conferences", path, "--json")
    (conclusion,) = listed(capsys, "list", "conclusions", path, "--json")
    (unit,) = listed(capsys, "list", "units", path, "--json")

    assert set(conference) == {
        "code", "title", "kind", "held_on", "place", "chair", "organiser", "programme", "state",
    }  # fmt: skip
    assert conclusion == {
        "conference": "HN-2026-01",
        "number": 1,
        "kind": "assign",
        "text": "Giao Sở Y tế",
        "tasks": ["NV-2026-001"],
    }
    assert unit == {"name": "Sở Y tế", "short_name": "SYT", "position": 1}


def test_without_json_a_line_is_a_record(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "tasks", str(path)], TODAY) == 0

    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_reader_that_goes_away_is_no_error(path: Path) -> None:
    command = [sys.executable, str(paths.PACKAGE.parent / "main.py"), "list", "tasks", str(path)]
    reads, writes = os.pipe()
    os.close(reads)

    done = subprocess.run(command, stdout=writes, stderr=subprocess.PIPE, check=False, timeout=60)

    os.close(writes)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_where_the_output_cannot_be_written_it_says_what_to_look_at(path: Path) -> None:
    command = [sys.executable, str(paths.PACKAGE.parent / "main.py"), "list", "tasks", str(path)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False, timeout=60
        )
    assert done.returncode == 2
    assert "chỗ trống" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_system_takes_is_refused_with_what_to_look_at(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(["list", "tasks", name], TODAY) == 2

    assert "Hãy kiểm tra tên tệp" in capsys.readouterr().err


def test_a_command_not_understood_names_its_own_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "tasks", "sổ.db"], TODAY) == 2

    assert "coordapp import tasks --help" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["đẩy mạnh", "day manh", "NV-2026"])
def test_search_finds_with_and_without_tones(
    path: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    rows = listed(capsys, "search", path, typed, "--json")

    assert "NV-2026-001" in [row["code"] for row in rows]


@pytest.mark.parametrize("typed", ['"', "*", "AND", "", "') --", "zzz"])
def test_search_takes_any_text(path: Path, capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert listed(capsys, "search", path, typed, "--json") == []


def test_the_register_keeps_hostile_text_as_text(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.xlsx"

    assert run(["export", "register", str(path), str(target), "--as-of", "2026-03-06"], TODAY) == 0

    book = load_workbook(target)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value and "HYPERLINK" in str(cell.value) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)]


@pytest.mark.parametrize("style", ["party", "state"])
def test_minutes_are_written_in_both_styles(path: Path, tmp_path: Path, style: str) -> None:
    target = tmp_path / "ra.pdf"
    argv = ["export", "minutes", str(path), "HN-2026-01", str(target), "--style", style]

    assert run(argv, TODAY) == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_an_unknown_conference_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "ra.pdf"

    assert run(["export", "minutes", str(path), "HN-1", str(target)], TODAY) == 1
    assert "HN-1" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize(
    "paper", ["notice", "invitation", "participants", "signin", "assignment", "extract"]
)
def test_every_paper_of_a_conference_is_written(path: Path, tmp_path: Path, paper: str) -> None:
    target = tmp_path / "ra.pdf"
    argv = ["export", paper, str(path), "HN-2026-01", str(target), "--style", "state"]
    if paper == "extract":
        argv += ["--unit", "SYT"]

    assert run(argv, TODAY) == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_the_sections_of_the_minutes_are_chosen(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.pdf"
    argv = ["export", "minutes", str(path), "HN-2026-01", str(target)]

    assert run([*argv, "--sections", "conclusions", "assignment"], TODAY) == 0
    assert run([*argv, "--sections", "music"], TODAY) == 2


def test_an_extract_for_an_unknown_unit_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "ra.pdf"
    argv = ["export", "extract", str(path), "HN-2026-01", str(target), "--unit", "ABC"]

    assert run(argv, TODAY) == 1
    assert "“ABC”" in capsys.readouterr().err
    assert not target.exists()


def test_a_paper_never_takes_the_place_of_the_file(path: Path) -> None:
    before = path.read_bytes()

    assert run(["export", "register", str(path), str(path)], TODAY) == 2
    assert path.read_bytes() == before


def test_a_clean_file_has_no_findings(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(path)], TODAY) == 0
    assert capsys.readouterr().out == "Không phát hiện lỗi.\n"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("update task set work_state = 'done'", "thiếu ngày hoàn thành"),
        ("update task set original_due = null", "thiếu hạn ban đầu"),
        ("update unit set name = 'So\u031b\u0309'", "Unicode"),
        ("update task set lead_unit_id = 99", "không còn"),
        ("update task set parent_id = id", "nhiệm vụ của một đơn vị"),
        (
            "drop trigger change_log_is_never_edited; update change_log set who = 'ai' where id=1",
            "Nhật ký bị sửa",
        ),
        ("alter table extension drop column paper", "Không đọc được"),
    ],
)
def test_a_broken_rule_is_found(
    path: Path, capsys: pytest.CaptureFixture[str], sql: str, said: str
) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()

    assert run(["check", str(path)], TODAY) == 1
    assert said in capsys.readouterr().out


def test_a_file_that_lost_a_table_cannot_be_used(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("drop table extension")
    connection.close()

    assert run(["check", str(path)], TODAY) == 2
    assert "bị hỏng" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"", b"not a database" * 100, b"SQLite format 3\0" * 99])
@pytest.mark.parametrize("command", [["list", "tasks"], ["check"], ["search"]])
def test_a_file_that_is_not_ours_gives_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, command: list[str]
) -> None:
    target = tmp_path / "lạ.db"
    if content is not None:
        target.write_bytes(content)
    more = ["x"] if command == ["search"] else []

    assert run([*command, str(target), *more], TODAY) == 2
    out, err = capsys.readouterr()
    assert (out, "lạ.db" in err, "Traceback" in err) == ("", True, False)


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["list"],
        ["list", "cows", "x.db"],
        ["list", "tasks", "x.db", "--as-of", "05/03/2026"],
        ["list", "tasks", "x.db", "--as-of", "20260305"],
        ["export", "minutes", "x.db", "HN", "y.pdf", "--style", "navy"],
        ["check", "x.db", "--more"],
    ],
)
def test_a_wrong_call_gives_2_in_vietnamese(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argv, TODAY) == 2
    assert "Lệnh không đúng:" in capsys.readouterr().err


def test_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--help"], TODAY) == 0
    assert "cách dùng" in capsys.readouterr().out


def test_a_path_with_a_nul_gives_2() -> None:
    assert run(["check", "a\0b"], TODAY) == 2


def test_the_sample_is_clean_and_never_overwrites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mau.db"

    assert run(["sample", str(target)], TODAY) == 0
    before = target.read_bytes()
    assert run(["check", str(target)], TODAY) == 0
    assert run(["sample", str(target)], TODAY) == 2
    assert target.read_bytes() == before
    assert "không bị ghi đè" in capsys.readouterr().err


def test_a_command_never_imports_qt(path: Path) -> None:
    code = (
        "import sys; from coordapp.app import main; code = main(['list', 'tasks', sys.argv[1]]);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_signed_paper_is_verified_and_a_changed_one_refused(tmp_path, capsys):
    target = tmp_path / "mau.db"
    write_sample(target)
    store = Store.open(target)
    conference = conference_queries.by_code(store.connection, "HN-2017-01")
    paper = signing.sign(store, conference.id)
    pdf = signing.save_as(target, paper.id, tmp_path / "ký.pdf")
    store.close()

    assert run(["list", "documents", str(target), "--json"], TODAY) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(item["symbol"], item["signed"]) for item in listed] == [
        ("05-BB/BCĐ", True),
        ("05-TB/BCĐ", False),
    ]
    assert run(["verify", str(target), str(pdf)], TODAY) == 0
    assert "Đúng bản đã ký" in capsys.readouterr().out
    pdf.write_bytes(pdf.read_bytes() + b" ")
    assert run(["verify", str(target), str(pdf)], TODAY) == 1
    assert "khác bản đã ký" in capsys.readouterr().out
    assert run(["verify", str(target), str(tmp_path / "none.pdf")], TODAY) == 1
    assert run(["verify", str(tmp_path / "none.db"), str(pdf)], TODAY) == 2


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize(
    "paper",
    [["slip", "--unit", "HND"], ["slip", "--person", "Ai"], ["week", "--week-of", "2018-04-04"]],
)
def test_the_papers_of_a_morning_are_written(tmp_path, paper, ending):
    path, target = tmp_path / "mau.db", tmp_path / f"ra.{ending}"
    assert run(["sample", str(path)], TODAY) == 0

    name, *more = paper
    assert run(["export", name, str(path), str(target), *more], TODAY) == 0

    assert target.stat().st_size > 1000


def test_a_slip_is_for_a_unit_or_a_person(tmp_path, capsys):
    assert run(["export", "slip", "x.db", "y.pdf"], TODAY) == 2
    assert "thiếu một trong --unit --person" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_review_report_of_a_period_is_written(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, target = tmp_path / "mẫu.db", tmp_path / f"tổng kết.{ending}"
    write_sample(file)
    asked = ["export", "summary", str(file), str(target)]

    assert (
        run([*asked, "--from", "2017-01-01", "--to", "2017-12-31", "--style", "state"], TODAY) == 0
    )
    assert target.exists()
    assert run([*asked, "--from", "2017-12-31", "--to", "2017-01-01"], TODAY) == 1
    assert "trước ngày bắt đầu" in capsys.readouterr().err
    assert run([*asked, "--from", "2017-12-31"], TODAY) == 2


def test_the_kept_versions_of_review_reports_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mẫu.db"
    write_sample(file)

    assert run(["list", "summaries", str(file), "--json"], TODAY) == 0

    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["from"], listed["to"], listed["version"]) == ("2017-01-01", "2017-12-31", 1)
    assert {"name", "value", "source"} == set(listed["figures"][0])
    assert listed["changes"] is None
