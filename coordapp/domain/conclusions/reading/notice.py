"""The text of a notice read into draft tasks: by rules, offline, never by themselves."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.conclusions.reading.actors.actor_reader import ActorReader
from coordapp.domain.conclusions.reading.actors.directory import Addressee
from coordapp.domain.conclusions.reading.actors.name_lists import NameLists
from coordapp.domain.conclusions.reading.draft import NoticeReading
from coordapp.domain.conclusions.reading.headings import TaskHeading, read_heading
from coordapp.domain.conclusions.reading.line_reading import LineReader
from coordapp.domain.conclusions.reading.lines.blocks import (
    NoticeBlock,
    Part,
    read_blocks,
    says_conclusions,
)
from coordapp.domain.conclusions.reading.lines.written_lines import NoticeLine, read_lines
from coordapp.domain.conclusions.reading.open_draft import OpenDraft
from coordapp.domain.conclusions.reading.tables import TableRow, read_table, tables
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.letters import is_all_capital
from coordapp.domain.conclusions.reading.words.tokens import tokenize
from coordapp.domain.kernel.text import nfc

_UNREAD = (Part.HEAD, Part.ADDRESSEES, Part.FOOT)
_NEAR = 8  # letters of marks between a task and the line that fills it in
_FAR = 60  # letters, blanks counted, after which no line fills in a task
_SPEAKER = re.compile(
    r"(?:[^,;]{0,20}(?:kết luận|ý kiến|chỉ đạo)[^,;]{0,20} )?của (.{3,90}?)(?: tại| về|,|\(| ngày| với|$)"
)
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$")


class NoticeReader:
    """Reads notices of an office whose units and groups it knows."""

    def __init__(self, addressees: Sequence[Addressee]) -> None:
        self._actors = ActorReader(addressees)

    def read(self, text: str, context: DeadlineContext) -> NoticeReading:
        """Read the drafts a text gives, in its order.

        Unit: places count letters of the composed text (NFC).
        """
        text = nfc(text)
        blocks = read_blocks(read_lines(text))
        if context.issued_on is None:
            context = replace(context, issued_on=issued_on(blocks))
        return _BlockReader(text, self._actors, context).read(blocks)

    def read_conclusion(self, text: str, context: DeadlineContext) -> NoticeReading:
        """Read the drafts of a text that is a conclusion, whatever stands before it elsewhere.

        Unit: places count letters of the composed text (NFC).
        """
        text = nfc(text)
        lines = read_lines(text)
        blocks = [NoticeBlock(line=line, part=Part.CONCLUSIONS) for line in lines]
        return _BlockReader(text, self._actors, context).read(blocks, is_announced=True)


def issued_on(blocks: Sequence[NoticeBlock]) -> date | None:
    """Read the day of issue in the letterhead: "Lam Giang, ngày 20 tháng 02 năm 2019"."""
    for block in blocks:
        match = _DAY.search(block.line.plain) if block.part is Part.HEAD else None
        if match is not None:
            day, month, year = map(int, match.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


class _BlockReader:
    def __init__(self, text: str, actors: ActorReader, context: DeadlineContext) -> None:
        self._text = text
        self._actors = actors
        self._context = context
        self._issuer = ""
        self._headings: list[TaskHeading] = []
        self._done: list[OpenDraft] = []
        self._unhandled: list[tuple[int, int]] = []

    def read(self, blocks: Sequence[NoticeBlock], *, is_announced: bool = False) -> NoticeReading:
        """Read all blocks in their order; `is_announced` where all are known to be conclusions."""
        heads = [block.line for block in blocks if block.part is Part.HEAD]
        self._issuer = " ".join(filter(None, map(_speaker_of, heads)))
        in_tables = self._read_tables(blocks)
        for number, block in enumerate(blocks):
            if number in in_tables:
                self._done += in_tables[number]
            elif block.part not in _UNREAD:
                self._read_block(block, is_announced=is_announced)
                is_announced = is_announced or _announces(block)
        return NoticeReading(
            drafts=tuple(one.finished(self._text) for one in self._done),
            unhandled=tuple(sorted(self._unhandled)),
        )

    def _read_tables(self, blocks: Sequence[NoticeBlock]) -> dict[int, list[OpenDraft]]:
        """Read the tables of tasks; give of each of their lines the drafts."""
        found: dict[int, list[OpenDraft]] = {}
        lines = [block.line for block in blocks]
        for start, end in tables(lines):
            if any(block.part in (*_UNREAD, Part.SPEECHES) for block in blocks[start:end]):
                continue
            rows = read_table(lines[start:end], self._actors, self._context)
            if rows is None:
                continue
            found |= {number: [] for number in range(start, end)}
            for row in rows:
                if isinstance(row, TableRow):
                    found[lines.index(row.line, start, end)].append(OpenDraft.of_row(row))
                else:
                    self._unhandled.append(row.span(0, len(row.text)))
        return found

    def _read_block(self, block: NoticeBlock, *, is_announced: bool) -> None:
        self._leave_headings(block)
        line = block.line
        lists = NameLists(self._actors, tokenize(line.text, line.plain), self._issuer)
        if block.is_heading:
            found = grammar.find(line.text, self._context)
            heading = read_heading(block, lists, found, outer=self._current())
            self._headings.append(heading)
            if heading.has_work and block.part is Part.CONCLUSIONS:
                self._unhandled.append(line.span(0, len(line.text)))
        elif block.part is not Part.SPEECHES:
            reader = LineReader(
                block=block,
                lists=lists,
                heading=self._current(),
                context=self._context,
                done=self._done,
                is_announced=is_announced,
                fills_in=self._fills_in(line),
            )
            reader.read()
            self._unhandled += reader.unhandled
            below = reader.heading_below()
            if below is not None:
                self._headings.append(below)

    def _fills_in(self, line: NoticeLine) -> bool:
        """Tell whether a line only says when or by whom the task before it is to be done."""
        if not self._done:
            return False
        before = self._done[-1].last_line
        between = line.start - before.end
        if between > _FAR or len(self._text[before.end : line.start].strip()) > _NEAR:
            return False
        times = [(one.start, one.end) for one in grammar.find(line.text, self._context)]
        return signs.fills_in(line.text, times)

    def _current(self) -> TaskHeading:
        return self._headings[-1] if self._headings else TaskHeading()

    def _leave_headings(self, block: NoticeBlock) -> None:
        """Close the headings whose lines are over: those of this rank and below it."""
        line = block.line
        is_plain = line.mark is None and not block.is_heading
        while self._headings:
            last = self._headings[-1]
            if last.depth < line.depth or (is_plain and last.is_section):
                return
            if is_plain and last.is_bare and not line.after_gap:
                return
            self._headings.pop()


def _speaker_of(line: NoticeLine) -> str:
    """Give whom a line of the head names as issuing or speaking: capitals, "Kết luận của …"."""
    if is_all_capital(line.text):
        return line.plain
    match = _SPEAKER.match(line.plain)
    return match[1] if match is not None else ""


def _announces(block: NoticeBlock) -> bool:
    """Tell whether conclusions follow a block."""
    if block.part not in (Part.PREAMBLE, Part.CONCLUSIONS):
        return False
    is_opened = block.is_heading and block.part is Part.CONCLUSIONS
    low = block.line.plain
    return is_opened or says_conclusions(low) or bool(signs.CONCLUDES.match(low))
