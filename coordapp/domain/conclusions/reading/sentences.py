"""Sentences of a line, and the clauses a sentence is a chain of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coordapp.domain.conclusions.reading.letters import plain
from coordapp.domain.conclusions.reading.numbering import MarkKind, read_mark

_STOP = re.compile(r"[.!?…]+[”\")\]]*(?=\s|$)")
# what stands before a stop that ends no sentence
_SHORTENED = re.compile(r"(?:\b(?:tp|tx|tt|q|p|đ/c|ths|ts|pgs|gs|bs|ks|t\.ư|tr|stt|v\.v|vd|st|n|kt|tm|tl|mr|no)|\b[a-zđ])$")
_CLOSING = {"(": ")", "[": "]", "“": "”"}
_WORD_MARK = re.compile(
    r"(?:(?<=[;:,.] )|(?<=[;:,.]))(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\s*[,:]?\s*"
    r"|(?:(?<=[;:,.] )|(?<=[;:,.]))thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s*(?:là)?\s*[,:]\s*"
)
_NUMBER_MARK = re.compile(r"(?:(?<=[;:,.] )|(?<=[;:,.])|^)(?:\(\s?(\d{1,2}|[a-zđ])\s?\)|(\d{1,2}|[a-zđ])\))\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a line between stops, semicolons and numbers within the line.

    `link` tells how it hangs on the one before: by a semicolon, in a list, or not at all.
    """

    start: int
    end: int
    opens_sentence: bool
    opens_line: bool
    listed: bool = False  # a number within the line stands before it


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Cut a line where a stop is followed by a capital, a number or nothing."""
    low = plain(text)
    start = 0
    for match in _STOP.finditer(text):
        rest = text[match.end() :].lstrip()[:1]
        if rest and not (rest.isupper() or rest.isdigit() or rest in "“\"(-–•+*"):
            continue
        if rest and match[0] == "." and _SHORTENED.search(low, max(0, match.start() - 8), match.start()):
            continue
        body = _trimmed(text, start, match.start())
        if body is not None:
            yield body
        start = match.end()
    body = _trimmed(text, start, len(text))
    if body is not None:
        yield body


def clauses(text: str) -> list[Clause]:
    """Cut a line into its clauses, in their order."""
    found: list[Clause] = []
    for start, end in sentences(text):
        opens_sentence = True
        for first, last, listed in _chained(text, start, end):
            found.append(
                Clause(
                    start=first,
                    end=last,
                    opens_sentence=opens_sentence,
                    opens_line=not found,
                    listed=listed,
                )
            )
            opens_sentence = False
    return found


def _chained(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Cut a sentence at semicolons outside of brackets, and before numbers of a list in it."""
    cuts = [(place, place + 1, False) for place in _semicolons(text, start, end)]
    cuts += _listed(text, start, end)
    place, listed = start, False
    for stop, go_on, is_number in sorted(cuts):
        if stop >= place:
            body = _trimmed(text, place, stop)
            if body is not None:
                yield (*body, listed)
                listed = False
        place = max(place, go_on)
        listed = listed or is_number
    body = _trimmed(text, place, end)
    if body is not None:
        yield (*body, listed)


def _semicolons(text: str, start: int, end: int) -> Iterator[int]:
    closing = ""
    for place in range(start, end):
        letter = text[place]
        if closing:
            closing = "" if letter == closing else closing
        elif letter in _CLOSING:
            # a bracket that is never closed hides nothing
            closing = _CLOSING[letter] if text.find(_CLOSING[letter], place, end) > 0 else ""
        elif letter == ";":
            yield place


def _listed(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Find the numbers of a list inside a sentence: (1) …, (2) …; một là …, hai là …"""
    low = plain(text)
    words = [(match.start(), match.end(), True) for match in _WORD_MARK.finditer(low, start, end)]
    numbers = list(_NUMBER_MARK.finditer(text, start, end))
    # a lone number in brackets refers to something; a list has a first and a second
    firsts = [match for match in numbers if (match[1] or match[2]) in ("1", "a")]
    if len(numbers) > 1 and firsts:
        words += [(match.start(), match.end(), True) for match in numbers]
    return words


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;.:/"):
        end -= 1
    return (start, end) if start < end else None


def opens_with_mark(text: str) -> bool:
    """Tell whether a part of a line begins with a number of its own."""
    mark = read_mark(text)
    return mark is not None and mark.kind is not MarkKind.BULLET
