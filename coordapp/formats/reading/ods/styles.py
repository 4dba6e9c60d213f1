"""Which styles of an OpenDocument table strike text through or write it in other letters."""

from coordapp.formats.reading.marks import STRUCK, of_font
from coordapp.formats.reading.xml_walk import Attributes

_THROUGH = ("text-line-through-style", "text-line-through-type", "text-crossing-out")
_NOTHING: frozenset[str] = frozenset()


class OdsStyles:
    """Learns the styles as it walks through the parts that define them."""

    def __init__(self) -> None:
        self.hidden_tables: set[str] = set()
        self.is_1904 = False
        self._marks: dict[str, frozenset[str]] = {}
        self._faces: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, given: Attributes) -> None:
        if name == "style":
            self._style = given.get("name", "")
            parent = self._marks.get(given.get("parent-style-name", ""))
            if parent:
                self._marks[self._style] = parent
        elif name == "font-face":
            self._faces[given.get("name", "")] = given.get("font-family", "").strip("'\" ")
        elif name == "text-properties" and self._style:
            self._take_text(given)
        elif name == "table-properties" and given.get("display") == "false":
            self.hidden_tables.add(self._style)
        elif name == "null-date":
            self.is_1904 = given.get("date-value", "").startswith("1904")

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""

    def _take_text(self, given: Attributes) -> None:
        found = set(self._marks.get(self._style, _NOTHING))
        said = [given[key] for key in _THROUGH if key in given]
        if said:
            found.discard(STRUCK)
            if any(value != "none" for value in said):
                found.add(STRUCK)
        font = given.get("font-family", "").strip("'\" ")
        if not font and "font-name" in given:
            font = self._faces.get(given["font-name"], given["font-name"])
        if font:
            found = {mark for mark in found if mark == STRUCK}
            found |= {letters for letters in (of_font(font),) if letters}
        if found:
            self._marks[self._style] = frozenset(found)

    def of_cell(self, style: str) -> frozenset[str]:
        """Give the marks of the cells of a style."""
        return self._marks.get(style, _NOTHING)

    def is_struck(self, style: str) -> bool:
        """Tell whether the style strikes text through."""
        return STRUCK in self._marks.get(style, _NOTHING)
