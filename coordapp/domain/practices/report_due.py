"""Reports that units owe: for which period, until when, and what came."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBehind:
    """A report that not every unit sent in time: who still owes it, and who sent it late."""

    report: ReportDue
    missing: tuple[UnitId, ...]
    late: tuple[UnitId, ...] = ()


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


def behind(
    reports: Iterable[ReportDue], receipts: Iterable[ReportReceipt], today: date
) -> list[ReportBehind]:
    """Find the reports that units still owe after their day, longest overdue first."""
    held: dict[ReportDueId, list[ReportReceipt]] = {}
    for receipt in receipts:
        held.setdefault(receipt.report_due_id, []).append(receipt)
    found = []
    for report in sorted(reports, key=lambda one: (one.due_on, one.code)):
        states = [
            (one.unit_id, receipt_state(report, one, today)) for one in held.get(report.id, ())
        ]
        missing = tuple(unit for unit, state in states if state is ReceiptState.MISSING)
        late = tuple(unit for unit, state in states if state is ReceiptState.LATE)
        if missing:
            found.append(ReportBehind(report=report, missing=missing, late=late))
    return found
