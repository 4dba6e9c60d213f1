"""Running the tools of the system: their output is shown only when they fail."""

import fcntl
import hashlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_STARTED = time.monotonic()
_LONGEST = 900  # seconds a tool may take
_PAUSES = (10, 30)  # seconds before something is fetched once more


class BuildError(Exception):
    """What stops a build, told in one sentence."""


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a tool and give what it printed. Raises BuildError."""
    words = [str(word) for word in command]
    if cwd is not None and not cwd.is_dir():
        raise BuildError(f"{words[0]} cannot run in {cwd}: no such folder")
    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_LONGEST,
        )
    except FileNotFoundError as error:
        raise BuildError(f"{words[0]} is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"{' '.join(words)} still runs after {_LONGEST} s") from error
    if done.returncode:
        raise BuildError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-6000:]}")
    return done.stdout


def fetch(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a tool that downloads, and run it again where a mirror was busy.

    Raises BuildError that tells a mirror from a fault of what is built.
    """
    for pause in _PAUSES:
        try:
            run(command, cwd=cwd, environment=environment)
        except BuildError as error:
            say(f"trying again in {pause} s: {str(error).strip().splitlines()[-1]}")
            time.sleep(pause)
        else:
            return
    try:
        run(command, cwd=cwd, environment=environment)
    except BuildError as error:
        raise BuildError(
            f"A download failed {len(_PAUSES) + 1} times; what was built is not at fault. "
            f"Do the mirrors of Debian and of Python's packages answer?\n{error}"
        ) from error


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep others out of a folder of downloads, for builds may run side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def end_in_order() -> None:
    """Let the signal that ends a step too long raise, so that what was started is ended too."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


def say(text: str) -> None:
    """Print a line with the seconds since the start."""
    sys.stdout.write(f"[{time.monotonic() - _STARTED:6.1f} s] {text}\n")
    sys.stdout.flush()


def sha256(file: Path) -> str:
    """Give the hash of a file in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def megabytes(size: int) -> str:
    """Write a size in millions of bytes."""
    return f"{size / 1_000_000:.1f} MB"
