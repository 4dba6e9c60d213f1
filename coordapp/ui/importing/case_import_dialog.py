"""Shows what becomes of each row of a list of indicators or models, before it is written."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.importing.case_rows import CaseOutcome, CaseRow, CaseTable
from coordapp.domain.importing.labels import CASE_OUTCOME
from coordapp.domain.importing.workbook import Workbook
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words import messages
from coordapp.services.importing import case_import, import_reading
from coordapp.services.importing.case_import import CaseKind
from coordapp.store import Reader
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Job
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.reading import ReadingDialog
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import ask_source

_TABLES = "Bảng (*.xlsx *.xlsm *.xls *.ods *.csv)"
_TITLES = {"indicators": "Nhập chỉ tiêu từ bảng", "practices": "Nhập mô hình từ bảng"}
_DONE = {"indicators": "Đã nhập {} dòng chỉ tiêu", "practices": "Đã nhập {} mô hình"}


class CaseImportDialog(Dialog):
    """Every row has its verdict; only new and changed ones are written."""

    def __init__(self, title: str, rows: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(820, 520)
        self.rows = QTableWidget(len(rows), 4)
        self.rows.setAccessibleName("Các dòng của bảng")
        self.rows.setHorizontalHeaderLabels(["Dòng", "Tên", "Kết quả", "Lý do, phần tự hiểu"])
        self.rows.verticalHeader().hide()
        self.rows.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.rows.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for place, row in enumerate(rows):
            for column, text in enumerate(_cells(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.rows.setItem(place, column, item)
        count = len(case_import.written(rows))
        buttons = QDialogButtonBox()
        self.take = buttons.addButton(f"Nhập {count} dòng", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(count > 0)
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        column_box = QVBoxLayout(self)
        column_box.addWidget(label(_summary(rows)))
        column_box.addWidget(self.rows, 1)
        column_box.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @staticmethod
    def agrees(title: str, rows: Sequence[CaseRow], parent: QWidget) -> bool:
        """Show the rows; tell whether they shall be written."""
        dialog = CaseImportDialog(title, rows, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return chosen


class CaseImport(QObject):
    """Reads a list in the worker, shows its rows, writes what is new or changed."""

    def __init__(self, context: Context, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._parent = parent
        self._reading: Job | None = None

    @Slot()
    def ask_file(self) -> None:
        """Choose a file and read it; it can be cancelled."""
        folder = self._context.store.path.absolute().parent
        source = ask_source(self._parent, _TITLES[self._kind], folder, _TABLES)
        if source is None:
            return
        job = self._context.jobs.start(lambda step: import_reading.read(source, step))
        self._reading = job
        ReadingDialog(f"Đang đọc {source.name}…", job, self._parent).show()
        job.succeeded.connect(self._offer)
        job.failed.connect(self._context.run.show)

    @Slot(object)
    def _offer(self, workbook: Workbook) -> None:
        context, kind = self._context, case_import.KINDS[self._kind]
        held = context.run(lambda: _held(context.store.connection, workbook, kind))
        if not held:
            return
        found, rows = held.value
        if not CaseImportDialog.agrees(_TITLES[self._kind], rows, self._parent):
            return
        done = context.run(lambda: case_import.apply(context.store, found, kind, context.today))
        if done:
            count = len(case_import.written(done.value))
            context.messages.offer_undo(_DONE[self._kind].format(count))


def _held(reader: Reader, workbook: Workbook, kind: CaseKind) -> tuple[CaseTable, list[CaseRow]]:
    """Find the table and what becomes of its rows."""
    found = case_import.find(workbook, kind)
    return found, kind.read(reader, found)


def _cells(row: CaseRow) -> tuple[str, str, str, str]:
    reason = ""
    if row.reason:
        reason = messages.sentence(
            RuleViolation(row.reason, **({"row": row.number} | dict(row.params)))
        )
    elif row.assumed:
        reason = "Tự hiểu: " + ", ".join(value for _, value in row.assumed)
    return str(row.number), row.said["name"], CASE_OUTCOME[row.outcome], reason


def _summary(rows: Sequence[CaseRow]) -> str:
    counts = Counter(row.outcome for row in rows)
    said = [
        f"{CASE_OUTCOME[outcome].lower()} {counts[outcome]}"
        for outcome in CaseOutcome
        if counts[outcome]
    ]
    return f"{len(rows)} dòng: {', '.join(said)}." if said else "Bảng không có dòng nào."
