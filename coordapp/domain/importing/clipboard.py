"""Tables the way spreadsheets put them on the clipboard: text between tabs, and HTML."""

import html
import re
from collections.abc import Container, Iterable, Sequence

_QUOTED_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN_CELL = re.compile(r"[^\t\n]*")
_QUOTED = frozenset('\t\n\r"')
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


def _html_cell(text: str, *, is_text: bool) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = "<br>".join(map(html.escape, lines))
    return f"<td{_AS_TEXT if is_text else ''}>{shown}</td>"


def _cell(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
