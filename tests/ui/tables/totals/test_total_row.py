"""Sums stay in view below a table, each under its column."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.totals.total_row import TotalRow, above
from coordapp.ui.tables.view import TableView


@dataclass(frozen=True)
class Row:
    id: int
    count: int


ROWS = [Row(n, n) for n in range(60)]


@pytest.fixture
def made(qtbot):
    """A table of sixty rows in a window that shows ten of them, with its sums."""

    kept = []

    def make(**given):
        columns = (
            Column(key="id", title="Mã", text=lambda row: str(row.id), width=90),
            Column(key="name", title="Tên", text=lambda row: "", width=120),
            Column(
                key="count", title="Số", text=lambda row: str(row.count), width=80,
                align=Qt.AlignmentFlag.AlignHCenter,
            ),
        )  # fmt: skip
        model = RecordModel(columns, key=lambda row: row.id)
        table = TableView(model)
        model.setParent(table)

        def sums():
            return {"id": "Tổng cộng", "count": str(sum(row.count for row in model.records()))}

        total = TotalRow(table, model, sums, **given)
        both = above(table, total)
        kept.append(both)
        qtbot.addWidget(both)
        both.resize(260, 400)
        both.show()
        return table, model, total

    return make


def test_the_sums_stand_below_the_rows_and_follow_them(made):
    _, model, total = made()
    assert not total.isVisible()

    model.show(ROWS)

    assert total.isVisible()
    assert total.cells == {"id": "Tổng cộng", "count": str(sum(range(60)))}
    assert total.accessibleName() == f"Mã: Tổng cộng; Số: {sum(range(60))}"
    model.show(ROWS[:3])
    assert total.cells["count"] == "3"
    model.show([])
    assert not total.isVisible()


def test_each_sum_keeps_under_its_column_whatever_is_moved(made):
    table, model, total = made()
    model.show(ROWS)
    header, count = table.horizontalHeader(), model.column_of("count")

    def is_under() -> bool:
        place = {key: place for key, _, place in total.places()}["count"]
        left = table.viewport().x() + header.sectionViewportPosition(count)
        return (place.left(), place.width()) == (left, header.sectionSize(count))

    assert is_under()
    header.resizeSection(0, 200)
    table.horizontalScrollBar().setValue(60)
    assert table.horizontalScrollBar().value() > 0
    assert is_under()
    header.moveSection(2, 0)
    assert is_under()
    header.setSectionHidden(count, True)
    assert "count" not in {key for key, _, _ in total.places()}


def test_words_go_on_over_columns_that_have_none(made):
    table, model, total = made()
    model.show(ROWS)
    table.horizontalHeader().resizeSection(0, 50)

    place = next(place for key, _, place in total.places() if key == "id")

    assert place.width() == 50 + table.columnWidth(1)
    assert not total.grab().isNull()


def test_where_the_last_row_is_the_sum_it_shows_while_that_is_out_of_sight(made, qtbot):
    table, model, total = made(last_is_total=True)
    model.show(ROWS)
    assert total.isVisible()

    def at_the_end() -> bool:
        table.scrollToBottom()
        return not total.isVisible()

    qtbot.waitUntil(at_the_end, timeout=1000)

    table.scrollToTop()
    qtbot.waitUntil(total.isVisible, timeout=1000)
    model.show(ROWS[:3])
    assert not total.isVisible()
