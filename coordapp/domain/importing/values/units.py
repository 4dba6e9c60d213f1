"""The units of the book, found in the cells of somebody's register."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits
from coordapp.domain.importing.values.unit_names import (
    UnitSpellings,
    is_group,
    key,
    known_names,
    looks_like_unit,
    without_province,
)
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line, words

_APART = re.compile(r"[;\n]+")
_LESS_APART = re.compile(r"[;\n,]+")
_LEAST_APART = re.compile(
    r"(?:[;\n,+]|(?<!\b\w)/(?!\w\b))+|\s+[-–&]\s+|\s+(?:và|va|cùng với|cùng|phối hợp với|phối hợp)\s+",
    re.IGNORECASE,
)
_MAY_STAND_IN_NAMES = frozenset((_LESS_APART, _LEAST_APART))
_LONGEST_SHORT = 8  # letters of a short name
_OF_PROVINCE = " tinh"
_ORDINAL = re.compile(r"^\s*(?:[-–•*+]|\d{1,2}[.)])\s*")
_ROLE = re.compile(
    r"^(?:(?:đơn vị |cơ quan )?(?:chủ trì|phối hợp|làm chính|đầu mối|chịu trách nhiệm)(?: thực hiện)?\s*:\s*)"
    r"|\s*\((?:chủ trì|phối hợp|làm chính|đầu mối|chính|c|p)\)|\s+(?:chủ trì|làm chính)$",
    re.IGNORECASE,
)
# "HND chủ trì, phối hợp Tỉnh Đoàn": one leads, the others take part
_LEADS = re.compile(
    r"^(?:đơn vị |cơ quan )?chủ trì\s*:?\s*(?P<lead>.+?)[,;.\n]\s*(?:đơn vị |cơ quan )?phối hợp\s*(?:với|:)?\s*(?P<others>.+)$"
    r"|^(?P<lead2>.+?)\s*(?:\(chủ trì\)|chủ trì)\s*[,;.\n]?\s*(?:(?:và )?phối hợp(?: với)?\s*:?|[,;\n])\s*(?P<others2>.+)$"
    r"|^(?P<lead3>.+?)(?:[,;.\n]\s*|\s+)(?:và )?(?:đơn vị |cơ quan )?phối hợp\s*(?:với|cùng|:)\s*(?P<others3>.+)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReading:
    """The units a cell names; `proposed` are names that only look like theirs.

    `unknown` are names the book does not know, `groups` words for many units, `spelt_out` the
    groups of the book that stand for their units.
    """

    units: tuple[UnitId, ...] = ()
    proposed: Mapping[str, UnitId] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    spelt_out: Mapping[str, tuple[UnitId, ...]] = field(default_factory=dict)


class Units:
    """The units of the book by every name they go by."""

    def __init__(
        self,
        units: Sequence[Unit],
        mapped: Mapping[str, UnitId] | None = None,
        provinces: Sequence[str] = (),
        groups: Sequence[GroupOfUnits] = (),
    ) -> None:
        self._members = {
            key(name): one.unit_ids for one in groups if one.units for name in one.group.names
        }
        self._short = {unit.id: unit.short_name for unit in units}
        self._by_name = known_names(
            [
                (
                    unit.id,
                    (*unit.other_names, unit.document_code),
                    (unit.name, unit.short_name),
                )
                for unit in units
            ]
        )
        self._provinces = tuple(filter(None, map(key, provinces)))
        self._spellings = UnitSpellings(dict(self._by_name), self._provinces)
        self._proposed: dict[str, int | None] = {}
        self._read: dict[str, UnitReading] = {}  # the same few cells come again and again
        for name, unit_id in (mapped or {}).items():
            self._short.setdefault(unit_id, name)
        # what a person said for names the book does not know; folded names
        self._by_name |= {key(name): unit_id for name, unit_id in (mapped or {}).items()}

    def name(self, unit: UnitId) -> str:
        """Give the short name of a unit; a unit still to be added has the name it was given."""
        return self._short.get(unit, "")

    def find(self, name: str) -> UnitId | None:
        """Give the unit of a name; None when the book does not know it."""
        said = key(_ORDINAL.sub("", name))
        own = without_province(said, self._provinces)
        for known in (said, said.removesuffix(_OF_PROVINCE), own, own.removesuffix(_OF_PROVINCE)):
            if known in self._by_name:
                return UnitId(self._by_name[known])
        return None

    def members(self, name: str) -> tuple[UnitId, ...]:
        """Give the units of a group of the book; none where it knows no group of the name."""
        said = key(_ORDINAL.sub("", name))
        return self._members.get(said) or self._members.get(said.removesuffix(_OF_PROVINCE), ())

    def propose(self, name: str) -> UnitId | None:
        """Give the one unit that a name may mean in another spelling."""
        said = key(_ORDINAL.sub("", name))
        if said not in self._proposed:
            self._proposed[said] = self._spellings.proposed(said)
        found = self._proposed[said]
        return None if found is None else UnitId(found)

    def read(self, text: str) -> UnitReading:
        """Read all units of a cell, however they are separated.

        A name may hold a comma or "và", so a piece is only cut further when it is no name.
        """
        if text not in self._read:
            self._read[text] = self._read_anew(text)
        return self._read[text]

    def _read_anew(self, text: str) -> UnitReading:
        reading = _Cell(self)
        reading.take(_ROLE.sub("", text), (_APART, _LESS_APART, _LEAST_APART))
        return UnitReading(
            units=tuple(dict.fromkeys(reading.units)),
            proposed=reading.proposed,
            unknown=tuple(dict.fromkeys(reading.unknown)),
            groups=tuple(dict.fromkeys(reading.groups)),
            spelt_out=reading.spelt_out,
        )

    def knows(self, text: str) -> bool:
        """Tell that a cell names units of the book, or words for many, and nothing else."""
        found = self.read(text)
        return bool(found.units or found.groups) and not found.unknown


def divided(text: str) -> tuple[str, str]:
    """Part a cell that says who leads and who takes part; the second is empty for any other."""
    found = _LEADS.match(one_line(text) if "\n" not in text.strip() else text.strip())
    if found is None:
        return text, ""
    lead = found["lead"] or found["lead2"] or found["lead3"]
    others = found["others"] or found["others2"] or found["others3"]
    return lead.strip(), others.strip()


class _Cell:
    def __init__(self, units: Units) -> None:
        self._known = units
        self.units: list[UnitId] = []
        self.proposed: dict[str, UnitId] = {}
        self.unknown: list[str] = []
        self.groups: list[str] = []
        self.spelt_out: dict[str, tuple[UnitId, ...]] = {}

    def take(self, text: str, separators: Sequence[re.Pattern[str]]) -> None:
        """Take a piece whole, or cut it at the next kind of separator."""
        if self._is_one(text):
            return
        if not separators:
            name = one_line(_ORDINAL.sub("", text)).strip(" .:-")
            if words(fold(name)):
                self.unknown.append(name)
            return
        places = _pieces(text, separators[0])
        if separators[0] in _MAY_STAND_IN_NAMES and self._is_one_unknown(text, places):
            self.unknown.append(one_line(_ORDINAL.sub("", text)).strip(" .:-"))
            return
        first = 0
        while first < len(places):
            # the longest run of pieces that is a name: a name may hold what separates names
            for last in range(len(places), first + 1, -1):
                if self._is_known(text[places[first][0] : places[last - 1][1]]):
                    first = last
                    break
            else:
                self.take(text[places[first][0] : places[first][1]], separators[1:])
                first += 1

    def _is_one_unknown(self, text: str, places: Sequence[tuple[int, int]]) -> bool:
        """Tell one long name nobody knows from several: `Sở Lao động - Thương binh và Xã hội`."""
        pieces = [one_line(text[start:stop]).strip(" .:-") for start, stop in places]
        if len(pieces) < 2 or not looks_like_unit(pieces[0]):
            return False
        if any(self._known.find(p) or self._known.propose(p) or is_group(p) for p in pieces):
            return False
        is_apart = "," in text[places[0][1] : places[1][0]]
        return not any(
            looks_like_unit(piece)
            or (is_apart and piece.isupper() and len(piece) <= _LONGEST_SHORT)
            for piece in pieces[1:]
        )

    def _is_known(self, text: str) -> bool:
        unit = self._known.find(text)
        if unit is not None:
            self.units.append(unit)
            return True
        members = self._known.members(text)
        if members:
            self.units += members
            self.spelt_out[one_line(_ORDINAL.sub("", text)).strip(" .:-")] = members
        return bool(members)

    def _is_one(self, text: str) -> bool:
        if self._is_known(text):
            return True
        name = one_line(_ORDINAL.sub("", text)).strip(" .:-")
        unit = self._known.propose(name)
        if unit is not None:
            self.units.append(unit)
            self.proposed[name] = unit
            return True
        if is_group(name):
            self.groups.append(name)
            return True
        return False


def _pieces(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """Give where the pieces between the separators stand, without the empty ones."""
    ends = [(found.start(), found.end()) for found in separator.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    places = zip(starts, stops, strict=True)
    return [(start, stop) for start, stop in places if text[start:stop].strip(" .\xa0")]
