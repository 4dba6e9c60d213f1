"""What a file is by its first bytes, whatever its name says."""

import os
import re

from coordapp.formats.reading.limits import MOST_BYTES
from coordapp.formats.reading.refusal import Refused

PACKAGE = "package"  # xlsx, xlsm, xlsb, ods
OLD = "old"  # xls
TEXT = "text"  # csv

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(rb"\s*<(?:!doctype html|html|table|\?xml)", re.IGNORECASE)
_CONTROLS = bytes(range(1, 32)).translate(None, b"\t\n\v\f\r\x1a")


def kind_of(path: str) -> str:
    """Say what a file is, or refuse it.

    Raises Refused: source_missing, source_unreadable, source_empty, source_too_big,
    source_password, source_is_page, source_unknown.
    """
    try:
        size = os.stat(path).st_size  # noqa: PTH116 - a process that starts for each file is lean
        if os.path.isdir(path):  # noqa: PTH112
            raise Refused("source_unreadable")
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(4096)
            rest = file.read() if head.startswith(_OLE) and size <= MOST_BYTES else b""
    except FileNotFoundError as error:
        raise Refused("source_missing") from error
    except (OSError, ValueError) as error:
        raise Refused("source_unreadable") from error
    if size == 0:
        raise Refused("source_empty")
    if size > MOST_BYTES:
        raise Refused("source_too_big", most=f"{MOST_BYTES // 1_000_000} MB")
    return _kind_by(head, rest)


def _kind_by(head: bytes, rest: bytes) -> str:
    if head.startswith(_OLE):
        if _ENCRYPTED in head + rest:
            raise Refused("source_password")
        return OLD
    if head.startswith(_ZIP):
        return PACKAGE
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise Refused("source_is_page")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_text(head):
        return TEXT
    raise Refused("source_unknown")


def _is_text(head: bytes) -> bool:
    # an old code table of ours has a few capitals on the places of controls; a picture or a
    # locked file is full of them
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" not in head and controls * 20 <= len(head)
