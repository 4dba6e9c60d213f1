"""The page of conferences: what is typed is saved, what is refused stays to be mended."""

import time
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from coordapp.domain.committee.person import Person
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conferences.conference import AgendaItem, Attendance, AttendanceState, Speech
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.papers import USUAL, Paper, Section
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, PersonId, SpeechId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.formats.pdf import pdf_paper
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES
from coordapp.store.queries import conference_queries, task_queries, unit_queries
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.papers.form_check_dialog import FormCheckDialog
from coordapp.ui.papers.preview import PaperPreview
from tests import build
from tests.build import a_conclusion, a_conference, a_unit, fan_out
from tests.founding import set_up

TODAY = date(2018, 3, 31)
TEXTS = ("Rà soát các chỉ tiêu của chương trình phối hợp.", "Sơ kết phong trào thi đua.")
CHECKED = Qt.CheckState.Checked


@pytest.fixture
def context(context_on, store):
    set_up(store)
    for number, name in enumerate(("Ban Dân vận", "Sở Nội vụ", "Công an tỉnh"), start=1):
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=number))
    return context_on(store, TODAY)


@pytest.fixture
def held(store, context):
    """A conference held with two conclusions."""
    added = conference_actions.add(store, a_conference(code="", title="Hội nghị tổng kết"), TODAY)
    for text in TEXTS:
        conclusion_actions.add(store, a_conclusion(conference_id=added.id, number=0, text=text))
    return added


@pytest.fixture
def page(qtbot, context, held):
    shown = ConferencesPage(context)
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def answer(monkeypatch):
    """Answer every question by the button with these words, and remember what was asked."""
    asked = []

    def choose(words):
        def exec_(box):
            asked.append(box.text())
            button = next(b for b in box.buttons() if b.text() == words)
            box.buttonClicked.emit(button)
            monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: button)

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return asked

    return choose


def facts_of(store):
    return conference_queries.find(store.connection)[0]


def conclusion_rows(store):
    return conference_queries.conclusions(store.connection, TODAY)


def give(page, store, count=1):
    first = conclusion_rows(store)[0].conclusion.id
    chosen = tuple(unit.id for unit in unit_queries.all_units(store.connection)[:count])
    page.assignment.assign(fan_out((first,), chosen))
    page.refresh()
    return first


def sign(page, store):
    build.sign(store, facts_of(store))
    page.refresh()


# --- typing saves


def test_a_typed_title_is_saved_within_two_seconds(page, store, qtbot):
    title = page.details.form.editors["title"]
    title.selectAll()

    qtbot.keyClicks(title, "Giao ban quy I")

    qtbot.waitUntil(lambda: facts_of(store).title == "Giao ban quy I", timeout=2000)
    qtbot.waitUntil(lambda: page.list.lines.item(0).text() == "Giao ban quy I")
    assert title.textCursor().position() == len("Giao ban quy I")


@pytest.mark.parametrize(
    ("name", "typed", "saved"),
    [
        pytest.param("ended_on", "1/4", date(2018, 4, 1), id="end date"),
        pytest.param("minutes_number", "12", 12, id="number of the minutes"),
        pytest.param("end_time", "16h30", "16:30", id="end time"),
        pytest.param("place", "Hạ Long", "Hạ Long", id="place"),
        pytest.param("proceedings", "Nghe báo cáo", "Nghe báo cáo", id="proceedings"),
    ],
)
def test_a_fact_is_saved_when_its_field_is_left(page, store, name, typed, saved):
    editor = page.details.form.editors[name]

    editor.insert(typed) if isinstance(editor, QLineEdit) else editor.insertPlainText(typed)
    page.details.flush()

    assert getattr(facts_of(store), name) == saved


@pytest.mark.parametrize("leave", ["hide", "close"])
def test_what_was_typed_last_is_saved_when_the_page_goes(page, store, qtbot, leave):
    page.show()
    page.show_editor("details")
    qtbot.keyClicks(page.details.form.editors["place"], "Ha Long")

    getattr(page, leave)()

    assert facts_of(store).place == "Ha Long"


def test_what_was_typed_last_is_saved_before_another_conference_is_shown(page, store, qtbot):
    other = conference_actions.add(store, a_conference(code="", title="Hội nghị khác"), TODAY)
    page.show_editor("details")
    qtbot.keyClicks(page.details.form.editors["place"], "Ha Long")

    page.show_conference(other.code)

    saved = {item.title: item.place for item in conference_queries.find(store.connection)}
    assert saved == {"Hội nghị tổng kết": "Ha Long", "Hội nghị khác": ""}


def test_a_refresh_leaves_what_is_being_typed(page, store, qtbot):
    qtbot.keyClicks(page.details.form.editors["place"], "Ha L")

    page.refresh()

    assert page.details.form.editors["place"].text() == "Ha L"


def test_a_text_being_typed_is_not_tidied_under_the_cursor(page, store, qtbot):
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_editor("details")
    title = page.details.form.editors["title"]
    page.details.start_title()

    qtbot.keyClicks(title, "Giao ban ")
    qtbot.waitUntil(lambda: page.list.lines.item(0).text() == "Giao ban", timeout=2000)
    qtbot.keyClicks(title, "quy I")

    assert title.toPlainText() == "Giao ban quy I"


def test_a_date_is_written_out_once_its_field_is_left(page, store, qtbot):
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_editor("details")
    editor = page.details.form.editors["ended_on"]
    editor.setFocus()
    qtbot.keyClicks(editor, "1/4")
    qtbot.waitUntil(lambda: facts_of(store).ended_on == date(2018, 4, 1), timeout=2000)
    typed = editor.text()

    page.details.form.editors["place"].setFocus()

    qtbot.waitUntil(lambda: editor.text() == "01/04/2018")
    assert typed == "1/4"


# --- refused text


def test_a_refused_time_stays_with_its_reason(page, store, context, qtbot):
    editor = page.details.form.editors["start_time"]
    editor.insert("25h70")

    with qtbot.waitSignal(context.run.refused) as told:
        page.details.flush()
    page.refresh()

    assert editor.text() == "25h70"
    assert editor.property("wrong")
    assert editor.parent().error.text() == told.args[0]
    assert facts_of(store).start_time == ""


def test_half_a_date_is_not_refused_while_it_is_typed(page, context, qtbot):
    editor = page.details.form.editors["ended_on"]

    with qtbot.assertNotEmitted(context.run.refused, wait=900):
        qtbot.keyClicks(editor, "5/")

    assert not editor.property("wrong")


def test_a_mended_time_is_saved_and_no_longer_marked(page, store):
    editor = page.details.form.editors["start_time"]
    editor.insert("25h70")
    page.details.flush()
    editor.selectAll()
    editor.insert("14h")

    page.details.flush()

    assert facts_of(store).start_time == "14:00"
    assert not editor.property("wrong")


def test_escape_gives_up_a_refused_time(page, qtbot):
    editor = page.details.form.editors["start_time"]
    editor.insert("25h70")
    page.details.flush()

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert editor.text() == ""
    assert not editor.property("wrong")


def test_a_refused_text_waits_until_its_conference_is_shown_again(page, store, held):
    other = conference_actions.add(store, a_conference(code="", title="Hội nghị khác"), TODAY)
    editor = page.details.form.editors["start_time"]
    editor.insert("25h70")
    page.details.flush()

    page.show_conference(other.code)
    shown_there = editor.text()
    page.show_conference(held.code)

    assert shown_there == ""
    assert editor.text() == "25h70"
    assert editor.property("wrong")


def test_a_refused_cell_shows_what_was_typed_and_why(page, store, held):
    added = conference_actions.add_agenda_item(store, an_item(held))
    page.refresh()
    agenda = page.parts[0]

    agenda.saver.save(added.id, "start_time", "25h")

    assert agenda.model.index(0, 0).data() == "25h"
    assert "25h" in agenda.saver.reason(added.id, "start_time")
    assert conference_queries.agenda(store.connection, held.id)[0].start_time == ""


# --- signed minutes


def test_signed_minutes_are_read_only(page, store, held):
    conference_actions.add_speech(store, a_speech(held))
    conference_actions.add_agenda_item(store, an_item(held))

    sign(page, store)

    assert all(editor.isReadOnly() for editor in page.details.form.editors.values())
    assert not any(choice.isEnabled() for choice in page.details.form.choices.values())
    for part in page.parts:
        cell = part.model.index(0, 0)
        assert not part.model.flags(cell) & Qt.ItemFlag.ItemIsEditable
        assert not part.add.isEnabled()
        assert not part.remove.isEnabled()
        if part.mover is not None:
            assert not part.mover.down.isEnabled()
        if part.detail is not None:
            assert all(editor.isReadOnly() for editor in part.detail.editors.values())
    for editor in page.conclusions.editors.values():
        assert editor.text.isReadOnly()
        assert not editor.delete.isEnabled()
    assert not page.header.delete.isEnabled()
    assert not page.conclusions.add.isEnabled()


def test_a_banner_says_that_the_minutes_are_signed(page, store):
    before = page.header.signed.isHidden()

    sign(page, store)

    assert (before, page.header.signed.isHidden()) == (True, False)
    assert page.header.signed.text().startswith("Biên bản đã ký nên không sửa được.")


# --- conferences


def test_a_new_conference_is_shown_with_its_title_marked_for_typing(page, store):
    page.primary()

    assert page.details.form.editors["title"].textCursor().selectedText() == "Hội nghị mới"
    assert len(conference_queries.find(store.connection)) == 2


def test_a_conference_without_content_is_deleted_at_once(page, store, answer):
    committee_actions.add_person(
        store, Person(id=PersonId(0), full_name="Nguyễn Văn A", post="Ủy viên")
    )
    page.primary()
    asked = answer("Giữ lại")

    page.header.delete.click()

    assert asked == []
    assert [item.title for item in conference_queries.find(store.connection)] == [
        "Hội nghị tổng kết"
    ]


def test_a_conference_with_conclusions_is_deleted_only_when_agreed(page, store, answer):
    answer("Giữ lại")
    page.header.delete.click()
    kept = len(conference_queries.find(store.connection))
    answer("Xóa hội nghị")

    page.header.delete.click()

    assert (kept, conference_queries.find(store.connection)) == (1, [])


def test_keys_of_the_list_edit_the_title_and_delete(qtbot, page, store, held, answer, show_active):
    asked = answer("Xóa hội nghị")
    show_active(page)
    page.list.lines.setFocus()

    qtbot.keyClick(page.list.lines, Qt.Key.Key_F2)

    assert page._stack.currentWidget().isAncestorOf(page.details)
    title = page.details.form.editors["title"]
    assert title.toPlainText() == title.textCursor().selectedText() == held.title

    page.list.lines.setFocus()
    qtbot.keyClick(page.list.lines, Qt.Key.Key_Delete)

    assert asked == [f"Xóa hội nghị {held.code}?"]
    assert conference_queries.find(store.connection) == []


def test_keys_of_the_list_say_why_a_signed_conference_stays(
    qtbot, page, store, context, answer, show_active
):
    asked, said = answer("Xóa hội nghị"), []
    show_active(page)
    context.run.refused.connect(said.append)
    context.messages.said.connect(said.append)
    sign(page, store)
    page.show_editor("agenda")
    page.list.lines.setFocus()

    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(page.list.lines, key)
    page.search("không có hội nghị nào như vậy")
    qtbot.keyClick(page.list.lines, Qt.Key.Key_F2)

    assert asked == []
    assert len(conference_queries.find(store.connection)) == 1
    assert [words.split()[0] for words in said] == ["Biên", "Biên", "Chưa"]
    assert not page._stack.currentWidget().isAncestorOf(page.details)


def test_undo_brings_a_deleted_conference_back(page, store, held, answer):
    answer("Xóa hội nghị")
    page.header.delete.click()

    store.undo()

    assert facts_of(store) == held
    assert [row.conclusion.text for row in conclusion_rows(store)] == list(TEXTS)


def test_a_conference_with_tasks_says_why_it_stays(page, store, context, answer, qtbot):
    asked = answer("Xóa hội nghị")
    give(page, store)

    with qtbot.waitSignal(context.run.refused) as told:
        page.header.delete.click()

    assert asked == []
    assert "1 nhiệm vụ" in told.args[0]
    assert len(conference_queries.find(store.connection)) == 1


def test_a_deletion_offers_to_be_undone(page, answer, qtbot):
    answer("Xóa hội nghị")

    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        page.header.delete.click()

    assert offered.args == ["Đã xóa hội nghị HN-2018-01"]


def test_the_next_run_shows_the_same_conference(page, store, context, held, qtbot):
    conference_actions.add(
        store, a_conference(code="", title="Khác", held_on=date(2018, 3, 30)), TODAY
    )
    page.show_conference(held.code)
    again = ConferencesPage(context)
    qtbot.addWidget(again)

    again.restore_state(page.save_state())

    assert again.save_state() == page.save_state()
    assert again.list.lines.currentItem().text() == "Hội nghị tổng kết"


def test_a_damaged_state_is_left_out(page, held):
    page.restore_state({"sizes": ["x"], "code": "HN-1900-01"})

    assert page.save_state() == {"sizes": [190, 550, 346], "code": held.code}


def test_the_list_shows_only_what_is_searched(page, store):
    conference_actions.add(store, a_conference(code="", title="Giao ban quý I"), TODAY)

    page.search("tong ket")

    shown = [page.list.lines.item(n).text() for n in range(page.list.lines.count())]
    assert shown == ["Hội nghị tổng kết"]


# --- parts


def test_absence_and_substitute_are_saved(page, store, held):
    conference_actions.add_attendance(store, a_participant(held))
    page.refresh()
    detail = page.parts[1].detail

    for name, text in (
        ("substitute_name", "Trần B"),
        ("substitute_post", "Phó Giám đốc"),
        ("reason", "Đi công tác"),
    ):
        detail.editors[name].insert(text)
    page.flush()
    model = page.parts[1].model
    model.setData(model.index(0, model.column_of("is_guest")), True)

    saved = conference_queries.attendances(store.connection, held.id)[0]
    assert (saved.substitute_name, saved.substitute_post) == ("Trần B", "Phó Giám đốc")
    assert (saved.reason, saved.is_guest) == ("Đi công tác", True)


def test_an_attendance_state_is_chosen_in_its_cell(page, store, held):
    added = conference_actions.add_attendance(store, a_participant(held))
    page.refresh()
    model = page.parts[1].model
    cell = model.index(model.row_of(added.id), model.column_of("state"))

    model.setData(cell, AttendanceState.PRESENT)

    assert (
        conference_queries.attendances(store.connection, held.id)[0].state
        is AttendanceState.PRESENT
    )


def test_a_cell_is_saved_while_its_editor_is_open(page, store, held, qtbot):
    page.show()
    page.show_editor("agenda")
    agenda = page.parts[0]
    agenda.add.click()
    editor = agenda.table.viewport().findChild(QLineEdit)

    qtbot.keyClicks(editor, "Khai mac")

    qtbot.waitUntil(
        lambda: conference_queries.agenda(store.connection, held.id)[0].title == "Khai mac",
        timeout=2000,
    )
    assert editor.isVisible()


def test_the_words_of_a_speech_keep_their_lines(page, store, held):
    conference_actions.add_speech(store, a_speech(held))
    page.refresh()

    page.parts[2].detail.editors["gist"].setPlainText("Một.\nHai.")
    page.flush()

    assert conference_queries.speeches(store.connection, held.id)[0].gist == "Một.\nHai."


def test_a_part_is_deleted(page, store, held):
    conference_actions.add_speech(store, a_speech(held))
    page.refresh()

    page.parts[2].remove.click()

    assert conference_queries.speeches(store.connection, held.id) == []


def test_a_speech_is_moved_up_as_one_step(page, store, held):
    for speaker in ("Lê C", "Trần B"):
        conference_actions.add_speech(store, a_speech(held, speaker=speaker))
    page.refresh()
    speeches = page.parts[2]
    speeches.table.select_id(speeches.model.id_at(1))

    speeches.mover.up.click()
    moved = [item.speaker for item in conference_queries.speeches(store.connection, held.id)]
    store.undo()

    assert moved == ["Trần B", "Lê C"]
    assert [item.speaker for item in conference_queries.speeches(store.connection, held.id)] == [
        "Lê C",
        "Trần B",
    ]


# --- conclusions


def test_a_new_conclusion_is_typed_at_once(page, store, qtbot):
    page.listing.add()
    editor = list(page.conclusions.editors.values())[-1]

    qtbot.keyClicks(editor.text, "Giao cac don vi")
    editor.flush()

    assert conclusion_rows(store)[-1].conclusion.text == "Giao cac don vi"


def test_choosing_a_kind_keeps_the_words(page, store):
    editor = next(iter(page.conclusions.editors.values()))
    editor.kind.setCurrentIndex(1)

    editor.kind.activated.emit(1)

    saved = conclusion_rows(store)[0].conclusion
    assert (saved.kind, saved.text) == (ConclusionKind.DIRECT, TEXTS[0])


def test_a_conclusion_is_as_high_as_its_words(page, store, qtbot):
    page.resize(1110, 640)
    page.show()
    text = next(iter(page.conclusions.editors.values())).text
    before = text.height()

    text.setPlainText("Rà soát các chỉ tiêu, mục tiêu và lộ trình đã thực hiện. " * 6)

    assert text.height() >= before + 2 * text.fontMetrics().lineSpacing()


def test_a_conclusion_without_a_task_is_marked(page):
    editor = next(iter(page.conclusions.editors.values()))

    assert editor.given.text() == "Chưa giao nhiệm vụ"
    assert editor.given.property("role") == "warning"


def test_the_code_of_a_task_leads_to_it(page, store, qtbot):
    first = give(page, store)
    link = page.conclusions.editors[first].links.findChild(QPushButton)

    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        link.click()

    made = task_queries.find(store.connection, TaskQuery(), TODAY)[0].task
    assert asked.args == [OpenTask(code=made.code)]


def test_a_conference_opened_from_elsewhere_shows_its_conclusions(page, held):
    page.show_editor("details")

    page.show_conference(held.code)

    assert next(iter(page.conclusions.editors.values())).isVisibleTo(page)


def test_a_conclusion_and_its_tasks_are_deleted_as_one_step(page, store, answer):
    first = give(page, store, count=2)
    before = len(task_queries.find(store.connection, TaskQuery(), TODAY))
    asked = answer("Xóa cả 2 nhiệm vụ")

    page.conclusions.editors[first].delete.click()
    after = len(task_queries.find(store.connection, TaskQuery(), TODAY))
    store.undo()

    assert asked == ["Kết luận 1 đã có 2 nhiệm vụ."]
    assert (before, after) == (3, 0)
    assert len(task_queries.find(store.connection, TaskQuery(), TODAY)) == before
    assert len(conclusion_rows(store)) == 2


def test_a_conclusion_with_tasks_is_kept_when_not_agreed(page, store, answer):
    first = give(page, store)
    answer("Giữ lại")

    page.conclusions.editors[first].delete.click()

    assert len(conclusion_rows(store)) == 2
    assert len(task_queries.find(store.connection, TaskQuery(), TODAY)) == 1


# --- the minutes


@pytest.fixture
def preview(page, qtbot):
    page.resize(1110, 640)
    page.show()
    qtbot.waitUntil(lambda: page.pane.preview.document.pageCount() >= 1, timeout=10_000)
    return page.pane.preview


def test_the_minutes_are_shown_and_saved_as_pdf(preview, page, qtbot, tmp_path):
    target = tmp_path / "bien-ban.pdf"

    preview.save_to(target)
    qtbot.waitUntil(lambda: page.strip.text() == "Đã lưu bien-ban.pdf", timeout=10_000)

    assert target.read_bytes().startswith(b"%PDF")


def test_the_minutes_follow_the_chosen_style(preview, qtbot, tmp_path):
    preview.style_choice.setCurrentIndex(1)
    preview.style_choice.activated.emit(1)
    qtbot.waitUntil(lambda: preview.document.pageCount() >= 1 and not preview.is_busy())

    found = preview.document.getAllText(0).text()

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in found


def test_saving_can_be_cancelled(preview, page, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "bien-ban.pdf"

    def build_until_cancelled(_report, step):
        # a busy machine may otherwise finish the paper before the button is pressed
        while True:
            step(0, 1)
            time.sleep(0.01)

    monkeypatch.setattr(pdf_paper, "build", build_until_cancelled)

    preview.save_to(target)
    page.strip.cancel_requested.emit()
    qtbot.waitUntil(lambda: page.strip.text().startswith("Đã hủy"), timeout=10_000)

    assert not target.exists()


def test_a_file_that_cannot_be_written_is_told(preview, context, qtbot, tmp_path, caplog):
    with qtbot.waitSignal(context.run.refused, timeout=10_000) as told:
        preview.save_to(tmp_path / "khong-co" / "bien-ban.pdf")

    assert "Không có thư mục" in told.args[0]


def test_the_pages_shown_are_printed(preview, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))

    preview.print_on(printer)

    assert (tmp_path / "in.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_fits_the_smallest_screen(preview, page):
    # 1366 less the navigation and the margins of the window
    assert page.minimumSizeHint().width() <= 1110


def an_item(held):
    return AgendaItem(id=AgendaItemId(0), conference_id=held.id, position=0, title="Khai mạc")


def a_participant(held):
    return Attendance(id=AttendanceId(0), conference_id=held.id, position=0, name="Nguyễn Văn A")


def a_speech(held, speaker="Lê C"):
    return Speech(id=SpeechId(0), conference_id=held.id, position=0, speaker=speaker)


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_is_shown_or_its_refusal_said(qtbot, preview, paper):
    preview.bar.choose(paper)
    qtbot.waitUntil(lambda: not preview.is_busy(), timeout=10_000)

    said = preview._message.text()
    assert preview.document.pageCount() > 0 or said.endswith(".")
    assert preview.save.isEnabled() is (preview.document.pageCount() > 0)


def test_the_preview_says_that_it_shows_what_went_out_and_whether_that_differs(
    qtbot, preview, page, context
):
    store, code = context.store, preview._code
    held = conference_queries.by_code(store.connection, code)
    with store.write(Op.EDIT_CONFERENCE) as work:
        work.add(CONCLUSIONS, a_conclusion(conference_id=held.id, number=99))
    blank = document_actions.blank(store.connection, DocumentType.NOTICE, held.id)
    given = replace(blank, number=19, issued_on=SAMPLE_DAY)
    document_actions.issue(store, given, SAMPLE_DAY, repeat_agreed=True)
    preview.bar.choose(Paper.NOTICE)
    qtbot.waitUntil(lambda: "đã ban hành" in preview._message.text(), timeout=10_000)
    before = preview._message.text()
    with store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(work.get(CONFERENCES, held.id), place="Nơi khác hẳn"))
    preview._make()
    qtbot.waitUntil(lambda: "khác bản" in preview._message.text(), timeout=10_000)

    assert before == f"Đúng bản {given.number}-TB/BCĐ đã ban hành, lưu trong sổ."
    assert not preview._message.isHidden()


def test_an_extract_is_for_the_unit_chosen_and_named_so(qtbot, preview):
    preview.bar.choose(Paper.EXTRACT)
    assert preview.bar.unit_choice.isVisibleTo(preview)
    assert not preview.bar.parts.isVisibleTo(preview)

    request = preview.bar.request("HN-2018-01", SAMPLE_DAY)

    assert request.unit == preview.bar.unit_choice.value()
    assert preview.bar.name("HN-2018-01") == f"Trích thông báo {request.unit} HN-2018-01"


def test_parts_of_the_minutes_are_left_out_and_stay_so(qtbot, preview):
    preview.bar._fill()
    speeches = next(a for a in preview.bar._menu.actions() if a.data() is Section.SPEECHES)

    speeches.trigger()

    assert Section.SPEECHES not in preview.bar.request("", SAMPLE_DAY).sections
    preview.bar.choose(Paper.NOTICE)
    assert preview.bar.request("", SAMPLE_DAY).sections == USUAL
    preview.bar.choose(Paper.MINUTES)
    assert Section.SPEECHES not in preview.bar.request("", SAMPLE_DAY).sections


def test_a_paper_against_its_form_is_said_before_it_is_saved(qtbot, preview, monkeypatch):
    asked, saved = [], []
    monkeypatch.setattr(
        FormCheckDialog, "exec", lambda dialog: asked.append(dialog.words.text()) or 0
    )
    monkeypatch.setattr(PaperPreview, "_ask_save", lambda _preview: saved.append(1))

    preview.save.click()

    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert "phải sửa" in asked[0]
    assert saved == []
    monkeypatch.setattr(FormCheckDialog, "exec", lambda dialog: asked.append(dialog) or 1)
    preview.save.click()
    qtbot.waitUntil(lambda: bool(saved), timeout=10_000)


def test_the_form_is_checked_at_any_time(qtbot, preview, monkeypatch):
    asked = []
    monkeypatch.setattr(
        FormCheckDialog,
        "exec",
        lambda dialog: asked.append((dialog.go_on.isVisibleTo(dialog), dialog.back.text())) or 0,
    )

    preview.bar.check.click()

    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert asked == [(False, "Đóng")]


def test_a_paper_in_form_says_so(qtbot):
    dialog = FormCheckDialog((), "")
    qtbot.addWidget(dialog)
    assert dialog.words.text() == "Không phát hiện lỗi thể thức."
