"""A draft that the clauses after it may still add to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import NO_DEADLINE, DayRole, Deadline, FoundDeadline
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading.actors.actor_reader import Actor
from coordapp.domain.conclusions.reading.actors.name_lists import unique
from coordapp.domain.conclusions.reading.clauses import ClauseReading
from coordapp.domain.conclusions.reading.draft import Draft, Party
from coordapp.domain.conclusions.reading.lines.written_lines import NoticeLine
from coordapp.domain.conclusions.reading.tables import TableRow


@dataclass(slots=True)
class OpenDraft:
    """What was read of a task so far; `inherited` is the deadline of the heading above it."""

    line: NoticeLine
    start: int
    end: int
    leads: tuple[Actor, ...]
    joined: tuple[Actor, ...]
    found: list[FoundDeadline]
    inherited: FoundDeadline | None = None
    more: list[tuple[NoticeLine, int, int]] = field(default_factory=list)

    @classmethod
    def of_row(cls, row: TableRow) -> "OpenDraft":
        """Take over the row of a table."""
        found = FoundDeadline(start=row.start, end=row.end, deadline=row.deadline)
        return cls(
            line=row.line,
            start=row.start,
            end=row.end,
            leads=row.leads,
            joined=row.joined,
            found=[found] if row.deadline else [],
        )

    @property
    def last_line(self) -> NoticeLine:
        """Give the line in which the draft ends."""
        return self.more[-1][0] if self.more else self.line

    def join(
        self, line: NoticeLine, reading: ClauseReading, found: Sequence[FoundDeadline]
    ) -> None:
        """Add a clause that belongs to this task."""
        self.found += found
        self.joined = unique((*self.joined, *reading.joined), self.leads)
        if reading.leads:
            self.leads = reading.leads
        if line is self.line:
            self.end = reading.end
        else:
            self.more.append((line, reading.start, reading.end))

    def finished(self, text: str) -> Draft:
        """Give the draft as it stands."""
        start, end = self.line.span(self.start, self.end)
        words = self.line.text[self.start : self.end]
        for line, first, last in self.more:
            end = line.span(first, last)[1]
            words = f"{words.rstrip('.;, ')}; {line.text[first:last]}"
        deadline, report = _deadlines(self.found, self.inherited)
        return Draft(
            start=start,
            end=end,
            quote=text[start:end],
            words=" ".join(words.split()),
            leads=_parties(self.leads),
            coordinating=_parties(unique(self.joined, self.leads)),
            deadline=deadline,
            report=report,
        )


def _deadlines(
    found: Sequence[FoundDeadline], inherited: FoundDeadline | None
) -> tuple[Deadline, Deadline]:
    """Tell the deadline of the work from that of the report; a day goes before "thường xuyên"."""
    ordered = [one for one in found if one.deadline.kind is not DeadlineKind.ONGOING]
    bound = [one for one in ordered if one.role is DayRole.DEADLINE]
    dated = [one for one in bound if one.deadline.due is not None]
    work = grammar.chosen(dated or bound or ordered or found) or inherited
    if work is None:
        return NO_DEADLINE, NO_DEADLINE
    reports = [one for one in found if one.role is DayRole.REPORT and one is not work]
    return work.deadline, reports[0].deadline if reports else NO_DEADLINE


def _parties(actors: Iterable[Actor]) -> tuple[Party, ...]:
    return tuple(Party(actor.label, actor.unit_ids) for actor in actors)
