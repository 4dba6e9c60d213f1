"""Actions on the reports that units owe."""

from collections.abc import Sequence
from dataclasses import replace

from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ReportDueId, ReportReceiptId, UnitId
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt, ensure_report
from coordapp.store import Store
from coordapp.store.file.tables import REPORT_RECEIPTS, REPORTS_DUE
from coordapp.store.queries import report_queries


def ask(store: Store, report: ReportDue, unit_ids: Sequence[UnitId]) -> ReportDue:
    """Ask units for a report. Raises RuleViolation: report_title_missing, report_of_nobody."""
    ensure_report(report)
    if not unit_ids:
        raise RuleViolation("report_of_nobody")
    with store.write(Op.ASK_FOR_REPORT) as work:
        code = work.next_code(codes.REPORT_DUE, report.due_on.year)
        made = work.add(REPORTS_DUE, replace(report, code=code))
        for unit_id in dict.fromkeys(unit_ids):
            owed = ReportReceipt(id=ReportReceiptId(0), report_due_id=made.id, unit_id=unit_id)
            work.add(REPORT_RECEIPTS, owed)
        return made


def edit(store: Store, report: ReportDue) -> None:
    """Save what is asked for. Raises RuleViolation: report_title_missing."""
    ensure_report(report)
    with store.write(Op.EDIT_REPORT_DUE) as work:
        work.put(REPORTS_DUE, report)


def delete(store: Store, report_id: ReportDueId) -> None:
    """Delete a report asked for, with what came."""
    with store.write(Op.DELETE_REPORT_DUE) as work:
        for receipt in report_queries.receipts(work.connection, report_id):
            work.drop(REPORT_RECEIPTS, receipt.id)
        work.drop(REPORTS_DUE, report_id)


def add_receipt(store: Store, receipt: ReportReceipt) -> ReportReceipt:
    """Ask one more unit for a report. Raises RuleViolation: report_owed_already."""
    with store.write(Op.ADD_REPORT_RECEIPT) as work:
        held = report_queries.receipts(work.connection, receipt.report_due_id)
        if any(one.unit_id == receipt.unit_id for one in held):
            raise RuleViolation("report_owed_already")
        return work.add(REPORT_RECEIPTS, receipt)


def edit_receipt(store: Store, receipt: ReportReceipt) -> None:
    """Note that a unit's report came, or take it back."""
    with store.write(Op.EDIT_REPORT_RECEIPT) as work:
        work.put(REPORT_RECEIPTS, receipt)


def delete_receipt(store: Store, receipt_id: ReportReceiptId) -> None:
    """Release a unit from a report."""
    with store.write(Op.DELETE_REPORT_RECEIPT) as work:
        work.drop(REPORT_RECEIPTS, receipt_id)
