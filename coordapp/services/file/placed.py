"""What the machine says of the place of a register, and moving it to a better one."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from coordapp import paths
from coordapp.domain.files import places
from coordapp.domain.files.places import DriveKind, Place
from coordapp.store.file import backup

_DRIVES = {2: DriveKind.REMOVABLE, 3: DriveKind.FIXED, 4: DriveKind.REMOTE}


def place_of(path: Path) -> Place | None:
    """Judge where a register lies; the portable program lives on its stick by intention."""
    whole = path.absolute()
    home = paths.data_folder()
    if os.environ.get(paths.HOME) and whole.is_relative_to(home.absolute()):
        return None
    return places.place_of(whole, os.environ, _drive(whole), _file_system(whole))


def bring_here(path: Path) -> Path:
    """Copy a register into the folder of the user on this machine; the one there stays.

    Raises StoreError.
    """
    folder = paths.data_folder() / "data"
    with backup.on_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem} ({number}){path.suffix}"
    backup.copy(path, target)
    backup.forget_manifest(target)
    return target


def conflicted(path: Path) -> list[str]:
    """Name the files beside a register that a service split off from it."""
    with suppress(OSError):
        return places.conflicted(path.name, (one.name for one in path.absolute().parent.iterdir()))
    return []


def _drive(path: Path) -> DriveKind | None:
    if sys.platform == "win32":
        import ctypes

        return _DRIVES.get(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\"))
    return None


def _file_system(path: Path, table: Path = Path("/proc/mounts")) -> str:
    """Give the kind of file system that a path lies on, where the system lists them."""
    best, kind = "", ""
    with suppress(OSError, ValueError):
        for line in table.read_text(encoding="utf-8", errors="replace").splitlines():
            _, point, found = line.split(" ")[:3]
            point = point.replace("\\040", " ")
            if path.is_relative_to(point) and len(point) > len(best):
                best, kind = point, found
    return kind
