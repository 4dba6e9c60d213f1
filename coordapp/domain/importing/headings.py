"""Whose the tasks below a heading are: a unit leads until the next unit, or a theme of its rank."""

import re

from coordapp.domain.importing.layout.lines import RowLine
from coordapp.domain.importing.layout.numbering import NumberStyle
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold

_LIKE_A_UNIT = re.compile(
    r"(?:so|ban(?! hanh)|hoi(?! nghi| thi| thao| dam)|lien doan|lien minh|uy ban|ubnd|hdnd|cong an|van phong(?! pham)|"
    r"doan (?:thanh|khoi|dbqh)|tinh doan|huyen|thi xa|thanh pho|cuc|chi cuc|truong|vien|dang uy|thuong truc|bo chi huy|"
    r"bo doi|phong|trung tam|cong doan|toa an|kho bac|ngan hang|dai|bao|mttq|mat tran|cac huyen|bo tu lenh)\b"
)
_LONGEST_NAME = 10  # words


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
        is_like_one = bool(lead) or _looks_like_unit(said)
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


def _looks_like_unit(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and _LIKE_A_UNIT.match(fold(text)) is not None
