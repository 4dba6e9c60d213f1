"""Tables pasted with tabs: which column holds the work, who leads, who coordinates, by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline, DeadlineContext
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading.actors.actor_reader import Actor, ActorReader
from coordapp.domain.conclusions.reading.actors.name_lists import NameLists, unique
from coordapp.domain.conclusions.reading.lines.numbering import MarkKind
from coordapp.domain.conclusions.reading.lines.written_lines import NoticeLine
from coordapp.domain.conclusions.reading.words.letters import is_all_capital, plain
from coordapp.domain.conclusions.reading.words.tokens import tokenize


class TableColumn(Enum):
    """What a column of a table of tasks holds."""

    NUMBER = "number"
    WORK = "work"
    LEAD = "lead"
    JOINED = "joined"
    DUE = "due"
    OTHER = "other"


_TITLES = (
    (TableColumn.NUMBER, re.compile(r"(?:s?tt|số tt|số thứ tự|#)$")),
    (TableColumn.JOINED, re.compile(r".*phối hợp")),
    (TableColumn.OTHER, re.compile(r".*(?:sản phẩm|ghi chú|kết quả|kinh phí|địa điểm|căn cứ|lãnh đạo chỉ đạo|người theo dõi)")),
    (TableColumn.DUE, re.compile(r".*(?:thời hạn|thời gian|thời điểm|hạn|hoàn thành|tiến độ|xong|ngày)")),
    (TableColumn.LEAD, re.compile(r".*(?:chủ trì|đơn vị|cơ quan|đầu mối|phụ trách|người thực hiện|phân công|trách nhiệm)")),
    (TableColumn.WORK, re.compile(r".*(?:nội dung|nhiệm vụ|công việc|việc|tên|thực hiện)")),
)  # fmt: skip
_NUMBERED = re.compile(r"[\dIVXivx.\-()]{1,6}")
_DASH = frozenset(("-", "–", "—", "x", "/", ".", "không", "0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row that is a task: its span in the line, and what its cells say."""

    line: NoticeLine
    start: int
    end: int
    leads: tuple[Actor, ...]
    joined: tuple[Actor, ...]
    deadline: Deadline


def read_table(
    lines: Sequence[NoticeLine], actors: ActorReader, context: DeadlineContext
) -> list[TableRow | NoticeLine] | None:
    """Read the lines of a table as tasks; None when its columns tell of no tasks.

    A line of work that names neither unit nor time is given back as it is.
    """
    rows = [_cells(line) for line in lines]
    head = _titles(lines[0], rows[0])
    if head:
        columns = _completed(head, _guessed(lines[1:], rows[1:], actors, context))
    else:
        columns = _guessed(lines, rows, actors, context)
    if TableColumn.WORK not in columns:
        return None
    body = list(zip(lines, rows, strict=True))[bool(head) :]
    return list(_tasks(body, columns, actors, context))


def tables(lines: Sequence[NoticeLine]) -> Iterator[tuple[int, int]]:
    """Find the runs of lines that are tables: at least two lines of two cells."""
    start = None
    for number, line in enumerate([*lines, None]):
        if line is not None and (len(line.cells) > 1 or (start is not None and _is_bare(line))):
            start = number if start is None else start
        else:
            if start is not None and number - start > 1:
                yield start, number
            start = None


def _is_bare(line: NoticeLine) -> bool:
    """Tell a row that holds only its number, or the title of a section in capitals."""
    return bool(_NUMBERED.fullmatch(line.text)) or is_all_capital(line.text)


def _cells(line: NoticeLine) -> list[tuple[int, int]]:
    # a number before the first cell was taken off as a mark: it is a cell too
    return [(0, 0), *line.cells] if line.mark is not None else line.cells


def _titles(line: NoticeLine, cells: Sequence[tuple[int, int]]) -> list[TableColumn | None]:
    """Tell the columns by their titles; None for a title in other words."""
    found: list[TableColumn | None] = []
    for start, end in cells:
        title = plain(line.text[start:end]).strip(" :.")
        named = (column for column, form in _TITLES if title and form.match(title))
        found.append(next(named, None))
    is_head = TableColumn.WORK in found and (TableColumn.LEAD in found or TableColumn.DUE in found)
    return found if is_head else []


def _completed(
    titles: Sequence[TableColumn | None], guessed: Sequence[TableColumn]
) -> list[TableColumn]:
    """Let what a column holds settle what its title leaves open: "Ai làm", "Cùng làm"."""
    columns: list[TableColumn] = []
    for number, title in enumerate(titles):
        held = guessed[number] if number < len(guessed) else TableColumn.OTHER
        if title is None and held is TableColumn.JOINED and TableColumn.LEAD not in titles:
            held = TableColumn.JOINED if TableColumn.LEAD in columns else TableColumn.LEAD
        is_free = held in (TableColumn.LEAD, TableColumn.JOINED, TableColumn.DUE)
        if title is None and is_free and held not in titles and held not in columns:
            columns.append(held)
        else:
            columns.append(title or TableColumn.OTHER)
    return columns


def _guessed(
    lines: Sequence[NoticeLine],
    rows: Sequence[Sequence[tuple[int, int]]],
    actors: ActorReader,
    context: DeadlineContext,
) -> list[TableColumn]:
    """Tell columns without titles by what they hold."""
    width = max(len(cells) for cells in rows)
    columns = [TableColumn.OTHER] * width
    longest, work = 0, -1
    for column in range(width):
        texts = [
            line.text[slice(*cells[column])].strip()
            for line, cells in zip(lines, rows, strict=True)
            if column < len(cells)
        ]
        filled = [text for text in texts if text]
        if not filled or all(_NUMBERED.fullmatch(text) for text in filled):
            columns[column] = TableColumn.NUMBER
            continue
        named = sum(_is_name(text, actors) for text in filled)
        dated = sum(_is_time(grammar.read(text, context)) for text in filled)
        if 2 * named > len(filled):
            columns[column] = (
                TableColumn.JOINED if TableColumn.LEAD in columns else TableColumn.LEAD
            )
        elif 2 * dated > len(filled):
            columns[column] = TableColumn.DUE
        elif sum(map(len, filled)) > longest:
            longest, work = sum(map(len, filled)), column
    if work >= 0 and TableColumn.LEAD in columns:
        columns[work] = TableColumn.WORK
    return columns


def _is_time(read: Deadline) -> bool:
    return read.due is not None or read.kind is not DeadlineKind.NONE


def _is_name(text: str, actors: ActorReader) -> bool:
    lists = NameLists(actors, tokenize(text))
    names = lists.list_at(0, len(lists.tokens.items))
    return names is not None and names.stop == len(lists.tokens.items)


def _tasks(
    body: Sequence[tuple[NoticeLine, Sequence[tuple[int, int]]]],
    columns: Sequence[TableColumn],
    actors: ActorReader,
    context: DeadlineContext,
) -> Iterator[TableRow | NoticeLine]:
    for line, cells in body:
        held = dict(_held(line, cells, columns))
        if TableColumn.WORK not in held or len(held) == 1:
            if held and not _is_section(line, cells):
                yield line
            continue
        leads, joined = _named(line, held.get(TableColumn.LEAD), actors)
        more, others = _named(line, held.get(TableColumn.JOINED), actors)
        due = held.get(TableColumn.DUE)
        yield TableRow(
            line=line,
            start=held[TableColumn.WORK][0],
            end=len(line.text.rstrip(" \t.;")),
            leads=unique(leads),
            joined=unique((*joined, *more, *others), leads),
            deadline=NO_DEADLINE if due is None else _due(line.text[slice(*due)], context),
        )


def _is_section(line: NoticeLine, cells: Sequence[tuple[int, int]]) -> bool:
    """Tell a title with a letter or a Roman number before it from a row of work."""
    first = line.text[slice(*cells[0])].strip(" .)")
    is_marked = line.mark is not None and line.mark.kind in (MarkKind.ROMAN, MarkKind.UPPER)
    return is_marked or (first.isalpha() and first.isupper())


def _held(
    line: NoticeLine, cells: Sequence[tuple[int, int]], columns: Sequence[TableColumn]
) -> Iterator[tuple[TableColumn, tuple[int, int]]]:
    for column, (start, end) in zip(columns, cells, strict=False):
        text = line.text[start:end]
        bare = text.strip()
        if (
            bare
            and bare.lower() not in _DASH
            and column not in (TableColumn.NUMBER, TableColumn.OTHER)
        ):
            first = start + len(text) - len(text.lstrip())
            yield column, (first, first + len(bare))


def _named(
    line: NoticeLine, cell: tuple[int, int] | None, actors: ActorReader
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
