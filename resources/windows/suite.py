"""The tests of the layers without a window, run by the Windows Python that is packed."""

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from resources.packing import wheels
from resources.packing.identity import ROOT
from resources.packing.tools import BuildError, say
from resources.packing.wheels import Target
from resources.windows import interpreter
from resources.windows.wine import Wine, path

HERE = Path(__file__).parent
# two at a time, of about the same length
GROUPS = (("services",), ("domain", "store", "formats", "cli"))
BUDGET = 1500  # seconds for all; half of it where nothing else runs
_COUNT = re.compile(r"\b(\d+) passed\b")
_START = """\
import sys
sys.path[:0] = {places!r}
import pytest
raise SystemExit(pytest.main(sys.argv[1:]))
"""


def run_all(wine: Wine, python: Path, scratch: Path) -> None:
    """Run the groups side by side. Raises BuildError where a test fails or time runs out."""
    folder, libraries = scratch / "suite", scratch / "suite-libraries"
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "setup.cfg", folder)
    target = Target(python=interpreter.MINOR, platforms=("win_amd64",))
    pins = wheels.read_pins(HERE / "test-wheels.txt")
    for wheel in wheels.fetch(pins, target, ROOT / "build" / "downloads" / "windows"):
        wheel.extract([name for name, _ in wheel.members()], libraries)
    start = scratch / "start.py"
    # no `coordapp` lies in these places: the one that is packed is tested
    places = [path(folder), path(libraries)]
    start.write_text(_START.format(places=places), encoding="utf-8")
    with ThreadPoolExecutor() as pool:
        running = [pool.submit(_run, wine, python, start, folder, group) for group in GROUPS]
    told = [str(error) for error in (one.exception() for one in running) if error is not None]
    if told:
        # of all groups, so that one look shows all there is to mend
        raise BuildError("\n".join(told))
    counts = [one.result() for one in running]
    say(f"tests with the Windows Python: {sum(counts)} passed")


def _run(wine: Wine, python: Path, start: Path, folder: Path, group: tuple[str, ...]) -> int:
    unwanted = [option for name in not_on_windows() for option in ("--deselect", name)]
    temporary = "temp-" + group[0].replace("/", "-")
    options = [
        "-q",
        "--tb=short",
        "--durations=10",
        "-p",
        "no:cacheprovider",
        # the same order and the same examples each time: chance is for the tests on Linux
        "-p",
        "no:randomly",
        "--hypothesis-profile=quick",
        "--hypothesis-seed=0",
        # a system call takes many times as long under Wine
        "--override-ini=timeout=600",
        "-W",
        "ignore::pytest.PytestConfigWarning",
        # groups that clear one folder of temporary files side by side get in each other's way
        f"--basetemp={path(folder / temporary)}",
    ]
    command: list[str | Path] = [python, "-B", "-X", "utf8", path(start), *options, *unwanted]
    command += [f"--rootdir={path(folder)}", *(path(folder / "tests" / name) for name in group)]
    process = wine.open(*command, offscreen=True, cwd=folder)
    try:
        text, _ = process.communicate(timeout=BUDGET)
    except subprocess.TimeoutExpired as error:
        process.kill()
        told = process.communicate()[0][-2000:]
        raise BuildError(
            f"the tests of {', '.join(group)} still run after {BUDGET} s:\n{told}"
        ) from error
    found = _COUNT.search(text)
    if process.returncode or found is None:
        raise BuildError(f"tests of {', '.join(group)}:\n{text[-8000:]}")
    say(f"{', '.join(group)}: {found[1]} passed")
    return int(found[1])


def not_on_windows() -> list[str]:
    """Name the tests of what only other systems do, each with its reason in the list."""
    lines = (HERE / "not-on-windows.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
