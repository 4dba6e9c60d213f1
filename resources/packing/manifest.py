"""The list of what is packed: every part with version, licence, origin and hash, every file too."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from resources.packing import identity, tree
from resources.packing.debian import Package
from resources.packing.tools import sha256
from resources.packing.wheels import Wheel


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something of others, or of our own, that is inside."""

    name: str
    version: str
    licence: str
    origin: str
    sha256: str | None = None  # of the package it came in; none for what is built here
    texts: str | None = None  # folder of its licence texts


def of_wheel(wheel: Wheel) -> Part:
    """Describe a wheel."""
    return Part(
        name=wheel.name,
        version=wheel.version,
        licence=wheel.licence,
        origin=f"PyPI: {wheel.file.name}",
        sha256=wheel.digest,
        texts=text_folder(wheel.name),
    )


def of_package(package: Package, *, name: str, version: str, licence: str, texts: str) -> Part:
    """Describe what was taken out of a package of Debian."""
    return Part(
        name=name,
        version=version,
        licence=licence,
        origin=f"Debian: {package.name} {package.version}",
        sha256=package.digest,
        texts=texts,
    )


def text_folder(name: str) -> str:
    """Name the folder of the licence texts of a part."""
    return f"licenses/{name}"


def write(parts: Sequence[Part], folder: Path, target: Path, *, epoch: int) -> None:
    """Write the list as JSON; it does not list itself."""
    content = {
        "program": identity.TITLE,
        "version": identity.version(),
        "source_date_epoch": epoch,
        "parts": [asdict(part) for part in sorted(parts, key=lambda part: part.name.lower())],
        "files": _files(folder, target),
    }
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _files(folder: Path, target: Path) -> list[dict[str, object]]:
    return [
        {
            "path": file.relative_to(folder).as_posix(),
            "size": file.stat().st_size,
            "sha256": sha256(file),
        }
        for file in tree.files(folder)
        if file != target and not file.is_symlink()
    ]


def write_contents(folder: Path, target: Path) -> None:
    """Write what is about to be packed, all that a package says of a file, for a comparison."""
    lines = []
    for file in tree.files(folder):
        about = file.stat()
        digest, name = sha256(file), file.relative_to(folder).as_posix()
        lines.append(f"{digest} {about.st_mode:o} {int(about.st_mtime)} {name}\n")
    target.write_text("".join(lines), encoding="utf-8")


def write_sums(files: Iterable[Path], target: Path) -> None:
    """Write the hashes in the form that `sha256sum --check` reads."""
    lines = [f"{sha256(file)}  {file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8")
