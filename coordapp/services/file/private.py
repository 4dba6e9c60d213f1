"""A folder of our own for what lies open only for a while; what a kill left there goes later."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coordapp import paths
from coordapp.domain.kernel.errors import StoreError
from coordapp.formats.files import delete_folder

_NAME = "tam"
_LEFT_FOR = 24 * 3600  # seconds: who has it open still is done by then


@contextmanager
def folder() -> Iterator[Path]:
    """Lend a folder that only the user can read, and clear it in the end.

    Raises StoreError: settings_unwritable.
    """
    base = place()
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_old(base)
        lent = tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True)
    except OSError as error:
        raise StoreError("settings_unwritable", path=base) from error
    with lent as name:
        yield Path(name)


@contextmanager
def temporaries() -> Iterator[None]:
    """Have whatever this program and its libraries write for a while lie in our own folder.

    Why: a kill leaves it there, with texts of records in it, and nobody clears the folder of all programs.
    """
    base, before = place(), tempfile.tempdir
    # without a folder of our own that of all programs still does
    with suppress(OSError):
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=base):
            tempfile.tempdir = str(base)
    try:
        yield
    finally:
        tempfile.tempdir = before


def place() -> Path:
    """Name the folder that all of them lie in."""
    return paths.data_folder() / _NAME


def clear_old(base: Path) -> None:
    """Delete what a program that was killed left a day ago or earlier. Raises OSError."""
    for left in base.iterdir():
        # another program may be clearing too, or have it open
        with suppress(OSError):
            if time.time() - left.stat().st_mtime <= _LEFT_FOR:
                continue
            if left.is_dir():
                delete_folder(left)
            else:
                left.unlink()
