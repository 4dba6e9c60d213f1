"""Which reports units still owe on a day."""

from datetime import date

from coordapp.domain.kernel.ids import ReportDueId, ReportReceiptId, UnitId
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt, behind

DUE = date(2018, 3, 20)


def a_report(number, due_on=DUE):
    return ReportDue(
        id=ReportDueId(number),
        code=f"BC-{number}",
        title="Báo cáo",
        period="2018-Q1",
        due_on=due_on,
    )


def a_receipt(unit, received_on=None, report=1):
    return ReportReceipt(
        id=ReportReceiptId(unit), report_due_id=ReportDueId(report), unit_id=UnitId(unit),
        received_on=received_on,
    )  # fmt: skip


def test_a_report_is_behind_while_one_unit_owes_it():
    receipts = [a_receipt(1, DUE), a_receipt(2, date(2018, 3, 22)), a_receipt(3)]

    (found,) = behind([a_report(1)], receipts, date(2018, 3, 25))

    assert (found.missing, found.late) == ((UnitId(3),), (UnitId(2),))


def test_nobody_is_behind_on_the_day_itself():
    assert behind([a_report(1)], [a_receipt(1)], DUE) == []


def test_a_report_that_came_after_the_day_asked_about_had_not_come_then():
    receipts = [a_receipt(1, date(2018, 3, 28))]
    (found,) = behind([a_report(1)], receipts, date(2018, 3, 25))
    assert found.missing == (UnitId(1),)


def test_what_everybody_sent_is_not_behind_however_late():
    assert behind([a_report(1)], [a_receipt(1, date(2018, 4, 1))], date(2018, 4, 2)) == []


def test_the_longest_overdue_comes_first():
    reports = [a_report(1), a_report(2, date(2018, 1, 10))]
    receipts = [a_receipt(1), a_receipt(2, report=2)]
    found = behind(reports, receipts, date(2018, 3, 25))
    assert [one.report.code for one in found] == ["BC-2", "BC-1"]
