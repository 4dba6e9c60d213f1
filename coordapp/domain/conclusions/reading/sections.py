"""A paper from above, pasted as text, in its numbered sections."""

from collections.abc import Iterator
from dataclasses import dataclass

from coordapp.domain.conclusions.reading.lines.numbering import ItemMark, MarkKind, read_mark
from coordapp.domain.kernel.text import nfc, one_line

_DEEPEST = 3
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSection:
    """A section as read: its level from 1, its number as written, first sentence and whole text."""

    level: int
    number: str
    title: str
    text: str


def read_sections(text: str) -> list[ReadSection]:
    """Split a text at its numbers; bullets and lines without one go on with what stands before.

    Each kind of number met first inside another is one level deeper; what would be deeper than
    three levels stays text of the third. Lines before the first number are no section.
    """
    found: list[tuple[int, str, list[str]]] = []
    ranks: list[str] = []
    for line in nfc(text).splitlines():
        words = line.strip()
        if not words:
            continue
        mark = read_mark(words)
        level = None if mark is None else _level(ranks, mark)
        if mark is not None and level is not None:
            found.append((level, words[: mark.end].strip(), [words[mark.end :].strip()]))
        elif found:
            found[-1][2].append(words)
    return [
        ReadSection(level=level, number=number, title=_title(lines[0]), text=_body(lines))
        for level, number, lines in found
    ]


def _level(ranks: list[str], mark: ItemMark) -> int | None:
    """Find the level of a number and forget the levels below; None where it is none of its own."""
    if mark.kind is MarkKind.BULLET:
        return None
    if mark.rank in ranks:
        del ranks[ranks.index(mark.rank) + 1 :]
        return len(ranks)
    if len(ranks) == _DEEPEST:
        return None
    ranks.append(mark.rank)
    return len(ranks)


def _title(line: str) -> str:
    """Give the words before the first full stop, at most as many as a title takes."""
    first = next(_sentences(one_line(line)))
    return first if len(first) <= _LONGEST_TITLE else f"{first[: _LONGEST_TITLE - 1].rstrip()}…"


def _sentences(line: str) -> Iterator[str]:
    head, stop, _ = line.partition(". ")
    yield head if stop else line.rstrip(".;:")


def _body(lines: list[str]) -> str:
    """Give the whole text; empty where the title says it all."""
    whole = "\n".join(lines)
    return "" if len(lines) == 1 and whole.rstrip(".;:") == _title(lines[0]) else whole
