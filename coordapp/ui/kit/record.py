"""What every list and form asks of a record: its number and its attributes by name."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Protocol, TypeVar


class Record(Protocol):
    """A frozen record of the domain; another value of an attribute makes another record."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int:
        """Number it in its table; 0 is not saved yet."""


R = TypeVar("R", bound=Record)


def changed(record: R, name: str, value: object) -> R:
    """Make the record that has another value of one attribute, known by its name."""
    return with_values(record, {name: value})


def with_values(record: R, values: Mapping[str, object]) -> R:
    """Make the record that has other values of some attributes, known by their names."""
    return replace(record, **values)
