"""The preview: what is written beside what stood there, mended where it is wrong."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.ui.importing.dialog import ImportDialog
from coordapp.ui.importing.written import PreviewRow
from coordapp.ui.look.theme import Tone
from tests.files.make_workbooks import a_book

TITLES = ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Trạng thái"]
ROWS = (
    [1, "Rà soát các hộ vay vốn", "Hội Nông Dâm tỉnh", "30/6", "Cơ bản xong"],
    [2, "Tập huấn cho cán bộ", "HND", "31/02/2018", None],
    [3, "Tổng kết phong trào", "HND, Tỉnh Đoàn", date(2018, 6, 30), None],
    [4, "Kiểm tra cơ sở", "Sở Lạ", date(2018, 6, 30), None],
    [5, "Viết báo cáo quý", "Hội Quen", date(2018, 6, 30), None],
    ["Cộng", "5 việc", None, None, None],
)


@pytest.fixture
def dialog(qtbot, open_window, sample, tmp_path: Path, monkeypatch) -> ImportDialog:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "sổ.xlsx"
    a_book(["SỔ NĂM 2018"], TITLES, *ROWS).save(path)
    importer = open_window(sample)._files.importing
    importer._source = path
    workbook = import_reading.read(path, Progress().step)
    dialog = ImportDialog(importer.offered("Nhập từ Excel", workbook, ImportChoices()))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.planned, timeout=5000):
        dialog.show()
    return dialog


def cell(dialog: ImportDialog, row: int, held: ImportColumn):
    """Give the cell of a row of the file and a column."""
    model = dialog.preview.model
    place = [shown.row for shown in map(model.record, range(model.rowCount()))].index(row)
    keys = [column.key for column in model.columns]
    return model.index(place, keys.index(held.value))


def shown(dialog: ImportDialog, row: int, held: ImportColumn) -> str:
    return cell(dialog, row, held).data(Qt.ItemDataRole.DisplayRole)


def outcome(dialog: ImportDialog, row: int) -> RowOutcome:
    return next(planned.outcome for planned in dialog.agreed.plan.rows if planned.row == row)


def test_what_is_written_stands_beside_what_stood_there(dialog) -> None:
    text = shown(dialog, 3, ImportColumn.DUE)

    assert "30/06/2018" in text
    assert "30/6" in text.replace("30/06/2018", "")
    assert "HND" in shown(dialog, 3, ImportColumn.LEAD)
    assert "Hội Nông Dâm tỉnh" in shown(dialog, 3, ImportColumn.LEAD)
    assert "Đang thực hiện" in shown(dialog, 3, ImportColumn.STATE)


def test_what_was_assumed_is_amber_and_what_is_not_taken_red(dialog) -> None:
    columns = {column.key: column for column in dialog.preview.model.columns}
    rows = {row.row: row for row in map(dialog.preview.model.record, range(5))}

    def tone(row: int, held: ImportColumn):
        return columns[held.value].tone(rows[row])

    assert tone(3, ImportColumn.DUE) is tone(3, ImportColumn.LEAD) is Tone.DUE_SOON
    assert tone(4, ImportColumn.DUE) is tone(6, ImportColumn.LEAD) is Tone.OVERDUE
    assert tone(4, ImportColumn.LEAD) is None


def test_a_wrong_cell_is_mended_in_the_preview(qtbot, dialog) -> None:
    place = cell(dialog, 4, ImportColumn.DUE)
    assert place.data(Qt.ItemDataRole.EditRole) == "31/02/2018"

    with qtbot.waitSignal(dialog.planned, timeout=5000):
        assert dialog.preview.model.setData(place, "28/02/2018", Qt.ItemDataRole.EditRole)

    assert outcome(dialog, 4) is RowOutcome.NEW
    assert "28/02/2018" in shown(dialog, 4, ImportColumn.DUE)
    assert dialog.agreed.choices.corrections == {("Sheet", 4, 4): "28/02/2018"}


def test_all_unknown_units_are_added_in_one_step(qtbot, dialog) -> None:
    assert dialog.side.unknown.all_new.text() == "Thêm tất cả 2 đơn vị mới"

    with qtbot.waitSignal(dialog.planned, timeout=5000):
        dialog.side.unknown.all_new.click()

    assert dialog.agreed.choices.new_units == ("Sở Lạ", "Hội Quen")
    assert outcome(dialog, 6) is outcome(dialog, 7) is RowOutcome.NEW
    assert not dialog.side.unknown.all_new.isVisibleTo(dialog)


def test_two_leads_are_asked_about_once_for_all(qtbot, dialog) -> None:
    assert outcome(dialog, 5) is RowOutcome.REJECTED
    policy = dialog.side.policy
    assert policy.isVisibleTo(dialog)

    with qtbot.waitSignal(dialog.planned, timeout=5000):
        policy.setCurrentIndex(policy.findData(LeadPolicy.SPLIT))
        policy.activated.emit(policy.currentIndex())

    assert [row.part for row in dialog.agreed.plan.rows if row.row == 5] == [1, 2]


def test_rows_passed_over_are_listed_with_their_reasons(dialog) -> None:
    model = dialog.passed.model
    told = [
        [model.index(row, column).data() for column in range(1, 4)]
        for row in range(model.rowCount())
    ]

    assert dialog.tabs.tabText(1) == "Dòng bỏ qua (3)"
    assert told[-1] == ["8", "dòng cộng", "Cộng | 5 việc"]
    assert dialog.counts.text() == (
        "8 dòng có chữ: mới 1, thay đổi 0, giữ nguyên 0, không nhận 4, bỏ qua 3"
    )


@pytest.mark.parametrize(
    ("written", "stood", "shown"),
    [
        ("01/04/2018", "1/4/2018", "01/04/2018"),
        ("01/04/2018", "1.4.2018", "01/04/2018"),
        ("01/04/2018", "01/4", "01/04/2018  ← 01/4"),
        ("HND", "Hội Nông dân", "HND  ← Hội Nông dân"),
    ],
)
def test_what_stood_there_is_shown_only_where_it_says_something_else(written, stood, shown) -> None:
    row = PreviewRow(
        key=(0, 1, 0),
        sheet="",
        outcome=RowOutcome.NEW,
        written={ImportColumn.DUE: written},
        stood={ImportColumn.DUE: stood},
    )

    assert row.shown(ImportColumn.DUE) == shown
