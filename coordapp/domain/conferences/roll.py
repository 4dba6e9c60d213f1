"""Who came to a conference and who did not, as far as the roll was taken.

Members and guests are told apart, and treated alike: nobody is present or absent whose
attendance was not noted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coordapp.domain.conferences.conference import Attendance, AttendanceState

_MISSED = (AttendanceState.EXCUSED, AttendanceState.ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One side of the roll: who came, who did not, and whose attendance nobody noted."""

    came: tuple[Attendance, ...]
    missed: tuple[Attendance, ...]
    unnoted: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RollTaken:
    """The roll of a conference."""

    members: Called
    guests: Called

    @property
    def is_taken(self) -> bool:
        """Tell whether anybody's attendance was noted; before, a paper says nothing of it."""
        return any(
            (*self.members.came, *self.members.missed, *self.guests.came, *self.guests.missed)
        )

    @property
    def present(self) -> int:
        """Count members and guests who came, substitutes among them."""
        return len(self.members.came) + len(self.guests.came)

    @property
    def unnoted(self) -> tuple[Attendance, ...]:
        """Give those whom the roll passed over."""
        return (*self.members.unnoted, *self.guests.unnoted)


def call(attending: Sequence[Attendance]) -> RollTaken:
    """Call the roll of those who were asked to come, in their order."""
    return RollTaken(
        members=_called(item for item in attending if not item.is_guest),
        guests=_called(item for item in attending if item.is_guest),
    )


def _called(people: Iterable[Attendance]) -> Called:
    listed = tuple(people)
    return Called(
        came=tuple(item for item in listed if item.came),
        missed=tuple(item for item in listed if item.state in _MISSED),
        unnoted=tuple(item for item in listed if not item.came and item.state not in _MISSED),
    )
