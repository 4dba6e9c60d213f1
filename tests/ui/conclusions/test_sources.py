"""What a conclusion or a task rests on: chosen in a tree, shown as links, undone in one step."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from coordapp.domain.kernel.changes import Kind
from coordapp.store.file.case_tables import CONCLUSION_SOURCES, DIRECTIVE_SECTIONS
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import programme_queries
from coordapp.ui.conclusions.page import ConclusionsPage
from coordapp.ui.conclusions.source_dialog import FOR_INDICATORS, FOR_TASKS, SourceDialog
from coordapp.ui.kit.navigation import OpenProgramme
from coordapp.ui.tasks.page import TasksPage

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, sample):
    return context_on(sample, TODAY)


@pytest.fixture
def sections(sample):
    return DIRECTIVE_SECTIONS.where(sample.connection, "1 order by position")


def dialog_of(qtbot, context, chosen=(), **given):
    made = SourceDialog(None, context.store.connection, chosen, title="Căn cứ", **given)
    qtbot.addWidget(made)
    return made


def seen(dialog):
    return [item.text(0) for item in dialog._items() if not item.isHidden()]


def test_words_without_marks_find_a_section_and_show_it_below_its_directive(
    qtbot, context, sections
):
    dialog = dialog_of(qtbot, context)

    dialog.narrow("nang cao vai tro")

    shown = seen(dialog)
    assert shown[0].startswith("09-NQ/TU")
    assert len(shown) == 2
    dialog.narrow("")
    assert len(seen(dialog)) == 1 + len(sections)


def test_a_conclusion_may_rest_on_several_sections(qtbot, context, sections):
    dialog = dialog_of(qtbot, context, [(Kind.DIRECTIVE_SECTION, sections[0].id)])

    dialog.tick((Kind.DIRECTIVE_SECTION, sections[2].id))

    assert dialog.chosen() == [(Kind.DIRECTIVE_SECTION, sections[n].id) for n in (0, 2)]


def test_a_task_comes_from_one_section_and_one_item(qtbot, context, sections):
    dialog = dialog_of(
        qtbot, context, [(Kind.DIRECTIVE_SECTION, sections[0].id)], offered=FOR_TASKS
    )
    item = (Kind.PROGRAMME_ITEM, 1)

    dialog.tick(item)
    dialog.tick((Kind.DIRECTIVE_SECTION, sections[2].id))

    assert dialog.chosen() == [(Kind.DIRECTIVE_SECTION, sections[2].id), item]


def test_an_indicator_measures_one_section_one_conclusion_and_one_task(qtbot, context, sections):
    dialog = dialog_of(qtbot, context, offered=FOR_INDICATORS)
    wanted = [(Kind.DIRECTIVE_SECTION, sections[1].id), (Kind.CONCLUSION, 1), (Kind.TASK, 2)]

    for place in (*wanted, (Kind.TASK, 3)):
        dialog.tick(place)

    assert dialog.chosen() == [*wanted[:2], (Kind.TASK, 3)]
    dialog.narrow("NV-2018-002")
    assert any(one.startswith("NV-2018-002") for one in seen(dialog))
    assert not any(one.startswith("NV-2018-003") for one in seen(dialog))


def test_what_a_conclusion_rests_on_is_chosen_shown_and_undone_in_one_step(
    show_page, context, sections, monkeypatch
):
    page = show_page(ConclusionsPage(context))
    heard = []
    context.navigate.requested.connect(heard.append)
    row = next(one for one in page.model.records() if not one.sources)
    page.table.select_id(row.id)
    wanted = [(Kind.DIRECTIVE_SECTION, sections[n].id) for n in (0, 1)]
    monkeypatch.setattr(
        SourceDialog, "exec",
        lambda dialog: [dialog.tick(one) for one in wanted] and QDialog.DialogCode.Accepted,
    )  # fmt: skip

    page.detail.choose_sources.click()
    context.bus.deliver()

    assert [link.text() for link in page.detail.sources.links] == [
        "09-NQ/TU, mục 1", "09-NQ/TU, mục 2",
    ]  # fmt: skip
    page.detail.sources.links[1].click()
    assert heard == [OpenProgramme(kind=Kind.DIRECTIVE_SECTION, record_id=sections[1].id)]
    context.store.undo()
    context.bus.deliver()
    assert programme_queries.sources_of_conclusion(context.store.connection, row.id) == []
    assert page.detail.sources.links == []


def test_choosing_nothing_takes_the_sources_back(show_page, context):
    page = show_page(ConclusionsPage(context))
    row = next(one for one in page.model.records() if one.sources)

    page.on_sources.set_sources(row.id, [])

    assert CONCLUSION_SOURCES.where(context.store.connection) == []


def test_selected_tasks_are_tied_to_a_section_in_one_step_and_lead_there(
    show_page, context, sections, monkeypatch
):
    page = show_page(TasksPage(context))
    heard = []
    context.navigate.requested.connect(heard.append)
    reader = context.store.connection
    free = TASKS.where(
        reader,
        "directive_section_id is null and programme_item_id is null and parent_id is null "
        "and work_state = 'in_progress' "
        "and id not in (select parent_id from task where parent_id is not null) limit 2",
    )
    page.table.select_ids([task.id for task in free])
    monkeypatch.setattr(
        SourceDialog, "ask", lambda *_given, **_more: [(Kind.DIRECTIVE_SECTION, sections[3].id)]
    )

    page.on_source.entry.trigger()
    context.bus.deliver()

    assert {TASKS.get(reader, one.id).directive_section_id for one in free} == {sections[3].id}
    (tie,) = programme_queries.ties_of_task(reader, TASKS.get(reader, free[0].id))
    page.on_source.open(tie)
    assert heard == [OpenProgramme(kind=Kind.DIRECTIVE_SECTION, record_id=sections[3].id)]
    context.store.undo()
    assert {TASKS.get(reader, one.id).directive_section_id for one in free} == {None}
