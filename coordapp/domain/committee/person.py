"""People of the committee, by post."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PersonId, UnitId


class CommitteeRole(Enum):
    """Role inside the committee; NONE for a recorder or guest from outside."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    SECRETARY = "secretary"
    NONE = "none"


class FormOfAddress(Enum):
    """How papers speak of a person; NONE where the office has not said."""

    NONE = "none"
    MR = "mr"
    MRS = "mrs"
    COMRADE = "comrade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A post-holder; the full name may be empty where only the post is known."""

    id: PersonId
    full_name: str
    post: str
    rank: str = ""
    unit_id: UnitId | None = None
    role: CommitteeRole = CommitteeRole.MEMBER
    position: int = 0
    role_from: date | None = None
    role_to: date | None = None
    decision_number: str = ""
    address: FormOfAddress = FormOfAddress.NONE

    @property
    def shown(self) -> str:
        """Name for lists: the person's name, or the post where no name is known."""
        return self.full_name or self.post


def is_member(person: Person) -> bool:
    """Tell whether somebody belongs to the committee."""
    return person.role is not CommitteeRole.NONE


def in_office(person: Person, day: date) -> bool:
    """Tell whether somebody holds the role on a day; both ends of it count."""
    begun = person.role_from is None or person.role_from <= day
    return begun and (person.role_to is None or day <= person.role_to)


def ensure_in_order(person: Person) -> None:
    """Refuse a role that ends before it begins. Raises RuleViolation: role_ends_first."""
    begun, ended = person.role_from, person.role_to
    if begun is not None and ended is not None and ended < begun:
        raise RuleViolation("role_ends_first", begun=dates.short(begun), ended=dates.short(ended))
