"""A page that was left reads what changed on the way back, not at each word typed elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.changes import Changes, Kind, Op
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.programmes import directive_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks import task_actions
from coordapp.store.queries import conference_queries, programme_queries, task_queries
from coordapp.ui.kit.navigation import OpenConference, PageKey
from coordapp.ui.shell.pages import PAGES
from tests.build import MISTYPED

HELD = "HN-2017-01"


@pytest.fixture
def held(sample):
    return conference_queries.by_code(sample.connection, HELD)


@pytest.fixture
def reads(monkeypatch):
    """Count how often the whole register is read."""
    found = []
    read = task_queries.find
    monkeypatch.setattr(
        task_queries,
        "find",
        lambda reader, query, day: found.append(query) or read(reader, query, day),
    )
    return found


def reword(sample, held, text):
    first = conference_queries.conclusions_of(sample.connection, held.id)[0]
    conclusion_actions.edit(sample, replace(first, text=text))


def test_a_word_typed_in_a_conference_does_not_read_the_register(
    window, qtbot, sample, held, reads
):
    window.go("tasks")
    window.follow(OpenConference(code=HELD))
    reads.clear()

    reword(sample, held, "Rà soát lại từ đầu.")
    qtbot.wait(50)

    assert TaskQuery() not in reads


def test_the_register_shows_what_was_renamed_meanwhile(window, qtbot, sample, held):
    window.go("tasks")
    window.follow(OpenConference(code=HELD))
    conference_actions.edit(sample, replace(held, title="Hội nghị đổi tên"))
    qtbot.wait(50)

    window.go("tasks")

    shown = {row.conference_title for row in window.page("tasks")._rows}
    assert "Hội nghị đổi tên" in shown


def test_the_register_shows_a_task_changed_meanwhile(window, qtbot, sample):
    window.go("tasks")
    window.go("today")
    rows = task_queries.find(sample.connection, TaskQuery(), SAMPLE_DAY)
    # a task that is divided follows those below it
    apart = [row for row in rows if row.task.parent_id is None and not row.children]
    first, second = [row.id for row in apart if row.task.work_state is WorkState.NOT_STARTED][:2]
    for task_id, day in ((first, date(2018, 5, 3)), (second, date(2018, 5, 4))):
        task_actions.set_due(sample, task_id, day, move=MISTYPED)
        qtbot.wait(50)

    window.go("tasks")

    shown = {row.id: row.task.due for row in window.page("tasks")._rows}
    assert (shown[first], shown[second]) == (date(2018, 5, 3), date(2018, 5, 4))


def test_a_conference_shows_what_was_changed_meanwhile(window, qtbot, sample, held):
    window.follow(OpenConference(code=HELD))
    window.go("tasks")
    reword(sample, held, "Sơ kết theo quý.")
    qtbot.wait(50)
    page = window.page("conferences")
    editor = next(iter(page.conclusions.editors.values()))
    before = editor.text.toPlainText()

    window.go("conferences")

    assert before != "Sơ kết theo quý."
    assert editor.text.toPlainText() == "Sơ kết theo quý."


def test_the_live_screen_shows_what_was_changed_meanwhile(window, qtbot, sample, held):
    window.follow(OpenConference(code=HELD))
    page = window.page("conferences")
    page.go_live()
    window.go("tasks")
    reword(sample, held, "Sơ kết theo quý.")
    qtbot.wait(50)

    window.go("conferences")

    table = page.live.conclusions.table
    assert table.records.record(0).text == "Sơ kết theo quý."


def deliver(window, kind):
    window.context.bus.post(Changes(op=Op.EDIT_TASK, touched={kind: frozenset({1})}))
    window.context.bus.deliver()


def reads_of(window, act):
    """Count what is read from the file while something is done and shown."""
    asked = []
    connection = window.context.store.connection
    connection.set_trace_callback(asked.append)
    act()
    connection.set_trace_callback(None)
    return sum(one.lstrip().lower().startswith("select") for one in asked)


def test_pages_that_were_left_read_nothing_of_what_is_done_on_another(window, qtbot):
    def reads_of_each():
        return {kind: reads_of(window, lambda kind=kind: deliver(window, kind)) for kind in Kind}

    window.go(PageKey.TEMPLATES)
    alone = reads_of_each()
    for page in PAGES:
        window.go(page.key)
    window.go(PageKey.TEMPLATES)

    # a page may ask one small thing, such as which of its rows are touched, and reads no list
    besides = {kind: reads - alone[kind] for kind, reads in reads_of_each().items()}
    assert {kind: reads for kind, reads in besides.items() if reads > len(PAGES)} == {}


def test_lists_that_were_left_show_on_the_way_back_what_was_done_meanwhile(window, qtbot, sample):
    for page in PAGES:
        window.go(page.key)
    directive = programme_queries.all_directives(sample.connection)[0]

    directive_actions.edit(sample, replace(directive, number="99-NQ/TU"))
    qtbot.wait(50)
    window.go(PageKey.PROGRAMMES)

    model = window.page(PageKey.PROGRAMMES).directives.directives.table.model()
    shown = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert "99-NQ/TU" in shown
