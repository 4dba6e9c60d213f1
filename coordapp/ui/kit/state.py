"""The shape of a page, kept until the next run as plain values; a file may hold anything there."""

from collections.abc import Mapping

State = dict[str, object]


def part(state: Mapping[str, object], key: str) -> State:
    """Give a part of a state that is a state itself; an empty one where there is none."""
    found = state.get(key)
    return found if isinstance(found, dict) else {}


def texts(state: Mapping[str, object], key: str) -> list[str]:
    """Give a list of words; what is no word is left out."""
    found = state.get(key)
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def sizes(state: Mapping[str, object], key: str, count: int) -> list[int] | None:
    """Give as many sizes in pixels as there are parts; None when they no longer fit."""
    found = state.get(key)
    if not isinstance(found, list) or [type(size) for size in found] != [int] * count:
        return None
    return [int(size) for size in found]
