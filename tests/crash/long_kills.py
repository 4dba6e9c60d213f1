"""`python -m tests.crash.long_kills COUNT [SEED [DEED…]]`: kill the program at random moments of real actions.

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
from contextlib import suppress
from pathlib import Path

from tests.crash.deeds import DEEDS, Deed, in_folder
from tests.crash.long_faults import Enough, once

SEED = 20180331
WRONG = 11
LEAST = 0.2  # Unit: seconds; of deeds that are done again and again
LONGER, SHORTER = (
    1.02,
    0.95,
)  # kills of a deed done once end up with a quarter of them after its end
TELL_EVERY = 100


def told_before_the_kill(deed: Deed, folder: Path, seconds: float) -> tuple[list[str], bool]:
    """Do the deed in a child, kill it after a while; give what it told, and if it was over before."""
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
    return (whole.split("\n") if whole else []), ended == 0


def seconds_of(deed: Deed) -> float:
    """Give how long a deed takes on this machine when nobody disturbs it: kills fall all over it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        in_folder(folder)
        deed.prepare(folder)
        begun = time.monotonic()
        child = os.fork()
        if child == 0:
            with suppress(Enough):
                deed.do(folder, once(lambda _word: None, deed))
            os._exit(0)
        os.waitpid(child, 0)
        return max(LEAST, 1.3 * (time.monotonic() - begun))


def main(count: int, seed: int = SEED, *names: str) -> int:
    """Kill so many times; tell each kind and fail at the first thing that does not hold."""
    moments = random.Random(seed)
    kills: Counter[str] = Counter()
    acknowledged: Counter[str] = Counter()
    deeds = [deed for deed in DEEDS if deed.name in names or not names]
    longest = {deed.name: seconds_of(deed) for deed in deeds}
    for n in range(count):
        deed = deeds[n % len(deeds)]
        folder = Path(tempfile.mkdtemp())
        in_folder(folder)
        deed.prepare(folder)
        moment = moments.uniform(0, longest[deed.name])
        told, over = told_before_the_kill(deed, folder, moment)
        try:
            deed.check(folder, told)
        except Exception:
            print(f"{deed.name}, kill {n}, told {told[-3:]}, see {folder}", flush=True)
            raise
        kills[deed.name] += 1
        acknowledged[deed.name] += len(told)
        if over or not told:
            # a machine busy with other work takes longer than it was measured to
            longest[deed.name] *= SHORTER if over else LONGER
        shutil.rmtree(folder)
        if (n + 1) % TELL_EVERY == 0:
            tell(kills, acknowledged)
    tell(kills, acknowledged)
    return 0


def tell(kills: Counter[str], acknowledged: Counter[str]) -> None:
    for name, number in kills.items():
        print(f"{name}: {number} kills, {acknowledged[name]} acknowledged")
    print(
        f"{sum(kills.values())} kills, {sum(acknowledged.values())} acknowledged, 0 lost",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:3]), *sys.argv[3:]))
