"""The table: the fewest signals, a selection that stays, edits that wait for the record."""

import time
from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit

from coordapp.domain.calendar import dates
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, Editor, RecordModel
from coordapp.ui.tables.two_lines import two_lines
from coordapp.ui.tables.view import TableView

TODAY = date(2018, 3, 31)


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    due: date | None = None


ROWS = [Row(1, "Báo cáo", date(2018, 3, 26)), Row(2, "An toàn"), Row(3, "Chính sách", TODAY)]


class Actions:
    """Remembers what was asked; refuses when told to."""

    def __init__(self):
        self.asked = []
        self.accepts = True

    def apply(self, record_id, value):
        self.asked.append((record_id, value))
        return self.accepts


@pytest.fixture
def actions():
    return Actions()


@pytest.fixture
def model(qapp, actions):
    columns = (
        Column(key="id", title="Mã", text=lambda row: str(row.id), sort=lambda row: row.id),
        Column(
            key="name",
            title="Nhiệm vụ",
            text=lambda row: row.name,
            edit=lambda row: row.name,
            apply=lambda row, value: actions.apply(row.id, value),
            stretch=True,
        ),
        Column(
            key="due",
            title="Hạn",
            text=lambda row: dates.short(row.due),
            sort=lambda row: row.due or date.max,
            edit=lambda row: row.due,
            apply=lambda row, value: actions.apply(row.id, value),
            editor=Editor.DATE,
            parse=lambda typed: dates.parse(typed, TODAY),
            tone=lambda row: Tone.OVERDUE if row.due else None,
        ),
    )
    model = RecordModel(columns, key=lambda row: row.id)
    model.show(ROWS)
    return model


@pytest.fixture
def view(qtbot, model):
    view = TableView(model)
    qtbot.addWidget(view)
    view.resize(640, 300)
    view.show()
    return view


def _ids(model):
    return [row.id for row in model.records()]


def _type_in(qtbot, view, row, column, keys):
    view.setCurrentIndex(view.model().index(row, column))
    view.setFocus()
    qtbot.keyClicks(view, keys[0])
    editor = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, keys[1:])
    return editor


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, model):
    qtmodeltester.check(model, force_py=True)


def test_a_changed_record_is_the_only_thing_told(qtbot, model):
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.layoutChanged):
        model.show([ROWS[0], replace(ROWS[1], name="Mới"), ROWS[2]])

    assert told == [(1, 1)]
    assert model.index(1, 1).data() == "Mới"


def test_the_same_records_tell_nothing(qtbot, model):
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show(list(ROWS))


def test_sorting_keeps_the_order_before_between_equals(model):
    model.show([Row(1, "b"), Row(2, "a"), Row(3, "b"), Row(4, "a")])

    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(1)

    assert _ids(model) == [4, 2, 3, 1]
    model.show([Row(5, "a"), *model.records()])
    assert _ids(model) == [5, 4, 2, 3, 1]


@pytest.mark.bench
def test_ten_thousand_rows_are_sorted_at_once(model):
    model.show([Row(n, f"Nhiệm vụ {n * 7919 % 10007}") for n in range(10_000)])
    before = time.perf_counter()

    model.sort(1)

    assert time.perf_counter() - before < 0.5


def test_a_persistent_place_follows_its_record(model):
    kept = QPersistentModelIndex(model.index(2, 1))

    model.sort(0, Qt.SortOrder.DescendingOrder)

    assert kept.row() == 0


def test_an_edit_changes_nothing_until_the_record_comes_back(model, actions):
    assert model.setData(model.index(0, 1), "Khác")

    assert actions.asked == [(1, "Khác")]
    assert model.index(0, 1).data() == "Báo cáo"


def test_a_refused_edit_leaves_the_cell(model, actions):
    actions.accepts = False

    assert not model.setData(model.index(0, 1), "Khác")
    assert model.index(0, 1).data() == "Báo cáo"


def test_an_unchanged_value_asks_for_nothing(model, actions):
    assert model.setData(model.index(0, 1), "Báo cáo")
    assert actions.asked == []


def test_the_selection_outlives_a_reset(qtbot, model, view):
    view.select_id(3)

    with qtbot.assertNotEmitted(view.selected):
        model.show([Row(9, "Đầu"), *ROWS])

    assert view.current_id() == 3
    assert view.target_ids() == [3]


def test_the_neighbour_is_selected_when_the_row_goes_away(model, view):
    view.select_id(2)

    model.show([ROWS[0], ROWS[2]])

    assert view.current_id() == 3


def test_the_selection_follows_its_record_when_sorted(model, view):
    view.select_id(1)

    model.sort(0, Qt.SortOrder.DescendingOrder)

    assert view.current_id() == 1
    assert view.currentIndex().row() == 2


def test_the_first_key_reaches_the_editor(qtbot, view):
    editor = _type_in(qtbot, view, 0, 1, "tieng")

    assert editor.text() == "tieng"


def test_bursts_of_backspace_and_letters_arrive_whole(qtbot, view, actions):
    editor = _type_in(qtbot, view, 0, 1, "tie")

    for back, letters in ((1, "ê"), (1, "ế"), (0, "ng")):
        for _ in range(back):
            qtbot.keyClick(editor, Qt.Key.Key_Backspace)
        for letter in letters:
            qtbot.keyClicks(editor, letter) if letter.isascii() else editor.insert(letter)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: actions.asked == [(1, "tiếng")])


def test_a_date_is_read_as_it_is_typed(qtbot, view, actions):
    editor = _type_in(qtbot, view, 0, 2, "5/4")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: actions.asked == [(1, date(2018, 4, 5))])


def test_an_unreadable_date_is_refused_and_asks_for_nothing(qtbot, view, actions):
    editor = _type_in(qtbot, view, 0, 2, "32/4")

    with qtbot.waitSignal(view.refused):
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert actions.asked == []


def test_a_refresh_leaves_what_is_being_typed(qtbot, model, view):
    editor = _type_in(qtbot, view, 0, 1, "dang go")

    model.show([replace(ROWS[0], name="Người khác"), *ROWS[1:]])

    assert editor.text() == "dang go"


def test_columns_fill_the_width_without_a_scroll_bar(view):
    header = view.horizontalHeader()

    assert header.length() == view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()


def test_the_state_of_the_columns_comes_back(qtbot, model, view):
    view.horizontalHeader().resizeSection(0, 77)
    view.horizontalHeader().setSectionHidden(2, True)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    state = view.save_state()
    other = TableView(model)
    qtbot.addWidget(other)

    other.restore_state(state)

    assert other.save_state() == state


def test_rows_are_copied_for_a_sheet(view):
    view.select_id(1)

    view.copy_selection()

    assert QApplication.clipboard().text() == "1\tBáo cáo\t26/03/2018"


def test_enter_opens_the_row(qtbot, view):
    view.select_id(2)

    with qtbot.waitSignal(view.activated_row) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert opened.args == [2]


def test_a_cell_of_two_lines_breaks_at_a_word_and_tells_when_it_is_cut(qtbot):
    post = "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"
    columns: list[Column[str]] = [Column(key="who", title="Ai", text=str, lines=2)]
    table: TableView[str] = TableView(RecordModel(columns, str))
    qtbot.addWidget(table)
    table.model().show([post])
    metrics, font = QFontMetrics(table.font()), table.font()
    width, delegate = metrics.horizontalAdvance(post) * 2 // 3, table.itemDelegateForColumn(0)

    first, second = two_lines(post, metrics, width).split("\n")
    assert f"{first} {second}" == post
    assert not delegate.is_cut(table.model().index(0, 0), width + 20, font)
    assert delegate.is_cut(table.model().index(0, 0), width // 2, font)
    # a word that is longer than the line is cut, not lost
    assert two_lines("Kếtluậnkhôngcódấucách", metrics, 60).endswith("…")
    one: TableView[str] = TableView(RecordModel([Column(key="a", title="A", text=str)], str))
    qtbot.addWidget(one)
    assert (
        table.verticalHeader().defaultSectionSize() > one.verticalHeader().defaultSectionSize() + 10
    )
