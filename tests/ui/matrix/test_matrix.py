"""The matrix of conclusions and units, by keys from the first cell to the tasks."""

import time
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox

from coordapp.domain.committee.unit_group import UnitGroup
from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.kernel.ids import UnitGroupId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions, group_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import task_actions
from coordapp.store.queries import (
    assignment_queries,
    conference_queries,
    task_queries,
    unit_queries,
)
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.matrix.dialog import MatrixDialog
from coordapp.ui.matrix.draft import Place
from tests.build import a_conclusion, a_conference, a_unit, fan_out, issue_notice
from tests.founding import set_up

TODAY = date(2018, 3, 31)
KEYS = {
    "→": Qt.Key.Key_Right,
    "↓": Qt.Key.Key_Down,
    "←": Qt.Key.Key_Left,
    " ": Qt.Key.Key_Space,
    "⏎": Qt.Key.Key_Return,
    "x": Qt.Key.Key_Delete,
    "c": Qt.Key.Key_C,
    "p": Qt.Key.Key_P,
    "a": Qt.Key.Key_A,
    "t": Qt.Key.Key_T,
}
LEAD, HELP = Role.LEAD, Role.COORDINATE


@pytest.fixture
def context(context_on, store):
    set_up(store)
    for number, name in enumerate(("Ban Dân vận", "Sở Nội vụ", "Công an tỉnh"), start=1):
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=number))
    return context_on(store, TODAY)


@pytest.fixture
def held(store, context):
    added = conference_actions.add(store, a_conference(code=""), TODAY)
    issue_notice(store, added, TODAY)
    for text in ("Rà soát chỉ tiêu.", "Sơ kết phong trào.", "Ghi nhận kết quả."):
        conclusion_actions.add(store, a_conclusion(conference_id=added.id, number=0, text=text))
    return added


@pytest.fixture
def dialog(qtbot, store, held, context):
    def make(start=0, groups=()):
        made = MatrixDialog(
            None,
            assignment_queries.matrix(store.connection, held.id),
            unit_queries.all_units(store.connection),
            today=TODAY,
            calendar=context.calendar(),
            start=start,
            groups=groups,
        )
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def press(qtbot, shown, keys):
    for key in keys:
        qtbot.keyClick(shown.grid, KEYS[key])


def letters(shown):
    model = shown.model
    return [
        "".join(model.index(row, column).data() or "." for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_model_keeps_what_qt_asks_of_models(qtbot, dialog):
    shown = dialog()
    tester = QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    press(qtbot, shown, "c→p")

    assert isinstance(tester.model(), QAbstractItemModel)


def test_space_and_enter_go_round_the_roles(qtbot, dialog):
    shown = dialog()
    seen = []
    for key in " ⏎ ⏎":
        press(qtbot, shown, key)
        seen.append(letters(shown)[0][0])

    assert seen == ["C", "P", ".", "C"]


def test_letters_choose_and_delete_takes_back(qtbot, dialog):
    shown = dialog()

    press(qtbot, shown, "c→p→c↓at←x")

    assert letters(shown) == ["CPC", "C.C", "..."]
    assert shown.grid.currentIndex().column() == 1


def test_the_preview_counts_what_will_be_made(qtbot, dialog):
    shown = dialog()
    before = (shown.make.isEnabled(), shown.preview.text())

    press(qtbot, shown, "c→c→p")

    assert before[0] is False
    assert "gõ C" in before[1]
    assert shown.preview.text() == (
        "Sẽ tạo 2 nhiệm vụ cho 2 đơn vị từ 1 kết luận; lập 1 nhiệm vụ chung (kết luận 1); "
        "thêm 1 lượt phối hợp."
    )
    assert shown.make.isEnabled()


def test_before_the_notice_the_preview_says_that_tasks_are_drafts(qtbot, store, held):
    rows = assignment_queries.matrix(store.connection, held.id)
    shown = MatrixDialog(
        None, rows, unit_queries.all_units(store.connection), today=TODAY, withheld=True
    )
    qtbot.addWidget(shown)

    press(qtbot, shown, "c")

    assert shown.preview.text().endswith("dự thảo đến khi ban hành thông báo kết luận.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Giao\nnhiều\ndòng " * 400, id="huge"),
        pytest.param("Không_có_chỗ_nào_để_ngắt" * 30, id="one word"),
        pytest.param("<b>=1+1</b> %s {0}", id="markup"),
    ],
)
def test_any_text_of_a_conclusion_is_shown(qtbot, store, held, context, text):
    item = conference_queries.conclusions(store.connection, TODAY)[0].conclusion
    conclusion_actions.edit(store, replace(item, text=text))
    committee_actions.add_unit(store, a_unit(name="Đ" * 300, short_name="Đ" * 300, position=9))
    rows = assignment_queries.matrix(store.connection, held.id)
    shown = MatrixDialog(None, rows, unit_queries.all_units(store.connection), today=TODAY)
    qtbot.addWidget(shown)
    shown.show()

    press(qtbot, shown, "→→→c")

    assert not shown.grab().isNull()
    assert letters(shown)[0] == "...C"


def test_a_conclusion_that_gives_no_task_says_so_and_takes_no_unit(qtbot, dialog, store):
    third = conference_queries.conclusions(store.connection, TODAY)[2].conclusion
    conclusion_actions.set_no_task_reason(store, third.id, "chỉ ghi nhận")
    shown = dialog(third.id)

    press(qtbot, shown, "c")

    said = shown.model.headerData(2, Qt.Orientation.Vertical)
    assert said == "3. (không phát sinh) Ghi nhận kết quả."
    assert letters(shown)[2] == "..."
    assert "không phát sinh nhiệm vụ" in shown.refusal.text()


def test_coordinating_alone_cannot_be_given(qtbot, dialog):
    shown = dialog()

    press(qtbot, shown, "p")

    assert not shown.make.isEnabled()
    assert "chưa có đơn vị chủ trì" in shown.preview.text()


def test_what_is_in_the_file_is_shown_and_only_the_new_is_given(qtbot, dialog, store):
    first = conference_queries.conclusions(store.connection, TODAY)[0].conclusion
    assignment_actions.assign(store, fan_out((first.id,), (1,)), TODAY)
    shown = dialog()

    press(qtbot, shown, "→p")

    assert letters(shown)[0] == "CP."
    assert [(c.unit_id, c.role) for c in shown.draft.changes()] == [(2, HELP)]
    assert shown.panel.scope.isVisible()
    press(qtbot, shown, "←")
    assert "NV-2018-001" in shown.panel.given.text()
    assert not shown.panel.scope.isVisible()


def test_a_task_that_has_begun_is_not_taken_back_and_the_reason_is_said(qtbot, dialog, store):
    first = conference_queries.conclusions(store.connection, TODAY)[0].conclusion
    (task,) = assignment_actions.assign(store, fan_out((first.id,), (1,)), TODAY)
    task_actions.set_work_state(store, task.id, WorkState.IN_PROGRESS, TODAY)
    shown = dialog()

    press(qtbot, shown, "x")

    assert letters(shown)[0] == "C.."
    assert shown.refusal.isVisible()
    assert "NV-2018-001 đã bắt đầu" in shown.refusal.text()


def test_terms_of_the_conclusion_hold_for_its_units_and_own_ones_for_one(qtbot, dialog):
    shown = dialog()
    press(qtbot, shown, "c→c")
    shown.panel.due.setText("9/4")
    shown.panel.product.setText("Báo cáo")
    shown.panel.scope.choose("own")
    shown.panel.scope.chosen.emit("own")
    shown.panel.product.setText("Kế hoạch")

    first, second = shown.draft.changes()

    assert (first.terms.product, first.terms.due) == ("Báo cáo", date(2018, 4, 9))
    assert (second.terms.product, second.terms.due) == ("Kế hoạch", date(2018, 4, 9))
    press(qtbot, shown, "←")
    assert shown.panel.product.text() == "Báo cáo"


def test_an_unreadable_deadline_stops_the_giving(qtbot, dialog):
    shown = dialog()
    press(qtbot, shown, "c")

    shown.panel.due.setText("40/40")

    assert not shown.make.isEnabled()
    assert "40/40" in shown.preview.text()


def test_choices_not_given_are_asked_about_before_they_are_lost(qtbot, dialog, monkeypatch):
    shown = dialog()
    press(qtbot, shown, "c")
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))

    qtbot.keyClick(shown.grid, Qt.Key.Key_Escape)

    assert asked == ["Bỏ những gì vừa chọn?"]
    assert shown.isVisible()


def test_a_cell_tells_its_role_in_words_to_a_screen_reader(qtbot, dialog):
    shown = dialog()
    press(qtbot, shown, "c")

    said = shown.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Kết luận 1 – Ban Dân vận: chủ trì"


def test_letters_of_the_grid_are_no_business_of_an_input_method(dialog):
    assert not dialog().grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_from_conclusions_to_the_tasks_of_each_unit_by_keys_alone(
    qtbot, context, store, held, dialog, monkeypatch
):
    page = ConferencesPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)

    def work(parent, rows, receiving, **given):
        shown = MatrixDialog(parent, rows, receiving, **given)
        with qtbot.waitActive(shown):
            shown.show()
        press(qtbot, shown, "c→c→p↓c")
        with qtbot.waitSignal(shown.accepted):
            qtbot.keyClick(shown.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        shown.deleteLater()
        return shown.draft.changes()

    monkeypatch.setattr(MatrixDialog, "ask", work)
    page.conclusions.give.setFocus()
    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        qtbot.keyClick(page.conclusions.give, Qt.Key.Key_Space)
    page.refresh()

    rows = conference_queries.conclusions(store.connection, TODAY)
    assert offered.args == ["Đã tạo 3 nhiệm vụ"]
    assert [row.units for row in rows] == [("Ban Dân vận", "Sở Nội vụ"), ("Công an tỉnh",), ()]
    assert [row.coverage for row in rows] == [
        Coverage.GOING,
        Coverage.GOING,
        Coverage.UNCOVERED,
    ]
    without = [
        e.given.text() for e in page.conclusions.editors.values() if not e.links.children()[1:]
    ]
    assert without == ["Chưa giao nhiệm vụ"]
    assert len(task_queries.find(store.connection, TaskQuery(without_parents=True), TODAY)) == 3
    page.flush()


@pytest.mark.bench
def test_thirty_conclusions_and_twenty_units_answer_each_key_at_once(qtbot, store, context, held):
    for number in range(17):
        name = f"Đơn vị {number}"
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=9 + number))
    for number in range(27):
        conclusion_actions.add(
            store, a_conclusion(conference_id=held.id, number=0, text=f"Việc {number}. " * 20)
        )
    rows = assignment_queries.matrix(store.connection, held.id)
    shown = MatrixDialog(None, rows, unit_queries.all_units(store.connection), today=TODAY)
    qtbot.addWidget(shown)
    shown.show()
    for row in rows:
        shown.draft.lead_all(row.matter.id)
    shown.draft.choose(Place(rows[0].matter.id, 1), None)

    start = time.perf_counter()
    press(qtbot, shown, "c→p")
    took = (time.perf_counter() - start) / 3

    assert len(shown.draft.changes()) == 600
    print(f"one key: {took * 1000:.1f} ms")
    assert took < 0.1


def test_one_key_gives_to_a_group_and_the_row_names_it_until_a_unit_is_taken_out(
    qtbot, store, held, dialog
):
    units = unit_queries.all_units(store.connection)
    group = group_actions.add(store, UnitGroup(id=UnitGroupId(0), name="hai ngành"))
    group_actions.set_members(store, group.id, [units[0].id, units[2].id])
    shown = dialog(groups=unit_queries.groups_of_units(store.connection))
    said = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1):
        qtbot.keyClick(shown.grid, key)
        said.append((letters(shown)[0], shown.addressed.text()))
    qtbot.keyClick(shown.grid, Qt.Key.Key_2)

    assert said == [
        ("C.C", "Kết luận 1 – Chủ trì: hai ngành"),
        ("..C", "Kết luận 1 – Chủ trì: Công an tỉnh"),
        ("C.C", "Kết luận 1 – Chủ trì: hai ngành"),
        ("P.P", "Kết luận 1 – Phối hợp: hai ngành"),
        ("...", "Kết luận 1 chưa giao đơn vị nào."),
    ]
    assert letters(shown)[0] == "..."
    assert shown.groups.menu().actions()[0].text() == "1: hai ngành (2)"


def test_twenty_units_are_all_in_sight_under_turned_names(qtbot, store, held, dialog):
    few = dialog()
    assert not few.grid._names.is_turned
    for number in range(17):
        name = f"Sở {number}&PTNT"
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=9 + number))

    shown = dialog()

    assert shown.grid._names.is_turned
    assert not shown.grid.horizontalScrollBar().maximum()
    shown.resize(2400, 700)
    qtbot.waitUntil(lambda: not shown.grid._names.is_turned)
