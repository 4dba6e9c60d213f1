"""One window a register: a lock in the data of the user, and one beside the file for all others."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, Slot
from PySide6.QtWidgets import QWidget

from coordapp import paths
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import held


@dataclass(frozen=True, slots=True, kw_only=True)
class LockHolder:
    """Who holds a lock; `machine` is empty where the lock cannot be read."""

    machine: str
    process: int
    account: str
    since: datetime | None
    lock: Path

    @property
    def is_here(self) -> bool:
        """Tell whether it is a program of this machine: then it is known to be alive."""
        return self.machine == QSysInfo.machineHostName()


class RegisterLock:
    """Both locks of one register; `call` is how a second start has the first one show itself."""

    def __init__(self, path: Path) -> None:
        folder = paths.data_folder() / "locks"
        name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
        self.call = folder / f"{name}.call"
        self._path = path
        self._own_path = folder / f"{name}.lock"
        self._beside_path = held.lock_beside(path)
        self._own = _lock(self._own_path)
        self._beside = _lock(self._beside_path)
        self.was_left = False  # the last one who held it never gave it back

    def take(self) -> LockHolder | None:
        """Take both; else tell who holds one. Raises StoreError: settings_unwritable."""
        folder = self._own_path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError("settings_unwritable", path=folder) from error
        self.was_left = self._own_path.exists()
        if not self._own.tryLock(0):
            if self._own.error() is not QLockFile.LockError.LockFailedError:
                raise StoreError("settings_unwritable", path=folder)
            return _holder(self._own, self._own_path)
        if (
            not self._beside.tryLock(0)
            # a folder that takes no lock, such as one for reading only, is told about at opening
            and self._beside.error() is QLockFile.LockError.LockFailedError
        ):
            holder = _holder(self._beside, self._beside_path)
            if self._is_gone(holder) and self._beside.tryLock(0):
                return None
            self._own.unlock()
            return holder
        return None

    def _is_gone(self, holder: LockHolder) -> bool:
        """Clear the lock that a program of another account left here when it was killed.

        Qt leaves it, for it may not write into it; the system knows that nobody holds it.
        """
        if not holder.is_here or held.is_held(self._path):
            return False
        with suppress(OSError):
            self._beside_path.unlink(missing_ok=True)
            self.was_left = True
            return True
        return False

    def pass_by(self, holder: LockHolder) -> LockHolder | None:
        """Take the locks from one who is not there any more, on the word of a person."""
        with suppress(OSError):
            holder.lock.unlink(missing_ok=True)
        return self.take()

    def is_own(self, holder: LockHolder) -> bool:
        """Tell whether a window of the same user holds it: that one can be called."""
        return holder.lock == self._own_path and holder.is_here

    def give_back(self) -> None:
        """Let others open the register."""
        self._beside.unlock()
        self._own.unlock()
        with suppress(OSError):
            self.call.unlink(missing_ok=True)

    def call_first(self) -> None:
        """Have the window that is open already come to the front."""
        with suppress(OSError):
            self.call.write_text(f"{os.getpid()} {datetime.now().isoformat()}", encoding="ascii")


class Caller(QObject):
    """Brings a window to the front when a second start asks for it."""

    def __init__(self, window: QWidget, call: Path) -> None:
        super().__init__(window)
        self._window = window
        with suppress(OSError):
            call.parent.mkdir(parents=True, exist_ok=True)
            call.touch()
        self._watcher = QFileSystemWatcher([str(call)], self)
        self._watcher.fileChanged.connect(self.come)

    @Slot()
    def come(self, *_: object) -> None:
        """Show the window above the others."""
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    # only the end of its process makes a lock stale, never its age
    lock.setStaleLockTime(0)
    return lock


def _holder(lock: QLockFile, path: Path) -> LockHolder:
    process, machine, _ = lock.getLockInfo()
    since, account = None, ""
    with suppress(OSError):
        since = datetime.fromtimestamp(path.stat().st_mtime)
    with suppress(OSError, KeyError, NotImplementedError):
        account = path.owner()
    return LockHolder(machine=machine, process=process, account=account, since=since, lock=path)
