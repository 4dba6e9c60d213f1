"""States told by a mark in one of several columns: x, X, ✓ or a sign of a symbol font."""

from collections.abc import Iterable

from coordapp.domain.importing.values import states
from coordapp.domain.importing.values.cells import typed
from coordapp.domain.importing.workbook import CellFont, Value
from coordapp.domain.tasks.task import WorkState

_MARKS = frozenset("xX×✓✔☑☒√vV●•*+✗✘■◼1")
# ticks and crosses where Wingdings, Wingdings 2, Webdings and Marlett keep them
_OF_SYMBOLS = frozenset("üûþýPORQTSaxX")
_NO_MARKS = frozenset("o¨q□☐○0")
_PRIVATE = range(0xF020, 0xF100)  # where Windows puts the letters of symbol fonts
_FEWEST_SHARE = 0.8


def is_mark(value: Value, font: CellFont | None = None) -> bool:
    """Tell that a cell is marked."""
    text = _plain(typed(value))
    if len(text) != 1 or text in _NO_MARKS:
        return False
    return text in _MARKS or (
        text in _OF_SYMBOLS and font in (CellFont.SYMBOL, None) and _is_odd(text, font)
    )


def _is_odd(text: str, font: CellFont | None) -> bool:
    # a plain letter is a mark only where its font says so; ü and þ are no words of ours
    return font is CellFont.SYMBOL or not text.isascii()


def _plain(text: str) -> str:
    return "".join(
        chr(ord(letter) - 0xF000) if ord(letter) in _PRIVATE else letter for letter in text
    )


def state_of(title: str) -> WorkState | None:
    """Give the state that a column of marks stands for, by its title."""
    return states.read(title).state if states.is_phrase(title) else None


def are_marks(values: Iterable[tuple[Value, CellFont | None]]) -> bool:
    """Tell a column of marks by its cells; a day or a word beside them is no other column."""
    told = [is_mark(value, font) for value, font in values]
    return not told or sum(told) >= len(told) * _FEWEST_SHARE
