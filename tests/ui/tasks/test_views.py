"""Views of the register: shipped and her own, groups, chips of what filters, columns for each."""

import json
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from coordapp.domain.figures.grouping import GroupBy, subtotal, subtotal_words
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import CLOSED, DeadlineState
from coordapp.services.tasks import register_view_actions
from coordapp.store.queries import task_queries
from coordapp.ui.kit.navigation import TaskChip
from coordapp.ui.tasks.placing.group_totals import GroupTotals
from coordapp.ui.tasks.view_actions import ALL_TASKS, GROUPS, SHIPPED


@pytest.fixture
def make(open_window, sample):
    return partial(open_window, sample, page="tasks")


@pytest.fixture
def page(make):
    return make().page("tasks")


def shown(page) -> list[str]:
    return [row.task.code for row in page.model.records()]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_view_opens_and_is_unchanged(page, name: str) -> None:
    page.views.open(name)

    assert page.views.name == name
    assert not page.views.is_changed
    assert page.views.button.text() == f"Xem: {name}"
    assert shown(page)


def test_the_view_of_late_tasks_shows_them_alone(page) -> None:
    page.views.open("Quá hạn")
    assert {row.deadline for row in page.model.records()} == {DeadlineState.OVERDUE}


def test_what_lacks_a_mark_is_open_and_lacks_it(page) -> None:
    page.filters.show_only(TaskChip.DRAFT)
    page.filters.choose_lacking("rõ thời gian")
    rows = page.model.records()
    assert rows
    assert all(row.task.due is None and row.task.work_state not in CLOSED for row in rows)


@pytest.mark.parametrize("by", GroupBy)
def test_groups_show_every_row_once_under_its_head(page, by: GroupBy) -> None:
    before = sorted(shown(page))
    page.views.group_by(by)

    assert sorted(shown(page)) == before
    heads = [page.model.head(n) for n in range(page.model.rowCount()) if page.model.head(n)]
    counted = sum(int(head.note.split()[0]) for head in heads)
    assert counted == int(page.filters.chips._chips["all"].text().split()[-1])
    assert page.active.words() == [f"Nhóm theo: {GROUPS[by]}"]


def test_the_sum_of_all_groups_and_of_the_one_in_view_stay_below_the_rows(page) -> None:
    total = page.findChild(GroupTotals)
    assert not total.isVisible()
    page.views.group_by(GroupBy.LEAD)
    rows = [row for _, _, members in page.model.groups() for row in members]
    words = f"Tổng cộng: {subtotal_words(subtotal(rows))}"

    assert total.isVisible()
    assert total.cells == {"": words}
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    head = page.model.head_above(page.table.rowAt(0))
    assert head is not None
    assert total.cells[""] == f"{words}  ·  {head.title}: {head.note}"

    page.model.fold(page.model.group_keys(), folded=True)

    assert total.cells[""].startswith(words)
    page.views.group_by(None)
    assert not total.isVisible()


def test_a_chosen_deadline_state_is_taken_away_like_any_filter(qtbot, page) -> None:
    everything = shown(page)
    page.filters.show_only("overdue")
    assert page.active.words() == ["Quá hạn"]
    assert page.active.isVisible()
    assert page.filters.clear_button.isVisible()

    qtbot.mouseClick(page.active.chips[0], Qt.MouseButton.LeftButton)

    assert page.filters.chips.current() == "all"
    assert shown(page) == everything
    assert not page.active.isVisible()


def test_filters_show_as_chips_and_go_one_by_one(qtbot, page) -> None:
    page.filters.unit.setCurrentIndex(2)
    page.filters.search.setText("dân vận")
    page.filters.changed.emit()
    words = page.active.words()
    assert words[0] == "Tìm: dân vận"
    assert words[1].startswith("Đơn vị: ")

    qtbot.mouseClick(page.active.chips[0], Qt.MouseButton.LeftButton)

    assert page.active.words() == words[1:]
    assert page.filters.search.text() == ""
    page.filters.clear_button.click()
    assert page.active.words() == []
    assert not page.active.isVisible()


def test_a_view_is_saved_changed_updated_and_deleted(qtbot, page, sample) -> None:
    page.filters.choose_lacking("rõ kết quả")
    page.views.group_by(GroupBy.LEAD)
    page.views.save_as("Thiếu sản phẩm")
    assert page.views.button.text() == "Xem: Thiếu sản phẩm"

    page.views.group_by(GroupBy.STATE)
    assert page.views.button.text() == "Xem: Thiếu sản phẩm (đã sửa)"
    page.views.update()
    qtbot.waitUntil(lambda: not page.views.is_changed)
    page.views.open(ALL_TASKS)
    assert page.active.words() == []
    page.views.open("Thiếu sản phẩm")
    assert page.active.words() == ["Chưa rõ kết quả", "Nhóm theo: Trạng thái"]

    page.views.delete()
    assert task_queries.register_views(sample.connection) == []
    assert page.views.name == ALL_TASKS
    sample.undo()
    assert [view.name for view in task_queries.register_views(sample.connection)] == [
        "Thiếu sản phẩm"
    ]


def test_a_name_is_asked_for_and_taken_composed(qtbot, page, sample, monkeypatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Vie\u0323\u0302c  gấp", True))
    page.views.ask_save()
    assert [view.name for view in task_queries.register_views(sample.connection)] == ["Việc gấp"]

    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Việc rất gấp", True))
    page.views.ask_rename()
    qtbot.waitUntil(lambda: page.views.name == "Việc rất gấp")


@pytest.mark.parametrize(("name", "code"), [(" ", "missing"), ("viec GAP", "taken")])
def test_a_name_that_cannot_be_is_refused(sample, name: str, code: str) -> None:
    register_view_actions.add(sample, "Việc gấp", "{}")
    with pytest.raises(RuleViolation, match=f"view_name_{code}"):
        register_view_actions.add(sample, name, "{}")


def test_columns_are_remembered_for_each_view(page) -> None:
    percent = page.model.column_of("percent")
    page.table.setColumnHidden(percent, False)
    page.views.open("Quá hạn")
    assert page.table.isColumnHidden(percent)

    page.views.open(ALL_TASKS)

    assert not page.table.isColumnHidden(percent)


def test_the_open_view_is_there_again_after_a_start(make) -> None:
    first = make()
    first.page("tasks").views.open("Theo hội nghị")
    first.close()

    second = make().page("tasks")

    assert second.views.name == "Theo hội nghị"
    assert second.model.is_grouped


def test_a_view_of_a_unit_that_is_gone_says_so_and_shows_all(page, sample) -> None:
    shape = {"filters": {"unit": 999}, "names": {"unit": "Đơn vị: Hội cũ"}}
    register_view_actions.add(sample, "Của hội cũ", json.dumps(shape))
    page.views._read()
    said = []
    page._context.messages.said.connect(said.append)

    page.views.open("Của hội cũ")

    assert said == ["Đơn vị: Hội cũ không còn trong sổ nên chế độ xem này không lọc theo."]
    assert len(shown(page)) > 20


@pytest.mark.parametrize("shape", ["", "[]", '{"filters": 5}', '{"table": {"sort": 7}}', "{"])
def test_a_spoilt_shape_opens_as_all_tasks(page, sample, shape: str) -> None:
    register_view_actions.add(sample, "Hỏng", shape)
    page.views._read()
    page.views.open("Hỏng")
    assert len(shown(page)) > 20


def test_the_menu_offers_what_can_be_done_with_the_view(page) -> None:
    page.views.fill()
    words = [action.text() for action in page.views._menu.actions() if action.text()]
    assert words[: len(SHIPPED)] == list(SHIPPED)
    assert "Lưu thành chế độ xem mới…" in words
    page.views.save_as("Của tôi")
    page.views.fill()
    words = [action.text() for action in page.views._menu.actions()]
    assert {"Cập nhật “Của tôi”", "Đổi tên “Của tôi”…", "Xóa “Của tôi”"} <= set(words)


def test_a_deleted_view_leaves_the_columns_of_all_tasks_alone(page) -> None:
    percent = page.model.column_of("percent")
    page.views.save_as("Của tôi")
    page.table.setColumnHidden(percent, False)

    page.views.delete()

    assert page.views.name == ALL_TASKS
    assert page.table.isColumnHidden(percent)


def test_a_saving_undone_leaves_the_columns_of_all_tasks_alone(qtbot, page, sample) -> None:
    percent = page.model.column_of("percent")
    page.views.save_as("Của tôi")
    page.table.setColumnHidden(percent, False)

    sample.undo()
    qtbot.waitUntil(lambda: page.views.name == ALL_TASKS)
    page.views.open("Quá hạn")
    page.views.open(ALL_TASKS)

    assert page.table.isColumnHidden(percent)


def test_a_view_put_back_has_its_columns_as_designed(page) -> None:
    percent = page.model.column_of("percent")
    page.views.open("Quá hạn")
    page.table.setColumnHidden(percent, False)
    page.views.group_by(GroupBy.LEAD)

    page.views.reset()

    assert not page.model.is_grouped
    assert page.table.isColumnHidden(percent)


def test_the_order_of_one_view_is_not_that_of_the_next(page) -> None:
    codes = shown(page)
    page.table.sortByColumn(page.model.column_of("due"), Qt.SortOrder.DescendingOrder)
    assert shown(page) != codes

    page.views.open("Theo đơn vị")
    page.views.group_by(None)

    assert shown(page) == codes


@pytest.mark.parametrize("name", SHIPPED)
def test_no_own_view_takes_the_name_of_a_shipped_one(sample, name: str) -> None:
    with pytest.raises(RuleViolation, match="view_name_taken"):
        register_view_actions.add(sample, name.upper(), "{}")


def test_a_rename_undone_keeps_the_view_open_with_its_columns(qtbot, page, sample) -> None:
    percent = page.model.column_of("percent")
    page.views.save_as("Của tôi")
    page.table.setColumnHidden(percent, False)
    page.views.rename(page.views._own["Của tôi"].id, "Của em")
    qtbot.waitUntil(lambda: page.views.button.text().startswith("Xem: Của em"))

    sample.undo()
    qtbot.waitUntil(lambda: page.views.name == "Của tôi")
    page.views.open(ALL_TASKS)
    page.views.open("Của tôi")

    assert not page.table.isColumnHidden(percent)
