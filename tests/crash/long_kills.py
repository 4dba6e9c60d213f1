"""`python -m tests.crash.long_kills COUNT [SEED]`: kill the program at random moments of real actions.

Each round forks a child that does one kind of deed; everything it told before the kill must hold.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.crash.deeds import DEEDS, Deed, in_folder

SEED = 20180331
WRONG = 11


def told_before_the_kill(deed: Deed, folder: Path, seconds: float) -> list[str]:
    """Do the deed in a child, kill it after a while, and give what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = WRONG
        try:
            deed.do(folder, lambda word: os.write(writing, f"{word}\n".encode()))
            code = 0
        finally:
            if code == WRONG:
                traceback.print_exc()
            os._exit(code)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    # a deed that falls over by itself would be a kill that proves nothing
    assert ended in (0, -signal.SIGKILL), (deed.name, ended)
    with os.fdopen(reading, encoding="utf-8") as file:
        whole, _, _ = file.read().rpartition("\n")
    return whole.split("\n") if whole else []


def main(count: int, seed: int = SEED) -> int:
    """Kill so many times; tell each kind and fail at the first thing that does not hold."""
    moments = random.Random(seed)
    kills: Counter[str] = Counter()
    acknowledged: Counter[str] = Counter()
    # how long each kind takes when nobody disturbs it: kills fall all over it
    longest = {deed.name: 0.2 for deed in DEEDS} | {
        "sign": 0.5,
        "import": 0.25,
        "export": 0.3,
        "purge": 1.0,
        "handover": 0.6,
        "salvage": 0.4,
        "repair": 0.4,
    }
    for n in range(count):
        deed = DEEDS[n % len(DEEDS)]
        folder = Path(tempfile.mkdtemp())
        in_folder(folder)
        deed.prepare(folder)
        told = told_before_the_kill(deed, folder, moments.uniform(0, longest[deed.name]))
        try:
            deed.check(folder, told)
        except Exception:
            print(f"{deed.name}, kill {n}, told {told[-3:]}, see {folder}", flush=True)
            raise
        kills[deed.name] += 1
        acknowledged[deed.name] += len(told)
        shutil.rmtree(folder)
    for name, number in kills.items():
        print(f"{name}: {number} kills, {acknowledged[name]} acknowledged")
    print(f"{sum(kills.values())} kills, {sum(acknowledged.values())} acknowledged, 0 lost")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:3])))
