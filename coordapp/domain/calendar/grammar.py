"""The one grammar of deadlines: for typing, import, paste, matrix and running text.

A form that names a day gives that day; words that give none keep their words and say so.
`read` takes a whole cell or field, `find` a running text. The forms stand in `deadline_forms`:
words, terms, what binds them, and how they are joined.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from coordapp.domain.calendar.deadline import (
    NO_DEADLINE,
    Assumption,
    CountedFrom,
    DayRole,
    Deadline,
    DeadlineContext,
    FoundDeadline,
    Untold,
)
from coordapp.domain.calendar.deadline_forms.phrases import in_order, on_day, phrases
from coordapp.domain.calendar.deadline_forms.terms import DAYS, Needs, Phrase, TermKind
from coordapp.domain.calendar.deadline_forms.words import KnownWords, has_marks, in_words, segments
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.text import one_line

_ONE_DAY = timedelta(1)
_ALONE = re.compile(r"[ .,;:()\[\]>+#-]*")
# words of a cell that say no more than that its day is the deadline
_SAYS_NOTHING = re.compile(
    r"(?:[ .,;:()\[\]>+#-]|(?<![a-z0-9_])(?:thoi|han|gian|hoan thanh|chot|xong|ngay|het|den|vao|la|tu"
    r"|truoc|trong|cham nhat|va|new|moment|cua|nam|thuc|chung nhat)(?![a-z0-9_]))*"
)
_REPORTS = re.compile(
    r"(?<![a-z_])(?:bao cao|gui|trinh)(?![a-z])(?:(?!hoan thanh|xong|ket thuc)[^.;]){0,60}$"
)
_WORK = re.compile("xong|hoan thanh|hoan tat")
_CITES_BEFORE = re.compile(
    r"[0-9]*[/-]_(?:[/-]_?)*,? $|so [0-9]+[^ ]*,? $|(?<![a-z_])(?:da|vua qua) $"
)
# the day of an anniversary is what is celebrated, not when
_CELEBRATED = re.compile(
    r"(?<![a-z_])(?:(?:stemf|ky) niem|chao (?:gladly|mung)|thanh lap|truyen thong)(?![a-z])[^.;]{0,40}$"
)
_CITES_AFTER = re.compile(r" ?,? (?:cua|vua qua|vua roi)(?![a-z])| va qua")
_SENTENCE_END = re.compile(r"[.;](?= |$)")
_ALONE_BEFORE = re.compile(r"[ (;,:\[-]*$")
_CLOSES = re.compile(r"[ .;,]*[)\]]")
_COUNTED_ON = (CountedFrom.ISSUED, CountedFrom.EVENT, CountedFrom.NAMED)


def read(text: str, context: DeadlineContext) -> Deadline:
    """Read a whole cell or field; its wording is the text on one line."""
    return _read_line(one_line(text), context)


@lru_cache(maxsize=4096)
def _read_line(wording: str, context: DeadlineContext) -> Deadline:
    # the cells of a column say the same again and again
    words = in_words(wording)
    if _ALONE.fullmatch(words.text):
        return NO_DEADLINE
    deadline = _read(words, wording, context)
    if has_marks(wording) and _is_in_doubt(deadline):
        # marks left out here and there: "Truoc ngày 15 thang 3"
        other = _read(in_words(wording, is_bare=True), wording, context)
        return deadline if _is_in_doubt(other) else other
    return deadline


def find(text: str, context: DeadlineContext) -> list[FoundDeadline]:
    """Find the deadlines of a running text, in its order; their spans never overlap."""
    found: list[FoundDeadline] = []
    for offset, piece in segments(text):
        words = in_words(piece, offset)
        known = [one for one in phrases(words.text, context) if _stands(one, words.text)]
        for one in _with_their_periods(known, words.text):
            start, end = words.place(one.start, one.end)
            deadline = _meaning(one, one_line(text[start:end]), context)
            role = _role(one, words.text, context)
            found.append(FoundDeadline(start=start, end=end, deadline=deadline, role=role))
    return found


def chosen(found: Sequence[FoundDeadline]) -> FoundDeadline | None:
    """Choose the deadline of the work among those of its clause: bounds before mere mentions.

    A period that is only mentioned ("kế hoạch quý II") is none.
    """
    for role in (DayRole.DEADLINE, DayRole.REPORT, DayRole.MENTIONED):
        for one in found:
            is_attribute = one.deadline.is_period_end and one.deadline.counted_from is None
            if one.role is role and not (role is DayRole.MENTIONED and is_attribute):
                return one
    return None


# --- a cell


def _is_in_doubt(deadline: Deadline) -> bool:
    return deadline.untold is Untold.UNREAD or Assumption.WORDS_LEFT in deadline.assumed


def _read(words: KnownWords, wording: str, context: DeadlineContext) -> Deadline:
    text = words.text
    known = phrases(text, context)
    rest = _rest(text, known)
    if rest:
        known = [one for one in known if _stands(one, text) or _leads(one, text)]
        rest = _rest(text, known)
    unread = Deadline(wording=wording, untold=Untold.UNREAD)
    if not known:
        return unread
    known = _with_their_periods(in_order(known, context.told_on), text)
    meanings = [_meaning(one, wording, context) for one in known]
    deadline = _several(meanings)
    if not rest:
        return deadline
    return replace(deadline, assumed=(*deadline.assumed, Assumption.WORDS_LEFT))


def _rest(text: str, known: Sequence[Phrase]) -> bool:
    """Tell that words stand beside the phrases that were not read."""
    place = 0
    for one in known:
        if not _SAYS_NOTHING.fullmatch(text, place, min(one.start, one.bound.whole)):
            return True
        place = one.end
    return not _SAYS_NOTHING.fullmatch(text, place)


def _leads(one: Phrase, text: str) -> bool:
    """Tell that a cell begins with the day: "15/3 báo cáo Ban Thường vụ"."""
    return one.term.kind is TermKind.DAY and _ALONE.fullmatch(text, 0, one.start) is not None


def _several(meanings: Sequence[Deadline]) -> Deadline:
    """Settle a cell that says more than one thing: how often, else the last day, else why none."""
    if len(meanings) == 1:
        return meanings[0]
    dated = [one for one in meanings if one.due is not None]
    again = [one for one in meanings if one.kind is DeadlineKind.PERIODIC]
    ongoing = [one for one in meanings if one.kind is DeadlineKind.ONGOING]
    if ongoing and not again and all(one.is_period_end for one in dated):
        # "Thường xuyên trong năm 2018"
        return ongoing[0]
    if again:
        # "Hằng tháng, báo cáo trước ngày 25": the last says the day as well
        every = next((one.every for one in reversed(again) if one.every is not None), None)
        due = max((one.due for one in dated if one.due is not None), default=None)
        return replace(again[0], every=every, due=due)
    if not dated:
        return next((one for one in meanings if one.untold is not None), meanings[0])
    last = max(dated, key=lambda one: one.due or date.min)
    others = tuple(one.due for one in dated if one.due is not None and one.due != last.due)
    said = any(one.untold not in (None, Untold.START_ONLY) for one in meanings)
    if others or said:
        last = replace(
            last,
            assumed=(*last.assumed, Assumption.SEVERAL),
            also=tuple(dict.fromkeys((*last.also, *others))),
        )
    starts = [one.start for one in meanings if one.untold is Untold.START_ONLY]
    return replace(last, start=starts[0]) if starts and last.start is None else last


# --- running text


def _stands(one: Phrase, text: str) -> bool:
    """Tell that a term of running text surely is one, by its bound or its brackets."""
    if one.term.needs is Needs.NOTHING or one.original is not None:
        return True
    if one.term.needs is Needs.CELL:
        return False
    if one.counted_from in _COUNTED_ON or _is_bracketed(one, text):
        return True
    # "sáng thứ Bảy" alone is as often the time of something regular
    is_weekday = one.term.kind is TermKind.WEEKDAY
    return one.bound.is_bound or one.bound.is_firm or (one.bound.is_said and not is_weekday)


def _is_bracketed(one: Phrase, text: str) -> bool:
    """Tell that brackets or the ends of the text hold nothing else: "(HND; 15/4)"."""
    before, after = _ALONE_BEFORE.search(text, max(0, one.start - 4), one.start), one.end
    if before and (before.start() == 0 or ";" in before[0]) and text[after : after + 1] == ":":
        return True  # "30/4: khai trương"
    if before and before.start() == 0 and _ALONE.fullmatch(text, after):
        return True
    return bool(before and before[0].strip() and _CLOSES.match(text, after))


def _with_their_periods(known: Sequence[Phrase], text: str) -> list[Phrase]:
    """Give "trước ngày 25" its month where the sentence began with "Hằng tháng"."""
    found: list[Phrase] = []
    again: Phrase | None = None
    for one in known:
        if again is not None and _SENTENCE_END.search(text, again.end, one.start):
            again = None
        if one.term.kind is TermKind.EVERY and one.term.every is not None:
            again = one
        elif again is not None and one.term.kind in (TermKind.DAY_NUMBER, TermKind.WEEKDAY):
            every = on_day(again.term.every, one.term)
            term = replace(one.term, kind=TermKind.EVERY, every=every, assumed=())
            one = replace(one, term=term)
        found.append(one)
    return found


def _role(one: Phrase, text: str, context: DeadlineContext) -> DayRole:
    kind = one.term.kind
    due = one.term.last
    if kind in DAYS and due is not None and due < context.told_on and one.original is None:
        return DayRole.CITED
    is_day = kind in (TermKind.DAY, TermKind.WEEKDAY, TermKind.DAY_NUMBER)
    is_bound = one.bound.is_bound or one.term.is_range or kind not in DAYS
    is_bound = is_bound or (is_day and one.bound.is_firm)
    if not is_bound and not _is_bracketed(one, text):
        if _CITES_BEFORE.search(text, max(0, one.start - 40), one.start) or _CITES_AFTER.match(
            text, one.end
        ):
            return DayRole.CITED
        if _CELEBRATED.search(text, max(0, one.start - 60), one.start):
            return DayRole.CITED
        return DayRole.MENTIONED
    start = one.bound.whole
    is_work = _WORK.search(text, start, one.start) is not None
    if kind in DAYS and not is_work and _REPORTS.search(text, max(0, start - 80), start):
        return DayRole.REPORT
    return DayRole.DEADLINE


# --- from a phrase to its meaning


def _meaning(one: Phrase, wording: str, context: DeadlineContext) -> Deadline:
    term = one.term
    if term.kind is TermKind.EVERY:
        return Deadline(wording=wording, kind=DeadlineKind.PERIODIC, every=term.every)
    if term.kind is TermKind.ONGOING:
        return Deadline(wording=wording, kind=DeadlineKind.ONGOING)
    if term.kind is TermKind.NO_DAY:
        return Deadline(wording=wording)
    base = Deadline(
        wording=wording, assumed=term.assumed, also=term.also, counted_from=one.counted_from or (CountedFrom.SAID if term.is_told else None),
        original=one.original,
    )  # fmt: skip
    if one.bound.is_beginning and term.kind in DAYS and not term.is_range and term.last:
        return replace(base, start=term.first, untold=Untold.START_ONLY)
    if term.last is None or term.untold not in (None, Untold.IMPOSSIBLE):
        return replace(base, untold=term.untold or Untold.UNREAD)
    due, also = _due(one, term.last, context)
    first = term.first if term.kind is not TermKind.LENGTH else None
    if first is not None and first >= due:
        first = None
    return replace(
        base, kind=DeadlineKind.DATE, due=due, also=also, start=first,
        is_period_end=term.kind is TermKind.PERIOD,
    )  # fmt: skip


def _due(one: Phrase, last: date, context: DeadlineContext) -> tuple[date, tuple[date, ...]]:
    """Give the last day that is not too late: "trước tháng 6" ends with the month before it."""
    term = one.term
    if not one.bound.is_before or term.is_range:
        return last, term.also
    if term.kind is TermKind.PERIOD and term.first is not None and date.min < term.first < last:
        return term.first - _ONE_DAY, (*term.also, term.first, last)
    if term.is_feast and last > date.min:
        return last - _ONE_DAY, (*term.also, last)
    is_day = term.kind in DAYS and not one.bound.has_clock
    if is_day and context.before_means_day_before and last > date.min:
        return last - _ONE_DAY, term.also
    return last, term.also
