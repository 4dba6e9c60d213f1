"""What every page is given: the store, the bus, the jobs, the doors out, the day."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.known_person import KnownPerson
from coordapp.store import Store
from coordapp.store.queries import day_off_queries, unit_queries
from coordapp.ui.kit.bus import Bus
from coordapp.ui.kit.jobs import Jobs
from coordapp.ui.kit.messages import Messages
from coordapp.ui.kit.navigation import Navigator
from coordapp.ui.kit.run import Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Handed down at construction; nothing here is global."""

    store: Store
    bus: Bus
    jobs: Jobs
    run: Runner
    messages: Messages
    navigate: Navigator
    today: date

    def calendar(self) -> Calendar:
        """Read the days the office works, as the table of days off now has them."""
        return day_off_queries.calendar(self.store.connection)

    def people(self) -> list[KnownPerson]:
        """Read everybody whose name may be typed again."""
        return unit_queries.known_people(self.store.connection)

    def read_deadline(self, typed: str) -> Deadline:
        """Read a typed deadline, whatever it gives."""
        from coordapp.domain.calendar.typed_deadline import read_typed

        return read_typed(typed, self.today, self.calendar())

    def read_due(self, typed: str) -> date | Deadline | None:
        """Read a typed day, or words that are kept without one.

        Raises RuleViolation: date_unreadable, date_impossible.
        """
        # the grammar of deadlines takes a while to load: not before somebody types one
        from coordapp.domain.calendar.typed_deadline import deadline_of

        said = deadline_of(typed, self.today, self.calendar())
        return said if said.wording and said.due is None else said.due

    def read_date(self, typed: str) -> date | None:
        """Read a typed date. Raises RuleViolation: date_unreadable, date_impossible."""
        return dates.parse(typed, self.today, self.calendar())
