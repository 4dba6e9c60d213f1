"""`new`, `import units` and `draft`: from nothing to the drafts of a notice."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from coordapp.cli.main import run
from coordapp.store import open_reader
from coordapp.store.queries import committee_queries, unit_queries

TODAY = date(2018, 3, 31)
HEAD = ("TT", "Tên đầy đủ", "Tên viết tắt", "Mã", "Tên khác", "Nhóm")
NOTICE = (
    "Ban Chỉ đạo kết luận:\n1- Giao Hội ND tỉnh, phối hợp với Báo Sơn Hà mở lớp trước ngày 16/4.\n"
    "2- Vấn đề xe đưa đón đại biểu.\n"
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "sổ.db"
    assert run(["new", str(path)], TODAY) == 0
    return path


def a_table(path: Path, *rows: tuple, head: tuple = HEAD) -> Path:
    book = Workbook()
    for row in (("DANH SÁCH ĐƠN VỊ",), head, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def units(tmp_path: Path) -> Path:
    return a_table(
        tmp_path / "đơn vị.xlsx",
        (1, "Hội Nông dân tỉnh", "HND", "HND", "Hội Nông dân; HND tỉnh", "các hội"),
        (2, "Công an tỉnh", None, None, None, None),
        (3, None, "X", None, None, None),
        (4, "Hội Nông dân của tỉnh", "hnd", None, None, None),
    )


def said(capsys) -> dict:
    return json.loads(capsys.readouterr().out)


def test_a_new_file_has_its_committee_and_is_never_overwritten(file, capsys):
    with open_reader(file) as reader:
        assert committee_queries.read(reader).name == "Ban Chỉ đạo"
        assert unit_queries.all_units(reader) == []

    assert run(["new", str(file)], TODAY) == 2
    assert "không bị ghi đè" in capsys.readouterr().err


def test_a_preview_says_what_becomes_of_each_row_and_writes_nothing(file, units, capsys):
    before = file.read_bytes()
    capsys.readouterr()

    assert run(["import", "units", str(file), str(units), "--json"], TODAY) == 0

    told = said(capsys)
    assert (told["new"], told["rejected"], told["applied"]) == (2, 2, False)
    assert [(row["row"], row["outcome"]) for row in told["rows"]] == [
        (3, "new"), (4, "new"), (5, "rejected"), (6, "rejected"),
    ]  # fmt: skip
    assert told["rows"][2]["reason"].startswith("Dòng 5 chưa có tên đơn vị")
    assert [row["row"] for row in told["assumed"]] == [4]
    assert told["notes"] == ["Dòng 3: HND thuộc nhóm “các hội”."]
    assert file.read_bytes() == before


def test_units_are_written_in_the_order_of_the_table(file, units, capsys):
    assert run(["import", "units", str(file), str(units), "--apply", "--json"], TODAY) == 0

    with open_reader(file) as reader:
        written = unit_queries.all_units(reader)
    assert [(unit.short_name, unit.position, unit.aliases) for unit in written] == [
        ("HND", 1, "Hội Nông dân; HND tỉnh"), ("Công an tỉnh", 2, ""),
    ]  # fmt: skip


def test_the_same_table_changes_nothing_and_a_changed_cell_only_its_unit(
    file, units, tmp_path, capsys
):
    run(["import", "units", str(file), str(units), "--apply"], TODAY)
    again = a_table(
        tmp_path / "lại.xlsx",
        ("Hội Nông dân tỉnh", "HND"),
        ("Công an tỉnh Sơn Hà", "Công an tỉnh"),
        head=("Tên đơn vị", "Viết tắt"),
    )
    capsys.readouterr()

    assert run(["import", "units", str(file), str(again), "--apply", "--json"], TODAY) == 0

    told = said(capsys)
    assert (told["same"], told["changed"]) == (1, 1)
    with open_reader(file) as reader:
        first, second = unit_queries.all_units(reader)
    assert (first.aliases, second.name) == ("Hội Nông dân; HND tỉnh", "Công an tỉnh Sơn Hà")


def test_a_file_without_a_table_of_units_is_refused(file, tmp_path, capsys):
    source = a_table(tmp_path / "khác.xlsx", (1, 2), head=("Nội dung", "Thời hạn"))

    assert run(["import", "units", str(file), str(source)], TODAY) == 1
    assert "Không thấy bảng đơn vị" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_notice_gives_drafts_and_what_was_not_read(file, units, tmp_path, capsys, encoding, form):
    run(["import", "units", str(file), str(units), "--apply"], TODAY)
    notice = tmp_path / "thông báo.txt"
    notice.write_bytes(unicodedata.normalize(form, NOTICE).encode(encoding))
    before = file.read_bytes()
    capsys.readouterr()

    assert run(["draft", str(file), str(notice), "--on", "2018-03-22", "--json"], TODAY) == 0

    told = said(capsys)
    (one,) = told["drafts"]
    assert NOTICE[one["start"] : one["end"]] == one["quote"]
    assert one == one | {
        "lead_units": ["HND"],
        "coordinating_units": ["Báo Sơn Hà"],
        "due_kind": "date",
        "due_date": "2018-04-16",
        "due_wording": "trước ngày 16/4",
    }
    (left,) = told["unhandled"]
    assert NOTICE[left["start"] : left["end"]] == "Vấn đề xe đưa đón đại biểu"
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "kind", "due"),
    [
        ("trước ngày 16/4", "date", "2018-04-16"),
        ("trong tháng 5/2018", "period_end", "2018-05-31"),
        ("trong 10 ngày kể từ ngày 1/4/2018", "relative", "2018-04-11"),
        ("hằng tháng", "periodic", None),
        ("trước ngày 31/4/2018", "date", None),
        ("cho tốt", "none", None),
    ],
)
def test_the_kind_of_a_deadline_is_named(file, tmp_path, capsys, words, kind, due):
    notice = tmp_path / "a.txt"
    notice.write_text(f"Giao Công an tỉnh lập sổ {words}.", encoding="utf-8")
    capsys.readouterr()

    run(["draft", str(file), str(notice), "--on", "2018-03-22", "--json"], TODAY)

    (one,) = said(capsys)["drafts"]
    assert (one["due_kind"], one["due_date"]) == (kind, due)


def test_an_office_may_read_before_as_the_day_before(file, tmp_path, capsys):
    notice = tmp_path / "a.txt"
    notice.write_text("Giao Công an tỉnh lập sổ trước ngày 16/4.", encoding="utf-8")
    capsys.readouterr()

    run(
        ["draft", str(file), str(notice), "--on", "2018-03-22", "--json", "--before-means-day-before"],
        TODAY,
    )  # fmt: skip

    assert said(capsys)["drafts"][0]["due_date"] == "2018-04-15"


def test_drafts_are_told_in_words_too(file, tmp_path, capsys):
    notice = tmp_path / "a.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    capsys.readouterr()

    assert run(["draft", str(file), str(notice)], TODAY) == 0

    told = capsys.readouterr()
    assert "[Hội ND tỉnh; phối hợp Báo Sơn Hà; trước ngày 16/4]" in told.out
    assert "1 nhiệm vụ dự thảo, 1 chỗ chưa đọc được." in told.err


def test_a_notice_that_is_not_there_cannot_be_used(file, tmp_path, capsys):
    assert run(["draft", str(file), str(tmp_path / "không có.txt")], TODAY) == 2
