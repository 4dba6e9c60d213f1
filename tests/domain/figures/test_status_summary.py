"""Three sentences say the figures of the table, and a cut table still adds up."""

from datetime import date, timedelta

import pytest

from coordapp.domain.figures.status import (
    AlikeThen,
    StatusFigure,
    StatusGroup,
    StatusQuestion,
    StatusTable,
    TaskThen,
    tabulate,
)
from coordapp.domain.figures.status_summary import cut_to, number, sentences
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import WorkState

DAY = date(2018, 3, 31)


def a_table(units: int = 3, *, late: int = 0) -> StatusTable:
    """Give each unit three tasks: done in time, open in time, and overdue in the first units."""
    tasks = []
    for unit in range(units):
        for place in range(3):
            due = DAY + timedelta(days=-5 if place != 1 else 5)
            done = place == 0 or (place == 2 and unit >= late)
            tasks.append(
                TaskThen(
                    id=TaskId(unit * 3 + place + 1),
                    group=unit + 1,
                    work_state=WorkState.DONE if done else WorkState.IN_PROGRESS,
                    original_due=due,
                    due=due,
                    finished_on=due if done else None,
                )
            )
    groups = [StatusGroup(key=n, label=f"ĐV{n}", name=f"Đơn vị {n}") for n in range(1, units + 1)]
    alike = [AlikeThen(task, (task.id,)) for task in tasks]
    return tabulate(alike, groups, StatusQuestion(day=DAY))


def test_the_sentences_say_total_rate_and_who_is_behind() -> None:
    total, rate, behind = sentences(a_table(late=2))
    assert total == (
        "Tổng số 09 nhiệm vụ có thời hạn: đã hoàn thành 04 (đúng hạn 04, quá hạn 0), "
        "chưa hoàn thành 05 (trong hạn 03, quá hạn 02)."
    )
    assert rate == "Tỷ lệ hoàn thành trong số nhiệm vụ đến hạn: 66,7 % (04/06)."
    assert behind == (
        "Đơn vị còn nhiều nhiệm vụ quá hạn nhất: Đơn vị 1 (01 nhiệm vụ quá hạn); "
        "Đơn vị 2 (01 nhiệm vụ quá hạn)."
    )


def test_nothing_overdue_is_said() -> None:
    assert sentences(a_table())[2] == "Không có đơn vị nào còn nhiệm vụ quá hạn."


def test_an_empty_table_claims_nothing() -> None:
    assert sentences(a_table(0)) == (
        "Chưa có nhiệm vụ nào có thời hạn.",
        "Chưa có nhiệm vụ nào đến hạn nên chưa tính tỷ lệ hoàn thành.",
        "Không có đơn vị nào còn nhiệm vụ quá hạn.",
    )


@pytest.mark.parametrize("most", [3, 5, 19, 20, 40])
def test_rows_cut_for_a_page_add_up_to_the_table(most: int) -> None:
    table = a_table(20, late=4)
    rows = cut_to(table, most)
    assert len(rows) == min(most, 20)
    for figure in StatusFigure:
        assert sum(row.counts[figure] for row in rows) == table.total.count(figure)


def test_those_behind_keep_their_rows() -> None:
    names = [row.name for row in cut_to(a_table(20, late=4), 5)]
    assert names == ["Đơn vị 1", "Đơn vị 2", "Đơn vị 3", "Đơn vị 4", "Các đơn vị khác (16)"]


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0"), (5, "05"), (12, "12"), (1234, "1.234"), (1234567, "1.234.567")]
)
def test_numbers_have_dots_for_thousands(count: int, shown: str) -> None:
    assert number(count) == shown
