"""The minutes: whatever was typed, or left out, stands on the paper as it should."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.minutes_contents import Attendee
from coordapp.formats.pdf import pdf_paper
from tests.formats import read_pdf
from tests.formats.read_pdf import MM, line
from tests.formats.report_minutes import (
    COMMITTEE,
    STYLES,
    a_minutes,
    empty_minutes,
    huge_minutes,
    speaking,
    state_minutes,
)

RIGHT = 195 * MM
HALF_A_MILLIMETRE = 0.5 * MM
built = pdf_paper.build


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1", "-5%", "+84", "@ban", "<b>đậm</b> & <font size=99>to</font>", "&amp; &lt;",
        "<img src='http://example.org/x.png'/>", "a < b > c", "]]>", "{{x}}", "100% \\ /path",
    ],
)  # fmt: skip
def test_typed_text_is_never_markup(typed: str) -> None:
    assert typed in read_pdf.joined(built(speaking(typed)))


def test_decomposed_text_is_printed_composed() -> None:
    typed = unicodedata.normalize("NFD", "Đẩy mạnh phong trào ở cơ sở")
    assert "Đẩy mạnh phong trào ở cơ sở" in read_pdf.joined(built(speaking(typed)))


def test_every_vietnamese_letter_is_printed_and_read_back() -> None:
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones]
    every = " ".join([*letters, "đ", *(letter.upper() for letter in letters), "Đ"])
    assert every in read_pdf.joined(built(speaking(every)))


def test_a_letter_that_the_font_lacks_is_a_visible_box() -> None:
    assert "ký tự □ lạ" in read_pdf.joined(built(speaking("ký tự 😀 lạ")))


def test_control_characters_are_left_out() -> None:
    assert "mộthai" in read_pdf.joined(built(speaking("một\x00\x1fhai")))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n \n"])
def test_lines_typed_become_paragraphs(end: str) -> None:
    data = built(speaking(f"dòng một{end}dòng hai"))
    first, second = line(data, "- Ủy viên: dòng một"), line(data, "dòng hai.")
    assert second.y - first.y == pytest.approx(19 + 6, abs=0.1)
    assert second.x == first.x


def test_an_unseen_sign_leaves_no_trace() -> None:
    assert "số đo." in read_pdf.joined(built(speaking("s\u200bố\u00ad đ\ufe0fo")))


def test_40000_characters_are_printed_whole() -> None:
    typed = "Nội dung phát biểu dài. " * 1700
    assert read_pdf.joined(built(speaking(typed))).count("phát biểu dài.") == 1700


def test_a_word_of_300_letters_stays_inside_the_margins() -> None:
    data = built(speaking("m" * 300))
    assert all(found.end <= RIGHT + HALF_A_MILLIMETRE for found in read_pdf.lines(data))
    assert read_pdf.joined(data).replace(" ", "").count("m" * 300) == 1


def test_a_missing_chair_and_recorder_leave_dots_to_write_on() -> None:
    data = built(a_minutes(chair_name="", chair_post="", recorder_name="", recorder_post=""))
    assert line(data, "- Người chủ trì:").text == "- Người chủ trì: đồng chí ……………………"
    assert [found.text for found in read_pdf.lines(data)].count("……………………") == 2


def test_guests_are_left_out_when_there_were_none() -> None:
    shown = read_pdf.joined(built(a_minutes(guests=())))
    assert "1.2." not in shown


def test_a_substitute_and_a_reason_stand_beside_the_member() -> None:
    present = (Attendee(name="", post="Ủy viên", substitute="Lê Hùng Sơn"),)
    absent = (Attendee(name="", post="Phó Trưởng Ban", reason="đi công tác"),)
    shown = read_pdf.joined(built(a_minutes(present=present, absent=absent)))
    assert "- Ủy viên (đồng chí Lê Hùng Sơn dự thay)." in shown
    assert "- Phó Trưởng Ban (lý do: đi công tác)." in shown


def test_a_name_typed_with_its_address_is_not_addressed_twice() -> None:
    shown = read_pdf.joined(built(a_minutes(chair_name="Đồng chí Nguyễn Văn Hưởng")))
    assert "Người chủ trì: Đồng chí Nguyễn Văn Hưởng," in shown


def test_a_state_paper_calls_nobody_comrade() -> None:
    assert "đồng chí" not in read_pdf.joined(built(state_minutes())).lower()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("14:00", "14 giờ 00"), ("8h30", "08 giờ 30"), ("8 giờ", "08 giờ 00"),
        ("", "…… giờ ……"), ("đầu giờ chiều", "đầu giờ chiều"),
    ],
)  # fmt: skip
def test_hours_are_written_as_on_paper(typed: str, shown: str) -> None:
    found = line(built(a_minutes(start_time=typed)), "- Thời gian:")
    assert found.text.startswith(f"- Thời gian: vào hồi {shown}, ngày 29")


def test_the_line_of_the_file_copy_is_printed_once_and_last() -> None:
    data = built(a_minutes(recipients=("Lưu Văn phòng", "- Thường trực Tỉnh ủy;")))
    last = [found.text for found in read_pdf.lines(data)][-2:]
    assert last == ["- Thường trực Tỉnh ủy;", "- Lưu Văn phòng."]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_participants_is_printed(style: DocumentStyle, count: int) -> None:
    present = tuple(Attendee(name=f"Đại biểu {n}", post="Ủy viên") for n in range(count))
    shown = read_pdf.joined(built(STYLES[style](present=present)))
    assert all(f"Đại biểu {n}," in shown for n in range(count))


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_form_has_dots_where_something_is_to_be_written(style: DocumentStyle) -> None:
    shown = read_pdf.joined(built(empty_minutes(style)))
    assert "None" not in shown
    assert ".." not in shown
    assert shown.count("……") > 10


@pytest.mark.parametrize("style", STYLES)
def test_a_name_of_a_committee_longer_than_a_page_is_printed(style: DocumentStyle) -> None:
    committee = replace(COMMITTEE, name="Ban Chỉ đạo " * 400)
    assert built(STYLES[style](committee=committee)).startswith(b"%PDF")


def test_huge_minutes_are_whole() -> None:
    shown = read_pdf.joined(built(huge_minutes()))
    assert "Có mặt: 60 đồng chí" in shown
    assert all(f" ({number}) " in shown for number in range(1, 31))
    assert shown.count("- Đồng chí Lê Hùng Sơn, Bí thư Tỉnh Đoàn:") == 13


@pytest.mark.parametrize("count", [1, 2, 40])
def test_any_number_of_recipients_is_printed(count: int) -> None:
    shown = read_pdf.joined(
        built(a_minutes(recipients=tuple(f"Cơ quan {n}" for n in range(count))))
    )
    assert all(f"- Cơ quan {n};" in shown for n in range(count))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("length", [900, 901, 9000])
def test_one_long_conclusion_is_printed_after_its_heading(
    style: DocumentStyle, length: int
) -> None:
    text = ("giao việc " * length)[: length - 3].strip()
    data = built(STYLES[style](conclusions=((1, text),)))
    heading, first = (
        line(data, "Kết luận của"),
        line(data, "(1) giao" if style is DocumentStyle.PARTY else "1. giao"),
    )
    assert heading.page == first.page
    assert read_pdf.joined(data).count("giao việc") == text.count("giao việc")


@settings(max_examples=25, deadline=None)
@given(typed=st.text(max_size=80))
def test_no_text_breaks_the_paper(typed: str) -> None:
    report = a_minutes(title=typed, place=typed, chair_name=typed, purpose=typed)
    assert built(replace(report, recipients=(typed,), agenda=(typed,))).startswith(b"%PDF")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.value)
def test_the_minutes_say_whether_enough_members_came(style: DocumentStyle) -> None:
    said = "Thành viên có mặt: 9/16, chưa đủ số lượng theo quy định (ít nhất hai phần ba)."

    assert said in read_pdf.joined(built(replace(STYLES[style](), quorum=said)))
