"""The words of a line, each with its place."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from coordapp.domain.conclusions.reading.words.letters import is_all_capital, plain

_TOKEN = re.compile(r"[^\W_]+(?:/c\b)?|[^\w\s]|[_\t]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: `word` is its plain form, `is_capital` tells how it is written."""

    word: str
    start: int
    end: int
    is_capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of a line; in a line of capitals no word counts as capital."""

    text: str
    plain: str
    items: Sequence[Token]
    words: Sequence[str]
    starts: Sequence[int]
    in_capitals: bool

    def plain_text(self, start: int, end: int) -> str:
        """Give a part of the line in its plain form, tabs as blanks."""
        return self.plain[start:end].replace("\t", " ")

    def plain_words(self, first: int, limit: int) -> str:
        """Give the plain form of some words with what stands between them."""
        if first >= limit:
            return ""
        return self.plain_text(self.items[first].start, self.items[limit - 1].end)

    def at(self, place: int) -> int:
        """Give the first word that begins at a place of the line or after it."""
        return bisect_left(self.starts, place)


def tokenize(text: str, low: str | None = None) -> Tokens:
    """Take a line apart into words and marks; `low` is its plain form where that is known."""
    low = plain(text) if low is None else low
    in_capitals = is_all_capital(text)
    items = [
        Token(
            low[match.start() : match.end()],
            match.start(),
            match.end(),
            not in_capitals and match[0][0].isupper(),
        )
        for match in _TOKEN.finditer(text)
    ]
    return Tokens(
        text=text,
        plain=low,
        items=items,
        words=[item.word for item in items],
        starts=[item.start for item in items],
        in_capitals=in_capitals,
    )
