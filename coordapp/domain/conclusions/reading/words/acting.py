"""Whether some words say that something is done: a verb, after the words that lean on one."""

from collections.abc import Sequence

from coordapp.domain.conclusions.reading.words.verbs import leaning_at, verb_at

_FORBIDS = ("không", "đừng", "chớ")
_NO_ORDER = ("cần", "phải", "có")  # "không cần" forbids nothing
_MOST_LEANING = 12
_LONGEST = 4


def acts(words: Sequence[str], first: int, limit: int) -> bool:
    """Tell whether the words from `first` on begin with a verb or with an order not to act."""
    if first + 1 < limit and words[first] in _FORBIDS:
        return words[first + 1] not in _NO_ORDER
    place = first
    while place < limit and place - first <= _MOST_LEANING:
        here = words[place : min(limit, place + _LONGEST)]
        leaning = 1 if here[0] == "," else leaning_at(here)
        if verb_at(here) >= max(1, leaning):
            return True
        if not leaning:
            return False
        place += leaning
    return False
