"""The screen of a conference going on: keys take the attendance, words reach the disk by themselves."""

import sqlite3
import time
import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea

from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conferences.conference import AttendanceState, ConferenceState
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.store.queries import conference_queries
from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.live.roll import who
from coordapp.ui.look import theme
from coordapp.ui.tables.view import TableView
from tests.build import a_conclusion, sign

NEXT = "HN-2018-01"
CTRL = Qt.KeyboardModifier.ControlModifier
A = AttendanceState


@pytest.fixture
def window(window):
    window.follow(OpenConference(code=NEXT))
    return window


@pytest.fixture
def page(window):
    return window.page("conferences")


@pytest.fixture
def live(page):
    page.go_live()
    return page.live


@pytest.fixture
def typed(qapp):
    """Press keys where the focus is, as a person does."""

    def press(keys, held=Qt.KeyboardModifier.NoModifier):
        if isinstance(keys, str):
            for letter in keys:
                QTest.keyClicks(qapp.activePopupWidget() or qapp.focusWidget(), letter)
        else:
            QTest.keyClick(qapp.activePopupWidget() or qapp.focusWidget(), keys, held)

    return press


def people(sample, code=NEXT):
    conference = conference_queries.by_code(sample.connection, code)
    return conference_queries.attendances(sample.connection, conference.id)


def speeches(sample):
    return conference_queries.speeches(
        sample.connection, conference_queries.by_code(sample.connection, NEXT).id
    )


def conclusions(sample):
    return conference_queries.conclusions_of(
        sample.connection, conference_queries.by_code(sample.connection, NEXT).id
    )


def texts(document):
    """Read a file as another program would: only what is on disk."""
    with sqlite3.connect(document) as other:
        return [row[0] for row in other.execute("select gist from speech order by id")]


# --- attendance


@pytest.mark.parametrize(("key", "state"), [*enumerate(A, start=1)])
def test_a_digit_gives_a_state(live, sample, typed, key, state):
    live.roll.table.select_id(people(sample)[1].id)

    typed(str(key))

    assert people(sample)[1].state is state


def test_the_list_goes_on_to_the_next_row(live, sample, typed):
    typed("334")

    assert [item.state for item in people(sample)[:4]] == [
        A.PRESENT, A.PRESENT, A.EXCUSED, A.INVITED,
    ]  # fmt: skip
    assert live.roll.table.currentIndex().row() == 3


def test_a_substitute_is_typed_at_once_and_enter_leads_back(live, sample, typed, qapp):
    typed("6")
    typed("Tran Van A")
    typed(Qt.Key.Key_Return)
    typed("Pho Chu tich")
    typed(Qt.Key.Key_Return)

    first = people(sample)[0]
    assert (first.state, first.substitute_name, first.substitute_post) == (
        A.SUBSTITUTED, "Tran Van A", "Pho Chu tich",
    )  # fmt: skip
    assert qapp.focusWidget() is live.roll.table
    assert live.roll.table.currentIndex().row() == 1


def test_digits_in_a_text_stay_digits(live, sample, typed):
    typed(Qt.Key.Key_F7)
    typed(Qt.Key.Key_Tab)
    typed(Qt.Key.Key_Tab)
    typed("123456")
    live.flush()

    assert speeches(sample)[0].gist == "123456"
    assert {item.state for item in people(sample)} == {A.INVITED}


def test_several_rows_take_one_state_as_one_step(live, sample, typed):
    steps = len(sample.undo_steps)
    typed(Qt.Key.Key_A, CTRL)
    typed("3")

    assert {item.state for item in people(sample)} == {A.PRESENT}
    assert len(sample.undo_steps) == steps + 1


def test_the_quorum_follows_each_key(live, typed):
    seen = [live.roll.quorum.text()]
    typed("3" * 10)
    seen.append(live.roll.quorum.text())
    typed("3")
    seen.append(live.roll.quorum.text())

    assert seen == [
        "Có mặt 0/16 thành viên, chưa đủ, cần thêm 11",
        "Có mặt 10/16 thành viên, chưa đủ, cần thêm 1",
        "Có mặt 11/16 thành viên, đủ",
    ]


def test_who_just_came_is_typed_inline_and_is_no_member(live, sample, typed):
    typed(Qt.Key.Key_F9)
    typed("2")
    typed("Dai bieu moi")
    typed(Qt.Key.Key_Return)
    typed("Pho Giam doc")
    typed(Qt.Key.Key_Return)

    last = people(sample)[-1]
    assert (who(last), last.state, last.is_guest) == (
        "Dai bieu moi, Pho Giam doc", A.PRESENT, True,
    )  # fmt: skip
    assert "0/16" in live.roll.quorum.text()


def test_who_comes_as_a_member_counts_and_without_an_answer_nobody_comes(live, sample, typed):
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9, "1"):
        typed(key)

    assert len(people(sample)) == 17
    assert "1/17" in live.roll.quorum.text()


@pytest.mark.parametrize(("key", "answer"), [("F7", ""), ("F8", ""), ("F9", "2")])
def test_escape_removes_a_new_line_that_is_empty_and_stays(live, sample, typed, key, answer):
    before = (len(people(sample)), len(speeches(sample)), len(conclusions(sample)))
    typed(getattr(Qt.Key, f"Key_{key}"))
    typed(answer)
    typed(Qt.Key.Key_Escape)

    assert (len(people(sample)), len(speeches(sample)), len(conclusions(sample))) == before
    assert live.isVisible()
    typed(Qt.Key.Key_Escape)
    assert live.isHidden()


def test_escape_keeps_a_new_line_in_which_something_was_typed(live, sample, typed):
    typed(Qt.Key.Key_F8)
    typed("Giao")
    typed(Qt.Key.Key_Escape)

    assert [item.text for item in conclusions(sample)] == ["Giao"]
    assert live.isHidden()


def test_members_change_places_here_and_never_with_guests(live, sample, typed):
    typed(Qt.Key.Key_F9)
    typed("2")
    typed(Qt.Key.Key_Escape)
    first, second, *_ = before = [item.id for item in people(sample)]
    live.roll.table.select_id(first)
    live.roll.table.setFocus()
    typed(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in people(sample)] == [second, first, *before[2:]]

    typed(Qt.Key.Key_F9)
    typed("2")
    typed("Khach")
    live.flush()
    live.roll.table.select_id(before[-1])
    assert not live.roll.mover.down.isEnabled()


def test_every_control_of_the_live_screen_is_labelled(live):
    buddies = {shown.buddy() for shown in live.findChildren(QLabel) if shown.isVisible()}
    typed_in = [
        field
        for kind in (QLineEdit, QComboBox, QPlainTextEdit)
        for field in live.findChildren(kind)
        if field.isVisible() and not isinstance(field.parent(), QComboBox)
    ]
    bare = [
        made
        for made in live.findChildren(QPushButton)
        if made.isVisible() and not (made.text() or made.toolTip())
    ]

    assert len(typed_in) > 8
    assert [field.accessibleName() for field in typed_in if field not in buddies] == []
    assert bare == []


@pytest.fixture
def dressed(qapp):
    """Give fields and buttons the room they take in the program."""
    theme.apply(qapp, dark=False)


@pytest.mark.parametrize("size", [(911, 512), (1024, 700), (1366, 728)], ids=str)
def test_every_column_of_the_live_screen_is_seen(dressed, window, live, qapp, size):
    window.resize(*size)
    for _ in range(4):
        qapp.processEvents()

    cut = [
        table.accessibleName()
        for table in live.findChildren(TableView)
        if table.horizontalHeader().length() > table.viewport().width()
    ]
    assert cut == []
    around = [area for area in window.findChildren(QScrollArea) if area.isAncestorOf(live)]
    assert [area.horizontalScrollBar().maximum() for area in around] == [0]


def test_the_name_of_a_member_is_not_retyped_here(live):
    assert live.roll.detail.editors["name"].isReadOnly()


# --- speeches and conclusions


def test_a_conference_is_prepared_by_keys_alone(window, page, sample, typed, qapp):
    """From a new one to the invitations: name, place, day and hour, chair, programme."""
    typed(Qt.Key.Key_N, CTRL)
    typed("Giao ban quy II")
    wanted = {
        "held_on": "5/7", "start_time": "8h", "place": "Ha Long", "chair_id": None,
    }  # fmt: skip
    fields = {**page.details.form.editors, **page.details.form.choices}
    for name, words in wanted.items():
        _tab_to(fields[name], typed, qapp)
        typed(words or Qt.Key.Key_Down)
    typed(Qt.Key.Key_2, CTRL)
    typed(Qt.Key.Key_Insert)
    typed(Qt.Key.Key_A, CTRL)
    typed("Khai mac")
    typed(Qt.Key.Key_Return)
    # the editor of the cell goes with the next turn of the event loop
    qapp.processEvents()
    typed(Qt.Key.Key_Insert)
    typed(Qt.Key.Key_A, CTRL)
    typed("Thao luan")
    typed(Qt.Key.Key_Return)
    qapp.processEvents()
    typed(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    _tab_to(page.header.forward, typed, qapp)
    typed(Qt.Key.Key_Space)

    made = conference_queries.by_code(sample.connection, "HN-2018-02")
    assert (made.title, made.start_time, made.place) == ("Giao ban quy II", "08:00", "Ha Long")
    assert made.held_on is not None
    assert made.chair_id is not None
    assert made.state is ConferenceState.INVITED
    assert [item.title for item in conference_queries.agenda(sample.connection, made.id)] == [
        "Thao luan", "Khai mac",
    ]  # fmt: skip
    assert len(people(sample, "HN-2018-02")) == 16


def _tab_to(target, typed, qapp):
    for _ in range(80):
        if qapp.focusWidget() is target:
            return
        typed(Qt.Key.Key_Tab)
    pytest.fail(f"Tab never comes to {target.accessibleName() or target.text()}")


def test_job_four_is_done_by_keys_alone(page, window, sample, typed, qtbot):
    """Prepared before; attendance, a speech and a conclusion while it runs; then back."""
    window.setFocus()
    page.show_editor("agenda")
    page.parts[0].table.setFocus()
    typed(Qt.Key.Key_L, CTRL)
    typed("3" * 15)
    typed("4")
    typed(Qt.Key.Key_F7)
    typed("hung son")
    typed(Qt.Key.Key_Return)
    typed("De nghi mo them lop.")
    typed(Qt.Key.Key_F8)
    typed("Giao cac don vi thuc hien.")
    typed(Qt.Key.Key_Escape)

    assert page.live.isHidden()
    assert [item.state for item in people(sample)].count(A.PRESENT) == 15
    (speech,) = speeches(sample)
    assert (speech.speaker, speech.post, speech.gist) == (
        "Lê Hùng Sơn", "Bí thư Tỉnh Đoàn", "De nghi mo them lop.",
    )  # fmt: skip
    assert [item.text for item in conclusions(sample)] == ["Giao cac don vi thuc hien."]


def test_a_speaker_is_marked_by_arrows_too(live, sample, typed):
    typed(Qt.Key.Key_F7)
    typed("pho chu tich")
    typed(Qt.Key.Key_Down)
    typed(Qt.Key.Key_Down)
    typed(Qt.Key.Key_Return)
    typed("Y kien")
    live.flush()

    (speech,) = speeches(sample)
    assert (speech.post, speech.gist) == ("Phó Chủ tịch Liên đoàn Lao động tỉnh", "Y kien")


def test_a_name_that_was_picked_stands_without_its_post_once_it_is_left(live, sample, qtbot):
    live.speeches.append()
    line = live.speeches.speaker.line()
    line.setText("Lê Hùng Sơn, Bí thư Tỉnh Đoàn")
    live.speeches.text.setFocus()

    qtbot.waitUntil(lambda: live.speeches.post.text() == "Bí thư Tỉnh Đoàn")
    assert line.text() == "Lê Hùng Sơn"


def test_escape_closes_the_names_found_and_keeps_what_was_typed(live, page, sample, typed):
    typed(Qt.Key.Key_F7)
    typed("son")
    typed(Qt.Key.Key_Escape)
    typed(Qt.Key.Key_Return)
    live.flush()

    assert not page.live.isHidden()
    assert speeches(sample)[0].speaker == "son"


def test_a_speaker_from_outside_is_kept_as_typed(live, sample, typed):
    typed(Qt.Key.Key_F7)
    typed("Ong Khach")
    typed(Qt.Key.Key_Tab)
    typed("Giam doc")
    live.flush()

    assert [(item.speaker, item.post) for item in speeches(sample)] == [("Ong Khach", "Giam doc")]


def test_a_new_name_does_not_keep_the_post_of_who_was_picked(live, sample, typed):
    typed(Qt.Key.Key_F7)
    live.speeches.speaker.line().setText("Lê Hùng Sơn, Bí thư Tỉnh Đoàn")
    live.flush()
    picked = speeches(sample)[0]
    live.speeches.speaker.line().setText("Người khác")
    live.flush()

    assert (picked.speaker, picked.post) == ("Lê Hùng Sơn", "Bí thư Tỉnh Đoàn")
    assert (speeches(sample)[0].speaker, speeches(sample)[0].post) == ("Người khác", "")


def test_a_person_who_never_rests_is_on_disk_within_two_seconds(live, sample, typed, qtbot):
    typed(Qt.Key.Key_F7)
    live.speeches.text.setFocus()
    begun, late = time.monotonic(), []
    while time.monotonic() - begun < 4:
        typed("a")
        qtbot.wait(100)
        age = len(live.speeches.text.toPlainText()) - len(texts(sample.path)[-1])
        late.append(age)

    assert max(late) * 0.1 <= 2


def test_a_run_of_typing_is_one_step_of_undo(live, sample, typed, qtbot):
    typed(Qt.Key.Key_F8)
    steps = len(sample.undo_steps)
    for part in ("Giao ", "cac don vi ", "thuc hien"):
        typed(part)
        qtbot.waitUntil(lambda: conclusions(sample)[0].text.endswith(part), timeout=3000)  # noqa: B023
    live.roll.start()

    assert len(sample.undo_steps) == steps + 1
    sample.undo()
    assert conclusions(sample)[0].text == ""


def test_the_words_being_typed_survive_what_else_changes(live, sample, typed, qtbot):
    typed(Qt.Key.Key_F8)
    typed("dang go")
    conference_actions.edit_attendance(sample, replace(people(sample)[3], state=A.PRESENT))
    qtbot.waitUntil(lambda: "1/16" in live.roll.quorum.text())
    typed(" tiep")
    live.flush()

    assert conclusions(sample)[0].text == "dang go tiep"


def test_the_kind_of_a_conclusion_is_chosen_and_its_words_stay(live, sample, typed):
    typed(Qt.Key.Key_F8)
    typed("Thong nhat")
    live.conclusions.choice.setCurrentIndex(list(ConclusionKind).index(ConclusionKind.APPROVE))
    live.conclusions.choice.activated.emit(0)

    (made,) = conclusions(sample)
    assert (made.kind, made.text) == (ConclusionKind.APPROVE, "Thong nhat")


def test_going_to_another_row_saves_the_one_that_is_left(live, sample, typed):
    typed(Qt.Key.Key_F8)
    typed("mot")
    typed(Qt.Key.Key_F8)
    typed("hai")
    live.conclusions.table.select_id(conclusions(sample)[0].id)

    assert [item.text for item in conclusions(sample)] == ["mot", "hai"]
    assert live.conclusions.text.toPlainText() == "mot"


# --- coming and going


def test_the_point_of_the_programme_goes_on_by_keys(live, typed):
    seen = [live.point.text()]
    typed(Qt.Key.Key_PageDown, CTRL)
    seen.append(live.point.text())
    typed(Qt.Key.Key_PageDown, CTRL)
    typed(Qt.Key.Key_PageDown, CTRL)

    assert seen[0].startswith("Mục 1/3 · 08:00 – 08:30 · Kiểm điểm")
    assert seen[1].startswith("Mục 2/3 · 08:30 – 10:00 · Báo cáo")
    assert live.point.text().startswith("Mục 3/3")


def test_escape_saves_and_shows_the_page_as_it_is_now(live, page, sample, typed):
    typed(Qt.Key.Key_F8)
    typed("con do dang")
    typed(Qt.Key.Key_Escape)

    assert not page._splitter.isHidden()
    assert [e.text.toPlainText() for e in page.conclusions.editors.values()] == ["con do dang"]


def test_leaving_for_another_page_saves(live, window, sample, typed):
    typed(Qt.Key.Key_F8)
    typed("chua luu")
    window.go("tasks")

    assert conclusions(sample)[0].text == "chua luu"


def test_signed_minutes_are_only_read_here(live, sample, qtbot, typed):
    sign(sample, conference_queries.by_code(sample.connection, NEXT))
    live.refresh()

    assert not live.speeches.add.isEnabled()
    assert live.conclusions.text.isReadOnly()
    assert not live.roll.arrival.isEnabled()


def test_a_postponed_conference_is_not_going_on(page, sample):
    from coordapp.services.conferences import planning

    conference = conference_queries.by_code(sample.connection, NEXT)
    planning.set_state(sample, conference.id, ConferenceState.POSTPONED, reason="Bão")
    page.refresh()
    page.go_live()

    assert page.live.isHidden()


def test_a_conference_deleted_meanwhile_is_left(live, page, sample, qtbot):
    conference_actions.delete(sample, conference_queries.by_code(sample.connection, NEXT).id)

    qtbot.waitUntil(lambda: page.live.isHidden())


@pytest.mark.parametrize(
    "pasted",
    [
        pytest.param("=1+1; drop table speech; <b>đậm</b> &amp; %s {0}", id="hostile"),
        pytest.param("Ý kiến rất dài. " * 20_000, id="huge"),
        pytest.param("dòng một\n\ndòng hai\tcột", id="lines"),
        pytest.param("\U0001f600 ký tự lạ \u200b", id="strange letters"),
    ],
)
def test_whatever_is_pasted_reaches_the_disk_as_it_is(live, sample, pasted):
    live.speeches.append()
    live.speeches.text.setPlainText(pasted)
    live.flush()

    assert speeches(sample)[0].gist == pasted


def test_decomposed_letters_are_kept_composed(live, sample):
    live.conclusions.append()
    live.conclusions.text.setPlainText(unicodedata.normalize("NFD", "Đẩy mạnh ở cơ sở"))
    live.flush()

    assert conclusions(sample)[0].text == "Đẩy mạnh ở cơ sở"


@pytest.mark.bench
def test_a_large_conference_stays_quick(live, page, sample, qtbot):
    conference = conference_queries.by_code(sample.connection, NEXT)
    pattern = people(sample)[0]
    for number in range(44):
        new = replace(pattern, id=0, position=0, person_id=None, name=f"Đại biểu {number}")
        conference_actions.add_attendance(sample, new)
    for _ in range(40):
        live.speeches.make()
    for number in range(30):
        conclusion_actions.add(
            sample,
            a_conclusion(
                id=ConclusionId(0), conference_id=ConferenceId(conference.id), number=0,
                text=f"Kết luận số {number} " + "rất dài " * 60,
            ),
        )  # fmt: skip
    live.refresh()

    begun = time.perf_counter()
    for _ in range(5):
        live.refresh()
    spent = (time.perf_counter() - begun) / 5

    assert len(live.roll.table.records.records()) == 60
    assert spent < 0.1


def test_a_key_notes_the_hour_at_which_it_closes(live, sample):
    live.close_now()

    held = conference_queries.by_code(sample.connection, NEXT)
    assert held.end_time == f"{sample.now:%H:%M}"
