"""Queries over the reports that units owe."""

from datetime import date

from coordapp.domain.kernel.ids import ReportDueId
from coordapp.domain.practices.report_due import ReportBehind, ReportDue, ReportReceipt, behind
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import REPORT_RECEIPTS, REPORTS_DUE


def all_reports_due(connection: Reader) -> list[ReportDue]:
    """Read the reports asked for, the latest due first."""
    return REPORTS_DUE.where(connection, "1 order by due_on desc, code desc")


def receipts(connection: Reader, report_id: ReportDueId) -> list[ReportReceipt]:
    """Read who owes a report, in the order of protocol."""
    return REPORT_RECEIPTS.where(
        connection,
        "report_due_id = ? order by (select u.position from unit u where u.id = unit_id), unit_id",
        (report_id,),
    )


def all_receipts(connection: Reader) -> list[ReportReceipt]:
    """Read who owes which report, in the order of protocol."""
    return REPORT_RECEIPTS.where(
        connection, "1 order by (select u.position from unit u where u.id = unit_id), unit_id"
    )


def reports_behind(connection: Reader, today: date) -> list[ReportBehind]:
    """Read the reports that units still owe after their day, longest overdue first."""
    overdue = REPORTS_DUE.where(connection, "due_on < ?", (today.isoformat(),))
    return behind(overdue, all_receipts(connection) if overdue else (), today)
