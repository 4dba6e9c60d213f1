"""Rows that a column of degrees says to be secret: they have no place in the register."""

import re

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.importing.layout.columns import plain
from coordapp.domain.importing.layout.tables import TaskTable
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


def secret_cell(table: TaskTable, row: int) -> tuple[int, Value, Secrecy] | None:
    """Give the column, the cell and the degree that make a row secret; rows from 1, columns from 0."""
    held = table.sheet.rows[row - 1]
    for column in table.columns:
        if column < len(held) and _TITLE.search(plain(table.header.title(column))):
            said = " ".join(fold(cells.typed(held[column])).strip(' .()[]“”"').split())
            for degree, words in _DEGREES.items():
                if said in words:
                    return column, held[column], degree
    return None
