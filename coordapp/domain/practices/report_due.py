"""Reports that units owe: for which period, until when, and what came."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ReportDueId, ReportReceiptId, UnitId


class ReceiptState(Enum):
    """Where a unit stands with a report it owes, on a day."""

    ON_TIME = "on_time"
    LATE = "late"
    WAITED_FOR = "waited_for"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDue:
    """A report asked of units for a period."""

    id: ReportDueId
    code: str
    title: str
    period: str
    due_on: date
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceipt:
    """That a unit owes a report; with a day it has come."""

    id: ReportReceiptId
    report_due_id: ReportDueId
    unit_id: UnitId
    received_on: date | None = None
    paper: str = ""
    note: str = ""


def ensure_report(report: ReportDue) -> None:
    """Refuse a report nobody could write. Raises RuleViolation: report_title_missing."""
    if not report.title.strip():
        raise RuleViolation("report_title_missing")


def receipt_state(report: ReportDue, receipt: ReportReceipt, today: date) -> ReceiptState:
    """Say where a unit stands: one that came later than today has not come yet."""
    came = receipt.received_on
    if came is None or came > today:
        return ReceiptState.MISSING if today > report.due_on else ReceiptState.WAITED_FOR
    return ReceiptState.LATE if came > report.due_on else ReceiptState.ON_TIME
