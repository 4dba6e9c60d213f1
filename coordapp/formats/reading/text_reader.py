"""Reading a plain text in whatever alphabet it was written."""

from pathlib import Path

from coordapp.domain.kernel.errors import DocumentError
from coordapp.formats.reading.csv_reader import decoded
from coordapp.formats.reading.refusal import Refused


def read_text(path: Path) -> str:
    """Give the whole text of a file.

    Raises DocumentError: source_unreadable, source_damaged.
    """
    try:
        return decoded(path.read_bytes())[0]
    except OSError as error:
        raise DocumentError("source_unreadable", path) from error
    except Refused as refusal:
        raise DocumentError(refusal.code, path, **refusal.params) from refusal
