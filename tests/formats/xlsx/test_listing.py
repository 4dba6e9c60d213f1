"""A list as it is shown, as Excel and as PDF: the same rows, columns, groups and filter."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.figures.form_contents import FormHeading
from coordapp.domain.figures.listing import ListedColumn, ListedPart, Listing, ListingReport
from coordapp.domain.kernel.errors import Cancelled, DocumentError
from coordapp.formats.pdf import pdf_list, pdf_paper
from coordapp.formats.xlsx import xlsx_list
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.list_exports import ListingRequest, export_listing
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from tests.formats import read_pdf

COLUMNS = (
    ListedColumn(title="Mã", width=110),
    ListedColumn(title="Nhiệm vụ", width=300),
    ListedColumn(title="Hạn", width=98, centred=True),
)
HEADING = FormHeading(
    committee=Committee(
        id=1,
        name="Ban Chỉ đạo",
        superior_body="Tỉnh ủy",
        document_code="BCĐ",
        place="Quảng Ninh",
        document_style=DocumentStyle.PARTY,
    ),
    as_of=date(2018, 3, 31),
    style=DocumentStyle.PARTY,
    signer_name="Nguyễn Văn A",
)
HOSTILE = ("=1+1", "+84", "@SUM(A1)", "<b>đậm</b> & <para>", "a\x00b", "Tie\u0302\u0301ng Việt")


def step(_done: int, _total: int) -> None:
    """Go on."""


def a_report(*parts, columns=COLUMNS, **more):
    listing = Listing(title="Danh sách nhiệm vụ", columns=columns, parts=parts, **more)
    return ListingReport(heading=HEADING, listing=listing)


def a_row(number, title="Làm việc", due=date(2018, 4, 5)):
    return (f"NV-{number:03}", title, due)


GROUPED = (
    ListedPart(heading="Hội Nông dân: 2 nhiệm vụ", rows=[a_row(1), a_row(2)]),
    ListedPart(heading="Tỉnh Đoàn: 1 nhiệm vụ, 1 quá hạn", rows=[a_row(3, due="")]),
)


def sheet_rows(path):
    """Give the cells of the table, and the headings, from the row below its header."""
    sheet = load_workbook(path).active
    lines = [[cell.value for cell in row] for row in sheet]
    start = next(n for n, line in enumerate(lines) if line[0] == "TT") + 1
    return lines[start:]


def pdf_text(report):
    pages = PdfReader(BytesIO(pdf_paper.laid_out(pdf_list.composed(report)).data)).pages
    return [page.extract_text() for page in pages]


def test_excel_holds_the_groups_with_their_figures_and_numbers_rows_through(tmp_path):
    target = tmp_path / "a.xlsx"
    xlsx_list.write(a_report(*GROUPED, filtered="Quá hạn", total="3 nhiệm vụ"), target, step)

    lines = sheet_rows(target)

    assert lines[0][0] == "Hội Nông dân: 2 nhiệm vụ"
    assert [line[0] for line in lines[1:3]] == [1, 2]
    assert lines[3][1] == "Cộng"
    assert str(lines[3][2]).startswith("=COUNT(A")
    assert lines[4][0] == "Tỉnh Đoàn: 1 nhiệm vụ, 1 quá hạn"
    assert lines[5][:3] == [3, "NV-003", "Làm việc"]
    assert "Tổng số: 3 nhiệm vụ." in [line[0] for line in lines]


def test_both_papers_say_what_was_filtered(tmp_path):
    report = a_report(*GROUPED, filtered="Đơn vị: HND")
    xlsx_list.write(report, tmp_path / "a.xlsx", step)
    said = "(Đơn vị: HND. Số liệu tính đến ngày 31/3/2018)"

    assert said in [row[0].value for row in load_workbook(tmp_path / "a.xlsx").active]
    assert said in " ".join(pdf_text(report)[0].split())


def test_a_date_is_a_date_for_excel(tmp_path):
    xlsx_list.write(a_report(*GROUPED), tmp_path / "a.xlsx", step)

    cell = sheet_rows(tmp_path / "a.xlsx")[1][3]

    assert cell.date() == date(2018, 4, 5)


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_stays_text(tmp_path, text):
    report = a_report(ListedPart(rows=[a_row(1, text)], heading=text))
    xlsx_list.write(report, tmp_path / "a.xlsx", step)

    sheet = load_workbook(tmp_path / "a.xlsx").active

    # the line that counts the group is ours
    formulas = [cell.value for row in sheet for cell in row if cell.data_type == "f"]
    assert [text for text in formulas if not text.startswith("=COUNT(A")] == []
    assert len(formulas) == 1
    assert pdf_text(report)


@pytest.mark.parametrize("count", [401, 430, 700])
def test_a_long_list_repeats_its_header_only_at_the_top_of_pages(count):
    parts = [
        ListedPart(
            heading=f"Nhóm {start}",
            rows=[a_row(n, "Làm việc " * (1 + n % 7 * 5)) for n in range(start, start + 7)],
        )
        for start in range(1, count, 7)
    ]
    data = pdf_paper.laid_out(pdf_list.composed(a_report(*parts))).data

    headers = [one for one in read_pdf.lines(data) if one.text == "Nhiệm vụ"]

    assert len({one.page for one in headers}) == len(headers)
    assert all(one.y < 30 * read_pdf.MM for one in headers if one.page > 1)


def test_the_pdf_lies_across_and_repeats_its_header():
    pages = pdf_text(a_report(ListedPart(rows=[a_row(n) for n in range(1, 90)])))
    whole = PdfReader(
        BytesIO(pdf_paper.laid_out(pdf_list.composed(a_report(ListedPart(rows=[a_row(1)])))).data)
    )

    assert whole.pages[0].mediabox.width > whole.pages[0].mediabox.height
    assert len(pages) > 2
    assert all("Nhiệm vụ" in page for page in pages[:-1])
    assert all(any(f"NV-{n:03}" in page for page in pages) for n in range(1, 90))


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((), id="nothing at all"),
        pytest.param((ListedPart(rows=[]),), id="no row"),
        pytest.param(
            tuple(ListedPart(heading=f"Nhóm {n}", rows=[]) for n in range(3)), id="all folded"
        ),
        pytest.param((ListedPart(rows=[a_row(1, "dài " * 9000)]),), id="a text over many pages"),
        pytest.param((ListedPart(heading="dài " * 500, rows=[a_row(1)]),), id="a long heading"),
    ],
)
def test_any_list_can_be_written(tmp_path, parts):
    report = a_report(*parts)
    xlsx_list.write(report, tmp_path / "a.xlsx", step)
    pdf_list.write(report, tmp_path / "a.pdf", step)

    assert (tmp_path / "a.xlsx").stat().st_size
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_long_list_loses_no_row_and_bears_its_header_once_on_each_page():
    parts = [
        ListedPart(heading=f"Nhóm {n}", rows=[a_row(1000 * n + k) for k in range(m)])
        for n, m in enumerate((397, 1, 0, 500))
    ]

    pages = pdf_text(a_report(*parts))

    assert len(pages) > 30
    # the sign of a column, which no row says
    assert [page.count("Nhiệm vụ\n") for page in pages] == [1] * len(pages)
    shown = [int(number) for page in pages for number in re.findall(r"NV-(\d+)", page)]
    assert shown == [1000 * n + k for n, m in enumerate((397, 1, 0, 500)) for k in range(m)]
    assert "Nhóm 3" not in pages[-1]
    for title in ("Nhóm 0", "Nhóm 1", "Nhóm 3"):
        (page,) = (page for page in pages if title in page)
        assert re.search(rf"{title}\n.*NV-", page, re.DOTALL)


@pytest.mark.parametrize("number", [1, 2, 11])
def test_any_number_of_columns_fits_the_page(tmp_path, number):
    columns = tuple(ListedColumn(title=f"Cột {n}", width=50 + 90 * n) for n in range(number))
    report = a_report(ListedPart(rows=[("chữ",) * number]), columns=columns)
    xlsx_list.write(report, tmp_path / "a.xlsx", step)
    table = pdf_list.composed(report).sheets[0].blocks[2]

    assert sum(column.width for column in table.columns) == pytest.approx(252)
    assert all(column.width > 12 for column in table.columns[1:])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sizes=st.lists(st.integers(0, 6), max_size=5))
def test_rows_on_paper_are_the_rows_shown(tmp_path, sizes):
    parts = [
        ListedPart(heading=f"Nhóm {g}", rows=[a_row(10 * g + n) for n in range(size)])
        for g, size in enumerate(sizes)
    ]
    report = a_report(*parts)
    xlsx_list.write(report, tmp_path / "a.xlsx", step)

    wanted = [row[0] for part in parts for row in part.rows]
    listed = [line[1] for line in sheet_rows(tmp_path / "a.xlsx") if isinstance(line[0], int)]
    table = pdf_list.composed(report).sheets[0].blocks[2]
    assert listed == wanted
    assert [row.cells[1] for row in table.rows if not row.heads] == wanted


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    write_sample(tmp_path / "mau.db")
    return tmp_path / "mau.db"


@pytest.mark.parametrize("ending", [".xlsx", ".pdf"])
def test_the_head_is_read_from_the_file(sample, tmp_path, ending):
    listing = a_report(*GROUPED).listing
    request = ListingRequest(listing=listing, asked=FormRequest(as_of=SAMPLE_DAY))

    made = export_listing(sample, request, tmp_path / f"ds{ending}", step)

    assert made.stat().st_size


def test_another_ending_is_refused_and_a_cancelled_job_leaves_no_file(sample, tmp_path):
    listing = a_report(*GROUPED).listing
    request = ListingRequest(listing=listing, asked=FormRequest(as_of=SAMPLE_DAY))

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(DocumentError):
        export_listing(sample, request, tmp_path / "ds.docx", step)
    for ending in (".xlsx", ".pdf"):
        with pytest.raises(Cancelled):
            export_listing(sample, request, tmp_path / f"ds{ending}", stop)
        assert not (tmp_path / f"ds{ending}").exists()


def test_a_short_list_is_packed_onto_one_page_with_its_signatures():
    rows = [a_row(n, "Cụ thể hóa nhiệm vụ, giải pháp thành việc của đơn vị " * 2) for n in range(4)]
    laid = pdf_list.laid_out(a_report(ListedPart(rows=rows), total="4 nhiệm vụ"))

    assert laid.pages == 1
    lines = read_pdf.lines(laid.data)
    post = next(one for one in lines if one.text == "NGƯỜI LẬP BIỂU")
    name = max(one.y for one in lines if one.y > post.y)
    assert name - post.y > 20 * read_pdf.MM


def test_the_halves_of_a_page_across_share_its_whole_width():
    lines = read_pdf.lines(pdf_list.laid_out(a_report(ListedPart(rows=[a_row(1)]))).data)
    left = next(one for one in lines if one.text == "NGƯỜI LẬP BIỂU")
    right = next(one for one in lines if one.text == "TRƯỞNG BAN")
    assert right.middle - left.middle == pytest.approx(126 * read_pdf.MM, abs=2)
