"""A row that its table calls secret is not taken, and says why; no other row is touched by that."""

from datetime import date

import pytest

from coordapp.domain.importing.labels import why_assumed
from coordapp.domain.importing.plan import Existing
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import Origin, Task
from tests.build import a_task
from tests.domain.importing.building import a_book, a_sheet
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


PAPERS = [*TITLES, "Văn bản giao", "Kết quả thực hiện", "Ghi chú", "Độ mật"]
SECRET = [*ONE, "12-KH/TU ngày 05/3/2018 về diễn tập", "Đã họp kín", "Chú ý", "Mật"]
KEPT = "Văn bản mật số 12-KH/TU ngày 05/3/2018, xem bản giấy"


def test_of_a_secret_row_that_names_its_paper_number_and_date_alone_are_kept():
    (row,) = plan_of(a_sheet(PAPERS, SECRET)).rows

    assert row.outcome is RowOutcome.BARE
    assert row.task == Task(
        id=TaskId(0), code="", title=KEPT, origin=Origin.DIRECTIVE, assigned_on=date(2018, 3, 5)
    )
    assert (row.coordinating, row.result, row.difficulty) == ((), "", "")


def test_the_preview_says_what_of_a_secret_row_is_not_kept():
    (row,) = plan_of(a_sheet(PAPERS, SECRET)).rows
    (said,) = map(why_assumed, row.assumed)

    assert "“Mật”" in said
    for title in ("Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Trạng thái", "Ghi chú"):
        assert f"“{title}”" in said


@pytest.mark.parametrize(
    "paper", ["", "theo công văn mật", "Kế hoạch 12", "05/3/2018", "12 - đồng chí Bí thư"]
)
def test_a_secret_row_that_names_no_number_with_symbol_is_refused(paper):
    (row,) = plan_of(a_sheet([*TITLES, "Văn bản giao", "Độ mật"], [*ONE, paper, "Mật"])).rows

    assert (row.outcome, row.task) == (RowOutcome.REJECTED, None)


def test_a_task_of_the_book_is_not_made_secret_afterwards():
    book = a_book(by_code={"NV-2018-001": Existing(task=a_task(code="NV-2018-001"))})
    sheet = a_sheet(["Mã nhiệm vụ", *PAPERS], ["NV-2018-001", *SECRET])

    (row,) = plan_of(sheet, book=book).rows

    assert row.outcome is RowOutcome.REJECTED


def test_the_same_secret_rows_again_are_the_same():
    (first,) = plan_of(a_sheet(PAPERS, SECRET)).rows
    book = a_book(by_code={"NV-2018-001": Existing(task=first.task)})

    (row,) = plan_of(a_sheet(PAPERS, SECRET), book=book).rows

    assert row.outcome is RowOutcome.SAME
