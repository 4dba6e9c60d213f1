"""How what is typed into a search finds a text: one rule for every list and for the one box.

Every word typed must begin a word of the text, tones and case aside. A short form of the office
finds what it stands for, and the other way round.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coordapp.domain.kernel.text import fold, nfc

Run = tuple[str, ...]  # words that stand side by side, the last one perhaps not typed to its end
Meaning = tuple[Run, ...]  # runs that must all be there
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a text must hold: of each need at least one meaning."""

    needs: tuple[tuple[Meaning, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Tell that no word was typed."""
        return not self.needs


def tokens(text: str) -> Run:
    """Split a text into the words that are searched."""
    return tuple(_WORD.findall(fold(text)))


def wanted(typed: str, same: Iterable[Sequence[Run]] = ()) -> Sought:
    """Read what is typed; each of `same` lists runs of words that stand for each other."""
    said = tokens(typed)
    groups = [tuple(filter(None, group)) for group in same]
    needs: list[tuple[Meaning, ...]] = []
    at = 0
    while at < len(said):
        length, others = _longest(said, at, groups)
        own: Meaning = tuple((word,) for word in said[at : at + length])
        needs.append((own, *((run,) for run in others)))
        at += length
    return Sought(needs=tuple(needs))


def _longest(said: Run, at: int, groups: list[tuple[Run, ...]]) -> tuple[int, list[Run]]:
    """Find the longest run here that stands for others, and these."""
    length, others = 1, list[Run]()
    for group in groups:
        for run in group:
            if said[at : at + len(run)] == run and len(run) >= length:
                if len(run) > length:
                    length, others = len(run), []
                others += [other for other in group if other != run and other not in others]
    return length, others


def finds(sought: Sought, text: str) -> bool:
    """Tell whether a text holds what is wanted."""
    return finder(sought)(spaced(text))


def spaced(text: str) -> str:
    """Write the words of a text, each behind a blank: what a `finder` looks through."""
    return "".join(f" {word}" for word in _WORD.findall(fold(text)))


def finder(sought: Sought) -> Callable[[str], bool]:
    """Make what tells of many texts, each as `spaced` writes it, whether they hold what is wanted."""
    # a run begins behind a blank and its words stand side by side: the whole run is one string
    needs = [
        [[f" {' '.join(run)}" for run in meaning] for meaning in meanings]
        for meanings in sought.needs
    ]
    return lambda held: all(
        any(all(run in held for run in meaning) for meaning in meanings) for meanings in needs
    )


class SpacedWords(dict[str, str]):
    """Remembers how texts are `spaced`: what many records share is folded once."""

    def __missing__(self, text: str) -> str:
        self[text] = spaced(text)
        return self[text]


def marked(sought: Sought, text: str) -> list[tuple[int, int]]:
    """Give the places in a composed text of the words that were sought: start and end of each."""
    spans: list[tuple[int, int]] = []
    held: list[str] = []
    for word in _WORD.finditer(nfc(text)):
        spans.append(word.span())
        held.append(fold(word[0]))
    found: set[int] = set()
    for meanings in sought.needs:
        for meaning in meanings:
            for run in meaning:
                for start in _places(run, tuple(held)):
                    found.update(range(start, start + len(run)))
    return [spans[place] for place in sorted(found)]


def _places(run: Run, held: Run) -> list[int]:
    whole, last = run[:-1], run[-1]
    return [
        start
        for start in range(len(held) - len(run) + 1)
        if held[start : start + len(whole)] == whole and held[start + len(whole)].startswith(last)
    ]
