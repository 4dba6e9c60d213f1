"""The minutes: figures of both forms read back from the file, and text that survives.

Figures: vn-documents 1, 1.1 (state), 2.1, 2.2 (party).
"""

import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordapp.documents import pdf_minutes
from coordapp.documents.pdf_style import width_of, wrapped
from coordapp.domain.committee import DocumentStyle
from coordapp.domain.errors import Cancelled
from coordapp.domain.reports import Attendee, MinutesReport, SpeechLine
from tests.documents import reading
from tests.documents.reading import MM, Line
from tests.documents.report_minutes import (
    COMMITTEE,
    a_minutes,
    empty_minutes,
    huge_minutes,
    state_minutes,
)

GOLDEN = Path(__file__).parent / "golden"
STYLES = {DocumentStyle.PARTY: a_minutes, DocumentStyle.STATE: state_minutes}
LAST = {DocumentStyle.PARTY: "(7) Vận động", DocumentStyle.STATE: "7. Vận động"}
RIGHT = 195 * MM
# between the margins, where a word processor centres too
MIDDLE = 112.5 * MM
HALF_A_MILLIMETRE = 0.5 * MM
built = pdf_minutes.build


@pytest.fixture(scope="module")
def party() -> bytes:
    return built(a_minutes())


@pytest.fixture(scope="module")
def state() -> bytes:
    return built(state_minutes())


def line(data: bytes, beginning: str) -> Line:
    return next(found for found in reading.lines(data) if found.text.startswith(beginning))


def rule_under(data: bytes, above: Line) -> reading.Rule:
    below = (rule for rule in reading.rules(data) if rule.y > above.y and rule.page == above.page)
    near = [rule for rule in below if abs(rule.middle - above.middle) < 2]
    return min(near, key=lambda rule: rule.y)


@pytest.mark.parametrize("style", STYLES)
def test_the_layout_is_that_of_the_golden_file(style: DocumentStyle) -> None:
    """With UPDATE_GOLDEN=1 in the environment the file is written anew, to be read before commit."""
    golden = GOLDEN / f"minutes_{style.value}.txt"
    shown = reading.layout(built(STYLES[style]()))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8", newline="\n")

    assert shown == golden.read_text(encoding="utf-8")


# sizes and faces, line by line: vn-documents 2.1
@pytest.mark.parametrize(
    ("beginning", "size", "face"),
    [
        ("TỈNH ỦY QUẢNG NINH", 14, ""),
        ("BAN CHỈ ĐẠO ĐIỀU HÀNH", 14, "-Bold"),
        ("Số 05-BB/BCĐ", 14, ""),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "-Bold"),
        ("Quảng Ninh, ngày 29 tháng 12 năm 2017", 14, "-Italic"),
        ("BIÊN BẢN", 15, "-Bold"),
        ("Hội nghị tổng kết", 14, "-Bold"),
        ("- Địa điểm:", 14, ""),
        ("1. Thành phần hội nghị", 14, "-Bold"),
        ("NGƯỜI GHI BIÊN BẢN", 14, "-Bold"),
        ("CHỦ TRÌ HỘI NGHỊ", 14, "-Bold"),
        ("Nơi nhận", 14, ""),
        ("- Lưu Văn phòng.", 12, ""),
    ],
)
def test_party_lines_have_the_size_of_the_form(
    party: bytes, beginning: str, size: int, face: str
) -> None:
    found = line(party, beginning)
    assert (found.size, found.face) == (size, face)


# vn-documents 1, 1.1
@pytest.mark.parametrize(
    ("beginning", "size", "face"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH", 13, ""),
        ("BAN CHỈ ĐẠO ĐIỀU HÀNH", 13, "-Bold"),
        ("Số: 05/BB-BCĐ", 13, ""),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "-Bold"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "-Bold"),
        ("BIÊN BẢN", 14, "-Bold"),
        ("Thời gian bắt đầu:", 14, ""),
        ("THƯ KÝ", 14, "-Bold"),
        ("CHỦ TỌA", 14, "-Bold"),
        ("(Chữ ký)", 14, "-Italic"),
        ("Nơi nhận:", 12, "-BoldItalic"),
        ("- Lưu: VT, Hồ sơ.", 11, ""),
    ],
)
def test_state_lines_have_the_size_of_the_form(
    state: bytes, beginning: str, size: int, face: str
) -> None:
    found = line(state, beginning)
    assert (found.size, found.face) == (size, face)


def test_the_rule_under_the_party_title_is_as_long_as_the_title(party: bytes) -> None:
    title = line(party, "ĐẢNG CỘNG SẢN VIỆT NAM")
    rule = rule_under(party, title)
    assert rule.length == pytest.approx(title.width, abs=0.5)
    assert rule.length == pytest.approx(72.9 * MM, abs=HALF_A_MILLIMETRE)


def test_the_rule_under_the_motto_is_as_long_as_the_motto(state: bytes) -> None:
    motto = line(state, "Độc lập - Tự do - Hạnh phúc")
    rule = rule_under(state, motto)
    assert rule.length == pytest.approx(motto.width, abs=0.5)
    assert rule.length == pytest.approx(60.5 * MM, abs=HALF_A_MILLIMETRE)


def test_the_rule_under_a_state_body_is_a_third_to_a_half_of_its_name(state: bytes) -> None:
    name = line(state, "CHƯƠNG TRÌNH PHỐI HỢP")
    assert 1 / 3 <= rule_under(state, name).length / name.width <= 1 / 2


@pytest.mark.parametrize("style", STYLES)
def test_the_body_keeps_its_margins_and_first_lines_stand_in_10_mm(style: DocumentStyle) -> None:
    found = reading.lines(built(huge_minutes(style)))
    body = [one for one in found if 1 < one.page < found[-1].page and one.y > 20 * MM]

    assert {round(one.x / MM, 1) for one in body} == {30.0, 40.0}
    assert all(one.end <= RIGHT + HALF_A_MILLIMETRE for one in body)
    assert all(one.y - one.size / 2 > 20 * MM for one in body)
    assert all(one.y < 277 * MM for one in found)


@pytest.mark.parametrize("style", STYLES)
def test_the_body_is_justified(style: DocumentStyle) -> None:
    found = reading.lines(built(speaking("Nội dung phát biểu khá dài. " * 60, style)))
    first = next(n for n, one in enumerate(found) if one.text.startswith("- Ủy viên: "))
    speech = [one for one in found[first:] if "phát biểu" in one.text]

    assert len(speech) > 10
    assert all(abs(one.end - RIGHT) < HALF_A_MILLIMETRE for one in speech[:-1])
    assert speech[-1].end < RIGHT


@pytest.mark.parametrize("style", STYLES)
def test_title_and_meeting_stand_in_the_middle_of_the_text(style: DocumentStyle) -> None:
    data = built(STYLES[style]())
    title, meeting = line(data, "BIÊN BẢN"), line(data, "Hội nghị tổng kết")
    rule = rule_under(data, meeting)

    assert all(abs(one.middle - MIDDLE) < 0.5 for one in (title, meeting, rule))
    assert 1 / 3 <= rule.length / meeting.width <= 1 / 2


def test_the_head_of_a_party_paper_has_the_order_of_the_form(party: bytes) -> None:
    column = [found for found in reading.lines(party) if found.page == 1 and found.end < 110 * MM]

    assert [found.text for found in column[:6]] == [
        "TỈNH ỦY QUẢNG NINH",
        "BAN CHỈ ĐẠO ĐIỀU HÀNH",
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "HOẠT ĐỘNG",
        "*",
        "Số 05-BB/BCĐ",
    ]
    assert max(found.middle for found in column[:6]) - min(f.middle for f in column[:6]) < 0.5
    title, day = line(party, "ĐẢNG CỘNG SẢN VIỆT NAM"), line(party, "Quảng Ninh, ngày")
    assert title.y < rule_under(party, title).y < day.y - day.size * 0.7
    assert title.y == pytest.approx(column[0].y, abs=2)


def test_the_state_form_has_no_line_of_place_and_date(state: bytes) -> None:
    assert not [found for found in reading.lines(state) if found.text.startswith("Quảng Ninh,")]


@pytest.mark.parametrize(
    ("style", "end"), [(DocumentStyle.PARTY, "năm 2017."), (DocumentStyle.STATE, "năm 2017./.")]
)
def test_the_text_ends_as_its_style_asks(style: DocumentStyle, end: str) -> None:
    closing = line(built(STYLES[style]()), "Hội nghị kết thúc vào")
    assert closing.text.endswith(f" {end}")


@pytest.mark.parametrize("style", STYLES)
def test_an_unnumbered_paper_has_room_for_the_number(style: DocumentStyle) -> None:
    found = line(built(STYLES[style](number=None)), "Số").text.replace("\u00a0", " ")
    code = {DocumentStyle.PARTY: "-BB/BCĐ", DocumentStyle.STATE: "/BB-BCĐ"}[style]
    assert found.endswith(f"{7 * ' '}{code}")


def test_a_long_name_of_a_place_keeps_the_date_on_one_line() -> None:
    committee = replace(COMMITTEE, place="Thừa Thiên Huế")
    found = line(built(a_minutes(committee=committee)), "Thừa Thiên Huế,")
    assert found.text == "Thừa Thiên Huế, ngày 29 tháng 12 năm 2017"
    assert found.end <= RIGHT


def test_a_very_long_name_of_a_place_stands_above_the_date() -> None:
    committee = replace(COMMITTEE, place="Thành phố Hồ Chí Minh và vùng phụ cận")
    data = built(a_minutes(committee=committee))
    assert line(data, "ngày 29 tháng 12 năm 2017").y > line(data, "Thành phố Hồ Chí Minh").y


def test_no_syllable_stands_alone_under_a_name() -> None:
    committee = replace(COMMITTEE, superior_body="Ủy ban Mặt trận Tổ quốc tỉnh Quảng Ninh")
    data = built(a_minutes(committee=committee))
    lines = [found.text for found in reading.lines(data)[:2]]
    assert lines == ["ỦY BAN MẶT TRẬN TỔ QUỐC", "TỈNH QUẢNG NINH"]
    lone = wrapped(
        "Ban Chỉ đạo công tác dân vận tỉnh", 14, width_of("Ban Chỉ đạo công tác dân vận", 14)
    )
    assert lone == ["Ban Chỉ đạo công tác dân", "vận tỉnh"]


def test_only_the_words_of_the_recipients_heading_are_underlined(party: bytes) -> None:
    heading = line(party, "Nơi nhận")
    rule = rule_under(party, replace(heading, width=width_of("Nơi nhận", 14)))
    assert rule.length == pytest.approx(width_of("Nơi nhận", 14), abs=0.1)
    assert rule.y - heading.y < 3


@pytest.mark.parametrize(
    ("style", "posts"),
    [
        (DocumentStyle.PARTY, ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ")),
        (DocumentStyle.STATE, ("THƯ KÝ", "CHỦ TỌA")),
    ],
)
def test_the_recorder_signs_left_and_the_chair_right(
    style: DocumentStyle, posts: tuple[str, str]
) -> None:
    data = built(STYLES[style]())
    recorder, chair = (line(data, post) for post in posts)
    assert recorder.y == chair.y
    assert recorder.end < MIDDLE < chair.x


def test_drawn_lines_are_level(state: bytes) -> None:
    assert {rule.fall for rule in reading.rules(state)} == {0.0}


def test_party_lines_stand_19_points_apart(party: bytes) -> None:
    first = next(n for n, found in enumerate(reading.lines(party)) if "- Nội dung" in found.text)
    one, other = reading.lines(party)[first : first + 2]
    assert other.y - one.y == pytest.approx(19, abs=0.1)


@pytest.mark.parametrize("style", STYLES)
def test_pages_are_a4_and_numbered_from_the_second_on(style: DocumentStyle) -> None:
    data = built(huge_minutes(style))
    size = reading.opened(data).pages[0].mediabox
    assert (round(size.width / MM), round(size.height / MM)) == (210, 297)
    numbers = [found for found in reading.lines(data) if found.y < 20 * MM]
    pages = len(reading.opened(data).pages)
    assert [(found.page, found.text) for found in numbers] == [
        (page, str(page)) for page in range(2, pages + 1)
    ]
    assert all(abs(found.middle - MIDDLE) < HALF_A_MILLIMETRE for found in numbers)
    cap_height = 0.66 * numbers[0].size
    assert numbers[0].y - cap_height == pytest.approx(10 * MM, abs=HALF_A_MILLIMETRE)


def test_there_is_room_for_a_wet_signature(party: bytes) -> None:
    post, name = line(party, "CHỦ TRÌ HỘI NGHỊ"), line(party, "Nguyễn Văn Hưởng")
    # vn-documents 2.5: 40 to 45 mm free; the line of the name takes its own height
    assert 40 * MM <= name.y - post.y - 0.7 * name.size <= 45 * MM
    assert abs(post.middle - name.middle) < HALF_A_MILLIMETRE


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", range(0, 24, 3))
def test_the_signatures_never_stand_alone_on_a_page(style: DocumentStyle, count: int) -> None:
    report = STYLES[style](
        present=tuple(Attendee(name="", post=f"Ủy viên {n}") for n in range(count))
    )
    data = built(report)
    last, closing = line(data, LAST[style]), line(data, "Hội nghị kết thúc")
    post, copy = line(data, "CHỦ T"), line(data, "- Lưu")
    assert last.page == closing.page == post.page == copy.page


@pytest.mark.parametrize("style", STYLES)
def test_only_our_fonts_are_used_and_all_are_embedded(style: DocumentStyle) -> None:
    for report in (STYLES[style](), empty_minutes(style)):
        used = reading.fonts(built(report))
        assert used <= {
            "LiberationSerif",
            "LiberationSerif-Bold",
            "LiberationSerif-Italic",
            "LiberationSerif-BoldItalic",
        }


def test_the_file_names_its_title_and_language(party: bytes) -> None:
    file = reading.opened(party)
    assert file.metadata is not None
    assert file.metadata.title == (
        "Biên bản Hội nghị tổng kết Chương trình phối hợp hoạt động năm 2017"
    )
    assert file.trailer["/Root"]["/Lang"] == "vi-VN"


def test_equal_minutes_give_equal_bytes(party: bytes) -> None:
    assert built(a_minutes()) == party


def speaking(gist: str, style: DocumentStyle = DocumentStyle.PARTY) -> MinutesReport:
    speech = SpeechLine(speaker="", post="Ủy viên", gist=gist)
    return STYLES[style](speeches=(speech,), conclusions=())


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1", "-5%", "+84", "@ban", "<b>đậm</b> & <font size=99>to</font>", "&amp; &lt;",
        "<img src='http://example.org/x.png'/>", "a < b > c", "]]>", "{{x}}", "100% \\ /path",
    ],
)  # fmt: skip
def test_typed_text_is_never_markup(typed: str) -> None:
    assert typed in reading.joined(built(speaking(typed)))


def test_decomposed_text_is_printed_composed() -> None:
    typed = unicodedata.normalize("NFD", "Đẩy mạnh phong trào ở cơ sở")
    assert "Đẩy mạnh phong trào ở cơ sở" in reading.joined(built(speaking(typed)))


def test_every_vietnamese_letter_is_printed_and_read_back() -> None:
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones]
    every = " ".join([*letters, "đ", *(letter.upper() for letter in letters), "Đ"])
    assert every in reading.joined(built(speaking(every)))


def test_a_letter_that_the_font_lacks_is_a_visible_box() -> None:
    assert "ký tự □ lạ" in reading.joined(built(speaking("ký tự 😀 lạ")))


def test_control_characters_are_left_out() -> None:
    assert "mộthai" in reading.joined(built(speaking("một\x00\x0b\x1fhai")))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n \n"])
def test_lines_typed_become_paragraphs(end: str) -> None:
    data = built(speaking(f"dòng một{end}dòng hai"))
    first, second = line(data, "- Ủy viên: dòng một"), line(data, "dòng hai.")
    assert second.y - first.y == pytest.approx(19 + 6, abs=0.1)
    assert second.x == first.x


def test_an_unseen_sign_leaves_no_trace() -> None:
    assert "số đo." in reading.joined(built(speaking("s\u200bố\u00ad đ\ufe0fo")))


def test_40000_characters_are_printed_whole() -> None:
    typed = "Nội dung phát biểu dài. " * 1700
    assert reading.joined(built(speaking(typed))).count("phát biểu dài.") == 1700


def test_a_word_of_300_letters_stays_inside_the_margins() -> None:
    data = built(speaking("m" * 300))
    assert all(found.end <= RIGHT + HALF_A_MILLIMETRE for found in reading.lines(data))
    assert reading.joined(data).replace(" ", "").count("m" * 300) == 1


def test_a_missing_chair_and_recorder_leave_dots_to_write_on() -> None:
    data = built(a_minutes(chair_name="", chair_post="", recorder_name="", recorder_post=""))
    assert line(data, "- Người chủ trì:").text == "- Người chủ trì: đồng chí ……………………"
    assert [found.text for found in reading.lines(data)].count("……………………") == 2


def test_guests_are_left_out_when_there_were_none() -> None:
    shown = reading.joined(built(a_minutes(guests=())))
    assert "1.2." not in shown


def test_a_substitute_and_a_reason_stand_beside_the_member() -> None:
    present = (Attendee(name="", post="Ủy viên", substitute="Lê Hùng Sơn"),)
    absent = (Attendee(name="", post="Phó Trưởng Ban", reason="đi công tác"),)
    shown = reading.joined(built(a_minutes(present=present, absent=absent)))
    assert "- Ủy viên (đồng chí Lê Hùng Sơn dự thay)." in shown
    assert "- Phó Trưởng Ban (lý do: đi công tác)." in shown


def test_a_name_typed_with_its_address_is_not_addressed_twice() -> None:
    shown = reading.joined(built(a_minutes(chair_name="Đồng chí Nguyễn Văn Hưởng")))
    assert "Người chủ trì: Đồng chí Nguyễn Văn Hưởng," in shown


def test_a_state_paper_calls_nobody_comrade() -> None:
    assert "đồng chí" not in reading.joined(built(state_minutes())).lower()


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
    last = [found.text for found in reading.lines(data)][-2:]
    assert last == ["- Thường trực Tỉnh ủy;", "- Lưu Văn phòng."]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_participants_is_printed(style: DocumentStyle, count: int) -> None:
    present = tuple(Attendee(name=f"Đại biểu {n}", post="Ủy viên") for n in range(count))
    shown = reading.joined(built(STYLES[style](present=present)))
    assert all(f"Đại biểu {n}," in shown for n in range(count))


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_form_has_dots_where_something_is_to_be_written(style: DocumentStyle) -> None:
    shown = reading.joined(built(empty_minutes(style)))
    assert "None" not in shown
    assert ".." not in shown
    assert shown.count("……") > 10


@pytest.mark.parametrize("style", STYLES)
def test_a_name_of_a_committee_longer_than_a_page_is_printed(style: DocumentStyle) -> None:
    committee = replace(COMMITTEE, name="Ban Chỉ đạo " * 400)
    assert built(STYLES[style](committee=committee)).startswith(b"%PDF")


def test_huge_minutes_are_whole() -> None:
    shown = reading.joined(built(huge_minutes()))
    assert "Có mặt: 60 đồng chí" in shown
    assert all(f" ({number}) " in shown for number in range(1, 31))
    assert shown.count("- Đồng chí Lê Hùng Sơn, Bí thư Tỉnh Đoàn:") == 13


@pytest.mark.parametrize("count", [1, 2, 40])
def test_any_number_of_recipients_is_printed(count: int) -> None:
    shown = reading.joined(built(a_minutes(recipients=tuple(f"Cơ quan {n}" for n in range(count)))))
    assert all(f"- Cơ quan {n};" in shown for n in range(count))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("length", [900, 901, 9000])
def test_one_long_conclusion_is_printed_after_its_heading(
    style: DocumentStyle, length: int
) -> None:
    text = ("giao việc " * length)[: length - 3].strip()
    data = built(STYLES[style](conclusions=((1, text),)))
    heading, first = line(data, "Kết luận của"), line(data, LAST[style].replace("7", "1")[:2])
    assert heading.page == first.page
    assert reading.joined(data).count("giao việc") == text.count("giao việc")


@settings(max_examples=25, deadline=None)
@given(typed=st.text(max_size=80))
def test_no_text_breaks_the_paper(typed: str) -> None:
    report = a_minutes(title=typed, place=typed, chair_name=typed, purpose=typed)
    assert built(replace(report, recipients=(typed,), agenda=(typed,))).startswith(b"%PDF")


def test_cancelling_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "bien-ban.pdf"
    target.write_bytes(b"before")

    def stop(done: int, _total: int) -> None:
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf_minutes.write(a_minutes(), target, stop)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]
