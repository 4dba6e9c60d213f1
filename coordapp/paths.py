"""Where files are: resources that come with the program, and the folders of the user."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = PACKAGE / "resources"
SOURCE_TREE = PACKAGE.parent / "resources"
HOME = "COORDAPP_HOME"


def resource(*parts: str) -> Path:
    """Find a file that comes with the program, installed or in the source tree."""
    folder = INSTALLED if INSTALLED.is_dir() else SOURCE_TREE
    return folder.joinpath(*parts)


def data_folder() -> Path:
    """Name the folder of the user's data; it need not exist yet."""
    # said by the portable program: beside it, so that all travels on one stick
    home = os.environ.get(HOME)
    if home:
        return Path(home)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "CoordApp"
    share = Path(os.environ.get("XDG_DATA_HOME", ""))
    # the XDG specification tells programs to ignore a relative path
    return (share if share.is_absolute() else Path.home() / ".local" / "share") / "coordapp"


def is_portable() -> bool:
    """Tell whether the program keeps all it writes beside itself, as on a USB stick."""
    return bool(os.environ.get(HOME))


def earlier_database() -> Path:
    """Name the register that earlier versions made without asking where."""
    return data_folder() / "data" / "so-dieu-phoi.db"


def sample_database() -> Path:
    """Name the sample, written anew each time it is asked for."""
    return data_folder() / "data" / "du-lieu-mau.db"


def settings_file() -> Path:
    """Name the file of what the program remembers between runs."""
    return data_folder() / "settings.json"


def backup_folder() -> Path:
    """Name the folder of the copies made before large changes."""
    return data_folder() / "backups"


def log_folder() -> Path:
    """Name the folder of the log files."""
    return data_folder() / "logs"
