"""`python -m tests`: every check of the project, those of types and layers beside the tests.

`python -m tests quick` is the inner loop: what is below services, the house rules, the handbook.
`python -m tests window` is what runs beside the rest: types, layers, then the tests of the window.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
STYLE = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
)
STRUCTURE = (
    ("mypy", "coordapp"),
    ("lint-imports",),
)
WINDOW = (*STRUCTURE, ("pytest", "-q", "tests/ui"))
# papers and workbooks, programs of their own to kill, the rules of the house: watching these takes
# as long again, and they reach next to nothing of the measured layers that the others do not
UNMEASURED = (
    "tests/formats", "tests/crash", "tests/services/documents/test_large_papers.py",
    "tests/test_architecture.py",
)  # fmt: skip
QUICK = (
    *STYLE,
    (
        "pytest", "-q", "-m", "not slow and not bench and not long", "--hypothesis-profile=quick",
        "tests/domain", "tests/store", "tests/test_architecture.py", "tests/test_handbook.py",
        "tests/test_add_a_noun.py", "tests/test_notices.py",
    ),
)  # fmt: skip

_DEATH = 30  # lines
_MEMORY = Path("/dev/shm")
_ROOM = 2_000_000_000  # bytes


def environment() -> dict[str, str]:
    """Give what every check runs with.

    What was compiled is kept, for the tests start the program again and again. What tests write
    lies in memory where there is room: each of a hundred thousand commits waits for a disk, and
    whoever kills a program to see what is left asks nothing of the disk.
    """
    given = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
        given["TMPDIR"] = str(_MEMORY)
    return given


ENVIRONMENT = environment()


def main(arguments: list[str]) -> int:
    """Run the checks; `arguments` go to pytest, but for a first `quick` or `window`."""
    if not arguments:
        return run_all(STYLE) or run_whole()
    if arguments[0] == "quick":
        return run_all(QUICK, arguments[1:])
    if arguments[0] == "window":
        return run_all(WINDOW, arguments[1:])
    return run_all((*STYLE, *STRUCTURE, ("pytest",)), arguments)


def run_all(checks: Sequence[tuple[str, ...]], arguments: Sequence[str] = ()) -> int:
    """Run checks in order, up to the first that fails; give its exit code."""
    for name, *options in checks:
        if code := run(name, *options, *(arguments if name == "pytest" else [])):
            return code
    return 0


def run(name: str, *options: str) -> int:
    """Run one check and give its exit code."""
    print(f"== {name} {' '.join(options)}", flush=True)
    return subprocess.run(
        [str(TOOLS / name), *options], cwd=ROOT, env=ENVIRONMENT, check=False
    ).returncode


def run_whole() -> int:
    """Run types, layers and the tests of the window beside all others.

    Measuring slows all it watches: the tests of the window, papers and crashes are not measured.
    """
    with tempfile.TemporaryFile() as told:
        beside = subprocess.Popen(
            [sys.executable, "-m", "tests", "window"],
            cwd=ROOT,
            env=ENVIRONMENT,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        # which lines nobody reached: `coverage report`, at leisure
        apart = (f"--ignore={place}" for place in ("tests/ui", *UNMEASURED))
        code = run("pytest", "-q", "--cov", "--cov-report=", *apart)
        code = run("pytest", "-q", *UNMEASURED) or code
        window_code = beside.wait()
        told.seek(0)
        window_told = told.read()
        sys.stdout.buffer.write(window_told)
        sys.stdout.buffer.write(_where_it_died(window_told))
    return code or window_code


def _where_it_died(told: bytes) -> bytes:
    """Say again, at the end, where a process died: what it was called from fills the screen."""
    _, died, after = told.partition(b"Fatal Python error")
    return died + b"".join(after.splitlines(keepends=True)[:_DEATH])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
