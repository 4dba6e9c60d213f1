"""Tables the way spreadsheets put them on the clipboard: text between tabs, and HTML."""

import html
import re
from collections.abc import Container, Iterable, Sequence
from html.parser import HTMLParser

_QUOTED_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN_CELL = re.compile(r"[^\t\n]*")
_QUOTED = frozenset('\t\n\r"')
_LINES = frozenset(("p", "div", "li", "h1", "h2", "h3", "h4"))
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_ACROSS = 200  # columns of one cell
# without these a spreadsheet takes "=1+1" for a formula, "1/2" for a day, and a line end for the
# next row; Excel reads the style, LibreOffice the attribute
_STYLE = '<style>.t {mso-number-format:"\\@";} br {mso-data-placement:same-cell;}</style>'
_AS_TEXT = ' class="t" sdnum="1033;0;@"'


def as_tabs(rows: Iterable[Sequence[str]]) -> str:
    """Write rows; a cell with a tab, a line end or a quote is quoted as Excel does."""
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def as_html(rows: Iterable[Sequence[str]], days: Container[int] = ()) -> str:
    """Write rows as an HTML table that Excel takes for text; `days` are columns of dates."""
    lines = (
        "".join(_html_cell(cell, is_text=column not in days) for column, cell in enumerate(row))
        for row in rows
    )
    return f"{_STYLE}<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def from_tabs(text: str) -> list[list[str]]:
    """Read rows; a quote that does not enclose a whole cell is a letter like any other."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return []
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        found = _QUOTED_CELL.match(text, place) or _PLAIN_CELL.match(text, place)
        if found is None:
            break
        cell = found[1].replace('""', '"') if found.re is _QUOTED_CELL else found[0]
        rows[-1].append(cell)
        place = found.end()
        if text[place : place + 1] == "\n":
            rows.append([])
        place += 1
    return rows


def copied_rows(text: str, as_page: str) -> list[list[str]]:
    """Read the rows of what was copied, given as text between tabs and as a web page.

    Word ends a row of the text at each paragraph of a cell; its page keeps the cell whole.
    """
    rows = from_tabs(text)
    table = from_html(as_page) if "<table" in as_page.lower() else []
    return table if table and _filled(table) != _filled(rows) else rows


def _filled(rows: Iterable[Sequence[str]]) -> int:
    # Excel ends the table of its page with a row that holds nothing
    return sum(any(cell.strip() for cell in row) for row in rows)


def from_html(page: str) -> list[list[str]]:
    """Read the rows of the only table of a page; none where it holds another number of tables."""
    reader = _Tables()
    reader.feed(page)
    reader.close()
    return reader.rows if reader.tables == 1 else []


class _Tables(HTMLParser):
    """Puts the texts of cells together: a paragraph or a line break begins a line of its cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tables = 0
        self._cell: list[str] | None = None
        self._columns = 1
        self._unseen = 0  # style sheets and the like, which hold no text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables += 1
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell = []
            across = dict(attrs).get("colspan") or ""
            self._columns = (
                min(int(across), _MOST_ACROSS) if across.isascii() and across.isdigit() else 1
            )
        elif tag in ("style", "script"):
            self._unseen += 1
        elif self._cell is not None and (tag == "br" or (tag in _LINES and self._has_text())):
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif tag in ("style", "script"):
            self._unseen = max(0, self._unseen - 1)

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            # a page breaks its lines where it likes; a blank that must stay is another letter
            self._cell.append(_BLANKS.sub(" ", data))

    def _has_text(self) -> bool:
        return any(part.strip() for part in self._cell or ())

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\n")
        if not self.rows:
            self.rows.append([])
        self.rows[-1] += ["\n".join(line.strip(" ") for line in lines).strip("\n")]
        self.rows[-1] += [""] * (max(1, self._columns) - 1)
        self._cell = None


def _html_cell(text: str, *, is_text: bool) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = "<br>".join(map(html.escape, lines))
    return f"<td{_AS_TEXT if is_text else ''}>{shown}</td>"


def _cell(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
