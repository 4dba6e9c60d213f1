"""The numbers and bullets that stand before an item, of every kind an office writes."""

import re
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.conclusions.reading.words.letters import CAPITALS


class MarkKind(Enum):
    """What kind of number or bullet opens a line; each kind is a rank of its own."""

    ARTICLE = "article"  # Điều 1.
    ROMAN = "roman"  # I.  I-
    UPPER = "upper"  # A.
    NUMBER = "number"  # 1.  1-  1)  1/
    DECIMAL = "decimal"  # 1.1.
    PAREN = "paren"  # (1)
    LETTER = "letter"  # a)  a.
    WORD = "word"  # Một là,
    BULLET = "bullet"  # -  *  +


@dataclass(frozen=True, slots=True)
class ItemMark:
    """A number or bullet: `rank` tells bullets and depths of numbers apart."""

    kind: MarkKind
    rank: str
    end: int


_COUNT = "nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười"
_FORMS = (
    (
        MarkKind.ARTICLE,
        re.compile(r"(?:điều|khoản|mục|phần|chương|câu)\s+(?:\d{1,3}|[ivx]{1,5}|thứ\s+\w+)\s*[.:)]\s*(?=\S)", re.I),
    ),
    (MarkKind.WORD, re.compile(rf"(?:(?:một|{_COUNT})\s+là|thứ\s+(?:{_COUNT}))\s*[,:]\s*(?=\S)", re.I)),
    (MarkKind.ROMAN, re.compile(r"[IVX]{1,5}\s*(?:[.)/]\s*[-–]?|[-–])\s*(?=[^\W\d_]|[“\"(])")),
    (MarkKind.UPPER, re.compile(r"[A-HĐ]\s*(?:[.)/]\s*[-–]?|[-–])\s+(?=\S)")),
    (MarkKind.DECIMAL, re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\s*[.)/:–-]?\s+(?=\S)")),
    (MarkKind.PAREN, re.compile(r"\(\s*\d{1,3}\s*\)\s*[.:-]?\s*(?=\S)")),
    (MarkKind.PAREN, re.compile(r"[\u2460-\u2473\u2776-\u277f]\s*(?=\S)")),
    (MarkKind.NUMBER, re.compile(r"\d{1,3}\s*(?:[.)/]\s*[-–]?|[-–:])\s*(?=[^\W\d_]|[“\"(*\[])")),
    (MarkKind.LETTER, re.compile(r"\(?[a-zđ]\s?\)\s*[.:-]?\s*(?=\S)|[a-zđ]\s?[./-]\s+(?=\S)")),
    # a comma after a number or a letter only where a new sentence begins
    (MarkKind.NUMBER, re.compile(rf"\d{{1,2}}\s?,\s+(?=[{CAPITALS}])")),
    (MarkKind.LETTER, re.compile(rf"[a-hđ]\s?,\s+(?=[{CAPITALS}])")),
    # Word pastes its bullets as private letters of Symbol and Wingdings, or as plain letters with a tab
    (MarkKind.BULLET, re.compile(r"[\ue000-\uf8ff•●○◦▪■□▫◆◇❖♦★✓✔➢►▶→‣⁃∙·]\s*(?=\S)")),
    (MarkKind.BULLET, re.compile(r"(?:[>»›]{1,3}|=>|->)\s*(?=[^\s>])")),
    (MarkKind.BULLET, re.compile(rf"[oØ§vüqw]\t\s*(?=\S)|[oØ§]\s+(?=[{CAPITALS}])")),
    (MarkKind.BULLET, re.compile(r"[-–—]\s*(?=[^\W_]|[“\"(\[])|[*+]{1,3}\s*(?=[^\s*+])")),
)  # fmt: skip
_ROMAN = re.compile(r"[IVX]+")


def read_mark(text: str, place: int = 0) -> ItemMark | None:
    """Read the number or bullet at a place; its end is where the words begin."""
    for kind, form in _FORMS:
        match = form.match(text, place)
        if match is not None:
            return ItemMark(kind, _rank(kind, match[0]), match.end())
    return None


def _rank(kind: MarkKind, written: str) -> str:
    """Name the rank of a mark: marks of one rank follow each other in a list."""
    if kind is MarkKind.BULLET:
        first = written[0]
        return "bullet -" if first in "-–—" else f"bullet {first}"
    if kind is MarkKind.DECIMAL:
        return f"decimal {written.count('.') - written.rstrip().endswith('.')}"
    if kind is MarkKind.NUMBER:
        # "1." and "1)" are lists within each other; "1." and "1-" are one habit or the other
        return "number )" if ")" in written else "number"
    return str(kind.value)
