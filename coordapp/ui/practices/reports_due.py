"""Reports that units owe: the board of one report, with what came when."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.domain.indicators.indicator import year_of
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ReportDueId, ReportReceiptId
from coordapp.domain.practices.report_due import (
    ReceiptState,
    ReportDue,
    ReportReceipt,
    receipt_state,
)
from coordapp.domain.words.case_labels import RECEIPT_STATE
from coordapp.services.practices import report_due_actions
from coordapp.store import Store
from coordapp.store.file.tables import REPORT_RECEIPTS, REPORTS_DUE
from coordapp.store.queries import report_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.look.theme import Tone
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.split import Split

_LIST = 430  # wide at first; in pixels
_NONE = ReportDueId(0)
_TONES = {ReceiptState.LATE: Tone.DUE_SOON, ReceiptState.MISSING: Tone.OVERDUE}


class ReportsDueView(QWidget):
    """The reports asked for at the left, where each unit stands at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports = RecordListEditor(context, _report_list(context), None)
        # reports are asked for by the button of the page
        self.reports.add.hide()
        self.receipts = ReceiptsEditor(context)
        self.files = (
            RecordFiles(context, self.reports, Kind.REPORT_DUE, "title"),
            RecordFiles(context, self.receipts, Kind.REPORT_RECEIPT, "paper"),
        )
        split = Split((self.reports, self.receipts), (_LIST, _LIST + 100), wide=1, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self.reports.table.selected.connect(self._show_receipts)

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.reports.refresh()
        self._show_receipts()

    @Slot()
    def _show_receipts(self) -> None:
        self.receipts.show_report(self.reports.table.current_record())

    def show_record(self, record_id: int) -> None:
        """Select a report."""
        self.reports.table.select_id(record_id)
        self.reports.table.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        self.reports.flush()
        self.receipts.flush()


class ReceiptsEditor(RecordListEditor[ReportReceipt, ReportDueId]):
    """Every unit is asked when the report is; one can be released, or asked again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._names: dict[int, str] = {}
        self._report: list[ReportDue] = []
        records = _receipt_list(context, self._names, self._report)
        super().__init__(context, records, _NONE, parent)
        self.came = button("Đã nhận hôm nay", "plain", "check")
        self.head.addWidget(self.came)
        self.came.clicked.connect(self.note_today)

    def show_report(self, report: ReportDue | None) -> None:
        """Show who owes a report; nothing without one."""
        self._report[:] = [] if report is None else [report]
        self.setEnabled(report is not None)
        self.title.setText("Các đơn vị" if report is None else report.title)
        self.show_of(_NONE if report is None else report.id)

    @Slot()
    def refresh(self) -> None:
        """Read who owes the report again."""
        units = unit_queries.all_units(self._context.store.connection)
        # the column keeps this very mapping, so it is filled and not replaced
        self._names.clear()
        self._names.update((unit.id, unit.name) for unit in units)
        super().refresh()
        self.came.setEnabled(bool(self.model.rowCount()))

    @Slot()
    def note_today(self) -> None:
        """Note that the report of the current unit came today."""
        receipt = self.table.current_record()
        if receipt is not None:
            today = self._context.today
            self._context.run(lambda: self.save(receipt.id, "received_on", today))


def _report_list(context: Context) -> RecordList[ReportDue, None]:
    return RecordList(
        table=REPORTS_DUE,
        name="Báo cáo phải gửi",
        empty=(
            "Chưa yêu cầu báo cáo nào",
            "Thêm báo cáo: mọi đơn vị trong sổ được ghi là phải gửi.",
        ),
        add_text="Yêu cầu báo cáo",
        first="title",
        columns=partial(_report_columns, context.read_date),
        detail=(DetailField(name="paper", title="Văn bản yêu cầu", row=0, column=0),),
        read=lambda reader, _: report_queries.all_reports_due(reader),
        blank=lambda _owner, _reports: ReportDue(
            id=_NONE,
            code="",
            title="Báo cáo mới",
            period=f"{context.today.year}-Q{(context.today.month + 2) // 3}",
            due_on=context.today,
        ),
        add=_ask_every_unit,
        edit=lambda store, report, _: report_due_actions.edit(store, report),
        delete=Deletion(
            action=lambda store, report: report_due_actions.delete(store, report.id),
            message=lambda report: f"Đã xóa báo cáo {report.code}",
            key_words="Xóa báo cáo",
        ),
    )


def _ask_every_unit(store: Store, report: ReportDue) -> ReportDue:
    units = unit_queries.receiving(store.connection, report.due_on)
    return report_due_actions.ask(store, report, [unit.id for unit in units])


def _report_columns(
    read_date: Callable[[str], date | None], saver: CellSaver[ReportDue]
) -> Sequence[Column[ReportDue]]:
    return (
        saver.column("title", "Tên báo cáo", stretch=True, read=some_line),
        saver.column("period", "Kỳ", width=86, read=_period, tip="2018, 2018-Q1, 2018-H1, 2018-03"),
        saver.day("due_on", "Hạn gửi", partial(_some_day, read_date)),
    )


def _some_day(read_date: Callable[[str], date | None], typed: str) -> date:
    """Read a day that may not be missing. Raises RuleViolation: date_unreadable."""
    day = read_date(typed)
    if day is None:
        raise RuleViolation("date_unreadable", typed=typed)
    return day


def _period(typed: str) -> str:
    """Read a period. Raises RuleViolation: period_unreadable."""
    text = typed.strip()
    year_of(text)
    return text


def _receipt_list(
    context: Context, names: dict[int, str], report: list[ReportDue]
) -> RecordList[ReportReceipt, ReportDueId]:
    return RecordList(
        table=REPORT_RECEIPTS,
        name="Các đơn vị",
        empty=("Chưa có đơn vị nào phải gửi", "Chọn một báo cáo ở bên trái."),
        add_text="Thêm đơn vị",
        first="paper",
        columns=partial(_receipt_columns, context, names, report),
        read=report_queries.receipts,
        blank=partial(_blank_receipt, context),
        add=report_due_actions.add_receipt,
        edit=lambda store, receipt, _: report_due_actions.edit_receipt(store, receipt),
        delete=Deletion(
            action=lambda store, receipt: report_due_actions.delete_receipt(store, receipt.id),
            message=lambda receipt: f"{names.get(receipt.unit_id, 'Đơn vị')} không phải gửi nữa",
            key_words="Bỏ đơn vị",
        ),
    )


def _blank_receipt(
    context: Context, report_id: ReportDueId, receipts: Sequence[ReportReceipt]
) -> ReportReceipt:
    """Give the first unit that does not owe the report. Raises RuleViolation: every_unit_asked."""
    reader = context.store.connection
    due_on = REPORTS_DUE.get(reader, report_id).due_on
    asked = {receipt.unit_id for receipt in receipts}
    offered = (unit.id for unit in unit_queries.receiving(reader, due_on))
    free = next((unit_id for unit_id in offered if unit_id not in asked), None)
    if free is None:
        raise RuleViolation("every_unit_asked")
    return ReportReceipt(id=ReportReceiptId(0), report_due_id=report_id, unit_id=free)


def _receipt_columns(
    context: Context,
    names: dict[int, str],
    report: list[ReportDue],
    saver: CellSaver[ReportReceipt],
) -> Sequence[Column[ReportReceipt]]:
    def state(receipt: ReportReceipt) -> ReceiptState | None:
        return receipt_state(report[0], receipt, context.today) if report else None

    def said(receipt: ReportReceipt) -> str:
        found = state(receipt)
        return "" if found is None else RECEIPT_STATE[found]

    def tone(receipt: ReportReceipt) -> Tone | None:
        found = state(receipt)
        return None if found is None else _TONES.get(found)

    return (
        Column(
            key="unit",
            title="Đơn vị",
            stretch=True,
            text=lambda receipt: names.get(receipt.unit_id, ""),
        ),
        saver.day("received_on", "Ngày nhận", context.read_date),
        Column(key="state", title="Tình trạng", width=136, text=said, tone=tone),
        saver.column("paper", "Số, ký hiệu", width=96),
        saver.column("note", "Ghi chú", width=90),
    )
