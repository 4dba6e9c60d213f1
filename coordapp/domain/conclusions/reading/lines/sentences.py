"""Sentences of a line, and the clauses a sentence is a chain of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coordapp.domain.conclusions.reading.words.letters import plain

_STOP = re.compile(r"[.!?…]+[”\")\]]*(?=\s|$)")
# what stands before a stop that ends no sentence
_SHORTENED = re.compile(
    r"(?:\b(?:tp|tx|tt|q|p|đ/c|ths|ts|pgs|gs|bs|ks|t\.ư|tr|stt|v\.v|vd|st|n|kt|tm|tl|mr|no)|\b[a-zđ])$"
)
# a stop ends a sentence before a capital, a number, a quotation, or nothing
_FOLLOWING = re.compile(r"\s*(\S?)")
_OPENS = '“"(-–•+*'
_BRACKETS = re.compile(r"[;()\[\]“”]")
_LONGEST = 2_000  # letters of a sentence
_CLOSING = {"(": ")", "[": "]", "“": "”"}
_WORD_MARK = re.compile(
    r"(?:(?<=[;:,.] )|(?<=[;:,.]))(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\s*[,:]?\s*"
    r"|(?:(?<=[;:,.] )|(?<=[;:,.]))thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s*(?:là)?\s*[,:]\s*"
)
_NUMBER_MARK = re.compile(
    r"(?:(?<=[;:,.] )|(?<=[;:,.])|^)(?:\(\s?(\d{1,2}|[a-zđ]|[ivx]{2,4})\s?\)|(\d{1,2}|[a-zđ])\))\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a line between stops, semicolons and numbers within the line."""

    start: int
    end: int
    opens_sentence: bool
    listed: bool = False  # a number within the line stands before it


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Cut a line where a stop is followed by a capital, a number or nothing."""
    low = plain(text)
    start = 0
    for match in _STOP.finditer(text):
        following = _FOLLOWING.match(text, match.end())
        first = following[1] if following is not None else ""
        if first and not (first.isupper() or first.isdigit() or first in _OPENS):
            continue
        is_short = first and match[0] == "."
        if is_short and _SHORTENED.search(low, max(0, match.start() - 8), match.start()):
            continue
        yield from _short_enough(text, start, match.start())
        start = match.end()
    yield from _short_enough(text, start, len(text))


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what no person wrote as one sentence, so that a long text takes no longer by the letter."""
    while end - start > _LONGEST:
        stop = text.rfind(" ", start + 1, start + _LONGEST)
        stop = stop if stop > start else start + _LONGEST
        body = _trimmed(text, start, stop)
        if body is not None:
            yield body
        start = stop
    body = _trimmed(text, start, end)
    if body is not None:
        yield body


def clauses(text: str) -> list[Clause]:
    """Cut a line into its clauses, in their order."""
    numbers = _listed(text)
    found: list[Clause] = []
    first = 0
    for start, end in sentences(text):
        while first < len(numbers) and numbers[first][0] < start:
            first += 1
        last = first
        while last < len(numbers) and numbers[last][0] < end:
            last += 1
        opens_sentence = True
        for begin, stop, listed in _chained(text, (start, end), numbers[first:last]):
            found.append(
                Clause(start=begin, end=stop, opens_sentence=opens_sentence, listed=listed)
            )
            opens_sentence = False
        first = last
    return found


def _chained(
    text: str, sentence: tuple[int, int], numbers: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Cut a sentence at semicolons outside of brackets, and before numbers of a list in it."""
    place, end = sentence
    cuts = [(stop, stop + 1, False) for stop in _semicolons(text, place, end)]
    cuts += [(start, after, True) for start, after in numbers]
    listed = False
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
    last = {closer: text.rfind(closer, start, end) for closer in _CLOSING.values()}
    for match in _BRACKETS.finditer(text, start, end):
        letter, place = match[0], match.start()
        if closing:
            closing = "" if letter == closing else closing
        elif letter in _CLOSING:
            # a bracket that is never closed hides nothing
            closing = _CLOSING[letter] if last[_CLOSING[letter]] > place else ""
        elif letter == ";":
            yield place


def _listed(text: str) -> list[tuple[int, int]]:
    """Find the numbers of a list inside a line, such as (1) and (2), or "một là"."""
    found = [match.span() for match in _WORD_MARK.finditer(plain(text))]
    numbers = list(_NUMBER_MARK.finditer(text))
    # a lone number in brackets refers to something; a list has a first and a second
    firsts = [match for match in numbers if (match[1] or match[2]) in ("1", "a")]
    if len(numbers) > 1 and firsts:
        found += [match.span() for match in numbers]
    return sorted(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;.:/"):
        end -= 1
    return (start, end) if start < end else None
