"""`python3 -m resources.linux.build OUT`: the package for Debian 12.

It carries the same pinned wheels as the folder for Windows, for Debian's own are too old, and runs
on Debian's Python: security updates of Python and of the system's libraries come from Debian.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from resources.linux import integration
from resources.packing import identity, licences, manifest, qt, tree, wheels
from resources.packing.manifest import Part
from resources.packing.tools import BuildError, megabytes, run, say
from resources.packing.wheels import Target, Wheel

HERE = Path(__file__).parent
RELEASE = "trixie"  # of the lists of copyrights inside Qt
PYTHON = Target(
    python="3.11",
    platforms=(
        *tuple(f"manylinux_2_{minor}_x86_64" for minor in (34, 28, 27, 26, 17)),
        "manylinux2014_x86_64",
    ),
)
QT = qt.Platform(
    objdump="objdump",
    extension=".abi3.so",
    library="*.so*",
    plugins=PurePosixPath("PySide6", "Qt", "plugins"),
)
# what Qt loads by its purpose and no import names: screens, input of Vietnamese, pictures, printers
PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqoffscreen.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "iconengines/libqsvgicon.so",
    "imageformats/libqico.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
)
QT_WHEELS = ("PySide6_Essentials", "PySide6_Addons", "shiboken6")
# a fifteenth of the time of xz for a quarter more; more threads than one give other bytes
_COMPRESSION = ("-Zzstd", "-z10", "--threads-max=1")
LIBRARY = Path("usr", "lib", identity.COMMAND)

_STARTER = f"""\
#!/bin/sh
# The path holds for the windows that the program itself opens too; nothing is taken from the
# folder it is started in, nor from the packages of the user.
export PYTHONPATH=/{LIBRARY} PYTHONSAFEPATH=1 PYTHONNOUSERSITE=1
exec /usr/bin/python3 -X utf8 -m coordapp "$@"
"""
_CONTROL = """\
Package: {package}
Version: {version}
Architecture: amd64
Maintainer: {publisher} <noreply@coordapp.invalid>
Installed-Size: {kilobytes}
Depends: python3 (>= 3.11), python3 (<< 3.12), {libraries}
Section: misc
Priority: optional
Description: {title}
 {summary}.
 Chạy không cần mạng, mọi dữ liệu trong một tệp.
"""
_AFTER = f"""\
#!/bin/sh
set -e
if [ "$1" = configure ]; then
    py3compile -q -p {identity.COMMAND} /{LIBRARY}
fi
"""
_BEFORE = f"""\
#!/bin/sh
set -e
py3clean -p {identity.COMMAND}
find /{LIBRARY} -type d -name __pycache__ -exec rm -rf {{}} +
"""


def main(arguments: Sequence[str]) -> int:
    """Build into the folder that is named."""
    if len(arguments) != 1:
        sys.stderr.write("Usage: bash resources/linux/build.sh OUT | --contents\n")
        return 2
    scratch = identity.ROOT / "build" / "linux"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        root = put_together(scratch)
        if arguments != ["--contents"]:
            _pack(root, Path(arguments[0]).resolve(), identity.epoch())
    except BuildError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    return 0


def put_together(scratch: Path) -> Path:
    """Fetch all and make the folder that is packed. Raises BuildError."""
    epoch = identity.epoch()
    downloads = identity.ROOT / "build" / "downloads" / "linux"
    found = wheels.fetch(wheels.read_pins(HERE / "wheels.txt"), PYTHON, downloads)
    say(f"fetched {len(found)} wheels")
    root = scratch / "root"
    folder = root / LIBRARY
    folder.mkdir(parents=True)
    tree.put_program(folder)
    for wheel in found:
        if wheel.name not in QT_WHEELS:
            tree.put_wheel(wheel, folder)
    libraries = _put_qt(found, folder, scratch / "qt")
    _write(root / "usr" / "bin" / identity.COMMAND, _STARTER, executable=True)
    integration.put(root / "usr" / "share", epoch=epoch)
    _put_licences(found, root, downloads, scratch)
    parts = [*map(manifest.of_wheel, found), _own_part()]
    manifest.write(parts, root, folder / "manifest.json", epoch=epoch)
    _put_control(root, libraries)
    tree.set_time(root, epoch)
    manifest.write_contents(root, scratch / "contents.txt")
    return root


def _put_qt(found: Iterable[Wheel], folder: Path, stock: Path) -> list[str]:
    """Copy what is needed of Qt; give the packages of Debian that all compiled files need."""
    qt.unpack((wheel for wheel in found if wheel.name in QT_WHEELS), stock)
    modules = qt.modules_imported(folder / "coordapp")
    closure = qt.close(stock, modules, PLUGINS, QT)
    for file in (*sorted(closure.inside), *qt.python_files(stock)):
        target = folder / file.relative_to(stock)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    say(f"Qt: {len(closure.inside)} files for {', '.join(sorted(modules))}")
    return packages_of(closure.outside)


def packages_of(names: Iterable[str]) -> list[str]:
    """Name the packages of this Debian that the libraries belong to. Raises BuildError."""
    known: dict[str, Path] = {}
    for line in run(["/sbin/ldconfig", "-p"]).splitlines():
        found = re.match(r"\s+(\S+) \(libc6,x86-64.*\) => (\S+)$", line)
        if found:
            known.setdefault(found[1], Path(found[2]))
    packages = set()
    for name in sorted(names):
        if name not in known:
            raise BuildError(f"{name} is needed, neither packed nor installed here")
        packages.add(_package_of(known[name]))
    return sorted(packages)


def _package_of(file: Path) -> str:
    real = file.resolve()
    # dpkg knows files by the folder they were packed for, before /lib became /usr/lib
    for path in (real, Path("/", *real.parts[2:]), file):
        try:
            return run(["dpkg", "-S", path]).split(":")[0]
        except BuildError:
            continue
    raise BuildError(f"{file} belongs to no package")


def _put_licences(found: Sequence[Wheel], root: Path, downloads: Path, scratch: Path) -> None:
    documents = root / "usr" / "share" / "doc" / identity.COMMAND
    documents.mkdir(parents=True)
    licences.put_wheels(found, documents)
    licences.put_qt(RELEASE, downloads, scratch / "qt-texts", documents)
    licences.write_overview([*map(manifest.of_wheel, found), _own_part()], documents)
    text = (identity.ROOT / "resources" / "LICENSE").read_text(encoding="utf-8")
    note = "\nThe licences of the libraries inside are in the folder licenses beside this file.\n"
    _write(documents / "copyright", text + note)


def _own_part() -> Part:
    return Part(
        name=identity.TITLE,
        version=identity.version(),
        licence="see coordapp/resources/LICENSE",
        origin="built here",
    )


def _put_control(root: Path, libraries: Sequence[str]) -> None:
    control = _CONTROL.format(
        package=identity.COMMAND,
        version=identity.version(),
        publisher=identity.PUBLISHER,
        kilobytes=tree.size(root) // 1024,
        libraries=", ".join(libraries),
        title=identity.TITLE,
        summary=identity.SUMMARY,
    )
    _write(root / "DEBIAN" / "control", control)
    _write(root / "DEBIAN" / "postinst", _AFTER, executable=True)
    _write(root / "DEBIAN" / "prerm", _BEFORE, executable=True)


def _write(target: Path, text: str, *, executable: bool = False) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    target.chmod(0o755 if executable else 0o644)


def _pack(root: Path, out: Path, epoch: int) -> None:
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{identity.COMMAND}_{identity.version()}_amd64.deb"
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", *_COMPRESSION]
    run([*command, "--build", root, target], environment=environment)
    manifest.write_sums([target], out / f"{target.name}.sha256")
    say(f"installed {megabytes(tree.size(root))}, package {megabytes(target.stat().st_size)}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
