"""Whether another name is a new one, or the old one spelt right or written down at last."""

from collections.abc import Iterable

from coordapp.domain.kernel.text import fold, words

_NOTHING = frozenset({"", "none"})  # as a choice says that nothing was chosen


def is_put_right(before: object, after: object) -> bool:
    """Tell whether a value was filled in or spelt right; anything else is a change of the thing.

    Of as many words each differs by one letter at most, marks and capitals apart: what a slip of
    the fingers does. Numbers are never slips.
    """
    if before is None or before in _NOTHING:
        return True
    if not isinstance(before, str) or not isinstance(after, str):
        return before == after
    old, new = words(fold(before)), words(fold(after))
    if old == new:
        return True
    return len(old) == len(new) and all(_is_slip(*pair) for pair in zip(old, new, strict=True))


def as_it_was(values: Iterable[object]) -> object:
    """Give the first of the values that followed each other, with what was put right in it."""
    each = iter(values)
    held = next(each)
    for value in each:
        if not is_put_right(held, value):
            break
        held = value
    return held


def _is_slip(old: str, new: str) -> bool:
    if old == new:
        return True
    if any(letter.isdigit() for letter in old + new) or min(len(old), len(new)) < 2:
        return False
    short, long = sorted((old, new), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1),
        len(short),
    )
    rest = start + (len(short) == len(long))
    return short[rest:] == long[start + 1 :]
