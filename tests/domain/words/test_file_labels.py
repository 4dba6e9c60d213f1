"""The words for copies: every reason has one, and an age is told as people tell it."""

from datetime import datetime, timedelta

import pytest

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.words import file_labels

NOW = datetime(2018, 3, 31, 8, 30)


@pytest.mark.parametrize("reason", list(CopyReason))
def test_every_reason_for_a_copy_has_words(reason):
    assert file_labels.COPY_REASON[reason]


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "vừa xong"),
        (timedelta(minutes=59), "59 phút trước"),
        (timedelta(hours=2), "2 giờ trước"),
        (timedelta(hours=9), "hôm qua"),
        (timedelta(days=4), "4 ngày trước"),
        (timedelta(hours=-2), "ở tương lai (đồng hồ đã bị chỉnh)"),
    ],
)
def test_an_age_is_told_in_words(passed, words):
    assert file_labels.age(NOW - passed, NOW) == words


def test_a_difference_names_the_tables_as_the_office_does():
    assert file_labels.changes({"task": -1, "change_log": 2}) == (
        "So với trước: Nhiệm vụ -1, Nhật ký +2."
    )
    assert file_labels.changes({}) == "Số mục không thay đổi."
