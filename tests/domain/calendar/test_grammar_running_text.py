"""Deadlines in running text: where they stand, what they mean, and what is none."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import DayRole, DeadlineContext, Every, IntervalUnit
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from tests.domain.calendar.test_grammar import CONTEXTS, NOTICE, PIECES

DEADLINE, REPORT, MENTIONED, CITED = DayRole


def found(text, context=NOTICE):
    return [
        (one.deadline.wording, one.role, one.deadline.due) for one in grammar.find(text, context)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Giao Sở Nội vụ rà soát, hoàn thành trước ngày 16/4/2018.",
            [("trước ngày 16/4/2018", DEADLINE, date(2018, 4, 16))],
            id="a bound day",
        ),
        pytest.param(
            "Giao Sở Nội vụ rà soát trong quý II/2018; báo cáo UBND tỉnh trước ngày 05/7/2018.",
            [
                ("trong quý II/2018", DEADLINE, date(2018, 6, 30)),
                ("trước ngày 05/7/2018", REPORT, date(2018, 7, 5)),
            ],
            id="the work and its report",
        ),
        pytest.param(
            "Báo cáo kết quả, hoàn thành trước ngày 16/4/2018.",
            [("trước ngày 16/4/2018", DEADLINE, date(2018, 4, 16))],
            id="the last verb decides",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 15-KH/TU ngày 20/3/2018 của Tỉnh ủy, xong trong tháng 4.",
            [
                ("ngày 20/3/2018", CITED, date(2018, 3, 20)),
                ("trong tháng 4", DEADLINE, date(2018, 4, 30)),
            ],
            id="the day of a paper that is cited",
        ),
        pytest.param(
            "Hội nghị ngày 15/3 vừa qua đã thống nhất.",
            [("ngày 15/3", CITED, date(2019, 3, 15))],
            id="a day that is past",
        ),
        pytest.param(
            "Tổ chức kỷ niệm ngày 22/12 trang trọng.",
            [("ngày 22/12", CITED, date(2018, 12, 22))],
            id="an anniversary",
        ),
        pytest.param(
            "Nhiệm vụ quý II/2018: mở lớp vào ngày 20/4.",
            [
                ("quý II/2018", MENTIONED, date(2018, 6, 30)),
                ("vào ngày 20/4", DEADLINE, date(2018, 4, 20)),
            ],
            id="a period that is an attribute",
        ),
        pytest.param(
            "HND làm (Sở Nội vụ phối hợp; 15/4); TĐ làm (quý II)",
            [("15/4", DEADLINE, date(2018, 4, 15)), ("quý II", DEADLINE, date(2018, 6, 30))],
            id="in brackets of its own",
        ),
        pytest.param(
            "trực trong hai ngày thi (19 và 20/4)",
            [("19 và 20/4", DEADLINE, date(2018, 4, 20))],
            id="brackets say which days",
        ),
        pytest.param(
            "30/4: khai trương; 01/5: tổng kết",
            [("30/4", DEADLINE, date(2018, 4, 30)), ("01/5", DEADLINE, date(2018, 5, 1))],
            id="a day before a colon",
        ),
        pytest.param(
            "Gửi báo cáo trước 16 giờ 30, thứ Sáu, ngày 20/4.",
            [("trước 16 giờ 30, thứ Sáu, ngày 20/4", REPORT, date(2018, 4, 20))],
            id="hour, weekday and day",
        ),
        pytest.param(
            "Tập huấn từ ngày 15/4 đến ngày 20/4/2018.",
            [("từ ngày 15/4 đến ngày 20/4/2018", DEADLINE, date(2018, 4, 20))],
            id="a range",
        ),
        pytest.param(
            "Chăm lo Tết Nguyên đán cho hộ nghèo; quà trao trước Tết.",
            [("trước Tết", DEADLINE, None)],
            id="a feast is a deadline only with a bound",
        ),
        pytest.param(
            "Trao quà ngay sau khi nhận được quyết định phân bổ của tỉnh.",
            [("ngay sau khi nhận được quyết định phân bổ của tỉnh", DEADLINE, None)],
            id="an event whose day is not said",
        ),
        pytest.param(
            "TRƯỚC NGÀY 31/4/2018",
            [("TRƯỚC NGÀY 31/4/2018", DEADLINE, None)],
            id="an impossible day keeps its words",
        ),
    ],
)  # fmt: skip
def test_deadlines_are_found_with_what_they_are_for(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Có 3/4 số xã đạt 18/18 chỉ tiêu; trực 24/24 giờ; lần thứ hai.",
        "Theo Nghị định 09/2019/NĐ-CP, quỹ 2 tỷ, phí 1.500 đồng, tăng 2,5 lần.",
        "Đồng chí Mai, đồng chí Thu, đồng chí Ba và đồng chí Năm cùng dự.",
        "Giờ hành chính từ 7 giờ 30 đến 17 giờ; cả sáng thứ Bảy.",
        "Báo cáo ngay; khi có tai nạn thì đóng đường; kinh phí năm 2018 là 2 tỷ.",
        "Quá hạn 5 ngày; còn 10 ngày; chậm 3 tháng.",
        "Quận Q.3, Điều 1, 2, tổ 5, nhà số 15/3.",
        "",
    ],
)
def test_what_only_looks_like_a_day_is_none(text):
    assert found(text) == []


def test_what_comes_again_takes_its_day_from_the_end_of_the_sentence():
    again, day = grammar.find(
        "Hằng tháng, các đơn vị báo cáo kết quả về Ban Chỉ đạo trước ngày 25.", NOTICE
    )

    assert (again.deadline.kind, day.deadline.kind) == (DeadlineKind.PERIODIC,) * 2
    assert day.deadline.every == Every(unit=IntervalUnit.MONTH, day=25)


def test_a_new_sentence_no_longer_comes_again():
    _, day = grammar.find("Hằng tháng giao ban. Xong việc này trước ngày 25.", NOTICE)

    assert (day.deadline.kind, day.deadline.due) == (DeadlineKind.DATE, date(2018, 3, 25))


@pytest.mark.parametrize(
    "text",
    ["Xong trước ngày 15\ntháng 4", "Xong trước ngày 15\n  2 \ntháng 4", "Xong trước ngày 15\u00a0tháng\u00a04"],
)  # fmt: skip
def test_a_day_goes_on_over_the_end_of_a_line_and_the_number_of_a_page(text):
    (one,) = grammar.find(text, NOTICE)

    assert one.deadline.due == date(2018, 4, 15)
    assert text[one.start : one.end].startswith("trước ngày 15")


@pytest.mark.parametrize("mark", ["\n- ", "\n\n", "\t", "\n2. ", "\na) "])
def test_a_day_ends_where_a_new_item_begins(mark):
    assert found(f"Xong trước ngày 15{mark}tháng 4 mở lớp")[0] == (
        "trước ngày 15", DEADLINE, date(2018, 4, 15),
    )  # fmt: skip


def test_places_are_those_of_decomposed_text_too():
    text = unicodedata.normalize("NFD", "Giao Sở Nội vụ rà soát trước ngày 16/4/2018, báo cáo.")

    (one,) = grammar.find(text, NOTICE)

    assert text[one.start : one.end] == unicodedata.normalize("NFD", "trước ngày 16/4/2018")


def test_text_typed_without_marks_is_read_line_by_line():
    text = "Giao So Noi vu lam, xong truoc ngay 16/4.\n\nHội nghị ở miền nam 2018 xã."

    assert found(text) == [("truoc ngay 16/4", DEADLINE, date(2018, 4, 16))]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Mở lớp vào ngày 20/4, báo cáo trước ngày 25/4", "vào ngày 20/4"),
        ("Báo cáo trước ngày 25/4 việc ngày 20/4", "trước ngày 25/4"),
        ("Họp ngày 20/4", "ngày 20/4"),
        ("Kế hoạch quý II/2018", None),
        ("Theo Kế hoạch số 15-KH/TU ngày 20/3/2018", None),
    ],
)
def test_the_deadline_of_the_work_is_chosen(text, wording):
    one = grammar.chosen(grammar.find(text, NOTICE))

    assert (one.deadline.wording if one else None) == wording


NOISE = st.text(alphabet="ngàytháng quý/.-,;()\n\t 0123456789hTQđủ\u0301", max_size=60)


@given(st.text() | NOISE | st.lists(st.sampled_from(PIECES)).map(" ".join), CONTEXTS)
def test_places_lie_in_the_text_and_never_overlap(text, context):
    last = 0
    for one in grammar.find(text, context):
        assert last <= one.start < one.end <= len(text)
        assert one.deadline.wording == " ".join(text[one.start : one.end].split())
        last = one.end


@pytest.mark.parametrize(
    "piece",
    [
        "trước ngày 15/3/2018, ", "1", "1/", " ", "\n", "(", "trước ", "hằng tháng, ", "15 và ",
        "ngày ", "mười ", "abc ", "15/3 (gia hạn ", "kể từ ngày ", "tháng 3, ", "\u0301", "thứ ",
        "10 ngày trước ",
    ],
)  # fmt: skip
def test_long_texts_take_time_by_their_length(piece):
    """Double the text and count what is read: a form that looks back or ahead too far shows."""
    context = DeadlineContext(told_on=date(2018, 3, 22))
    text = (piece * 30_000)[:30_000]

    grammar.find(text, context)
    grammar.read(text, context)
