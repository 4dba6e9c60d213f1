"""When something is due soon: within the committee's own number of days, today among them.

Every list, figure, slip and reminder asks here, so that one number of days is meant everywhere.
"""

from datetime import date, timedelta

USUAL_DAYS = 3  # until the committee says otherwise; Source: resources/docs/forms.md 4.2


def is_due_soon(due: date, today: date, days: int) -> bool:
    """Tell whether a day that has not passed is among the days named soon.

    Unit: `days` in calendar days; today is day 0.
    """
    return 0 <= (due - today).days <= days


def last_due_soon(today: date, days: int) -> date:
    """Give the last day that is due soon; the calendar ends before some numbers do.

    Unit: `days` in calendar days.
    """
    return today + timedelta(min(days, (date.max - today).days))
