"""What the fields of a record are, and which of them point at other records."""

from dataclasses import fields
from types import NoneType
from typing import Any, get_args, get_type_hints

from coordapp.domain.kernel.changes import Kind


def hints(record: type[Any]) -> dict[str, Any]:
    """Give the type of every field of a record; of `X | None` the X."""
    found = get_type_hints(record)
    return {item.name: _without_none(found[item.name]) for item in fields(record)}


def owner_field(record: type[Any]) -> tuple[str, Kind] | None:
    """Find the field that names the record this one is a part of; None for one on its own."""
    found = get_type_hints(record)
    for item in fields(record):
        kind = kind_of_id(found[item.name])
        if kind is not None and item.name != "id" and NoneType not in get_args(found[item.name]):
            return item.name, kind
    return None


def kind_of_id(hint: Any) -> Kind | None:
    """Tell what an id points at by the name of its type: `ProgressReportId`."""
    name = getattr(hint, "__name__", "")
    if isinstance(hint, type) or not name.endswith("Id"):
        return None
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name[:-2])
    return Kind(snake.removeprefix("_"))


def _without_none(hint: Any) -> Any:
    return next((item for item in get_args(hint) if item is not NoneType), hint)
