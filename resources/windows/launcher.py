"""The two programs that start Python, and the small library that stands for any Python 3."""

from collections.abc import Sequence
from pathlib import Path

from resources.packing import binaries, icon, identity
from resources.packing.tools import run

PREFIX = "x86_64-w64-mingw32-"
OBJDUMP = f"{PREFIX}objdump"
_HERE = Path(__file__).parent
# the same bytes from the same source: no times, no paths, no random names
_REPRODUCIBLE = ("-s", "-Wl,--no-insert-timestamp", "-Wl,--build-id=none")
_LANGUAGE = "042A04B0"  # Vietnamese, Unicode

_RESOURCES = """\
#pragma code_page(65001)
#include <windows.h>
1 ICON "program.ico"
2 ICON "register.ico"
1 RT_MANIFEST "launcher.manifest"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS VOS_NT_WINDOWS32
FILETYPE VFT_APP
{{
  BLOCK "StringFileInfo"
  {{
    BLOCK "{language}"
    {{
      VALUE "CompanyName", "{publisher}"
      VALUE "FileDescription", "{title}"
      VALUE "FileVersion", "{version}"
      VALUE "InternalName", "{file}"
      VALUE "OriginalFilename", "{file}"
      VALUE "ProductName", "{title}"
      VALUE "ProductVersion", "{version}"
    }}
  }}
  BLOCK "VarFileInfo"
  {{
    VALUE "Translation", 0x{half}, 0x{other_half}
  }}
}}
"""


def write_icons(folder: Path) -> None:
    """Draw the icons of the program and of its files."""
    for name in ("program", "register"):
        (folder / f"{name}.ico").write_bytes(icon.ico(name))


def build(target: Path, scratch: Path, *, python_dll: str, console: bool) -> None:
    """Compile one of the two programs; the icons lie in `scratch`."""
    compiled = _resources(target.name, scratch)
    definitions = {
        "PYTHON_DLL": python_dll,
        "APP_ID": identity.APP_ID,
        "TITLE": identity.TITLE,
        "HOME_VARIABLE": identity.HOME_VARIABLE,
        "PORTABLE_NOTE": identity.PORTABLE_NOTE,
        "PORTABLE_DATA": identity.PORTABLE_DATA,
    }
    command = [f"{PREFIX}gcc", "-municode", "-O2", "-Wall", "-Wextra", "-Werror"]
    command += ["-finput-charset=UTF-8", *_REPRODUCIBLE]
    command += [f'-D{name}=L"{value}"' for name, value in definitions.items()]
    command += ["-DCONSOLE", "-mconsole"] if console else ["-mwindows"]
    command += [str(_HERE / "launcher.c"), str(compiled), "-lshell32", "-o", str(target)]
    run(command, cwd=scratch)


def _resources(file: str, scratch: Path) -> Path:
    version = identity.version()
    text = _RESOURCES.format(
        numbers=",".join([*version.split("."), "0"]),
        version=version,
        language=_LANGUAGE,
        half=_LANGUAGE[:4],
        other_half=_LANGUAGE[4:],
        publisher=identity.PUBLISHER,
        title=identity.TITLE,
        file=file,
    )
    source = scratch / f"{file}.rc"
    source.write_text(text, encoding="utf-8")
    target = scratch / f"{file}.res"
    folders = ["--include-dir", str(_HERE), "--include-dir", str(scratch)]
    run([f"{PREFIX}windres", *folders, "-O", "coff", source.name, target], cwd=scratch)
    return target


def build_forwarder(python: Path, target: Path, scratch: Path) -> int:
    """Make the library that passes every name on to the Python of one version.

    Compiled modules that fit any Python 3 ask for it. Returns how many names it passes on.
    """
    names = binaries.exports(python, OBJDUMP)
    lines = [
        f"LIBRARY {target.name}",
        "EXPORTS",
        *(f"  {name} = {python.stem}.{name}" for name in names),
    ]
    return _library(lines, target, scratch, sources=())


def _library(lines: Sequence[str], target: Path, scratch: Path, sources: Sequence[Path]) -> int:
    definition = scratch / f"{target.stem}.def"
    definition.write_text("\n".join(lines) + "\n", encoding="ascii")
    own = [] if sources else ["-nostdlib", "-Wl,--entry=0"]
    # else the linker draws the address from the path of the folder that it builds in
    own.append("-Wl,--disable-auto-image-base")
    run(
        [f"{PREFIX}gcc", "-shared", *own, *_REPRODUCIBLE, *sources, definition, "-o", target],
        cwd=scratch,
    )
    return len(lines) - 2
