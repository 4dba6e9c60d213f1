"""Whose the tasks below a heading are: a unit leads until the next unit, or a theme of its rank."""

from coordapp.domain.importing.layout.lines import RowLine
from coordapp.domain.importing.layout.numbering import NumberStyle
from coordapp.domain.importing.values.unit_names import looks_like_unit
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.ids import UnitId


class HeadingScope:
    """Remembers which unit leads as the rows go by."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._ranks: dict[NumberStyle, int] = {}
        self._rank = 0
        self.unit: UnitId | None = None
        self.typed = ""  # the heading, when its unit was only proposed
        self.unknown = ""  # the name of a unit the book does not know

    def take(self, line: RowLine) -> bool:
        """Take one heading, and tell whether it names a unit."""
        lead = line.lead
        rank = self._ranks.setdefault(line.numbered.style, len(self._ranks))
        said = lead or line.text
        unit = self._units.find(said)
        is_like_one = bool(lead) or looks_like_unit(said)
        # "Dân vận" is what the tasks are about, "Ban Dân vận TU" whose they are
        proposed = self._units.propose(said) if unit is None and is_like_one else None
        is_unknown = unit is None and proposed is None and is_like_one
        if unit is None and proposed is None and not is_unknown:
            if rank <= self._rank:
                self.unit, self.typed, self.unknown = None, "", ""
            return False
        self._rank = rank
        self.unit = unit or proposed
        self.typed = said if proposed is not None else ""
        self.unknown = said if is_unknown else ""
        return True
