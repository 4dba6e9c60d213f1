"""A list frozen for paper knows how many rows its parts have together."""

import pytest

from coordapp.domain.figures.listing import ListedColumn, ListedPart, Listing


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        ((), 0),
        ((ListedPart(rows=()),), 0),
        ((ListedPart(heading="A", rows=[("1",), ("2",)]), ListedPart(rows=[("3",)])), 3),
    ],
)
def test_the_rows_of_all_parts_are_counted(parts, count):
    columns = (ListedColumn(title="Mã", width=1),)

    assert Listing(title="Danh sách", columns=columns, parts=parts).row_count == count
