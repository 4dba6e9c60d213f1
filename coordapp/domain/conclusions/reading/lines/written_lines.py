"""The lines of a pasted text as its writer meant them.

Hard line breaks are joined, page numbers dropped, numbers and bullets taken off; each letter
keeps its place in the text.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coordapp.domain.conclusions.reading.lines.numbering import ItemMark, MarkKind, read_mark
from coordapp.domain.conclusions.reading.words.letters import is_all_capital, plain

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—]?", re.I)
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_CLOSED = tuple('.;:!?”"')
_OPEN_WORD = re.compile(
    r"(?:,|\b(?:và|của|với|cùng|các|những|cho|về|theo|tại|trong|trước|ngày|tháng|năm|quý|số|khoản|điểm|mục|điều|để|do|từ|đến|là|nhất))$"
)
_NARROW, _WIDE = 28, 130  # letters in a line of a page; longer lines are whole paragraphs
_FULL = 0.72  # share of the page's width that a line reaches before it is broken
_LAST_WORDS = 12  # letters that hold the last word of a line
_SOME = 3  # lines that begin small where the one before has no stop: the text is broken
_NUMBERS = (MarkKind.NUMBER, MarkKind.DECIMAL, MarkKind.ROMAN, MarkKind.LETTER, MarkKind.UPPER)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One line of the writer: its words without number and breaks, and where each stood.

    `plain` is their plain form.    `depth` is the rank of its number in the lists around it; 0 stands outside of all lists.
    """

    text: str
    plain: str
    places: Sequence[int]
    mark: ItemMark | None = None
    depth: int = 0
    after_gap: bool = False

    @property
    def start(self) -> int:
        """Give the place of the first letter in the text."""
        return self.places[0]

    @property
    def end(self) -> int:
        """Give the place after the last letter in the text."""
        return self.places[-1] + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the places in the text of a part of the line."""
        return self.places[start], self.places[end - 1] + 1

    @property
    def cells(self) -> list[tuple[int, int]]:
        """Give the parts between tabs; a line of a table has several."""
        return list(_parts(self.text))


def read_lines(text: str) -> list[NoticeLine]:
    """Read the lines of a composed text (NFC); empty ones are left out."""
    found: list[NoticeLine] = []
    stack: list[str] = []
    for one, after_gap in _joined(text):
        for line in _unmarked(text, one):
            depth = _depth(stack, line.mark)
            found.append(
                NoticeLine(
                    text=line.text,
                    plain=plain(line.text),
                    places=line.places,
                    mark=line.mark,
                    depth=depth,
                    after_gap=after_gap,
                )
            )
    return found


# --- breaks and page numbers


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line as it is broken: from its first letter to after its last."""

    start: int
    end: int


def _joined(text: str) -> Iterator[tuple[list[_Raw], bool]]:
    """Give the broken lines that are one line, and whether an empty line stood before them."""
    rows = list(_raw_lines(text))
    width = _page_width(text, [row for row in rows if row is not None])
    whole: list[_Raw] = []
    gap = opened_after_gap = False
    skipped_page = False
    for row in rows:
        if row is None:
            gap = True
            continue
        body = text[row.start : row.end]
        if _PAGE_NUMBER.fullmatch(body) and whole:
            skipped_page = True
            continue
        if whole and _goes_on(text, whole[-1], body, width, parted=gap and not skipped_page):
            whole.append(row)
        else:
            if whole:
                yield whole, opened_after_gap
            whole, opened_after_gap = [row], gap
        gap = skipped_page = False
    if whole:
        yield whole, opened_after_gap


def _raw_lines(text: str) -> Iterator[_Raw | None]:
    place = 0
    for match in _LINE_END.finditer(text):
        yield _stripped(text, place, match.start())
        place = match.end()
    yield _stripped(text, place, len(text))


def _stripped(text: str, start: int, end: int) -> _Raw | None:
    while start < end and (text[start].isspace() or text[start] in _UNSEEN):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _UNSEEN):
        end -= 1
    return _Raw(start, end) if start < end else None


def _page_width(text: str, rows: Sequence[_Raw]) -> int | None:
    """Give the width at which a text was broken; None for one of whole paragraphs."""
    broken = sum(
        _is_broken(text[before.start : before.end], text[row.start])
        for before, row in itertools.pairwise(rows)
    )
    if broken < _SOME:
        return None
    lengths = sorted(row.end - row.start for row in rows)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) > 1 else lengths[0]
    if not _NARROW <= width <= _WIDE or lengths[-1] > 2 * width:
        return None
    full = sum(_FULL * width <= length for length in lengths)
    return width if full >= max(3, len(lengths) // 4) else None


def _is_broken(body: str, following: str) -> bool:
    """Tell whether a line can only be broken: no stop, and what follows is no beginning."""
    if body.endswith(_CLOSED):
        return False
    return following.islower() or bool(_OPEN_WORD.search(plain(body[-_LAST_WORDS:])))


def _goes_on(text: str, row: _Raw, following: str, width: int | None, *, parted: bool) -> bool:
    """Tell whether a line is broken in its midst and goes on in the following one."""
    body = text[row.start : row.end]
    if parted or _begins_item(body, following) or "\t" in body or "\t" in following:
        return False
    if is_all_capital(body) != is_all_capital(following) and is_all_capital(body):
        return False
    opens_small = following[0].islower() or following[0].isdigit() or following[0] in "(,;.)/&–-"
    if body.endswith(_CLOSED):
        # a stop inside an abbreviation, or a clause that ends where the page ends
        return bool(width) and following[0].islower() and len(body) >= _FULL * (width or 0)
    if _OPEN_WORD.search(plain(body[-_LAST_WORDS:])) and opens_small:
        return True
    if width is None:
        return following[0].islower() and not is_all_capital(body) and not _is_label(following)
    return len(body) >= _FULL * width


def _is_label(text: str) -> bool:
    return text.endswith(":")


def _begins_item(body: str, following: str) -> bool:
    mark = read_mark(following)
    if mark is None:
        return False
    if (
        mark.kind in _NUMBERS
        and _OPEN_WORD.search(plain(body[-_LAST_WORDS:]))
        and not body.endswith(",")
    ):
        # "Thông báo số" goes on with "41/TB-UBND"
        return False
    # "15. " at the start of a broken line may be the end of a date; a list goes on with capitals
    return mark.kind is not MarkKind.DECIMAL or following[mark.end : mark.end + 1].isupper()


# --- letters and their places


@dataclass(frozen=True, slots=True)
class _Unmarked:
    text: str
    places: Sequence[int]
    mark: ItemMark | None


def _unmarked(text: str, rows: Sequence[_Raw]) -> Iterator[_Unmarked]:
    """Take number and bullet off; a number followed by another opens two lines in one."""
    letters, places = _letters(text, rows)
    body = "".join(letters)
    mark = read_mark(body)
    start = 0 if mark is None else mark.end
    second = None if mark is None or mark.kind is MarkKind.BULLET else read_mark(body, start)
    if second is not None and second.kind in (MarkKind.LETTER, MarkKind.PAREN, MarkKind.DECIMAL):
        mark, start = second, second.end
    if start < len(body):
        yield _Unmarked(body[start:], places[start:], mark)


def _letters(text: str, rows: Sequence[_Raw]) -> tuple[list[str], list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for number, row in enumerate(rows):
        if number and letters and letters[-1] != " ":
            letters.append(" ")
            places.append(rows[number - 1].end)
        for place in range(row.start, row.end):
            letter = text[place]
            if letter in _UNSEEN:
                continue
            if letter.isspace() and letter != "\t":
                letter = " "
            if letter == " " and letters and letters[-1] == " ":
                continue
            letters.append(letter)
            places.append(place)
    return letters, places


def _depth(stack: list[str], mark: ItemMark | None) -> int:
    """Place a mark among the lists that are open: the same rank again, or a deeper one."""
    if mark is None:
        stack.clear()
        return 0
    if mark.rank in stack:
        del stack[stack.index(mark.rank) + 1 :]
    else:
        stack.append(mark.rank)
    return len(stack)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [place for place, letter in enumerate(text) if letter == "\t"] + [len(text)]:
        yield start, end
        start = end + 1
