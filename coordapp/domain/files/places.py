"""Where a register may lie badly: shares, sticks, folders that a service copies about."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import PurePath

_SYNCED = re.compile(
    r"onedrive|dropbox|google ?drive|icloud|nextcloud|owncloud|zalo", re.IGNORECASE
)
# variables by which OneDrive tells its own folders
_TELLING = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SHARES = frozenset(("cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "9p", "afs", "ncpfs"))
_CARRIED = ("/media/", "/run/media/", "/mnt/usb")
# what services make of a file that two machines changed: "sổ (1)", "sổ-MAYTINH", "sổ (conflicted copy …)"
_CONFLICTED = re.compile(
    r"\s*\(\d+\)|[-_ ](?:DESKTOP|LAPTOP|PC|MAY)[-\w]*|.*\b(?:conflict\w*|xung đột|bản sao)\b.*",
    re.IGNORECASE,
)


class Place(Enum):
    """What a register lies on, where that is worth a word."""

    SHARE = "share"
    SYNCED = "synced"
    REMOVABLE = "removable"


class DriveKind(Enum):
    """What Windows says of a drive."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    REMOTE = "remote"


def place_of(
    path: PurePath,
    environment: Mapping[str, str],
    drive: DriveKind | None = None,
    file_system: str = "",
) -> Place | None:
    """Judge where a register lies; None where nothing speaks against working there."""
    text = str(path).replace("\\", "/")
    if text.startswith("//") or drive is DriveKind.REMOTE or file_system in _SHARES:
        return Place.SHARE
    told = [environment[name].replace("\\", "/") for name in _TELLING if environment.get(name)]
    if any(text.lower().startswith(f"{folder.lower()}/") for folder in told) or any(
        _SYNCED.search(part) for part in path.parts[:-1]
    ):
        return Place.SYNCED
    if drive is DriveKind.REMOVABLE or text.startswith(_CARRIED):
        return Place.REMOVABLE
    return None


def conflicted(name: str, beside: Iterable[str]) -> list[str]:
    """Name the files beside a register that a service split off from it."""
    stem, _, ending = name.rpartition(".")
    found = []
    for other in beside:
        rest = other.removeprefix(stem)
        if other == name or rest == other or not rest.lower().endswith(f".{ending.lower()}"):
            continue
        if _CONFLICTED.fullmatch(rest[: -len(ending) - 1]):
            found.append(other)
    return sorted(found)
