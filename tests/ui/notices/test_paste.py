"""Pasting a notice: what is read is shown, what is ticked is made, in one step."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions, drafting
from coordapp.services.conferences import conference_actions
from coordapp.store.queries import assignment_queries, conference_queries
from coordapp.ui.notices.paste_dialog import PasteDialog
from coordapp.ui.notices.unit_book import UnitBook
from tests.build import a_conclusion, a_conference, a_unit, sign
from tests.founding import set_up

TODAY = date(2018, 3, 31)
NOTICE = (
    "Ban Chỉ đạo kết luận:\n1- Giao Hội Nông dân tỉnh, phối hợp với Tỉnh Đoàn sơ kết trước ngày "
    "16/4/2018.\n2- Đề nghị các đơn vị tiết kiệm.\n"
)


@pytest.fixture
def held(store):
    set_up(store)
    for place, name in enumerate(("Hội Nông dân tỉnh", "Tỉnh Đoàn"), start=1):
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=place))
    made = conference_actions.add(store, a_conference(code=""), TODAY)
    conclusion_actions.add(store, a_conclusion(conference_id=made.id, number=0, text="Có trước"))
    return made


@pytest.fixture
def dialog(qtbot, store, held, context_on):
    book = UnitBook(context_on(store, TODAY))
    made = PasteDialog(None, book, told_on=TODAY, calendar=Calendar())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_is_pasted_is_read_when_the_text_rests(dialog, qtbot):
    before = (dialog.make.isEnabled(), dialog.preview.text())
    dialog.text.setPlainText(NOTICE)

    qtbot.waitUntil(lambda: dialog.list.count() == 2)

    assert before == (False, "Chưa có văn bản.")
    assert (
        dialog.list.item(0)
        .text()
        .endswith(
            "Chủ trì: Hội Nông dân tỉnh; phối hợp: Tỉnh Đoàn; hạn: trước ngày 16/4/2018 → Thứ Hai 16/04/2018"
        )
    )
    assert (
        dialog.list.item(1)
        .text()
        .endswith("Chủ trì: các đơn vị (ngoài danh sách đơn vị); chưa có hạn")
    )
    assert dialog.preview.text() == (
        "Sẽ thêm 2 kết luận, tạo 1 nhiệm vụ; 1 kết luận chưa rõ đơn vị, giao sau trong ma trận."
    )


def test_space_leaves_one_out_and_it_stays_out_while_the_text_is_mended(dialog, qtbot):
    dialog.text.setPlainText(NOTICE)
    dialog.read()
    dialog.list.setFocus()
    dialog.list.setCurrentRow(1)

    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.text.appendPlainText("3- Giao Tỉnh Đoàn hát.")
    dialog.read()

    assert [one.quote for one in dialog.chosen()] == [
        "Giao Hội Nông dân tỉnh, phối hợp với Tỉnh Đoàn sơ kết trước ngày 16/4/2018",
        "Giao Tỉnh Đoàn hát",
    ]


def test_what_was_not_understood_is_offered_but_not_ticked(dialog, qtbot):
    dialog.text.setPlainText(NOTICE + "3- Vấn đề xe đưa đón.\n4- Thống nhất dự toán.")
    dialog.read()
    before = (len(dialog.chosen()), dialog.preview.text())

    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)

    assert dialog.list.count() == 3
    assert before[0] == 2
    assert before[1].endswith("1 chỗ tô vàng chưa xử lý.")
    assert dialog.chosen()[-1].quote == "Vấn đề xe đưa đón"
    assert "tô vàng" not in dialog.preview.text()


def test_choosing_a_line_shows_where_it_stands(dialog):
    dialog.text.setPlainText("𝄞𝄞\n" + NOTICE)
    dialog.read()

    dialog.list.setCurrentRow(0)

    mark = dialog.text.extraSelections()[0]
    assert mark.cursor.selectedText().startswith("Giao Hội Nông dân tỉnh")


def test_a_huge_text_is_read_at_once(dialog):
    dialog.text.setPlainText(NOTICE * 300)

    dialog.read()

    assert dialog.list.count() == 600


def test_chosen_drafts_become_conclusions_and_tasks_in_one_step(store, held, dialog):
    dialog.text.setPlainText(NOTICE)
    dialog.read()

    made = drafting.draft(store, held.id, dialog.chosen(), TODAY)

    rows = assignment_queries.matrix(store.connection, held.id)
    (task,) = rows[1].unit_tasks
    assert [item.number for item in made] == [2, 3]
    assert rows[0].matter.text == "Có trước"
    assert (task.task.due, task.task.deadline_wording) == (
        date(2018, 4, 16),
        "trước ngày 16/4/2018",
    )
    assert task.task.quoted == rows[1].matter.text
    assert list(task.coordinators) == [2]
    assert rows[2].unit_tasks == []
    assert store.undo() is Op.DRAFT_CONCLUSIONS
    assert len(conference_queries.conclusions_of(store.connection, held.id)) == 1


def test_signed_minutes_take_no_drafts_and_no_choice_is_no_action(store, held, dialog):
    dialog.text.setPlainText(NOTICE)
    dialog.read()
    with pytest.raises(RuleViolation, match="no_draft_chosen"):
        drafting.draft(store, held.id, (), TODAY)
    sign(store, held)

    with pytest.raises(RuleViolation, match="conference_signed"):
        drafting.draft(store, held.id, dialog.chosen(), TODAY)
