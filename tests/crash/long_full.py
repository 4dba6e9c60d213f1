"""`python -m tests.crash.long_full`: every deed on a disk that is nearly full.

Runs where it may mount: as root, or under `unshare --mount --map-root-user`. On a small tmpfs a
filler leaves room for so many bytes; the deed is done or refused in words, and works once there is
room again.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.crash.deeds import DEEDS, in_folder
from tests.crash.long_faults import DONE, ONCE, REFUSED, step

SIZE = 8 << 20
ROOMS = (0, 4096, 16_384, 65_536, 200_000, 500_000, 1_000_000)


def main() -> int:
    """Do every deed in every room; tell how many were refused."""
    place = Path(tempfile.mkdtemp())
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)], check=True)
    try:
        for deed in DEEDS:
            if deed.name not in ONCE:
                continue
            refused = 0
            for room in ROOMS:
                folder = place / "sổ"
                folder.mkdir()
                in_folder(folder)
                deed.prepare(folder)
                filler = place / "filler"
                _fill(filler, room)
                ended, told, _ = step(deed, folder, 0, 0)
                filler.unlink()
                assert ended in (DONE, REFUSED), (deed.name, room, ended)
                refused += ended == REFUSED
                deed.check(folder, told)
                shutil.rmtree(folder)
            print(f"{deed.name}: {len(ROOMS)} rooms, {refused} refused in words, nothing half")
    finally:
        subprocess.run(["umount", str(place)], check=False)
    return 0


def _fill(filler: Path, room: int) -> None:
    free = shutil.disk_usage(filler.parent).free
    with filler.open("wb") as file:
        file.write(bytes(max(0, free - room)))


if __name__ == "__main__":
    sys.exit(main())
