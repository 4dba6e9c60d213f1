"""On the page a conference goes its way: steps, members, times, the next one and its review."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.committee.person import Person
from coordapp.domain.conferences.conference import AttendanceState, ConferenceState
from coordapp.domain.kernel.ids import PersonId
from coordapp.services.committee import committee_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store.queries import committee_queries, conference_queries
from coordapp.ui.conferences.following_dialog import FollowingDialog
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.conferences.state_dialog import StateDialog
from coordapp.ui.units.committee import CommitteeEditor
from tests.build import sign

NEXT = "HN-2018-01"


@pytest.fixture
def context(context_on, sample):
    return context_on(sample)


@pytest.fixture
def page(qtbot, context):
    shown = ConferencesPage(context)
    qtbot.addWidget(shown)
    shown.show_conference(NEXT)
    return shown


@pytest.fixture
def accept(monkeypatch):
    """Fill in the next dialog and agree to it."""

    def prepare(kind, fill):
        def exec_(dialog):
            fill(dialog)
            dialog.accept()
            return QDialog.DialogCode(dialog.result())

        monkeypatch.setattr(kind, "exec", exec_)

    return prepare


def now(sample, code=NEXT):
    return conference_queries.by_code(sample.connection, code)


def choices(page):
    shown = [] if page.header.forward.isHidden() else [page.header.forward.text()]
    return shown + [action.text() for action in page.header.others.menu().actions()]


def take_attendance(sample, state=AttendanceState.PRESENT):
    for item in conference_queries.attendances(sample.connection, now(sample).id):
        conference_actions.edit_attendance(sample, replace(item, state=state))


# --- steps


def test_only_the_steps_there_are_from_here_are_offered(page, sample, qtbot):
    seen = [choices(page)]
    page.header.forward.click()
    take_attendance(sample)
    page.refresh()
    seen.append(choices(page))
    page.header.forward.click()
    page.refresh()
    seen.append(choices(page))
    sign(sample, now(sample))
    page.refresh()
    seen.append(choices(page))

    assert seen == [
        ["Đã gửi giấy mời", "Hoãn họp", "Hủy họp"],
        ["Đã họp xong", "Về dự kiến", "Hoãn họp", "Hủy họp"],
        ["Ký biên bản", "Về đã mời"],
        [],
    ]


def test_what_is_missing_is_told_before_the_click_and_after_it(page, sample, context, qtbot):
    page.header.forward.click()
    page.refresh()
    tip = page.header.forward.toolTip()

    with qtbot.waitSignal(context.run.refused) as refused:
        page.header.forward.click()

    assert tip == "Còn thiếu: điểm danh đủ từng người"
    assert "còn thiếu: điểm danh đủ từng người" in refused.args[0]
    assert now(sample).state is ConferenceState.INVITED


def test_putting_off_asks_for_the_reason_and_the_new_date(page, sample, accept):
    def fill(dialog):
        dialog.accept()
        assert not dialog.reason.toPlainText()
        dialog.reason.setPlainText("Trùng kỳ họp HĐND")
        dialog.held_on.setText("12/4")

    accept(StateDialog, fill)
    page.steps.ask_move(ConferenceState.POSTPONED)
    page.refresh()

    held = now(sample)
    assert (held.state, held.held_on) == (ConferenceState.POSTPONED, date(2018, 4, 12))
    assert "Hoãn: Trùng kỳ họp HĐND" in page.header._line.text()
    assert not page.header.live.isEnabled()


def test_the_step_after_a_conference_leads_to_signing(page, sample, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "coordapp.ui.papers.issue_actions.SignDialog.ask",
        lambda *args, **kwargs: asked.append(1),
    )
    page.show_conference("HN-2017-01")

    page.header.forward.click()

    assert page._stack.currentWidget() is page.papers
    assert asked == [1]


def test_a_step_is_taken_back_as_one(page, sample):
    page.header.forward.click()
    sample.undo()

    assert now(sample).state is ConferenceState.PLANNED


# --- who is there


def test_the_quorum_is_expected_before_and_counted_after(page, sample):
    expected = page.header.quorum.text()
    people = conference_queries.attendances(sample.connection, now(sample).id)
    for item in people[:10]:
        conference_actions.edit_attendance(sample, replace(item, state=AttendanceState.PRESENT))
    page.refresh()
    short = page.header.quorum.text()
    conference_actions.edit_attendance(
        sample, replace(people[10], state=AttendanceState.SUBSTITUTED)
    )
    page.refresh()

    assert expected == "16 thành viên, cần 11 có mặt"
    assert short == "Có mặt 10/16 thành viên, chưa đủ, cần thêm 1"
    assert page.header.quorum.text() == "Có mặt 11/16 thành viên (1 dự thay), đủ"


def test_the_rule_is_chosen_with_the_committee(sample, context, qtbot):
    editor = CommitteeEditor(context)
    qtbot.addWidget(editor)
    editor.refresh()

    editor.form.choices["quorum_rule"].setFocus()
    editor.form.choices["quorum_rule"].setCurrentIndex(1)
    editor.form.choices["quorum_rule"].activated.emit(1)
    editor.form.ticks["substitutes_count"].click()

    body = committee_queries.read(sample.connection)
    assert (body.quorum_rule, body.substitutes_count) == (QuorumRule.OVER_HALF, False)


def test_members_are_taken_by_a_button_that_says_how_many(page, sample, qtbot):
    committee_actions.add_person(
        sample, Person(id=PersonId(0), full_name="", post="Ủy viên", position=99)
    )

    with qtbot.waitSignal(page._context.messages.undo_offered) as told:
        page.members.click()
    with qtbot.waitSignal(page._context.messages.said) as again:
        page.members.click()

    assert told.args == ["Đã lấy 1 thành viên Ban Chỉ đạo"]
    assert "đã có đủ" in again.args[0]


# --- programme


def test_times_at_odds_are_said_at_their_row(page, sample):
    agenda = page.parts[0]
    item = agenda.model.records()[1]
    agenda.saver.save(item.id, "start_time", "7h30")
    agenda.saver.save(item.id, "minutes", "45 phút")
    page.refresh()

    column = agenda.model.column_of("ends_at")
    shown = [agenda.model.index(row, column).data() for row in range(3)]
    assert shown == ["08:00", "Sớm hơn mục trước 30 phút", "10:00"]


def test_a_length_that_cannot_be_is_refused_in_its_cell(page, sample):
    agenda = page.parts[0]
    item = agenda.model.records()[1]

    saved = agenda.saver.save(item.id, "minutes", "mười")

    assert not saved
    assert "số phút" in agenda.saver.reason(item.id, "minutes")


def test_the_programme_is_reordered_by_keys(page, sample, qtbot):
    page.show_editor("agenda")
    with qtbot.waitActive(page):
        page.show()
    table = page.parts[0].table
    table.select_id(table.model().id_at(0))
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert [item.title for item in conference_queries.agenda(sample.connection, now(sample).id)][
        1
    ] == ("Kiểm điểm việc thực hiện kết luận kỳ trước")


# --- the next one


def test_the_next_conference_is_made_in_one_step_and_shown_at_its_programme(page, sample, accept):
    before = len(sample.undo_steps)

    def fill(dialog):
        dialog.title.setText("Hội nghị giao ban quý II năm 2018")
        dialog.held_on.setText("5/7")

    accept(FollowingDialog, fill)
    page.list.following.click()

    made = now(sample, "HN-2018-02")
    assert (made.title, made.held_on, made.previous_id) == (
        "Hội nghị giao ban quý II năm 2018", date(2018, 7, 5), now(sample).id,
    )  # fmt: skip
    assert len(sample.undo_steps) == before + 1
    assert page._code == "HN-2018-02"
    assert page._stack.currentIndex() == 1


def test_the_dialog_says_what_it_cannot_read(page, sample, context, qtbot):
    dialog = FollowingDialog(page, conference_queries.find(sample.connection), None, SAMPLE_DAY)
    qtbot.addWidget(dialog)
    dialog.title.setText(" ")
    dialog.held_on.setText("31/2")
    dialog.start_time.setText("25h")

    dialog.accept()

    assert dialog.result() != QDialog.DialogCode.Accepted
    assert len(dialog.mistakes()) == 3


def test_the_review_shows_the_conclusions_of_the_conference_before(page, sample, qtbot):
    rows = page.review.model.records()

    assert [row.conclusion.number for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert page.review.line.text().startswith("7 kết luận của Hội nghị tổng kết")
    page.review.table.select_id(rows[0].id)
    with qtbot.waitSignal(page._context.navigate.requested):
        qtbot.keyClick(page.review.table, Qt.Key.Key_Return)


def test_a_conference_without_one_before_has_no_review(page):
    page.show_conference("HN-2017-01")

    assert page.review.isHidden()


def test_the_conference_before_is_chosen_among_the_facts_and_never_in_a_circle(
    page, sample, context, qtbot
):
    page.show_conference("HN-2017-01")
    field = page.details.form.choices["previous_id"]

    with qtbot.waitSignal(context.run.refused):
        field.setCurrentIndex(1)
        field.activated.emit(1)

    assert field.value() is None
