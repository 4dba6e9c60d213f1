"""Directives and programmes in the window: typed in place, pasted, given to units."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from coordapp.domain.kernel.changes import Kind
from coordapp.store.file.tables import DIRECTIVES, PROGRAMME_ITEMS, PROGRAMMES
from coordapp.store.queries import programme_queries
from coordapp.ui.kit.navigation import OpenProgramme, OpenTask
from coordapp.ui.programmes.page import ProgrammesPage
from coordapp.ui.programmes.paste_dialog import PasteSectionsDialog
from coordapp.ui.programmes.section_dialog import AssignSectionDialog

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, sample):
    return context_on(sample, TODAY)


@pytest.fixture
def page(show_page, context):
    return show_page(ProgrammesPage(context))


def type_cell(qtbot, table, record_id, name, typed):
    table.edit_cell(record_id, name)
    line = table.viewport().findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # the editor commits when the key has been dealt with
    QApplication.processEvents()


def cells(editor, key):
    column = editor.model.column_of(key)
    return [editor.model.index(row, column).data() for row in range(editor.model.rowCount())]


def test_a_directive_shows_its_eighteen_sections_and_those_without_tasks(page):
    done = cells(page.directives.sections, "done")

    assert len(done) == 18
    assert done.count("Chưa giao nhiệm vụ") == 8
    assert "1/2 đã hoàn thành" in done


def test_a_new_directive_is_typed_at_once(qtbot, page, context):
    page.primary()
    line = page.directives.directives.table.viewport().findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "12-KH/TU")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # the editor commits when the key has been dealt with
    QApplication.processEvents()

    assert "12-KH/TU" in [
        one.number for one in programme_queries.all_directives(context.store.connection)
    ]


def test_a_section_is_given_to_units_and_undone_in_one_step(page, context, monkeypatch):
    editor = page.directives.sections
    section = next(
        one for one in editor.model.records() if one.title.startswith("Nâng cao vai trò")
    )
    editor.table.select_id(section.id)

    def agree(dialog):
        for row in (0, 1):
            dialog.units.item(row).setCheckState(Qt.CheckState.Checked)
        dialog.due.setText("30/6/2018")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(AssignSectionDialog, "exec", agree)
    editor.give.click()
    context.bus.deliver()

    held = programme_queries.tasks_of_section(context.store.connection, section.id)
    assert [task.due for task in held] == [date(2018, 6, 30)] * 3
    context.store.undo()
    assert programme_queries.tasks_of_section(context.store.connection, section.id) == []


def test_a_unit_that_has_the_section_is_ticked_and_stays(qtbot, page, context):
    editor = page.directives.sections
    section = editor.model.records()[0]
    dialog = AssignSectionDialog(context, section, page)
    qtbot.addWidget(dialog)
    taken = [
        dialog.units.item(row)
        for row in range(dialog.units.count())
        if not dialog.units.item(row).flags() & Qt.ItemFlag.ItemIsEnabled
    ]

    assert [item.text() for item in taken] == ["Hội Nông dân tỉnh (đã có NV-2018-029)"]
    assert dialog.assignment().unit_ids == ()
    assert not dialog.give.isEnabled()


def test_a_deadline_that_cannot_be_read_keeps_the_dialog_open(qtbot, page, context):
    dialog = AssignSectionDialog(context, page.directives.sections.model.records()[1], page)
    qtbot.addWidget(dialog)
    dialog.units.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.due.setText("hôm nào đó")

    dialog.give.click()

    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.due.text() == "hôm nào đó"


def test_a_pasted_text_is_shown_as_sections_before_it_is_taken(qtbot, page):
    dialog = PasteSectionsDialog(page)
    qtbot.addWidget(dialog)
    assert not dialog.take.isEnabled()

    dialog.text.setPlainText("Kính gửi\n1. Quán triệt\na) Học tập")
    dialog.show_found()

    assert dialog.count.text() == "2 mục"
    assert dialog.found.toPlainText() == "1. Quán triệt\n    a) Học tập"


def test_pasted_sections_are_one_step_of_undo(page, context, monkeypatch):
    def fill(dialog):
        dialog.text.setPlainText("19. Mục thêm\n20. Mục nữa")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PasteSectionsDialog, "exec", fill)
    page.directives.sections.paste.click()
    context.bus.deliver()
    assert page.directives.sections.model.rowCount() == 20

    context.store.undo()
    context.bus.deliver()
    assert page.directives.sections.model.rowCount() == 18


def test_a_section_leads_to_its_task(page, context):
    heard = []
    context.navigate.requested.connect(heard.append)
    page.directives.sections.table.select_id(page.directives.sections.model.records()[0].id)

    page.directives.sections.open_task.click()

    assert heard == [OpenTask(code="NV-2018-029")]


def test_common_and_registered_tasks_are_counted_apart(page):
    page.show_part("programmes")
    assert page.programmes.items.counts.text() == (
        "Nhiệm vụ chung: 2/2 đã hoàn thành · Đơn vị đăng ký: 1/3 đã hoàn thành"
    )


def test_an_item_outside_the_programme_is_refused_and_keeps_its_text(qtbot, page, context):
    page.show_part("programmes")
    item = page.programmes.items.model.records()[0]

    type_cell(qtbot, page.programmes.items.table, item.id, "year", "2030")

    assert PROGRAMME_ITEMS.get(context.store.connection, item.id).year == 2017
    assert "2016-2021" in page.programmes.items.wrong.text()


def test_delete_takes_a_programme_and_undo_brings_it_back(page, context):
    page.show_part("programmes")
    page.programmes.programmes.delete()
    assert PROGRAMMES.where(context.store.connection) == []
    context.store.undo()
    assert len(PROGRAMMES.where(context.store.connection)) == 1


@pytest.mark.parametrize(
    ("kind", "table"), [(Kind.DIRECTIVE, DIRECTIVES), (Kind.PROGRAMME, PROGRAMMES)]
)
def test_a_route_opens_the_part_and_selects_the_record(page, context, kind, table):
    record = table.where(context.store.connection)[0]

    page.follow(OpenProgramme(kind=kind, record_id=record.id))

    assert page.shows_programmes is (kind is Kind.PROGRAMME)


def test_the_current_directive_is_written_as_excel(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "van-ban.xlsx"
    monkeypatch.setattr("coordapp.ui.papers.case_form_actions.ask_target", lambda *_given: target)

    page.export_excel()

    qtbot.waitUntil(target.exists, timeout=10_000)
