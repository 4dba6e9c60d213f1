"""Going back to a copy: it is read through first, and what there is now is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coordapp.domain.files.copies import Copy, CopyReason, Manifest, difference, name_of
from coordapp.domain.kernel.errors import StoreError
from coordapp.services.file import backups
from coordapp.store.file import backup, held, swap

_UNREADABLE = "-hong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did; `kept` is None where there was no file before."""

    kept: Path | None
    is_kept_sound: bool  # False: the file was damaged and is kept byte for byte, with its journal
    counts: dict[str, int]
    changes: dict[str, int]  # against what the replaced file held; empty if it was unreadable


def restore(copy: Path, path: Path, at: datetime) -> Restored:
    """Put a copy in the place of a closed register.

    A copy that is wrong, damaged or of another program changes nothing. From then on no copy is
    thinned out until `backups.confirm_restore`. Raises StoreError: same_file, copy_unsound,
    file_in_use, what opening says of the copy, and what the disk says.
    """
    if path.exists() and copy.exists() and path.samefile(copy):
        raise StoreError("same_file", path=path)
    if not path.parent.is_dir():
        raise StoreError("folder_missing", path=path)
    if path.is_dir():
        raise StoreError("path_is_folder", path=path)
    if held.is_held_by_another(path):
        # its window would go on with the file that is not there any more
        raise StoreError("file_in_use", path=path)
    backup.examine(copy)
    with _thinning_paused(path):
        kept, before = _keep(path, at)
        made = swap.put(copy, path)
    return Restored(
        kept=kept,
        is_kept_sound=before is not None,
        counts=made.counts,
        changes={} if before is None else difference(before.counts, made.counts),
    )


@contextmanager
def _thinning_paused(path: Path) -> Iterator[None]:
    """Keep every copy from now on; after a restore that did not come about as before."""
    waited = backups.thinning_waits(path)
    backups.pause_thinning(path)
    try:
        yield
    except BaseException:
        if not waited:
            backups.confirm_restore(path)
        raise


def _keep(path: Path, at: datetime) -> tuple[Path | None, Manifest | None]:
    """Keep what is there now: as a checked copy, or else byte for byte."""
    if not path.exists():
        return None, None
    # opening would play an unfinished journal back, and so change what may be needed as evidence
    raw = keep_damaged(path, at) if swap.has_journal(path) else None
    swap.ensure_free(path)
    try:
        made = backups.make(path, at, CopyReason.RESTORE)
        return made, backup.read_manifest(made)
    except StoreError as error:
        if error.code in ("disk_full", "cannot_create", "file_read_only"):
            # no room for a copy: then the file itself stays
            raise
    return raw or keep_damaged(path, at), None


def keep_damaged(path: Path, at: datetime) -> Path:
    """Keep a damaged file with its journal in the folder of copies. Raises StoreError."""
    folder = backups.folder_of(path)
    with backup.on_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        copy = Copy(number=number, at=at, reason=CopyReason.RESTORE)
        target = folder / name_of(f"{path.stem}{_UNREADABLE}", copy).replace(".db", ".hong")
        if not target.exists():
            break
        number += 1
    swap.keep_as_it_is(path, target)
    return target
