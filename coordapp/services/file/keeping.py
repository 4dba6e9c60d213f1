"""Copies in two places: beside the data of the user, and where the user has them put too."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.errors import StoreError
from coordapp.domain.words.finding_words import finding_sentence
from coordapp.services.file import backups, private
from coordapp.settings import Settings
from coordapp.store import Store, open_reader
from coordapp.store.file import backup, log

_KEY = "second_place"
_BEHIND = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy that was made, and why the second place did not get it; None where it did."""

    copy: Path
    second_refused: StoreError | None


def second_place(settings: Settings) -> Path | None:
    """Give the folder that gets every copy once more; None where none was chosen."""
    chosen = settings.get(_KEY)
    return Path(chosen) if isinstance(chosen, str) and chosen else None


def choose_second_place(settings: Settings, folder: Path | None) -> None:
    """Have every copy from now on put there too; None ends it."""
    settings.put(_KEY, None if folder is None else str(folder))
    settings.save()


def copy_if_due(path: Path, at: datetime, changed: bool, second: Path | None) -> KeptCopy | None:
    """Copy the file when the day or half an hour of changes asks for it. Raises StoreError."""
    made = backups.make_if_due(path, at, changed=changed)
    return None if made is None else _put_second(path, made, second)


def copy_now(
    path: Path, at: datetime, second: Path | None, reason: CopyReason = CopyReason.ASKED
) -> KeptCopy:
    """Copy the file now, for a reason. Raises StoreError."""
    return _put_second(path, backups.make(path, at, reason), second)


def look_through(path: Path) -> list[str]:
    """Check the newest copy of a register, so that nobody waits for it; say what was found.

    Raises StoreError.
    """
    held = backups.listed(path)
    return _found_in(held[0].path if held else path)


def look_through_now(path: Path) -> list[str]:
    """Check a register as it stands, on a twin, so that nobody waits for it; say what was found.

    Raises StoreError.
    """
    with private.folder() as folder:
        twin = folder / path.name
        try:
            backup.copy(path, twin)
        except StoreError as error:
            if error.code != "backup_damaged":
                raise
            # no twin of what is damaged: the findings say more than that
            twin = path
        return _found_in(twin)


def _found_in(path: Path) -> list[str]:
    # asks every table and every seal: not before there is time for it
    from coordapp.store.queries import health

    with open_reader(path) as reader:
        found = health.findings(reader)
    return [finding_sentence(one.code, one.where) for one in found]


def clock_set_back(store: Store, now: datetime) -> datetime | None:
    """Give the moment of the last entry of the log where the clock is an hour behind it."""
    written = log.newest_at(store.connection)
    try:
        last = datetime.fromisoformat(written)
    except ValueError:
        return None
    return last if last - now > _BEHIND else None


def _put_second(path: Path, copy: Path, second: Path | None) -> KeptCopy:
    refused = None
    if second is not None:
        try:
            if not second.is_dir():
                # a stick that is not there: making its folder would only write on this disk
                raise StoreError("second_place_missing", path=second)
            backups.second(copy, second / backups.folder_of(path).name)
        except StoreError as error:
            refused = error
    return KeptCopy(copy=copy, second_refused=refused)
