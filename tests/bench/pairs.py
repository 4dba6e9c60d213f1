"""Timing in pairs: ours and a floor turn by turn, so that a busy machine slows both."""

import statistics
import time
from collections.abc import Callable, Iterable


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Time one call."""
    start = clock()
    work()
    return clock() - start


def ratio(
    name: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
    pick: Callable[[Iterable[float]], float] = statistics.median,
) -> float:
    """Give how many times the floor our way takes, by medians of alternating calls.

    `pick=min` compares the best of each, for long work on a machine that others disturb.

    Work that only computes may be timed by `time.process_time`: others on the machine do not count.
    """
    ours()
    floor()
    pairs = [(seconds(ours, clock), seconds(floor, clock)) for _ in range(rounds)]
    taken = pick(pair[0] for pair in pairs)
    least = pick(pair[1] for pair in pairs)
    print(f"\n{name}: {taken * 1000:.1f} ms, floor {least * 1000:.1f} ms, {taken / least:.2f} x")
    return taken / least
