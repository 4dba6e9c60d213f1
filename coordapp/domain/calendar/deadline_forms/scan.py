"""Finds the terms of a text: every form is tried where one of its words begins."""

import re
from collections.abc import Sequence

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.calendar.deadline_forms import (
    days,
    every,
    feasts,
    lengths,
    periods,
)
from coordapp.domain.calendar.deadline_forms.terms import DeadlineForm, Term

# the first that fits is taken: what comes again before its days, feasts before plain days
_FORMS = (
    *every.FORMS,
    *feasts.FORMS,
    *periods.FORMS,
    *days.FORMS,
    *lengths.FORMS,
)
# not inside the number of a paper, a share or a figure with a point: 24/24, 1.500
_START = re.compile(r"(?<![a-z0-9_])(?<![0-9][/.,])(?:(?P<word>[a-z]+)|[0-9]+|\+(?=[ ]?[0-9]))")
_FIGURES = "0"


def _by_head(forms: Sequence[DeadlineForm]) -> dict[str, tuple[DeadlineForm, ...]]:
    heads = dict.fromkeys(head for one in forms for head in one.heads)
    return {head: tuple(one for one in forms if head in one.heads) for head in heads}


_BY_HEAD = _by_head(_FORMS)


def terms(text: str, context: DeadlineContext) -> list[Term]:
    """Find the terms of a text in known words, the earliest first, none inside another."""
    found: list[Term] = []
    place = 0
    while start := _START.search(text, place):
        place = start.end()
        term = _term(text, start.start(), start["word"] or _FIGURES, context)
        if term is not None:
            found.append(term)
            place = term.end
    return found


def _term(text: str, place: int, head: str, context: DeadlineContext) -> Term | None:
    for one in _BY_HEAD.get(head, ()):
        match = one.match(text, place)
        term = match and one.reading(match, context)
        if term is not None:
            return term
    return None
