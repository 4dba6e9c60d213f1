"""Whether there is a screen to open a window on: where there is none, Qt ends the whole program."""

import re
from collections.abc import Mapping
from pathlib import Path

# `host:number.screen`, the host left out for this machine; source: X(7), DISPLAY NAMES
_X_NAME = re.compile(r"(?P<host>[^:]*):(?P<number>\d{1,5})(\.\d+)?")
_X_PORT = 6000
# where every X server of this machine listens, whatever the folder for what is passing
X_SOCKETS = Path("/", "tmp", ".X11-unix")
_PATIENCE = 3  # seconds


def is_there(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be opened; who names a platform to Qt knows better."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(environment) or _x_answers(environment.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    # joined to a folder, an absolute path stays what it is
    place = Path(environment.get("XDG_RUNTIME_DIR", "/")) / (name or "")
    return bool(name) and _listens(str(place))


def _x_answers(name: str) -> bool:
    found = _X_NAME.fullmatch(name)
    if found is None:
        return False
    # sockets take their time to load, and on Windows nobody asks
    import socket

    host, number = found["host"], int(found["number"])
    if host in ("", "unix"):
        path = str(Path(X_SOCKETS, f"X{number}"))
        return _listens(f"\0{path}") or _listens(path)
    try:
        with socket.create_connection((host, _X_PORT + number), timeout=_PATIENCE):
            return True
    except (OSError, ValueError, OverflowError):
        # a name or a number that no network knows
        return False


def _listens(address: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as asked:
        try:
            asked.connect(address)
        except (OSError, ValueError):
            return False
        return True
