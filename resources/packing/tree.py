"""The folder that is packed: what goes into it, in one order and with one time."""

import os
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from resources.packing.identity import ROOT
from resources.packing.wheels import Wheel

# of `resources`: what builds and documents the project, and is of no use where it is installed
NOT_INSTALLED = tuple(
    (ROOT / "resources" / "not-installed.txt").read_text(encoding="utf-8").split()
)
# what only a compiler, a type checker or a developer of the library reads
_FOR_DEVELOPERS = frozenset(
    (".pyi", ".typed", ".pxd", ".pxi", ".pyx", ".h", ".hpp", ".c", ".cpp", ".lib", ".cmake", ".exe")
)
_TESTS = frozenset(("test", "tests", "__pycache__"))
_REGULAR = 0o100644 << 16


def files(folder: Path) -> list[Path]:
    """Name every file under a folder, always in the same order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def size(folder: Path) -> int:
    """Count the bytes of all files."""
    return sum(file.stat().st_size for file in files(folder))


def is_used(name: PurePosixPath) -> bool:
    """Tell whether a file of a wheel is of use to a program that runs."""
    return not (
        name.suffix in _FOR_DEVELOPERS
        or name.parts[0].endswith((".dist-info", ".data"))
        or _TESTS & set(name.parts)
    )


def put_wheel(wheel: Wheel, folder: Path, left_out: Iterable[str] = ()) -> None:
    """Unpack what a running program uses; `left_out` are patterns of files it never loads."""
    patterns = tuple(left_out)
    wanted = [
        name
        for name, _ in wheel.members()
        if is_used(name) and not any(name.match(pattern) for pattern in patterns)
    ]
    wheel.extract(wanted, folder)


def put_program(folder: Path) -> None:
    """Copy the package as `pip install .` would install it."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "coordapp", folder / "coordapp", ignore=ignored)
    ignored = shutil.ignore_patterns(*NOT_INSTALLED)
    shutil.copytree(ROOT / "resources", folder / "coordapp" / "resources", ignore=ignored)


def set_time(folder: Path, epoch: int) -> None:
    """Give every file and folder one time and plain rights."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        if path.is_file():
            path.chmod(0o755 if os.access(path, os.X_OK) and path.suffix == "" else 0o644)
        else:
            path.chmod(0o755)
        os.utime(path, (epoch, epoch))
    folder.chmod(0o755)
    os.utime(folder, (epoch, epoch))


@dataclass(frozen=True, slots=True, kw_only=True)
class Zip:
    """How a folder is zipped: the same bytes for the same content."""

    epoch: int
    top: str = ""  # folder inside the zip
    method: int = ZIP_DEFLATED

    def write(self, folder: Path, target: Path, added: Mapping[str, str] | None = None) -> None:
        """Zip a folder and texts that are added under their names."""
        with ZipFile(target, "w") as archive:
            for file in files(folder):
                self._put(archive, file.relative_to(folder), file.read_bytes())
            for name, text in (added or {}).items():
                # the editor of Windows before 2019 knows UTF-8 by its mark
                self._put(archive, Path(name), text.replace("\n", "\r\n").encode("utf-8-sig"))

    def _put(self, archive: ZipFile, name: Path, content: bytes) -> None:
        entry = ZipInfo(str(PurePosixPath(self.top, *name.parts)), time.gmtime(self.epoch)[:6])
        entry.external_attr = _REGULAR
        entry.create_system = 3
        entry.compress_type = self.method
        archive.writestr(entry, content, compresslevel=6)
