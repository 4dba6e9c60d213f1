"""The days off: typed in place, refused when repeated, and counted wherever a day is typed."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import DayOffId
from coordapp.services.committee import day_off_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import conference_queries, day_off_queries
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.matrix.terms import TermsPanel
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.tasks.task_dialog import TaskDialog
from coordapp.ui.units.page import UnitsPage
from tests.build import MISTYPED, a_conference, a_task
from tests.founding import set_up

TODAY = date(2018, 4, 20)  # a Friday; 25/4, 30/4 and 1/5 are days off
IN_FIVE_WORKING_DAYS = date(2018, 5, 2)


@pytest.fixture
def context(context_on, store):
    set_up(store)
    return context_on(store, TODAY)


@pytest.fixture
def shown(show_page):
    return partial(show_page, active=True)


@pytest.fixture
def page(context, shown):
    opened = shown(UnitsPage(context))
    opened.show_part("days_off")
    return opened


@pytest.fixture
def editor(page):
    return page.days_off


def cell(editor, row, key):
    return editor.model.index(row, editor.model.column_of(key))


def texts(editor, key):
    return [cell(editor, row, key).data() for row in range(editor.model.rowCount())]


def type_day(qtbot, editor, row, typed):
    editor.table.edit_cell(editor.model.id_at(row), "day")
    line = editor.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def stored(store, day):
    return next((row for row in day_off_queries.all_days(store.connection) if row.day == day), None)


def choose_year(editor, year):
    editor.year.setCurrentIndex(editor.year.findData(year))
    editor.year.activated.emit(editor.year.currentIndex())


# --- the table


def test_the_days_of_this_year_are_shown_in_their_order(editor):
    days = texts(editor, "day")

    assert editor.year.currentText() == "Năm 2018"
    assert (days[0], days[-1]) == ("01/01/2018", "31/12/2018")
    assert texts(editor, "weekday")[0] == "Thứ Hai"


def test_a_row_says_kind_paper_and_standing_in_words(editor):
    choose_year(editor, 2019)
    row = texts(editor, "day").index("05/01/2019")

    assert cell(editor, row, "kind").data() == "Làm bù"
    assert cell(editor, row, "source").data().startswith("Công văn số 6519")
    assert cell(editor, row, "confirmed").data() == "Đã công bố"


def test_another_year_or_all_of_them_can_be_shown(editor):
    choose_year(editor, 2030)
    of_2030 = editor.model.rowCount()
    choose_year(editor, None)

    assert 0 < of_2030 < editor.model.rowCount()
    assert "Dự kiến" in texts(editor, "confirmed")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", DayOffKind.MAKE_UP),
        ("source", "Công văn 12 năm 2018"),
        ("confirmed", False),
        ("day", date(2018, 1, 3)),
    ],
)
def test_a_cell_is_saved_as_one_step(editor, store, name, value):
    first = editor.model.id_at(0)
    before = day_off_queries.all_days(store.connection)

    editor.model.setData(cell(editor, 0, name), value)
    saved = next(row for row in day_off_queries.all_days(store.connection) if row.id == first)
    store.undo()

    assert getattr(saved, name) == value
    assert day_off_queries.all_days(store.connection) == before


def test_a_day_is_typed_as_anywhere_else(editor, store, qtbot):
    type_day(qtbot, editor, 0, "t6 tuan sau")

    qtbot.waitUntil(lambda: "27/04/2018" in texts(editor, "day"))
    assert stored(store, date(2018, 4, 27)) is not None


def test_a_repeated_day_stays_in_its_cell_and_says_why(editor, store, context, qtbot):
    with qtbot.waitSignal(context.run.refused) as told:
        line = type_day(qtbot, editor, 0, "30/4/2018")

    assert "30/04/2018 đã có" in told.args[0]
    assert editor.wrong.text() == told.args[0]
    assert (line.isVisible(), line.text()) == (True, "30/4/2018")
    assert stored(store, date(2018, 1, 1)) is not None


def test_escape_gives_up_a_repeated_day(editor, qtbot):
    line = type_day(qtbot, editor, 0, "30/4/2018")

    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert editor.wrong.isHidden()
    assert texts(editor, "day")[0] == "01/01/2018"


@pytest.mark.parametrize("typed", ["31/2", "abc", " "])
def test_what_is_no_day_is_refused(editor, store, context, qtbot, typed):
    with qtbot.waitSignal(context.run.refused):
        line = type_day(qtbot, editor, 0, typed)

    assert line.isVisible()
    assert stored(store, date(2018, 1, 1)) is not None


def test_a_new_day_is_free_and_typed_at_once(editor, store, qtbot):
    editor.add.click()
    line = editor.table.viewport().findChild(QLineEdit)
    added = stored(store, TODAY)

    qtbot.keyClicks(line, "7/5/2019")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert (added.kind, added.confirmed) == (DayOffKind.OFF, False)
    qtbot.waitUntil(lambda: editor.year.currentText() == "Năm 2019")
    assert editor.table.current_record().day == date(2019, 5, 7)


def test_a_day_added_in_another_year_belongs_to_it(editor, store):
    choose_year(editor, 2020)

    editor.add.click()

    assert stored(store, date(2020, 1, 2)) is not None
    assert editor.year.currentText() == "Năm 2020"


@pytest.mark.parametrize("by", ["button", "key"])
def test_a_day_is_deleted_and_the_way_back_offered(page, store, qtbot, by):
    editor = page.days_off
    editor.table.select_id(editor.model.id_at(0))
    editor.table.setFocus()

    with qtbot.waitSignal(page._context.messages.undo_offered) as told:
        if by == "button":
            editor.remove.click()
        else:
            qtbot.keyClick(editor.table, Qt.Key.Key_Delete)

    assert told.args == ["Đã xóa ngày 01/01/2018"]
    assert stored(store, date(2018, 1, 1)) is None
    qtbot.waitUntil(lambda: "01/01/2018" not in texts(editor, "day"))


def test_an_empty_year_says_what_to_do(editor, store, qtbot):
    for row in day_off_queries.all_days(store.connection):
        if row.day.year == 2018:
            day_off_actions.delete(store, row.id)

    qtbot.waitUntil(lambda: editor.model.rowCount() == 0)
    assert editor.year.currentText() == "Năm 2018"
    assert not editor.remove.isEnabled()


def test_the_main_button_of_the_page_still_adds_a_unit(page, store):
    page.primary()

    assert page.units.isVisible()
    assert page.parts.current() == "units"


# --- days typed elsewhere


@pytest.fixture
def task(store, context):
    draft = TaskDraft(task=a_task(code="", due=date(2018, 4, 23)))
    return task_actions.add(store, draft, TODAY)


def test_a_deadline_typed_in_the_register_leaves_out_the_days_off(context, store, shown, task):
    page = shown(TasksPage(context))
    due = page.model.columns[page.model.column_of("due")]

    assert due.parse("5 ngày làm việc") == IN_FIVE_WORKING_DAYS


def test_a_day_off_added_now_counts_at_once(context, store, shown, task):
    page = shown(TasksPage(context))
    due = page.model.columns[page.model.column_of("due")]
    day_off_actions.add(
        store,
        DayOff(
            id=DayOffId(0),
            day=date(2018, 4, 24),
            kind=DayOffKind.OFF,
            source="",
            confirmed=False,
        ),
    )

    assert due.parse("5 ngày làm việc") == date(2018, 5, 3)


def test_the_dialogs_of_a_task_leave_out_the_days_off(context, qtbot, task):
    calendar = context.calendar()
    edit = TaskDialog(None, TaskDraft(task=task), (), TODAY, calendar)
    extend = ExtendDialog(None, task, TODAY, calendar)
    for dialog in (edit, extend):
        qtbot.addWidget(dialog)
    edit.due.setText("5 ngày làm việc")
    extend.new_due.setText("5 ngày làm việc")

    assert edit.draft().task.due == IN_FIVE_WORKING_DAYS
    assert extend.draft().new_due == IN_FIVE_WORKING_DAYS


@pytest.mark.parametrize(
    ("dialog", "open_it"),
    [(TaskDialog, "ask_new"), (TaskDialog, "edit"), (ExtendDialog, "extend")],
)
def test_the_page_hands_the_calendar_to_its_dialogs(
    context, shown, monkeypatch, task, dialog, open_it
):
    page = shown(TasksPage(context))
    handed = []
    monkeypatch.setattr(
        dialog,
        "ask",
        lambda *given, **named: handed.append(
            named.get("calendar") or next(one for one in given if isinstance(one, Calendar))
        ),
    )

    getattr(page.on_task, open_it)()

    assert handed == [context.calendar()]


def test_assigning_leaves_out_the_days_off(context, qtbot):
    dialog = TermsPanel(TODAY, context.calendar())
    qtbot.addWidget(dialog)

    dialog.due.setText("5 ngày làm việc")

    assert dialog.terms().due == IN_FIVE_WORKING_DAYS


def test_the_day_of_a_conference_leaves_out_the_days_off(context, store, shown):
    conference_actions.add(store, a_conference(code=""), TODAY)
    page = shown(ConferencesPage(context))
    line = page.details.form.editors["held_on"]
    line.selectAll()
    line.insert("5 ngày làm việc")

    page.details.flush()

    assert conference_queries.find(store.connection)[0].held_on == IN_FIVE_WORKING_DAYS


# --- what a deadline rests on


def tip(page):
    return page.model.index(0, page.model.column_of("due")).data(Qt.ItemDataRole.ToolTipRole)


def test_a_deadline_tells_its_working_days(context, shown, task):
    assert tip(shown(TasksPage(context))) == "Thứ Hai, còn 1 ngày làm việc"


def test_a_deadline_over_expected_days_is_marked(context, store, shown, task):
    task_actions.set_due(store, task.id, date(2027, 3, 1), move=MISTYPED)

    assert "Dự kiến" in tip(shown(TasksPage(context)))


def test_a_deadline_on_a_day_off_is_told(context, store, shown, task):
    task_actions.set_due(store, task.id, date(2018, 4, 30), move=MISTYPED)

    assert "ngày nghỉ" in tip(shown(TasksPage(context)))
    assert TASKS.get(store.connection, task.id).due == date(2018, 4, 30)


def test_the_panel_tells_what_the_deadline_rests_on(context, store, shown, task):
    task_actions.set_due(store, task.id, date(2027, 3, 1), move=MISTYPED)
    page = shown(TasksPage(context))

    tips = [child.toolTip() for child in page.detail.findChildren(QLabel)]

    assert any("Dự kiến" in told for told in tips)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("5 ngày làm việc", "02/05/2018: Thứ Tư, còn 5 ngày làm việc"),
        ("1/3/2027", "Dự kiến: trong thời gian này có ngày nghỉ chưa công bố."),
        ("chẳng phải ngày", ""),
        ("", ""),
    ],
)
def test_a_deadline_typed_in_a_dialog_says_which_day_it_is(context, qtbot, task, typed, told):
    dialog = ExtendDialog(None, task, TODAY, context.calendar())
    qtbot.addWidget(dialog)
    dialog.new_due.setText(typed)

    dialog.new_due.editingFinished.emit()

    tip = dialog.new_due.toolTip()
    assert told in tip
    assert bool(tip) == bool(told)


def test_assigning_says_what_the_deadline_rests_on(context, qtbot):
    dialog = TermsPanel(TODAY, context.calendar())
    qtbot.addWidget(dialog)

    dialog.due.setText("1/3/2027")

    assert "Dự kiến" in dialog.due.toolTip()
