"""`python -m tests.crash.long_damage COUNT [SEED]`: damage a register in every way and try to use it.

Every file is opened, looked into or refused in words; none is changed, nothing falls over, and
what an opening takes for whole while `check` finds something is told at once by its window.
"""

import hashlib
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from coordapp.domain.kernel.errors import CodedError
from coordapp.services.file import keeping, last_closed
from coordapp.store import Store, open_reader
from coordapp.store.file import opening
from coordapp.store.file.errors import as_told
from coordapp.store.file.salvage import save_readable
from coordapp.store.file.tables import ALL
from coordapp.store.queries import health
from tests.crash.deeds import sample

PAGE = 4096
SEED = 20180331


def cut(data: bytearray, dice: random.Random) -> bytearray:
    return data[: dice.randrange(len(data))]


def zero_page(data: bytearray, dice: random.Random) -> bytearray:
    at = dice.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = bytes(PAGE)
    return data


def noise(data: bytearray, dice: random.Random) -> bytearray:
    at = dice.randrange(len(data) - PAGE)
    data[at : at + PAGE] = dice.randbytes(PAGE)
    return data


def flip(data: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.choice((1, 1, 1, 8, 64))):
        data[dice.randrange(100, len(data))] ^= 1 << dice.randrange(8)
    return data


def header(data: bytearray, dice: random.Random) -> bytearray:
    data[dice.randrange(100)] ^= 1 << dice.randrange(8)
    return data


def swap_pages(data: bytearray, dice: random.Random) -> bytearray:
    one, two = (dice.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]
    return data


def letters(data: bytearray, dice: random.Random) -> bytearray:
    """Spoil the letters of a text, where SQLite itself notices nothing."""
    at = data.find("Đ".encode(), dice.randrange(len(data) // 2))
    data[at : at + 1] = b"\xff"
    return data


def longer(data: bytearray, dice: random.Random) -> bytearray:
    return data + dice.randbytes(dice.randrange(1, 3 * PAGE))


def version(data: bytearray, dice: random.Random) -> bytearray:
    """Have the file say that an earlier or a later program made it."""
    data[60:64] = (dice.randrange(2 * opening.newest_version())).to_bytes(4, "big")
    return data


DAMAGES: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (
    cut, zero_page, noise, flip, header, swap_pages, letters, longer, version,
)  # fmt: skip


def looked(path: Path) -> str:
    """Open for reading and read everything; say how it went."""
    try:
        with open_reader(path) as reader:
            found = health.findings(reader)
        with closing(Store.view(path)) as view:
            for table in ALL.values():
                table.where(view.connection)
    except CodedError:
        return "refused"
    except Exception as error:
        # what the window would meet while it reads: as told by the one door
        if as_told(error, path) is None:
            raise
        return "told while reading"
    return "found" if found else "whole"


def opened(path: Path) -> str:
    try:
        Store.open(path).close()
    except CodedError:
        return "refused"
    return "opened"


def is_told(path: Path) -> bool:
    """Look through a file as a window does at once that this PC never closed."""
    if last_closed.is_as_left(path):
        return False
    try:
        return bool(keeping.look_through_now(path))
    except CodedError:
        return True


def saved(path: Path, folder: Path) -> str:
    try:
        save_readable(path, folder / "cứu.db")
    except CodedError:
        return "refused"
    with open_reader(folder / "cứu.db") as reader:
        found = {one.code for one in health.findings(reader)}
    assert "salvaged" in found
    return "saved"


def main(count: int, seed: int = SEED) -> int:
    """Damage so many files; tell what became of each kind."""
    dice = random.Random(seed)
    known = opening.newest_version()
    told: Counter[tuple[str, str]] = Counter()
    for n in range(count):
        # a file of before a change of the program is brought forward, and so changed, by right
        assert opening.newest_version() == known, "the program was changed under this run"
        damage = DAMAGES[n % len(DAMAGES)]
        folder = Path(tempfile.mkdtemp())
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        path = folder / "sổ.db"
        path.write_bytes(bytes(damage(bytearray(sample()), dice)))
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        try:
            seen = looked(path)
            how = opened(path)
            rest = saved(path, folder)
            if how == "opened" and seen != "whole":
                assert is_told(path)
        except BaseException:
            print(f"{damage.__name__}, file {n}, see {path}", flush=True)
            raise
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before, path
        told[damage.__name__, f"{seen}, {how}, {rest}"] += 1
        shutil.rmtree(folder)
    for (name, what), number in sorted(told.items()):
        print(f"{name}: {what}: {number}")
    print(f"{count} damaged files, none changed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:3])))
