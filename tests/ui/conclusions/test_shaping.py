"""Conclusions are moved, split and merged where they are typed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from coordapp.domain.kernel.ids import TaskId
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import conference_queries
from coordapp.ui.conclusions.reason_dialog import ReasonDialog
from coordapp.ui.conclusions.split_dialog import SplitDialog
from coordapp.ui.conferences.page import ConferencesPage
from tests.build import a_conclusion, a_conference, a_task, a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)
TEXTS = ("Rà soát chỉ tiêu. Báo cáo kết quả.", "Sơ kết phong trào.", "Ghi nhận.")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def context(context_on, store):
    set_up(store)
    committee_actions.add_unit(store, a_unit(name="Ban Dân vận", short_name="BDV"))
    return context_on(store, TODAY)


@pytest.fixture
def page(show_page, store, context):
    held = conference_actions.add(store, a_conference(code=""), TODAY)
    for text in TEXTS:
        conclusion_actions.add(store, a_conclusion(conference_id=held.id, number=0, text=text))
    return show_page(ConferencesPage(context), active=True)


def rows(store):
    return conference_queries.conclusions(store.connection, TODAY)


def texts(store):
    return [row.conclusion.text for row in rows(store)]


def editor(page, store, number):
    return page.conclusions.editors[rows(store)[number - 1].id]


def shown_texts(page):
    items = page.conclusions.editors_in_order()
    return [page.conclusions.editors[item].text.toPlainText() for item in items]


def press(qtbot, page, store, number, key, held):
    field = editor(page, store, number).text
    field.setFocus()
    qtbot.keyClick(field, key, held)


def give(store, number=1):
    conclusion = rows(store)[number - 1].conclusion
    draft = a_task(id=TaskId(0), conclusion_id=conclusion.id, lead_unit_id=1)
    return task_actions.add(store, TaskDraft(task=draft), TODAY)


def test_alt_and_arrows_move_a_conclusion_and_keep_it_in_hand(page, store, qtbot):
    press(qtbot, page, store, 1, Qt.Key.Key_Down, ALT)
    moved = texts(store)
    press(qtbot, page, store, 3, Qt.Key.Key_Up, ALT)

    assert moved == [TEXTS[1], TEXTS[0], TEXTS[2]]
    assert texts(store) == [TEXTS[1], TEXTS[2], TEXTS[0]]
    assert shown_texts(page) == texts(store)
    assert editor(page, store, 2).text.hasFocus()


def test_the_first_cannot_go_up_nor_the_last_down(page, store, qtbot):
    press(qtbot, page, store, 1, Qt.Key.Key_Up, ALT)
    press(qtbot, page, store, 3, Qt.Key.Key_Down, ALT)

    assert texts(store) == list(TEXTS)


def test_ctrl_enter_splits_at_the_cursor_what_was_just_typed(page, store, qtbot):
    field = editor(page, store, 1).text
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(field, " Them")
    cursor = field.textCursor()
    cursor.setPosition(TEXTS[0].index("Báo cáo"))
    field.setTextCursor(cursor)

    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)

    assert texts(store)[:2] == ["Rà soát chỉ tiêu.", "Báo cáo kết quả. Them."]
    assert shown_texts(page) == texts(store)
    assert editor(page, store, 2).text.hasFocus()


def test_a_rare_character_before_the_cursor_does_not_move_the_cut(page, store, qtbot):
    conclusion_actions.edit(store, a_conclusion(id=rows(store)[0].id, text="𝄞𝄞 một. hai."))
    page.refresh()
    field = editor(page, store, 1).text
    cursor = field.textCursor()
    cursor.setPosition(len("𝄞𝄞 một.".encode("utf-16-le")) // 2)
    field.setTextCursor(cursor)

    press(qtbot, page, store, 1, Qt.Key.Key_Return, CTRL)

    assert texts(store)[:2] == ["𝄞𝄞 một.", "Hai."]


def test_a_split_asks_which_tasks_go_along(page, store, qtbot, monkeypatch):
    task = give(store)
    page.refresh()
    asked = []
    monkeypatch.setattr(
        SplitDialog,
        "ask",
        lambda _parent, halves, given: asked.append(halves) or tuple(t.id for t in given),
    )
    field = editor(page, store, 1).text
    cursor = field.textCursor()
    cursor.setPosition(TEXTS[0].index(" Báo cáo"))
    field.setTextCursor(cursor)

    press(qtbot, page, store, 1, Qt.Key.Key_Return, CTRL)

    assert asked == [("Rà soát chỉ tiêu.", "Báo cáo kết quả.")]
    assert TASKS.get(store.connection, task.id).conclusion_id == rows(store)[1].id


def test_a_split_at_the_end_is_refused_in_words(page, store, qtbot, context):
    field = editor(page, store, 1).text
    field.moveCursor(QTextCursor.MoveOperation.End)

    with qtbot.waitSignal(context.run.refused) as said:
        press(qtbot, page, store, 1, Qt.Key.Key_Return, CTRL)

    assert "đặt con trỏ giữa hai ý" in said.args[0]
    assert texts(store) == list(TEXTS)


def test_ctrl_j_merges_with_the_next_and_offers_the_way_back(page, store, qtbot):
    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        press(qtbot, page, store, 1, Qt.Key.Key_J, CTRL)

    assert texts(store) == ["\n".join(TEXTS[:2]), TEXTS[2]]
    assert shown_texts(page) == texts(store)
    assert offered.args == ["Đã gộp kết luận 1 và 2"]


def test_a_reason_stands_under_the_conclusion_and_closes_the_assigning(
    page, store, qtbot, monkeypatch
):
    monkeypatch.setattr(ReasonDialog, "ask", lambda _parent, _conclusion: "chỉ ghi nhận")

    press(qtbot, page, store, 3, Qt.Key.Key_K, ALT | CTRL)
    page.refresh()

    third = editor(page, store, 3)
    assert third._reason.text() == "Không phát sinh nhiệm vụ: chỉ ghi nhận"
    assert not third.give.isEnabled()
    assert editor(page, store, 1).given.text() == "Chưa giao nhiệm vụ"


def test_one_with_tasks_cannot_say_that_none_arises(page, store):
    give(store)
    page.refresh()

    assert not editor(page, store, 1).reason.isEnabled()
    assert editor(page, store, 1).given.toolTip() == "1 nhiệm vụ · hoàn thành 0/1"


def test_the_split_dialog_gives_what_was_ticked_by_space(qtbot):
    made = SplitDialog(None, ("Một", "Hai"), [a_task(id=TaskId(4)), a_task(id=TaskId(5))])
    qtbot.addWidget(made)
    made.show()

    qtbot.keyClick(made.tasks, Qt.Key.Key_Down)
    qtbot.keyClick(made.tasks, Qt.Key.Key_Space)

    assert made.chosen() == (5,)


def test_the_reason_dialog_starts_from_the_reason_there_is(qtbot):
    made = ReasonDialog(None, a_conclusion(no_task_reason="chỉ ghi nhận"))
    qtbot.addWidget(made)

    assert made.reason.toPlainText() == "chỉ ghi nhận"


@pytest.mark.parametrize(
    ("asked", "more"),
    [("move_requested", (1,)), ("split_requested", (1,)), ("merge_requested", ()),
     ("reason_requested", ())],
)  # fmt: skip
def test_what_was_deleted_meanwhile_is_neither_changed_nor_asked_about(page, store, asked, more):
    gone = rows(store)[1].id
    conclusion_actions.delete(store, gone)
    before = texts(store)

    # the page has not heard of it yet
    getattr(page.conclusions, asked).emit(gone, *more)

    assert texts(store) == shown_texts(page) == before
