"""A Windows to try things on: Wine in a folder of its own, with a home of its own."""

import os
import shutil
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from resources.packing.tools import BuildError, run, say
from resources.windows.launcher import PREFIX

# Wine 8 lacks two libraries that every Windows 10 has. These stand for them in the check alone
# and are never packed: text in code pages of other countries, and random bytes.
_UCNV = (
    "UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE", "ucnv_cbFromUWriteUChars",
    "ucnv_cbToUWriteUChars", "ucnv_close", "ucnv_countAvailable", "ucnv_fromUCountPending",
    "ucnv_fromUnicode", "ucnv_getAvailableName", "ucnv_getFromUCallBack", "ucnv_getMaxCharSize",
    "ucnv_getName", "ucnv_getStandardName", "ucnv_getToUCallBack", "ucnv_open", "ucnv_reset",
    "ucnv_setFromUCallBack", "ucnv_setToUCallBack", "ucnv_toUCountPending", "ucnv_toUnicode",
)  # fmt: skip
_NOTHING = "long long nothing(void) { return 0; }\n"
_RANDOM = """\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(void *, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T size)
{
    return SystemFunction036(data, (ULONG)size);
}
"""
# The last program with a window takes Wine's desktop with it a second later, and one that opens in
# that moment may never be seen: this one has a window that nobody sees, and stays to the end.
_STAY = """\
#include <windows.h>
int WINAPI wWinMain(HINSTANCE own, HINSTANCE other, PWSTR line, int show)
{
    MSG message;
    (void)other, (void)line, (void)show;
    CreateWindowW(L"STATIC", L"", WS_OVERLAPPED, 0, 0, 1, 1, NULL, NULL, own, NULL);
    CreateFileW(L"there", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    while (GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
    return 0;
}
"""
_PASS_ON = """\
int Py_Main(int, unsigned short **);
int wmain(int count, unsigned short **given) { return Py_Main(count, given); }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a program said."""

    code: int
    text: str


class Wine:
    """Wine on a display; programs of Windows run in it."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self._prefix = folder / "prefix"
        # Wine lays Desktop and Documents into the home folder
        self.home = folder / "home"
        self._environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "PYTHON", "WINE"))
        } | {
            # a machine that has the 32-bit Wine too would make the other kind
            "WINEARCH": "win64",
            "HOME": str(self.home),
            "WINEPREFIX": str(self._prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d;winedbg.exe=d",
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
        }

    def start(self) -> None:
        """Set it up. Raises BuildError where Wine does not run."""
        self.home.mkdir(parents=True)
        try:
            self._make()
        except BuildError as error:
            # on a machine that is busy its services may give up waiting for each other
            say(f"Wine is set up once more: {error}")
            self.stop()
            shutil.rmtree(self._prefix, ignore_errors=True)
            self._make()
        (self.home / "icu.c").write_text(_NOTHING, encoding="ascii")
        lines = ["LIBRARY icuuc.dll", "EXPORTS", *(f"  {name} = nothing" for name in _UCNV)]
        (self.home / "icu.def").write_text("\n".join(lines) + "\n", encoding="ascii")
        (self.home / "random.c").write_text(_RANDOM, encoding="ascii")
        gcc = [f"{PREFIX}gcc", "-shared", "-s"]
        run([*gcc, "icu.c", "icu.def", "-o", self.system / "icuuc.dll"], cwd=self.home)
        target = self.system / "bcryptprimitives.dll"
        run([*gcc, "random.c", "-o", target, "-ladvapi32"], cwd=self.home)
        (self.home / "stay.c").write_text(_STAY, encoding="ascii")
        run(
            [f"{PREFIX}gcc", "-municode", "-mwindows", "-s", "stay.c", "-o", "stay.exe"],
            cwd=self.home,
        )
        self._stay()

    def _make(self) -> None:
        done = self.run("wineboot", "-i", timeout=400)
        if done.code or not self.system.is_dir():
            raise BuildError(f"Wine does not start:\n{done.text}")

    def _stay(self) -> None:
        """Keep the desktop. What is started with it lives as long, so none of it has a pipe."""
        subprocess.Popen(
            ["wine", self.home / "stay.exe"],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.home,
        )
        until = time.monotonic() + 240
        while not (self.home / "there").exists():
            if time.monotonic() > until:
                raise BuildError("no program shows a window in Wine")
            time.sleep(0.5)

    def pretend(self, version: str) -> None:
        """Answer programs as this version of Windows. Raises BuildError."""
        # as winecfg would, which has a window and may wait for it
        told = self.run("reg", "add", "HKCU\\Software\\Wine", "/v", "Version", "/d", version, "/f")
        if told.code:
            raise BuildError(f"Wine takes no version of Windows:\n{told.text}")

    def stop(self) -> None:
        """End everything that runs in it, in whatever state it is."""
        for word in ("-k", "-w", "-k9"):
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    ["wineserver", word],
                    env=self._environment,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=False,
                    timeout=30,
                )

    @property
    def system(self) -> Path:
        """Name the folder of Windows' libraries."""
        return self._prefix / "drive_c" / "windows" / "system32"

    @property
    def local(self) -> Path:
        """Name %LOCALAPPDATA%."""
        users = self._prefix / "drive_c" / "users"
        own = next(user for user in sorted(users.iterdir()) if user.name != "Public")
        return own / "AppData" / "Local"

    @property
    def start_menu(self) -> Path:
        """Name the folder of the Start menu."""
        roaming = self.local.parent / "Roaming"
        return roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    @property
    def desktop(self) -> Path:
        """Name the folder of the desktop."""
        return self.local.parents[1] / "Desktop"

    def run(self, *words: str | Path, timeout: int = 300, offscreen: bool = False) -> Answer:
        """Run a program to its end."""
        process = self.open(*words, offscreen=offscreen)
        try:
            text, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise BuildError(f"{words} still runs after {timeout} s") from error
        return Answer(code=process.returncode, text=text)

    def open(
        self, *words: str | Path, offscreen: bool = False, cwd: Path | None = None
    ) -> "subprocess.Popen[str]":
        """Start a program; what it prints goes into a pipe, for Python in Wine takes no file."""
        environment = self._environment | ({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {})
        return subprocess.Popen(
            ["wine", *map(str, words)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            cwd=cwd or self.home,
        )

    def registry(self, key: str, name: str | None = None) -> str:
        """Give a value of the registry of the user, empty where there is none."""
        which = ["/v", name] if name else ["/ve"]
        answer = self.run("reg", "query", f"HKCU\\{key}", *which)
        _, _, value = answer.text.strip().rpartition("REG_SZ")
        return "" if answer.code else value.strip()

    def close_windows(self, program: str) -> None:
        """Ask a program to close, as a person does, and wait until it has. Raises BuildError."""
        self.run("taskkill", "/im", program)
        for _ in range(60):
            if program not in self.run("tasklist").text:
                return
            time.sleep(1)
        raise BuildError(f"{program} does not close")


def build_python(folder: Path, dll: str, scratch: Path) -> Path:
    """Make the plain Python of a packed folder, which runs tests and is never packed."""
    target = folder / "python-of-tests.exe"
    source, library = scratch / "plain.c", scratch / "python.def"
    source.write_text(_PASS_ON, encoding="ascii")
    library.write_text(f"LIBRARY {dll}\nEXPORTS\n  Py_Main\n", encoding="ascii")
    run([f"{PREFIX}dlltool", "-d", library, "-l", "libpython.a"], cwd=scratch)
    run([f"{PREFIX}gcc", "-municode", "-s", source, "libpython.a", "-o", target], cwd=scratch)
    return target


def path(place: Path) -> str:
    """Write a path as Windows programs in Wine know it."""
    return "Z:" + str(place.resolve()).replace("/", "\\")
