"""Terms joined to phrases: with what binds them, to ranges, extensions, and what comes again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar.deadline import (
    Assumption,
    CountedFrom,
    DeadlineContext,
    Every,
    IntervalUnit,
)
from coordapp.domain.calendar.deadline_forms.bounds import CLOCK, Bound, bound_before
from coordapp.domain.calendar.deadline_forms.counts import counted_phrase, with_its_day
from coordapp.domain.calendar.deadline_forms.lengths import HOURS, counted
from coordapp.domain.calendar.deadline_forms.scan import terms
from coordapp.domain.calendar.deadline_forms.terms import DAYS, Needs, Phrase, Term, TermKind

_REACH = 16  # letters before a length in which a remark on it can stand
_YEAR = 12  # months
_NUMBERED = (TermKind.DAY, TermKind.DAY_NUMBER)
_RANGE = re.compile(r" ?- ?|,? (?:cho )?(?:den|toi)(?: het)?(?: ngay)? ")
_DAY_AFTER_WEEKDAY = re.compile(r",? (?:ngay )?|,? ?\((?:ngay )?| ?- ?|, ?|/")
_IN_BRACKETS = re.compile(r",? ?\(")
_REMARK = re.compile(r"(?<![a-z0-9_])(?:qua han|con|cham|tre|som|muon)(?: hon)? $")
_CLOCK_AFTER = re.compile(rf"(?:,? (?:vao )?(?:luc|hoii) | ?\(){CLOCK}\)?(?![a-z0-9_])")
_EARLIER = re.compile(r" (?:(?:it nhat|toi thieu|cham nhat) )?")
_BETWEEN = re.compile(
    r"[ ,:;(]*(?:(?:truoc|vao|cham|nhat|trong|den|het|luc|la|cua|ngay|hom|hoii|buoi|sang|trua|chieu"
    rf"|toii|cuoi|{CLOCK})[ ,:]*)*"
)
_OF_EACH = re.compile(r",? (?:cua )?| ?\(")
_AND = re.compile(r" va |, ?| ?; ?")
_EXTENDED = re.compile(
    r"[ ,;.(]*(?:(?:da|duoc|xin|de nghi|cho)[ ,]*)*(?:gia han|keo dai|lui|doi|chuyen|dieu chinh|nay"
    r"|(?:thoi )?han (?:new|moi)|new|->|>|con lai)(?: (?:la|den|toi|sang|thanh|lai|han|them|lan [0-9]|ngay"
    r"|thoi han|hoan thanh|het|thoi gian|thuc hien|ve|truoc|new|xuong))*[ :]*(?:ngay )?"
)
_GOES_ON = re.compile(r"(?: [a-z_]+){0,3} ")
_ONCE_MORE = re.compile(r"[ ,;]*lan [0-9][ :]*(?:(?:den|la|toi)[ :]*)?(?:ngay )?")
_WAS = re.compile(
    r"[ ,;.(]*(?:thoi )?han(?: (?:cu|goc|ban dau|truoc day|truoc))+(?: la)?[ :]*(?:ngay )?"
)


def phrases(text: str, context: DeadlineContext) -> list[Phrase]:
    """Read the phrases of a text in known words, in their order."""
    return _Joiner(text, context).all()


class _Joiner:
    """Joins the terms of one text from left to right."""

    def __init__(self, text: str, context: DeadlineContext) -> None:
        self._text = text
        self._context = context
        self._terms = terms(text, context)
        self._at = 0

    def all(self) -> list[Phrase]:
        """Read every phrase."""
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
        """Read one term with all that belongs to it; None where it is no deadline at all."""
        term = self._terms[self._at]
        self._at += 1
        bound = bound_before(self._text, term.start, floor)
        if self._text.startswith(("trong ", "het "), term.start):
            bound = replace(bound, is_limit=True)
        if term.kind is TermKind.LENGTH:
            return self._length(term, bound)
        if term.kind is TermKind.EVENT:
            term, used = with_its_day(self._text, term, self._ahead())
            self._at += used
        term = self._with_weekday(term)
        if term.kind in DAYS:
            term = self._clocked(self._earlier(self._ranged(term), bound))
        term = self._each(term)
        phrase = Phrase(start=min(bound.start, term.start), end=term.end, term=term, bound=bound)
        if term.is_range and "gia han" in self._text[bound.whole : term.start]:
            # "gia hạn từ 15/3 đến 30/4"
            return replace(phrase, original=term.first, term=replace(term, first=None))
        return phrase

    def _length(self, term: Term, bound: Bound) -> Phrase | None:
        """Read a length of time, unless it is an hour of a day or says how late a task is."""
        is_hour = term.unit in ("gio", "tieng") and term.count < HOURS
        if is_hour and not (bound.is_within or term.is_told):
            return None
        if _REMARK.search(self._text, max(0, term.start - _REACH), term.start):
            return None
        phrase, used = counted_phrase(self._text, term, bound, self._ahead(), self._context)
        self._at += used
        return phrase

    # --- a day with its weekday, its hour, and what is counted back from it

    def _with_weekday(self, term: Term) -> Term:
        following = self._next()
        if following is None:
            return term
        gap = self._text[term.end : following.start]
        if term.kind is TermKind.WEEKDAY and following.kind in _NUMBERED:
            day, weekday, is_joined = following, term, _DAY_AFTER_WEEKDAY.fullmatch(gap)
        elif term.kind in _NUMBERED and following.kind is TermKind.WEEKDAY:
            day, weekday, is_joined = term, following, _IN_BRACKETS.fullmatch(gap)
        else:
            return term
        if not is_joined:
            return term
        self._at += 1
        end = self._closed(gap, following.end)
        joined = replace(day, start=term.start, end=end, needs=Needs.NOTHING, kind=TermKind.DAY)
        if day.last is not None and day.last.weekday() != weekday.day_number:
            return joined.assuming(Assumption.WEEKDAY)
        return joined

    def _closed(self, gap: str, end: int) -> int:
        """Take in the bracket that closes what the gap opened."""
        return end + 1 if "(" in gap and self._text[end : end + 1] == ")" else end

    def _clocked(self, term: Term) -> Term:
        """Pass over the hour after a day: "20/3 lúc 8h"."""
        clock = _CLOCK_AFTER.match(self._text, term.end)
        if clock is None:
            return term
        while self._at < len(self._terms) and self._terms[self._at].start < clock.end():
            self._at += 1
        return replace(term, end=clock.end())

    def _earlier(self, term: Term, bound: Bound) -> Term:
        """Count back from "trước ngày 30/4 ít nhất 10 ngày"."""
        length = self._next()
        if not bound.is_before or term.kind is not TermKind.DAY or term.last is None:
            return term
        if length is None or length.kind is not TermKind.LENGTH:
            return term
        if not _EARLIER.fullmatch(self._text, term.end, length.start):
            return term
        self._at += 1
        found = counted(length, term.last, self._context, back=True)
        return replace(term, end=length.end, first=found.last, last=found.last, in_year=None)

    def _ranged(self, term: Term) -> Term:
        following = self._next()
        if following is None or following.kind not in DAYS or following.kind is TermKind.WEEKDAY:
            return term
        if not _RANGE.fullmatch(self._text, term.end, following.start):
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
        if term.kind is TermKind.EVERY and _says_which(following) and _BETWEEN.fullmatch(gap):
            self._at += 1
            end = self._closed(gap, following.end)
            return replace(term, end=end, every=on_day(term.every, following))
        if term.kind in DAYS and following.kind is TermKind.EVERY and _OF_EACH.fullmatch(gap):
            self._at += 1
            end = self._closed(gap, following.end)
            every = on_day(following.every, term)
            return replace(following, start=term.start, end=end, every=every)
        return term

    # --- a day and what became of it

    def _with_former(self, former: Phrase, phrase: Phrase) -> Phrase | None:
        old, new = former.term, phrase.term
        gap = self._text[former.end : new.start]
        end = self._closed(gap, phrase.end)
        if new.kind is TermKind.EVERY and new.every is not None:
            if old.kind not in DAYS or not _AND.fullmatch(gap):
                return None
            return replace(
                phrase, start=former.start, term=replace(new, every=_twice(new.every, old))
            )
        if old.kind is TermKind.EVENT and new.kind is TermKind.LENGTH and _GOES_ON.fullmatch(gap):
            # "trước ngày khai mạc Đại hội 10 ngày": not ten days from now
            return None if phrase.bound.is_limit else replace(former, end=phrase.end)
        if old.last is None:
            return None
        if new.last is not None and _WAS.fullmatch(gap):
            return replace(former, end=end, original=_not_after(new, old.last).last)
        again = former.original is not None and _ONCE_MORE.fullmatch(gap)
        if again or _EXTENDED.fullmatch(gap):
            return self._extended(former, phrase, end)
        return None

    def _extended(self, former: Phrase, phrase: Phrase, end: int) -> Phrase | None:
        old, new, was = former.term, phrase.term, former.term.last
        if was is None:
            return None
        if new.kind is TermKind.LENGTH and phrase.counted_from is CountedFrom.TOLD:
            old = self._lately(old, new)
            new = replace(counted(new, old.last or was, self._context), assumed=())
        elif new.last is None:
            return None
        elif old.in_year is not None and former.original is None:
            old = _not_after(old, new.last)
        elif new.in_year is not None:
            new = _not_before(new, was)
        term = replace(new, kind=old.kind, first=None, start=old.start).assuming(*old.assumed)
        bound = replace(former.bound, is_before=False, is_beginning=False)
        original = former.original or old.last
        return replace(former, end=end, term=term, original=original, bound=bound)

    def _lately(self, old: Term, length: Term) -> Term:
        """Put a day that was extended by a length into this year, if the new day is to come."""
        here = old.in_year(self._context.told_on.year) if old.in_year else old
        if here.last is None:
            return old
        due = counted(length, here.last, self._context).last
        return here if due is not None and due >= self._context.told_on else old


def _from_to(first: Term, last: Term) -> Term:
    """Join two days to a range; the one without a year stands by the one that has it."""
    if last.in_year is not None and first.in_year is None and first.first is not None:
        last = _not_before(last, first.first)
    elif first.in_year is not None and last.last is not None:
        first = _not_after(first, last.last)
    last = replace(last, start=first.start, needs=Needs.NOTHING, is_range=True)
    if first.first is None or last.last is None or first.first > last.last:
        return last
    return replace(last, first=first.first)


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


def in_order(known: Sequence[Phrase], told_on: date) -> list[Phrase]:
    """Put the days of a list that name no year before the days after them."""
    found: list[Phrase] = []
    limit: date | None = None
    for one in reversed(known):
        day = one.term.last
        if limit is not None and day is not None and day > limit and day.year > told_on.year:
            # it is past this year, but so it was when the list was written
            one = replace(one, term=_not_after(one.term, limit))
        limit = one.term.last or limit
        found.append(one)
    return found[::-1]


def _says_which(term: Term) -> bool:
    """Tell that a term says on which day; a day of one year says how long it goes on."""
    if term.kind is TermKind.DAY:
        return term.in_year is not None
    if term.kind is TermKind.EVERY:
        return term.every is not None
    return term.kind in (TermKind.DAY_NUMBER, TermKind.WEEKDAY)


def on_day(every: Every | None, term: Term) -> Every:
    """Say on which day of its unit something comes again."""
    if term.kind is TermKind.EVERY and term.every is not None:
        said = term.every
        if every is None:
            return said
        return replace(every, day=said.day, month=said.month, weekday=said.weekday)
    is_weekday = term.kind is TermKind.WEEKDAY
    every = every or Every(unit=IntervalUnit.WEEK if is_weekday else IntervalUnit.MONTH)
    if is_weekday:
        return replace(every, weekday=term.day_number)
    if term.kind is TermKind.DAY_NUMBER:
        return replace(every, day=term.day_number)
    if term.last is None or every.unit is not IntervalUnit.MONTH:
        return every
    month = None if every.count == 1 else (term.last.month - 1) % every.count + 1
    return replace(every, day=term.last.day, month=month)


def _twice(every: Every, term: Term) -> Every:
    """Add a second day of the year: 15/6 and 15/12 are one day of every half-year."""
    if term.last is not None and every.month is not None and every.count == _YEAR:
        months = every.month - term.last.month
        if months * 2 == _YEAR and term.last.day == every.day:
            return replace(every, count=months, month=term.last.month)
    return replace(every, times=every.times + 1)
