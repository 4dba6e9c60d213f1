"""Drafts without a deadline or a product are named, with what their own words give."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading.products import product_in
from coordapp.domain.conclusions.reading.release_check import lacking
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.release_labels import lacking_lines

CONTEXT = DeadlineContext(told_on=date(2018, 3, 31))


def a_draft(code, content="", **fields):
    return Task(id=TaskId(1), code=code, title="Việc", content=content, **fields)


@pytest.mark.parametrize(
    ("words", "product"),
    [
        ("Sở Y tế xây dựng kế hoạch tiêm", "kế hoạch"),
        ("tham mưu ban hành Quyết định phân bổ", "Quyết định"),
        ("lập ngay danh\nsách hộ nghèo", "danh sách"),
        ("Thực hiện kế hoạch của tỉnh", ""),
        ("Báo cáo chậm, phê bình", ""),
        ("Rà soát các trạm", ""),
    ],
)
def test_a_product_is_what_work_ends_in(words, product):
    assert product_in(words) == product


def test_what_is_complete_is_not_named():
    drafts = [
        a_draft("A", due=date(2018, 4, 1), product="Báo cáo"),
        a_draft("B", deadline_kind=DeadlineKind.ONGOING, product="Báo cáo"),
    ]

    assert lacking(drafts, CONTEXT) == []


def test_those_whose_words_say_more_come_first_with_what_they_say():
    drafts = [
        a_draft("NV-1", "Rà soát các trạm."),
        a_draft("NV-2", "Lập danh sách trước ngày 15/4/2018."),
        a_draft("NV-3", "Rà soát.", deadline_wording="trong quý II/2018", product="Báo cáo"),
        a_draft("NV-4", "Rà soát.", due=date(2018, 4, 1)),
    ]

    telling = (
        "⚠ NV-2: chưa có hạn, lời nêu “trước ngày 15/4/2018” → Chủ nhật 15/04/2018; chưa có sản "
        "phẩm, lời nêu “danh sách”."
    )
    assert lacking_lines(lacking(drafts, CONTEXT)) == [
        telling,
        "⚠ NV-3: chưa có hạn, lời nêu “trong quý II/2018” → Thứ Bảy 30/06/2018.",
        "Chưa có hạn: NV-1.",
        "Chưa có sản phẩm: NV-1, NV-4.",
    ]


def test_many_are_counted_after_the_first():
    drafts = [a_draft(f"NV-{n}", product="Báo cáo") for n in range(30)]

    (line,) = lacking_lines(lacking(drafts, CONTEXT))

    assert line.endswith("và 18 nữa.")
