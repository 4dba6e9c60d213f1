"""Lengths of time joined with where they start, and events joined with the day they are on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar.deadline import (
    Assumption,
    CountedFrom,
    DeadlineContext,
    Untold,
)
from coordapp.domain.calendar.deadline_forms.bounds import Bound
from coordapp.domain.calendar.deadline_forms.lengths import counted
from coordapp.domain.calendar.deadline_forms.terms import DAYS, Phrase, Term, TermKind

_FROM = re.compile(
    r"(?: ?,)?(?: (?:ke|tinh)(?: ke| tinh)?)? tu(?: (?:ngay|khi|luc|hom|hoii|thoi moment|moc))*(?![a-z0-9_])"
)
_AROUND = re.compile(
    r",? (?P<which>truoc|sau)(?: (?:khi|ngay|dip|le|luc|ky|thoi moment|dien ra|to _))*(?![a-z0-9_])"
)
_STOPS = r"(?!(?:truoc|cham|trong|den|xong)(?![a-z])|bao cao)"
_ISSUED = re.compile(
    r" (?:duoc )?(?:ban hanh|sign|ky|phat hanh|co hieu luc|ra)(?: (?:ban hanh|phat hanh))?"
    rf"(?:(?: {_STOPS}[a-z_]+){{0,5}} nay(?![a-z]))?"
)
_MEETING = re.compile(
    r"(?: (?:ket thuc|hop|cuoc|phien|hoi nghi|nay|hom|ngay))*(?<= nay|.hop|nghi)(?: nay)?(?![a-z0-9_])"
)
_ANYTHING = re.compile(rf"(?: {_STOPS}[a-z_]+){{1,5}}")
_GIVES_ITS_DAY = re.compile(
    r"(?: [a-z_]+){0,2} ?\((?:du kien|tuc(?: la)?|la|vao|den(?: het)?|tu)?[ :]*(?:ngay )?"
)
_OWN_PERIOD = re.compile(rf"(?: {_STOPS}[a-z_]+){{0,3}} ")


def counted_phrase(
    text: str, term: Term, bound: Bound, ahead: Sequence[Term], context: DeadlineContext
) -> tuple[Phrase, int]:
    """Join a length of time with its start; say how many of the terms ahead belong to it."""
    if (day := day_of_event(text, term.end, ahead)) is not None:
        # "trong hai ngày (19 và 20/4)": the brackets say which
        whole = replace(bound, whole=min(bound.whole, term.start), is_limit=True)
        return Phrase(start=day.start, end=day.end, term=day, bound=whole), 1
    counting = _Counting(text, term, bound, ahead, context)
    if run := _FROM.match(text, term.end):
        return counting.from_(run.end())
    if around := _AROUND.match(text, term.end):
        return counting.around(around)
    return counting.from_today(), 0


class _Counting:
    """A length of time in its text."""

    def __init__(
        self, text: str, term: Term, bound: Bound, ahead: Sequence[Term], context: DeadlineContext
    ) -> None:
        self._text = text
        self._term = term
        self._bound = bound
        self._ahead = ahead
        self._context = context

    def from_(self, place: int) -> tuple[Phrase, int]:
        """Count from what stands at `place`: a day said, the paper, the meeting, or neither."""
        if named := self._named(place):
            return self._from_named(named, named.end, back=False), 1
        context = self._context
        if issued := _ISSUED.match(self._text, place):
            if context.issued_on is not None:
                found = counted(self._term, context.issued_on, context)
                return self._phrase(found, issued.end(), CountedFrom.ISSUED), 0
            return self._proposed(context.told_on, issued.end(), CountedFrom.ISSUED), 0
        if meeting := _MEETING.match(self._text, place):
            found = counted(self._term, context.told_on, context)
            return self._phrase(found, meeting.end(), CountedFrom.SAID), 0
        more = _ANYTHING.match(self._text, place)
        end = more.end() if more else place
        return self._proposed(context.issued_on or context.told_on, end, CountedFrom.EVENT), 0

    def around(self, around: re.Match[str]) -> tuple[Phrase, int]:
        """Count to or from a day said, or something whose day may stand in brackets."""
        back = around["which"] == "truoc"
        if named := self._named(around.end()):
            return self._from_named(named, named.end, back=back), 1
        used, event = 0, self._ahead[0] if self._ahead else None
        if event and event.kind is TermKind.EVENT and event.start <= around.end() + 1:
            used, end = 1, max(event.end, around.end())
        else:
            more = _ANYTHING.match(self._text, around.end())
            end = more.end() if more else around.end()
        if (day := day_of_event(self._text, end, self._ahead[used:])) is not None:
            return self._from_named(day, day.end + 1, back=back), used + 1
        far = replace(self._term, untold=Untold.EVENT)
        return self._phrase(far, end, CountedFrom.EVENT), used

    def from_today(self) -> Phrase:
        """Count from the day of the paper; "trước 5 ngày" and "05 ngày tiếp theo" cannot be."""
        term, told = self._term, self._context.told_on
        if self._bound.is_before:
            return self._phrase(replace(term, untold=Untold.EVENT), term.end, CountedFrom.EVENT)
        if term.untold is Untold.UNSAID_START:
            return self._proposed(told, term.end, CountedFrom.EVENT)
        found = counted(term, told, self._context)
        if not (term.is_told or self._context.typed):
            found = found.assuming(Assumption.COUNT_START)
        return self._phrase(found, term.end, CountedFrom.TOLD)

    def _named(self, place: int) -> Term | None:
        """Give the day that stands at `place`; its "ngày" may stand before it."""
        day = self._ahead[0] if self._ahead else None
        is_there = day and day.kind in DAYS and day.start <= place + 1 < day.end
        return day if is_there else None

    def _from_named(self, named: Term, end: int, *, back: bool) -> Phrase:
        day = named.first if back and named.first else named.last
        if day is None:
            return self._phrase(replace(self._term, untold=named.untold), end, CountedFrom.NAMED)
        found = counted(self._term, day, self._context, back=back).assuming(*named.assumed)
        return self._phrase(found, end, CountedFrom.NAMED)

    def _proposed(self, start: date, end: int, counted_from: CountedFrom) -> Phrase:
        """Leave open a day that runs from one not known here, and propose the likely one."""
        day = counted(self._term, start, self._context).last
        far = replace(self._term, untold=Untold.UNSAID_START, also=(day,) if day else ())
        return self._phrase(far, end, counted_from)

    def _phrase(self, term: Term, end: int, counted_from: CountedFrom) -> Phrase:
        start = min(self._bound.start, self._term.start)
        return Phrase(start=start, end=end, term=term, bound=self._bound, counted_from=counted_from)


def day_of_event(text: str, end: int, ahead: Sequence[Term]) -> Term | None:
    """Give the day that brackets after an event say: "ngày khai mạc (15/4)"."""
    opening = _GIVES_ITS_DAY.match(text, end)
    day = ahead[0] if ahead else None
    if opening is None or day is None or day.kind is not TermKind.DAY:
        return None
    is_there = day.start <= opening.end() < day.end and text[day.end : day.end + 1] == ")"
    return day if is_there else None


def with_its_day(text: str, event: Term, ahead: Sequence[Term]) -> tuple[Term, int]:
    """Join an event with its day in brackets, or with the period it is held for."""
    if (day := day_of_event(text, event.end, ahead)) is not None:
        return replace(day, start=event.start, end=day.end + 1), 1
    period = ahead[0] if ahead else None
    if (
        period
        and period.kind is TermKind.PERIOD
        and _OWN_PERIOD.fullmatch(text, event.end, period.start)
    ):
        return replace(event, end=period.end), 1
    return event, 0
