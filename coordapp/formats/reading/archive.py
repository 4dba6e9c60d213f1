"""The parts of a zipped workbook, unpacked with counting: what its headers say may be a lie."""

import posixpath
import re
import zipfile
import zlib

from coordapp.formats.reading.limits import (
    MOST_PARTS,
    MOST_RATIO,
    MOST_UNPACKED,
    RATIO_FROM,
)
from coordapp.formats.reading.refusal import Refused

_CHUNK = 1 << 20
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# what the reader of archives raises for parts that no writer writes
_ODD = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, KeyError, IndexError,
)  # fmt: skip


def unpacked(path: str) -> dict[str, bytes]:
    r"""Unpack every part once; names are plain paths, `xl\workbook.xml` among them.

    Raises Refused: source_damaged, source_password, source_bomb, source_entities.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _unpacked(archive)
    except _ODD as error:
        raise Refused("source_damaged") from error


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    members = archive.infolist()
    if len(members) > MOST_PARTS:
        raise Refused("source_bomb")
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for member in members:
        if member.flag_bits & 1:
            raise Refused("source_password")
        content = _content(archive, member, left)
        left -= len(content)
        name = plain_name(member.filename)
        if name.lower().endswith((".xml", ".rels")) and _DECLARED.search(content[:65536]):
            raise Refused("source_entities")
        parts[name] = content
    return parts


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    with archive.open(member) as part:
        while piece := part.read(_CHUNK):
            size += len(piece)
            ratio = size / max(1, member.compress_size)
            if size > left or (size > RATIO_FROM and ratio > MOST_RATIO):
                raise Refused("source_bomb")
            pieces.append(piece)
    return b"".join(pieces)


def plain_name(name: str) -> str:
    """Write the name of a part in one way."""
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/")
