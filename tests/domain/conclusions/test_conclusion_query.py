"""What the register of conclusions shows of all."""

from datetime import date

import pytest

from coordapp.domain.conclusions.conclusion import ConclusionKind, Coverage
from coordapp.domain.conclusions.conclusion_query import ConclusionQuery
from coordapp.domain.conclusions.rows import ConclusionRow
from tests.build import a_conclusion


def a_row(number, **given):
    known = {
        "conference_code": "HN-2018-01",
        "conference_title": "Giao ban",
        "held_on": date(2018, 3, 15),
    }
    of = {name: given.pop(name) for name in ("kind", "conference_id") if name in given}
    made = a_conclusion(id=number, number=number, **of)
    return ConclusionRow(conclusion=made, **(known | given))


ROWS = (
    a_row(1, task_codes=("NV-1",), tasks_done=1),
    a_row(2, task_codes=("NV-2", "NV-3"), tasks_overdue=1, kind=ConclusionKind.DIRECT),
    a_row(3, held_on=date(2017, 12, 29), conference_id=2),
    a_row(4, held_on=None, task_codes=("NV-4",)),
)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        pytest.param(ConclusionQuery(), [1, 2, 3, 4], id="everything"),
        pytest.param(ConclusionQuery(year=2018), [1, 2], id="one without a date is of no year"),
        pytest.param(ConclusionQuery(conference_id=2), [3], id="conference"),
        pytest.param(ConclusionQuery(kind=ConclusionKind.DIRECT), [2], id="kind"),
        pytest.param(ConclusionQuery(coverage=Coverage.UNCOVERED), [3], id="without tasks"),
        pytest.param(ConclusionQuery(coverage=Coverage.OVERDUE), [2], id="late"),
        pytest.param(ConclusionQuery(coverage=Coverage.DONE), [1], id="done"),
        pytest.param(ConclusionQuery(coverage=Coverage.GOING), [4], id="going"),
    ],
)
def test_a_filter_shows(query, shown):
    assert [row.id for row in query.choose(ROWS, None)] == shown


def test_words_found_elsewhere_narrow_the_rows():
    assert [row.id for row in ConclusionQuery(text="x").choose(ROWS, {2, 9})] == [2]


def test_counts_leave_the_coverage_out_of_the_filter():
    counts = ConclusionQuery(year=2018, coverage=Coverage.DONE).count(ROWS, None)

    assert counts == {Coverage.DONE: 1, Coverage.OVERDUE: 1}
