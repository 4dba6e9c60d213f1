"""Tables as text between tabs, the way spreadsheets put them on the clipboard."""

import re
from collections.abc import Iterable, Sequence

_QUOTED_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN_CELL = re.compile(r"[^\t\n]*")
_QUOTED = frozenset('\t\n"')


def as_tabs(rows: Iterable[Sequence[str]]) -> str:
    """Write rows; a cell with a tab, a line end or a quote is quoted as Excel does."""
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


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


def _cell(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
