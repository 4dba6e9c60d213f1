"""The drafts of exports, noted while they are written: a start after a kill finds and removes them.

An export may go to any folder, and nobody would look there for a hidden file cut short.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from coordapp import paths

_FOLDER = "dang-ghi"
# nothing else is ever removed, whatever a note says
_DRAFT = re.compile(r"\.[0-9a-f]{16}\.tmp")


@contextmanager
def noted(draft: Path) -> Iterator[None]:
    """Keep a note of a draft while it is written; what cannot be noted is written all the same."""
    note = _folder() / f"{draft.name}.txt"
    held = _written(note, draft)
    try:
        yield
    finally:
        with suppress(OSError):
            if held is not None:
                held.close()
            note.unlink(missing_ok=True)


def _written(note: Path, draft: Path) -> TextIO | None:
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        file = note.open("x", encoding="utf-8", errors="surrogateescape")
        with suppress(OSError):
            _hold(file)
            file.write(str(draft.absolute()))
            file.flush()
        return file
    return None


def clear() -> None:
    """Remove the drafts of programs that were killed; one that is being written stays."""
    with suppress(OSError):
        for note in _folder().iterdir():
            _clear(note)


def _clear(note: Path) -> None:
    with suppress(OSError, ValueError):
        with note.open("r+", encoding="utf-8", errors="surrogateescape") as file:
            _hold(file)
            draft = Path(file.read())
        # Windows removes no file that is open elsewhere: so the note goes first
        note.unlink()
        if _DRAFT.fullmatch(draft.name):
            draft.unlink(missing_ok=True)


def _folder() -> Path:
    return paths.data_folder() / _FOLDER


if sys.platform == "win32":

    def _hold(file: TextIO) -> None:
        """Do nothing: an open file is held by itself."""

else:
    import fcntl

    def _hold(file: TextIO) -> None:
        """Hold a note as long as it is open. Raises OSError: somebody else holds it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
