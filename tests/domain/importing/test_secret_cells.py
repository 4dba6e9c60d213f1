"""A row that its table calls secret is not taken, and says why; no other row is touched by that."""

import pytest

from coordapp.domain.importing.workbook import RowOutcome
from tests.domain.importing.building import a_sheet
from tests.domain.importing.test_planner import ONE, TITLES, plan_of


@pytest.mark.parametrize("title", ["Độ mật", "Mức độ mật", "ĐỘ MẬT (nếu có)", "Mật"])
@pytest.mark.parametrize("cell", ["Mật", "TỐI MẬT", "Tuyệt mật", "(Mật)", "B"])
def test_a_row_above_ordinary_is_refused_with_the_reason(title, cell):
    (row,) = plan_of(a_sheet([*TITLES, title], [*ONE, cell])).rows

    assert row.outcome is RowOutcome.REJECTED
    assert [problem.error.code for problem in row.problems] == ["secret_refused"]
    assert row.task is None


@pytest.mark.parametrize("title", ["Độ mật", "Bảo mật thông tin", "Ghi chú"])
@pytest.mark.parametrize("cell", ["", "Thường", "Không"])
def test_an_ordinary_row_is_taken(title, cell):
    (row,) = plan_of(a_sheet([*TITLES, title], [*ONE, cell])).rows

    assert row.outcome is RowOutcome.NEW


def test_the_word_in_another_column_makes_no_row_secret():
    (row,) = plan_of(a_sheet([*TITLES, "Ghi chú"], [*ONE, "Mật"])).rows

    assert row.outcome is RowOutcome.NEW
