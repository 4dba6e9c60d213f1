"""What this PC remembers of files: registers opened lately, and where exports went.

It lies beside the settings, never in a register. What a portable folder carries to another PC is
shown only where it was written, but for files that travel in the folder itself.
"""

import hashlib
import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from coordapp import paths

MOST_RECENT = 10  # besides those that are pinned
_MOST_FOLDERS = 60

logger = logging.getLogger(__name__)


class Way(Enum):
    """What a start does with the register it is given."""

    OPEN = "open"
    MAKE = "make"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A register, and whether it is opened, made, or a sample written anew."""

    path: Path
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentFile:
    """A register that was opened here."""

    path: Path
    is_pinned: bool = False

    @property
    def is_there(self) -> bool:
        try:
            return self.path.is_file()
        except OSError:
            # a drive that is gone cannot even be asked
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """As it is written: a path inside the portable folder counts from there, on every PC."""

    path: str
    pc: str
    is_pinned: bool = False


def _this_pc() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    # takes long to load, for a name
    import platform

    return platform.node()


class Places:
    """Reads before each answer and each change: every window has a process of its own."""

    def __init__(self, home: Path | None = None, pc: str | None = None) -> None:
        self._home = (home or paths.data_folder()).absolute()
        self._file = self._home / "places.json"
        name = _this_pc() if pc is None else pc
        self._pc = hashlib.sha256(name.encode()).hexdigest()[:12]

    # --- registers

    def recent(self) -> list[RecentFile]:
        """List the registers opened here: the pinned ones first, then the latest."""
        mine = [
            RecentFile(path=self._found(entry), is_pinned=entry.is_pinned)
            for entry in self._entries()
            if entry.pc in ("", self._pc)
        ]
        pinned = [one for one in mine if one.is_pinned]
        return pinned + [one for one in mine if not one.is_pinned][:MOST_RECENT]

    def last(self) -> Path | None:
        """Give the register opened last, wherever it stands among the pinned ones."""
        mine = (entry for entry in self._entries() if entry.pc in ("", self._pc))
        return next((self._found(entry) for entry in mine), None)

    def note(self, path: Path) -> None:
        """Remember that a register was opened."""
        entry = self._entry(path)
        rest = self._entries()
        known = next((one for one in rest if _same(one, entry)), entry)
        self._put([known, *(one for one in rest if one is not known)])

    def pin(self, path: Path, *, is_pinned: bool) -> None:
        """Keep a register in the list however many others are opened, or no longer."""
        asked = self._entry(path)
        self._put([
            replace(one, is_pinned=is_pinned) if _same(one, asked) else one
            for one in self._entries()
        ])  # fmt: skip

    def forget_missing(self) -> None:
        """Drop the registers of this PC that are not where they were."""
        gone = {one.path for one in self.recent() if not one.is_there}
        others = ("", self._pc)
        self._put([
            one for one in self._entries() if one.pc not in others or self._found(one) not in gone
        ])  # fmt: skip

    # --- exports

    def folder(self, kind: str) -> Path | None:
        """Give the folder into which the last export of a kind went, if it is still there."""
        written = self._of_pc().get(kind)
        folder = None if not isinstance(written, str) else self._home / written
        try:
            return folder if folder is not None and folder.is_dir() else None
        except OSError:
            return None

    def note_folder(self, kind: str, folder: Path) -> None:
        """Remember where an export of a kind went."""
        mine = {name: place for name, place in self._of_pc().items() if name != kind}
        mine[kind] = self._written(folder)
        self._write({"folders": {**self._folders(), self._pc: dict(_last(mine))}})

    # --- the file

    def _entry(self, path: Path) -> _Entry:
        written = self._written(path)
        return _Entry(path=written, pc=self._pc if Path(written).is_absolute() else "")

    def _written(self, path: Path) -> str:
        whole = path.absolute()
        return str(whole.relative_to(self._home) if whole.is_relative_to(self._home) else whole)

    def _found(self, entry: _Entry) -> Path:
        # joined to a folder, an absolute path stays what it is
        return self._home / entry.path

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}

    def _entries(self) -> list[_Entry]:
        found = []
        listed = self._read().get("recent")
        for one in listed if isinstance(listed, list) else []:
            try:
                entry = _Entry(**one)
            except TypeError:
                # spoilt, or written by a newer program
                continue
            if all(isinstance(value, str) for value in (entry.path, entry.pc)):
                found.append(entry)
        return found

    def _folders(self) -> dict[str, Any]:
        folders = self._read().get("folders")
        return folders if isinstance(folders, dict) else {}

    def _of_pc(self) -> dict[str, Any]:
        mine = self._folders().get(self._pc)
        return mine if isinstance(mine, dict) else {}

    def _put(self, entries: Sequence[_Entry]) -> None:
        kept: list[_Entry] = []
        for entry in entries:
            rivals = [one for one in kept if one.pc == entry.pc and not one.is_pinned]
            if entry.is_pinned or len(rivals) < MOST_RECENT:
                kept.append(entry)
        self._write({"recent": [asdict(one) for one in kept]})

    def _write(self, changed: dict[str, Any]) -> None:
        values = {**self._read(), **changed}
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            part = self._file.with_suffix(".part")
            part.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
            part.replace(self._file)
        except OSError as error:
            # a full or read-only disk: the list is a comfort, nothing is lost
            logger.info("places not kept: %s", error)


def _same(one: _Entry, other: _Entry) -> bool:
    return (one.path, one.pc) == (other.path, other.pc)


def _last(places: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(places.items())[-_MOST_FOLDERS:]
