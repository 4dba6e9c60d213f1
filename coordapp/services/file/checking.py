"""Looking through the whole register because somebody asks for it."""

from dataclasses import dataclass
from pathlib import Path

from coordapp.domain.words.finding_words import MENDABLE, finding_sentence
from coordapp.store import open_reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found, in sentences; whether a repair mends some of it."""

    sentences: tuple[str, ...]
    is_mendable: bool


def check(path: Path) -> Checked:
    """Look through a register; whoever writes waits meanwhile. Raises StoreError."""
    # asks every table and every seal: not before somebody wants it
    from coordapp.store.queries import health

    with open_reader(path, as_it_is=True) as reader:
        found = health.findings(reader)
    return Checked(
        sentences=tuple(finding_sentence(one.code, one.where) for one in found),
        is_mendable=any(one.code in MENDABLE for one in found),
    )
