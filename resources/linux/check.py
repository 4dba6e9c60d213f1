"""`python3 -m resources.linux.check OUT`: install the package, use it, remove it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from resources.linux.build import LIBRARY
from resources.linux.integration import APP_ID
from resources.packing import identity
from resources.packing.screen import Screen
from resources.packing.tools import BuildError, end_in_order, fetch, megabytes, run, say

COMMAND = Path("/usr/bin", identity.COMMAND)


def main(arguments: Sequence[str]) -> int:
    """Check what lies in the folder that is named."""
    if len(arguments) != 1:
        sys.stderr.write("Usage: bash resources/linux/check.sh OUT\n")
        return 2
    out = Path(arguments[0]).resolve()
    end_in_order()
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            _all(out, Path(scratch))
    except BuildError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    return 0


def _all(out: Path, scratch: Path) -> None:
    package = out / f"{identity.COMMAND}_{identity.version()}_amd64.deb"
    run(["sha256sum", "--check", "--quiet", f"{package.name}.sha256"], cwd=out)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt = [*_administrator(), "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", "-y"]
    fetch([*apt, "install", "--no-install-recommends", package], environment=quiet)
    try:
        say(f"installed {package.name}, {megabytes(package.stat().st_size)}")
        _validate()
        book = _use_commands(scratch)
        _open_window(book, out / "window-linux.png", scratch)
    finally:
        run([*apt, "purge", identity.COMMAND], environment=quiet)
    left = [path for path in (COMMAND, Path("/", LIBRARY)) if path.exists()]
    if left or not book.exists():
        raise BuildError(f"left after removal: {left}")
    say("removed: nothing left but the register")


def _administrator() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]


def _validate() -> None:
    share = Path("/usr/share")
    run(["desktop-file-validate", share / "applications" / f"{APP_ID}.desktop"])
    run(["appstreamcli", "validate", "--no-net", share / "metainfo" / f"{APP_ID}.metainfo.xml"])
    kinds = (share / "mime" / "globs2").read_text(encoding="utf-8")
    if f"{identity.MIME_TYPE}:*.{identity.EXTENSION}" not in kinds:
        raise BuildError("the file type is not known")
    say("menu entry, description and file type are valid")


def _use_commands(scratch: Path) -> Path:
    book, register = scratch / f"sổ mẫu.{identity.EXTENSION}", scratch / "sổ.xlsx"
    run([COMMAND, "sample", book], cwd=scratch)
    tasks = json.loads(run([COMMAND, "list", "tasks", book, "--json"], cwd=scratch))
    conferences = json.loads(run([COMMAND, "list", "conferences", book, "--json"], cwd=scratch))
    run([COMMAND, "export", "register", book, register], cwd=scratch)
    run(
        [COMMAND, "export", "minutes", book, conferences[-1]["code"], scratch / "bb.pdf"],
        cwd=scratch,
    )
    run([COMMAND, "import", "tasks", book, register, "--json"], cwd=scratch)
    run([COMMAND, "backup", book, scratch / "bản sao"], cwd=scratch)
    run([COMMAND, "check", book], cwd=scratch)
    say(f"sample, list ({len(tasks)} tasks), export, import, backup, check")
    return book


def _open_window(book: Path, picture: Path, scratch: Path) -> None:
    with Screen() as screen:
        own = {
            "DISPLAY": screen.display,
            "HOME": str(scratch),
            "XDG_DATA_HOME": str(scratch / "data"),
        }
        known = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        process = subprocess.Popen([COMMAND, book], env=known | own, cwd=scratch)
        try:
            screen.wait_for(identity.TITLE, picture)
        finally:
            process.terminate()
            process.wait(timeout=60)
    say(f"window opened, picture in {picture.name}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
