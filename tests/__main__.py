"""`python -m tests`: every check of the project, in order, up to the first that fails.

`python -m tests quick` is the inner loop: what is below services, the house rules, the handbook.
"""

import os
import subprocess
import sys
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


def main(arguments: list[str]) -> int:
    """Run the checks; `arguments` go to pytest, but for a first `quick`."""
    checks = CHECKS
    if arguments[:1] == ["quick"]:
        checks, arguments = QUICK, arguments[1:]
    elif not arguments:
        # as many at once as cores; the window is left out of the measure, which slows all it watches
        many = (*checks[-1], "--numprocesses=auto")
        below = (*many, "--cov", "--cov-report=term-missing", "--ignore=tests/ui")
        checks = (*checks[:-1], below, (*many, "tests/ui"))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    for name, *options in checks:
        extra = arguments if name == "pytest" else []
        print(f"== {name} {' '.join(options)}", flush=True)
        command = [str(TOOLS / name), *options, *extra]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
