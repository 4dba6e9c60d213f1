"""What the words of a deadline mean: the day, how often, and what had to be assumed."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar


class Assumption(Enum):
    """What the words leave open and the reading settled; each is shown beside the day."""

    YEAR = "year"
    MONTH = "month"  # "trước ngày 25", of no month
    DAY_ORDER = "day_order"  # 03/15/2018 can only be the 15th of March
    PART = "part"  # "đầu tháng 6": no one day
    WEEKDAY = "weekday"  # the weekday said is not that of the day
    COUNT_START = "count_start"  # a length of time, from the day of the paper
    LUNAR = "lunar"  # a day of the lunar year, reckoned
    SEVERAL = "several"  # more than one day is named, the last was taken
    WORDS_LEFT = "words_left"  # a day, and words beside it that were not read


class Untold(Enum):
    """Why words give no day; they are kept as written."""

    UNREAD = "unread"  # not understood
    IMPOSSIBLE = "impossible"  # no calendar has such a day: 31/4
    UNSAID_START = "unsaid_start"  # a length of time from a day that is not known here
    EVENT = "event"  # before or after something whose day is not said
    START_ONLY = "start_only"  # "từ ngày 1/4": when it begins, not when it ends


class CountedFrom(Enum):
    """From which day a length of time runs."""

    TOLD = "told"  # the day of the paper or the working day: "trong 15 ngày"
    SAID = "said"  # the same day, but it is no length of time: "hôm nay", "tuần tới"
    ISSUED = "issued"  # the day the paper is issued or signed
    EVENT = "event"  # something whose day is not known here: the day it is received
    NAMED = "named"  # a day said in the words


class IntervalUnit(Enum):
    """The unit of a periodic interval."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """How often, and on which day: every `count` units, `times` in each when more than once.

    `day` is a day of the month (31 its last), of the `month` of the period when that is said
    (1 its first); `weekday` counts from Monday, 0. None: the words do not say.
    """

    unit: IntervalUnit
    count: int = 1
    times: int = 1
    day: int | None = None
    month: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineContext:
    """What the words are read against.

    `told_on` is the day of the paper or the working day, `issued_on` the day the paper was
    issued when it is known, `year` the register's own year or None: then a day without a year
    is the next such day. `typed` is for a field of days: there `t6` is a Friday, `5/3` a day of
    this year and `tuần này` its Friday. "Trước ngày d" is d at the latest unless
    `before_means_day_before`.
    """

    told_on: date
    calendar: Calendar = field(default_factory=Calendar)
    year: int | None = None
    issued_on: date | None = None
    typed: bool = False
    before_means_day_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The office's own words and what they mean.

    `due` is the last day of a range or a period, None when the words give none: then `untold`
    says why, unless the kind itself has no day. `start` is the first day of a range or period,
    `original` the day before it was extended, `also` other days the words can mean.
    """

    wording: str = ""
    kind: DeadlineKind = DeadlineKind.NONE
    due: date | None = None
    start: date | None = None
    original: date | None = None
    is_period_end: bool = False
    every: Every | None = None
    counted_from: CountedFrom | None = None
    assumed: tuple[Assumption, ...] = ()
    also: tuple[date, ...] = ()
    untold: Untold | None = None

    def __bool__(self) -> bool:
        """Tell that some words were there."""
        return bool(self.wording)


NO_DEADLINE = Deadline()


class DayRole(Enum):
    """What a day found in running text is for."""

    DEADLINE = "deadline"  # bound by "trước", "chậm nhất", "trong", a bracket of its own, …
    REPORT = "report"  # a deadline of the report on the work
    MENTIONED = "mentioned"  # a day said without a bound: "tổ chức ngày 15/4"
    CITED = "cited"  # the day of a paper that is cited, or of what is past


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDeadline:
    """One deadline of a running text: `text[start:end]` is its wording."""

    start: int
    end: int
    deadline: Deadline
    role: DayRole = DayRole.DEADLINE
