"""`python -m tests.crash.long_faults MODE [DEED]`: end or fail every single step of a deed in turn.

Runs with `faults.c` loaded before the C library; MODE is `kill`, `eio` or `full`. After each step
the register, its copies and what was to be written are old or new, never neither.
"""

import ctypes
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from coordapp.domain.kernel.errors import CodedError
from tests.crash.deeds import DEEDS, Deed, in_folder

MODES = {"count": 0, "kill": 1, "eio": 2, "full": 3}
ONCE = {
    "restore",
    "backup",
    "import",
    "create",
    "migrate",
    "export",
    "sign",
    "type",
    "add",
    "case",
    "conference",
    "purge",
    "recover",
    "handover",
    "salvage",
    "repair",
}
DONE, REFUSED, WRONG = 0, 10, 11


class Enough(Exception):
    """The deed told what it had finished once; that is all a step-wise run needs."""


def once(tell: Callable[[str], None], deed: Deed) -> Callable[[str], None]:
    left = 2 if deed.name == "type" else 1

    def told(word: str) -> None:
        nonlocal left
        tell(word)
        left -= 1
        if not left:
            raise Enough

    return told


def step(deed: Deed, folder: Path, k: int, mode: int) -> tuple[int, list[str], int]:
    """Do the deed in a child with the k-th step at fault; give how it ended, what it told, steps."""
    faults = ctypes.CDLL(None)
    faults.faults_count.restype = ctypes.c_long
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = WRONG
        try:
            faults.faults_arm(ctypes.c_long(k), mode)
            try:
                deed.do(folder, once(lambda word: os.write(writing, f"{word}\n".encode()), deed))
            except Enough:
                code = DONE
            except (CodedError, OSError):
                code = REFUSED
            else:
                code = DONE
            os.write(writing, f"={faults.faults_count()}\n".encode())
        finally:
            if code == WRONG:
                traceback.print_exc()
            os._exit(code)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as file:
        lines = file.read().splitlines()
    steps = [int(line[1:]) for line in lines if line.startswith("=")]
    told = [line for line in lines if not line.startswith("=")]
    ended = os.waitstatus_to_exitcode(status)
    return ended, told, steps[0] if steps else 0


def fresh(deed: Deed) -> Path:
    folder = Path(tempfile.mkdtemp())
    in_folder(folder)
    deed.prepare(folder)
    return folder


def main(mode: str, only: str = "") -> int:
    """Go through every step of every deed; tell how many, and fail at the first wrong one."""
    for deed in DEEDS:
        if deed.name not in ONCE or (only and deed.name != only):
            continue
        folder = fresh(deed)
        _, told, steps = step(deed, folder, 0, MODES["count"])
        deed.check(folder, told)
        shutil.rmtree(folder)
        refused = 0
        for k in range(1, steps + 1):
            folder = fresh(deed)
            ended, told, _ = step(deed, folder, k, MODES[mode])
            assert ended in (DONE, REFUSED, -9), (deed.name, k, ended)
            refused += ended == REFUSED
            try:
                deed.check(folder, told)
            except BaseException:
                print(
                    f"{deed.name}, step {k} of {steps}, {mode}, told {told}, see {folder}",
                    flush=True,
                )
                raise
            shutil.rmtree(folder)
        print(f"{deed.name}: {steps} steps, {refused} refused in words, nothing half", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
