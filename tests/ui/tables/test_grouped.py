"""Groups of rows: each record once, heads that are no records, and the rest of the table unmoved."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from coordapp.ui.tables.grouped import GroupedModel
from coordapp.ui.tables.grouped_view import GroupedView
from coordapp.ui.tables.model import Column


@dataclass(frozen=True)
class Fruit:
    id: int
    kind: str
    weight: int


FRUITS = [Fruit(1, "cam", 3), Fruit(2, "táo", 5), Fruit(3, "cam", 1), Fruit(4, "táo", 2)]


def by_kind(fruits):
    kinds = sorted({fruit.kind for fruit in fruits})
    return [
        (
            kind,
            kind.upper(),
            f"{sum(f.kind == kind for f in fruits)} quả",
            [f for f in fruits if f.kind == kind],
        )
        for kind in kinds
    ]


@pytest.fixture
def model(qapp):
    made = GroupedModel(
        [
            Column(key="id", title="Số", text=lambda fruit: str(fruit.id), sort=lambda fruit: fruit.id),
            Column(
                key="weight", title="Nặng", text=lambda fruit: str(fruit.weight),
                sort=lambda fruit: fruit.weight,
            ),
        ],
        key=lambda fruit: fruit.id,
    )  # fmt: skip
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.show(FRUITS)
    return made


@pytest.fixture
def view(show_active, model):
    made = GroupedView(model)
    made.resize(400, 300)
    show_active(made)
    made.setFocus()
    return made


def rows(model) -> list[str]:
    return [
        f"[{model.head(n).title}]" if model.head(n) else str(model.record(n).id)
        for n in range(model.rowCount())
    ]


def test_without_groups_it_is_a_plain_table(model) -> None:
    assert rows(model) == ["1", "2", "3", "4"]
    assert not model.is_grouped


def test_heads_stand_over_their_records_and_are_no_records(model) -> None:
    model.group(by_kind)

    assert rows(model) == ["[CAM]", "1", "3", "[TÁO]", "2", "4"]
    assert [fruit.id for fruit in model.records()] == [1, 3, 2, 4]
    assert model.first_id() == 1
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.groups()[0] == ("CAM", "2 quả", [FRUITS[0], FRUITS[2]])


def test_sorting_stays_within_the_groups(model) -> None:
    model.group(by_kind)

    model.sort(1, Qt.SortOrder.AscendingOrder)

    assert rows(model) == ["[CAM]", "3", "1", "[TÁO]", "4", "2"]
    model.group(None)
    assert rows(model) == ["3", "4", "1", "2"]


def test_a_folded_group_keeps_its_head_and_stays_folded_when_read_again(model) -> None:
    model.group(by_kind)
    model.fold(["cam"], folded=True)
    assert rows(model) == ["[CAM]", "[TÁO]", "2", "4"]

    model.show([*FRUITS, Fruit(5, "táo", 9)])

    assert rows(model) == ["[CAM]", "[TÁO]", "2", "4", "5"]
    assert model.folded_keys() == ["cam"]


def test_groups_that_vanish_take_their_heads_with_them(model) -> None:
    model.group(by_kind)
    model.keep([FRUITS[1]])
    assert rows(model) == ["[TÁO]", "2"]


def test_selecting_all_selects_records_alone(view, model) -> None:
    model.group(by_kind)
    view.selectAll()
    assert sorted(view.target_ids()) == [1, 2, 3, 4]


def test_the_keys_walk_over_heads(qtbot, view, model) -> None:
    model.group(by_kind)
    view.select_id(3)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_id() == 2
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current_id() == 3


def test_left_and_right_fold_and_unfold(qtbot, view, model) -> None:
    model.group(by_kind)
    view.select_id(3)

    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert rows(model) == ["[CAM]", "[TÁO]", "2", "4"]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert rows(model) == ["[CAM]", "1", "3", "[TÁO]", "2", "4"]
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert rows(model) == ["[CAM]", "[TÁO]"]


def test_a_click_on_a_head_folds_its_group(qtbot, view, model) -> None:
    model.group(by_kind)
    place = view.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert rows(model) == ["[CAM]", "[TÁO]", "2", "4"]
    assert not view.grab().isNull()


def test_the_selection_outlives_a_change_of_groups(view, model) -> None:
    view.select_id(4)
    model.group(by_kind)
    assert view.current_id() == 4
    model.group(None)
    assert view.current_id() == 4


def test_heads_are_not_counted_among_the_selected(view, model) -> None:
    model.group(by_kind)
    view.selectAll()

    assert view.selected_count() == len(view.target_ids()) == len(FRUITS)
    model.group(None)
    view.selectAll()
    assert view.selected_count() == len(FRUITS)


def test_records_of_two_groups_stay_selected_when_read_again(view, model) -> None:
    model.group(by_kind)
    view.select_id(3)
    view.selectAll()

    model.show(FRUITS)

    assert sorted(view.target_ids()) == [1, 2, 3, 4]


def test_what_is_copied_of_groups_is_records(view, model) -> None:
    view.copies_titles = True
    model.group(by_kind)
    view.selectAll()

    view.copy_selection()

    assert QGuiApplication.clipboard().text().split("\n") == [
        "Số\tNặng", "1\t3", "3\t1", "2\t5", "4\t2",
    ]  # fmt: skip
