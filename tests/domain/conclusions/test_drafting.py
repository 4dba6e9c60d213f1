"""What is read from the text of a notice, and what is not: measured by places in the text."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.conclusions.drafting import folded, read_drafts, unread
from tests.build import a_unit

TOLD_ON = date(2018, 3, 22)
UNITS = [
    a_unit(id=1, name="Hội Nông dân tỉnh", short_name="HND", aliases="Hội Nông dân; HND tỉnh"),
    a_unit(id=2, name="Tỉnh Đoàn", short_name="TĐ"),
    a_unit(id=3, name="Công an tỉnh", short_name="CA"),
    a_unit(id=4, name="Sở Nội vụ", short_name="SNV"),
]
HND, TD, CA, SNV = 1, 2, 3, 4


def read(text):
    return read_drafts(text, UNITS, TOLD_ON, Calendar())


def who(text):
    return [(one.quote, one.leads, one.coordinators) for one in read(text)]


def test_a_numbered_item_is_read_without_its_number_and_stop():
    text = "Ban Chỉ đạo kết luận:\n1. Giao Hội Nông dân tỉnh sơ kết các mô hình.\n"

    (one,) = read(text)

    assert one.quote == text[one.start : one.end] == "Giao Hội Nông dân tỉnh sơ kết các mô hình"
    assert one.leads == (HND,)


def test_who_comes_after_phoi_hop_coordinates():
    text = (
        "- Yêu cầu Sở Nội vụ chủ trì, phối hợp với Tỉnh Đoàn và Công an tỉnh rà soát, báo cáo HND."
    )

    assert [(leads, coordinators) for _, leads, coordinators in who(text)] == [((SNV,), (TD, CA))]


def test_clauses_after_a_semicolon_go_on_with_the_same_units():
    text = "Đồng chí cảm ơn và đề nghị HND tỉnh, Tỉnh Đoàn mở lớp; lập danh sách. Trời đẹp."

    assert who(text) == [
        ("đề nghị HND tỉnh, Tỉnh Đoàn mở lớp", (HND, TD), ()),
        ("lập danh sách", (HND, TD), ()),
    ]


def test_a_clause_that_names_its_own_unit_keeps_it():
    text = "Giao Sở Nội vụ soạn kế hoạch; Tỉnh Đoàn cử người tham gia."

    assert [leads for _, leads, _ in who(text)] == [(SNV,), (TD,)]


def test_a_clause_that_only_reports_belongs_to_the_task_before():
    text = "Giao Sở Nội vụ soạn kế hoạch; báo cáo Ban Chỉ đạo trước ngày 5/4."

    (one,) = read(text)

    assert one.quote.endswith("trước ngày 5/4")


def test_bullets_below_a_heading_of_units_are_theirs():
    text = "1. Công an tỉnh, Sở Nội vụ:\n- Thống nhất phương án;\n- Trực đêm.\n2. Tỉnh Đoàn hát."

    assert who(text) == [
        ("Thống nhất phương án", (CA, SNV), ()),
        ("Trực đêm", (CA, SNV), ()),
        ("Tỉnh Đoàn hát", (TD,), ()),
    ]


def test_a_list_after_a_colon_names_no_unit_of_its_own_accord():
    text = "Đề nghị các đơn vị làm tốt: giấy mời do Sở Nội vụ in; dọn hội trường."

    assert who(text) == [("giấy mời do Sở Nội vụ in", (SNV,), ()), ("dọn hội trường", (), ())]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tỉnh Đoàn được giao 5 chỉ tiêu, đã đạt yêu cầu.", id="told, not asked"),
        pytest.param("1. Thống nhất cơ cấu giải thưởng.", id="agreed"),
        pytest.param("Ban Chỉ đạo đánh giá cao Hội Nông dân tỉnh.", id="praise"),
        pytest.param("Có ý kiến đề nghị mời đoàn bạn.", id="somebody's opinion"),
        pytest.param("Hội nghị có 135 đại biểu dự.", id="a fact"),
        pytest.param("", id="nothing"),
        pytest.param("\n\n;;;\n: . ;", id="marks only"),
    ],
)
def test_what_asks_nothing_gives_no_draft(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "wording", "due", "kind"),
    [
        ("trước ngày 16/4/2018", "trước ngày 16/4/2018", date(2018, 4, 16), DeadlineKind.DATE),
        ("chậm nhất ngày 10/01", "chậm nhất ngày 10/01", date(2019, 1, 10), DeadlineKind.DATE),
        ("trong quý II/2018", "trong quý II/2018", date(2018, 6, 30), DeadlineKind.DATE),
        ("trong tháng 6", "trong tháng 6", date(2018, 6, 30), DeadlineKind.DATE),
        ("trong 15 ngày kể từ ngày 2/4", None, date(2018, 4, 17), DeadlineKind.DATE),
        ("trong 5 ngày làm việc", None, date(2018, 3, 29), DeadlineKind.DATE),
        ("trong tuần đầu tháng 4/2018", None, date(2018, 4, 7), DeadlineKind.DATE),
        ("hằng quý", "hằng quý", None, DeadlineKind.PERIODIC),
        ("thường xuyên", "thường xuyên", None, DeadlineKind.ONGOING),
        ("trước ngày 30/2/2018", "trước ngày 30/2/2018", None, DeadlineKind.NONE),
        ("trước ngày 99/99", "trước ngày 99/99", None, DeadlineKind.NONE),
        ("cho tốt", "", None, DeadlineKind.NONE),
    ],
)
def test_a_deadline_keeps_its_words_and_gets_its_day(words, wording, due, kind):
    (one,) = read(f"Giao Sở Nội vụ làm {words}.")

    assert one.deadline.wording == (words if wording is None else wording)
    assert (one.deadline.due, one.deadline.kind) == (due, kind)


def test_what_asks_but_was_not_read_is_told():
    text = "1. Thống nhất dự toán.\n2. Sở Xây dựng lát đường.\n3. Giao Sở Nội vụ làm."

    missed = unread(text, read(text))

    assert [text[start:end] for start, end in missed] == ["Sở Xây dựng lát đường"]


def test_meetings_and_traffic_are_no_assignments():
    assert read("Các đơn vị giao ban hằng tuần, bảo đảm giao thông; tuyên giáo.") == []


def test_a_unit_whose_name_begins_with_ban_is_given_work():
    units = [a_unit(id=9, name="Ban Tuyên giáo Tỉnh ủy", short_name="BTG")]

    (one,) = read_drafts("Giao Ban Tuyên giáo Tỉnh ủy viết bài.", units, TOLD_ON, Calendar())

    assert (one.start, one.leads) == (0, (9,))


def test_short_names_are_found_only_as_they_are_written():
    assert read("1. Giao ca sĩ hát.")[0].leads == ()


def test_places_are_those_of_the_text_whatever_its_letters():
    text = "İ𝄞ß Giao Sở Nội vụ làm."

    assert len(folded(text)) == len(text)
    assert read(text)[0].quote == "Giao Sở Nội vụ làm"
