"""The processes that read a file of somebody else: they may be stopped, and nothing else with them.

One looks through the raw parts, the other has the library read the values; that one may die of a
file, and then the first says why. They load as little as they can, for they start with each file.
"""

import gc
import os
import sys
from collections.abc import Callable

from coordapp.formats.reading import frames
from coordapp.formats.reading.limits import hold_memory
from coordapp.formats.reading.refusal import Refused

LOOK, VALUES = "look", "values"


def main() -> None:
    """Do what the command line says: the task, the most memory it may take, the file."""
    task, most_memory, path = sys.argv[-3:]
    # what is read is sent and gone; looking for circles in it would cost a tenth of the time
    gc.disable()
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(1, os.O_BINARY)
    with open(1, "wb", buffering=1 << 16, closefd=False) as stream:
        hold_memory(int(most_memory))
        if task == VALUES:
            sys.stdin.buffer.read(1)  # until it is known that the file may be read
        answer(task, path, stream.write)
    # the system takes back what was read quicker than the interpreter would
    os._exit(0)


def answer(task: str, path: str, write: Callable[[bytes], object]) -> None:
    """Write the frames of a file, and how it ended."""

    def put(kind: str, content: object) -> None:
        frames.put(write, kind, content)

    try:
        if task == VALUES:
            from coordapp.formats.reading import calamine_reader

            calamine_reader.read(path, put)
        else:
            from coordapp.formats.reading import look

            look.read(path, put)
        put("end", None)
    except Refused as refusal:
        put("refused", (refusal.code, refusal.params))
    except ImportError:
        put("refused", ("source_reader_missing", {}))
    except MemoryError:
        put("refused", ("source_exhausts", {}))
    except BaseException as error:  # noqa: BLE001 - the library ends in panics of its own
        put("refused", ("source_damaged", {"detail": f"{type(error).__name__}: {error}"[:500]}))


if __name__ == "__main__":
    main()
