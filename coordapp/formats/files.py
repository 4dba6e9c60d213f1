"""Writing a whole file or nothing: the previous file stays until the new one is complete."""

import errno
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coordapp.domain.kernel.errors import DocumentError
from coordapp.formats import leftovers

_IN_USE = frozenset((5, 32, 33))  # Windows: access denied, sharing violation, lock violation
_READ_ONLY = frozenset((errno.EACCES, errno.EROFS, errno.EPERM))
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
_FULL_OF_XML = "ENOSPC"
# a virus scanner or a preview pane lets go of a file within this time
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Lend a path beside `target` to write to, and put that file in place at the end.

    Raises DocumentError: target_open, target_read_only, target_is_folder, folder_missing,
    disk_full, write_failed. After any error the previous file is as it was.
    """
    final = _behind_link(target)
    draft = final.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _ensure_replaceable(final)
        with leftovers.noted(draft):
            try:
                _create(draft)
                yield draft
                _flush(draft)
                _replace(draft, final)
            finally:
                _remove(draft)
    except OSError as error:
        raise DocumentError(_code(error, final), target) from error
    except _of_xml() as error:
        # what writes Excel and Word hands its text to the disk by itself
        code = "disk_full" if _FULL_OF_XML in str(error) else "write_failed"
        raise DocumentError(code, target) from error


def delete_folder(folder: Path) -> None:
    """Delete a folder with all that is in it; what another program has open stays."""
    for place, _, names in os.walk(folder):
        for name in names:
            file = Path(place, name)
            # Windows deletes no read-only file; what a link leads to is of others
            with suppress(OSError):
                if not file.is_symlink():
                    file.chmod(stat.S_IREAD | stat.S_IWRITE)
    shutil.rmtree(folder, ignore_errors=True)


def _of_xml() -> tuple[type[Exception], ...]:
    """Give the error by which lxml says what the disk refused; nothing where it is not loaded."""
    loaded = sys.modules.get("lxml.etree")
    return () if loaded is None else (loaded.SerialisationError,)


def _behind_link(target: Path) -> Path:
    try:
        # unlike resolve, this also answers for a link that leads to itself
        return Path(os.path.realpath(target)) if target.is_symlink() else target
    except OSError:
        # a name that the disk cannot even ask for: writing tells the reason
        return target


def _ensure_replaceable(target: Path) -> None:
    if target.is_dir():
        raise DocumentError("target_is_folder", target)
    if not target.parent.is_dir():
        raise DocumentError("folder_missing", target)
    lock, owner = (target.with_name(n.format(target.name)) for n in (".~lock.{}#", "~${}"))
    if _is_there(lock) or (_is_there(owner) and _is_held(owner)):
        raise DocumentError("target_open", target)
    if target.exists() and _is_read_only(target):
        raise DocumentError("target_read_only", target)


def _is_there(owner: Path) -> bool:
    try:
        return owner.exists()
    except OSError:
        # the name of the target fits into the file system, this longer one does not
        return False


def _is_held(owner: Path) -> bool:
    """Tell the file by which Excel says that it has a workbook open from one it left behind.

    Excel holds it as long as the workbook is open; after a crash it lies there for ever.
    """
    try:
        with owner.open("r+b"):
            return False
    except PermissionError:
        return True
    except OSError:
        # it has gone meanwhile
        return False


def _is_read_only(target: Path) -> bool:
    # an administrator may write everywhere, so the mode is asked as well
    return not os.access(target, os.W_OK) or not target.stat().st_mode & (
        stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    )


def _create(draft: Path) -> None:
    # not tempfile: its files are private to one user, and this one is going to stay
    with draft.open("xb"):
        pass


def _flush(draft: Path) -> None:
    with draft.open("r+b") as file:
        os.fsync(file.fileno())


def _replace(draft: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            draft.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(pause)
        else:
            return
    draft.replace(target)


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        # the first error is the one to tell; a hidden .tmp file may stay behind
        return


def _code(error: OSError, target: Path) -> str:
    if getattr(error, "winerror", None) in (32, 33):
        return "target_open"
    if getattr(error, "winerror", None) == 5 and target.exists():
        return "target_open"
    if error.errno in _READ_ONLY:
        return "target_read_only"
    if error.errno in _FULL:
        return "disk_full"
    if error.errno == errno.EISDIR:
        return "target_is_folder"
    if error.errno == errno.ENOENT and not target.parent.is_dir():
        return "folder_missing"
    return "write_failed"
