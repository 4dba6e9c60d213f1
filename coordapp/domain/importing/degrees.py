"""Columns of degrees of secrecy in tables of others, and what their cells say."""

import re
from collections.abc import Sequence

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.importing.layout.columns import plain
from coordapp.domain.importing.values import cells
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.text import fold

_TITLE = re.compile(r"\b(?:do|muc do|muc|cap do|cap|dau) (?:bao )?mat\b|^mat$")
# by the word of the stamp, or by the letter with which papers of each degree are numbered
_DEGREES = {
    Secrecy.ABSOLUTE: frozenset(("tuyet mat", "a")),
    Secrecy.TOP_SECRET: frozenset(("toi mat", "b")),
    Secrecy.SECRET: frozenset(("mat", "c", "x", "co")),
}


def secret_line(titles: Sequence[Value], line: Sequence[Value]) -> Secrecy | None:
    """Give the degree that a line has by the columns of degrees; None for an ordinary one."""
    found = (degree_of(cells.typed(title), cell) for title, cell in zip(titles, line, strict=False))
    return next((degree for degree in found if degree is not None), None)


def is_of_degrees(title: str) -> bool:
    """Tell a title below which degrees stand."""
    return _TITLE.search(plain(title)) is not None


def degree_of(title: str, cell: Value) -> Secrecy | None:
    """Give the degree above ordinary that a cell says below a title of degrees."""
    if not is_of_degrees(title):
        return None
    said = " ".join(fold(cells.typed(cell)).strip(' .()[]“”"').split())
    return next((degree for degree, words in _DEGREES.items() if said in words), None)
