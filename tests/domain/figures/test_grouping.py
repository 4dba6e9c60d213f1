"""Groups hold each row once, and their subtotals make the whole."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.figures.grouping import GroupBy, grouped, subtotal, subtotal_words
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import Urgency, WorkState, deadline_state
from tests.build import a_task, a_unit

TODAY = date(2018, 3, 31)
UNITS = [
    a_unit(id=UnitId(7), name="Hội Nông dân", short_name="HND", position=1),
    a_unit(id=UnitId(3), name="Tỉnh Đoàn", short_name="TĐ", position=2),
]


def a_row(number: int, children: int = 0, **given) -> TaskRow:
    task = a_task(id=TaskId(number), code=f"NV-2018-{number:03d}", **given)
    return TaskRow(task=task, deadline=deadline_state(task, TODAY, 3), children=children)


@st.composite
def rows(draw) -> list[TaskRow]:
    return [
        a_row(
            number,
            children=draw(st.sampled_from((0, 0, 2))),
            due=draw(st.none() | st.integers(-60, 60).map(lambda n: TODAY + timedelta(n))),
            work_state=draw(st.sampled_from(WorkState)),
            urgency=draw(st.sampled_from(Urgency)),
            lead_unit_id=draw(st.sampled_from((None, UnitId(3), UnitId(7), UnitId(99)))),
        )
        for number in range(1, draw(st.integers(0, 20)) + 1)
    ]


@pytest.mark.parametrize("by", GroupBy)
@given(found=rows())
def test_every_row_is_in_one_group_and_subtotals_sum_to_the_total(by, found) -> None:
    groups = grouped(found, by, UNITS)
    members = [row for _, group in groups for row in group]
    whole = subtotal(found)

    assert sorted(row.id for row in members) == sorted(row.id for row in found)
    assert len({group.key for group, _ in groups}) == len(groups)
    for name in ("total", "overdue", "done"):
        assert sum(getattr(g.subtotal, name) for g, _ in groups) == getattr(whole, name)


def test_units_stand_in_protocol_order_and_the_rest_last() -> None:
    found = [a_row(1), a_row(2, lead_unit_id=UnitId(3)), a_row(3, lead_unit_id=UnitId(7))]
    titles = [group.title for group, _ in grouped(found, GroupBy.LEAD, UNITS)]
    assert titles == ["Hội Nông dân", "Tỉnh Đoàn", "Chưa có đơn vị chủ trì"]


def test_months_run_forward_and_no_deadline_is_last() -> None:
    found = [a_row(1), a_row(2, due=date(2018, 12, 1)), a_row(3, due=date(2018, 2, 1))]
    titles = [group.title for group, _ in grouped(found, GroupBy.MONTH, UNITS)]
    assert titles == ["Hạn tháng 2/2018", "Hạn tháng 12/2018", "Không hạn"]


def test_rows_keep_their_order_within_a_group() -> None:
    found = [a_row(number) for number in (5, 2, 9)]
    ((_, members),) = grouped(found, GroupBy.STATE, UNITS)
    assert [row.id for row in members] == [5, 2, 9]


def test_a_subtotal_is_said_in_words() -> None:
    found = [a_row(1, due=date(2018, 1, 1)), a_row(2, work_state=WorkState.DONE), a_row(3, 2)]
    assert subtotal_words(subtotal(found)) == "2 nhiệm vụ, 1 quá hạn, 1 hoàn thành"
