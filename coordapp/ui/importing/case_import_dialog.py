"""Shows what becomes of each row of a list of indicators or models, before it is written."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
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
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words import messages
from coordapp.services.file.progress import Progress
from coordapp.services.importing import case_import, import_actions
from coordapp.services.importing.case_import import CaseKind
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.card import label
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
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)

    @Slot()
    def _take(self) -> None:
        self.accept()

    @staticmethod
    def ask(context: Context, kind: str, parent: QWidget) -> None:
        """Ask for a file, show its rows, and write those that are new or changed."""
        source = ask_source(parent, _TITLES[kind], context.store.path.parent, _TABLES)
        if source is None:
            return
        found = context.run(lambda: _read(context, source, case_import.KINDS[kind]))
        if not found:
            return
        table, rows = found.value
        dialog = CaseImportDialog(_TITLES[kind], rows, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not chosen:
            return
        done = context.run(
            lambda: case_import.apply(context.store, table, case_import.KINDS[kind], context.today)
        )
        if done:
            count = len(case_import.written(rows))
            context.messages.offer_undo(_DONE[kind].format(count))


def _read(context: Context, source: Path, kind: CaseKind) -> tuple[CaseTable, list[CaseRow]]:
    table = case_import.find(import_actions.read(source, Progress().step), kind)
    return table, kind.read(context.store.connection, table)


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
