"""What a program that was killed left behind, cleared at the next start."""

import secrets
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from coordapp.formats import leftovers
from coordapp.services.file import backups, private
from coordapp.services.records import attachment_actions

_COPIES = "so-dieu-phoi-"
_USED_FOR = 24 * 3600  # seconds: another window may still show what it opened


def folder_of_copies() -> Path:
    """Name a folder for the copies of files that one list opens; it need not exist yet."""
    return Path(tempfile.gettempdir()) / f"{_COPIES}{secrets.token_hex(8)}"


def clear(path: Path, second: Path | None) -> None:
    """Clear drafts of exports and copies; what is in use stays."""
    leftovers.clear()
    backups.clear_leftovers(path)
    if second is not None:
        backups.clear_second(path, second)


def clear_opened() -> None:
    """Clear copies of files and registers that were opened, of days past; a folder may be full."""
    with suppress(OSError):
        private.clear_old(private.place())
    for folder in Path(tempfile.gettempdir()).glob(f"{_COPIES}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _USED_FOR:
                attachment_actions.clear_copies(folder)
