"""Terms joined to phrases: with what binds them, to ranges, counts, extensions, and what comes again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar import (
    grammar_days,
    grammar_every,
    grammar_feasts,
    grammar_lengths,
    grammar_periods,
)
from coordapp.domain.calendar.deadline import (
    Assumption,
    CountedFrom,
    DeadlineContext,
    Every,
    IntervalUnit,
    Untold,
)
from coordapp.domain.calendar.grammar_bounds import bound_before
from coordapp.domain.calendar.grammar_counts import counted_phrase, with_its_day
from coordapp.domain.calendar.grammar_lengths import HOURS, counted
from coordapp.domain.calendar.grammar_terms import DAYS, Form, Needs, Phrase, Term, TermKind

_FORMS = (
    *grammar_every.FORMS,
    *grammar_feasts.FORMS,
    *grammar_periods.FORMS,
    *grammar_days.FORMS,
    *grammar_lengths.FORMS,
)


def _by_head(forms: Sequence[Form]) -> dict[str, tuple[Form, ...]]:
    heads = dict.fromkeys(head for one in forms for head in one.heads)
    return {head: tuple(one for one in forms if head in one.heads) for head in heads}


_BY_HEAD = _by_head(_FORMS)
# not inside the number of a paper, a share or a figure with a point: 24/24, 1.500
_START = re.compile(
    r"(?<![a-z0-9_])(?<![0-9][/.,])(?:(?P<word>[a-z]+)|[0-9]+|(?P<plus>\+(?= ?[0-9])))"
)


def terms(text: str, context: DeadlineContext) -> list[Term]:
    """Find the terms of a text in known words, the earliest first, none inside another."""
    found: list[Term] = []
    place = 0
    while start := _START.search(text, place):
        place = start.end()
        head = start["word"] or "0"
        for one in _BY_HEAD.get(head, ()):
            match = one.pattern.match(text, start.start())
            term = match and one.reading(match, context)
            if term is not None and term.end > term.start:
                found.append(term)
                place = term.end
                break
    return found


def phrases(text: str, context: DeadlineContext) -> list[Phrase]:
    """Read the phrases of a text in known words, in their order."""
    joiner = _Joiner(text, context)
    return joiner.all()


_RANGE = re.compile(r" ?(?:-|->|>) ?|,? (?:cho )?(?:den|toi)(?: het)?(?: ngay)? ")
_DAY_AFTER_WEEKDAY = re.compile(r",? (?:ngay )?|,? ?\((?:ngay )?| ?- ?|, ?|/")
_IN_BRACKETS = re.compile(r",? ?\(")
_BETWEEN = re.compile(
    r"[ ,:;(]*(?:(?:truoc|vao|cham|nhat|trong|den|het|luc|la|cua|ngay|hom)[ ,:]*)*"
)
_OF_EACH = re.compile(r",? (?:cua )?| ?\(")
_EXTENDED = re.compile(
    r"[ ,;.(]*(?:(?:da|duoc|xin|de nghi|cho)[ ,]*)*(?:gia han|keo dai|lui|doi|chuyen|dieu chinh|nay|han new"
    r"|thoi han new|new|->|>|con lai)(?: (?:la|den|toi|sang|thanh|lai|han|them|lan [0-9]|ngay|thoi han"
    r"|hoan thanh|het|thoi gian|thuc hien|ve|truoc|new|xuong))*[ :]*(?:ngay )?"
)
_WAS = re.compile(
    r"[ ,;.(]*(?:thoi )?han(?: (?:cu|goc|ban dau|truoc day|truoc))+(?: la)?[ :]*(?:ngay )?"
)


class _Joiner:
    """Joins the terms of one text from left to right."""

    def __init__(self, text: str, context: DeadlineContext) -> None:
        self._text = text
        self._context = context
        self._terms = terms(text, context)
        self._at = 0

    def all(self) -> list[Phrase]:
        found: list[Phrase] = []
        while self._at < len(self._terms):
            phrase = self._one(found[-1].end if found else 0)
            if phrase is None:
                continue
            if found and (joined := self._with_former(found[-1], phrase)):
                found[-1] = joined
            else:
                found.append(phrase)
        return found

    def _ahead(self) -> list[Term]:
        return self._terms[self._at : self._at + 2]

    def _next(self) -> Term | None:
        return self._terms[self._at] if self._at < len(self._terms) else None

    def _one(self, floor: int) -> Phrase | None:
        """Read one term with all that belongs to it; None for the hour of a day."""
        term = self._terms[self._at]
        self._at += 1
        bound = bound_before(self._text, term.start, floor)
        if self._text.startswith(("trong ", "het "), term.start):
            bound = replace(bound, is_limit=True)
        if term.kind is TermKind.LENGTH:
            is_hour = term.unit in ("gio", "tieng") and term.count < HOURS
            if is_hour and not (bound.is_within or term.is_told):
                return None
            phrase, used = counted_phrase(self._text, term, bound, self._ahead(), self._context)
            self._at += used
            return phrase
        if term.kind is TermKind.EVENT:
            term, used = with_its_day(self._text, term, self._ahead())
            self._at += used
        term = self._with_weekday(term)
        ranged = self._ranged(term) if term.kind in DAYS else term
        each = self._each(ranged)
        return Phrase(
            start=min(bound.start, each.start), end=each.end, term=each, bound=bound,
            is_range=ranged is not term,
        )  # fmt: skip

    # --- a weekday and its day

    def _with_weekday(self, term: Term) -> Term:
        following = self._next()
        if following is None:
            return term
        gap = self._text[term.end : following.start]
        if term.kind is TermKind.WEEKDAY and following.kind in (TermKind.DAY, TermKind.DAY_NUMBER):
            if not _DAY_AFTER_WEEKDAY.fullmatch(gap):
                return term
            day, weekday = following, term
        elif (
            term.kind in (TermKind.DAY, TermKind.DAY_NUMBER)
            and following.kind is TermKind.WEEKDAY
            and _IN_BRACKETS.fullmatch(gap)
        ):
            day, weekday = term, following
        else:
            return term
        self._at += 1
        joined = replace(
            day, start=term.start, end=self._closed(gap, following.end), needs=Needs.NOTHING,
            kind=TermKind.DAY,
        )  # fmt: skip
        return _checked(joined, weekday.day_number)

    def _closed(self, gap: str, end: int) -> int:
        """Take in the bracket that closes what the gap opened."""
        return end + 1 if "(" in gap and self._text[end : end + 1] == ")" else end

    # --- from one day to another

    def _ranged(self, term: Term) -> Term:
        following = self._next()
        if following is None or following.kind not in DAYS or following.kind is TermKind.WEEKDAY:
            return term
        if not _RANGE.fullmatch(self._text[term.end : following.start]):
            return term
        self._at += 1
        return _from_to(term, self._with_weekday(following))

    # --- what comes again

    def _each(self, term: Term) -> Term:
        """Join how often with the day it is due, whichever is said first."""
        following = self._next()
        if following is None:
            return term
        gap = self._text[term.end : following.start]
        if term.kind is TermKind.EVERY:
            known = (*DAYS, TermKind.EVERY)
            if following.kind in known and _BETWEEN.fullmatch(gap):
                self._at += 1
                end = self._closed(gap, following.end)
                return replace(term, end=end, every=on_day(term.every, following))
        elif term.kind in DAYS and following.kind is TermKind.EVERY and _OF_EACH.fullmatch(gap):
            self._at += 1
            end = self._closed(gap, following.end)
            return replace(
                following, start=term.start, end=end, every=on_day(following.every, term)
            )
        return term

    # --- a day and what became of it

    def _with_former(self, former: Phrase, phrase: Phrase) -> Phrase | None:
        gap = self._text[former.end : phrase.term.start]
        end = self._closed(gap, phrase.end)
        if former.term.last is not None and _EXTENDED.fullmatch(gap):
            return self._extended(former, phrase, end)
        if former.term.last is not None and phrase.term.last is not None and _WAS.fullmatch(gap):
            was = _not_after(phrase.term, former.term.last)
            return replace(former, end=end, original=was.last)
        if (
            phrase.term.kind is TermKind.EVERY
            and former.term.kind in DAYS
            and gap.strip() in ("va", ",")
            and phrase.term.every is not None
        ):
            every = replace(phrase.term.every, times=phrase.term.every.times + 1)
            return replace(phrase, start=former.start, term=replace(phrase.term, every=every))
        return None

    def _lately(self, old: Term, length: Term) -> Term:
        """Put a day that was extended by a length into this year, if the new day is to come."""
        here = old.in_year(self._context.told_on.year) if old.in_year else old
        if here.last is None:
            return old
        due = counted(length, here.last, self._context).last
        return here if due is not None and due >= self._context.told_on else old

    def _extended(self, former: Phrase, phrase: Phrase, end: int) -> Phrase | None:
        old, new = former.term, phrase.term
        if new.kind is TermKind.LENGTH and phrase.counted_from is CountedFrom.TOLD and old.last:
            old = self._lately(old, new)
            term = replace(counted(new, old.last or date.min, self._context), assumed=())
        elif new.last is None or old.last is None:
            return None
        elif old.in_year is not None:
            old, term = _not_after(old, new.last), new
        elif new.in_year is not None and new.last < old.last:
            term = new.in_year(new.last.year + 1)
        elif new.in_year is not None:
            term = _not_before(new, old.last)
        else:
            term = new
        original = former.original or old.last
        assumed = tuple(dict.fromkeys((*old.assumed, *term.assumed)))
        return replace(
            former, end=end, term=replace(term, assumed=assumed, first=None), original=original,
            bound=replace(former.bound, is_before=False),
        )  # fmt: skip


def _checked(day: Term, weekday: int) -> Term:
    """Say it when the weekday said is not that of the day."""
    if day.last is not None and day.last.weekday() != weekday:
        return day.assuming(Assumption.WEEKDAY)
    return day


def _from_to(first: Term, last: Term) -> Term:
    """Join two days to a range; the one without a year stands by the one that has it."""
    if last.last is None or (first.first is None and first.untold is not Untold.IMPOSSIBLE):
        return replace(last, start=first.start)
    if last.in_year is not None and first.in_year is None and first.first is not None:
        last = _not_before(last, first.first)
    elif first.in_year is not None and last.last is not None:
        first = _not_after(first, last.last)
    if first.first is not None and last.last is not None and first.first > last.last:
        return replace(last, start=first.start)
    return replace(
        last, start=first.start, first=first.first or last.first, needs=Needs.NOTHING,
        untold=last.untold or first.untold,
    )  # fmt: skip


def _not_after(term: Term, day: date) -> Term:
    """Put a term without a year into the last year in which it is not after a day."""
    if term.in_year is None:
        return term
    found = term.in_year(day.year)
    return term.in_year(day.year - 1) if found.last and found.last > day else found


def _not_before(term: Term, day: date) -> Term:
    """Put a term without a year into the first year in which it is not before a day."""
    if term.in_year is None:
        return term
    found = term.in_year(day.year)
    return term.in_year(day.year + 1) if found.last and found.last < day else found


def on_day(every: Every | None, term: Term) -> Every:
    """Say on which day of its unit something comes again."""
    if term.kind is TermKind.EVERY:
        if every is None or term.every is None:
            return term.every or every or Every(unit=IntervalUnit.MONTH)
        said = term.every
        return replace(every, day=said.day, month=said.month, weekday=said.weekday)
    every = every or Every(
        unit=IntervalUnit.WEEK if term.kind is TermKind.WEEKDAY else IntervalUnit.MONTH
    )
    if term.kind is TermKind.WEEKDAY:
        return replace(every, weekday=term.day_number)
    if term.kind is TermKind.DAY_NUMBER:
        return replace(every, day=term.day_number)
    if term.last is None:
        return every
    if every.unit is IntervalUnit.MONTH and every.count == 1:
        return replace(every, day=term.last.day)
    if every.unit is IntervalUnit.MONTH:
        return replace(every, day=term.last.day, month=term.last.month)
    return every
