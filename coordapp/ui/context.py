"""What every page is given: the store, the bus, the jobs, the door for errors, the day."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain import dates
from coordapp.domain.working_days import Calendar
from coordapp.store import Store, days_off
from coordapp.ui.bus import Bus
from coordapp.ui.jobs import Jobs
from coordapp.ui.run import Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Handed down at construction; nothing here is global."""

    store: Store
    bus: Bus
    jobs: Jobs
    run: Runner
    today: date

    def calendar(self) -> Calendar:
        """Read the days the office works, as the table of days off now has them."""
        return days_off.calendar(self.store.reader)

    def read_date(self, typed: str) -> date | None:
        """Read a typed date. Raises RuleViolation: date_unreadable, date_impossible."""
        return dates.parse(typed, self.today, self.calendar())
