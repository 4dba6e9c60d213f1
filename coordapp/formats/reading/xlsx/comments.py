"""The comments of a sheet, as notes on its cells."""

from xml.parsers.expat import ExpatError

from coordapp.formats.reading.limits import MOST_MARKS
from coordapp.formats.reading.marks import Place
from coordapp.formats.reading.xlsx.index import XlsxIndex
from coordapp.formats.reading.xlsx.walk import place_of
from coordapp.formats.reading.xml_walk import Attributes, walk

_KIND = "/comments"


def comments_of(parts: dict[str, bytes], index: XlsxIndex, sheet: str) -> dict[Place, str]:
    """Give what was noted beside the cells of a sheet."""
    reading = _Comments()
    for kind, part in index.relations_of(sheet).values():
        if kind.endswith(_KIND) and part in parts:
            try:
                walk(parts[part], reading.start, reading.end, reading.text)
            except ExpatError:
                # the values are read all the same
                continue
    return reading.found


class _Comments:
    def __init__(self) -> None:
        self.found: dict[Place, str] = {}
        self._place: Place | None = None
        self._within = False
        self._said: list[str] = []

    def start(self, name: str, given: Attributes) -> None:
        if name == "comment":
            self._place = place_of(given.get("ref", ""))
            self._said = []
        elif name == "t":
            self._within = True

    def text(self, said: str) -> None:
        if self._within:
            self._said.append(said)

    def end(self, name: str) -> None:
        if name == "t":
            self._within = False
        elif name == "comment" and self._place is not None and len(self.found) < MOST_MARKS:
            self.found[self._place] = "".join(self._said).strip()
