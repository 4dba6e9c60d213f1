"""Which styles of an .xlsx file strike text through, or write it in letters of another alphabet."""

from xml.parsers.expat import ExpatError

from coordapp.formats.reading.marks import STRUCK, of_font
from coordapp.formats.reading.xlsx.rich_text import is_on
from coordapp.formats.reading.xml_walk import Attributes, walk

_NOTHING: frozenset[str] = frozenset()


def marked_styles(content: bytes) -> dict[str, frozenset[str]]:
    """Give the marks of each style of a cell that has any, by its number as cells write it."""
    if not content:
        return {}
    reading = _Styles()
    try:
        walk(content, reading.start, reading.end)
    except ExpatError:
        # cells without marks are read all the same
        return {}
    return reading.found


class _Styles:
    def __init__(self) -> None:
        self.found: dict[str, frozenset[str]] = {}
        self._fonts: list[frozenset[str]] = []
        self._within = ""
        self._font: set[str] = set()
        self._number = 0

    def start(self, name: str, given: Attributes) -> None:
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = name
        elif self._within == "fonts":
            self._in_font(name, given)
        elif self._within == "cellXfs" and name == "xf":
            font = int(given.get("fontId", "0"))
            marks = self._fonts[font] if 0 <= font < len(self._fonts) else _NOTHING
            if marks:
                self.found[str(self._number)] = marks
            self._number += 1

    def _in_font(self, name: str, given: Attributes) -> None:
        if name == "font":
            self._font = set()
        elif name == "strike" and is_on(given):
            self._font.add(STRUCK)
        elif name == "name" and (letters := of_font(given.get("val", ""))):
            self._font.add(letters)

    def end(self, name: str) -> None:
        if name == "font" and self._within == "fonts":
            self._fonts.append(frozenset(self._font))
        elif name == self._within:
            self._within = ""
