"""Drafts of tasks read from the text of a notice: by rules, offline, never by themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import (
    NO_DEADLINE,
    DayRole,
    Deadline,
    DeadlineContext,
    FoundDeadline,
)
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading import signs
from coordapp.domain.conclusions.reading.actors import Actor, ActorReader
from coordapp.domain.conclusions.reading.blocks import Block, Part, read_blocks, says_conclusions
from coordapp.domain.conclusions.reading.clauses import (
    ClauseKind,
    ClauseReader,
    ClauseReading,
    Setting,
)
from coordapp.domain.conclusions.reading.cutting import Piece, cut
from coordapp.domain.conclusions.reading.headings import Heading, read_heading
from coordapp.domain.conclusions.reading.letters import is_all_capital, plain
from coordapp.domain.conclusions.reading.lines import Line, read_lines
from coordapp.domain.conclusions.reading.names import Addressee
from coordapp.domain.conclusions.reading.naming import NameLists, is_superior, unique
from coordapp.domain.conclusions.reading.tables import Row, read_table, tables
from coordapp.domain.conclusions.reading.tokens import tokenize
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import nfc


@dataclass(frozen=True, slots=True)
class Party:
    """A unit, a group or a body as a draft names it; `unit_ids` is empty outside the register."""

    label: str
    unit_ids: tuple[UnitId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One task as it was read; `start` and `end` say where it stands in the composed text.

    `words` is the quote on one line, without page numbers. `report` is the deadline of a report
    where it differs from that of the work.
    """

    start: int
    end: int
    quote: str
    words: str
    leads: tuple[Party, ...] = ()
    coordinating: tuple[Party, ...] = ()
    deadline: Deadline = NO_DEADLINE
    report: Deadline = NO_DEADLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text gives: drafts, and the places that may ask something but were not read."""

    drafts: tuple[Draft, ...] = ()
    unhandled: tuple[tuple[int, int], ...] = ()


def read_notice(
    text: str, addressees: Sequence[Addressee], context: DeadlineContext
) -> Reading:
    """Read the drafts a text gives, in its order; places count letters of the composed text."""
    text = nfc(text)
    blocks = read_blocks(read_lines(text))
    return _NoticeReader(text, ActorReader(addressees), context).read(blocks)


@dataclass(slots=True)
class _Open:
    """A draft that the clauses after it may still add to."""

    line: Line
    start: int
    end: int
    leads: tuple[Actor, ...]
    joined: tuple[Actor, ...]
    found: list[FoundDeadline]
    inherited: FoundDeadline | None
    extra: list[tuple[Line, int, int]] = field(default_factory=list)

    @classmethod
    def of_row(cls, row: Row) -> "_Open":
        """Take over the row of a table."""
        found = FoundDeadline(start=row.start, end=row.end, deadline=row.deadline)
        return cls(
            line=row.line,
            start=row.start,
            end=row.end,
            leads=row.leads,
            joined=row.joined,
            found=[found] if row.deadline else [],
            inherited=None,
        )


@dataclass(slots=True)
class _LineState:
    """What the clauses of one line before this one left open."""

    leads: tuple[Actor, ...]
    joined: tuple[Actor, ...]
    listed_leads: tuple[Actor, ...] = ()
    is_listed: bool = False
    follows_task: bool = False
    first_leads: tuple[Actor, ...] | None = None
    after_decision: bool = False


class _NoticeReader:
    def __init__(self, text: str, actors: ActorReader, context: DeadlineContext) -> None:
        self._text = text
        self._actors = actors
        self._context = context
        self._headings: list[Heading] = []
        self._done: list[_Open] = []
        self._unhandled: list[tuple[int, int]] = []
        self._issuer = ""

    def read(self, blocks: Sequence[Block]) -> Reading:
        """Read all blocks in their order."""
        is_announced = False
        self._issuer = " ".join(
            plain(block.line.text)
            for block in blocks
            if block.part is Part.HEAD and is_all_capital(block.line.text)
        )
        in_tables = self._read_tables(blocks)
        for number, block in enumerate(blocks):
            if number in in_tables:
                self._done += in_tables[number]
                continue
            if block.part in _UNREAD:
                continue
            self._read_block(block, is_announced=is_announced)
            is_announced = is_announced or (
                block.part in (Part.PREAMBLE, Part.CONCLUSIONS) and says_conclusions(block.line.text)
            )
            is_announced = is_announced or (block.is_heading and block.part is Part.CONCLUSIONS)
            is_announced = is_announced or bool(signs.CONCLUDES.match(plain(block.line.text)))
        return Reading(
            drafts=tuple(self._finished(one) for one in self._done),
            unhandled=tuple(self._unhandled),
        )

    def _read_tables(self, blocks: Sequence[Block]) -> dict[int, list[_Open]]:
        """Read the tables of tasks; give of each of their lines the drafts."""
        found: dict[int, list[_Open]] = {}
        lines = [block.line for block in blocks]
        for start, end in tables(lines):
            if any(block.part in (*_UNREAD, Part.SPEECHES) for block in blocks[start:end]):
                continue
            rows = read_table(lines[start:end], self._actors, self._context)
            if rows is None:
                continue
            found |= {number: [] for number in range(start, end)}
            for row in rows:
                found[lines.index(row.line, start, end)].append(_Open.of_row(row))
        return found

    # --- one line

    def _read_block(self, block: Block, *, is_announced: bool) -> None:
        line = block.line
        self._leave_headings(block)
        lists = NameLists(self._actors, tokenize(line.text), self._issuer)
        if block.is_heading:
            found = grammar.find(line.text, self._context)
            heading = read_heading(block, lists, found, outer=self._current())
            self._headings.append(heading)
            if heading.has_work and block.part is Part.CONCLUSIONS:
                self._unhandled.append(line.span(0, len(line.text)))
            return
        if block.part is Part.SPEECHES:
            return
        self._read_line(block, lists, is_announced=is_announced)

    def _read_line(
        self,
        block: Block,
        lists: NameLists,
        *,
        is_announced: bool,
    ) -> None:
        line, heading = block.line, self._current()
        state = _LineState(leads=heading.leads, joined=heading.joined)
        reader = ClauseReader(lists)
        others_speak = False
        for piece in cut(line, lists):
            found = self._deadlines_in(line, piece)
            if piece.opens_sentence:
                state.is_listed = state.after_decision = False
                low = lists.tokens.plain[piece.start : piece.end].replace("\t", " ")
                others_speak = self._others_speak(low, block, lists, piece)
                is_announced = is_announced or bool(signs.CONCLUDES.match(low))
            if others_speak:
                continue
            if piece.is_introduction:
                self._introduce(reader, piece, state)
                continue
            setting = self._setting(block, piece, state, found, is_announced=is_announced)
            reading = reader.read(piece.start, piece.end, setting)
            self._take(block, reading, state, found, piece)
        if line.text.rstrip().endswith(":") and state.is_listed:
            self._headings.append(
                replace(heading, depth=line.depth, leads=state.leads, joined=state.joined, is_ordered=True,
                        below_units=bool(state.leads), is_section=False, is_bare=line.mark is None)
            )  # fmt: skip
        elif line.mark is not None:
            leads = heading.leads if state.first_leads is None else state.first_leads
            self._headings.append(
                replace(heading, depth=line.depth, leads=leads, is_section=False, is_bare=False,
                        below_units=heading.below_units and state.first_leads is None)
            )  # fmt: skip

    def _deadlines_in(self, line: Line, piece: Piece) -> list[FoundDeadline]:
        """Find the deadlines of one clause; none reaches over its ends."""
        return [
            replace(one, start=one.start + piece.start, end=one.end + piece.start)
            for one in grammar.find(line.text[piece.start : piece.end], self._context)
        ]

    def _others_speak(self, low: str, block: Block, lists: NameLists, piece: Piece) -> bool:
        """Tell whether a sentence gives the wishes or reports of others."""
        if signs.CONCLUDES.match(low) or block.line.mark is not None:
            return False
        if signs.WISHED.match(low) or signs.REPORTED.match(low):
            return True
        limit = lists.tokens.at(piece.end)
        comma = low.find(",")
        for start in (piece.start, piece.start + comma + 1 if comma > 0 else piece.start):
            names = lists.list_at(lists.tokens.at(start), limit)
            if names is not None and names.stop < limit:
                after = lists.tokens.items[names.stop - 1].end
                says = signs.SAYS_OWN.match(lists.tokens.plain, after, piece.end)
                return bool(says) and not is_superior(lists, names.actors[-1])
        return False

    def _setting(
        self,
        block: Block,
        piece: Piece,
        state: _LineState,
        found: Sequence[FoundDeadline],
        *,
        is_announced: bool,
    ) -> Setting:
        heading = self._current()
        inside = [one for one in found if piece.start <= one.start and one.end <= piece.end]
        dated = [one for one in inside if one.role in (DayRole.DEADLINE, DayRole.REPORT)]
        lead = next((one.end for one in inside if one.start - piece.start <= _OPENING), None)
        listed = state.is_listed or piece.is_listed
        joins_line = self._fills_in(block.line, piece, dated)
        return Setting(
            leads=state.listed_leads if state.is_listed else state.leads,
            below_units=heading.below_units,
            is_ordered=heading.is_ordered,
            is_item=block.line.mark is not None,
            is_listed=listed,
            follows_task=state.follows_task or joins_line,
            is_announced=is_announced,
            time_end=lead,
            has_deadline=bool(dated),
            after_decision=state.after_decision,
            times=tuple((one.start, one.end) for one in inside),
        )

    def _fills_in(self, line: Line, piece: Piece, dated: Sequence[FoundDeadline]) -> bool:
        """Tell whether a line only says when or by whom the task before it is to be done."""
        if not self._done or piece.start > 0:
            return False
        last = self._done[-1]
        before = last.extra[-1][0] if last.extra else last.line
        if before is line or len(self._text[before.end : line.start].strip()) > _NEAR:
            return False
        return signs.fills_in(line.text, [(one.start, one.end) for one in dated])

    def _introduce(self, reader: ClauseReader, piece: Piece, state: _LineState) -> None:
        """Let those whom an introduction names lead what is listed after it."""
        reading = reader.read(piece.start, piece.end, Setting(leads=state.leads, is_item=True))
        if reading.leads is not None and reading.kind is not ClauseKind.SILENT:
            named = tuple(one for one in reading.leads if not signs.ANYBODY.fullmatch(plain(one.label)))
            state.leads, state.joined = named, reading.joined
            if state.first_leads is None:
                state.first_leads = named
        else:
            state.leads, state.joined = self._current().leads, self._current().joined
        state.is_listed, state.listed_leads = True, state.leads

    # --- one clause

    def _take(
        self,
        block: Block,
        reading: ClauseReading,
        state: _LineState,
        found: Sequence[FoundDeadline],
        piece: Piece,
    ) -> None:
        line = block.line
        kind = self._allowed(block.part, reading, piece, found)
        state.after_decision = state.after_decision or reading.reason == "decision"
        if kind is ClauseKind.JOINS and self._done:
            self._join(line, reading, found)
        elif kind is ClauseKind.TASK:
            self._add(line, reading, state, found)
            state.follows_task = True
        elif kind is ClauseKind.OPENS:
            state.leads, state.joined = reading.leads or (), reading.joined
            state.first_leads = state.leads if state.first_leads is None else state.first_leads
        elif kind in (ClauseKind.DOUBTFUL, ClauseKind.JOINS):
            self._unhandled.append(line.span(reading.start, reading.end))

    def _allowed(
        self, part: Part, reading: ClauseReading, piece: Piece, found: Sequence[FoundDeadline]
    ) -> ClauseKind:
        """Let an account assign only in plain words, and a preamble only be asked about."""
        if part is Part.CONCLUSIONS or reading.kind is not ClauseKind.TASK:
            is_kept = part is Part.CONCLUSIONS or reading.kind is ClauseKind.JOINS
            return reading.kind if is_kept else ClauseKind.SILENT
        if not reading.is_assigned:
            is_due = any(
                one.role is DayRole.DEADLINE and piece.start <= one.start < piece.end
                and (one.deadline.due or date.min) >= self._context.told_on
                for one in found
            )  # fmt: skip
            return ClauseKind.DOUBTFUL if is_due else ClauseKind.SILENT
        return ClauseKind.TASK if part is Part.ACCOUNT else ClauseKind.DOUBTFUL

    def _add(
        self,
        line: Line,
        reading: ClauseReading,
        state: _LineState,
        found: Sequence[FoundDeadline],
    ) -> None:
        inside = [one for one in found if reading.start <= one.start and one.end <= reading.end]
        leads, joined = reading.leads, reading.joined
        if leads is None:
            leads = state.listed_leads if state.is_listed else state.leads
            joined = unique((*joined, *state.joined), leads)
        self._done.append(
            _Open(
                line=line,
                start=reading.start,
                end=reading.end,
                leads=leads,
                joined=joined,
                found=inside,
                inherited=self._current().deadline,
            )
        )
        if reading.leads:
            state.leads, state.joined = reading.leads, ()
        if state.first_leads is None:
            state.first_leads = leads

    def _join(
        self, line: Line, reading: ClauseReading, found: Sequence[FoundDeadline]
    ) -> None:
        last = self._done[-1]
        last.found += [
            one for one in found if reading.start <= one.start and one.end <= reading.end
        ]
        last.joined = unique((*last.joined, *reading.joined), last.leads)
        if reading.leads:
            last.leads = reading.leads
        if line is last.line:
            last.end = reading.end
        else:
            last.extra.append((line, reading.start, reading.end))

    # --- headings

    def _current(self) -> Heading:
        return self._headings[-1] if self._headings else Heading()

    def _leave_headings(self, block: Block) -> None:
        """Close the headings whose lines are over: those of this rank and below it."""
        line = block.line
        while self._headings:
            last = self._headings[-1]
            if last.is_bare and line.mark is None and not block.is_heading and not line.after_gap:
                return
            if last.depth < line.depth:
                return
            if line.mark is None and last.is_section and not block.is_heading:
                return
            self._headings.pop()

    # --- the result

    def _finished(self, one: _Open) -> Draft:
        start, end = one.line.span(one.start, one.end)
        words = one.line.text[one.start : one.end]
        for line, first, last in one.extra:
            end = line.span(first, last)[1]
            words = f"{words.rstrip('.;, ')}; {line.text[first:last]}"
        deadline, report = _deadlines(one.found, one.inherited)
        return Draft(
            start=start,
            end=end,
            quote=self._text[start:end],
            words=" ".join(words.split()),
            leads=_parties(one.leads),
            coordinating=_parties(one.joined),
            deadline=deadline,
            report=report,
        )


_UNREAD = (Part.HEAD, Part.ADDRESSEES, Part.FOOT)
_OPENING = 3  # letters before a deadline that opens a clause
_NEAR = 8


def _deadlines(
    found: Sequence[FoundDeadline], inherited: FoundDeadline | None
) -> tuple[Deadline, Deadline]:
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


def words_of(lines: Iterable[Line]) -> Iterator[str]:
    """Give the words of lines, for those who only need the text without its breaks."""
    return (line.text for line in lines)
