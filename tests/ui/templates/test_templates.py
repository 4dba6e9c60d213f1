"""Templates in the window: typed in place, shown with their dates before tasks are made."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.services.tasks import template_actions
from coordapp.store.queries import task_queries, template_queries
from coordapp.ui.kit.navigation import OpenPage, PageKey
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.templates.apply_dialog import ApplyDialog
from coordapp.ui.templates.make_dialog import MakeDialog, TemplateDraft
from coordapp.ui.templates.page import TemplatesPage
from coordapp.ui.templates.template_actions import TemplateActions

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, sample):
    return context_on(sample, TODAY)


@pytest.fixture
def page(show_page, context):
    return show_page(TemplatesPage(context))


@pytest.fixture
def dialog(qtbot, context, page):
    opened = ApplyDialog(page, TemplateActions(context, page).offer())
    qtbot.addWidget(opened)
    return opened


def type_cell(qtbot, table, record_id, name, typed):
    table.edit_cell(record_id, name)
    line = table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def held(context, place=0):
    template = template_queries.all_templates(context.store.connection)[place]
    return template_queries.items(context.store.connection, template.id)


def shown(dialog, key):
    column = dialog.model.column_of(key)
    return [dialog.model.index(row, column).data() for row in range(dialog.model.rowCount())]


def test_the_page_shows_the_items_of_the_chosen_template(page, context):
    page.templates.table.select_id(template_queries.all_templates(context.store.connection)[1].id)

    assert [item.id for item in page.items.model.records()] == [
        item.id for item in held(context, 1)
    ]
    assert page.items.note.text() == "Ngày mốc là ngày cuối của quý."


def test_a_day_count_is_typed_in_its_cell(qtbot, page, context):
    type_cell(qtbot, page.items.table, held(context)[0].id, "offset", "-12")

    qtbot.waitUntil(lambda: held(context)[0].offset == -12, timeout=1000)
    qtbot.waitUntil(
        lambda: page.items.model.index(0, 0).data() == "Trước 12 ngày làm việc", timeout=1000
    )


def test_what_is_no_day_count_stays_marked_with_the_reason(qtbot, page, context):
    page.items.saver.save(held(context)[0].id, "offset", "năm")

    assert held(context)[0].offset == -20
    assert page.items.model.index(0, 0).data() == "năm"
    assert "không nhận năm" in page.items.wrong.text()


def test_two_cells_typed_in_a_row_are_both_kept(page, context):
    item = held(context)[0]
    page.items.saver.save(item.id, "title", "Kế hoạch")
    page.items.saver.save(item.id, "product", "Dự thảo")

    assert (held(context)[0].title, held(context)[0].product) == ("Kế hoạch", "Dự thảo")


def test_the_text_of_an_item_is_saved_when_it_is_left(qtbot, page, context):
    content = page.items.detail.editors["content"]
    content.setFocus()
    content.insertPlainText("Theo mẫu của năm trước")
    page.items.flush()

    assert held(context)[0].content == "Theo mẫu của năm trước"


def test_an_item_is_moved_added_and_deleted_each_as_one_step(qtbot, page, context):
    before = [item.title for item in held(context)]
    page.items.table.select_id(held(context)[1].id)
    page.items.mover.up.click()
    assert held(context)[0].title == before[1]
    page.items.start_new()
    assert held(context)[-1].title == "Việc mới"
    page.items.table.select_id(held(context)[-1].id)
    page.items.delete()

    context.store.undo()
    context.store.undo()
    context.store.undo()

    assert [item.title for item in held(context)] == before


def test_deleting_a_template_offers_the_way_back(qtbot, page, context):
    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        page.templates.delete()

    assert offered.args == ["Đã xóa mẫu “Chuẩn bị hội nghị tổng kết”"]
    assert len(template_queries.all_templates(context.store.connection)) == 1


def test_an_item_found_by_the_search_is_shown_in_its_template(page, context):
    item = held(context, 1)[2]

    page.show_record(Kind.TASK_TEMPLATE_ITEM, item.id)

    assert page.items.table.current_id() == item.id


# --- before the tasks are made


def test_the_preview_shows_each_task_with_its_date_and_what_to_look_at(dialog):
    dialog.start.setText("20/4/2018")

    assert shown(dialog, "due") == [
        "23/03/2018", "30/03/2018", "10/04/2018", "13/04/2018",
        "16/04/2018", "19/04/2018", "26/04/2018", "02/05/2018",
    ]  # fmt: skip
    assert shown(dialog, "cautions")[:3] == ["Đã qua", "Đã qua", ""]
    assert dialog.make.text() == "Tạo 8 nhiệm vụ"
    assert "2 hạn cần xem lại" in dialog.said.text()


def test_the_day_of_the_meeting_is_the_start_unless_one_was_typed(qtbot, dialog):
    dialog.conference.setCurrentIndex(1)
    dialog._follow_conference()
    assert dialog.start.text() == "05/04/2018"

    dialog.start.selectAll()
    qtbot.keyClicks(dialog.start, "9/4/2018")
    dialog.conference.setCurrentIndex(2)
    dialog._follow_conference()

    assert dialog.start.text() == "9/4/2018"


def test_only_conclusions_of_the_chosen_meeting_are_offered(dialog):
    assert not dialog.conclusion.isEnabled()
    row = next(
        n for n in range(dialog.conference.count()) if "HN-2017-01" in dialog.conference.itemText(n)
    )

    dialog.conference.setCurrentIndex(row)
    dialog._follow_conference()

    assert dialog.conclusion.isEnabled()
    assert dialog.conclusion.count() == 8


@pytest.mark.parametrize("typed", ["", "hôm kia", "31/2/2018", "31/12/9999", "=1+1"])
def test_nothing_is_made_without_a_day_that_can_be_read(dialog, typed):
    dialog.start.setText(typed)

    assert not dialog.make.isEnabled()
    assert dialog._start_row.error.text()
    assert dialog.model.rowCount() == 0


def test_applying_makes_the_tasks_as_one_step_and_offers_the_way_back(qtbot, page, context, dialog):
    before = len(task_queries.find(context.store.connection, TaskQuery(), TODAY))
    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        page.template_actions.apply(dialog.application())

    assert offered.args == ["Đã thêm 8 nhiệm vụ từ mẫu"]
    assert len(task_queries.find(context.store.connection, TaskQuery(), TODAY)) == before + 8
    context.store.undo()
    assert len(task_queries.find(context.store.connection, TaskQuery(), TODAY)) == before


# --- from the register


def test_without_a_template_the_register_leads_to_where_they_are_made(qtbot, context):
    for template in template_queries.all_templates(context.store.connection):
        template_actions.delete(context.store, template.id)
    register = TasksPage(context)
    qtbot.addWidget(register)

    with qtbot.waitSignal(register._context.navigate.requested) as asked:
        register.templates.apply.trigger()

    assert asked.args == [OpenPage(page=PageKey.TEMPLATES)]


def test_a_template_is_made_of_the_chosen_tasks(qtbot, context):
    register = TasksPage(context)
    qtbot.addWidget(register)
    register.table.selectAll()
    chosen = register.table.target_ids()[:3]

    with qtbot.waitSignal(register._context.messages.undo_offered):
        register.templates.template_actions.make(TemplateDraft(name="Mẫu", start=TODAY), chosen)

    assert len(held(context, 2)) == 3


def test_the_dialog_shows_how_far_each_task_is_from_the_start(qtbot, context, page):
    chosen = [row.task for row in task_queries.find(context.store.connection, TaskQuery(), TODAY)][
        3:5
    ]
    asked = MakeDialog(page, chosen, TODAY, context.calendar())
    qtbot.addWidget(asked)
    assert asked.lines.item(0).text().startswith("Đúng ngày mốc: ")

    asked.start.setText("3/4/2018")

    assert asked.lines.item(0).text().startswith("Trước 1 ngày làm việc: ")
    asked.accept()
    assert asked.result() == 0
    asked.name.setText("Mẫu")
    asked.accept()
    assert asked.draft() == TemplateDraft(name="Mẫu", start=date(2018, 4, 3))
