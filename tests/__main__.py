"""`python -m tests`: every check of the project, in order, up to the first that fails.

`python -m tests quick` is the inner loop: what is below services, the house rules, the handbook.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "coordapp"),
    ("lint-imports",),
    ("pytest",),
)
QUICK = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    (
        "pytest", "-q", "-m", "not slow and not bench and not long", "--hypothesis-profile=quick",
        "tests/domain", "tests/store", "tests/test_architecture.py", "tests/test_handbook.py",
        "tests/test_add_a_noun.py", "tests/test_notices.py",
    ),
)  # fmt: skip

_DEATH = 30  # lines
ENVIRONMENT = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def main(arguments: list[str]) -> int:
    """Run the checks; `arguments` go to pytest, but for a first `quick`."""
    checks, whole = CHECKS, not arguments
    if arguments[:1] == ["quick"]:
        checks, arguments = QUICK, arguments[1:]
    for name, *options in checks:
        if name == "pytest" and whole:
            return run_whole(options)
        if code := run(name, *options, *(arguments if name == "pytest" else [])):
            return code
    return 0


def run(name: str, *options: str) -> int:
    """Run one check and give its exit code."""
    print(f"== {name} {' '.join(options)}", flush=True)
    return subprocess.run(
        [str(TOOLS / name), *options], cwd=ROOT, env=ENVIRONMENT, check=False
    ).returncode


def run_whole(options: Sequence[str]) -> int:
    """Run the tests of the window beside all others, which alone are measured.

    Measuring slows all it watches, and a part of the suite says nothing of what the whole reaches.
    """
    window = [str(TOOLS / "pytest"), *options, "-q", "tests/ui"]
    with tempfile.TemporaryFile() as told:
        beside = subprocess.Popen(
            window, cwd=ROOT, env=ENVIRONMENT, stdout=told, stderr=subprocess.STDOUT
        )
        # which lines nobody reached: `coverage report`, at leisure
        code = run("pytest", *options, "-q", "--cov", "--cov-report=", "--ignore=tests/ui")
        window_code = beside.wait()
        told.seek(0)
        print("== pytest tests/ui", flush=True)
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
