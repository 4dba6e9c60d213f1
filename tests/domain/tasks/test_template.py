"""The dates of a set of tasks: working days from a start day, and what to look at twice."""

from datetime import date

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DayOffId, TaskTemplateId, TaskTemplateItemId, UnitId
from coordapp.domain.tasks.template import (
    FARTHEST,
    Caution,
    TaskTemplateItem,
    ensure_item,
    items_of,
    plan,
    read_offset,
)
from tests.build import a_task

TODAY = date(2018, 4, 2)
FRIDAY = date(2018, 4, 20)


def off(day: date, *, confirmed: bool = True) -> DayOff:
    return DayOff(id=DayOffId(0), day=day, kind=DayOffKind.OFF, source="", confirmed=confirmed)


CALENDAR = Calendar.of([off(date(2018, 4, 25)), off(date(2018, 4, 30), confirmed=False)])


def an_item(**given) -> TaskTemplateItem:
    return TaskTemplateItem(
        **{
            "id": TaskTemplateItemId(1),
            "task_template_id": TaskTemplateId(1),
            "position": 1,
            "title": "Gửi giấy mời",
            **given,
        }
    )


def planned(offset: int, *, start: date = FRIDAY, today: date = TODAY):
    return plan([an_item(offset=offset)], start, CALENDAR, today=today)[0]


@pytest.mark.parametrize(
    ("offset", "due"),
    [
        pytest.param(0, FRIDAY, id="on the start day"),
        pytest.param(1, date(2018, 4, 23), id="over the weekend"),
        pytest.param(3, date(2018, 4, 26), id="over a day off"),
        pytest.param(-5, date(2018, 4, 13), id="before the start day"),
    ],
)
def test_an_item_is_due_its_working_days_from_the_start(offset, due):
    assert planned(offset).due == due


@pytest.mark.parametrize(
    ("made", "cautions"),
    [
        pytest.param(planned(-5), (), id="nothing to look at"),
        pytest.param(planned(-15), (Caution.PAST,), id="it lies in the past"),
        pytest.param(planned(4), (), id="before the expected day off"),
        pytest.param(planned(5), (Caution.EXPECTED,), id="over the expected day off"),
        pytest.param(
            planned(0, start=date(2018, 4, 22)), (Caution.DAY_OFF,), id="it starts on a Sunday"
        ),
        pytest.param(
            planned(1, start=date(2019, 1, 3)), (Caution.EXPECTED,), id="a year nobody knows"
        ),
        pytest.param(
            planned(6, today=date(2018, 6, 1)), (Caution.PAST,), id="the past moves no more"
        ),
    ],
)
def test_a_doubtful_date_says_why(made, cautions):
    assert made.cautions == cautions


def test_the_unit_of_the_application_leads_what_names_none():
    own, other = plan(
        [an_item(lead_unit_id=UnitId(3)), an_item()],
        FRIDAY,
        CALENDAR,
        today=TODAY,
        unit_id=UnitId(7),
    )

    assert (own.lead_unit_id, other.lead_unit_id) == (3, 7)


@pytest.mark.parametrize(("start", "offset"), [(date.max, 5), (date.min, -5)])
def test_a_date_beyond_the_calendar_is_refused(start, offset):
    with pytest.raises(RuleViolation, match="date_beyond_calendar"):
        planned(offset, start=start)


def test_tasks_become_items_in_the_order_of_their_dates_and_come_back_the_same():
    days = [date(2018, 4, 26), date(2018, 4, 13), FRIDAY]
    tasks = [a_task(code=f"NV-{n}", due=day) for n, day in enumerate(days)]

    items = items_of(tasks, TaskTemplateId(1), FRIDAY, CALENDAR)

    assert [item.offset for item in items] == [-5, 0, 3]
    assert [item.position for item in items] == [1, 2, 3]
    made = plan(items, FRIDAY, CALENDAR, today=TODAY)
    assert [one.due for one in made] == sorted(days)


def test_a_task_without_a_date_is_due_at_the_start():
    assert items_of([a_task()], TaskTemplateId(1), FRIDAY, CALENDAR)[0].offset == 0


def test_a_task_of_another_age_makes_no_item():
    with pytest.raises(RuleViolation, match="offset_range"):
        items_of([a_task(due=date(9999, 12, 31))], TaskTemplateId(1), FRIDAY, CALENDAR)


@pytest.mark.parametrize(
    ("typed", "offset"),
    [("-5", -5), ("+3", 3), ("0", 0), (" 12 ", 12), ("−5", -5), ("–2", -2)],
)
def test_an_offset_is_read_as_people_type_it(typed, offset):
    assert read_offset(typed) == offset


@pytest.mark.parametrize("typed", ["", "-", "năm", "1.5", "--2", "٣", "9" * 5000])
def test_what_is_no_offset_is_refused(typed):
    with pytest.raises(RuleViolation, match="offset_range"):
        read_offset(typed)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (an_item(title="  "), "title_missing"),
        (an_item(offset=FARTHEST + 1), "offset_range"),
        (an_item(offset=-FARTHEST - 1), "offset_range"),
    ],
)
def test_an_item_that_makes_no_task_is_refused(item, code):
    with pytest.raises(RuleViolation, match=code):
        ensure_item(item)
