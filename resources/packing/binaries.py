"""What a program file loads: read from its headers, followed to everything it needs."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from resources.packing.tools import run

_NEEDED = re.compile(r"^\s*(?:DLL Name:|NEEDED)\s+(\S+)$", re.MULTILINE)
_NAMES = "[Ordinal/Name Pointer] Table"
# newer releases of objdump put the ordinal and the hint before the name
_EXPORT = re.compile(
    r"^\s*\[\s*\d+\]\s+(?:\+base\[\s*\d+\]\s+[0-9a-f]+\s+)?([A-Za-z_]\w*)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Files that load each other, and the names of what is expected of the system."""

    inside: frozenset[Path]
    outside: frozenset[str]


def needed(file: Path, objdump: str) -> list[str]:
    """Name the libraries that a Windows or Linux file asks for."""
    return _NEEDED.findall(run([objdump, "-p", file]))


def exports(file: Path, objdump: str) -> list[str]:
    """Name what a Windows library gives to others."""
    _, _, table = run([objdump, "-p", file]).partition(_NAMES)
    return sorted(set(_EXPORT.findall(table)))


def close(roots: Iterable[Path], pool: Mapping[str, Path], objdump: str) -> Closure:
    """Follow what the roots load through a pool of libraries by lower-case name."""
    waiting = list(roots)
    inside: set[Path] = set()
    outside: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file in inside:
            continue
        inside.add(file)
        for name in needed(file, objdump):
            found = pool.get(name.lower())
            if found is None:
                outside.add(name)
            else:
                waiting.append(found)
    return Closure(inside=frozenset(inside), outside=frozenset(outside))


def strangers(closure: Closure, system: Collection[str]) -> list[str]:
    """Name what is asked for and neither packed nor part of the system."""
    known = tuple(name.lower() for name in system)
    return sorted(name for name in closure.outside if not name.lower().startswith(known))
