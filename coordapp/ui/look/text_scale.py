"""How large Windows was asked to write, in its settings of accessibility."""

import sys

from PySide6.QtCore import QSettings

KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Accessibility"
NAME = "TextScaleFactor"
_LEAST, _MOST = 100, 225  # per cent, as the settings of Windows offer them


def asked_of_windows() -> int:
    """Give the size of text in per cent; 100 where the system asks for nothing."""
    if sys.platform == "win32":
        return per_cent(QSettings(KEY, QSettings.Format.NativeFormat).value(NAME))
    return _LEAST


def per_cent(kept: object) -> int:
    """Read what is kept; what Windows does not write counts as nothing asked for."""
    return kept if isinstance(kept, int) and _LEAST <= kept <= _MOST else _LEAST
