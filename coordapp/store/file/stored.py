"""What columns hold, read into the program's own values: a value nobody knows is told in words."""

from datetime import date, datetime
from enum import Enum
from typing import Any, NoReturn, TypeVar

from coordapp.domain.kernel.errors import StoreError

E = TypeVar("E", bound=Enum)


class Members(dict[Any, E]):
    """The members of an enumeration by their values; quicker than calling the enumeration.

    Raises StoreError: value_unknown, for any other value.
    """

    def __init__(self, known: type[E]) -> None:
        super().__init__((member.value, member) for member in known)

    def __missing__(self, value: object) -> NoReturn:
        raise StoreError("value_unknown", value=value)


def moment(value: Any) -> datetime:
    """Read a moment. Raises StoreError: value_unknown."""
    try:
        return datetime.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise StoreError("value_unknown", value=value) from error


def day(value: Any) -> date:
    """Read a day. Raises StoreError: value_unknown."""
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise StoreError("value_unknown", value=value) from error


def day_if_any(value: Any) -> date | None:
    """Read a day that may be missing. Raises StoreError: value_unknown."""
    return None if value is None else day(value)
