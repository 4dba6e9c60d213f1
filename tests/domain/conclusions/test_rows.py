"""A conclusion is as far as its tasks are, cancelled ones left out."""

import pytest

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from tests.build import a_conclusion


def a_row(tasks: int = 0, *, reason: str = "", **given) -> ConclusionRow:
    return ConclusionRow(
        conclusion=a_conclusion(id=5, no_task_reason=reason),
        conference_code="HN-2018-01",
        conference_title="Hội nghị",
        held_on=None,
        task_codes=tuple(f"NV-{number}" for number in range(tasks)),
        **given,
    )


@pytest.mark.parametrize(
    ("row", "coverage"),
    [
        pytest.param(a_row(), Coverage.UNCOVERED, id="nobody was asked"),
        pytest.param(a_row(reason="Chỉ ghi nhận"), Coverage.NO_TASK, id="nobody has to be"),
        pytest.param(a_row(2), Coverage.GOING, id="work is going on"),
        pytest.param(a_row(2, tasks_done=1), Coverage.GOING, id="one is done"),
        pytest.param(a_row(2, tasks_done=2), Coverage.DONE, id="all are done"),
        pytest.param(a_row(2, tasks_done=1, tasks_overdue=1), Coverage.OVERDUE, id="one is late"),
        pytest.param(
            a_row(2, tasks_done=1, tasks_cancelled=1), Coverage.DONE, id="the other was cancelled"
        ),
        pytest.param(a_row(1, tasks_cancelled=1), Coverage.UNCOVERED, id="the only one was"),
    ],
)
def test_a_conclusion_is_as_far_as_its_tasks(row, coverage):
    assert row.coverage is coverage
    assert row.id == 5
