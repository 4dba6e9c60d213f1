"""Texts of which a part is struck through: the old deadline beside the new one."""

from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from coordapp.formats.reading.marks import Struck
from coordapp.formats.reading.xml_walk import Attributes, walk

_OFF = ("0", "false", "off")


def is_on(given: Mapping[str, str]) -> bool:
    """Tell whether a property without or with a value is on."""
    return given.get("val", "1").lower() not in _OFF


def struck_in(content: bytes) -> Struck:
    """Divide one text into what is struck through and what is not."""
    found = struck_texts(content, "is")
    return found.get("0", ("", ""))


def struck_texts(content: bytes, each: str = "si") -> dict[str, Struck]:
    """Give the texts that are struck through somewhere, by their numbers as cells write them."""
    if b"strike" not in content:
        return {}
    reading = _Texts(each)
    try:
        walk(content, reading.start, reading.end, reading.text)
    except ExpatError:
        # texts without marks are read all the same
        return {}
    return reading.found


class _Texts:
    def __init__(self, each: str) -> None:
        self.found: dict[str, Struck] = {}
        self._each = each
        self._number = 0
        self._struck = self._rest = ""
        self._is_struck = self._within = False

    def start(self, name: str, given: Attributes) -> None:
        if name == self._each:
            self._struck = self._rest = ""
        elif name == "r":
            self._is_struck = False
        elif name in ("strike", "dstrike"):
            self._is_struck = is_on(given)
        elif name == "rPh":
            self._within = False
        elif name == "t":
            self._within = True

    def text(self, said: str) -> None:
        if not self._within:
            return
        if self._is_struck:
            self._struck += said
        else:
            self._rest += said

    def end(self, name: str) -> None:
        if name == "t":
            self._within = False
        elif name == "r":
            self._is_struck = False
        elif name == self._each:
            if self._struck:
                self.found[str(self._number)] = (self._struck, self._rest)
            self._number += 1
