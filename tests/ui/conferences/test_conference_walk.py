"""A whole conference by keys alone: prepared, minuted, turned into tasks, issued, signed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coordapp.domain.conferences.conference import AttendanceState, ConferenceState
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.tasks.task import WorkState
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import conference_queries, document_queries, task_queries
from coordapp.ui.conferences.following_dialog import FollowingDialog
from coordapp.ui.matrix.dialog import MatrixDialog
from coordapp.ui.papers.issue_dialog import IssueDialog
from coordapp.ui.papers.sign_dialog import SignDialog
from coordapp.ui.shell.window import Window
from tests.ui.shell.keyboard import (
    Key,
    Modifier,
    alt,
    ctrl,
    focused,
    in_dialog,
    press,
    tab_to,
    take_back_keys,
    typed,
)


def reader(window: Window):
    return window.context.store.connection


def shown(window: Window):
    """Read again the conference that is open on the page."""
    code = window.page("conferences")._code
    found = conference_queries.by_code(reader(window), code)
    assert found is not None
    return found


def to_button(words: str) -> None:
    """Walk to a button by Tab, and press it."""
    tab_to(lambda widget: getattr(widget, "text", str)() == words, most=120)
    press(Key.Key_Space)
    QTest.qWait(50)  # the pages hear of what was done when the key has been dealt with


def start(window: Window) -> None:
    """Plan a conference: its name, day, hour and place."""
    alt(Key.Key_3)
    ctrl(Key.Key_N)
    typed("Hoi nghi giao ban thang 3")
    press(Key.Key_Tab, times=4)
    typed("30/3")
    press(Key.Key_Tab)
    typed("8h")
    press(Key.Key_Tab, times=2)
    typed("10h30")
    press(Key.Key_Tab)
    typed("Phong hop so 2")
    press(Key.Key_Tab)
    # the chair is proposed
    press(Key.Key_Tab)
    press(Key.Key_End)  # the recorder
    press(Key.Key_Tab)


def minute(window: Window) -> None:
    """Take attendance, a speech and two conclusions on the live screen."""
    ctrl(Key.Key_L)
    QTest.qWait(50)
    for _ in range(15):
        press(Key.Key_3)
    press(Key.Key_4)
    press(Key.Key_F7)
    typed("Chu tich Hoi Nong dan tinh")
    press(Key.Key_Tab, times=2)
    typed("De nghi nhan rong mo hinh")
    press(Key.Key_F8)
    typed("Giao cac don vi bao cao truoc ngay 15/6")
    press(Key.Key_F8)
    typed("Giao Hoi Nong dan xay dung mo hinh")
    press(Key.Key_Escape)
    take_back_keys(window)


def test_a_conference_is_prepared_and_minuted_by_keys(qtbot, window) -> None:
    start(window)
    minute(window)

    conference = shown(window)
    attending = conference_queries.attendances(reader(window), conference.id)
    assert (conference.title, conference.place) == ("Hoi nghi giao ban thang 3", "Phong hop so 2")
    assert (conference.start_time, conference.end_time) == ("08:00", "10:30")
    assert conference.chair_id is not None
    assert conference.recorder_id is not None
    assert [item.state for item in attending].count(AttendanceState.PRESENT) == 15
    assert [item.gist for item in conference_queries.speeches(reader(window), conference.id)] == [
        "De nghi nhan rong mo hinh"
    ]
    concluded = conference_queries.conclusions_of(reader(window), conference.id)
    assert [item.text for item in concluded] == [
        "Giao cac don vi bao cao truoc ngay 15/6",
        "Giao Hoi Nong dan xay dung mo hinh",
    ]


def test_conclusions_become_tasks_that_the_notice_lets_go_by_keys(window) -> None:
    start(window)
    minute(window)
    ctrl(Key.Key_5)

    def assign() -> None:
        press(Key.Key_A)
        press(Key.Key_Down)
        press(Key.Key_Right, times=4)
        press(Key.Key_C)
        press(Key.Key_Right)
        press(Key.Key_P)
        to_button("Giao")

    closed = in_dialog(MatrixDialog, assign)
    to_button("Ma trận phân công…")
    assert closed == [True]
    given = task_queries.of_conference(reader(window), shown(window).id)
    assert len([task for task in given if task.parent_id is not None]) == 8
    assert {task.work_state for task in given} == {WorkState.DRAFT}

    take_back_keys(window)
    ctrl(Key.Key_6)
    issued = in_dialog(IssueDialog, lambda: press(Key.Key_Return))
    to_button("Ban hành thông báo…")

    assert issued == [True]
    given = task_queries.of_conference(reader(window), shown(window).id)
    assert WorkState.DRAFT not in {task.work_state for task in given}
    (notice,) = document_queries.of_conference(reader(window), shown(window).id)
    assert notice.type is DocumentType.NOTICE


def test_minutes_are_signed_and_the_next_conference_is_made_by_keys(window) -> None:
    start(window)
    minute(window)
    alt(Key.Key_3)
    to_button("Đã gửi giấy mời")
    to_button("Đã họp xong")
    assert shown(window).state is ConferenceState.HELD

    def agree() -> None:
        # what the minutes leave open is named, and asked about
        press(Key.Key_Return)
        press(Key.Key_Space)
        press(Key.Key_Return)

    agreed = in_dialog(SignDialog, agree)
    to_button("Ký biên bản")
    assert agreed == [True]
    signed = shown(window)
    assert signed.state is ConferenceState.SIGNED
    assert (
        document_queries.signed_minutes(reader(window), signed.id).number == signed.minutes_number
    )

    take_back_keys(window)

    def follow() -> None:
        focused().selectAll()
        typed("Hoi nghi giao ban thang 4")
        press(Key.Key_Tab)
        typed("27/4")
        press(Key.Key_Return)

    made = in_dialog(FollowingDialog, follow)
    to_button("Từ hội nghị trước…")
    assert made == [True]
    following = shown(window)
    assert following.title == "Hoi nghi giao ban thang 4"
    assert following.previous_id == signed.id
    assert CONFERENCES.get(reader(window), signed.id) == signed


def test_shift_tab_walks_the_facts_back(window) -> None:
    start(window)
    facts = window.page("conferences").details
    facts.form.editors["end_time"].setFocus(Qt.FocusReason.OtherFocusReason)

    press(Key.Key_Backtab, Modifier.ShiftModifier, times=3)

    assert focused() is facts.form.editors["held_on"]
