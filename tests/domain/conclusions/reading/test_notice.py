"""The whole text: what goes on from heading, item and clause, and what any text may be."""

import itertools
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading.actors.directory import of_units
from coordapp.domain.conclusions.reading.notice import NoticeReader
from tests.build import a_unit
from tests.domain.conclusions.reading.scoring import NOTICES, addressees, text_of

TOLD_ON = date(2018, 3, 22)
CONTEXT = DeadlineContext(told_on=TOLD_ON)
READER = NoticeReader(
    of_units(
        [
            a_unit(id=1, name="Hội Nông dân tỉnh", short_name="HND", aliases="Hội Nông dân; HND tỉnh"),
            a_unit(id=2, name="Tỉnh Đoàn", short_name="TĐ"),
            a_unit(id=3, name="Công an tỉnh", short_name="CA"),
            a_unit(id=4, name="Sở Nội vụ", short_name="SNV"),
        ]
    )
)  # fmt: skip
AS_MARKED = NoticeReader(addressees())


def read(text):
    return READER.read(text, CONTEXT)


def who(text):
    return [(one.quote, [party.label for party in one.leads]) for one in read(text).drafts]


def test_clauses_after_a_semicolon_go_on_with_the_same_units():
    text = "Đồng chí cảm ơn và đề nghị HND tỉnh, Tỉnh Đoàn mở lớp; lập danh sách. Trời đẹp."

    assert who(text) == [
        ("đề nghị HND tỉnh, Tỉnh Đoàn mở lớp", ["HND", "TĐ"]),
        ("lập danh sách", ["HND", "TĐ"]),
    ]


def test_a_clause_that_names_its_own_unit_keeps_it():
    text = "Giao Sở Nội vụ soạn kế hoạch; Tỉnh Đoàn cử người tham gia."

    assert [leads for _, leads in who(text)] == [["SNV"], ["TĐ"]]


def test_a_second_assignment_in_a_sentence_is_a_task_of_its_own():
    text = "1. Giao Sở Nội vụ soạn kế hoạch, giao Công an tỉnh thẩm định."

    assert [leads for _, leads in who(text)] == [["SNV"], ["CA"]]


def test_bullets_below_a_heading_of_units_are_theirs_up_to_the_next_item():
    text = "1. Công an tỉnh, Sở Nội vụ:\n- Thống nhất phương án;\n- Trực đêm.\n2. Tỉnh Đoàn hát.\n3. Rà soát hồ sơ."

    assert who(text) == [
        ("Thống nhất phương án", ["CA", "SNV"]),
        ("Trực đêm", ["CA", "SNV"]),
        ("Tỉnh Đoàn hát", ["TĐ"]),
        ("Rà soát hồ sơ", []),
    ]


def test_a_heading_in_capitals_of_two_units_leads_what_is_below_it():
    text = "A. CÔNG AN TỈNH VÀ SỞ NỘI VỤ\n+ Thống nhất bộ tiêu chí.\nB. TỈNH ĐOÀN\n+ Mở lớp."

    assert [leads for _, leads in who(text)] == [["CA", "SNV"], ["TĐ"]]


def test_a_deadline_in_the_heading_holds_for_the_items():
    text = "II. CÁC VIỆC PHẢI XONG TRƯỚC NGÀY 30/4/2018\n1. Sở Nội vụ lập sổ.\n2. Tỉnh Đoàn mở lớp trước ngày 5/4/2018."

    assert [one.deadline.due for one in read(text).drafts] == [date(2018, 4, 30), date(2018, 4, 5)]


def test_a_next_sentence_that_tells_the_time_belongs_to_the_task():
    (one,) = read("1. Giao Sở Nội vụ lập sổ. Việc này phải xong trước ngày 5/4/2018.").drafts

    assert (one.deadline.due, one.quote.endswith("5/4/2018")) == (date(2018, 4, 5), True)


def test_lines_that_name_lead_partner_and_time_fill_in_the_task():
    text = "1. Kiểm tra cơ sở.\n- Chủ trì: Sở Nội vụ\n- Phối hợp: Công an tỉnh\n- Thời gian: trước 5/4/2018"

    (one,) = read(text).drafts

    assert ([p.label for p in one.leads], [p.label for p in one.coordinating]) == (["SNV"], ["CA"])
    assert one.deadline.due == date(2018, 4, 5)
    assert (
        one.words
        == "Kiểm tra cơ sở; Chủ trì: Sở Nội vụ; Phối hợp: Công an tỉnh; Thời gian: trước 5/4/2018"
    )


def test_the_deadline_of_a_report_is_kept_apart():
    (one,) = read(
        "1. Sở Nội vụ in xong trước ngày 25/4/2018, báo cáo UBND tỉnh trước ngày 30/4/2018."
    ).drafts

    assert (one.deadline.due, one.report.due) == (date(2018, 4, 25), date(2018, 4, 30))


def test_days_count_from_the_issue_that_the_letterhead_tells():
    text = "Sơn Hà, ngày 01 tháng 4 năm 2018\nTHÔNG BÁO\n\n1. Sở Nội vụ lập sổ trong 10 ngày kể từ ngày ban hành Thông báo này."

    assert read(text).drafts[0].deadline.due == date(2018, 4, 11)


def test_elements_of_a_list_take_only_what_its_introduction_names():
    text = "Đề nghị các đơn vị làm tốt các việc sau: Sở Nội vụ in giấy mời; dọn hội trường."

    assert [leads for _, leads in who(text)] == [["SNV"], []]


def test_the_wishes_of_others_are_no_tasks():
    text = (
        "Thảo luận tại hội nghị, đại diện Tỉnh Đoàn đề nghị Sở Nội vụ mở lớp.\n"
        "Kết luận hội nghị, đồng chí Trưởng Ban yêu cầu Công an tỉnh trực."
    )

    assert who(text) == [("yêu cầu Công an tỉnh trực", ["CA"])]


@pytest.mark.parametrize(
    ("words", "due", "kind"),
    [
        ("trước ngày 16/4/2018", date(2018, 4, 16), DeadlineKind.DATE),
        ("chậm nhất ngày 10/01", date(2019, 1, 10), DeadlineKind.DATE),
        ("trong quý II/2018", date(2018, 6, 30), DeadlineKind.DATE),
        ("hằng quý", None, DeadlineKind.PERIODIC),
        ("trước ngày 30/2/2018", None, DeadlineKind.NONE),
    ],
)
def test_a_deadline_keeps_its_words_and_gets_its_day(words, due, kind):
    (one,) = read(f"Giao Sở Nội vụ làm sổ {words}.").drafts

    assert (one.deadline.wording, one.deadline.due, one.deadline.kind) == (words, due, kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tỉnh Đoàn được giao 5 chỉ tiêu, đã đạt yêu cầu.", id="told, not asked"),
        pytest.param("1. Thống nhất cơ cấu giải thưởng.", id="agreed"),
        pytest.param("Ban Chỉ đạo đánh giá cao Hội Nông dân tỉnh.", id="praise"),
        pytest.param("Hội nghị có 135 đại biểu dự.", id="a fact"),
        pytest.param(
            "Các đơn vị giao ban hằng tuần, bảo đảm giao thông; tuyên giáo.", id="traffic"
        ),
        pytest.param("Nơi nhận:\n- Sở Nội vụ;\n- Công an tỉnh.", id="recipients"),
        pytest.param("", id="nothing"),
        pytest.param("\n\n;;;\n: . ;", id="marks only"),
    ],
)
def test_what_asks_nothing_gives_no_draft(text):
    assert read(text).drafts == ()


def test_what_may_ask_something_is_told():
    text = "Kết luận như sau:\n1. Thống nhất dự toán.\n2. Vấn đề xe đưa đón đại biểu.\n3. Giao Sở Nội vụ làm sổ."

    missed = [text[start:end] for start, end in read(text).unhandled]

    assert missed == ["Vấn đề xe đưa đón đại biểu"]


def test_places_are_those_of_the_text_whatever_its_letters():
    text = "İ𝄞ß. Giao Sở Nội vụ làm sổ."

    (one,) = read(text).drafts

    assert text[one.start : one.end] == one.quote == "Giao Sở Nội vụ làm sổ"


# --- any text

WORDS = st.sampled_from(
    [
        "Giao",
        "yêu",
        "cầu",
        "Sở",
        "Nội",
        "vụ",
        "Tỉnh",
        "Đoàn",
        "Công",
        "an",
        "tỉnh",
        "và",
        ",",
        ";",
        ":",
        ".",
        "\n",
        "\t",
        "-",
        "1.",
        "a)",
        "(1)",
        "(",
        ")",
        "trước",
        "ngày",
        "5/4",
        "phối",
        "hợp",
        "với",
        "chủ",
        "trì",
        "đã",
        "các",
        "huyện",
        "UBND",
        "báo",
        "cáo",
        "do",
        "kết",
        "luận",
        "Nơi",
        "nhận:",
        "thì",
        "phải",
        "không",
    ]
)
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=60).map(" ".join)


@given(TEXTS)
def test_any_text_is_read_and_places_lie_in_it_in_order(text):
    composed = unicodedata.normalize("NFC", text)

    reading = read(text)

    spans = [(one.start, one.end) for one in reading.drafts]
    assert all(0 <= start < end <= len(composed) for start, end in [*spans, *reading.unhandled])
    assert all(composed[one.start : one.end] == one.quote for one in reading.drafts)
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize("name", NOTICES)
def test_decomposed_text_gives_the_same_drafts(name):
    text = text_of(name)

    apart = AS_MARKED.read(unicodedata.normalize("NFD", text), CONTEXT)

    assert apart == AS_MARKED.read(text, CONTEXT)


@pytest.mark.parametrize("name", NOTICES)
def test_another_line_end_gives_as_many_drafts(name):
    text = text_of(name)

    found = AS_MARKED.read(text.replace("\n", "\r\n"), CONTEXT)

    assert [one.words for one in found.drafts] == [
        one.words for one in AS_MARKED.read(text, CONTEXT).drafts
    ]


def test_a_topic_before_a_colon_stays_with_the_work_of_who_follows_it():
    text = "Kết luận:\n1. Cầu Bến Gỗ: Sở Nội vụ nộp hồ sơ.\n2. Khai giảng: HND tỉnh mở lớp.\n"

    assert who(text) == [
        ("Cầu Bến Gỗ: Sở Nội vụ nộp hồ sơ", ["SNV"]),
        ("Khai giảng: HND tỉnh mở lớp", ["HND"]),
    ]


def test_what_somebody_has_done_is_no_task_after_a_colon_either():
    text = "Kết luận:\n1. Sở Nội vụ: đã gửi báo cáo.\n2. HND tỉnh: mở lớp.\n"

    assert who(text) == [("HND tỉnh: mở lớp", ["HND"])]


def test_a_conclusion_by_itself_is_read_as_one():
    reading = READER.read_conclusion("Sở Nội vụ họp bàn biên chế.", CONTEXT)

    assert [party.label for one in reading.drafts for party in one.leads] == ["SNV"]


def test_what_was_asked_before_and_is_asked_again_is_offered():
    text = "Kết luận:\n1. Nước sạch: hôm trước đã giao Sở Nội vụ rồi, nay nhắc lại.\n"

    reading = read(text)

    assert reading.drafts or reading.unhandled
