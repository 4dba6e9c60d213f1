"""How the values of a sheet travel from the process that reads to the one that asked.

Columns of a few hundred rows at a time, so that one side unpacks while the other reads on.
Marshal is the quickest way between two processes of one interpreter; days, which it does not
know, go as tuples.
"""

import datetime
import marshal
import struct
from collections.abc import Callable, Sequence
from io import BufferedReader

ROWS = 500  # of one frame
_SIZE = struct.Struct("<I")
_MOST = 1 << 30
_PLAIN = frozenset((str, int, float, bool))
_KINDS: tuple[type, ...] = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)

Frame = tuple[str, object]
Put = Callable[[str, object], None]


def put(write: Callable[[bytes], object], kind: str, content: object) -> None:
    """Write one frame."""
    packed = marshal.dumps([kind, content], 2)
    write(_SIZE.pack(len(packed)))
    write(packed)


def take(stream: BufferedReader) -> Frame | None:
    """Read one frame; None where the stream ends, at a frame's end or within it."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    size = _SIZE.unpack(head)[0]
    packed = stream.read(size) if size <= _MOST else b""
    if len(packed) < size or not size:
        return None
    kind, content = marshal.loads(packed)
    return kind, content


def put_rows(put: Put, rows: Sequence[Sequence[object]]) -> None:
    """Send the rows of a sheet, all of one width."""
    for first in range(0, len(rows), ROWS):
        put("rows", packed_rows(rows[first : first + ROWS]))


def packed_rows(rows: Sequence[Sequence[object]]) -> list[tuple[bool, list[object]]]:
    """Turn rows of one width into columns; each says whether it holds more than plain values."""
    columns: list[tuple[bool, list[object]]] = []
    for column in zip(*rows, strict=True):
        if _PLAIN.issuperset(map(type, column)):
            columns.append((False, list(column)))
        else:
            columns.append((True, [v if type(v) in _PLAIN else _packed(v) for v in column]))
    return columns


def unpacked_rows(columns: Sequence[tuple[bool, list[object]]]) -> list[list[object]]:
    """Turn columns into rows again."""
    whole = [
        [_unpacked(value) if isinstance(value, tuple) else value for value in column]
        if odd
        else column
        for odd, column in columns
    ]
    return [list(row) for row in zip(*whole, strict=True)]


def _packed(value: object) -> tuple[int, ...] | str:
    if isinstance(value, datetime.datetime):
        return (0, value.year, value.month, value.day, value.hour, value.minute, value.second,
                value.microsecond)  # fmt: skip
    if isinstance(value, datetime.date):
        return (1, value.year, value.month, value.day)
    if isinstance(value, datetime.time):
        return (2, value.hour, value.minute, value.second, value.microsecond)
    if isinstance(value, datetime.timedelta):
        return (3, value.days, value.seconds, value.microseconds)
    return "" if value is None else str(value)


def _unpacked(value: tuple[int, ...]) -> object:
    kind: Callable[..., object] = _KINDS[value[0]]
    return kind(*value[1:])
