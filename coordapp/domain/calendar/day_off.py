"""Days off and make-up working days."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.kernel.ids import DayOffId


class DayOffKind(Enum):
    """A day without work, or a weekend day that is worked instead."""

    OFF = "off"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """One row of the office calendar; `source` is the paper that says so."""

    id: DayOffId
    day: date
    kind: DayOffKind
    source: str
    confirmed: bool
