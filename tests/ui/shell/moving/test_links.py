"""A link lands on what it names, the keys are there, and there is a way back."""

import json

import pytest
from PySide6.QtTest import QTest

from coordapp.domain.kernel.changes import Kind
from coordapp.store import Store
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, SPEECHES, TASKS
from coordapp.store.queries import conference_queries
from coordapp.ui.kit.navigation import OpenConference, OpenTask, OpenTasks, ShowTasks, TaskChip
from tests.ui.shell.keyboard import Key, alt, ctrl, focused, press, typed


def in_view(area, part):
    place = part.mapTo(area.viewport(), part.rect().topLeft())
    return -1 <= place.y() < area.viewport().height()


@pytest.fixture
def crowded(sample):
    """The conference with the most conclusions, and its last one."""
    every = CONCLUSIONS.where(sample.connection, "1 order by conference_id, number")
    owner = max(
        {one.conference_id for one in every},
        key=lambda o: sum(one.conference_id == o for one in every),
    )
    return CONFERENCES.get(sample.connection, owner), [
        one for one in every if one.conference_id == owner
    ][-1]


def test_a_link_to_a_conclusion_ends_at_it_marked_once(window, crowded):
    conference, conclusion = crowded
    window.resize(1100, 520)

    window.follow(
        OpenConference(code=conference.code, kind=Kind.CONCLUSION, record_id=conclusion.id)
    )
    QTest.qWait(30)

    shown = window.page("conferences").conclusions
    card = shown.editors[conclusion.id]
    assert focused() is card.text
    assert in_view(shown._scroll, card)
    assert card.property("landed") is True
    QTest.qWait(1700)
    assert not card.property("landed")


def test_the_follow_up_of_conclusions_opens_the_very_one(window, crowded):
    conference, conclusion = crowded
    window.go("conclusions")
    page = window.page("conclusions")
    page.table.select_id(conclusion.id)
    page.table.setFocus()

    press(Key.Key_Return)

    assert window.page("conferences")._code == conference.code
    assert focused() is window.page("conferences").conclusions.editors[conclusion.id].text


def test_after_a_split_the_new_conclusion_is_in_view(window, crowded):
    conference, conclusion = crowded
    window.resize(1100, 520)
    window.follow(OpenConference(code=conference.code))
    page = window.page("conferences")
    if page.conclusions.editors[conclusion.id].text.isReadOnly():
        pytest.fail("the sample's fullest conference is signed")
    page.shaping.split(conclusion.id, conclusion.text.index(" "))
    QTest.qWait(30)

    new = page.conclusions.editors[page.conclusions.editors_in_order()[-1]]
    assert focused() is new.text
    assert in_view(page.conclusions._scroll, new)


@pytest.mark.parametrize("kind", [Kind.SPEECH, Kind.AGENDA_ITEM, Kind.ATTENDANCE])
def test_a_part_of_a_conference_is_selected(window, sample, kind):
    read = {
        Kind.SPEECH: conference_queries.speeches,
        Kind.AGENDA_ITEM: conference_queries.agenda,
        Kind.ATTENDANCE: conference_queries.attendances,
    }[kind]
    for conference in conference_queries.find(sample.connection):
        records = read(sample.connection, conference.id)
        if records:
            break

    window.follow(OpenConference(code=conference.code, kind=kind, record_id=records[-1].id))

    table = focused()
    assert table.current_id() == records[-1].id
    assert isinstance(table.current_record(), type(records[-1])) or kind is Kind.AGENDA_ITEM


def test_enter_in_the_search_leaves_the_keys_in_what_it_opened(window, sample):
    task = TASKS.where(sample.connection, "parent_id is null order by code")[0]
    ctrl(Key.Key_K)
    typed(task.code)

    press(Key.Key_Return)

    assert focused() is window.page("tasks").table
    assert focused().current_id() == task.id


def test_a_speech_is_found_and_opened_at_its_row(window, sample):
    speech = next(one for one in SPEECHES.where(sample.connection, "1") if len(one.gist) > 40)
    window._search.setText(" ".join(speech.gist.split()[:6]))
    window._search.show_hits()
    listed = window._search._list
    rows = [
        row for row in range(listed.count()) if listed.item(row).text().startswith("Phát biểu · ")
    ]
    listed.setCurrentRow(rows[1])

    listed.open_current()

    assert focused().current_id() == speech.id


def test_alt_left_goes_back_to_the_row_and_the_filter(window, sample):
    window.go("tasks")
    page = window.page("tasks")
    page.filters.show_only(TaskChip.OPEN)
    page.table.select_id(page.model.id_at(3))
    page.table.setFocus()
    before = (page.filters.chips.current(), page.table.current_id())
    window.follow(OpenConference(code=conference_queries.find(sample.connection)[0].code))
    window.follow(OpenTasks(chip=TaskChip.DONE))

    alt(Key.Key_Left)
    assert window.current == "conferences"
    alt(Key.Key_Left)

    assert window.current == "tasks"
    assert (page.filters.chips.current(), page.table.current_id()) == before
    assert focused() is page.table
    alt(Key.Key_Right)
    assert window.current == "conferences"


def test_a_walk_through_the_navigation_can_be_gone_back(window):
    for page in ("units", "reports", "history"):
        window._side.mark(page)
    for page in ("reports", "units", "today"):
        alt(Key.Key_Left)
        assert window.current == page
    alt(Key.Key_Left)
    assert window.undo_actions.toast.text() == "Không còn chỗ nào trước đó."


def test_after_a_copy_only_the_copy_is_selected_and_in_view(window, sample):
    window.go("tasks")
    page = window.page("tasks")
    window.resize(1100, 520)
    page.table.select_id(page.model.id_at(0))
    page.table.setFocus()

    ctrl(Key.Key_J)

    (copy,) = page.table.targets()
    newest = TASKS.where(sample.connection, "1 order by id desc")[0]
    assert copy.id == newest.id == page.table.current_id()
    assert page.table.viewport().rect().intersects(page.table.visualRect(page.table.currentIndex()))


def test_tasks_that_came_are_selected_and_nothing_else(window, sample):
    ids = frozenset(one.id for one in TASKS.where(sample.connection, "parent_id is not null")[:3])
    window.follow(OpenTask(code=TASKS.where(sample.connection, "1")[0].code))

    window.follow(ShowTasks(ids=ids))

    assert set(window.page("tasks").table.target_ids()) == ids


# --- what is remembered of a book


def test_what_is_remembered_of_a_book_never_leaks_into_another(
    open_window, sample, tmp_path, settings_file
):
    first = open_window(sample, page="tasks")
    first.page("tasks").filters.show_only(TaskChip.DONE)
    first.close()
    with_other = Store.create(tmp_path / "khac.db")
    try:
        other = open_window(with_other)
        assert other.current == "today"
        assert other.page("tasks").filters.chips.current() == TaskChip.ALL
        other.close()
    finally:
        with_other.close()
    again = open_window(sample)
    assert again.current == "tasks"
    assert again.page("tasks").filters.chips.current() == TaskChip.DONE
    again.close()
    held = json.loads(settings_file.read_text(encoding="utf-8"))
    assert len(held["books"]) == 2
    assert "tasks" not in held


@pytest.fixture
def settings_file(tmp_path):
    return tmp_path / "settings.json"


def test_a_conference_without_a_part_has_the_keys_in_its_list(window, sample):
    window.follow(OpenConference(code=conference_queries.find(sample.connection)[0].code))

    assert focused() is window.page("conferences").list.lines
