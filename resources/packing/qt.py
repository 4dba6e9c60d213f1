"""The part of Qt that the program uses: read from its imports and from the files themselves."""

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from resources.packing import binaries
from resources.packing.binaries import Closure
from resources.packing.tools import BuildError
from resources.packing.wheels import Wheel

_MODULE = re.compile(rb"PySide6\.(Qt[A-Za-z0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """How the wheels of one system name things."""

    objdump: str
    extension: str  # of a module of Python, with its dot
    library: str  # pattern of a library
    plugins: PurePosixPath


def modules_imported(package: Path) -> set[str]:
    """Name the modules of PySide6 that the code of a package imports."""
    found = set()
    for module in package.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        if "PySide6" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            parts = [name.split(".") for name in names]
            found |= {part[1] for part in parts if part[0] == "PySide6" and len(part) > 1}
    return {name for name in found if name.startswith("Qt")}


def with_those_they_load(modules: Iterable[str], folder: Path, platform: Platform) -> set[str]:
    """Add the modules that compiled modules import themselves, by the names inside them."""
    waiting = set(modules)
    known: set[str] = set()
    while waiting:
        name = waiting.pop()
        file = folder / f"{name}{platform.extension}"
        if not file.is_file():
            raise BuildError(f"PySide6 has no module {name}")
        known.add(name)
        waiting |= {found.decode() for found in _MODULE.findall(file.read_bytes())} - known
    return known


def unpack(wheels: Iterable[Wheel], folder: Path) -> None:
    """Unpack code, libraries and plugins of the wheels of Qt, whatever is needed of them."""
    for wheel in wheels:
        names = [name for name, _ in wheel.members() if _is_code(name)]
        wheel.extract(names, folder)


def _is_code(name: PurePosixPath) -> bool:
    own = name.suffix in (".py", ".pyd", ".dll", ".so") or ".so." in name.name
    return own and not {"qml", "scripts", "__pycache__"} & set(name.parts)


def close(
    folder: Path, modules: Iterable[str], plugins: Iterable[str], platform: Platform
) -> Closure:
    """Give every compiled file that the modules and plugins need."""
    package = folder / "PySide6"
    roots = [
        package / f"{name}{platform.extension}"
        for name in with_those_they_load(modules, package, platform)
    ]
    roots += [folder / platform.plugins / plugin for plugin in plugins]
    roots += sorted((folder / "shiboken6").glob(f"*{platform.extension}"))
    for file in roots:
        if not file.is_file():
            raise BuildError(f"Qt has no {file.relative_to(folder)}")
    return binaries.close(roots, _pool(folder, platform), platform.objdump)


def _pool(folder: Path, platform: Platform) -> Mapping[str, Path]:
    found: dict[str, Path] = {}
    # what lies in both packages is the same; the deeper package is listed last and wins
    for file in sorted(folder.rglob(platform.library), reverse=True):
        if platform.plugins not in PurePosixPath(file.relative_to(folder)).parents:
            found[file.name.lower()] = file
    return found


def python_files(folder: Path) -> list[Path]:
    """Name the Python code of the two packages that is no tool of a developer."""
    return [
        file
        for file in sorted(folder.rglob("*.py"))
        if "generate_pyi" not in file.name
        and file.parent.name in ("PySide6", "shiboken6", "support")
    ]
