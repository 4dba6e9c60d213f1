"""The minutes: the figures of both forms, read back from the file.

Figures: resources/docs/forms.md 2.1, 2.2, 3.1 and 3.2.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.minutes_contents import Attendee
from coordapp.domain.kernel.errors import Cancelled
from coordapp.formats.pdf import pdf_paper
from coordapp.formats.pdf.pdf_style import width_of, wrapped
from tests.formats import read_pdf
from tests.formats.read_pdf import MM, Line, line
from tests.formats.report_minutes import (
    COMMITTEE,
    STYLES,
    a_minutes,
    empty_minutes,
    huge_minutes,
    speaking,
    state_minutes,
)

LAST = {DocumentStyle.PARTY: "(7) Vận động", DocumentStyle.STATE: "7. Vận động"}
RIGHT = 195 * MM
# between the margins, where a word processor centres too
MIDDLE = 112.5 * MM
HALF_A_MILLIMETRE = 0.5 * MM
built = pdf_paper.build


@pytest.fixture(scope="module")
def party() -> bytes:
    return built(a_minutes())


@pytest.fixture(scope="module")
def state() -> bytes:
    return built(state_minutes())


def rule_under(data: bytes, above: Line) -> read_pdf.Rule:
    below = (rule for rule in read_pdf.rules(data) if rule.y > above.y and rule.page == above.page)
    near = [rule for rule in below if abs(rule.middle - above.middle) < 2]
    return min(near, key=lambda rule: rule.y)


@pytest.mark.parametrize("style", STYLES)
def test_the_layout_is_that_of_the_golden_file(
    style: DocumentStyle, golden: Callable[[str, str], None]
) -> None:
    golden(f"minutes_{style.value}.txt", read_pdf.layout(built(STYLES[style]())))


# sizes and faces, line by line: resources/docs/forms.md 2.2
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


# resources/docs/forms.md 2.1 and 3.1
@pytest.mark.parametrize(
    ("beginning", "size", "face"),
    [
        ("ỦY BAN NHÂN DÂN", 13, ""),
        ("BAN CHỈ ĐẠO ĐIỀU HÀNH", 13, "-Bold"),
        ("Số: 05/BB-BCĐ", 13, ""),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "-Bold"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "-Bold"),
        ("BIÊN BẢN", 14, "-Bold"),
        ("Thời gian bắt đầu:", 14, ""),
        ("THƯ KÝ", 14, "-Bold"),
        ("CHỦ TỌA", 14, "-Bold"),
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
    found = read_pdf.lines(built(huge_minutes(style)))
    body = [one for one in found if 1 < one.page < found[-1].page and one.y > 20 * MM]

    assert {round(one.x / MM, 1) for one in body} == {30.0, 40.0}
    assert all(one.end <= RIGHT + HALF_A_MILLIMETRE for one in body)
    assert all(one.y - one.size / 2 > 20 * MM for one in body)
    assert all(one.y < 277 * MM for one in found)


@pytest.mark.parametrize("style", STYLES)
def test_the_body_is_justified(style: DocumentStyle) -> None:
    found = read_pdf.lines(built(speaking("Nội dung phát biểu khá dài. " * 60, style)))
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
    column = [found for found in read_pdf.lines(party) if found.page == 1 and found.end < 110 * MM]

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
    assert not [found for found in read_pdf.lines(state) if found.text.startswith("Quảng Ninh,")]


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
    lines = [found.text for found in read_pdf.lines(data)[:2]]
    assert lines == ["ỦY BAN MẶT TRẬN TỔ QUỐC", "TỈNH QUẢNG NINH"]
    lone = wrapped(
        "Ban Chỉ đạo công tác dân vận tỉnh", 14, width_of("Ban Chỉ đạo công tác dân vận", 14)
    )
    assert lone == ["Ban Chỉ đạo", "công tác dân vận tỉnh"]


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
    assert {rule.fall for rule in read_pdf.rules(state)} == {0.0}


def test_party_lines_stand_19_points_apart(party: bytes) -> None:
    first = next(n for n, found in enumerate(read_pdf.lines(party)) if "- Nội dung" in found.text)
    one, other = read_pdf.lines(party)[first : first + 2]
    assert other.y - one.y == pytest.approx(19, abs=0.1)


@pytest.mark.parametrize("style", STYLES)
def test_pages_are_a4_and_numbered_from_the_second_on(style: DocumentStyle) -> None:
    data = built(huge_minutes(style))
    size = read_pdf.opened(data).pages[0].mediabox
    assert (round(size.width / MM), round(size.height / MM)) == (210, 297)
    numbers = [found for found in read_pdf.lines(data) if found.y < 20 * MM]
    pages = len(read_pdf.opened(data).pages)
    assert [(found.page, found.text) for found in numbers] == [
        (page, str(page)) for page in range(2, pages + 1)
    ]
    assert all(abs(found.middle - MIDDLE) < HALF_A_MILLIMETRE for found in numbers)
    cap_height = 0.66 * numbers[0].size
    assert numbers[0].y - cap_height == pytest.approx(10 * MM, abs=HALF_A_MILLIMETRE)


def test_there_is_room_for_a_wet_signature(party: bytes) -> None:
    post, name = line(party, "CHỦ TRÌ HỘI NGHỊ"), line(party, "Nguyễn Văn Hưởng")
    # resources/docs/forms.md 2.4: 40 to 45 mm free; the line of the name takes its own height
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
        used = read_pdf.fonts(built(report))
        assert used <= {
            "LiberationSerif",
            "LiberationSerif-Bold",
            "LiberationSerif-Italic",
            "LiberationSerif-BoldItalic",
        }


def test_the_file_names_its_title_and_language(party: bytes) -> None:
    file = read_pdf.opened(party)
    assert file.metadata is not None
    assert file.metadata.title == (
        "Biên bản Hội nghị tổng kết Chương trình phối hợp hoạt động năm 2017"
    )
    assert file.trailer["/Root"]["/Lang"] == "vi-VN"


def test_equal_minutes_give_equal_bytes(party: bytes) -> None:
    assert built(a_minutes()) == party


def test_the_progress_ends_with_the_work(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    pdf_paper.write(a_minutes(), tmp_path / "a.pdf", lambda done, total: seen.append((done, total)))

    assert seen == sorted(seen)
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("when", [0, 1, 20])
def test_cancelling_leaves_no_file(tmp_path: Path, when: int) -> None:
    def stop(done: int, _total: int) -> None:
        if done >= when:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf_paper.write(a_minutes(), tmp_path / "a.pdf", stop)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "bien-ban.pdf"
    target.write_bytes(b"before")

    def stop(done: int, _total: int) -> None:
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf_paper.write(a_minutes(), target, stop)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]
