"""Icons in all sizes, made from drawings at build time."""

import struct
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from resources.packing.identity import ROOT
from resources.packing.tools import BuildError, run

DRAWINGS = ROOT / "resources" / "icons" / "app"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
_LARGEST_SMALL = 40  # pixels up to which the simple drawing is the clear one
_LARGEST_BITMAP = 96  # larger pictures are kept as PNG, as Windows has done since Vista
_PNG_START = b"\x89PNG\r\n\x1a\n"
_CHANNELS = 4


def drawing(name: str, size: int) -> Path:
    """Choose the drawing that is clear at a size in pixels."""
    return DRAWINGS / (f"{name}-small.svg" if size <= _LARGEST_SMALL else f"{name}.svg")


def png(name: str, size: int) -> bytes:
    """Draw an icon at a size in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "icon.png")
        scale = ["--width", str(size), "--height", str(size)]
        run(["rsvg-convert", *scale, drawing(name, size), "--output", target])
        return target.read_bytes()


def ico(name: str, sizes: Sequence[int] = SIZES) -> bytes:
    """Put an icon in several sizes into one file of Windows."""
    pictures = []
    for size in sizes:
        picture = png(name, size)
        pictures.append(picture if size > _LARGEST_BITMAP else _bitmap(picture))
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(sizes, pictures, strict=True):
        side = size % 256  # the format writes 256 as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(pictures)


def _bitmap(picture: bytes) -> bytes:
    """Turn a PNG into the bitmap of an icon: rows from below, and an empty mask after them."""
    side, rows = _pixels(picture)
    mask_row = (side + 31) // 32 * 4
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    body = bytearray()
    for row in reversed(rows):
        swapped = bytearray(row)
        swapped[0::4], swapped[2::4] = row[2::4], row[0::4]
        body += swapped
    return head + bytes(body) + bytes(mask_row * side)


def _pixels(picture: bytes) -> tuple[int, list[bytes]]:
    """Read a square PNG of eight bits a channel with alpha, as rsvg-convert writes it."""
    if not picture.startswith(_PNG_START):
        raise BuildError("not a PNG")
    place, packed, width, kind = len(_PNG_START), b"", 0, b""
    while place < len(picture):
        length, name = struct.unpack(">I4s", picture[place : place + 8])
        body = picture[place + 8 : place + 8 + length]
        if name == b"IHDR":
            width, kind = struct.unpack(">I", body[:4])[0], body[8:13]
        elif name == b"IDAT":
            packed += body
        place += length + 12
    if kind != b"\x08\x06\x00\x00\x00":
        raise BuildError("a PNG of another kind than eight-bit RGBA")
    raw = zlib.decompress(packed)
    stride = width * _CHANNELS
    rows: list[bytes] = []
    above = bytes(stride)
    for start in range(0, len(raw), stride + 1):
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + stride], above)
        rows.append(above)
    return width, rows


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """Undo the filter of one row. Source: PNG specification, 9.2."""
    row = bytearray(line)
    for index, value in enumerate(row):
        left = row[index - _CHANNELS] if index >= _CHANNELS else 0
        up = above[index]
        corner = above[index - _CHANNELS] if index >= _CHANNELS else 0
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]
        row[index] = (value + guess) & 0xFF
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
