"""Papers of one style say people, days, hours and numbers alike."""

from datetime import date

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import FormOfAddress
from coordapp.domain.documents.document import DocumentType
from coordapp.formats.papers import wording

PARTY, STATE = DocumentStyle.PARTY, DocumentStyle.STATE


@pytest.mark.parametrize(
    ("style", "number", "line"),
    [
        (PARTY, 5, "Số 05-TB/BCĐ"),
        (STATE, 5, "Số: 05/TB-BCĐ"),
        (PARTY, None, "Số \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-TB/BCĐ"),
    ],
)
def test_a_number_has_room_to_be_written_by_hand(style, number, line):
    assert wording.number_line(style, number, DocumentType.NOTICE, "BCĐ") == line


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("14:00", "14 giờ 00"), ("8h30", "08 giờ 30"), ("7 giờ", "07 giờ 00"),
        ("đầu giờ chiều", "đầu giờ chiều"), ("", "…… giờ ……"),
    ],
)  # fmt: skip
def test_an_hour_is_written_as_papers_do(typed, written):
    assert wording.clock(typed) == written


@pytest.mark.parametrize(
    ("style", "name", "address", "written"),
    [
        (PARTY, "Lò Thị A", FormOfAddress.MRS, "đồng chí Lò Thị A"),
        (STATE, "Lò Thị A", FormOfAddress.MRS, "bà Lò Thị A"),
        (STATE, "Đồng chí Lò Thị A", FormOfAddress.MRS, "Đồng chí Lò Thị A"),
        (STATE, "", FormOfAddress.MR, ""),
    ],
)
def test_somebody_is_addressed_once(style, name, address, written):
    assert wording.addressed(style, name, address) == written


def test_who_is_not_known_leaves_a_blank():
    assert wording.with_post(STATE, "", "Chủ tịch") == f"{wording.BLANK}, Chủ tịch"
    assert wording.with_post(PARTY, "", "", blank="…") == "đồng chí …"


def test_a_day_not_known_yet_leaves_dots():
    assert wording.place_and_date("", None) == "…………, ngày …… tháng …… năm ………"
    assert wording.place_and_date("Điện Biên", date(2018, 3, 5)).startswith("Điện Biên, ngày 05")


@pytest.mark.parametrize(
    ("typed", "written"), [("Xong", "Xong."), ("Xong.", "Xong."), (" Xong! ", "Xong!")]
)
def test_a_sentence_ends_once(typed, written):
    assert wording.sentence(typed) == written


def test_each_typed_line_is_a_paragraph_and_the_last_one_ends():
    found = list(wording.paragraphs("Một\n\nHai", "1. "))

    assert [(one.lead, one.text) for one in found] == [("1. ", "Một"), ("", "Hai.")]


def test_nothing_typed_is_a_blank_line():
    assert [one.text for one in wording.paragraphs(" \n")] == [f"{wording.BLANK}"]


def test_the_file_copy_closes_the_recipients():
    lines = wording.recipients(STATE, ["Lưu: VT", "- Như trên;", "UBND tỉnh."]).lines

    assert lines == ("- Như trên;", "- UBND tỉnh;", "- Lưu: VT.")
    assert wording.recipients(PARTY, []).lines == ("- Lưu Văn phòng.",)
