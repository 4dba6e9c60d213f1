"""Rows as a table sees them."""

import pytest

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.numbering import NumberStyle
from coordapp.domain.importing.layout.views import views_of
from tests.domain.importing.building import UNITS, the_table

TITLES = ["TT", "Nhiệm vụ", "Đơn vị", "Hạn", "Trạng thái"]
TASK = [1, "Rà soát các hộ", "HND", "30/6/2018", "Đang thực hiện"]


def views(*rows, **marks):
    return views_of(the_table(TITLES, *rows, **marks), UNITS)


def test_only_rows_that_show_something_are_seen() -> None:
    found = views(TASK, [], [None, "'"], TASK)

    assert [(view.row, view.below_blank) for view in found] == [(2, False), (5, True)]


def test_what_only_tasks_have_is_told_from_a_signature_in_the_same_columns() -> None:
    task, signature = views(TASK, [None, None, "Người lập biểu", None, "Nguyễn Văn A"])

    assert task.sure == {ImportColumn.LEAD, ImportColumn.DUE, ImportColumn.STATE}
    assert (task.is_task, signature.sure, signature.is_task) == (True, frozenset(), False)


def test_the_only_text_of_a_heading_is_its_words_wherever_it_begins() -> None:
    _, heading = views(TASK, ["II", None, "Nhiệm vụ trọng tâm"])

    assert (heading.work, heading.number.style) == ("Nhiệm vụ trọng tâm", NumberStyle.ROMAN)


def test_a_text_over_half_of_the_columns_is_wide() -> None:
    _, wide = views(TASK, [None, "Quý II"], merged=((3, 2, 3, 5),))

    assert wide.is_wide


@pytest.mark.parametrize("mark", ["nt", "-nt-", "Như trên", '"', "″", "''", "như dòng trên."])
def test_a_cell_that_is_as_above_holds_what_stands_above(mark) -> None:
    _, second, third = views(TASK, [2, "Nhóm nt", mark, mark, None], [3, "Việc ba", mark])

    assert second.given[ImportColumn.LEAD] == third.given[ImportColumn.LEAD] == "HND"
    assert second.work == "Nhóm nt"
    assert second.as_above == {ImportColumn.LEAD, ImportColumn.DUE}
    assert third.as_above == {ImportColumn.LEAD}


def test_as_above_says_nothing_where_nothing_stands_above() -> None:
    (only,) = views([1, "Rà soát các hộ", "nt", "30/6/2018", None])

    assert (only.given[ImportColumn.LEAD], only.as_above) == ("nt", frozenset())
