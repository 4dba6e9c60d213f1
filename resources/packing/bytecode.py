"""Compiling ahead for the Python that is shipped, so that nothing is written where it runs.

Bytecode belongs to one minor version. The machine that builds may have another one, so the
interpreter of that version is run from its extracted Debian packages, with their own libc.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from resources.packing.tools import run


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """A Python of Debian, extracted into a folder and never installed."""

    root: Path
    minor: str

    @property
    def library(self) -> Path:
        """Name its pure Python library."""
        return self.root / "usr" / "lib" / f"python{self.minor}"

    def run(self, *arguments: str, cwd: Path) -> str:
        """Run it. Raises BuildError."""
        usr = self.root / "usr"
        shared = usr / "lib" / "x86_64-linux-gnu"
        environment = os.environ | {
            "PYTHONHOME": str(usr),
            "PYTHONDONTWRITEBYTECODE": "1",
            # sets are marshalled in the order of their hashes
            "PYTHONHASHSEED": "0",
        }
        start: list[str | Path] = [shared / "ld-linux-x86-64.so.2", "--library-path", shared]
        program = usr / "bin" / f"python{self.minor}"
        return run([*start, program, "-S", *arguments], cwd=cwd, environment=environment)

    def version(self, cwd: Path) -> str:
        """Give its full version."""
        return self.run("-c", "import platform; print(platform.python_version())", cwd=cwd).strip()

    def compile(self, place: Path, *, beside: bool) -> None:
        """Compile a module, or all under a folder; `beside`: next to it, to stand without it.

        What is compiled is never checked against its source again: the times of files on a
        stick or after a copy mean nothing.
        """
        options = ["-q", "-f", "--invalidation-mode", "unchecked-hash", "-s", str(place.parent)]
        if beside:
            options.append("-b")
        self.run("-m", "compileall", *options, str(place), cwd=place.parent)
