"""What is understood of a deadline is said in words, with all that was assumed."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline import Assumption, Untold
from coordapp.domain.calendar.typed_deadline import read_typed
from coordapp.domain.words import deadline_labels
from coordapp.domain.words.deadline_labels import is_assumed, understood

TODAY = date(2018, 3, 31)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("+7", "Thứ Bảy 07/04/2018"),
        ("15/4/2018", "Chủ nhật 15/04/2018"),
        ("15/4", "Chủ nhật 15/04/2018 (năm tự hiểu)"),
        ("thứ Hai 15/4/2018", "Chủ nhật 15/04/2018 (thứ ghi không khớp với ngày)"),
        ("31/4", "Không có ngày: ngày này không có trong lịch"),
        ("từ 1/4/2018", "Không có ngày: chỉ nêu ngày bắt đầu (01/04/2018)"),
        ("sau khi có hướng dẫn", "Không có ngày: còn chờ một việc chưa rõ ngày"),
        ("thường xuyên", "Thường xuyên, không có ngày"),
        ("hằng quý", "Định kỳ hằng quý"),
        ("hằng tháng trước ngày 25", "Định kỳ hằng tháng, ngày 25"),
        ("2 tháng/lần", "Định kỳ 2 tháng một lần"),
        ("thứ Sáu hằng tuần", "Định kỳ hằng tuần, thứ Sáu"),
    ],
)
def test_each_kind_of_words_is_said(typed, said):
    assert understood(read_typed(typed, TODAY)) == said


@pytest.mark.parametrize(
    ("typed", "is_so"), [("+7", False), ("15/4", True), ("hằng quý", False), ("mai mốt", True)]
)
def test_what_was_assumed_is_to_be_looked_at(typed, is_so):
    assert is_assumed(read_typed(typed, TODAY)) is is_so


def test_every_assumption_and_every_reason_has_its_words():
    assert set(deadline_labels.ASSUMED) == set(Assumption)
    assert set(deadline_labels.UNTOLD) == set(Untold)
