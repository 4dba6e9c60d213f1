"""Several rows of the register selected: the bar below it, what is copied, what fills down."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.importing.clipboard import from_tabs
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.header import untitled
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.labels import WORK_STATE
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from coordapp.ui.importing.dialog import ImportDialog
from coordapp.ui.importing.import_actions import ImportActions
from coordapp.ui.kit.navigation import TaskChip

HOSTILE = (
    "có\ttab", "hai\ndòng", '"trong ngoặc"', '"', 'nửa "ngoặc', "  thụt vào", "\xa0trống\xa0",
    "=1+1", "+84", "(xóa)", "Tổng số", "Ghi chú", "Thư ký", "-", "NV-2018-001", "Nhiệm vụ", "1/2",
    "tổ hợp e\u0301\u0323", "\u200bẩn", "\ufeff", "½ ²", "😀", "STT", "<b>đậm</b>",
)  # fmt: skip


@pytest.fixture
def window(window):
    window.go("tasks")
    return window


@pytest.fixture
def page(window):
    return window.page("tasks")


def select(page, *rows: int, column: str = "lead") -> list[Task]:
    """Select rows, the first of them current."""
    model, selection = page.model, page.table.selectionModel()
    flag = selection.SelectionFlag
    # said outright, for a key pressed before may still count as held down
    current = model.index(rows[0], model.column_of(column))
    selection.setCurrentIndex(current, flag.ClearAndSelect | flag.Rows)
    for row in rows:
        selection.select(model.index(row, 0), flag.Select | flag.Rows)
    return [model.record(row).task for row in rows]


def row_of(page, code: str) -> int:
    return next(n for n, row in enumerate(page.model.records()) if row.task.code == code)


def stored(window, task: Task) -> Task:
    return TASKS.get(window.context.store.connection, task.id)


# --- the bar


def test_the_bar_comes_with_the_second_row_and_goes_with_it(qtbot, page) -> None:
    bar = page.selection
    select(page, 2)
    qtbot.wait(20)
    assert not bar.isVisible()

    select(page, 2, 3, 5)
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "3 nhiệm vụ đang chọn"

    qtbot.mouseClick(bar.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert page.table.target_ids() == [page.table.current_id()]


def test_the_bar_does_what_the_menu_does(qtbot, window, page) -> None:
    before = len(TASKS.where(window.context.store.connection, "1"))
    select(page, 0, 1)
    qtbot.waitUntil(page.selection.isVisible)

    qtbot.mouseClick(page.selection.buttons["Nhân bản"], Qt.MouseButton.LeftButton)

    assert len(TASKS.where(window.context.store.connection, "1")) == before + 2
    assert [action.text() for action in page.bulk.on_rows] == list(page.selection.buttons)[:3]


def test_the_bar_goes_with_the_rows_that_are_deleted(qtbot, window, page) -> None:
    select(page, 0, 1)
    qtbot.waitUntil(page.selection.isVisible)

    qtbot.mouseClick(page.selection.buttons["Xóa"], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not page.selection.isVisible())
    window.undo()


# --- filling down and changing


def test_the_topmost_row_fills_whichever_row_is_current(qtbot, window, page) -> None:
    top, below = row_of(page, "NV-2018-018"), row_of(page, "NV-2018-020")
    first, last = page.model.record(top).task, page.model.record(below).task
    assert first.lead_unit_id != last.lead_unit_id
    select(page, below, top)
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert stored(window, last).lead_unit_id == first.lead_unit_id
    assert stored(window, first) == first
    window.undo()
    assert stored(window, last) == last


def test_a_parent_on_top_has_nothing_to_fill_down(qtbot, window, page) -> None:
    given = row_of(page, "NV-2018-010")
    below = replace(
        page.model.record(given).task, id=TaskId(0), parent_id=page.model.record(given).id
    )
    task_actions.add(window.context.store, TaskDraft(task=below), SAMPLE_DAY)
    window.context.bus.deliver()
    page.filters.show_only(TaskChip.GATHERING)
    parent, other = select(page, row_of(page, "NV-2018-001"), row_of(page, "NV-2018-010"))

    with qtbot.waitSignal(page._context.messages.said) as said:
        page.bulk.fill_down()

    assert parent.code in said.args[0]
    assert stored(window, other) == other


def test_a_closed_row_refuses_all_and_is_named(qtbot, window, page) -> None:
    open_row, done = row_of(page, "NV-2018-018"), row_of(page, "NV-2018-021")
    chosen = select(page, open_row, done, column="due")

    with qtbot.waitSignal(window.context.run.refused) as refused:
        page.bulk.fill_down()

    assert "NV-2018-021" in refused.args[0]
    assert [stored(window, task) for task in chosen] == chosen


def test_a_parent_that_is_left_out_is_named(qtbot, window, page) -> None:
    reader = window.context.store.connection
    codes = [f"NV-2018-{number}" for number in ("001", "018", "020")]
    rows = [task_queries.row_by_code(reader, code, SAMPLE_DAY) for code in codes]
    wanted = [the_lead_of(rows[1])]

    with qtbot.waitSignal(page._context.messages.undo_offered) as told:
        page.bulk.apply(rows, wanted)

    assert told.args == ["Đã sửa 1 nhiệm vụ; không sửa nhiệm vụ chung NV-2018-001"]


def test_what_is_so_already_offers_no_way_back(qtbot, window, page) -> None:
    select(page, row_of(page, "NV-2018-018"))
    (row,) = page.table.targets()
    steps = list(window.context.store.undo_steps)

    with (
        qtbot.assertNotEmitted(page._context.messages.undo_offered),
        qtbot.waitSignal(page._context.messages.said) as said,
    ):
        page.bulk.apply([row], [the_lead_of(row)])

    assert said.args[0].startswith("Các nhiệm vụ đã như vậy sẵn")
    assert window.context.store.undo_steps == steps


def the_lead_of(row) -> BulkChange:
    return BulkChange(field=BulkField.LEAD, value=row.task.lead_unit_id)


# --- copying


def test_what_is_copied_has_the_titles_of_the_columns_shown(page) -> None:
    (task,) = select(page, row_of(page, "NV-2018-018"))

    page.table.copy_selection()

    titles, cells = from_tabs(QGuiApplication.clipboard().text())
    assert titles == ["Mã", "Nhiệm vụ", "Đơn vị chủ trì", "Hạn", "Tình trạng hạn", "Trạng thái"]
    assert cells[0] == task.code
    assert cells[-1] == WORK_STATE[task.work_state]


def test_excel_gets_texts_as_texts_and_days_as_days(window, page, qtbot) -> None:
    title = '=1+1\nhai <b> "dòng"'
    made = task_actions.add(
        window.context.store,
        TaskDraft(task=Task(id=TaskId(0), code="", title=title, due=SAMPLE_DAY)),
        SAMPLE_DAY,
    )
    qtbot.waitUntil(lambda: made.code in [row.task.code for row in page.model.records()])
    select(page, row_of(page, made.code))

    page.table.copy_selection()

    data: QMimeData = QGuiApplication.clipboard().mimeData()
    assert "<td>31/03/2018</td>" in data.html()
    assert '<td class="t" sdnum="1033;0;@">=1+1 hai &lt;b&gt; &quot;dòng&quot;</td>' in data.html()
    assert 'mso-number-format:"\\@"' in data.html()


def test_copying_nothing_keeps_what_was_copied(page) -> None:
    QGuiApplication.clipboard().setText("quý giá")
    page.table.clearSelection()

    page.table.copy_selection()

    assert QGuiApplication.clipboard().text() == "quý giá"


# --- copied and pasted


def _state_of(number: int) -> WorkState:
    return list(WorkState)[number % 7]


def add_hostile(window) -> None:
    store = window.context.store
    leads = itertools.cycle([1, None, 2, 3])
    for number, title in enumerate(HOSTILE):
        task = Task(
            id=TaskId(0),
            code="",
            title=title,
            lead_unit_id=next(leads),
            due=SAMPLE_DAY + timedelta(number - 6) if number % 3 else None,
            deadline_kind=list(DeadlineKind)[number % 4],
            deadline_wording="hằng quý" if number % 2 else "",
            work_state=_state_of(number),
            percent=number if number % 2 else None,
        )
        task_actions.add(
            store, TaskDraft(task=task, coordination=((5, ""), (4, "số liệu"))), SAMPLE_DAY
        )


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_rows_and_columns_copied_and_pasted_change_nothing(window, page, qtbot, data) -> None:
    if page.model.rowCount() < 40:
        # drafts stand under a chip of their own
        given = sum(_state_of(n) is not WorkState.DRAFT for n in range(len(HOSTILE)))
        whole = page.model.rowCount() + given
        add_hostile(window)
        qtbot.waitUntil(lambda: page.model.rowCount() == whole)
    header, columns = page.table.horizontalHeader(), page.model.columns
    order = data.draw(st.permutations(range(len(columns))))
    hidden = data.draw(st.sets(st.sampled_from(range(2, len(columns)))))
    for place, n in enumerate(order):
        header.moveSection(header.visualIndex(n), place)
        header.setSectionHidden(n, n in hidden)
    page.table.selectAll()

    page.table.copy_selection()
    rows = from_tabs(QGuiApplication.clipboard().text())

    sheet = Sheet(name="dán", rows=rows)
    connection = window.context.store.connection
    choices = import_reading.pasted_choices(connection, sheet, [], SAMPLE_DAY)
    assert choices.header is None
    _, plan = import_reading.plan(connection, Workbook(sheets=(sheet,)), choices, SAMPLE_DAY)
    assert len(plan.rows) == page.model.rowCount()
    assert [row for row in plan.rows if row.outcome is not RowOutcome.SAME] == []


def test_paste_while_typing_in_a_cell_is_an_ordinary_paste(qtbot, page, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(ImportActions, "paste", lambda *_: asked.append("dialog"))
    row = row_of(page, "NV-2018-018")
    page.table.setCurrentIndex(page.model.index(row, page.model.column_of("due")))
    page.table.setFocus()
    page.table.edit(page.table.currentIndex())
    editor = page.table.findChild(QLineEdit)
    editor.selectAll()
    QGuiApplication.clipboard().setText("30/6/2018")

    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert editor.text() == "30/6/2018"
    assert asked == []


def test_nothing_to_paste_is_said(qtbot, page) -> None:
    QGuiApplication.clipboard().setText(" \n\t")

    with qtbot.waitSignal(page._context.messages.said) as said:
        page.bulk.paste()

    assert said.args[0].startswith("Chưa có gì để dán")


# --- rows without titles


def test_columns_without_titles_are_named_by_hand(qtbot, window, page) -> None:
    book = Workbook(sheets=(Sheet(name="dán", rows=[["Sở Lạ", "Việc một"], ["HND", "Việc hai"]]),))
    offered = ImportActions(window.context, window).offered(
        "Dán",
        book,
        ImportChoices(on_screen=True, header=untitled(book.sheets[0], {0: ImportColumn.WORK})),
    )
    dialog = ImportDialog(offered)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.planned):
        dialog.show()
    assert dialog.side.header.text() == "không có"

    with qtbot.waitSignal(dialog.planned):
        for column, held in ((1, ImportColumn.WORK), (0, ImportColumn.LEAD)):
            box = dialog.side.columns.boxes[column]
            box.setCurrentIndex(box.findData(held))
            box.activated.emit(box.currentIndex())

    plan = dialog.agreed.plan
    assert [(row.row, row.outcome) for row in plan.rows] == [
        (1, RowOutcome.REJECTED),
        (2, RowOutcome.NEW),
    ]
    dialog.copy_rejected()
    rows = from_tabs(QGuiApplication.clipboard().text())
    assert rows[0] == ["Đơn vị chủ trì", "Nội dung nhiệm vụ", "Lý do không nhận"]
    assert rows[1][:2] == ["Sở Lạ", "Việc một"]


def test_a_table_may_be_said_to_have_no_titles(qtbot, window, page) -> None:
    book = Workbook(sheets=(Sheet(name="x", rows=[["Nhiệm vụ", "Chủ trì"], ["Việc", "HND"]]),))
    dialog = ImportDialog(
        ImportActions(window.context, window).offered("Nhập", book, ImportChoices())
    )
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.planned):
        dialog.show()
    assert dialog.side.header.value() == 1

    with qtbot.waitSignal(dialog.planned):
        dialog.side.header.setValue(0)

    assert dialog.agreed is None
    assert not dialog.write.isEnabled()
    assert dialog.message.isVisible()
    assert set(dialog.side.columns.boxes) == {0, 1}

    with qtbot.waitSignal(dialog.planned):
        box = dialog.side.columns.boxes[0]
        box.setCurrentIndex(box.findData(ImportColumn.WORK))
        box.activated.emit(box.currentIndex())

    assert not dialog.message.isVisible()
    assert [row.task.title for row in dialog.agreed.plan.rows] == ["Nhiệm vụ", "Việc"]
