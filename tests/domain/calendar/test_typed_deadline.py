"""A typed deadline is a day, or words worth keeping; a mistyped day is neither."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.typed_deadline import deadline_of
from coordapp.domain.kernel.errors import RuleViolation

TODAY = date(2018, 3, 31)


def test_a_day_is_a_day():
    assert deadline_of("+7", TODAY).due == date(2018, 4, 7)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("khi xong Đại hội", DeadlineKind.NONE),
        ("trong 15 ngày làm việc kể từ ngày nhận được văn bản", DeadlineKind.NONE),
        ("từ 1/4", DeadlineKind.NONE),
        ("hằng tháng trước ngày 25", DeadlineKind.PERIODIC),
        ("thường xuyên", DeadlineKind.ONGOING),
    ],
)
def test_words_that_give_no_day_are_kept(typed, kind):
    said = deadline_of(typed, TODAY)

    assert (said.due, said.kind, said.wording) == (None, kind, typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("40/40", "date_"), ("31/4", "date_impossible"), ("5/3, 6/3", "date_unreadable")],
)
def test_figures_that_are_no_one_day_are_refused(typed, code):
    with pytest.raises(RuleViolation, match=code):
        deadline_of(typed, TODAY)
