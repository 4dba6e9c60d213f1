"""What the program remembers between runs: window, columns, filters, light or dark."""

import json
import logging
from pathlib import Path
from typing import Any

ACTING_PERSON = "acting_person"
logger = logging.getLogger(__name__)


class Settings:
    """A small JSON file; an unreadable one counts as empty and is replaced at the next save."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}

    def get(self, key: str, default: Any = None) -> Any:
        """Give what was remembered under a key."""
        return self._values.get(key, default)

    def put(self, key: str, value: Any) -> None:
        """Remember a value that JSON can hold."""
        self._values[key] = value

    @property
    def acting_person(self) -> str:
        """Who was named as working at this PC; empty for nobody yet."""
        kept = self.get(ACTING_PERSON)
        return kept if isinstance(kept, str) else ""

    def save(self) -> None:
        """Write to disk; a full or read-only disk loses only the window's shape."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(self._values, ensure_ascii=False), encoding="utf-8")
            part.replace(self._path)
        except OSError:
            logger.info("settings not saved")
