"""What a review report prints: typed words, and the sums of the register for its period.

Sums are made of their parts here, so that no table of them can fail to add up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from coordapp.domain.documents.letter_contents import Letter
from coordapp.domain.figures.case_contents import PracticeLine
from coordapp.domain.figures.status import StatusTable
from coordapp.domain.figures.status_lines import StatusLine
from coordapp.domain.figures.summary_indicators import IndicatorSum
from coordapp.domain.figures.summary_period import SummaryPeriod
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.practices.practice import PracticeCount, YearState
from coordapp.domain.practices.report_due import ReceiptState
from coordapp.domain.programmes.milestone import Judgement
from coordapp.domain.programmes.programme import DoneCount
from coordapp.domain.summaries.summary import SummaryPart


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSum:
    """The conferences held in the period with what they concluded, and the papers that went out."""

    conferences: int
    conclusions: int
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSum:
    """The tasks of a programme in the years of the period."""

    code: str
    title: str
    common: DoneCount
    registered: DoneCount

    @property
    def total(self) -> DoneCount:
        """Add both kinds."""
        return added((self.common, self.registered))


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneLine:
    """A target of the roadmap of a programme or of a directive."""

    owner: str
    year: int
    planned: str
    done: str
    judgement: Judgement
    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSum:
    """A section of the highest level, with the tasks of all that stands under it."""

    number: str
    title: str
    count: DoneCount
    tasks: int  # cancelled ones too: a section that was given work is none without


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveSum:
    """A directive with its sections."""

    code: str
    number: str
    subject: str
    sections: tuple[SectionSum, ...]

    @property
    def without(self) -> tuple[SectionSum, ...]:
        """Give the sections nobody was given a task of."""
        return tuple(one for one in self.sections if not one.tasks)

    @property
    def total(self) -> DoneCount:
        """Add the tasks of the sections."""
        return added(one.count for one in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSum:
    """The models of a unit in a year: what the list holds beside what the unit reported."""

    unit: str
    year: int
    listed: Mapping[YearState, int]
    told: Mapping[YearState, int]
    source: str = ""
    told_on: date | None = None

    def missing(self, state: YearState) -> int | None:
        """Give how many reported ones the list lacks; None where the unit reported none."""
        if state not in self.told:
            return None
        return self.told[state] - self.listed.get(state, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementSum:
    """A movement with who was proposed to be commended, and who is."""

    code: str
    name: str
    year: int
    launched_by: str
    collectives: int
    individuals: int
    decided: int
    undated: int = 0  # of those proposed, counted by the year of the movement
    left_out: int = 0  # typed in after the period without a day that would say they belong to it

    @property
    def proposed(self) -> int:
        """Add collectives and persons."""
        return self.collectives + self.individuals


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSum:
    """Where the units stood with one report."""

    code: str
    title: str
    due_on: date
    counts: Mapping[ReceiptState, int]
    late: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Count the units it was asked of."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryReport(Letter):
    """The review report of a period."""

    conference_code: str = ""
    held_on: date | None = None
    period: SummaryPeriod
    texts: tuple[tuple[SummaryPart, str], ...] = ()
    status: StatusTable | None = None
    lines: tuple[StatusLine, ...] = ()  # the tasks behind the table
    meetings: tuple[MeetingSum, ...] = ()
    programmes: tuple[ProgrammeSum, ...] = ()
    milestones: tuple[MilestoneLine, ...] = ()
    directives: tuple[DirectiveSum, ...] = ()
    indicators: tuple[IndicatorSum, ...] = ()
    unmeasured: tuple[str, ...] = ()  # indicators without a figure in the period
    practices: tuple[PracticeSum, ...] = ()
    practice_lines: tuple[PracticeLine, ...] = ()
    movements: tuple[MovementSum, ...] = ()
    receipts: tuple[ReceiptSum, ...] = ()

    def text(self, part: SummaryPart) -> str:
        """Give what was typed for a part."""
        return dict(self.texts).get(part, "")

    @property
    def chosen(self) -> tuple[PracticeLine, ...]:
        """Give the models chosen to be replicated."""
        return tuple(line for line in self.practice_lines if line.practice.is_chosen)


def added(counts: Iterable[DoneCount]) -> DoneCount:
    """Add counts of tasks."""
    held = tuple(counts)
    return DoneCount(total=sum(one.total for one in held), done=sum(one.done for one in held))


def practice_sums(
    units: Mapping[UnitId | None, str],
    listed: Mapping[UnitId | None, Mapping[YearState, int]],
    told: Iterable[PracticeCount],
    year: int,
) -> list[PracticeSum]:
    """Put what the list holds of a year beside what units reported, in the order of `units`."""
    reports = {count.unit_id: count for count in told}
    return [
        _practice_sum(
            name, listed.get(unit_id, {}), reports.get(unit_id) if unit_id else None, year
        )
        for unit_id, name in units.items()
        if unit_id in listed or unit_id in reports
    ]


def _practice_sum(
    unit: str, listed: Mapping[YearState, int], count: PracticeCount | None, year: int
) -> PracticeSum:
    told: dict[YearState, int] = {}
    if count is not None:
        numbers = {YearState.KEPT: count.kept, YearState.NEW: count.new}
        told = {state: number for state, number in numbers.items() if number is not None}
    return PracticeSum(
        unit=unit,
        year=year,
        listed=listed,
        told=told,
        source="" if count is None else count.source,
        told_on=None if count is None else count.reported_on,
    )
