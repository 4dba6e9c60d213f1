"""What changes hands with the register: what is in the file, and how it is known again."""

from dataclasses import dataclass
from datetime import datetime

from coordapp.domain.committee.committee import Committee
from coordapp.domain.kernel.errors import RuleViolation

SHORTEST = 12  # letters of a passphrase: what locks a zip is tried quickly


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverReport:
    """What the printed record says."""

    committee: Committee
    at: datetime
    file_name: str
    size: int  # Unit: bytes
    sha256: str  # of the locked file
    register_sha256: str  # of the register inside
    counts: tuple[tuple[str, int], ...]
    attachments: int
    newest_entry: str  # hash of the last entry of the log


def ensure_strong(passphrase: str) -> None:
    """Refuse a passphrase that is tried out in an hour. Raises RuleViolation: passphrase_short."""
    if len(passphrase.strip()) < SHORTEST:
        raise RuleViolation("passphrase_short", shortest=SHORTEST)
