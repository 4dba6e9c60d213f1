"""Whose the tasks below a heading are: a unit leads until the next unit, or a theme of its rank."""

import re

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import RowLine
from coordapp.domain.importing.layout.numbering import NumberStyle
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.values.cells import is_blank, typed
from coordapp.domain.importing.values.unit_names import looks_like_unit
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.ids import UnitId

_OWNER = re.compile(
    r"(?:tên )?(?:đơn vị|cơ quan)(?:[ ,]+(?:đơn vị|cơ quan|chủ trì|thực hiện|đăng ký|báo cáo|phụ trách|"
    r"được giao|chịu trách nhiệm|nhận việc))*\s*:\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_FEW_CELLS = 2  # of a line above a table; more are the row of another one


def owner_above(table: TaskTable, units: Units) -> str:
    """Give the unit that the lines above a table, or its sheet, say it is of.

    A table with a column of units says it itself; one without is that of a single unit.
    """
    if table.header.column(ImportColumn.LEAD) is not None or not table.header.first:
        return ""
    for row in reversed(table.sheet.rows[: table.header.first - 1]):
        texts = [typed(row[c]) for c in table.columns if c < len(row) and not is_blank(row[c])]
        if len(texts) > _FEW_CELLS:
            break
        said = _OWNER.fullmatch(" ".join(texts).strip(" .;"))
        # "Đơn vị: triệu đồng" says in what figures are given
        if said and (units.find(said["name"]) or looks_like_unit(said["name"])):
            return said["name"]
    return table.sheet.name if units.find(table.sheet.name) is not None else ""


class HeadingScope:
    """Remembers which unit leads as the rows go by; `above` names the one of the whole table."""

    def __init__(self, units: Units, above: str = "") -> None:
        self._units = units
        self._ranks: dict[NumberStyle, int] = {}
        self._rank = 0
        self._above = above
        self.unit: UnitId | None = None
        self.typed = ""  # the heading, when its unit was only proposed
        self.unknown = ""  # the name of a unit the book does not know
        self.is_above = False
        self._fall_back()

    def _fall_back(self) -> None:
        """Take the unit of the whole table, where there is one."""
        above = self._above
        self.unit = self._units.find(above) or self._units.propose(above) if above else None
        self.typed, self.unknown = "", "" if self.unit or not above else above
        self.is_above = self.unit is not None

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
                self._fall_back()
            return False
        self._rank = rank
        self.is_above = False
        self.unit = unit or proposed
        self.typed = said if proposed is not None else ""
        self.unknown = said if is_unknown else ""
        return True
