"""The licence texts that travel with the program."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import ZipFile

from resources.packing import debian, identity
from resources.packing.debian import Package
from resources.packing.manifest import Part, text_folder
from resources.packing.tools import BuildError
from resources.packing.wheels import Wheel

_COMMON = identity.ROOT / "resources" / "licences"
_DOCUMENTS = Path("/usr/share/doc")
# the packages of Debian whose lists of copyrights cover the same sources
QT_SOURCES = ("libqt6core6t64", "libqt6svg6", "libqt6pdf6")

_QT = """\
Qt and Qt for Python (PySide6, Shiboken6) are used under the GNU Lesser General Public License,
version 3 (LGPL-3.0.txt, with GPL-3.0.txt, which it builds on). They are the unchanged files of the
wheels that the manifest names. They are separate libraries: whoever wishes to use a changed Qt
replaces its files beside the program; nothing in the program prevents it.
Their sources: https://download.qt.io and https://code.qt.io, by the version that the manifest names.

The files third-party-*.txt are Debian's lists of the copyrights inside the same sources of Qt
(of the release that Debian has); QtPdf contains PDFium, and only that part of WebEngine's list
applies here.
"""


def put_wheels(wheels: Iterable[Wheel], folder: Path) -> None:
    """Write the licence texts of wheels; those of Qt are common texts that the wheels leave out."""
    for wheel in wheels:
        place = folder / text_folder(wheel.name)
        place.mkdir(parents=True, exist_ok=True)
        if wheel.licence.startswith("LGPL-3.0"):
            _note(place, "See the folder Qt.\n")
            continue
        names = wheel.licence_files()
        if not names:
            raise BuildError(f"{wheel.file.name} carries no licence text")
        with ZipFile(wheel.file) as archive:
            for name in names:
                (place / name.name).write_bytes(archive.read(str(name)))


def put_qt(release: str, downloads: Path, scratch: Path, folder: Path) -> None:
    """Write the licences of Qt and of what is inside it."""
    place = folder / text_folder("Qt")
    place.mkdir(parents=True, exist_ok=True)
    _note(place, _QT)
    for name in ("LGPL-3.0", "GPL-3.0"):
        shutil.copyfile(_COMMON / f"{name}.txt", place / f"{name}.txt")
    for package in debian.fetch(release, list(QT_SOURCES), downloads).values():
        put_package(package, scratch, place / f"third-party-{package.name}.txt")


def put_package(package: Package, scratch: Path, target: Path) -> None:
    """Write Debian's list of the copyrights in a package."""
    root = scratch / package.name
    package.extract(root)
    shutil.copyfile(package.copyright_file(root), target)


def put_installed(names: Sequence[str], folder: Path, part: str) -> None:
    """Write the texts of libraries that the building machine has itself."""
    place = folder / text_folder(part)
    place.mkdir(parents=True, exist_ok=True)
    for name in names:
        file = _DOCUMENTS / name / "copyright"
        if not file.is_file():
            raise BuildError(f"the package {name} has no {file}")
        shutil.copyfile(file, place / f"{name}.txt")


def write_overview(parts: Iterable[Part], folder: Path) -> None:
    """Write one line for each part, for people."""
    lines = [
        f"{identity.TITLE} {identity.version()}: các thành phần và giấy phép",
        "Mỗi dòng: thành phần, phiên bản, giấy phép, nơi có toàn văn.",
        "",
    ]
    for part in sorted(parts, key=lambda part: part.name.lower()):
        where = f", {part.texts}" if part.texts else ""
        lines.append(f"{part.name} {part.version}: {part.licence}{where}")
    target = folder / "licenses" / "README.txt"
    target.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")


def _note(place: Path, text: str) -> None:
    (place / "README.txt").write_text(text, encoding="utf-8")
