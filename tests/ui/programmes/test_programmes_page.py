"""Directives and programmes in the window: typed in place, pasted, given to units."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.assignment import Role, Terms
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.programmes.directive import SourcePlace
from coordapp.services.programmes import programme_actions, source_actions
from coordapp.store.file.case_tables import DIRECTIVES, PROGRAMME_ITEMS, PROGRAMMES
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS
from coordapp.store.queries import assignment_queries, programme_queries, unit_queries
from coordapp.ui.kit.navigation import OpenProgramme, OpenTask
from coordapp.ui.matrix.dialog import MatrixDialog
from coordapp.ui.matrix.draft import Place
from coordapp.ui.programmes.page import ProgrammesPage
from coordapp.ui.programmes.paste_dialog import PasteSectionsDialog

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


def test_the_words_a_new_directive_was_given_are_typed_over(qtbot, page):
    page.primary()
    subject = page.directives.directives.detail.editors["subject"]
    subject.setFocus()
    QApplication.processEvents()
    qtbot.keyClicks(subject, "Ve dan van")

    assert subject.toPlainText() == "Ve dan van"


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


@pytest.fixture
def section(page):
    editor = page.directives.sections
    wanted = next(one for one in editor.model.records() if one.title.startswith("Nâng cao vai trò"))
    editor.table.select_id(wanted.id)
    return wanted


def test_sections_are_given_in_the_matrix_of_conclusions_and_undone_in_one_step(
    page, context, section, monkeypatch
):
    free = page.directives.sections.count.text()

    def agree(dialog):
        assert dialog.place.matter_id == section.id
        dialog.draft.lead_all(section.id)
        free_ids = [row.matter.id for row in dialog.draft.rows if not row.tasks]
        dialog.draft.choose(Place(free_ids[-1], dialog.draft.units[0].id), Role.LEAD)
        terms = Terms(due=date(2018, 6, 30), deadline_kind=DeadlineKind.DATE)
        dialog.draft.set_terms(dialog.place, terms, own=False)
        assert "từ 2 mục" in dialog.draft.in_words()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(MatrixDialog, "exec", agree)
    page.directives.sections.give.click()
    context.bus.deliver()

    reader = context.store.connection
    held = programme_queries.tasks_of_section(reader, section.id)
    units = len(unit_queries.all_units(reader))
    assert [task.due for task in held] == [date(2018, 6, 30)] * (units + 1)
    assert page.directives.sections.count.text() != free
    assert len(page.directives.ties.lines) == units + 1
    context.store.undo()
    context.bus.deliver()
    assert programme_queries.tasks_of_section(reader, section.id) == []
    assert page.directives.sections.count.text() == free


def test_the_matrix_shows_what_a_unit_has_of_a_section(qtbot, page, context):
    reader = context.store.connection
    directive = page.directives.directives.table.current_record()
    rows = assignment_queries.section_matrix(reader, directive.id)
    dialog = MatrixDialog(
        page, rows, unit_queries.all_units(reader), today=context.today, noun="Mục"
    )
    qtbot.addWidget(dialog)

    unit = TASKS.where(reader, "code = 'NV-2018-029'")[0].lead_unit_id
    assert dialog.draft.role(Place(rows[0].matter.id, unit)) is Role.LEAD
    assert not dialog.draft.is_changed(Place(rows[0].matter.id, unit))


def test_a_section_says_who_does_what_and_how_far(page, context):
    sections = page.directives.sections
    sections.table.select_id(sections.model.records()[0].id)
    heard = []
    context.navigate.requested.connect(heard.append)

    said = [line.words for line in page.directives.ties.lines]
    assert said[0].startswith("NV-2018-029 · HND · ")
    page.directives.ties.lines[0].click()
    assert heard == [OpenTask(code="NV-2018-029")]


def test_a_section_without_tasks_says_so(page, section):
    assert page.directives.sections.count.text() == "18 mục · 8 mục chưa giao"
    said = [one.text() for one in page.directives.ties.findChildren(QLabel)]
    assert any(one.startswith("Chưa giao cho đơn vị nào") for one in said)


def test_a_section_names_the_conclusions_that_rest_on_it(page, context, section):
    conclusion = CONCLUSIONS.where(context.store.connection, "1 order by id desc limit 1")[0]
    place = SourcePlace(directive_id=section.directive_id, section_id=section.id)
    source_actions.set_sources(context.store, conclusion.id, [place])
    context.bus.deliver()

    said = [line.words for line in page.directives.ties.lines]
    assert any(f"kết luận {conclusion.number}: " in one for one in said)


def test_a_route_lands_on_the_section_within_its_directive(page, section):
    page.directives.sections.table.select_id(page.directives.sections.model.records()[0].id)

    page.follow(OpenProgramme(kind=Kind.DIRECTIVE_SECTION, record_id=section.id))

    assert page.directives.sections.table.current_id() == section.id


def test_a_route_lands_on_the_item_within_its_programme(page, context):
    item = PROGRAMME_ITEMS.where(context.store.connection, "1 order by id desc limit 1")[0]

    page.follow(OpenProgramme(kind=Kind.PROGRAMME_ITEM, record_id=item.id))

    assert page.shows_programmes
    assert page.programmes.items.table.current_id() == item.id


def test_of_a_pasted_secret_paper_number_and_day_alone_are_kept(page, context):
    QGuiApplication.clipboard().setText(
        "Số, ký hiệu\tNgày ký\tTrích yếu\tCơ quan ban hành\tĐộ mật\n"
        "31-KH/TU\t05/3/2018\tDiễn tập phòng thủ\tTỉnh ủy\tTối mật\n"
    )

    page.directives.directives.paste_rows()

    kept = DIRECTIVES.where(context.store.connection, "1 order by id desc")[0]
    assert (kept.number, kept.signed_on) == ("31-KH/TU", date(2018, 3, 5))
    assert kept.subject == "Văn bản mật số 31-KH/TU ngày 05/3/2018, xem bản giấy"
    assert kept.issuer == ""


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


def test_a_conference_outlives_its_programme(page, context):
    store = context.store
    held = [one.id for one in CONFERENCES.where(store.connection, "programme_id is not null")]
    programme_actions.delete(store, PROGRAMMES.where(store.connection)[0].id)
    assert [CONFERENCES.get(store.connection, one).programme_id for one in held] == [None]
    store.undo()
    assert CONFERENCES.get(store.connection, held[0]).programme_id is not None


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
