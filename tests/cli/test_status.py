"""The figures of a file without a window: they add up, for every day and every way of asking."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from coordapp.cli.main import run
from coordapp.services.committee import committee_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("status") / "mẫu.db"
    write_sample(target)
    return target


def asked(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> dict[str, Any]:
    code = run(["status", str(path), "--json", *more], SAMPLE_DAY)
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    tree = json.loads(out)
    assert isinstance(tree, dict)
    return tree


@pytest.mark.parametrize("by", ["unit", "conference", "source"])
@pytest.mark.parametrize("basis", ["original", "extended"])
@pytest.mark.parametrize("day", ["2017-01-01", "2018-01-31", "2018-03-31", "2030-01-01"])
def test_the_figures_add_up(
    capsys: pytest.CaptureFixture[str], path: Path, by: str, basis: str, day: str
) -> None:
    tree = asked(capsys, path, "--as-of", day, "--by", by, "--basis", basis)

    assert (tree["as_of"], tree["by"], tree["basis"]) == (day, by, basis)
    for row in (*tree["rows"], tree["total"]):
        assert row["total"] == (
            row["done_on_time"] + row["done_late"] + row["open_in_time"] + row["open_overdue"]
        )
    for name in ("total", "no_deadline", "on_hold", "due", "due_done"):
        assert tree["total"][name] == sum(row[name] for row in tree["rows"])


def test_the_sample_has_the_figures_of_its_register(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    total = asked(capsys, path)["total"]

    run(["list", "tasks", str(path), "--json"], SAMPLE_DAY)
    listed = json.loads(capsys.readouterr().out)
    parents = {task["parent"] for task in listed}
    single = [
        task
        for task in listed
        if task["code"] not in parents and task["work_state"] not in ("draft", "cancelled")
    ]
    overdue = [task for task in single if task["deadline_state"] == "overdue"]
    late = [task for task in single if task["deadline_state"] == "late"]
    assert (total["open_overdue"], total["done_late"]) == (len(overdue), len(late))
    assert total["total"] + total["no_deadline"] + total["on_hold"] == len(single)


def test_a_period_is_compared_with_the_one_before(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    tree = asked(capsys, path, "--as-of", "2018-03-31", "--period", "month")

    assert (tree["period"], tree["since"]) == ("tháng 4/2018", "2018-03-15")
    before = tree["previous"]
    assert (before["period"], before["since"], before["as_of"]) == (
        "tháng 3/2018", "2018-02-15", "2018-03-14",
    )  # fmt: skip


def test_without_json_the_table_is_in_words_with_the_figures_it_is_compared_with(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    assert run(["status", str(path), "--as-of", "2018-03-31", "--period", "month"], SAMPLE_DAY) == 0

    out, err = capsys.readouterr()
    first, *rows = [line.split("\t") for line in out.splitlines()]
    assert first[:3] == ["Đơn vị chủ trì", "Tổng số", "Đã hoàn thành"]
    assert first[-2:] == ["Kỳ trước: tổng số", "Kỳ trước: tỷ lệ"]
    assert {len(row) for row in rows} == {len(first)}
    *_, total = rows
    assert total[0] == "Tổng cộng"
    tree = asked(capsys, path, "--as-of", "2018-03-31", "--period", "month")
    assert total[1] == str(tree["total"]["total"])
    assert total[-2] == str(tree["previous"]["total"]["total"])
    assert "So với kỳ trước: tháng 3/2018" in err


def test_a_day_is_compared_with_the_figures_of_the_same_day_of_the_year_before(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    then = asked(capsys, path, "--as-of", "2018-03-31")
    tree = asked(capsys, path, "--as-of", "2019-03-31")

    assert (tree["previous"]["as_of"], tree["previous"]["since"]) == ("2018-03-31", None)
    assert tree["previous"]["total"] == then["total"]


@pytest.mark.parametrize(
    ("day", "before"), [("2020-02-29", "2019-02-28"), ("2021-02-28", "2020-02-28")]
)
def test_a_leap_day_is_compared_with_the_last_of_february(
    capsys: pytest.CaptureFixture[str], path: Path, day: str, before: str
) -> None:
    assert asked(capsys, path, "--as-of", day)["previous"]["as_of"] == before


def test_the_first_year_of_the_calendar_has_none_before(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    assert asked(capsys, path, "--as-of", "0001-02-28")["previous"] is None


def test_before_the_first_task_there_is_no_period_to_compare_with(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    assert asked(capsys, path, "--period", "year", "--as-of", "2016-03-01")["previous"] is None


def test_an_empty_file_has_figures_of_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Store.create(tmp_path / "rỗng.db").close()

    tree = asked(capsys, tmp_path / "rỗng.db", "--period", "quarter")

    assert (tree["rows"], tree["total"]["total"], tree["previous"]) == ([], 0, None)
    assert tree["total"]["rate_percent"] is None


def test_without_json_a_line_is_a_row_and_the_last_the_total(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    assert run(["status", str(path), "--period", "quarter"], SAMPLE_DAY) == 0

    out, err = capsys.readouterr()
    assert out.splitlines()[-1].startswith("Tổng cộng\t")
    assert "quý II/2018" in err


@pytest.mark.parametrize(
    "paper",
    [
        ["status", "TỆP", "RA", "--by", "conference", "--basis", "original"],
        ["status", "TỆP", "RA", "--period", "nine_months", "--style", "state", "--no-sources"],
        ["late", "TỆP", "RA", "--as-of", "2018-02-28"],
        ["conclusions", "TỆP", "RA", "--as-of", "2017-12-30"],
        ["attendance", "TỆP", "RA", "--as-of", "2016-12-30"],
        ["task", "TỆP", "NV-2018-010", "RA"],
        ["register", "TỆP", "RA", "--group", "unit"],
    ],
    ids=lambda paper: " ".join(paper),
)
def test_every_form_is_written(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path, paper: list[str]
) -> None:
    target = tmp_path / "ra.xlsx"
    places = {"TỆP": str(path), "RA": str(target)}

    assert run(["export", *(places.get(word, word) for word in paper)], SAMPLE_DAY) == 0
    assert load_workbook(target).worksheets[0].max_row > 9
    assert str(target) in capsys.readouterr().err


@pytest.mark.parametrize("paper", ["status", "late", "conclusions", "attendance"])
def test_a_form_of_an_empty_register_is_written_too(tmp_path: Path, paper: str) -> None:
    store = Store.create(tmp_path / "mới.db")
    committee_actions.set_up(store)
    store.close()
    target = tmp_path / "ra.xlsx"

    assert run(["export", paper, str(tmp_path / "mới.db"), str(target)], SAMPLE_DAY) == 0
    shown = [cell.value for cell in load_workbook(target).worksheets[0]["B"]]
    assert any(str(text).startswith("Không có") for text in shown)


def test_a_form_of_an_unknown_task_or_name_is_refused(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ra.xlsx"

    assert run(["export", "task", str(path), "NV-1", str(target)], SAMPLE_DAY) == 1
    assert "NV-1" in capsys.readouterr().err
    assert run(["export", "late", str(path), str(tmp_path / "ra.ods")], SAMPLE_DAY) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "more", [["--by", "x"], ["--basis", "x"], ["--period", "x"], ["--as-of", "1/1"]]
)
def test_a_wrong_choice_is_refused(
    capsys: pytest.CaptureFixture[str], path: Path, more: list[str]
) -> None:
    assert run(["status", str(path), *more], SAMPLE_DAY) == 2
    assert "Lệnh không đúng" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_counted_but_have_no_periods(
    capsys: pytest.CaptureFixture[str], path: Path, day: str
) -> None:
    assert asked(capsys, path, "--as-of", day)["as_of"] == day
    assert run(["status", str(path), "--as-of", day, "--period", "year"], SAMPLE_DAY) == 1
    assert "Hãy kiểm tra" in capsys.readouterr().err
