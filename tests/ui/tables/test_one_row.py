"""What she sees is what she acts on: panel, focus, selection and command mean one row."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from coordapp.store.file.tables import TASKS

_KEY, _HELD = Qt.Key, Qt.KeyboardModifier
_MOVES = (
    _KEY.Key_Up,
    _KEY.Key_Down,
    _KEY.Key_Home,
    _KEY.Key_End,
    _KEY.Key_PageUp,
    _KEY.Key_PageDown,
    _KEY.Key_Left,
    _KEY.Key_Right,
    _KEY.Key_Space,
)
_MODIFIERS = (
    _HELD.NoModifier,
    _HELD.ControlModifier,
    _HELD.ShiftModifier,
    _HELD.ControlModifier | _HELD.ShiftModifier,
)
keys = st.tuples(st.just("key"), st.sampled_from(_MOVES), st.sampled_from(_MODIFIERS))
clicks = st.tuples(st.just("click"), st.integers(0, 11), st.sampled_from(_MODIFIERS))
chips = st.tuples(st.just("chip"), st.sampled_from(("all", "overdue", "open", "done")), st.none())
searches = st.tuples(
    st.just("search"), st.sampled_from(("", "báo cáo", "NV-2018-0", "kế hoạch")), st.none()
)
undos = st.tuples(st.just("undo"), st.booleans(), st.none())
sorts = st.tuples(st.just("sort"), st.integers(0, 6), st.none())
groups = st.tuples(st.just("group"), st.booleans(), st.none())
deletes = st.tuples(st.just("delete"), st.none(), st.none())
steps = st.lists(
    keys | keys | keys | clicks | clicks | chips | searches | undos | sorts | groups | deletes,
    max_size=14,
)


@pytest.fixture
def window(window):
    window.go("tasks")
    return window


@pytest.fixture
def page(window):
    return window.page("tasks")


def named_by_panel(page) -> str | None:
    shown = [label.text() for label in page.detail.findChildren(QLabel)]
    return next((text for text in shown if text.startswith("NV-")), None)


def codes(window) -> set[str]:
    return {task.code for task in TASKS.where(window.context.store.connection, "1")}


def do(window, page, kind: str, what: object, held: object) -> None:
    table = page.table
    if kind == "key":
        table.setFocus()
        QTest.keyClick(table, what, held)
        QTest.keyClick(table, _KEY.Key_Escape)  # Space starts to type
    elif kind == "click":
        at = QPoint(60, table.rowHeight(0) * what + 5)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)
    elif kind == "chip":
        page.filters.chips.choose(what)
        page.filters.tell()
    elif kind == "search":
        page.filters.search.setText(what)
        page.filters.tell()
    elif kind == "undo":
        (window.undo if what else window.redo)()
    elif kind == "sort":
        table.sortByColumn(what, Qt.SortOrder.DescendingOrder)
    elif kind == "group":
        page.views.open("Theo đơn vị" if what else "Tất cả nhiệm vụ")
    else:
        press_delete(window, page)
    window.context.bus.deliver()


def press_delete(window, page) -> set[str]:
    """Press Delete and tell which tasks it removed, children apart."""
    before = codes(window)
    page.table.setFocus()
    page.on_task.delete()
    window.context.bus.deliver()
    return before - codes(window)


def assert_one(page) -> None:
    record = page.table.current_record()
    targets = [row.task.code for row in page.table.targets()]
    if record is None:
        assert targets == []
        assert named_by_panel(page) is None
        return
    assert named_by_panel(page) == record.task.code
    assert record.task.code in targets
    assert page.table.selectionModel().isSelected(page.table.currentIndex())


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(walk=steps)
def test_the_record_that_the_panel_names_is_the_record_that_delete_removes(
    window, page, walk
) -> None:
    page.filters.clear()
    for step in walk:
        do(window, page, *step)
        assert_one(page)
    named = named_by_panel(page)
    alone = page.table.selected_count() == 1
    removed = press_delete(window, page)

    assert (named is None) == (not removed)
    assert named is None or named in removed
    if alone:
        assert named in window.undo_actions.toast.text()
    while window.context.store.undo_steps:
        window.context.store.undo()
    window.context.bus.deliver()


def test_the_end_of_the_list_takes_the_selection_along(window, page) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, _KEY.Key_End, _HELD.ControlModifier)
    last = page.model.records()[-1].task.code

    assert named_by_panel(page) == last
    assert [row.task.code for row in page.table.targets()] == [last]
    assert (
        page.table.viewport()
        .rect()
        .contains(page.table.visualRect(page.table.currentIndex()).center())
    )


def test_a_choice_that_begins_at_the_end_holds_no_row_out_of_sight(window, page) -> None:
    page.table.select_id(page.model.id_at(0))
    page.table.setFocus()
    QTest.keyClick(page.table, _KEY.Key_End, _HELD.ControlModifier)
    for _ in range(4):
        QTest.keyClick(page.table, _KEY.Key_Up, _HELD.ShiftModifier)

    last_five = [row.task.code for row in page.model.records()[-5:]]
    assert [row.task.code for row in page.table.targets()] == last_five


def test_the_row_taken_out_of_a_choice_is_left_for_one_that_stays_in_it(window, page) -> None:
    place = [QPoint(60, page.table.rowHeight(0) * row + 5) for row in range(3)]
    port, left = page.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(port, left, _HELD.NoModifier, place[0])
    QTest.mouseClick(port, left, _HELD.ControlModifier, place[2])
    QTest.mouseClick(port, left, _HELD.ControlModifier, place[2])

    first = page.model.records()[0].task.code
    assert [row.task.code for row in page.table.targets()] == [first]
    assert named_by_panel(page) == first
