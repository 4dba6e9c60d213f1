"""The page of conferences."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordapp.domain.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conference import Conference, ConferenceKind
from coordapp.domain.ids import ConclusionId, ConferenceId, UnitId
from coordapp.domain.queries import TaskQuery
from coordapp.domain.unit import Unit
from coordapp.services import conclusions as concluding
from coordapp.services import conferences as actions
from coordapp.services import units as settling
from coordapp.store import Store, conferences, tasks, units
from coordapp.ui.bus import Bus
from coordapp.ui.conferences.assign_dialog import AssignDialog
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.context import Context
from coordapp.ui.jobs import Jobs
from coordapp.ui.run import Runner

TODAY = date(2018, 3, 31)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ConferencesPage]:
    store = Store.create(tmp_path / "so.db")
    settling.set_up(store)
    for number, name in enumerate(("Ban Dân vận", "Sở Nội vụ", "Công an tỉnh"), start=1):
        settling.add_unit(store, Unit(id=UnitId(0), name=name, short_name=name, position=number))
    held = actions.add(
        store,
        Conference(
            id=ConferenceId(0), code="", kind=ConferenceKind.FINAL_REVIEW, title="Hội nghị tổng kết"
        ),
        TODAY,
    )
    for text in ("Rà soát các chỉ tiêu của chương trình phối hợp.", "Sơ kết phong trào thi đua."):
        concluding.add(
            store,
            Conclusion(
                id=ConclusionId(0),
                conference_id=held.id,
                number=0,
                kind=ConclusionKind.ASSIGN,
                text=text,
            ),
        )
    bus = Bus()
    store.listen(bus.post)
    context = Context(store=store, bus=bus, jobs=Jobs(), run=Runner(), today=TODAY)
    shown = ConferencesPage(context)
    qtbot.addWidget(shown)
    shown.store = store  # type: ignore[attr-defined]  # for the tests
    shown.context = context  # type: ignore[attr-defined]  # for the tests
    yield shown
    context.jobs.close()
    store.close()


def test_typed_title_is_saved(page: ConferencesPage, qtbot: QtBot) -> None:
    page.show_editor(0)
    page.facts.title.selectAll()
    qtbot.keyClicks(page.facts.title, "Giao ban quy I")
    qtbot.waitUntil(lambda: conferences.find(page.store.reader)[0].title == "Giao ban quy I")
    qtbot.waitUntil(lambda: "Giao ban quy I" in page.list.item(0).text())
    assert page.facts.title.cursorPosition() == len("Giao ban quy I")


def test_adds_conclusion(page: ConferencesPage, qtbot: QtBot) -> None:
    page.add_conclusion()
    assert len(page.conclusions.editors) == 3
    editor = list(page.conclusions.editors.values())[-1]
    qtbot.keyClicks(editor.text, "Giao cac don vi")
    editor.flush()
    rows = conferences.conclusions(page.store.reader, TODAY)
    assert rows[-1].conclusion.text == "Giao cac don vi"


def test_assigns_and_undoes(page: ConferencesPage, qtbot: QtBot) -> None:
    reader = page.store.reader
    rows = conferences.conclusions(reader, TODAY)
    dialog = AssignDialog(
        None, [row.conclusion for row in rows], units.all_units(reader), already={}, today=TODAY
    )
    qtbot.addWidget(dialog)
    assert not dialog.make.isEnabled()
    for row in range(dialog.conclusions.count()):
        dialog.conclusions.item(row).setCheckState(dialog.everybody.checkState().Checked)
    dialog.everybody.setChecked(True)
    dialog.due.setText("+7")
    assert dialog.make.text() == "Tạo 6 nhiệm vụ"
    chosen = dialog.assignment()
    assert chosen.due == date(2018, 4, 7)
    page.assign(chosen)
    assert len(tasks.find(reader, TaskQuery(without_parents=True), TODAY)) == 6
    page.store.undo()
    assert tasks.find(reader, TaskQuery(), TODAY) == []


def test_holders_cannot_be_ticked(page: ConferencesPage, qtbot: QtBot) -> None:
    rows = conferences.conclusions(page.store.reader, TODAY)
    first, everyone = rows[0].conclusion, units.all_units(page.store.reader)
    dialog = AssignDialog(
        None,
        [first],
        everyone,
        already={first.id: {everyone[0].id}},
        today=TODAY,
        preselected={first.id},
    )
    qtbot.addWidget(dialog)
    dialog.everybody.setChecked(True)
    assert dialog.assignment().unit_ids == (everyone[1].id, everyone[2].id)


def test_conclusion_with_tasks_stays(page: ConferencesPage, qtbot: QtBot) -> None:
    rows = conferences.conclusions(page.store.reader, TODAY)
    unit = units.all_units(page.store.reader)[0]
    page.assign(concluding.Assignment(conclusion_ids=(rows[0].conclusion.id,), unit_ids=(unit.id,)))
    with qtbot.waitSignal(page.context.run.refused):
        assert not page.delete_conclusion(rows[0].id)
    assert page.delete_conclusion(rows[0].id, with_tasks=True)
    assert tasks.find(page.store.reader, TaskQuery(), TODAY) == []
