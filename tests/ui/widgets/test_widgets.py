"""Fields save by themselves and leave the typing alone; small widgets say what was asked."""

import unicodedata
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit.run import Runner
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.fields import ChoiceField, DateField
from coordapp.ui.widgets.growing_text import TitleText
from coordapp.ui.widgets.message_bar import MessageBar
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.saving_field import SavingField
from coordapp.ui.widgets.saving_form import text_block
from coordapp.ui.widgets.search_box import SearchBox
from coordapp.ui.widgets.toast import Toast

TODAY = date(2018, 3, 31)
NFD = unicodedata.normalize("NFD", "Đảng ủy")


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


class Saved:
    """A field on an editor, and what it saved."""

    def __init__(self, editor):
        self.texts: list[str] = []
        self.reasons: list[str] = []
        self.editor = editor
        self.field = SavingField(Runner(editor), editor, self.save, self.reasons.append)

    def save(self, text):
        if text == "sai":
            raise RuleViolation("text_missing")
        self.texts.append(text)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def saved(request, shown):
    return Saved(shown(request.param()))


def type_in(qtbot, saved, text):
    saved.editor.selectAll()
    qtbot.keyClicks(saved.editor, text)


def test_what_was_typed_is_saved_when_the_typing_rests(qtbot, saved):
    qtbot.keyClicks(saved.editor, "viec")

    qtbot.waitUntil(lambda: saved.texts == ["viec"], timeout=2000)


def test_text_is_saved_composed(saved):
    editor = saved.editor
    insert = editor.insert if isinstance(editor, QLineEdit) else editor.insertPlainText

    insert(NFD)
    saved.field.flush()

    assert saved.texts == ["Đảng ủy"]


def test_a_refresh_leaves_what_is_being_typed(qtbot, saved):
    saved.field.show(1, "cũ")
    qtbot.keyClicks(saved.editor, "x")

    saved.field.show(1, "của người khác")

    assert "x" in saved.field.text
    assert saved.field.text != "của người khác"


def test_what_is_refused_stays_with_its_reason_until_it_is_mended(qtbot, saved):
    saved.field.show(1, "đúng")
    type_in(qtbot, saved, "sai")
    saved.field.flush()
    saved.field.show(1, "đúng")
    kept = (saved.field.text, saved.editor.property("wrong"), saved.field.reason)
    type_in(qtbot, saved, "moi")

    saved.field.flush()

    assert kept == ("sai", True, sentence(RuleViolation("text_missing")))
    assert saved.texts == ["moi"]
    assert (saved.editor.property("wrong"), saved.reasons[-1]) == (False, "")


def test_what_is_refused_of_one_record_waits_for_its_return(qtbot, saved):
    saved.field.show(1, "")
    type_in(qtbot, saved, "sai")
    saved.field.flush()

    saved.field.show(2, "khác")
    meanwhile = saved.field.text
    saved.field.show(1, "")

    assert (meanwhile, saved.field.text) == ("khác", "sai")


def test_escape_gives_up_what_is_refused(qtbot, saved):
    saved.field.show(1, "đúng")
    type_in(qtbot, saved, "sai")
    saved.field.flush()

    qtbot.keyClick(saved.editor, Qt.Key.Key_Escape)

    assert (saved.field.text, saved.field.reason) == ("đúng", "")


def test_the_same_text_keeps_the_cursor(shown):
    saved = Saved(shown(QLineEdit()))
    saved.field.show(1, "một hai ba")
    saved.editor.setCursorPosition(3)

    saved.field.show(1, "một hai ba")

    assert saved.editor.cursorPosition() == 3


def test_bursts_of_backspace_and_letters_arrive_whole(qtbot, shown):
    saved = Saved(shown(QPlainTextEdit()))
    qtbot.keyClicks(saved.editor, "Dang uy")

    for _ in range(6):
        qtbot.keyClick(saved.editor, Qt.Key.Key_Backspace)
    saved.editor.insertPlainText("ảng ủy")

    assert saved.field.text == "Dảng ủy"


def test_pasted_text_is_plain(shown):
    saved = Saved(shown(text_block(3)))
    pasted = QMimeData()
    pasted.setHtml("<b>Đậm</b>")
    pasted.setText("Đậm")

    saved.editor.insertFromMimeData(pasted)

    assert saved.field.text == "Đậm"


def _date_field():
    return DateField(lambda typed: dates.parse(typed, TODAY))


def test_a_date_is_read_when_leaving(qtbot, shown):
    field = shown(_date_field())
    qtbot.keyClicks(field, "+5")

    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert told.args == [date(2018, 4, 5)]
    assert field.text() == "05/04/2018"


def test_an_unreadable_date_stays_and_is_refused(qtbot, shown):
    field = shown(_date_field())
    qtbot.keyClicks(field, "31/2")

    with qtbot.waitSignal(field.refused), qtbot.assertNotEmitted(field.edited):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "31/2"
    assert field.property("wrong")


def test_a_date_can_be_taken_away(qtbot, shown):
    field = shown(_date_field())
    field.set_value(TODAY)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)

    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert told.args == [None]


def test_showing_a_value_tells_nothing(qtbot, shown):
    field = shown(ChoiceField([(1, "Một"), (2, "Hai")]))

    with qtbot.assertNotEmitted(field.edited):
        field.set_value(2)

    assert field.currentText() == "Hai"


def test_one_chip_is_chosen_at_a_time(qtbot, shown):
    bar = shown(ChipBar([("all", "Tất cả"), ("late", "Quá hạn")]))
    bar.set_counts({"all": 47, "late": 2})
    chip = bar.findChildren(QPushButton)[1]

    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert told.args == ["late"]
    assert chip.text() == "Quá hạn  2"
    assert bar.current() == "late"


def test_search_waits_and_escape_clears(qtbot, shown):
    box = shown(SearchBox("Tìm"))

    with qtbot.waitSignal(box.searched) as told:
        qtbot.keyClicks(box, "dang")
    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert told.args == ["dang"]
    assert box.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_keyboard_goes_on_from_the_line_to_search_in_to_the_rows(qtbot, shown, key):
    page = QWidget()
    box, rows = SearchBox("Tìm", page), QListWidget(page)
    shown(page)
    rows.addItems(["Một", "Hai"])
    box.lead_to(rows)
    box.setFocus()
    told = []
    box.searched.connect(told.append)
    qtbot.keyClicks(box, "hai")

    qtbot.keyClick(box, key)

    # what was typed last is searched before, and once
    assert told == ["hai"]
    assert page.focusWidget() is rows
    assert rows.currentRow() == 0
    assert box.text() == "hai"
    qtbot.wait(200)
    assert told == ["hai"]


def test_a_toast_offers_the_way_back_once(qtbot, shown):
    toast = Toast(shown(QWidget()))
    undone = []
    toast.say("Đã xóa việc", "Hoàn tác", lambda: undone.append(1))

    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert undone == [1]
    assert not toast.isVisible()


def test_words_of_people_are_never_read_as_html(shown):
    bar = shown(MessageBar())

    bar.say("<b>x</b>")

    assert bar.text() == "<b>x</b>"
    assert bar._label.textFormat() == Qt.TextFormat.PlainText


def test_long_work_can_be_stopped_and_then_opened(qtbot, shown):
    strip = shown(ProgressStrip(Runner()))
    strip.start("Đang xuất")
    strip.set_progress(3, 10)

    with qtbot.waitSignal(strip.cancel_requested):
        qtbot.mouseClick(strip._cancel, Qt.MouseButton.LeftButton)
    strip.finish("Đã xuất 10 dòng")

    assert strip._file.isVisible()
    assert not strip._bar.isVisible()


def test_a_button_shows_the_name_of_a_unit_as_it_is_written(shown):
    made = shown(button("Sở NN&PTNT", "link"))

    assert made.text() == "Sở NN&&PTNT"
    assert made.shortcut().isEmpty()
    assert made.accessibleName() == "Sở NN&PTNT"


def test_a_title_is_one_paragraph_and_all_of_it_is_in_sight(qtbot, shown):
    title = shown(TitleText("Rà soát"))
    title.setFixedWidth(200)
    low = title.height()
    pasted = QMimeData()
    pasted.setText(" chỉ tiêu của Chương trình\nphối hợp giai đoạn 2016-2021")

    title.insertFromMimeData(pasted)
    qtbot.keyClick(title, Qt.Key.Key_Return)

    assert title.text() == "Rà soát chỉ tiêu của Chương trình phối hợp giai đoạn 2016-2021"
    lines = title.document().begin().layout().lineCount()
    assert title.height() - low == (lines - 1) * title.fontMetrics().lineSpacing()
