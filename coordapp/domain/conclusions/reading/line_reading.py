"""The clauses of one line, read one after the other: what one leaves open goes to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import DayRole, DeadlineContext, FoundDeadline
from coordapp.domain.conclusions.reading.actors.actor_reader import Actor
from coordapp.domain.conclusions.reading.actors.name_lists import NameLists, is_superior, unique
from coordapp.domain.conclusions.reading.clauses import (
    ClauseKind,
    ClauseReader,
    ClauseReading,
    Setting,
)
from coordapp.domain.conclusions.reading.cutting import Piece, cut
from coordapp.domain.conclusions.reading.headings import TaskHeading
from coordapp.domain.conclusions.reading.lines.blocks import NoticeBlock, Part
from coordapp.domain.conclusions.reading.open_draft import OpenDraft
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.letters import plain

_OPENING = 3  # letters before a deadline that opens a clause
_TELLS = ("decision", "superior", "praise")  # what goes on after these asks nothing of itself
_BOUND = (DayRole.DEADLINE, DayRole.REPORT)


@dataclass(slots=True)
class LineReader:
    """Reads the clauses of a line; `done` are the drafts so far, `last` only fills in the last.

    `leads` and `first_leads` are those whom the clauses named last and first.
    """

    block: NoticeBlock
    lists: NameLists
    heading: TaskHeading
    context: DeadlineContext
    done: list[OpenDraft]
    is_announced: bool
    fills_in: bool
    leads: tuple[Actor, ...] = ()
    joined: tuple[Actor, ...] = ()
    first_leads: tuple[Actor, ...] | None = None
    listed_leads: tuple[Actor, ...] = ()
    is_listed: bool = False
    follows_task: bool = False
    after_decision: bool = False
    unhandled: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> None:
        """Read the whole line."""
        self.leads, self.joined = self.heading.leads, self.heading.joined
        reader = ClauseReader(self.lists)
        others_speak = False
        for piece in cut(self.lists):
            if piece.opens_sentence:
                self.is_listed = self.after_decision = False
                low = self.lists.tokens.plain[piece.start : piece.end].replace("\t", " ")
                others_speak = self._others_speak(low, piece)
                self.is_announced = self.is_announced or bool(signs.CONCLUDES.match(low))
            if others_speak:
                continue
            if piece.is_introduction:
                self._introduce(reader, piece)
                continue
            found = self._deadlines_in(piece)
            reading = reader.read(piece.start, piece.end, self._setting(piece, found))
            self._take(reading, piece, found)

    def heading_below(self) -> TaskHeading | None:
        """Give what this line says of the lines of a deeper rank."""
        line, heading = self.block.line, self.heading
        if line.text.rstrip().endswith(":") and self.is_listed:
            return replace(
                heading,
                depth=line.depth,
                leads=self.leads,
                joined=self.joined,
                is_ordered=True,
                below_units=bool(self.leads),
                is_section=False,
                is_bare=line.mark is None,
            )
        if line.mark is None:
            return None
        is_named = self.first_leads is not None
        return replace(
            heading,
            depth=line.depth,
            leads=self.first_leads if self.first_leads is not None else heading.leads,
            is_section=False,
            is_bare=False,
            below_units=heading.below_units and not is_named,
        )

    # --- before a clause is read

    def _deadlines_in(self, piece: Piece) -> list[FoundDeadline]:
        """Find the deadlines of one clause; none reaches over its ends."""
        body = self.block.line.text[piece.start : piece.end]
        return [
            replace(one, start=one.start + piece.start, end=one.end + piece.start)
            for one in grammar.find(body, self.context)
        ]

    def _others_speak(self, low: str, piece: Piece) -> bool:
        """Tell whether a sentence gives the wishes or reports of others."""
        if signs.CONCLUDES.match(low) or self.block.line.mark is not None:
            return False
        if signs.WISHED.match(low) or signs.REPORTED.match(low):
            return True
        tokens = self.lists.tokens
        limit = tokens.at(piece.end)
        comma = low.find(",")
        for start in (piece.start, piece.start + comma + 1 if comma > 0 else piece.start):
            names = self.lists.list_at(tokens.at(start), limit)
            if names is not None and names.stop < limit:
                after = tokens.items[names.stop - 1].end
                says = signs.SAYS_OWN.match(tokens.plain, after, piece.end)
                return bool(says) and not is_superior(self.lists, names.actors[-1])
        return False

    def _setting(self, piece: Piece, found: Sequence[FoundDeadline]) -> Setting:
        opening = (one.end for one in found if one.start - piece.start <= _OPENING)
        return Setting(
            leads=self.listed_leads if self.is_listed else self.leads,
            below_units=self.heading.below_units,
            is_ordered=self.heading.is_ordered,
            is_item=self.block.line.mark is not None,
            is_listed=self.is_listed or piece.is_listed,
            follows_task=self.follows_task or (self.fills_in and piece.start == 0),
            is_announced=self.is_announced,
            time_end=next(opening, None),
            has_deadline=any(one.role in _BOUND for one in found),
            has_day=any(one.role in _BOUND and one.deadline.due for one in found),
            after_decision=self.after_decision,
            times=tuple((one.start, one.end) for one in found),
        )

    def _introduce(self, reader: ClauseReader, piece: Piece) -> None:
        """Let those whom an introduction names lead what is listed after it."""
        setting = Setting(leads=self.leads, is_item=True)
        reading = reader.read(piece.start, piece.end, setting)
        low = self.lists.tokens.plain_text(piece.start, piece.end)
        is_said = reading.is_assigned or not signs.SPEAKS_LAST.search(low)
        if reading.leads is not None and reading.kind is not ClauseKind.SILENT and is_said:
            self.leads = tuple(
                one for one in reading.leads if not signs.ANYBODY.fullmatch(plain(one.label))
            )
            self.joined = reading.joined
            if self.first_leads is None:
                self.first_leads = self.leads
        else:
            self.leads, self.joined = self.heading.leads, self.heading.joined
        self.is_listed, self.listed_leads = True, self.leads

    # --- after it is read

    def _take(self, reading: ClauseReading, piece: Piece, found: Sequence[FoundDeadline]) -> None:
        kind = self._allowed(reading, found)
        self.after_decision = self.after_decision or reading.reason in _TELLS
        inside = [one for one in found if reading.start <= one.start]
        if kind is ClauseKind.JOINS and self.done:
            self.done[-1].join(self.block.line, reading, inside)
        elif kind is ClauseKind.TASK:
            self._add(reading, inside)
            self.follows_task = True
        elif kind is ClauseKind.OPENS:
            self.leads, self.joined = reading.leads or (), reading.joined
            self.first_leads = self.leads if self.first_leads is None else self.first_leads
        elif kind in (ClauseKind.DOUBTFUL, ClauseKind.JOINS):
            self.unhandled.append(self.block.line.span(reading.start, reading.end))

    def _allowed(self, reading: ClauseReading, found: Sequence[FoundDeadline]) -> ClauseKind:
        """Let an account assign only in plain words, and a preamble only be asked about."""
        part = self.block.part
        if part is Part.CONCLUSIONS or reading.kind is ClauseKind.JOINS:
            return reading.kind
        if reading.kind is not ClauseKind.TASK:
            return ClauseKind.SILENT
        if reading.is_assigned:
            return ClauseKind.TASK if part is Part.ACCOUNT else ClauseKind.DOUBTFUL
        is_due = any(
            one.role is DayRole.DEADLINE and (one.deadline.due or date.min) >= self.context.told_on
            for one in found
        )
        return ClauseKind.DOUBTFUL if is_due else ClauseKind.SILENT

    def _add(self, reading: ClauseReading, found: list[FoundDeadline]) -> None:
        leads, joined = reading.leads, reading.joined
        if leads is None:
            leads = self.listed_leads if self.is_listed else self.leads
            joined = unique((*joined, *self.joined), leads)
        self.done.append(
            OpenDraft(
                line=self.block.line,
                start=reading.start,
                end=reading.end,
                leads=leads,
                joined=joined,
                found=found,
                inherited=self.heading.deadline,
            )
        )
        if reading.leads:
            self.leads, self.joined = reading.leads, ()
        if self.first_leads is None:
            self.first_leads = leads
