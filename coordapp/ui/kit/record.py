"""What every list and form asks of a record: its number and its attributes by name."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Protocol, TypeVar

from coordapp.domain.committee.known_person import KnownPerson

# where the post of somebody stands whose name is picked from a list
_POST_BESIDE = {"name": "post", "speaker": "post", "substitute_name": "substitute_post"}


class Record(Protocol):
    """A frozen record of the domain; another value of an attribute makes another record."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int:
        """Number it in its table; 0 is not saved yet."""


R = TypeVar("R", bound=Record)


def changed(record: R, name: str, value: object) -> R:
    """Make the record that has another value of one attribute, known by its name.

    Somebody who was picked brings the post along where the record has a place for it.
    """
    if not isinstance(value, KnownPerson):
        return with_values(record, {name: value})
    beside = _POST_BESIDE.get(name, "")
    if beside not in record.__dataclass_fields__:
        return with_values(record, {name: str(value)})
    return with_values(record, {name: value.name, beside: value.post})


def with_values(record: R, values: Mapping[str, object]) -> R:
    """Make the record that has other values of some attributes, known by their names."""
    return replace(record, **values)
