"""What every page is given: the store, the bus, the jobs, the door for errors, the day."""

from dataclasses import dataclass
from datetime import date

from coordapp.store import Store
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
