"""The streams of a compound file, the container of old Excel workbooks.

As its makers publish it, [MS-CFB]. Chains that lead in a circle or out of the file end where they do.
"""

import struct

from coordapp.formats.reading.refusal import Refused

_HEADER = struct.Struct("<8s16xHHHHH6xIIIIIIIII")
_END = 0xFFFFFFFA  # and all above it are no sectors
_ENTRY = 128
_SMALL = 4096


def stream_of(content: bytes, *names: str) -> bytes:
    """Give the first stream of these names; empty when there is none. Raises Refused: source_damaged."""
    try:
        return _Compound(content).stream(names)
    except (struct.error, IndexError, MemoryError, OverflowError) as error:
        raise Refused("source_damaged") from error


class _Compound:
    def __init__(self, content: bytes) -> None:
        self._content = content
        _, _, _, _, shift, short, _, _, directory, _, _, small, _, extra, _ = _HEADER.unpack_from(
            content
        )
        self._size = 1 << min(shift, 16)
        self._short = 1 << min(short, 12)
        self._most = len(content) // self._size + 2
        self._fat = self._read_fat(extra)
        self._directory = self._chain(directory)
        self._small_start = small

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _read_fat(self, extra: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._content, 76))
        for _ in range(self._most):
            if extra >= _END:
                break
            part = self._sector(extra)
            numbers = struct.unpack(f"<{len(part) // 4}I", part)
            sectors += numbers[:-1]
            extra = numbers[-1]
        table = b"".join(self._sector(number) for number in sectors if number < self._most)
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _chain(self, first: int) -> bytes:
        pieces: list[bytes] = []
        number = first
        while number < min(_END, len(self._fat)) and len(pieces) < self._most:
            pieces.append(self._sector(number))
            number = self._fat[number]
        return b"".join(pieces)

    def stream(self, names: tuple[str, ...]) -> bytes:
        entries = {}
        for start in range(0, len(self._directory) - _ENTRY + 1, _ENTRY):
            entry = self._directory[start : start + _ENTRY]
            length = min(struct.unpack_from("<H", entry, 64)[0], 64)
            name = entry[: max(0, length - 2)].decode("utf-16-le", errors="replace")
            entries[name] = struct.unpack_from("<II", entry, 116)
        for name in names:
            if name in entries:
                first, size = entries[name]
                root = entries.get("Root Entry", (_END, 0))
                return (
                    self._small(first, size, root[0])
                    if size < _SMALL
                    else self._chain(first)[:size]
                )
        return b""

    def _small(self, first: int, size: int, root: int) -> bytes:
        table = self._chain(self._small_start)
        links = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
        whole = self._chain(root)
        pieces: list[bytes] = []
        number = first
        while number < min(_END, len(links)) and len(pieces) * self._short < size:
            pieces.append(whole[number * self._short : (number + 1) * self._short])
            number = links[number]
        return b"".join(pieces)[:size]
