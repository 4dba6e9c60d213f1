"""Reading comma-separated text as programs of the last thirty years wrote it."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.kernel.text import nfc

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS = ";\t,|"
_LONGEST = 1_000_000  # letters of one field


def read_text(path: Path) -> str:
    """Give the whole text of a file in whatever alphabet it is.

    Raises DocumentError: source_unreadable, source_damaged.
    """
    return _content(path)[0]


def read(path: Path) -> tuple[list[list[str]], bool]:
    """Give the rows, and whether the alphabet had to be guessed.

    Raises DocumentError: source_unreadable, source_damaged.
    """
    text, guessed = _content(path)
    csv.field_size_limit(_LONGEST)
    try:
        return list(_rows(text)), guessed
    except csv.Error as error:
        raise DocumentError("source_damaged", path) from error


def _content(path: Path) -> tuple[str, bool]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError("source_unreadable", path) from error
    return _decoded(path, content)


def _rows(text: str) -> Iterator[list[str]]:
    first, _, rest = text.partition("\n")
    separator = _named_by_excel(first)
    if separator:
        text = rest
    return iter(csv.reader(io.StringIO(text, newline=""), delimiter=separator or _guessed(text)))


def _named_by_excel(line: str) -> str:
    """Read the line `sep=;` that Excel puts first, or takes."""
    line = line.strip().lower()
    return line[4:] if line.startswith("sep=") and len(line) == 5 else ""


def _guessed(text: str) -> str:
    """Choose the separator that cuts most of the first lines into equally many parts."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:30]

    def regularity(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines]
        common = max(set(counts), key=counts.count, default=0)
        return (counts.count(common) if common else 0, common)

    return max(_SEPARATORS, key=regularity)


def _decoded(path: Path, content: bytes) -> tuple[str, bool]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), False
            except UnicodeDecodeError as error:
                raise DocumentError("source_damaged", path) from error
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    # Windows wrote Vietnamese as letters with separate marks; the older fonts put their own
    # letters on the places of Western ones, which the reader of legacy text tells apart
    western = content.decode("cp1252", errors="replace")
    vietnamese = content.decode("cp1258", errors="replace")
    marks = sum(letter in "\u0300\u0301\u0303\u0309\u0323" for letter in vietnamese)
    return (nfc(vietnamese), True) if marks * 50 > len(vietnamese) else (western, True)
