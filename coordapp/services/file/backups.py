"""Copies of the file: made for a reason, read back, thinned by rule, one folder a register."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from coordapp import paths
from coordapp.domain.files import retention
from coordapp.domain.files.copies import Copy, CopyReason, Manifest, name_of, read_name
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import backup

_PAUSED = "chua-xac-nhan-khoi-phuc"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCopy:
    """A copy on the disk; without a manifest it was never read back."""

    path: Path
    copy: Copy
    manifest: Manifest | None


def folder_of(path: Path) -> Path:
    """Name the folder of a register's copies: two registers of one name have two."""
    place = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:8]
    return paths.backup_folder() / f"{path.stem}-{place}"


def make(path: Path, at: datetime, reason: CopyReason = CopyReason.ASKED) -> Path:
    """Copy the file into its folder of copies and give the copy, checked; then thin them out.

    Raises StoreError: cannot_create, backup_damaged, and what the disk says.
    """
    made = make_in(folder_of(path), path, at, reason)
    thin(path, at.date())
    return made


def make_in(folder: Path, path: Path, at: datetime, reason: CopyReason = CopyReason.ASKED) -> Path:
    """Copy the file into any folder, such as that of a USB stick; nothing there is thinned out.

    Raises StoreError as `make` does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("cannot_create", path=folder) from error
    numbers = [held.copy.number for held in _in(folder)]
    number = max(numbers, default=0) + 1
    target = folder / name_of(path.stem, Copy(number=number, at=at, reason=reason))
    backup.copy(path, target)
    return target


def second(copy: Path, folder: Path) -> Path:
    """Put a finished copy into a second place and read it back there. Raises StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("cannot_create", path=folder) from error
    target = folder / copy.name
    backup.copy_closed(copy, target)
    return target


def make_if_due(path: Path, at: datetime, *, changed: bool) -> Path | None:
    """Copy the file when the day or half an hour of changes asks for it. Raises StoreError."""
    reason = retention.due((held.copy for held in listed(path)), at, changed=changed)
    return None if reason is None else make(path, at, reason)


def before_migration(path: Path, at: datetime) -> Path | None:
    """Copy a file that opening would bring to a newer schema; None when it would not.

    Raises StoreError as `make` does, and as opening would.
    """
    return make(path, at, CopyReason.MIGRATION) if backup.is_of_earlier_version(path) else None


def before_bulk(path: Path, at: datetime, count: int) -> Path | None:
    """Copy a file before so many records change at once; None for a few, which undo takes back.

    Raises StoreError as `make` does.
    """
    return make(path, at, CopyReason.BULK) if count >= retention.MANY else None


def listed(path: Path) -> list[HeldCopy]:
    """List the copies of a register, the newest first."""
    return sorted(_in(folder_of(path)), key=lambda held: held.copy.number, reverse=True)


def last_verified(path: Path) -> datetime | None:
    """Give the moment of the last copy that was read back."""
    found = retention.newest_verified(held.copy for held in listed(path))
    return None if found is None else found.at


def thin(path: Path, today: date) -> None:
    """Delete the copies that the rule lets go; none while a restore waits to be confirmed."""
    if thinning_waits(path):
        return
    copies = listed(path)
    stay = retention.kept((held.copy for held in copies), today)
    for held in copies:
        if held.copy.number not in stay:
            backup.remove(held.path)


def thinning_waits(path: Path) -> bool:
    """Tell whether a restore still waits to be confirmed."""
    return (folder_of(path) / _PAUSED).exists()


def pause_thinning(path: Path) -> None:
    """Keep every copy until the restored register was found right. Raises StoreError."""
    folder = folder_of(path)
    with backup.on_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _PAUSED).touch()


def confirm_restore(path: Path) -> None:
    """Let copies be thinned out again: the restored register is right. Raises StoreError."""
    with backup.on_disk(folder_of(path)):
        (folder_of(path) / _PAUSED).unlink(missing_ok=True)


def clear_leftovers(path: Path) -> None:
    """Delete what an interrupted copy left in the folder of copies."""
    _clear_drafts(folder_of(path))


def clear_second(path: Path, second: Path) -> None:
    """Delete what an interrupted copy of a register left in the second place."""
    _clear_drafts(second / folder_of(path).name)


def _clear_drafts(folder: Path) -> None:
    for draft in folder.glob("*.tmp*"):
        backup.remove(draft)


def _in(folder: Path) -> Iterator[HeldCopy]:
    if not folder.is_dir():
        return
    for file in folder.iterdir():
        copy = read_name(file.name)
        if copy is not None:
            manifest = backup.read_manifest(file)
            is_verified = manifest is not None and manifest.size == file.stat().st_size
            yield HeldCopy(path=file, copy=replace(copy, verified=is_verified), manifest=manifest)
