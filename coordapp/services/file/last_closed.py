"""How each register was when it was last closed here, found whole: anything else is looked through.

A damaged letter or a bit that fell over opens like any other file. The hash tells that a file is not
the one that was closed, whoever or whatever changed it, and costs less than the quick check.
"""

import hashlib
from pathlib import Path

from coordapp import paths
from coordapp.settings import Settings

_CLOSED = "closed"
_MOST = 30  # registers


def is_as_left(path: Path) -> bool:
    """Tell whether a register is byte for byte what was last closed on this PC and found whole."""
    known = _notes().get(_CLOSED, {}).get(_name(path))
    return known is not None and known == _hash(path)


def note(path: Path, *, is_whole: bool) -> None:
    """Remember a register that is closed; one that was not found whole is forgotten."""
    # a file of its own: the windows of other registers write the settings too
    notes = _notes()
    kept = {name: held for name, held in notes.get(_CLOSED, {}).items() if name != _name(path)}
    if is_whole and (now := _hash(path)) is not None:
        kept[_name(path)] = now
    notes.put(_CLOSED, dict(list(kept.items())[-_MOST:]))
    notes.save()


def _notes() -> Settings:
    return Settings(paths.data_folder() / "closed.json")


def _name(path: Path) -> str:
    return str(path.absolute())


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
