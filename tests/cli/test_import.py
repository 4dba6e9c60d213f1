"""`import tasks`: a preview writes nothing, `--apply` writes what the preview said."""

import getpass
import json
from datetime import date
from pathlib import Path

import pytest

from coordapp import paths
from coordapp.cli.main import run
from coordapp.services.sample.sample_file import write_sample
from coordapp.settings import ACTING_PERSON, Settings
from coordapp.store import open_reader
from coordapp.store.file.tables import TASKS
from tests.files.make_workbooks import HEAD, ROW, a_book, vni

TODAY = date(2018, 3, 31)


@pytest.fixture
def file(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "sổ.db"
    write_sample(path)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "sổ cũ.xlsx"
    a_book(HEAD, ROW, (2, "Việc", "Sở Lạ", "", "31/02/2018")).save(path)
    return path


def said(capsys) -> dict:
    return json.loads(capsys.readouterr().out)


def test_a_preview_counts_names_the_wrong_cells_and_writes_nothing(file, source, capsys) -> None:
    before = file.read_bytes()

    assert run(["import", "tasks", str(file), str(source), "--json"], TODAY) == 0

    told = said(capsys)
    counts = {key: told[key] for key in ("new", "changed", "same", "rejected", "applied")}
    assert counts == {"new": 1, "changed": 0, "same": 0, "rejected": 1, "applied": False}
    assert [(p["row"], p["column"], p["value"]) for p in told["problems"]] == [
        (3, "C", "Sở Lạ"),
        (3, "E", "31/02/2018"),
    ]
    assert told["problems"][0]["sheet"] == "Sheet"
    assert "Không có đơn vị “Sở Lạ”" in told["problems"][0]["reason"]
    assert file.read_bytes() == before


def test_apply_writes_once_and_keeps_a_copy(file, source, capsys) -> None:
    with open_reader(file) as reader:
        before = TASKS.where(reader, "1")
    assert run(["import", "tasks", str(file), str(source), "--apply", "--json"], TODAY) == 0
    told = said(capsys)
    assert told["applied"] is True
    with open_reader(Path(told["backup"])) as reader:
        assert TASKS.where(reader, "1") == before


@pytest.mark.parametrize("named", ["Nguyễn Thị Thủy", ""], ids=["named", "nobody yet"])
def test_the_log_names_who_was_named_in_the_window(file, source, named: str) -> None:
    settings = Settings(paths.settings_file())
    settings.put(ACTING_PERSON, named)
    settings.save()

    run(["import", "tasks", str(file), str(source), "--apply"], TODAY)

    with open_reader(file) as reader:
        (who,) = reader.execute("select who from change_log order by id desc limit 1").fetchone()
    assert who == (named or getpass.getuser())


def test_the_same_file_again_is_no_error_and_changes_nothing(file, source, capsys) -> None:
    command = ["import", "tasks", str(file), str(source), "--apply"]
    assert run(command, TODAY) == 0
    before = file.read_bytes()
    capsys.readouterr()

    assert run([*command, "--json"], TODAY) == 0

    again = said(capsys)
    counts = {key: again[key] for key in ("new", "changed", "same", "rejected", "applied")}
    assert counts == {"new": 0, "changed": 0, "same": 1, "rejected": 1, "applied": False}
    assert "backup" not in again
    assert run(command, TODAY) == 0
    assert "sổ vẫn như trước" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_old_letters_are_turned_into_unicode_and_that_is_told(file, tmp_path, capsys) -> None:
    vni(tmp_path / "vni.xlsx")
    command = ["import", "tasks", str(file), str(tmp_path / "vni.xlsx"), "--json"]

    assert run(command, TODAY) == 0

    told = said(capsys)
    assert told["new"] == 1
    assert any("VNI" in note for note in told["notes"])


def test_old_letters_stay_where_they_are_asked_to(file, tmp_path, capsys) -> None:
    vni(tmp_path / "vni.xlsx")
    command = ["import", "tasks", str(file), str(tmp_path / "vni.xlsx"), "--json"]

    run([*command, "--legacy", "keep"], TODAY)

    assert "VNI" not in capsys.readouterr().out


def test_in_words_it_says_where_and_why(file, source, capsys) -> None:
    assert run(["import", "tasks", str(file), str(source)], TODAY) == 0

    told = capsys.readouterr()
    assert "mới 1, thay đổi 0, giữ nguyên 0, không nhận 1" in told.out
    assert "Dòng 3, cột E (Thời hạn): Ngày “31/02/2018” không có trong lịch." in told.out
    assert "--apply" in told.err


def test_a_file_that_is_none_is_refused(file, tmp_path, capsys) -> None:
    assert run(["import", "tasks", str(file), str(tmp_path / "không có.xlsx")], TODAY) == 2
    assert "Không thấy tệp" in capsys.readouterr().err


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "sổ rối.xlsx"
    titles = ["Mã", "Nội dung nhiệm vụ", "Đơn vị", "Thời hạn", "Tỷ lệ (%)"]
    a_book(
        ["SỔ THEO DÕI NĂM 2018"],
        titles,
        ["TT-05", "Rà soát các hộ vay vốn", "HND", "Trong quý II", 40],
        [None, "Cộng: 1 việc"],
        ["TT-06", "Tập huấn cho cán bộ", "HND, Tỉnh Đoàn", "30/6", None],
    ).save(path)
    return path


def test_every_row_is_told_and_all_that_was_assumed(file, messy, capsys) -> None:
    assert run(["import", "tasks", str(file), str(messy), "--json"], TODAY) == 0

    told = said(capsys)
    assert [(row["row"], row["reason"]) for row in told["passed_over"]] == [
        (1, "phần phía trên hoặc ngoài bảng"),
        (2, "dòng tên cột"),
        (4, "dòng cộng"),
    ]
    assert set(told["passed_over"][0]) == {"sheet", "row", "reason", "text"}
    assumed = [(one["row"], one["field"], one["value"]) for one in told["assumed"]]
    assert (3, "due_date", "30/06/2018") in assumed
    assert (3, "work_state", "Đang thực hiện") in assumed
    assert all(one["sheet"] and one["reason"] for one in told["assumed"])
    assert told["notes"] == []
    (problem,) = told["problems"]
    assert (problem["row"], problem["column"]) == (5, "C")


@pytest.mark.parametrize(("chosen", "count"), [("split", 3), ("first", 2)])
def test_two_leads_are_what_was_asked_for(file, messy, capsys, chosen, count) -> None:
    command = ["import", "tasks", str(file), str(messy), "--two-leads", chosen, "--json"]

    assert run(command, TODAY) == 0

    told = said(capsys)
    assert (told["new"], told["rejected"]) == (count, 0)


def test_the_list_gives_what_the_register_said(file, messy, capsys) -> None:
    run(["import", "tasks", str(file), str(messy), "--apply", "--json"], TODAY)
    capsys.readouterr()

    assert run(["list", "tasks", str(file), "--json"], TODAY) == 0

    (task,) = [task for task in said(capsys) if task["office_code"]]
    assert (task["office_code"], task["deadline_wording"], task["percent"]) == (
        "TT-05",
        "Trong quý II",
        40,
    )
    assert task["due_date"] == "2018-06-30"


def test_another_kind_of_table_is_refused_for_what_it_is(file, tmp_path, capsys) -> None:
    path = tmp_path / "dự toán.xlsx"
    a_book(
        ["DỰ TOÁN KINH PHÍ HỘI NGHỊ"],
        ["TT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Nước uống đại biểu", "chai", 100, 5000, 500000],
    ).save(path)

    assert run(["import", "tasks", str(file), str(path)], TODAY) == 1
    assert "kinh phí" in capsys.readouterr().err
