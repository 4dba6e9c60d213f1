"""A disk that takes no more, simulated by a limit of the process; only Unix has it."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def room_per_file(count: int) -> Iterator[None]:
    """Let no file grow over `count` bytes meanwhile; writing on raises OSError."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
