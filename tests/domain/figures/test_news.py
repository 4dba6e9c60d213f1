"""What is new since the last day worked follows from today and how things stood then."""

from datetime import date, timedelta

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.figures.news import (
    News,
    NewsOf,
    Stood,
    find_news,
    is_newly_owed,
    last_day_worked,
)
from coordapp.domain.figures.news_words import counted, marked, news_since, news_title, why_new
from coordapp.domain.kernel.ids import DayOffId, TaskId
from coordapp.domain.tasks.task import WorkState
from tests.build import a_figure

MONDAY = date(2018, 4, 2)
FRIDAY = date(2018, 3, 30)
SOON = 3  # days
WAITING, GOING = WorkState.AWAITING_CONFIRMATION, WorkState.IN_PROGRESS


def told(before=None, **given) -> set[NewsOf]:
    task = a_figure(MONDAY, SOON, id=TaskId(1), **given)
    held = {} if before is None else {TaskId(1): before}
    return set(find_news([task], held, FRIDAY, SOON).of(TaskId(1)))


def test_what_is_new_is_measured_from_the_last_day_worked():
    off = DayOff(id=DayOffId(0), day=FRIDAY, kind=DayOffKind.OFF, source="", confirmed=True)

    assert last_day_worked(MONDAY, Calendar()) == FRIDAY
    assert last_day_worked(date(2018, 4, 1), Calendar()) == FRIDAY
    assert last_day_worked(MONDAY, Calendar.of([off])) == FRIDAY - timedelta(1)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (-5, set()),  # late on Friday already
        (-4, set()),
        (-3, {NewsOf.LATE}),  # due on Friday, late since Saturday
        (-1, {NewsOf.LATE}),
        (0, set()),  # due soon on Friday already
        (1, {NewsOf.DUE}),
        (3, {NewsOf.DUE}),
        (4, set()),
    ],
)
def test_the_days_alone_make_news(left, expected):
    assert told(due=MONDAY + timedelta(left)) == expected


def test_a_change_makes_news_that_the_days_alone_would_not():
    late, near = MONDAY - timedelta(20), MONDAY + timedelta(1)

    assert told(Stood(WorkState.DONE, late, late), due=late) == {NewsOf.LATE}
    assert told(Stood(GOING, MONDAY + timedelta(90), None), due=late) == {NewsOf.LATE}
    assert told(Stood(WorkState.DRAFT, None, None), due=near) == {NewsOf.DUE}
    assert told(Stood(GOING, near, None), due=near) == {NewsOf.DUE}


def test_a_deadline_moved_on_is_no_news():
    was = Stood(GOING, MONDAY - timedelta(20), None)

    assert told(was, due=MONDAY + timedelta(1)) == set()


def test_a_report_of_completion_is_news_until_the_next_day_worked():
    due = MONDAY + timedelta(30)

    assert told(Stood(GOING, due, None), due=due, work_state=WAITING) == {NewsOf.REPORTED}
    assert told(Stood(WAITING, due, None), due=due, work_state=WAITING) == set()
    assert told(None, due=due, work_state=WAITING) == set()


def test_what_no_figure_counts_is_no_news():
    due = MONDAY - timedelta(1)

    assert told(due=due, gathers=True) == set()
    assert told(due=due, work_state=WorkState.DRAFT) == set()
    assert told(due=due, work_state=WorkState.ON_HOLD) == set()


def test_news_comes_the_most_pressing_first_and_each_task_once():
    given = [
        (1, MONDAY + timedelta(1), GOING),
        (2, MONDAY - timedelta(1), WAITING),
        (3, MONDAY - timedelta(2), GOING),
    ]
    tasks = [
        a_figure(MONDAY, SOON, id=TaskId(n), code=f"NV-{n}", due=due, work_state=state)
        for n, due, state in given
    ]
    before = {TaskId(2): Stood(GOING, MONDAY - timedelta(1), None)}

    news = find_news(tasks, before, FRIDAY, SOON)

    assert (news.late, news.due, news.reported) == ((3, 2), (1,), (2,))
    assert news.every == (3, 2, 1)
    assert news.of(TaskId(2)) == (NewsOf.LATE, NewsOf.REPORTED)


def test_a_report_owed_is_new_when_its_day_ended_since():
    assert not is_newly_owed(FRIDAY - timedelta(1), FRIDAY)
    assert is_newly_owed(FRIDAY, FRIDAY)


def test_the_mark_is_a_word():
    news = News(since=FRIDAY, late=(TaskId(3), TaskId(2)), reported=(TaskId(2),))

    assert marked("Quá hạn 1 ngày", new=True) == "Quá hạn 1 ngày · mới"
    assert marked("Quá hạn 1 ngày", new=False) == "Quá hạn 1 ngày"
    assert counted("lâu nhất 9 ngày", 2) == "2 mới · lâu nhất 9 ngày"
    assert (counted("", 2), counted("", 0)) == ("2 mới", "")
    assert news_title(news) == "Mới từ sau Thứ Sáu 30/03: 2 nhiệm vụ"
    since = "So với cuối ngày làm việc trước (Thứ Sáu, 30/03/2018)."
    assert news_since(news) == since
    assert why_new(news, news.of(TaskId(2))) == f"Mới quá hạn, mới báo cáo hoàn thành. {since}"
    assert why_new(news, ()) == ""
