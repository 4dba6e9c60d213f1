"""The minutes: figures of both forms read back from the file, and text that survives.

Figures: vn-documents 1, 1.1 (state), 2.1, 2.2 (party).
"""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordapp.documents import pdf_minutes
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
LEFT, RIGHT = 30 * MM, 195 * MM
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
def test_the_text_is_that_of_the_golden_file(style: DocumentStyle) -> None:
    golden = GOLDEN / f"minutes_{style.value}.txt"
    assert reading.text(built(STYLES[style]())) == golden.read_text(encoding="utf-8")


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
    body = [found for found in reading.lines(built(STYLES[style]())) if found.size == 14]
    starts = {round(found.x / MM, 1) for found in body if found.face == "" and found.page > 1}
    assert {30.0, 40.0} <= starts
    assert all(found.x >= LEFT - 1 for found in body)
    # a justified line may have been set with its blanks a twentieth narrower
    shrunk = {found: found.text.count(" ") * 0.05 * found.size * 0.25 for found in body}
    assert all(found.x + found.width - shrunk[found] <= RIGHT + HALF_A_MILLIMETRE for found in body)


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
    assert all(abs(found.middle - 105 * MM) < HALF_A_MILLIMETRE for found in numbers)
    cap_height = 0.66 * numbers[0].size
    assert numbers[0].y - cap_height == pytest.approx(10 * MM, abs=HALF_A_MILLIMETRE)


def test_there_is_room_for_a_wet_signature(party: bytes) -> None:
    post, name = line(party, "CHỦ TRÌ HỘI NGHỊ"), line(party, "Nguyễn Văn Hưởng")
    assert 30 * MM <= name.y - post.y <= 45 * MM
    assert abs(post.middle - name.middle) < HALF_A_MILLIMETRE


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", range(0, 24, 3))
def test_the_signatures_never_stand_alone_on_a_page(style: DocumentStyle, count: int) -> None:
    report = STYLES[style](
        present=tuple(Attendee(name="", post=f"Ủy viên {n}") for n in range(count))
    )
    data = built(report)
    closing, post = line(data, "Hội nghị kết thúc"), line(data, "CHỦ T")
    assert closing.page == post.page


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


def speaking(gist: str) -> MinutesReport:
    speech = SpeechLine(speaker="", post="Ủy viên", gist=gist)
    return a_minutes(speeches=(speech,), conclusions=())


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


def test_lines_typed_stay_lines() -> None:
    data = built(speaking("dòng một\ndòng hai"))
    assert line(data, "dòng hai").y > line(data, "- Ủy viên").y


def test_40000_characters_are_printed_whole() -> None:
    typed = "Nội dung phát biểu dài. " * 1700
    assert reading.joined(built(speaking(typed))).count("phát biểu dài.") == 1700


def test_a_word_of_300_letters_stays_inside_the_margins() -> None:
    data = built(speaking("m" * 300))
    assert all(found.x + found.width <= RIGHT + 1 for found in reading.lines(data))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_participants_is_printed(style: DocumentStyle, count: int) -> None:
    present = tuple(Attendee(name=f"Đại biểu {n}", post="Ủy viên") for n in range(count))
    shown = reading.joined(built(STYLES[style](present=present)))
    assert all(f"Đại biểu {n}," in shown for n in range(count))


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_form_has_dots_where_something_is_to_be_written(style: DocumentStyle) -> None:
    shown = reading.text(built(empty_minutes(style)))
    assert "None" not in shown
    assert "……" in shown


@pytest.mark.parametrize("style", STYLES)
def test_a_name_of_a_committee_longer_than_a_page_is_printed(style: DocumentStyle) -> None:
    committee = replace(COMMITTEE, name="Ban Chỉ đạo " * 400)
    assert built(STYLES[style](committee=committee)).startswith(b"%PDF")


def test_huge_minutes_are_whole() -> None:
    shown = reading.joined(built(huge_minutes()))
    assert all(f"3.{number}. " in shown for number in range(1, 31))


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
