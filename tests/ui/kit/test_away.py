"""A page that was left reads what changed on the way back, not at each word typed elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks import task_actions
from coordapp.store.queries import conference_queries, task_queries
from coordapp.ui.kit.navigation import OpenConference
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
