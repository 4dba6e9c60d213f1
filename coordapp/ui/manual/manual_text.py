"""The manual as text: chapters and sections of Markdown, found by place, by words, by name.

A heading is written `## Gia hạn {#gia-han ExtendDialog}`: its name, and the widgets at which F1
opens it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coordapp import paths
from coordapp.domain.committee import short_forms
from coordapp.domain.kernel.matching import finds

PICTURES = "screens"
ANYWHERE = "Window"
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_HEADING = re.compile(r"^(#{1,2}) (.+?) \{#([a-z0-9-]+)((?: \w+)*)\}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualSection:
    """A piece of the manual that is shown at once; level 1 opens a chapter."""

    name: str
    level: int
    title: str
    text: str
    places: tuple[str, ...]

    @property
    def markdown(self) -> str:
        return f"{'#' * self.level} {self.title}\n\n{self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """All sections in the order of reading."""

    folder: Path
    sections: tuple[ManualSection, ...]

    def section(self, name: str) -> ManualSection | None:
        """Give a section by its name."""
        return next((one for one in self.sections if one.name == name), None)

    def at(self, places: Iterable[str]) -> ManualSection:
        """Give the section of the first place that has one, else what tells of every page."""
        known = {place: one for one in self.sections for place in one.places}
        usual = known.get(ANYWHERE, self.sections[0])
        return next((known[place] for place in places if place in known), usual)

    def search(self, words: str) -> tuple[ManualSection, ...]:
        """Give the sections with all the words, typed with or without tones; titles first."""
        sought = short_forms.sought(words)
        hits = [one for one in self.sections if finds(sought, f"{one.title}\n{one.text}")]
        return tuple(sorted(hits, key=lambda one: not finds(sought, one.title)))


@lru_cache(maxsize=1)
def shipped() -> Manual:
    """Read the manual that comes with the program."""
    return read(paths.resource("manual"))


def read(folder: Path) -> Manual:
    """Read the chapters of a folder in the order of their names."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md")))
    return Manual(folder=folder, sections=tuple(_sections("\n".join(texts))))


def _sections(text: str) -> Iterator[ManualSection]:
    heading: re.Match[str] | None = None
    lines: list[str] = []
    for line in text.splitlines():
        found = _HEADING.match(line)
        if found is None:
            lines.append(line)
            continue
        if heading is not None:
            yield _section(heading, lines)
        heading, lines = found, []
    if heading is not None:
        yield _section(heading, lines)


def _section(heading: re.Match[str], lines: list[str]) -> ManualSection:
    return ManualSection(
        name=heading[3],
        level=len(heading[1]),
        title=heading[2],
        text="\n".join(lines).strip(),
        places=tuple(heading[4].split()),
    )
