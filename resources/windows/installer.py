"""The installer for one user, made with NSIS from the folder that is packed."""

from dataclasses import dataclass
from pathlib import Path

from resources.packing import identity, tree
from resources.packing.tools import run

_SCRIPT = Path(__file__).with_name("setup.nsi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Installer:
    """What an installer says of itself."""

    icon: Path
    python_dll: str
    version: str


def build(folder: Path, target: Path, scratch: Path, *, about: Installer) -> None:
    """Pack a folder into an installer."""
    listing = scratch / "files.nsh"
    listing.write_text(list_files(folder), encoding="utf-8")
    definitions = {
        "NAME": identity.NAME,
        "TITLE": identity.TITLE,
        "VERSION": about.version,
        "PUBLISHER": identity.PUBLISHER,
        "APP_ID": identity.APP_ID,
        "EXTENSION": identity.EXTENSION,
        "FILE_TYPE": identity.FILE_TYPE,
        "FILE_TYPE_TITLE": identity.FILE_TYPE_TITLE,
        "MIME_TYPE": identity.MIME_TYPE,
        "PYTHON_DLL": about.python_dll,
        "OUT_FILE": str(target),
        "TREE_FILES": str(listing),
        "ICON": str(about.icon),
        "KILOBYTES": str(tree.size(folder) // 1024),
    }
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={value}" for name, value in definitions.items()]
    run([*command, str(_SCRIPT)])


def list_files(folder: Path) -> str:
    """Write what is put at installing (where PUT is defined) and taken away at uninstalling.

    The order is ours: the tool's own search takes files as the disk gives them.
    """
    put, taken = [], []
    folders: set[str] = set()
    current = ""
    for file in tree.files(folder):
        name = file.relative_to(folder)
        place = _on_her_disk(name.parent)
        if place != current:
            put.append(f'SetOutPath "{place}"')
            current = place
        folders |= {_on_her_disk(parent) for parent in name.parents}
        put.append(f'File "{file}"')
        taken.append(f'Delete "{place}\\{file.name}"')
    deepest_first = sorted(folders, key=lambda place: (-place.count("\\"), place))
    taken += [f'RMDir "{place}"' for place in deepest_first if place != "$INSTDIR"]
    return "\n".join(["!ifdef PUT", *put, "!else", *taken, "!endif", ""])


def _on_her_disk(folder: Path) -> str:
    return "\\".join(("$INSTDIR", *folder.parts))
