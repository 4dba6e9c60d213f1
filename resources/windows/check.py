"""`python3 -m resources.windows.check OUT`: use what was built as she would, under Wine."""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from resources.packing import identity, tree
from resources.packing.screen import Screen
from resources.packing.tools import BuildError, end_in_order, megabytes, run, say, sha256
from resources.windows import installer, interpreter, launcher, suite
from resources.windows.wine import Wine, build_python, path

PROGRAM = f"{identity.NAME}.exe"
COMMANDS = f"{identity.COMMAND}-cli.exe"
CLASSES = "Software\\Classes"
UNINSTALL_KEY = f"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{identity.NAME}"
STILL_OPEN, TOO_OLD, NO_PYTHON = 4, 5, 3  # exit codes; setup.nsi, launcher.c
PATIENCE = 240  # seconds; a machine that is busy with something else ends slowly
# what she may call a folder, on a stick too
FOLDER = "Sổ của Ban (bản 1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What is checked, and where."""

    out: Path
    wine: Wine
    screen: Screen
    scratch: Path

    @property
    def setup(self) -> Path:
        return self.out / f"{identity.NAME}-{identity.version()}-setup.exe"

    @property
    def portable(self) -> Path:
        return self.out / f"{identity.NAME}-{identity.version()}-portable.zip"

    @property
    def manifest(self) -> Path:
        return self.out / f"{identity.NAME}-{identity.version()}-manifest.json"

    @property
    def installed(self) -> Path:
        return self.wine.local / "Programs" / identity.NAME

    @property
    def shortcuts(self) -> tuple[Path, Path]:
        name = f"{identity.TITLE}.lnk"
        return self.wine.start_menu / name, self.wine.desktop / name

    def command(self, folder: Path, *words: str | Path) -> str:
        """Run a command of the program and give what it printed. Raises BuildError."""
        given = [path(word) if isinstance(word, Path) else word for word in words]
        began = time.monotonic()
        answer = self.wine.run(folder / COMMANDS, *given)
        if answer.code:
            raise BuildError(f"{COMMANDS} {given} ended with {answer.code}:\n{answer.text}")
        say(f"  {words[0]}: {time.monotonic() - began:.1f} s")
        return answer.text


def main(arguments: Sequence[str]) -> int:
    """Check what lies in the folder that is named."""
    if len(arguments) not in (1, 2) or arguments[1:] not in ([], ["--tests"]):
        sys.stderr.write("Usage: bash resources/windows/check.sh OUT [--tests]\n")
        return 2
    out = Path(arguments[0]).resolve()
    end_in_order()
    _hurry(-10)
    # what Wine still writes while it ends is no fault of what was built
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        try:
            with Screen() as screen:
                wine = Wine(Path(scratch, "wine"), screen.display)
                try:
                    check = Check(out=out, wine=wine, screen=screen, scratch=Path(scratch))
                    _all(check, tests=len(arguments) > 1)
                finally:
                    wine.stop()
        except BuildError as error:
            sys.stderr.write(f"\n{error}\n")
            return 1
    return 0


def _all(check: Check, *, tests: bool) -> None:
    run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=check.out)
    say(f"setup {megabytes(check.setup.stat().st_size)}, "
        f"portable {megabytes(check.portable.stat().st_size)}, hashes right")  # fmt: skip
    check.wine.start()
    say("Wine is ready")
    refuse_an_old_windows(check)
    install_over_an_older_version(check)
    use_commands(check, check.installed)
    open_by_file_type(check)
    stick = use_portable(check)
    say_what_is_missing(check)
    uninstall(check)
    if tests:
        _hurry(0)
        python = build_python(stick, interpreter.DLL, check.scratch)
        suite.run_all(check.wine, python, check.scratch)
    say("all that was built for Windows works under Wine")


def _hurry(niceness: int) -> None:
    """Go before others where that is allowed.

    A program in Wine and its server hand each call to the other: on a machine that is busy, each
    waits its turn every time, and two seconds become twenty.
    """
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, niceness)


def refuse_an_old_windows(check: Check) -> None:
    """Expect the installer to leave a Windows alone that Qt does not run on."""
    check.wine.pretend("win81")
    _expect(check.wine.run(check.setup, "/S").code == TOO_OLD, "Windows 8.1 is not refused")
    check.wine.pretend("win10")
    say("Windows 8.1 refused")


def install_over_an_older_version(check: Check) -> None:
    """Install something older, then this version: nothing of the older one is left."""
    older, stale = check.scratch / "older", Path(interpreter.PACKAGES, "coordapp", "gone.py")
    for file in (stale, Path(interpreter.DLL), Path(PROGRAM)):
        (older / file).parent.mkdir(parents=True, exist_ok=True)
        (older / file).write_text("of an older version", encoding="ascii")
    launcher.write_icons(check.scratch)
    about = installer.Installer(
        icon=check.scratch / "program.ico", python_dll=interpreter.DLL, version="0.0.1"
    )
    old_setup = check.scratch / "old-setup.exe"
    installer.build(older, old_setup, check.scratch, about=about)
    _expect(check.wine.run(old_setup, "/S").code == 0, "the older version is not installed")
    _expect((check.installed / stale).exists(), "the older version lacks its file")
    answer = check.wine.run(check.setup, "/S")
    _expect(answer.code == 0, f"setup /S ended with {answer.code}:\n{answer.text}")
    _expect(not (check.installed / stale).exists(), "a file of the older version is left")
    _compare_with_manifest(check, check.installed)
    for shortcut in check.shortcuts:
        _expect(PROGRAM.encode("utf-16-le") in shortcut.read_bytes(), f"{shortcut} is wrong")
    registry = check.wine.registry
    _expect(registry(UNINSTALL_KEY, "DisplayVersion") == identity.version(), "no uninstall entry")
    file_type = registry(f"{CLASSES}\\.{identity.EXTENSION}")
    _expect(PROGRAM in registry(f"{CLASSES}\\{file_type}\\shell\\open\\command"), "no file type")
    say(f"installed over an older version: {megabytes(tree.size(check.installed))}, "
        "every file as in the manifest, shortcuts, file type")  # fmt: skip


def _compare_with_manifest(check: Check, folder: Path) -> None:
    listed = json.loads(check.manifest.read_text(encoding="utf-8"))["files"]
    for entry in listed:
        file = folder / entry["path"]
        _expect(file.is_file() and sha256(file) == entry["sha256"], f"{entry['path']} differs")
    known = {entry["path"] for entry in listed} | {"manifest.json", "uninstall.exe"}
    found = {file.relative_to(folder).as_posix() for file in tree.files(folder)}
    _expect(found <= known | {identity.PORTABLE_NOTE}, f"not in the manifest: {found - known}")


def use_commands(check: Check, folder: Path) -> None:
    """Make a sample and give it every command, in a folder with Vietnamese letters."""
    place = check.scratch / FOLDER
    place.mkdir(exist_ok=True)
    book = place / f"sổ mẫu.{identity.EXTENSION}"
    run_it = check.command
    run_it(folder, "sample", book)
    tasks = json.loads(run_it(folder, "list", "tasks", book, "--json"))
    conferences = json.loads(run_it(folder, "list", "conferences", book, "--json"))
    code = conferences[-1]["code"]
    register = place / "sổ nhiệm vụ.xlsx"
    run_it(folder, "export", "register", book, register)
    for name in ("biên bản.pdf", "biên bản.docx"):
        run_it(folder, "export", "minutes", book, code, place / name)
        _expect((place / name).stat().st_size > 10_000, f"{name} is empty")
    json.loads(run_it(folder, "import", "tasks", book, register, "--json"))
    json.loads(run_it(folder, "search", book, "dân vận", "--json"))
    json.loads(run_it(folder, "status", book, "--json", "--as-of", "2018-03-31"))
    run_it(folder, "backup", book, place / "bản sao")
    copies = list((place / "bản sao").glob("*.db"))
    _expect(len(copies) == 1, f"copies made: {copies}")
    run_it(folder, "restore", copies[0], place / "khôi phục.sodp")
    for file in (book, place / "khôi phục.sodp"):
        run_it(folder, "check", file)
    _expect(len(tasks) > 0, "the sample has no task")
    say(
        f"sample, list ({len(tasks)} tasks), export, import, search, status, backup, restore, check"
    )


def open_by_file_type(check: Check) -> None:
    """Open a register by its file type, take a picture; a setup refuses meanwhile."""
    book = check.scratch / FOLDER / f"sổ mẫu.{identity.EXTENSION}"
    # Wine's Explorer does not look for file types of the user, so its part is played here
    command = check.wine.registry(f"{CLASSES}\\{identity.FILE_TYPE}\\shell\\open\\command")
    program, _, rest = command.removeprefix('"').partition('" ')
    _expect(rest == '"%1"', f"the file type starts {command}")
    started = check.wine.open(program, path(book))
    picture = check.out / "window.png"
    try:
        check.screen.wait_for(identity.TITLE, picture)
    except BuildError as error:
        state = started.poll()
        check.wine.stop()
        told = started.communicate(timeout=PATIENCE)[0]
        raise BuildError(
            f"{error}\nIt ended with {state} and said: {told}\n{_log(check)}"
        ) from error
    answer = check.wine.run(check.setup, "/S")
    _expect(answer.code == STILL_OPEN, f"setup over a running program ended with {answer.code}")
    check.wine.close_windows(PROGRAM)
    started.communicate(timeout=PATIENCE)
    told = _log(check)
    _expect("ERROR" not in told and "CRITICAL" not in told, f"the log tells of errors:\n{told}")
    say(f"opened by its file type, picture in {picture.name}; setup refused meanwhile; closed")


def _log(check: Check) -> str:
    logs = check.wine.local / "CoordApp" / "logs"
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(logs.glob("*")))


def use_portable(check: Check) -> Path:
    """Unpack the portable folder and use it; its data stays beside it."""
    stick = check.scratch / "USB" / FOLDER
    with ZipFile(check.portable) as archive:
        archive.extractall(stick)
    folder = stick / identity.NAME
    _compare_with_manifest(check, folder)
    shutil.rmtree(check.wine.local / "CoordApp")
    book = folder / identity.PORTABLE_DATA / f"sổ của tôi.{identity.EXTENSION}"
    book.parent.mkdir()
    check.command(folder, "new", book)
    started = check.wine.open(folder / PROGRAM, path(book))
    check.screen.wait_for(book.name, check.scratch / "portable.png")
    check.wine.close_windows(PROGRAM)
    started.communicate(timeout=PATIENCE)
    written = [file.name for file in tree.files(folder / identity.PORTABLE_DATA)]
    places = (folder / identity.PORTABLE_DATA / "places.json").read_text(encoding="utf-8")
    _expect(f'"path": "{book.name}"' in places, f"the way to the register is kept: {places}")
    _expect(not (check.wine.local / "CoordApp").exists(), "the portable program writes elsewhere")
    _expect("settings.json" in written, "the portable program keeps no settings beside it")
    check.command(folder, "list", "tasks", book, "--json")
    say(f"portable: {len(written)} files beside it, none elsewhere")
    return folder


def say_what_is_missing(check: Check) -> None:
    """Expect a sentence where the library of Python is not there."""
    alone = check.scratch / "alone"
    alone.mkdir()
    shutil.copy(check.installed / COMMANDS, alone)
    answer = check.wine.run(alone / COMMANDS)
    _expect(answer.code == NO_PYTHON and interpreter.DLL in answer.text, f"said: {answer.text}")
    say("without Python: " + " ".join(answer.text.split())[:60] + "…")


def uninstall(check: Check) -> None:
    """Remove it: data and what a person put into its folder stay, nothing else."""
    data = check.wine.local / "CoordApp" / "data" / "so-dieu-phoi.db"
    own = check.installed / interpreter.PACKAGES / f"của tôi.{identity.EXTENSION}"
    for file in (data, own):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("hers", encoding="ascii")
    # told where it is, it does not copy itself away to run there, and can be waited for
    place = "C:" + str(check.installed).partition("drive_c")[2].replace("/", "\\")
    answer = check.wine.run(check.installed / "uninstall.exe", "/S", f"_?={place}")
    _expect(answer.code == 0, f"uninstall ended with {answer.code}:\n{answer.text}")
    left = [file for file in tree.files(check.installed) if file.name != "uninstall.exe"]
    _expect(left == [own] and data.exists(), f"left after uninstall: {left}")
    _expect(not any(shortcut.exists() for shortcut in check.shortcuts), "shortcuts are left")
    for key in (
        UNINSTALL_KEY,
        f"{CLASSES}\\.{identity.EXTENSION}",
        f"{CLASSES}\\{identity.FILE_TYPE}",
    ):
        _expect(check.wine.run("reg", "query", f"HKCU\\{key}").code != 0, f"{key} is left")
    say("uninstalled: data and a file of hers in its folder stay, nothing else")


def _expect(fact: bool, otherwise: str) -> None:
    if not fact:
        raise BuildError(otherwise)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
