"""The other papers of a conference: the figures of both forms, read back from the file.

Figures: resources/docs/forms.md 2.1, 2.2, 2.3, 2.4 and 3.4.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.documents.document import Authority
from coordapp.domain.documents.letter_contents import LetterConclusion, Signer
from coordapp.formats.papers.composition import composed
from coordapp.formats.pdf import pdf_paper
from tests.formats import read_pdf
from tests.formats.read_pdf import MM, Line, line
from tests.formats.report_minutes import COMMITTEE, a_minutes
from tests.formats.report_papers import (
    ALL,
    HEAD,
    PARTY,
    STATE,
    a_list,
    a_notice,
    a_review,
    a_sheet_to_sign,
    a_supplement,
    an_assignment,
    an_extract,
    an_invitation,
    huge_notice,
)

APPENDICES = ("assignment", "review")  # on sheets that lie on their side
LETTERS = ("notice", "extract", "invitation")
HALF_A_MILLIMETRE = 0.5 * MM
MIDDLE = 112.5 * MM
built = pdf_paper.build
both_styles = pytest.mark.parametrize("style", [PARTY, STATE])
each_paper = pytest.mark.parametrize("paper", ALL)
KIND = {
    "notice": "THÔNG BÁO", "extract": "TRÍCH THÔNG BÁO", "invitation": "GIẤY MỜI",
    "participants": "DANH SÁCH ĐẠI BIỂU", "signin": "BẢNG ĐIỂM DANH ĐẠI BIỂU",
    "assignment": "PHỤ LỤC", "review": "PHỤ LỤC", "supplement": "BIÊN BẢN BỔ SUNG", "summary": "BÁO CÁO",
}  # fmt: skip


def rule_under(data: bytes, above: Line) -> read_pdf.Rule:
    below = (rule for rule in read_pdf.rules(data) if rule.y > above.y and rule.page == above.page)
    return min((r for r in below if abs(r.middle - above.middle) < 2), key=lambda rule: rule.y)


@each_paper
@both_styles
def test_the_layout_is_that_of_the_golden_file(
    paper: str, style: DocumentStyle, golden: Callable[[str, str], None]
) -> None:
    golden(f"{paper}_{style.value}.txt", read_pdf.layout(built(ALL[paper](style))))


# --- the figures of the forms


PARTY_LINES = [
    ("TỈNH ỦY QUẢNG NINH", 14, ""), ("BAN CHỈ ĐẠO ĐIỀU HÀNH", 14, "-Bold"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "-Bold"), ("Số ", 14, ""),
    ("Quảng Ninh, ngày", 14, "-Italic"), ("-----", 14, ""), ("Nơi nhận", 14, ""),
    ("- Lưu Văn phòng.", 12, ""), ("TRƯỞNG BAN", 14, ""), ("Nguyễn Văn Hưởng", 14, "-Bold"),
]  # fmt: skip
STATE_LINES = [
    ("ỦY BAN NHÂN DÂN", 13, ""), ("BAN CHỈ ĐẠO ĐIỀU HÀNH", 13, "-Bold"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "-Bold"),
    ("Độc lập - Tự do - Hạnh phúc", 14, "-Bold"), ("Số: ", 13, ""),
    ("Quảng Ninh, ngày", 14, "-Italic"), ("Nơi nhận:", 12, "-BoldItalic"),
    ("- Lưu: VT, Hồ sơ.", 11, ""), ("TRƯỞNG BAN", 14, "-Bold"),
    ("Nguyễn Văn Hưởng", 14, "-Bold"),
]  # fmt: skip


@pytest.mark.parametrize("paper", LETTERS)
@pytest.mark.parametrize(("style", "expected"), [(PARTY, PARTY_LINES), (STATE, STATE_LINES)])
def test_the_lines_of_a_letter_have_the_size_of_the_form(
    paper: str, style: DocumentStyle, expected: list[tuple[str, int, str]]
) -> None:
    data = built(ALL[paper](style))
    alike = [found for found in read_pdf.lines(data) if found.text == "Nguyễn Văn Hưởng"]
    for beginning, size, face in expected:
        found = alike[-1] if beginning == "Nguyễn Văn Hưởng" else line(data, beginning)
        assert (beginning, found.size, found.face) == (beginning, size, face)


@pytest.mark.parametrize("paper", KIND)
@both_styles
def test_the_type_of_a_paper_is_bold_in_the_middle(paper: str, style: DocumentStyle) -> None:
    data = built(ALL[paper](style))
    kind = "Phụ lục" if paper in APPENDICES and style is STATE else KIND[paper]
    found = line(data, kind)
    middle = (30 + 297 - 15) / 2 * MM if paper in APPENDICES else MIDDLE
    assert (found.text, found.face) == (kind, "-Bold")
    assert found.size == {PARTY: 15, STATE: 14}[style]
    assert abs(found.middle - middle) < 0.5


@each_paper
@both_styles
def test_everything_stands_inside_the_margins(paper: str, style: DocumentStyle) -> None:
    data = built(ALL[paper](style))
    sizes = [
        (round(p.mediabox.width / MM), round(p.mediabox.height / MM))
        for p in read_pdf.opened(data).pages
    ]
    upright, across = (210, 297), (297, 210)
    assert sizes[0] == (across if paper in APPENDICES else upright)
    # a paper stands; what it has on sheets that lie are its appendices
    assert sizes == sorted(sizes)
    assert paper == "summary" or set(sizes) == {sizes[0]}
    found = [one for one in read_pdf.lines(data) if one.y > 20 * MM]
    assert min(one.x for one in found) >= 30 * MM - HALF_A_MILLIMETRE
    for number, (width, height) in enumerate(sizes, start=1):
        here = [one for one in found if one.page == number]
        assert max(one.end for one in here) <= (width - 15) * MM + HALF_A_MILLIMETRE
        assert max(one.y for one in here) <= (height - 20) * MM
    if paper in LETTERS:
        body = [one for one in found if one.size == 14 and one.y > 110 * MM]
        assert min(one.x for one in body) == pytest.approx(30 * MM, abs=HALF_A_MILLIMETRE)


@pytest.mark.parametrize("paper", LETTERS)
def test_rules_of_a_party_letter(paper: str) -> None:
    data = built(ALL[paper](PARTY))
    title, day = line(data, "ĐẢNG CỘNG SẢN VIỆT NAM"), line(data, "Quảng Ninh, ngày")
    rule = rule_under(data, title)
    assert rule.length == pytest.approx(72.9 * MM, abs=HALF_A_MILLIMETRE)
    assert title.y < rule.y < day.y - 0.7 * day.size
    # the dashes take the place of a rule under the title
    dashes = line(data, "-----")
    assert abs(dashes.middle - MIDDLE) < 0.5
    assert line(data, "*").y < line(data, "Số ").y


@pytest.mark.parametrize("paper", LETTERS)
def test_rules_of_a_state_letter(paper: str) -> None:
    data = built(ALL[paper](STATE))
    motto = line(data, "Độc lập - Tự do - Hạnh phúc")
    assert rule_under(data, motto).length == pytest.approx(60.5 * MM, abs=HALF_A_MILLIMETRE)
    name = line(data, "CHƯƠNG TRÌNH PHỐI HỢP")
    assert 1 / 3 <= rule_under(data, name).length / name.width <= 1 / 2
    level = {rule.fall for rule in read_pdf.rules(data) if rule.length}
    assert level == {0.0}


@pytest.mark.parametrize("paper", LETTERS)
@both_styles
def test_the_body_stands_in_10_mm_and_is_justified(paper: str, style: DocumentStyle) -> None:
    found = read_pdf.lines(built(replace(ALL[paper](style), purpose="Nội dung khá dài. " * 60)))
    body = [one for one in found if "khá dài" in one.text]
    assert body[0].x == pytest.approx(40 * MM, abs=HALF_A_MILLIMETRE)
    assert all(one.end == pytest.approx(195 * MM, abs=HALF_A_MILLIMETRE) for one in body[:-1])
    assert body[2].y - body[1].y == pytest.approx({PARTY: 19, STATE: 16.1}[style], abs=0.1)


@pytest.mark.parametrize(("style", "end"), [(PARTY, "thực hiện."), (STATE, "thực hiện./.")])
def test_a_notice_ends_as_its_style_asks(style: DocumentStyle, end: str) -> None:
    assert line(built(a_notice(style)), "Ban Chỉ đạo thông báo").text.endswith(end)


@both_styles
def test_the_recipients_stand_level_with_the_signer(style: DocumentStyle) -> None:
    data = built(a_notice(style))
    left, right = line(data, "Nơi nhận"), line(data, "TRƯỞNG BAN")
    assert left.x == pytest.approx(30 * MM, abs=HALF_A_MILLIMETRE)
    assert abs(left.y - right.y) < 3
    assert left.end < MIDDLE < right.x


# --- who signs


@pytest.mark.parametrize(
    ("style", "role", "authority", "lines"),
    [
        (PARTY, CommitteeRole.HEAD, Authority.DIRECT, [("TRƯỞNG BAN", "")]),
        (STATE, CommitteeRole.HEAD, Authority.DIRECT, [("TRƯỞNG BAN", "-Bold")]),
        (
            PARTY, CommitteeRole.DEPUTY, Authority.FOR_HEAD,
            [("K/T TRƯỞNG BAN", "-Bold"), ("PHÓ TRƯỞNG BAN", "")],
        ),
        (
            STATE, CommitteeRole.DEPUTY, Authority.FOR_HEAD,
            [("KT. TRƯỞNG BAN", "-Bold"), ("PHÓ TRƯỞNG BAN", "-Bold")],
        ),
        (
            PARTY, CommitteeRole.NONE, Authority.BY_ORDER,
            [("T/L TRƯỞNG BAN", "-Bold"), ("CHÁNH VĂN PHÒNG", "")],
        ),
        (
            STATE, CommitteeRole.HEAD, Authority.FOR_BODY,
            [("TM. BAN CHỈ ĐẠO", "-Bold"), ("TRƯỞNG BAN", "-Bold")],
        ),
    ],
)  # fmt: skip
def test_the_right_to_sign_is_written_as_its_style_asks(
    style: DocumentStyle, role: CommitteeRole, authority: Authority, lines: list[tuple[str, str]]
) -> None:
    signer = Signer(name="Lê Văn A", post="Chánh Văn phòng", role=role, authority=authority)
    data = built(a_notice(style, signer=signer))
    name = line(data, "Lê Văn A")
    above = [
        (one.text, one.face)
        for one in read_pdf.lines(data)
        if one.page == name.page and one.x > MIDDLE and name.y - 60 * MM < one.y < name.y
        and one.text.isupper()
    ]  # fmt: skip
    assert above == lines
    post = line(data, lines[-1][0])
    assert 40 * MM <= name.y - post.y - 0.7 * name.size <= 45 * MM


@both_styles
def test_the_review_has_the_figures_of_an_appendix(style: DocumentStyle) -> None:
    data = built(a_review(style))
    titles = [line(data, words) for words in ("TT", "Kết luận", "Nhiệm vụ", "Tình trạng")]
    assert {(one.size, one.face) for one in titles} == {(12, "-Bold")}
    assert len({round(one.y) for one in titles}) == 1
    note = line(data, "(Số liệu tính đến ngày 31/3/2018")
    assert note.face == "-Italic"
    assert abs(note.middle - (30 + 297 - 15) / 2 * MM) < 0.5
    cells = [one for one in read_pdf.lines(data) if one.size == 12 and one.face == ""]
    assert cells
    assert min(one.x for one in cells) >= 30 * MM
    # what a conference before the last one left open stands under its own name
    heads = [line(data, "Hội nghị tổng kết"), line(data, "Hội nghị năm 2016, 30/12/2016")]
    assert heads[0].y < heads[1].y


@both_styles
def test_supplementary_minutes_name_what_they_put_right(style: DocumentStyle) -> None:
    data = built(a_supplement(style))
    shown = read_pdf.joined(data)
    assert {PARTY: "05-BB/BCĐ", STATE: "05/BB-BCĐ"}[style] in shown
    assert "mã kiểm tra 6C604-AA33D" in shown
    assert "Kết luận 2 ghi thêm: báo cáo trước ngày 31/3/2018." in shown
    number = line(data, {PARTY: "Số 06", STATE: "Số: 06"}[style])
    assert number.size == {PARTY: 14, STATE: 13}[style]
    left, right = {
        PARTY: ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"),
        STATE: ("THƯ KÝ", "CHỦ TỌA"),
    }[style]
    assert line(data, left).end < MIDDLE < line(data, right).end
    assert abs(line(data, left).y - line(data, right).y) < 0.5
    assert line(data, left).face == line(data, right).face == "-Bold"


# --- the same content


@pytest.mark.parametrize("paper", LETTERS)
def test_a_state_letter_calls_nobody_comrade(paper: str) -> None:
    assert "đồng chí" not in read_pdf.joined(built(ALL[paper](STATE))).lower()


def test_conclusions_keep_their_words_and_their_numbers() -> None:
    shown = read_pdf.joined(built(a_notice()))
    for one in a_notice().conclusions:
        assert f"{one.number}. {one.text}" in shown


def test_headings_stand_only_where_they_keep_the_order_of_the_numbers() -> None:
    def lines_of(*kinds: ConclusionKind) -> tuple[LetterConclusion, ...]:
        return tuple(
            LetterConclusion(number=n, kind=kind, text="Giao việc")
            for n, kind in enumerate(kinds, start=1)
        )

    assess, assign = ConclusionKind.ASSESS, ConclusionKind.ASSIGN
    ordered = read_pdf.joined(built(a_notice(conclusions=lines_of(assess, assign, assign))))
    assert "I- Đánh giá 1. Giao việc. II- Nhiệm vụ 2. Giao việc. 3." in ordered
    mixed = read_pdf.joined(built(a_notice(conclusions=lines_of(assign, assess, assign))))
    assert "I- " not in mixed


def test_an_extract_has_only_the_share_of_its_unit() -> None:
    report = an_extract()
    shown = read_pdf.joined(built(report))
    assert report.conclusions[1].text in shown
    assert a_notice().conclusions[4].text not in shown
    assert report.shares[0].role is Role.LEAD
    assert "Chủ trì; phối hợp:" in shown
    assert "Phối hợp với BDVTU;" in shown


# --- tables


@pytest.mark.parametrize(
    ("report", "head"),
    [
        pytest.param(a_list(people=200), "Họ và tên", id="list"),
        pytest.param(a_sheet_to_sign(people=200), "Ký tên", id="sheet to sign"),
        pytest.param(an_invitation(invited=200), "Họ và tên", id="invited"),
        pytest.param(an_assignment(units=20), "Đơn vị chủ trì", id="appendix"),
        pytest.param(an_extract(shares=90), "Phân công", id="extract"),
        pytest.param(a_review(conclusions=60), "Đơn vị chủ trì", id="review"),
    ],
)
def test_the_header_of_a_table_stands_on_every_page(report: Any, head: str) -> None:
    found = read_pdf.lines(built(report))
    first = next(one.page for one in found if one.text == head)
    rows = {one.page for one in found if one.size == 12 and one.face == "" and one.page >= first}
    assert len(rows) > 3
    for page in rows - {found[-1].page}:
        assert [one.text for one in found if one.page == page].count(head) == 1


@pytest.mark.parametrize("people", [0, 1, 2, 17, 18, 19, 20, 21, 22, 23, 24, 200])
@pytest.mark.parametrize("to_sign", [True, False])
def test_the_signature_under_a_list_has_rows_above_it(people: int, to_sign: bool) -> None:
    data = built(a_list(people=people, to_sign=to_sign))
    post = line(data, "NGƯỜI LẬP")
    above = [
        one for one in read_pdf.lines(data) if one.page == post.page and 20 * MM < one.y < post.y
    ]
    assert len([one for one in above if one.text.isdigit()]) >= min(max(people, 2), 2) - (
        people == 1
    )
    numbers = [one.text for one in read_pdf.lines(data) if one.text.isdigit() and one.y > 20 * MM]
    assert numbers[-1] == str(people or 15)


@pytest.mark.parametrize("count", range(1, 24, 2))
@both_styles
def test_the_signature_of_a_notice_never_stands_alone(count: int, style: DocumentStyle) -> None:
    text = "Các đơn vị thành viên rà soát nhiệm vụ và báo cáo kết quả về cơ quan thường trực"
    lines = tuple(
        LetterConclusion(number=n, kind=ConclusionKind.ASSIGN, text=text)
        for n in range(1, count + 1)
    )
    laid = pdf_paper.laid_out(composed(a_notice(style, conclusions=lines)))
    post = line(laid.data, "TRƯỞNG BAN")
    assert not laid.lone_signature
    assert line(laid.data, f"{count}. Các đơn vị").page == post.page


@pytest.mark.parametrize("length", range(1200, 6000, 400))
def test_two_lines_of_a_long_last_conclusion_go_with_the_signature(length: int) -> None:
    text = ("giao việc " * length)[:length].strip()
    only = LetterConclusion(number=1, kind=ConclusionKind.ASSIGN, text=text)
    data = built(a_notice(conclusions=(only,)))
    page = line(data, "TRƯỞNG BAN").page
    with_it = [one for one in read_pdf.lines(data) if one.page == page and "việc" in one.text]
    assert len(with_it) >= 2
    assert read_pdf.joined(data).count("giao việc") == text.count("giao việc")


@both_styles
def test_a_huge_notice_is_whole_and_numbers_its_appendix_apart(style: DocumentStyle) -> None:
    data = built(huge_notice(style))
    shown = read_pdf.joined(data)
    assert all(f" {number}. " in shown for number in range(1, 31))
    assert all(f"Thực hiện kết luận {number}, phần việc" in shown for number in range(1, 31))
    starts = [n for n, page in enumerate(read_pdf.opened(data).pages) if page.mediabox.width > 700]
    numbers = [one for one in read_pdf.lines(data) if one.y < 15 * MM]
    assert [int(one.text) for one in numbers if one.page > starts[0]] == list(
        range(2, len(starts) + 1)
    )
    assert "600" in shown


# --- whatever is typed, or left out


@each_paper
@both_styles
def test_nothing_filled_in_leaves_a_form(paper: str, style: DocumentStyle) -> None:
    bare = replace(COMMITTEE, name="", superior_body="", document_code="", place="")
    full = ALL[paper](style)
    empty = {
        "symbol": "", "issued_on": None, "held_on": None, "title": "", "place": "", "purpose": "",
        "chair_name": "", "chair_post": "", "signer": Signer(), "recipients": (),
        "conclusions": (), "invited": (), "agenda": (), "documents": "", "participants": (),
        "rows": (), "shares": (), "carrier": "", "start_time": "",
    }  # fmt: skip
    known = {name: value for name, value in empty.items() if hasattr(full, name)}
    shown = read_pdf.joined(built(replace(full, committee=bare, **known)))
    assert "None" not in shown
    assert ".." not in shown


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "<b>đậm</b> & <font size=99>to</font>", "&amp; &lt;", "a < b > c", "100% \\ /path"],
)
def test_typed_text_is_never_markup(typed: str) -> None:
    notice = a_notice(
        conclusions=(LetterConclusion(number=1, kind=ConclusionKind.ASSIGN, text=typed),)
    )
    assert typed in read_pdf.joined(built(notice))
    table = an_assignment(minutes=a_minutes(conclusions=((1, typed),)))
    assert typed in read_pdf.joined(built(table))


@each_paper
def test_decomposed_text_is_printed_composed(paper: str) -> None:
    typed = "Hội nghị Đẩy mạnh phong trào ở cơ sở"
    report = replace(ALL[paper](PARTY), title=unicodedata.normalize("NFD", typed))
    if hasattr(report, "subject"):
        report = replace(report, subject="")
    assert "Đẩy mạnh phong trào" in read_pdf.joined(built(report))


def test_a_conclusion_longer_than_pages_goes_on_in_the_table() -> None:
    text = ("giao việc " * 1200).strip()
    table = an_assignment(minutes=a_minutes(conclusions=((1, text), (2, "Hai"))))
    row = replace(table.rows[0], title=text)
    long_row = replace(table, rows=(row, *table.rows[3:]))
    # the header of the next page stands between two words now and then
    assert read_pdf.joined(built(table)).split().count("giao") == 1200
    assert read_pdf.joined(built(long_row)).split().count("giao") == 2400


def test_units_that_lead_the_same_task_stand_on_one_line_of_the_appendix() -> None:
    table = an_assignment(units=4, minutes=a_minutes(conclusions=((1, "Một"), (2, "Hai"))))
    alike = [replace(row, title="Lập kế hoạch") for row in table.rows[:3]]
    later = replace(table.rows[3], title="Lập kế hoạch", deadline="30/06/2018")
    rows = (*alike, later, *(replace(row, title="Lập kế hoạch") for row in table.rows[4:]))

    shown = read_pdf.joined(built(replace(table, rows=rows)))

    # what has another date, and what another conclusion says, stays apart
    assert shown.count("Lập kế hoạch") == 3
    assert "Đơn vị 1; Đơn vị 2; Đơn vị 3" in " ".join(shown.split())
    assert shown.count("30/06/2018") == 1
    assert all(f"Đơn vị {unit}" in shown for unit in range(1, 5))


def test_no_signer_waits_for_the_head() -> None:
    data = built(a_notice(signer=Signer()))
    assert line(data, "TRƯỞNG BAN").page
    assert "……………………" in [one.text for one in read_pdf.lines(data)]
    assert HEAD.name not in [one.text for one in read_pdf.lines(data)]


@both_styles
def test_the_properties_of_the_file_tell_the_day_of_the_paper_or_none(
    style: DocumentStyle,
) -> None:
    def told(data: bytes) -> object:
        return read_pdf.opened(data).metadata.get("/CreationDate")

    undated = replace(a_notice(style), issued_on=None, held_on=None)

    assert told(built(a_notice(style))) == "D:20180105000000+07'00'"
    assert not told(built(undated))
    assert built(a_notice(style)) == built(a_notice(style))


@both_styles
def test_each_cell_of_the_review_stands_in_its_column_below_its_title(
    style: DocumentStyle,
) -> None:
    data = built(a_review(style, conclusions=3))
    titles = ("TT", "Kết luận", "Đơn vị chủ trì", "Nhiệm vụ", "Tình trạng")
    heads = [next(one for one in read_pdf.lines(data) if one.text == title) for title in titles]
    first = {"1": 0, "Rà soát các chỉ tiêu": 1, "BDVTU; Bộ CHQS": 2, "Hoàn thành": 3, "Đang": 4}
    edges = (30, 43, 161, 204, 243, 282)

    assert [round(one.y) for one in heads] == [round(heads[0].y)] * 5
    for beginning, column in first.items():
        cell = next(
            one
            for one in read_pdf.lines(data)
            if one.y > heads[0].y and one.text.startswith(beginning)
        )
        left, right = (edges[column + n] * MM - 3 * MM for n in (0, 1))
        assert left <= cell.x <= right, beginning
        assert cell.end <= right + 4 * MM, beginning
