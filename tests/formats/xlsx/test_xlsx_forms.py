"""The Excel forms: what they hold, that they add up, and that typed text stays text."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.status import Bucket, Grouping, StatusFigure, StatusRow
from coordapp.domain.figures.status_labels import LONGEST
from coordapp.domain.kernel.errors import Cancelled, DocumentError
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.formats.xlsx import (
    xlsx_cached,
    xlsx_form,
    xlsx_lists,
    xlsx_register,
    xlsx_status,
    xlsx_task,
)
from coordapp.formats.xlsx.xlsx_form import Form, FormColumn, FormPart
from coordapp.services.documents import paper_reading
from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import open_reader
from tests.formats.sheets import dump, worked_out

FIRST = 10  # row of the status table, under two rows of header
STATUS_FIGURES = list(StatusFigure)
HOSTILE = ("=1+1", "+84", "@SUM(A1)", "#N/A", "_x0041_", "<b>đậm</b>", "a\x00b")


def step(_done: int, _total: int) -> None:
    """Go on."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path


def status(target: Path, path: Path, asked: FormRequest) -> None:
    with open_reader(path) as reader:
        report = form_reading.status_table(reader, asked)
    xlsx_status.write(report, target, step)


def late(target: Path, path: Path, asked: FormRequest) -> None:
    with open_reader(path) as reader:
        report = form_reading.late(reader, asked)
    xlsx_lists.write_late(report, target, step)


def conclusions(target: Path, path: Path, asked: FormRequest) -> None:
    with open_reader(path) as reader:
        report = form_reading.conclusions(reader, asked)
    xlsx_lists.write_conclusions(report, target, step)


def attendance(target: Path, path: Path, asked: FormRequest) -> None:
    with open_reader(path) as reader:
        report = form_reading.attendance(reader, replace(asked, as_of=date(2017, 12, 31)))
    xlsx_lists.write_attendance(report, target, step)


def grouped(target: Path, path: Path, asked: FormRequest) -> None:
    with open_reader(path) as reader:
        report = form_reading.grouped(reader, asked)
    xlsx_lists.write_grouped(report, target, step)


def task(target: Path, path: Path, asked: FormRequest) -> None:
    with open_reader(path) as reader:
        report = form_reading.task(reader, "NV-2018-017", asked)
    # who is logged in on this machine is no part of the form
    history = tuple(replace(line, who="thư ký") for line in report.history)
    xlsx_task.write(replace(report, history=history), target, step)


Write = Callable[[Path, Path, FormRequest], None]
PARTY, STATE = (
    FormRequest(as_of=SAMPLE_DAY),
    FormRequest(as_of=SAMPLE_DAY, style=DocumentStyle.STATE),
)
BY_MONTH = replace(PARTY, span=SpanKind.MONTH, grouping=Grouping.SOURCE)
FORMS: dict[str, tuple[Write, FormRequest]] = {
    "status_party": (status, PARTY),
    "status_state": (status, replace(STATE, sources=False)),
    "status_month_by_paper": (status, BY_MONTH),
    "late_party": (late, PARTY),
    "late_state": (late, STATE),
    "conclusions_party": (conclusions, PARTY),
    "conclusions_state": (conclusions, STATE),
    "attendance_party": (attendance, PARTY),
    "attendance_state": (attendance, STATE),
    "register_by_unit": (grouped, PARTY),
    "register_by_paper": (grouped, replace(STATE, grouping=Grouping.SOURCE)),
    "task_party": (task, PARTY),
    "task_state": (task, STATE),
}
each_form = pytest.mark.parametrize("name", FORMS)


def written(name: str, folder: Path, sample: Path) -> Path:
    target = folder / f"{name}.xlsx"
    write, asked = FORMS[name]
    write(target, sample, asked)
    return target


@each_form
def test_a_form_is_the_one_agreed_on(
    name: str, tmp_path: Path, sample: Path, golden: Callable[[str, str], None]
) -> None:
    golden(f"xlsx_{name}.txt", dump(written(name, tmp_path, sample)))


@each_form
def test_every_sheet_prints_on_a4_landscape_with_its_header_on_every_page(
    name: str, tmp_path: Path, sample: Path
) -> None:
    for sheet in load_workbook(written(name, tmp_path, sample)):
        page = sheet.page_setup
        assert (page.orientation, int(page.paperSize)) == ("landscape", 9)
        assert (page.fitToWidth, page.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        assert sheet.print_area.endswith(f"${sheet.max_row}")


@each_form
def test_every_form_tells_its_day_and_ends_with_signatures(
    name: str, tmp_path: Path, sample: Path
) -> None:
    sheet = load_workbook(written(name, tmp_path, sample)).worksheets[0]
    shown = [str(cell.value) for row in sheet for cell in row if cell.value is not None]
    day = "31/12/2017" if name.startswith("attendance") else "31/3/2018"
    assert any(f"Số liệu tính đến ngày {day}" in text for text in shown)
    for text in ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN", "Nguyễn Văn Hưởng"):
        assert text in shown
    title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" if "state" in name else "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert title in shown or name == "register_by_paper"


@pytest.mark.parametrize("asked", [PARTY, STATE, BY_MONTH], ids=["party", "state", "month"])
def test_the_sums_of_the_status_table_are_the_figures_of_the_screen(
    asked: FormRequest, tmp_path: Path, sample: Path
) -> None:
    with open_reader(sample) as reader:
        report = form_reading.status_table(reader, asked)
    xlsx_status.write(report, tmp_path / "bang.xlsx", step)
    values = worked_out(load_workbook(tmp_path / "bang.xlsx").worksheets[0])

    rows = (*report.table.rows, report.table.total)
    for number, row in enumerate(rows, start=FIRST):
        assert status_row(values, number) == shown(row)
    if report.table.previous is not None:
        total = report.table.previous.total
        last = FIRST + len(report.table.rows)
        assert [values[f"{letter}{last}"] for letter in "PQRS"] == [
            total.count(figure)
            for figure in (
                StatusFigure.TOTAL,
                StatusFigure.OPEN_OVERDUE,
                StatusFigure.DUE,
                StatusFigure.DUE_DONE,
            )
        ]


def test_a_table_with_nothing_before_says_so_and_has_no_columns_for_it(
    tmp_path: Path, sample: Path
) -> None:
    asked = replace(PARTY, as_of=date(2016, 2, 1))
    status(tmp_path / "bang.xlsx", sample, asked)
    sheet = load_workbook(tmp_path / "bang.xlsx").worksheets[0]

    assert sheet.max_column == 15
    said = [row[0] for row in sheet.values]
    assert "So với cùng kỳ năm trước: chưa có kỳ trước." in said


def status_row(values: dict[str, Any], row: int) -> list[Any]:
    return [values[f"{letter}{row}"] for letter in "CDEFGHIJKLMNO"]


def shown(row: StatusRow) -> list[Any]:
    rate = "–" if row.rate is None else row.rate
    return [*(row.count(figure) for figure in STATUS_FIGURES), rate, row.longest_delay]


def test_the_sources_list_exactly_the_tasks_behind_the_numbers(
    tmp_path: Path, sample: Path
) -> None:
    with open_reader(sample) as reader:
        report = form_reading.status_table(reader, PARTY)
    xlsx_status.write(report, tmp_path / "bang.xlsx", step)
    listed = list(
        load_workbook(tmp_path / "bang.xlsx")["Chi tiết"].iter_rows(min_row=2, values_only=True)
    )

    assert len({row[1] for row in listed}) == len(listed) == report.table.counted
    overdue = [row for row in listed if row[3] == "Chưa hoàn thành, quá hạn"]
    assert len(overdue) == report.table.total.count(StatusFigure.OPEN_OVERDUE)


def test_without_a_period_before_the_table_says_so(tmp_path: Path, sample: Path) -> None:
    asked = FormRequest(as_of=date(2016, 3, 1), span=SpanKind.YEAR)
    status(tmp_path / "bang.xlsx", sample, asked)
    sheet = load_workbook(tmp_path / "bang.xlsx").worksheets[0]
    assert any("chưa có kỳ trước" in str(cell.value) for row in sheet for cell in row)


def test_a_status_table_that_does_not_add_up_is_not_written(tmp_path: Path, sample: Path) -> None:
    with open_reader(sample) as reader:
        report = form_reading.status_table(reader, PARTY)
    total = replace(report.table.total, tasks=dict.fromkeys(Bucket, ()))
    wrong = replace(report, table=replace(report.table, total=total))

    with pytest.raises(DocumentError, match="does_not_add_up"):
        xlsx_status.write(wrong, tmp_path / "bang.xlsx", step)
    assert list(tmp_path.iterdir()) == []


def test_the_counts_under_the_late_tasks_are_right(tmp_path: Path, sample: Path) -> None:
    values = worked_out(load_workbook(written("late_party", tmp_path, sample)).worksheets[0])
    with open_reader(sample) as reader:
        report = form_reading.late(reader, PARTY)
    numbers = counts_under(values, "D")
    assert numbers == {
        "Số nhiệm vụ quá hạn": len(report.lines),
        LONGEST: report.lines[0].days_late,
    }


def counts_under(values: dict[str, Any], letter: str) -> dict[str, Any]:
    """Read the labels under a table with the numbers in a column beside them."""
    return {
        text: values[f"{letter}{place[1:]}"]
        for place, text in values.items()
        if place.startswith("A")
        and isinstance(text, str)
        and isinstance(values.get(f"{letter}{place[1:]}"), int)
    }


def test_the_counts_under_the_grouped_register_are_those_of_its_rows(
    tmp_path: Path, sample: Path
) -> None:
    values = worked_out(load_workbook(written("register_by_unit", tmp_path, sample)).worksheets[0])
    numbers = counts_under(values, "C")
    total = numbers.pop("Tổng số nhiệm vụ")
    with open_reader(sample) as reader:
        report = form_reading.grouped(reader, PARTY)
    counted = [numbers[label] for label, _ in xlsx_lists.xlsx_register.TOTALS]
    assert total == sum(counted) == sum(len(rows) for _, rows in report.parts)


def a_form(*texts: str, heading: str = "") -> Form:
    columns = (
        FormColumn(title="TT", width=5),
        FormColumn(title="Mã", width=9),
        FormColumn(title="Lời", width=40),
    )
    rows = [(number, f"M{number}", text) for number, text in enumerate(texts, 1)]
    return Form(sheet="Thử", columns=columns, parts=(FormPart(rows=rows, heading=heading),))


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_stays_text_in_rows_and_headings(tmp_path: Path, text: str) -> None:
    target = tmp_path / "thu.xlsx"
    xlsx_form.write([a_form(text, heading=text)], target, step)
    sheet = load_workbook(target).worksheets[0]
    for cell in (sheet["A2"], sheet["C3"]):
        assert cell.data_type == "s"
        assert cell.value.replace("_x005F_", "_") == text.replace("\x00", "")


def test_a_long_text_that_no_cell_takes_as_it_is_names_its_row_all_the_same(tmp_path: Path) -> None:
    typed = "=1\x00\n" + "ộb" * 20_000
    target = tmp_path / "thu.xlsx"
    xlsx_form.write([replace(a_form(typed, heading=typed), key=2)], target, step)
    rows = list(load_workbook(target)["Nội dung dài"].iter_rows(min_row=2))
    assert {row[0].value for row in rows} == {"=1"}
    assert {cell.data_type for row in rows for cell in row} == {"s", "n"}


@pytest.mark.parametrize("place", ["row", "heading"])
def test_text_longer_than_a_cell_is_kept_whole_on_its_own_sheet(tmp_path: Path, place: str) -> None:
    typed = "ộb" * 20_000
    target = tmp_path / "thu.xlsx"
    form = a_form(typed) if place == "row" else a_form("x", heading=typed)
    xlsx_form.write([form], target, step)
    rows = load_workbook(target)["Nội dung dài"].iter_rows(min_row=2, values_only=True)
    assert "".join(row[3] for row in rows) == typed


def test_dates_of_any_year_are_written(tmp_path: Path) -> None:
    target = tmp_path / "thu.xlsx"
    columns = (
        FormColumn(title="TT", width=5),
        FormColumn(title="Mã", width=9),
        FormColumn(title="Ngày", width=12),
    )
    part = FormPart(rows=[(1, "a", date(1899, 1, 1)), (2, "b", date(2018, 3, 31))])
    xlsx_form.write([Form(sheet="Thử", columns=columns, parts=(part,))], target, step)
    sheet = load_workbook(target).worksheets[0]
    assert sheet["C2"].value == "01/01/1899"
    assert (sheet["C3"].is_date, sheet["C3"].number_format) == (True, "dd/mm/yyyy")


def test_cancelling_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "thu.xlsx"
    target.write_bytes(b"before")

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        xlsx_form.write([a_form(*["chữ"] * 300)], target, stop)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def held(path: Path) -> dict[tuple[str, str], Any]:
    """Give the values that stand beside the formulas, by sheet and cell."""
    ours, values = load_workbook(path), load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in ours
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@each_form
def test_every_formula_carries_the_value_it_works_out_to(
    name: str, tmp_path: Path, sample: Path
) -> None:
    path = written(name, tmp_path, sample)
    expected = {
        (sheet.title, place): value
        for sheet in load_workbook(path)
        for place, value in worked_out(sheet).items()
    }

    values = held(path)

    assert values or name.startswith("task")
    for place, value in values.items():
        assert value == pytest.approx(expected[place]), place


def test_the_register_carries_its_totals(tmp_path: Path, sample: Path) -> None:
    with open_reader(sample) as reader:
        report = paper_reading.register(reader, TaskQuery(), SAMPLE_DAY)
    xlsx_register.write(report, tmp_path / "so.xlsx", lambda _done, _total: None)

    found = list(held(tmp_path / "so.xlsx").values())

    assert found[0] == len(report.rows) == sum(found[1:]) > 0


def test_a_value_finds_its_place_wherever_a_block_of_the_sheet_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = a_form(*[f"<f>#~n~9</f> & số {n}" for n in range(30)])
    xlsx_form.write([form], tmp_path / "mot.xlsx", lambda _done, _total: None)
    for size in (1, 7, 64, 1000):
        monkeypatch.setattr(xlsx_cached, "_BLOCK", size)
        xlsx_form.write([form], tmp_path / "hai.xlsx", lambda _done, _total: None)

        with ZipFile(tmp_path / "mot.xlsx") as one, ZipFile(tmp_path / "hai.xlsx") as other:
            name = "xl/worksheets/sheet1.xml"
            assert one.read(name) == other.read(name)


def without_values(path: Path) -> Path:
    """Write the workbook again without what it knows, so that a spreadsheet must calculate."""
    bare = path.with_name(f"{path.stem}-trần.xlsx")
    with ZipFile(path) as old, ZipFile(bare, "w") as new:
        for part in old.namelist():
            new.writestr(part, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", old.read(part)))
    assert not any(held(bare).values())
    return bare


OFFICE = shutil.which("soffice")


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_libreoffice_opens_every_form_recalculates_the_same_and_prints_landscape(
    tmp_path: Path, sample: Path
) -> None:
    from pypdf import PdfReader

    paths = [without_values(written(name, tmp_path, sample)) for name in FORMS]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("xlsx", "pdf"):
        done = subprocess.run(
            [
                OFFICE,
                profile,
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                tmp_path / "ra",
                *paths,
            ],
            capture_output=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0
    for path in paths:
        ours = load_workbook(path)
        theirs = load_workbook(tmp_path / "ra" / path.name, data_only=True)
        for sheet in ours:
            for place, value in worked_out(sheet).items():
                found = theirs[sheet.title][place].value
                same = found == value or found == pytest.approx(value)
                assert same, (path.name, sheet.title, place)
        for page in PdfReader(tmp_path / "ra" / f"{path.stem}.pdf").pages:
            box = page.mediabox
            assert (round(box.width), round(box.height)) == (842, 595)
