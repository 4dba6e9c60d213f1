"""Tables pasted with tabs: which column holds the work, who leads, who coordinates, by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline, DeadlineContext
from coordapp.domain.conclusions.reading.actors import Actor, ActorReader
from coordapp.domain.conclusions.reading.letters import plain
from coordapp.domain.conclusions.reading.lines import Line
from coordapp.domain.conclusions.reading.naming import NameLists, unique
from coordapp.domain.conclusions.reading.tokens import tokenize


class Column(Enum):
    """What a column of a table of tasks holds."""

    NUMBER = "number"
    WORK = "work"
    LEAD = "lead"
    JOINED = "joined"
    DUE = "due"
    OTHER = "other"


_TITLES = (
    (Column.NUMBER, re.compile(r"(?:s?tt|số tt|số thứ tự|#)$")),
    (Column.JOINED, re.compile(r".*phối hợp")),
    (Column.OTHER, re.compile(r".*(?:sản phẩm|ghi chú|kết quả|kinh phí|địa điểm|căn cứ|lãnh đạo chỉ đạo|người theo dõi)")),
    (Column.DUE, re.compile(r".*(?:thời hạn|thời gian|thời điểm|hạn|hoàn thành|tiến độ|xong|ngày)")),
    (Column.LEAD, re.compile(r".*(?:chủ trì|đơn vị|cơ quan|đầu mối|phụ trách|người thực hiện|phân công|trách nhiệm)")),
    (Column.WORK, re.compile(r".*(?:nội dung|nhiệm vụ|công việc|việc|tên|thực hiện)")),
)  # fmt: skip
_NUMBERED = re.compile(r"[\dIVXivx.\-()]{1,6}")
_DASH = frozenset(("-", "–", "—", "x", "/", ".", "không", "0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row that is a task: its span in the line, and what its cells say."""

    line: Line
    start: int
    end: int
    leads: tuple[Actor, ...]
    joined: tuple[Actor, ...]
    deadline: Deadline


def read_table(
    lines: Sequence[Line], actors: ActorReader, context: DeadlineContext
) -> list[Row] | None:
    """Read the lines of a table as tasks; None when its columns tell of no tasks."""
    rows = [_cells(line) for line in lines]
    head = _titles(lines[0], rows[0])
    columns = head or _guessed(lines, rows, actors, context)
    if Column.WORK not in columns:
        return None
    body = list(zip(lines, rows, strict=True))[bool(head) :]
    return list(_tasks(body, columns, actors, context))


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Find the runs of lines that are tables: at least two lines of two cells."""
    start = None
    for number, line in enumerate([*lines, None]):
        if line is not None and len(line.cells) > 1:
            start = number if start is None else start
        else:
            if start is not None and number - start > 1:
                yield start, number
            start = None


def _cells(line: Line) -> list[tuple[int, int]]:
    # a number before the first cell was taken off as a mark: it is a cell too
    return [(0, 0), *line.cells] if line.mark is not None else line.cells


def _titles(line: Line, cells: Sequence[tuple[int, int]]) -> list[Column]:
    found: list[Column] = []
    for start, end in cells:
        title = plain(line.text[start:end]).strip(" :.")
        named = (column for column, form in _TITLES if title and form.match(title))
        found.append(next(named, Column.OTHER))
    is_head = Column.WORK in found and (Column.LEAD in found or Column.DUE in found)
    return found if is_head else []


def _guessed(
    lines: Sequence[Line],
    rows: Sequence[Sequence[tuple[int, int]]],
    actors: ActorReader,
    context: DeadlineContext,
) -> list[Column]:
    """Tell columns without titles by what they hold."""
    width = max(len(cells) for cells in rows)
    columns = [Column.OTHER] * width
    longest, work = 0, -1
    for column in range(width):
        texts = [
            line.text[slice(*cells[column])].strip()
            for line, cells in zip(lines, rows, strict=True)
            if column < len(cells)
        ]
        filled = [text for text in texts if text]
        if not filled or all(_NUMBERED.fullmatch(text) for text in filled):
            columns[column] = Column.NUMBER
            continue
        named = sum(_is_name(text, actors) for text in filled)
        dated = sum(grammar.read(text, context).due is not None for text in filled)
        if 2 * named > len(filled):
            columns[column] = Column.JOINED if Column.LEAD in columns else Column.LEAD
        elif 2 * dated > len(filled):
            columns[column] = Column.DUE
        elif sum(map(len, filled)) > longest:
            longest, work = sum(map(len, filled)), column
    if work >= 0 and Column.LEAD in columns:
        columns[work] = Column.WORK
    return columns


def _is_name(text: str, actors: ActorReader) -> bool:
    lists = NameLists(actors, tokenize(text))
    names = lists.list_at(0, len(lists.tokens.items))
    return names is not None and names.stop == len(lists.tokens.items)


def _tasks(
    body: Sequence[tuple[Line, Sequence[tuple[int, int]]]],
    columns: Sequence[Column],
    actors: ActorReader,
    context: DeadlineContext,
) -> Iterator[Row]:
    for line, cells in body:
        held = dict(_held(line, cells, columns))
        if Column.WORK not in held or len(held) == 1:
            continue
        leads, joined = _named(line, held.get(Column.LEAD), actors)
        more, others = _named(line, held.get(Column.JOINED), actors)
        due = held.get(Column.DUE)
        yield Row(
            line=line,
            start=held[Column.WORK][0],
            end=len(line.text.rstrip(" \t.;")),
            leads=unique(leads),
            joined=unique((*joined, *more, *others), leads),
            deadline=NO_DEADLINE if due is None else _due(line.text[slice(*due)], context),
        )


def _held(
    line: Line, cells: Sequence[tuple[int, int]], columns: Sequence[Column]
) -> Iterator[tuple[Column, tuple[int, int]]]:
    for column, (start, end) in zip(columns, cells, strict=False):
        text = line.text[start:end]
        bare = text.strip()
        if bare and bare.lower() not in _DASH and column not in (Column.NUMBER, Column.OTHER):
            first = start + len(text) - len(text.lstrip())
            yield column, (first, first + len(bare))


def _named(
    line: Line, cell: tuple[int, int] | None, actors: ActorReader
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    if cell is None:
        return (), ()
    lists = NameLists(actors, tokenize(line.text[slice(*cell)]))
    limit = len(lists.tokens.items)
    found: list[Actor] = []
    joined: list[Actor] = []
    place = 0
    while place < limit:
        names = lists.list_at(place, limit)
        if names is None:
            place += 1
            continue
        found += names.actors
        joined += names.joined
        place = names.stop
    if not found:
        return (Actor.as_written(line.text[slice(*cell)]),), ()
    return tuple(found), tuple(joined)


def _due(text: str, context: DeadlineContext) -> Deadline:
    whole = grammar.read(text, context)
    if whole.due is not None or whole.every is not None:
        return whole
    found = grammar.chosen(grammar.find(text, context))
    return whole if found is None else found.deadline
