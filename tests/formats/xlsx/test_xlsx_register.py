"""The register as Excel: the form, the totals, and typed text that stays text."""

import unicodedata
from datetime import date, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.minutes_contents import RegisterReport
from coordapp.domain.kernel.errors import Cancelled, DocumentError
from coordapp.domain.tasks.task import Task, WorkState, deadline_state
from coordapp.domain.words.labels import printed_state
from coordapp.formats.xlsx import xlsx_register
from tests.build import a_task
from tests.formats.report_register import a_register, a_row

HEADER, FIRST = 8, 9


def step(_done: int, _total: int) -> None:
    """Go on."""


def written(folder: Path, report: RegisterReport) -> Any:
    target = folder / "so.xlsx"
    xlsx_register.write(report, target, step)
    return openpyxl.load_workbook(target)


def sheet_of(folder: Path, report: RegisterReport) -> Any:
    return written(folder, report)["Nhiệm vụ"]


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet for cell in row if cell.value is not None]


def test_the_columns_are_those_of_the_form(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row()))
    assert [cell.value for cell in sheet[HEADER]] == [
        "TT", "Nội dung nhiệm vụ", "Văn bản giao (số, ngày)", "Đơn vị chủ trì",
        "Đơn vị phối hợp", "Thời hạn", "Tình hình, kết quả thực hiện", "Ngày hoàn thành",
        "Trạng thái", "Khó khăn, nguyên nhân", "Ghi chú",
    ]  # fmt: skip


def test_a_row_carries_the_task_as_the_screen_shows_it(tmp_path: Path) -> None:
    row = a_row(
        content="Tại 14 địa phương",
        finished_on=date(2018, 3, 30),
        state_label="Đã hoàn thành đúng hạn",
        difficulty="Thiếu xe",
        note="Ưu tiên",
        deadline_wording="trong quý I/2018",
    )
    sheet = sheet_of(tmp_path, a_register(row))
    assert [cell.value for cell in sheet[FIRST]] == [
        1, "Rà soát các hộ đăng ký vay vốn\nTại 14 địa phương",
        "Kết luận 2, Hội nghị tổng kết ngày 29/12/2017", "HND", "Hội LHPN; Hội CCB",
        datetime(2018, 3, 31), "Đã rà soát 40 hộ.", datetime(2018, 3, 30),
        "Đã hoàn thành đúng hạn", "Thiếu xe",
        "NV-2018-001\nHạn theo văn bản: trong quý I/2018\nƯu tiên",
    ]  # fmt: skip


def test_dates_are_dates_and_are_shown_day_first(tmp_path: Path) -> None:
    cell = sheet_of(tmp_path, a_register(a_row())).cell(FIRST, 6)
    assert (cell.is_date, cell.number_format) == (True, "dd/mm/yyyy")


def test_a_task_without_date_shows_the_words_of_the_paper(tmp_path: Path) -> None:
    row = a_row(due=None, deadline_wording="thường xuyên")
    assert sheet_of(tmp_path, a_register(row)).cell(FIRST, 6).value == "thường xuyên"


def test_a_date_before_excel_begins_is_written_as_text(tmp_path: Path) -> None:
    row = a_row(due=date(1899, 12, 31))
    assert sheet_of(tmp_path, a_register(row)).cell(FIRST, 6).value == "31/12/1899"


@pytest.mark.parametrize(
    ("style", "title"),
    [
        (DocumentStyle.PARTY, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (DocumentStyle.STATE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_both_letterheads_name_body_title_place_and_day(
    tmp_path: Path, style: DocumentStyle, title: str
) -> None:
    shown = texts(sheet_of(tmp_path, a_register(a_row(), style=style)))
    for text in (
        title,
        "TỈNH ỦY QUẢNG NINH",
        "BAN CHỈ ĐẠO ĐIỀU HÀNH CHƯƠNG TRÌNH PHỐI HỢP HOẠT ĐỘNG",
        "Quảng Ninh, ngày 31 tháng 3 năm 2018",
        "BẢNG TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
        "(Số liệu tính đến ngày 31/3/2018)",
        "NGƯỜI LẬP BIỂU",
        "TRƯỞNG BAN",
        "Nguyễn Văn Hưởng",
    ):
        assert text in shown


def test_the_sheet_prints_on_a4_landscape_with_the_header_on_every_page(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row()))
    set_up = sheet.page_setup
    assert (set_up.orientation, int(set_up.paperSize)) == ("landscape", 9)
    assert (set_up.fitToWidth, set_up.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEADER}:${HEADER}"
    assert sheet.freeze_panes == f"C{FIRST}"
    assert sheet.auto_filter.ref == f"A{HEADER}:K{FIRST}"


def test_every_cell_of_the_table_is_bordered_wrapped_and_in_times_new_roman(
    tmp_path: Path,
) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row(), a_row(code="NV-2018-002", progress="")))
    for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 1, max_col=11):
        for cell in row:
            assert cell.border.left.style == cell.border.bottom.style == "thin"
            assert cell.alignment.wrap_text
            assert (cell.font.name, cell.font.size) == ("Times New Roman", 12)


def test_a_row_is_high_enough_for_its_longest_text(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row(), a_row(progress="chữ " * 200)))
    assert sheet.row_dimensions[FIRST + 1].height > 4 * sheet.row_dimensions[FIRST].height


def test_totals_are_formulas_over_the_whole_table(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row(), a_row(code="NV-2018-002")))
    formulas = {
        sheet.cell(row, 2).value: sheet.cell(row, 3).value
        for row in range(FIRST + 3, FIRST + 3 + 7)
    }
    assert formulas["Tổng số nhiệm vụ"] == '=COUNTIF($I$9:$I$10,"?*")'
    assert formulas["Chưa hoàn thành, quá hạn"] == '=COUNTIF($I$9:$I$10,"*, quá hạn")'


@given(
    state=st.sampled_from(WorkState),
    kind=st.sampled_from(DeadlineKind),
    due=st.none() | st.dates(date(2018, 1, 1), date(2018, 6, 30)),
    finished=st.dates(date(2018, 1, 1), date(2018, 6, 30)),
)
def test_every_state_a_task_can_be_in_is_counted_exactly_once(
    state: WorkState, kind: DeadlineKind, due: date | None, finished: date
) -> None:
    done_on = finished if state is WorkState.DONE else None
    task: Task = a_task(work_state=state, deadline_kind=kind, due=due, finished_on=done_on)
    label = printed_state(task, deadline_state(task, date(2018, 3, 31), 3))
    row = a_row(state_label=label)
    xlsx_register._ensure_adds_up(a_register(row), Path("so.xlsx"))


def test_a_table_that_does_not_add_up_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "so.xlsx"
    report = a_register(a_row(state_label="Trạng thái lạ"))
    with pytest.raises(DocumentError, match="does_not_add_up"):
        xlsx_register.write(report, target, step)
    assert not target.exists()


HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+84912345678",
    "-5%",
    "@SUM(A1)",
    "\tlùi vào",
    "#N/A",
    "<b>đậm</b> & co",
    "_x0041_",
    "TRUE",
    "007",
    "12/3",
    "chữ 🇻🇳 ghép",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_stays_text(tmp_path: Path, text: str) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row(progress=text)))
    cell = sheet.cell(FIRST, 7)
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == text


def test_text_that_looks_like_a_formula_stays_text_when_it_is_edited(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row(progress="=1+1"), a_row()))
    assert sheet.cell(FIRST, 7).quotePrefix
    assert not sheet.cell(FIRST + 1, 7).quotePrefix


def test_decomposed_text_is_written_composed(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", "Hội Nông dân tỉnh")
    sheet = sheet_of(tmp_path, a_register(a_row(progress=typed)))
    assert sheet.cell(FIRST, 7).value == "Hội Nông dân tỉnh"


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register(a_row(progress="a\x00b\x1fc\r\nd\x0be")))
    assert sheet.cell(FIRST, 7).value == "abc\nd\ne"


@pytest.mark.parametrize("letter", ["ộ", "🇻"])
def test_text_longer_than_a_cell_is_said_and_kept_whole_on_its_own_sheet(
    tmp_path: Path, letter: str
) -> None:
    typed = f"{letter}b" * 20_000
    book = written(tmp_path, a_register(a_row(progress=typed)))
    # it goes on in the rows below, up to what a single cell would hold
    cells = (row[6].value for row in book["Nhiệm vụ"].iter_rows(min_row=FIRST))
    shown = "".join(takewhile(bool, cells))
    assert shown.endswith("(xem đủ ở trang “Nội dung dài”)")
    rows = list(book["Nội dung dài"].iter_rows(min_row=2, values_only=True))
    assert {row[:2] for row in rows} == {("NV-2018-001", "Tình hình, kết quả thực hiện")}
    assert "".join(row[3] for row in rows) == typed
    assert all(len(row[3].encode("utf-16-le")) // 2 <= 32_767 for row in rows)


def test_without_long_text_there_is_one_sheet(tmp_path: Path) -> None:
    assert written(tmp_path, a_register(a_row())).sheetnames == ["Nhiệm vụ"]


def test_an_empty_register_says_so(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, a_register())
    assert sheet.cell(FIRST, 2).value == "Không có nhiệm vụ nào."


def test_cancelling_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "so.xlsx"
    target.write_bytes(b"before")

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        xlsx_register.write(a_register(*[a_row()] * 300), target, stop)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_can_be_written(tmp_path: Path, text: str) -> None:
    row = a_row(title=text, progress=text, note=text, lead_unit=text)
    sheet = sheet_of(tmp_path, a_register(row))
    assert sheet.cell(FIRST, 7).data_type in ("s", "n")
