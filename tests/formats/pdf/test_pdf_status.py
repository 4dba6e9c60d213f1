"""The status for the chair is one page, whatever the names and numbers."""

from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.figures.form_contents import FormHeading, StatusReport
from coordapp.domain.figures.status_summary import sentences
from coordapp.domain.kernel.ids import CommitteeId
from coordapp.formats.pdf import pdf_status
from tests.domain.figures.test_status_summary import a_table
from tests.formats import read_pdf


def a_report(units: int, style: DocumentStyle = DocumentStyle.PARTY) -> StatusReport:
    heading = FormHeading(
        committee=Committee(
            id=CommitteeId(1),
            document_code="BCĐ",
            document_style=style,
            name="Ban Chỉ đạo điều hành Chương trình phối hợp hoạt động",
            superior_body="Tỉnh ủy Quảng Ninh",
            place="Quảng Ninh",
        ),
        as_of=date(2018, 3, 31),
        style=style,
        signer_name="Nguyễn Văn Hưởng",
    )
    return StatusReport(heading=heading, table=a_table(units, late=units // 2))


@pytest.mark.parametrize("style", DocumentStyle)
@pytest.mark.parametrize("units", [0, 1, 8, 14, 60])
def test_the_status_stands_on_one_page(units: int, style: DocumentStyle) -> None:
    report = a_report(units, style)
    laid = pdf_status.laid_out(report)
    assert laid.pages == 1
    assert not laid.lone_signature
    said = read_pdf.joined(laid.data)
    for sentence in sentences(report.table):
        assert sentence in said
    assert "NGƯỜI LẬP BIỂU" in said
    assert "Nguyễn Văn Hưởng" in said
    assert "Tổng cộng" in said


def test_the_page_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "tình hình.pdf"
    pdf_status.write(a_report(8), target, lambda _done, _total: None)
    assert target.read_bytes() == pdf_status.laid_out(a_report(8)).data
