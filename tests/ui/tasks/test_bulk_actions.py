"""Many rows of the register at once, and tables of others, through real widgets."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from coordapp.domain.importing.labels import IMPORT_COLUMN
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.tasks.task import Urgency, WorkState
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store.file.tables import TASKS
from coordapp.ui.importing import import_actions
from coordapp.ui.importing.dialog import ImportDialog
from coordapp.ui.tasks.change_dialog import ChangeDialog
from coordapp.ui.widgets.reading import ReadingDialog
from tests.files.make_workbooks import HEAD, ROW, a_book, vni


@pytest.fixture
def window(window):
    window.go("tasks")
    return window


@pytest.fixture
def page(window):
    return window.page("tasks")


def select(page, count: int, state: WorkState = WorkState.IN_PROGRESS) -> list:
    """Select the first rows in a state and give them."""
    page.filters.state.setCurrentIndex(page.filters.state.findData(state.value))
    page.filters.changed.emit()
    model, table = page.model, page.table
    table.clearSelection()
    rows = [n for n in range(model.rowCount()) if not model.record(n).children][:count]
    chosen = [model.record(n) for n in rows]
    table.setCurrentIndex(model.index(rows[0], 2))
    flags = table.selectionModel().SelectionFlag
    for n in rows:
        table.selectionModel().select(model.index(n, 0), flags.Select | flags.Rows)
    return chosen


def task(window, row):
    return TASKS.get(window.context.store.connection, row.id)


# --- bulk change


def test_the_dialog_changes_only_what_is_chosen(window, page, monkeypatch) -> None:
    rows = select(page, 3)
    asked = []

    def answer(dialog) -> int:
        asked.append(dialog)
        dialog.urgency.setCurrentIndex(dialog.urgency.findData(Urgency.EXPRESS))
        dialog.due.setText("30/6/2018")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ChangeDialog, "exec", answer)

    page.bulk.change()

    for row in rows:
        after = task(window, row)
        assert (after.urgency, after.due) == (Urgency.EXPRESS, date(2018, 6, 30))
        assert after.lead_unit_id == row.task.lead_unit_id
    window.undo()
    assert [task(window, row) for row in rows] == [row.task for row in rows]


def test_only_states_open_to_all_are_offered(page) -> None:
    rows = select(page, 2)
    dialog = ChangeDialog(None, [r.task for r in rows], [], SAMPLE_DAY, page._context.calendar())
    states = dialog.state
    words = [states.itemText(n) for n in range(states.count())]
    assert "Đã hoàn thành" in words
    assert "Dự thảo" not in words


def test_a_dialog_that_changes_nothing_does_not_close(page) -> None:
    rows = select(page, 2)
    dialog = ChangeDialog(None, [r.task for r in rows], [], SAMPLE_DAY, page._context.calendar())
    dialog.accept()
    assert dialog.result() == 0
    assert dialog.mistakes()[0][1].startswith("Chưa chọn gì để sửa")


# --- fill down, copy, duplicate


def test_the_topmost_value_fills_the_rows_below(qtbot, window, page) -> None:
    rows = select(page, 3)
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    leads = {task(window, row).lead_unit_id for row in rows}
    assert leads == {rows[0].task.lead_unit_id}
    window.undo()
    assert [task(window, row) for row in rows] == [row.task for row in rows]


def test_filling_a_column_that_cannot_says_so(qtbot, page) -> None:
    select(page, 2)
    page.table.setCurrentIndex(page.model.index(0, 0))
    with qtbot.waitSignal(page._context.messages.said) as said:
        page.bulk.fill_down()
    assert "Cột này không điền xuống được" in said.args[0]


def test_several_rows_are_copied_as_one_step(qtbot, window, page) -> None:
    rows = select(page, 3)
    before = len(TASKS.where(window.context.store.connection, "1"))

    page.bulk.duplicate()

    assert len(TASKS.where(window.context.store.connection, "1")) == before + len(rows)
    window.undo()
    assert len(TASKS.where(window.context.store.connection, "1")) == before


# --- paste


def pasted(window, qtbot, text: str, monkeypatch, agree: bool = True):
    """Paste a text; give the dialog as it was when it had planned."""
    seen = []

    def answer(dialog) -> int:
        with qtbot.waitSignal(dialog.planned, timeout=5000):
            pass
        seen.append((dialog.counts.text(), dialog.agreed, dialog.message.text()))
        return ImportDialog.DialogCode.Accepted if agree else ImportDialog.DialogCode.Rejected

    monkeypatch.setattr(ImportDialog, "exec", answer)
    QGuiApplication.clipboard().setText(text)
    bulk = window.page("tasks").bulk
    if agree and text.strip():
        with qtbot.waitSignal(bulk._context.messages.undo_offered, timeout=5000):
            bulk.paste()
    else:
        bulk.paste()
    return seen[0] if seen else None


def test_a_large_table_is_read_behind_a_window_that_waits(qtbot, window, page, monkeypatch) -> None:
    monkeypatch.setattr(import_actions, "LARGE", 10)
    waited = []
    monkeypatch.setattr(ReadingDialog, "show", lambda dialog: waited.append(dialog.text.text()))

    _, _, message = pasted(window, qtbot, "Nhiệm vụ\tHạn\nViệc dán lớn\t31/12/2018\n", monkeypatch)

    assert waited[0] == "Đang đọc bảng đã sao chép…"
    titles = [task.title for task in TASKS.where(window.context.store.connection, "1")]
    assert "Việc dán lớn" in titles
    assert message is not None


def test_rows_copied_and_pasted_unchanged_change_nothing(qtbot, window, page, monkeypatch) -> None:
    page.table.selectAll()
    page.table.copy_selection()

    _, agreed, _ = pasted(window, qtbot, QGuiApplication.clipboard().text(), monkeypatch, False)

    verdicts = {row.outcome for row in agreed.plan.rows}
    assert verdicts == {RowOutcome.SAME}
    assert len(agreed.plan.rows) == page.model.rowCount()


def test_pasted_rows_are_new_or_change_by_their_code(qtbot, window, page, monkeypatch) -> None:
    row = select(page, 1)[0]
    text = f"Mã\tNhiệm vụ\tHạn\n{row.task.code}\t\t30/06/2018\n\tViệc vừa dán\t31/02/2018\n\tViệc tốt\t\n"

    counts, agreed, _ = pasted(window, qtbot, text, monkeypatch)

    assert counts == "4 dòng có chữ: mới 1, thay đổi 1, giữ nguyên 0, không nhận 1, bỏ qua 1"
    assert task(window, row).due == date(2018, 6, 30)
    store = window.context.store
    assert len(TASKS.where(store.connection, "title = 'Việc tốt'")) == 1
    assert TASKS.where(store.connection, "title = 'Việc vừa dán'") == []
    window.undo()
    assert task(window, row) == row.task
    assert agreed.plan.problems[0].value == "31/02/2018"


def test_rows_without_titles_are_taken_by_the_columns_on_screen(
    qtbot, window, page, monkeypatch
) -> None:
    _, agreed, _ = pasted(window, qtbot, "chỉ một cột\nhai dòng", monkeypatch, False)
    assert agreed.tables.tables[0].header.fields == {0: ImportColumn.WORK}
    assert [row.task.title for row in agreed.plan.rows] == ["chỉ một cột", "hai dòng"]
    assert [row.row for row in agreed.plan.rows] == [1, 2]


def test_an_empty_clipboard_asks_nothing(qtbot, window, monkeypatch) -> None:
    assert pasted(window, qtbot, " \n ", monkeypatch) is None


# --- a file


def a_dialog(window, qtbot, path: Path) -> ImportDialog:
    workbook = import_reading.read(path, Progress().step)
    offered = window._files.importing.offered("Nhập từ Excel", workbook, ImportChoices())
    dialog = ImportDialog(offered)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.planned, timeout=5000):
        dialog.show()
    return dialog


def planned(qtbot, dialog, gesture) -> None:
    with qtbot.waitSignal(dialog.planned, timeout=5000):
        gesture()


def test_an_unknown_unit_is_answered_and_the_row_is_taken(qtbot, window, tmp_path) -> None:
    a_book(HEAD, ROW, (2, "Hai", "Sở Lạ")).save(tmp_path / "la.xlsx")
    dialog = a_dialog(window, qtbot, tmp_path / "la.xlsx")
    assert "mới 1, thay đổi 0, giữ nguyên 0, không nhận 1" in dialog.counts.text()
    (box,) = dialog.side.unknown.findChildren(type(dialog.side.sheet))

    def answer() -> None:
        box.setCurrentIndex(1)
        box.activated.emit(1)

    planned(qtbot, dialog, answer)

    assert "mới 2, thay đổi 0, giữ nguyên 0, không nhận 0" in dialog.counts.text()
    assert dialog.write.text() == "Nhập 2 nhiệm vụ"
    assert dialog.chosen().new_units == ("Sở Lạ",)
    # the next answer is given by keys from here
    assert dialog.side.unknown.findChildren(type(dialog.side.sheet)) == [box]
    assert box.isVisible()


def test_a_column_given_another_field_is_planned_anew(qtbot, window, tmp_path) -> None:
    a_book(("STT", "Nội dung nhiệm vụ", "Gì đó"), (1, "Việc", "HND")).save(tmp_path / "cot.xlsx")
    dialog = a_dialog(window, qtbot, tmp_path / "cot.xlsx")
    box = dialog.side.columns.boxes[2]

    def choose() -> None:
        box.setCurrentIndex(box.findData(ImportColumn.LEAD))
        box.activated.emit(box.currentIndex())

    planned(qtbot, dialog, choose)

    assert dialog.agreed.plan.rows[0].task.lead_unit_id is not None


def test_old_letters_are_turned_unless_a_person_says_no(qtbot, window, tmp_path) -> None:
    vni(tmp_path / "vni.xlsx")
    dialog = a_dialog(window, qtbot, tmp_path / "vni.xlsx")
    assert dialog.side.letters.text() == "Chuyển chữ VNI sang Unicode"
    assert [row.task.title for row in dialog.agreed.plan.rows] == ["Đẩy mạnh"]

    planned(qtbot, dialog, lambda: dialog.side.letters.setChecked(False))

    assert dialog.agreed is None or dialog.agreed.plan.rows[0].task.title == "Ñaåy maïnh"


def test_rows_not_taken_are_copied_and_saved_with_their_reasons(qtbot, window, tmp_path) -> None:
    import openpyxl

    a_book(HEAD, (1, "=1+1", "Sở Lạ")).save(tmp_path / "la.xlsx")
    dialog = a_dialog(window, qtbot, tmp_path / "la.xlsx")

    dialog.copy_rejected()
    dialog.save_rejected(tmp_path / "loi.xlsx")

    assert "Không có đơn vị “Sở Lạ”" in QGuiApplication.clipboard().text()
    rows = list(openpyxl.load_workbook(tmp_path / "loi.xlsx").active.values)
    assert rows[0][-1] == "Lý do không nhận"
    assert rows[1][2] == "Sở Lạ"
    assert dialog.message.text().startswith("Đã lưu")


def test_a_file_is_brought_in_its_columns_remembered_and_undone(
    qtbot, window, tmp_path, monkeypatch
) -> None:
    a_book(("Việc gì", "Ai làm"), ("Việc lạ", "HND")).save(tmp_path / "la.xlsx")
    importer = window._files.importing

    def answer(dialog) -> int:
        for column, field in ((0, ImportColumn.WORK), (1, ImportColumn.LEAD)):
            box = dialog.side.columns.boxes[column]
            box.setCurrentIndex(box.findData(field))
            box.activated.emit(box.currentIndex())
        with qtbot.waitSignal(dialog.planned, timeout=5000):
            pass
        return ImportDialog.DialogCode.Accepted

    monkeypatch.setattr(ImportDialog, "exec", answer)

    with qtbot.waitSignal(importer._context.messages.undo_offered, timeout=5000) as told:
        importer.read(tmp_path / "la.xlsx")

    assert told.args == ["Đã nhập: 1 mới"]
    store = window.context.store
    assert len(TASKS.where(store.connection, "title = 'Việc lạ'")) == 1
    known = importer._known()
    assert list(known.values()) == [{"viec gi": "work", "ai lam": "lead"}]
    window.undo()
    assert TASKS.where(store.connection, "title = 'Việc lạ'") == []


def test_a_file_that_is_none_is_said(qtbot, window, tmp_path, caplog) -> None:
    (tmp_path / "rong.xlsx").write_bytes(b"")
    with qtbot.waitSignal(window.context.run.refused, timeout=5000) as told:
        window._files.importing.read(tmp_path / "rong.xlsx")
    assert "rỗng" in told.args[0]
    assert caplog.messages == ["source_empty"]


def test_every_column_of_the_clipboard_has_words() -> None:
    assert set(IMPORT_COLUMN) == set(ImportColumn)
