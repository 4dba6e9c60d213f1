"""The drafts of a notice are mended by keys, and what will be made is what is shown."""

import unicodedata
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox

from coordapp.domain.calendar.working_days import Calendar
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import drafting
from coordapp.services.conferences import conference_actions
from coordapp.store.queries import assignment_queries, unit_queries
from coordapp.ui.notices.missing_dialog import Meant, MissingDialog
from coordapp.ui.notices.paste_dialog import PasteDialog
from coordapp.ui.notices.unit_book import UnitBook
from tests.build import a_conference, a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)
CTRL = Qt.KeyboardModifier.ControlModifier
NOTICE = (
    "Trưởng Ban Chỉ đạo kết luận:\n"
    "1. Giao Sở Y tế rà soát các trạm trước ngày 15/4.\n"
    "2. Giao Trường Chính trị tỉnh mở lớp, xong trong quý II.\n"
    "3. Vấn đề xe cứu thương.\n"
)


@pytest.fixture
def held(store):
    set_up(store)
    for place, name in enumerate(("Sở Y tế", "Sở Nội vụ"), start=1):
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=place))
    return conference_actions.add(store, a_conference(code=""), TODAY)


@pytest.fixture
def dialog(qtbot, store, held, context_on):
    book = UnitBook(context_on(store, TODAY))
    made = PasteDialog(None, book, told_on=TODAY, calendar=Calendar())
    # closing asks about what was mended
    qtbot.addWidget(made, before_close_func=lambda dialog: dialog.sheet.entries.clear())
    with qtbot.waitActive(made):
        made.show()
    made.text.setPlainText(NOTICE)
    made.read()
    made.list.setFocus()
    made.list.setCurrentRow(0)
    return made


def replace_text(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    for letter in words:
        # the key of a letter with marks is no key of a keyboard
        if letter.isascii():
            qtbot.keyClicks(field, letter)
        else:
            field.insert(letter) if isinstance(field, QLineEdit) else field.insertPlainText(letter)


def test_enter_leads_from_the_list_to_the_words_and_makes_nothing(dialog, qtbot):
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog.editor.words.hasFocus()
    assert dialog.editor.words.toPlainText() == "Giao Sở Y tế rà soát các trạm trước ngày 15/4."


def test_an_assumed_year_is_shown_as_assumed(dialog):
    assert "→ Chủ nhật 15/04/2018 (năm tự hiểu)" in dialog.list.item(0).text()
    assert dialog.editor.echo.text() == "⚠ Chủ nhật 15/04/2018 (năm tự hiểu)"


def test_words_units_and_deadline_are_typed_over_and_reach_the_file(dialog, qtbot, store, held):
    replace_text(qtbot, dialog.editor.words, "rà soát hết các trạm")
    replace_text(qtbot, dialog.editor.leads.typed, "so noi vu")
    replace_text(qtbot, dialog.editor.joined.typed, "Sở Y tế; Báo tỉnh")
    replace_text(qtbot, dialog.editor.due, "+7")

    assert dialog.editor.echo.text() == "→ Thứ Bảy 07/04/2018"
    assert dialog.list.item(0).text() == (
        "Rà soát hết các trạm.\nChủ trì: Sở Nội vụ; phối hợp: Sở Y tế, Báo tỉnh (ngoài danh sách "
        "đơn vị); hạn: 07/04/2018 → Thứ Bảy 07/04/2018 (đã sửa)"
    )
    drafting.draft(store, held.id, dialog.chosen(), TODAY)
    row = assignment_queries.matrix(store.connection, held.id)[0]
    task = row.unit_tasks[0].task
    assert row.matter.text == "Rà soát hết các trạm."
    assert (task.due, task.deadline_wording) == (date(2018, 4, 7), "07/04/2018")


def test_words_that_give_no_day_are_kept_and_told(dialog, qtbot):
    replace_text(qtbot, dialog.editor.due, "sau khi có vốn")

    assert "giữ nguyên lời" in dialog.editor.echo.text()
    assert "hạn: sau khi có vốn → Không có ngày" in dialog.list.item(0).text()
    assert "1 hạn theo văn bản, chưa có ngày" in dialog.preview.text()


def test_keys_split_a_draft_at_the_cursor_and_join_it_again(dialog, qtbot):
    words = dialog.editor.words
    words.setFocus()
    cursor = words.textCursor()
    cursor.setPosition(words.toPlainText().index("các trạm"))
    words.setTextCursor(cursor)
    count = dialog.list.count()

    qtbot.keyClick(words, Qt.Key.Key_Return, CTRL)

    assert dialog.list.count() == count + 1
    assert dialog.list.item(0).text().startswith("Giao Sở Y tế rà soát.\n")
    assert dialog.list.item(1).text().startswith("Các trạm trước ngày 15/4.\nChủ trì: Sở Y tế")
    assert dialog.list.currentRow() == 1
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.editor.leads.typed, Qt.Key.Key_J, CTRL)
    assert dialog.list.count() == count
    assert dialog.list.item(0).text().startswith("Giao Sở Y tế rà soát; Các trạm trước ngày 15/4.")


def test_an_empty_draft_is_not_made(dialog, qtbot):
    replace_text(qtbot, dialog.editor.words, "")

    assert not dialog.make.isEnabled()
    assert "đang để trống" in dialog.preview.text()


def answered(monkeypatch, qtbot, fill):
    """Answer the question by the real dialog."""

    def work(parent, name, units, today):
        shown = MissingDialog(parent, name, units, today)
        shown.show()
        fill(shown)
        shown.accept()
        answer = shown.answer() if shown.result() else None
        shown.deleteLater()
        return answer

    monkeypatch.setattr(MissingDialog, "ask", work)


def test_a_missing_unit_is_added_to_the_register_in_place(dialog, qtbot, store, monkeypatch):
    def fill(shown):
        shown.short_name.setText("TCT")

    answered(monkeypatch, qtbot, fill)
    dialog.list.setCurrentRow(1)
    assert "Trường Chính trị tỉnh" in dialog.editor.leads.outside.text()

    dialog.editor.leads.add.setFocus()
    qtbot.keyClick(dialog.editor.leads.add, Qt.Key.Key_Space)

    names = [unit.name for unit in unit_queries.all_units(store.connection)]
    assert names[-1] == "Trường Chính trị tỉnh"
    assert "Chủ trì: TCT;" in dialog.list.item(1).text()
    assert not dialog.editor.leads.outside.isVisible()
    assert dialog.sheet.entries[1].draft.lead_ids == (3,)


def test_a_missing_name_is_remembered_as_another_name_of_a_unit(dialog, qtbot, store, monkeypatch):
    def fill(shown):
        shown.meant.setCurrentIndex(shown.meant.findData(Meant.OTHER_NAME.value))
        shown.unit.setCurrentIndex(1)

    answered(monkeypatch, qtbot, fill)
    dialog.list.setCurrentRow(1)

    qtbot.mouseClick(dialog.editor.leads.add, Qt.MouseButton.LeftButton)

    unit = unit_queries.all_units(store.connection)[1]
    assert unit.aliases == "Trường Chính trị tỉnh"
    assert "Chủ trì: Sở Nội vụ;" in dialog.list.item(1).text()


def test_a_missing_name_can_be_a_group_of_units(dialog, qtbot, monkeypatch):
    def fill(shown):
        shown.meant.setCurrentIndex(shown.meant.findData(Meant.SEVERAL.value))
        shown.accept()
        assert shown.isVisible()  # nobody is ticked yet
        for row in range(2):
            shown.members.item(row).setCheckState(Qt.CheckState.Checked)

    answered(monkeypatch, qtbot, fill)
    dialog.list.setCurrentRow(1)

    qtbot.mouseClick(dialog.editor.leads.add, Qt.MouseButton.LeftButton)

    assert dialog.sheet.entries[1].draft.lead_ids == (1, 2)
    assert "tạo 3 nhiệm vụ" in dialog.preview.text()


def test_a_short_name_that_is_taken_is_refused_below_its_field(qtbot):
    shown = MissingDialog(
        None, "Sở Y tế tỉnh", [a_unit(id=1, name="Sở Y tế", short_name="SYT")], TODAY
    )
    qtbot.addWidget(shown)
    shown.short_name.setText("syt")

    assert [field for field, _ in shown.mistakes()] == [shown.short_name]


def test_units_are_ticked_in_a_list(dialog):
    menu = dialog.editor.joined.menu
    menu.aboutToShow.emit()

    menu.actions()[1].trigger()

    assert dialog.sheet.entries[0].draft.coordinating_ids == (2,)


def test_decomposed_text_is_marked_at_its_places(dialog):
    dialog.text.setPlainText(unicodedata.normalize("NFD", NOTICE))
    dialog.read()
    dialog.list.setCurrentRow(1)

    marked = [
        unicodedata.normalize("NFC", mark.cursor.selectedText())
        for mark in dialog.text.extraSelections()
    ]

    assert marked[1] == "Giao Trường Chính trị tỉnh mở lớp, xong trong quý II"
    assert marked[2] == "Vấn đề xe cứu thương"


def test_a_long_draft_is_all_in_sight(dialog):
    long = "rà soát các trạm y tế ở vùng cao, vùng sâu, vùng xa " * 12
    dialog.text.setPlainText(f"1. Giao Sở Y tế {long}trước ngày 15/4/2018.")
    dialog.read()

    item = dialog.list.item(0)
    box = dialog.list.visualItemRect(item)
    lines = dialog.list.fontMetrics().boundingRect(
        0, 0, box.width() - 30, 10_000, int(Qt.TextFlag.TextWordWrap), item.text()
    )

    assert box.width() <= dialog.list.viewport().width()
    assert box.height() >= lines.height()


def test_what_was_mended_is_asked_about_before_it_is_lost(dialog, qtbot, monkeypatch):
    replace_text(qtbot, dialog.editor.due, "+7")
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert asked == ["Bỏ 1 nội dung vừa sửa?"]
    assert dialog.isVisible()
