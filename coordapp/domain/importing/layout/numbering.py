"""The running numbers of a register: 1, 1.1, a), I, A, *; what kind they are and how deep."""

import re
from dataclasses import dataclass
from enum import Enum

_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_DIGITS = re.compile(r"\d{1,4}")
_DOTTED = re.compile(r"(?:\d{1,4}|[IVX]{1,5}|[A-ZĐ])(?:[.\-/]\d{1,3})+|\d{1,4}[a-zđ]")
_UPPER = re.compile(r"[A-ZĐ]")
_LOWER = re.compile(r"[a-zđ]")
_BULLET = re.compile(r"[-–—+*•●○▪■>]{1,2}")
_INLINE = re.compile(
    r"\s*(?P<number>[IVX]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])(?P<end>[.)/]|\s*[-–:])\s+(?=\S)"
    r"|\s*(?P<bullet>[-–—+*•●○▪■])\s*(?=\S)"
)
_VALUES = {"I": 1, "V": 5, "X": 10}


class NumberStyle(Enum):
    """How an item is numbered."""

    NONE = "none"
    ROMAN = "roman"
    UPPER = "upper"
    DIGIT = "digit"
    DOTTED = "dotted"
    LOWER = "lower"
    BULLET = "bullet"
    OTHER = "other"  # words where a number stands elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The number of one row: its kind, and how many parts it has."""

    style: NumberStyle = NumberStyle.NONE
    depth: int = 0
    value: int = 0

    @property
    def is_item(self) -> bool:
        """Tell the number of a task from that of a section."""
        return self.style in (
            NumberStyle.DIGIT,
            NumberStyle.DOTTED,
            NumberStyle.LOWER,
            NumberStyle.BULLET,
        )

    @property
    def is_section(self) -> bool:
        """Tell the number of a section."""
        return self.style in (NumberStyle.ROMAN, NumberStyle.UPPER)


NO_NUMBER = Numbering()


def read(text: str, before: Numbering = NO_NUMBER) -> Numbering:
    """Read a number by itself; after a section H the letter I is no one."""
    said = text.strip().lstrip("'(").rstrip(" .):/-–") or text.strip()
    if not said:
        return NO_NUMBER
    if _BULLET.fullmatch(said):
        return Numbering(style=NumberStyle.BULLET, depth=1)
    if _DIGITS.fullmatch(said):
        return Numbering(style=NumberStyle.DIGIT, depth=1, value=int(said))
    if _DOTTED.fullmatch(said):
        parts = re.split(r"[.\-/]", said)
        last = re.sub(r"\D", "", parts[-1])
        return Numbering(
            style=NumberStyle.DOTTED, depth=max(2, len(parts)), value=int(last) if last else 0
        )
    if _UPPER.fullmatch(said) and _follows(before, said):
        return Numbering(style=NumberStyle.UPPER, depth=1, value=_letter(said))
    if _ROMAN.fullmatch(said):
        return Numbering(style=NumberStyle.ROMAN, depth=1, value=_roman(said))
    if _UPPER.fullmatch(said):
        return Numbering(style=NumberStyle.UPPER, depth=1, value=_letter(said))
    if _LOWER.fullmatch(said):
        return Numbering(style=NumberStyle.LOWER, depth=1, value=_letter(said.upper()))
    return Numbering(style=NumberStyle.OTHER)


def inline(text: str, before: Numbering = NO_NUMBER) -> tuple[Numbering, str]:
    """Read the number that a text begins with, and the text without it."""
    found = _INLINE.match(text)
    if found is None:
        return NO_NUMBER, text
    number = read(found["number"] or found["bullet"], before)
    if number.style is NumberStyle.LOWER and found["end"] not in (")", "."):
        return NO_NUMBER, text
    return number, text[found.end() :]


def _follows(before: Numbering, said: str) -> bool:
    return before.style is NumberStyle.UPPER and before.value + 1 == _letter(said)


def _letter(letter: str) -> int:
    return "ABCDĐEFGHIKLMNOPQRSTUVXY".find(letter) + 1


def _roman(said: str) -> int:
    values = [_VALUES[letter] for letter in said]
    return sum(
        -value if place + 1 < len(values) and values[place + 1] > value else value
        for place, value in enumerate(values)
    )
