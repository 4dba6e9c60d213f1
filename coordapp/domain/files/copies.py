"""A copy of the register: why it was made, what it holds, how it is named."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

_NAME = re.compile(r"(.+)-(\d{5,})-(\d{8}-\d{6})-([a-z-]+)\.db")
_STAMP = "%Y%m%d-%H%M%S"


class CopyReason(Enum):
    """Why a copy is made; the value is part of its name."""

    DAY = "dau-ngay"
    REGULAR = "dinh-ky"
    EXIT = "khi-dong"
    ASKED = "theo-yeu-cau"
    MIGRATION = "truoc-nang-cap"
    IMPORT = "truoc-nhap"
    BULK = "truoc-sua-loat"
    RESTORE = "truoc-khoi-phuc"
    PURGE = "truoc-don"


BEFORE_OPERATION = frozenset(
    {CopyReason.MIGRATION, CopyReason.IMPORT, CopyReason.BULK, CopyReason.RESTORE, CopyReason.PURGE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy; the number rises with each copy, whatever the clock says."""

    number: int
    at: datetime
    reason: CopyReason
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a copy held when it was read back."""

    sha256: str
    size: int  # Unit: bytes
    schema: int
    counts: dict[str, int]
    program: str
    sqlite: str


def name_of(stem: str, copy: Copy) -> str:
    """Name a copy of a register."""
    return f"{stem}-{copy.number:05}-{copy.at:{_STAMP}}-{copy.reason.value}.db"


def read_name(name: str) -> Copy | None:
    """Read the name of a copy; None for a file that the program did not name."""
    parts = _NAME.fullmatch(name)
    if parts is None:
        return None
    try:
        return Copy(
            number=int(parts[2]),
            at=datetime.fromisoformat(parts[3].replace("-", "T")),
            reason=CopyReason(parts[4]),
        )
    except ValueError:
        return None


def difference(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    """Tell by how much each count changes; what stays the same is left out."""
    changes = {
        name: after.get(name, 0) - before.get(name, 0) for name in before.keys() | after.keys()
    }
    return {name: changes[name] for name in sorted(changes) if changes[name]}
