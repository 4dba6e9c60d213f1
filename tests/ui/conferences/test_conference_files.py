"""Files of a conference: on its papers, also after signing, and found by their names."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.kernel.changes import Kind
from coordapp.services.conferences import conference_actions
from coordapp.services.records import attachment_actions
from coordapp.store.finding import search_hits
from coordapp.store.queries import attachment_queries
from coordapp.ui.papers.conference_papers import PapersEditor
from tests.build import a_conference
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def conference(store):
    set_up(store)
    return conference_actions.add(store, a_conference(state=ConferenceState.SIGNED), TODAY)


@pytest.fixture
def editor(qtbot, context_on, store, conference):
    shown = PapersEditor(context_on(store, TODAY))
    qtbot.addWidget(shown)
    shown.show_for(conference)
    shown.show()
    return shown


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "Bản quét biên bản.pdf"
    path.write_bytes(b"%PDF")
    return path


def test_a_scan_dropped_on_the_papers_is_kept_with_the_conference(
    qtbot, editor, store, conference, scan
):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(scan))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(editor._context.messages.undo_offered) as offered:
        editor.dropEvent(event)

    kept = attachment_queries.of_record(store.connection, Kind.CONFERENCE, conference.id)
    assert [file.name for file in kept] == [scan.name]
    assert offered.args == [f"Đã đính kèm {scan.name}"]
    qtbot.waitUntil(lambda: editor.files.model.rowCount() == 1, timeout=1000)


def test_another_conference_shows_its_own_files(qtbot, editor, store, conference, scan):
    other = conference_actions.add(store, a_conference(), TODAY)
    attachment_actions.add(store, Kind.CONFERENCE, conference.id, scan)

    editor.show_for(other)
    assert editor.files.model.rowCount() == 0
    editor.show_for(conference)

    assert editor.files.model.rowCount() == 1


def test_a_conference_is_found_by_the_name_of_its_file(store, conference, scan):
    attachment_actions.add(store, Kind.CONFERENCE, conference.id, scan)

    (hit,) = search_hits.places(store.connection, "ban quet")

    assert (hit.opens, hit.code) == (Kind.CONFERENCE, conference.code)
