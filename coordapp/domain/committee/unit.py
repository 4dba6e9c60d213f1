"""Member units of the committee."""

import re
from dataclasses import dataclass
from datetime import date

from coordapp.domain.kernel.ids import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body that receives tasks; lists follow `position`, the protocol order."""

    id: UnitId
    name: str
    short_name: str
    document_code: str = ""
    kind: str = ""
    position: int = 0
    aliases: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor_id: UnitId | None = None

    @property
    def other_names(self) -> tuple[str, ...]:
        """Give the other names it goes by: parted by semicolons, or by commas where none stands."""
        parts = re.split(r"[;\n]" if ";" in self.aliases else r"[,\n]", self.aliases)
        return tuple(part.strip() for part in parts if part.strip())
