"""Copies of the file before something large is done to it."""

from datetime import datetime
from pathlib import Path

from coordapp import paths
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import backup


def make(path: Path, at: datetime) -> Path:
    """Copy the file into the folder of backups and give the copy, checked.

    Raises StoreError: cannot_create, backup_damaged, and what the disk says.
    """
    folder = paths.backup_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("cannot_create", path=folder) from error
    target = _free(folder, f"{path.stem}-{at:%Y%m%d-%H%M%S}", path.suffix)
    backup.copy(path, target)
    return target


def before_migration(path: Path, at: datetime) -> Path | None:
    """Copy a file that opening would bring to a newer schema; None when it would not.

    Raises StoreError as `make` does, and as opening would.
    """
    return make(path, at) if backup.is_of_earlier_version(path) else None


def _free(folder: Path, name: str, suffix: str) -> Path:
    """Give a name not yet taken: two imports may begin in one second."""
    target = folder / f"{name}{suffix}"
    number = 2
    while target.exists():
        target = folder / f"{name}-{number}{suffix}"
        number += 1
    return target
