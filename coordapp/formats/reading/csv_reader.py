"""Reading comma-separated text as programs of the last thirty years wrote it."""

import csv
import re
import unicodedata
from collections.abc import Sequence

from coordapp.formats.reading import frames
from coordapp.formats.reading.limits import MOST_CELLS, MOST_ROWS
from coordapp.formats.reading.refusal import Refused

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS = ";\t,|"
_LONGEST = 1_000_000  # letters of one field
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LOOKED_AT = 30


def read(path: str, put: frames.Put) -> None:
    """Send the rows. Raises Refused: source_unreadable, source_damaged, source_too_long, source_line_endless."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            content = file.read()
    except OSError as error:
        raise Refused("source_unreadable") from error
    text, is_guessed = decoded(content)
    csv.field_size_limit(_LONGEST)
    rows, is_open = _rows(text)
    width = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or len(rows) * width > MOST_CELLS:
        raise Refused("source_too_long", cell=f"R{len(rows)}C{width}")
    put("sheet", {"name": "", "is_hidden": False, "merged": []})
    frames.put_rows(put, [row + [""] * (width - len(row)) for row in rows])
    notes = [
        name for name, is_so in (("encoding_guessed", is_guessed), ("quote_open", is_open)) if is_so
    ]
    put("notes", (notes, False))


def _rows(text: str) -> tuple[list[list[str]], bool]:
    """Give the records, and whether a quotation mark stayed open."""
    first, _, rest = text.partition("\n")
    separator = _named_by_excel(first)
    if separator:
        text = rest
    separator = separator or _guessed(text)
    lines = _LINES.findall(text)
    usual = _usual(lines[:_LOOKED_AT], separator)
    rows: list[list[str]] = []
    is_open = False
    place = 0
    while place < len(lines):
        taken, place, stopped = _records(lines, place, separator, usual)
        rows += taken
        if stopped:
            # the mark is a letter like any other, and the next line a row of its own
            is_open = True
            rows.append(
                next(csv.reader([lines[place]], delimiter=separator, quoting=csv.QUOTE_NONE))
            )
            place += 1
    return rows, is_open


def _records(
    lines: Sequence[str], first: int, separator: str, usual: int
) -> tuple[list[list[str]], int, bool]:
    """Read records up to one that swallows rows; give them, where it begins, whether it does."""
    reader = csv.reader(iter(lines[first:]), delimiter=separator)
    rows: list[list[str]] = []
    begun = first
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            if first + reader.line_num - begun > 1:
                return rows, begun, True
            raise Refused("source_line_endless", row=str(begun + 1)) from error
        if row is None:
            return rows, len(lines), False
        end = first + reader.line_num
        if _swallows(lines[begun:end], separator, usual, is_last=end == len(lines)):
            return rows, begun, True
        rows.append(row)
        begun = end


def _swallows(record: Sequence[str], separator: str, usual: int, *, is_last: bool) -> bool:
    """Tell a quoted text of several lines from rows behind a mark that nothing closes."""
    if len(record) < 2:
        return False
    if is_last and "".join(record).count('"') % 2:
        return True
    counts = [line.count(separator) for line in record]
    # its first line is a whole row already, and so is one of the others
    return usual > 0 and counts[0] >= usual and max(counts[1:]) >= usual


def _named_by_excel(line: str) -> str:
    """Read the line `sep=;` that Excel puts first, or takes."""
    line = line.strip().lower()
    return line[4:] if line.startswith("sep=") and len(line) == 5 else ""


def _guessed(text: str) -> str:
    """Choose the separator that cuts most of the first lines into equally many parts."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:_LOOKED_AT]

    def regularity(separator: str) -> tuple[int, int]:
        common = _usual(lines, separator)
        return (sum(line.count(separator) == common for line in lines) if common else 0, common)

    return max(_SEPARATORS, key=regularity)


def _usual(lines: Sequence[str], separator: str) -> int:
    """Give how many separators most lines have."""
    counts = [line.count(separator) for line in lines if line.strip()]
    return max(set(counts), key=counts.count, default=0)


def decoded(content: bytes) -> tuple[str, bool]:
    """Give the text, and whether its alphabet had to be guessed. Raises Refused: source_damaged."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), False
            except UnicodeDecodeError as error:
                raise Refused("source_damaged") from error
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    # Windows wrote Vietnamese as letters with separate marks; the older fonts put their own
    # letters on the places of Western ones, which the reader of legacy text tells apart
    western = content.decode("cp1252", errors="replace")
    vietnamese = content.decode("cp1258", errors="replace")
    marks = sum(letter in "\u0300\u0301\u0303\u0309\u0323" for letter in vietnamese)
    if marks * 50 > len(vietnamese):
        return unicodedata.normalize("NFC", vietnamese), True
    return western, True
