"""Phrases of several words, found by their words: the longest one that begins at a word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A table of phrases that finds the longest in the time of its length."""

    def __init__(self, entries: Iterable[tuple[Sequence[str], Value]]) -> None:
        self._root: dict[str, _Node[Value]] = {}
        for words, value in entries:
            self._add(words, value)

    @property
    def first_words(self) -> frozenset[str]:
        """Give the words with which phrases begin."""
        return frozenset(self._root)

    def longest(self, words: Sequence[str], first: int) -> tuple[int, Value] | None:
        """Give the number of words and the value of the longest phrase at a word."""
        return max(self.all_at(words, first), key=lambda found: found[0], default=None)

    def all_at(self, words: Sequence[str], first: int) -> Iterator[tuple[int, Value]]:
        """Give each phrase that begins at a word, the shorter before the longer."""
        children: Mapping[str, _Node[Value]] = self._root
        for count, word in enumerate(words[first : first + _DEEPEST], start=1):
            node = children.get(word)
            if node is None:
                return
            for value in node.values:
                yield count, value
            children = node.children

    def _add(self, words: Sequence[str], value: Value) -> None:
        children = self._root
        node: _Node[Value] | None = None
        for word in words[:_DEEPEST]:
            node = children.get(word)
            if node is None:
                node = children[word] = _Node()
            children = node.children
        if node is not None:
            node.values.append(value)


class _Node(Generic[Value]):
    __slots__ = ("children", "values")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []


_DEEPEST = 24


def split(text: str) -> Iterator[str]:
    """Give the phrases of a list parted by commas and line ends."""
    for line in text.splitlines():
        for phrase in line.split(","):
            if phrase.strip():
                yield phrase.strip()
