"""The matrix reads the conclusions and proposes; only what a key takes is given."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.conclusions.assignment import Role
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conclusions.proposing import proposals
from coordapp.services.conferences import conference_actions
from coordapp.store.queries import assignment_queries, conference_queries, unit_queries
from coordapp.ui.matrix.dialog import MatrixDialog
from tests.build import a_conclusion, a_conference, a_unit, issue_notice
from tests.founding import set_up

TODAY = date(2018, 3, 31)
LEAD, HELP = Role.LEAD, Role.COORDINATE
TEXTS = (
    "Giao Ban Dân vận chủ trì, phối hợp với Sở Nội vụ rà soát chỉ tiêu trước ngày 15/4.",
    "Công an tỉnh và Trường Chính trị tỉnh mở lớp.",
    "Ghi nhận kết quả.",
)


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
    for text in TEXTS:
        conclusion_actions.add(store, a_conclusion(conference_id=added.id, number=0, text=text))
    return added


@pytest.fixture
def dialog(qtbot, store, held):
    reader = store.connection
    rows, units = assignment_queries.matrix(reader, held.id), unit_queries.all_units(reader)
    made = MatrixDialog(
        None, rows, units, today=TODAY, proposals=proposals(reader, rows, units, TODAY)
    )
    qtbot.addWidget(made, before_close_func=lambda one: one.draft._wanted.clear())
    made.show()
    qtbot.waitExposed(made)
    return made


def letters(shown):
    model = shown.model
    return [
        [model.index(row, column).data() or "." for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def chosen(shown):
    return [(one.matter_id, one.unit_id, one.role) for one in shown.draft.changes()]


def test_proposals_are_shown_as_such_and_none_is_given_by_itself(dialog):
    assert letters(dialog) == [["C?", "P?", "."], [".", ".", "C?"], [".", ".", "."]]
    assert chosen(dialog) == []
    assert not dialog.make.isEnabled()
    assert dialog.preview.text().endswith("Còn 3 đề xuất chưa lấy.")


def test_a_proposal_looks_other_than_a_choice_without_colour_too(dialog, qtbot):
    index = dialog.model.index(0, 0)
    box = dialog.grid.visualRect(index)
    before = dialog.grid.viewport().grab(box).toImage()
    qtbot.keyClick(dialog.grid, Qt.Key.Key_D)
    after = dialog.grid.viewport().grab(box).toImage()

    def grey(image):
        return [
            image.pixelColor(x, y).lightness()
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        ]

    assert sum(abs(a - b) > 60 for a, b in zip(grey(before), grey(after), strict=True)) > 5


def test_one_key_takes_the_proposal_of_a_cell_with_its_deadline(dialog, qtbot):
    said = dialog.panel.proposed.text()

    qtbot.keyClick(dialog.grid, Qt.Key.Key_D)

    assert "chủ trì; hạn: trước ngày 15/4 → Chủ nhật 15/04/2018 (năm tự hiểu)" in said
    (change,) = dialog.draft.changes()
    assert (change.role, change.terms.due) == (LEAD, date(2018, 4, 15))
    assert dialog.panel.due.text() == "15/04/2018"
    assert dialog.panel.echo.text() == "→ Chủ nhật 15/04/2018"
    assert letters(dialog)[0] == ["C", "P?", "."]


def test_in_a_cell_without_one_the_key_takes_those_of_the_row(dialog, qtbot):
    qtbot.keyClick(dialog.grid, Qt.Key.Key_End)

    qtbot.keyClick(dialog.grid, Qt.Key.Key_D)

    assert letters(dialog)[0] == ["C", "P", "."]


@pytest.mark.parametrize("way", ["key", "button"])
def test_all_are_taken_at_once(dialog, qtbot, way):
    if way == "key":
        qtbot.keyClick(dialog.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    else:
        qtbot.keyClick(dialog.take_all, Qt.Key.Key_Space)

    assert [role for _, _, role in chosen(dialog)] == [LEAD, HELP, LEAD]
    assert not dialog.take_all.isVisible()
    assert "đề xuất" not in dialog.preview.text()


def test_the_same_role_chosen_by_its_letter_brings_the_deadline_and_another_does_not(dialog, qtbot):
    qtbot.keyClick(dialog.grid, Qt.Key.Key_C)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_C)

    assert [(one.role, one.terms.due) for one in dialog.draft.changes()] == [
        (LEAD, date(2018, 4, 15)),
        (LEAD, date(2018, 4, 15)),
    ]


def test_those_outside_the_register_are_told(dialog, qtbot):
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Down)

    assert "Ngoài danh sách đơn vị: Trường Chính trị tỉnh" in dialog.panel.proposed.text()


def test_a_proposal_is_told_to_a_screen_reader(dialog):
    said = dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == (
        "Kết luận 1 – Ban Dân vận: chưa giao; đề xuất chủ trì, hạn Chủ nhật 15/04/2018 "
        "(năm tự hiểu)"
    )


def test_a_conclusion_without_tasks_gets_no_proposals(qtbot, held, store):
    for row in conference_queries.conclusions(store.connection, TODAY):
        conclusion_actions.set_no_task_reason(store, row.conclusion.id, "chỉ ghi nhận")
    rows = assignment_queries.matrix(store.connection, held.id)
    units = unit_queries.all_units(store.connection)
    read = proposals(store.connection, rows, units, TODAY)
    shown = MatrixDialog(None, rows, units, today=TODAY, proposals=read)
    qtbot.addWidget(shown)

    assert any(one.cells for one in read.values())
    assert shown.draft.open_proposals() == []


def test_a_short_date_is_echoed_at_once_and_words_without_a_day_are_kept(dialog, qtbot):
    qtbot.keyClick(dialog.grid, Qt.Key.Key_D)
    due = dialog.panel.due
    due.setFocus()
    due.selectAll()

    qtbot.keyClicks(due, "+7")
    first = dialog.panel.echo.text()
    dialog.panel.wording.clear()
    due.setText("sau khi có vốn")

    assert first == "→ Thứ Bảy 07/04/2018"
    assert dialog.panel.echo.text().endswith("giữ nguyên lời")
    (change,) = dialog.draft.changes()
    assert (change.terms.due, change.terms.deadline_wording) == (None, "sau khi có vốn")
