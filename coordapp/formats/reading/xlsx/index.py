"""Which part of an .xlsx file is what, by its relations and not by the names of its parts."""

import posixpath
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from coordapp.formats.reading.archive import plain_name
from coordapp.formats.reading.refusal import Refused
from coordapp.formats.reading.xml_walk import Attributes, walk

_DOCUMENT = "/officeDocument"
_SHEET = "/worksheet"
_TRUE = ("1", "true", "on")


class XlsxIndex:
    """The parts of a workbook by what they are for."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self.sheets: dict[str, str] = {}  # part by name, in the order of the tabs
        self.is_1904 = False
        self._main = self._found_main()
        self._relations = self.relations_of(self._main)
        self._is_workbook = False
        walk(parts[self._main], self._take)
        if not self._is_workbook:
            # a letter has such an index too
            raise Refused("source_unknown")

    def _found_main(self) -> str:
        for kind, target in self.relations_of("").values():
            if kind.endswith(_DOCUMENT):
                if target.endswith(".bin"):
                    raise Refused("source_is_binary")
                if target in self._parts:
                    return target
        # a letter, or an archive of other files
        raise Refused("source_unknown")

    def _take(self, name: str, given: Attributes) -> None:
        if name == "workbook":
            self._is_workbook = True
        elif name == "workbookPr":
            self.is_1904 = given.get("date1904", "0").lower() in _TRUE
        elif name == "sheet":
            kind, part = self._relations.get(given.get("id", ""), ("", ""))
            if kind.endswith(_SHEET) and part in self._parts:
                self.sheets[given.get("name", "")] = part

    def relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        """Give the kind and the part of each relation of a part, by its id."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def take(tag: str, given: Attributes) -> None:
            if tag == "Relationship":
                target = posixpath.join("/", folder, given.get("Target", "").replace("\\", "/"))
                found[given.get("Id", "")] = (given.get("Type", ""), plain_name(target))

        content = self._parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if content is not None:
            walk(content, take)
        return found

    def part(self, kind: str) -> bytes:
        """Give the part of a kind of relation of the workbook; empty when there is none."""
        for known, target in self._relations.values():
            if known.endswith(f"/{kind}"):
                return self._parts.get(target, b"")
        return b""

    def has(self, kind: str) -> bool:
        """Tell whether the workbook has a relation of this kind."""
        return any(known.endswith(f"/{kind}") for known, _ in self._relations.values())


def index_of(parts: Mapping[str, bytes]) -> XlsxIndex:
    """Find out which part is what. Raises Refused: source_is_binary, source_unknown, source_damaged."""
    try:
        return XlsxIndex(parts)
    except (ExpatError, LookupError) as error:
        raise Refused("source_damaged") from error
