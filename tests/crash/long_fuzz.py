"""`python -m tests.crash.long_fuzz FILES TEXTS [SEED]`: spoil workbooks and texts in every way and read them.

Each is read or refused in words; nothing falls over and nothing takes longer than it may.
"""

import io
import random
import signal
import sys
import tempfile
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from types import FrameType

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.typed_deadline import read_typed
from coordapp.domain.committee import short_forms
from coordapp.domain.conclusions.reading.sections import read_sections
from coordapp.domain.documents.secrecy import stamp_in
from coordapp.domain.importing import clipboard, legacy_fonts
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.kernel.text import fold, one_line
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store import Store
from tests.crash.deeds import sample
from tests.files.make_workbooks import CASES
from tests.files.messy_registers import MESSY

SEED = 20180331
MOST_SECONDS = 60
PLENTY = 60_000  # bytes of a seed: larger ones only make the same faults later
UNPACKED = 5_000_000  # bytes: some seeds are there to fill the memory
TODAY = date(2018, 3, 31)
SAID = (
    "trước 31/3/2018", "15 ngày làm việc", "ngày 10 hằng tháng", "quý II", "5/3", "cuối tháng", "+7",
    "Giao Hội Nông dân chủ trì, báo cáo trước ngày 15/4.", "I. MỤC TIÊU\n1. Rà soát\na) Tập huấn",
    "LLVT = lực lượng vũ trang", "a\tb\n\"c\nd\"\te", "<table><tr><td>1<td colspan=9>2</table>",
    "C«ng t¸c d©n vËn", "COÂNG TAÙC DAÂN VAÄN", "Tối mật (MẬT)", "31/02/2018", "0", "१२/०३",
)  # fmt: skip
ODD = (
    "\0",
    "\u202e",
    "\ud800",
    "\ufeff",
    "́",
    "²",
    "٣",
    "İ",
    "ß",
    "\n",
    "\t",
    "'",
    '"',
    "%",
    "=",
    "9" * 40,
)
READERS: tuple[Callable[[str], object], ...] = (
    lambda said: dates.parse(said, TODAY),
    lambda said: read_typed(said, TODAY),
    read_sections,
    short_forms.read_lines,
    short_forms.tidied,
    clipboard.from_tabs,
    clipboard.from_html,
    lambda said: clipboard.copied_rows(said, said),
    lambda said: legacy_fonts.in_unicode(said, tuple(legacy_fonts.Legacy)),
    lambda said: legacy_fonts.recognised([(said, None)]),
    stamp_in,
    fold,
    one_line,
)


def spoilt_bytes(data: bytes, dice: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 32))):
        at, count = dice.randrange(len(made) + 1), dice.choice((1, 2, 4, 16, 200))
        match dice.randrange(5):
            case 0 if at < len(made):
                made[at] ^= 1 << dice.randrange(8)
            case 1:
                del made[at : at + count]
            case 2:
                made[at:at] = dice.randbytes(count)
            case 3:
                made[at:at] = made[at : at + count]
            case _:
                digits = b"99999999999" if dice.random() < 0.5 else b"-1"
                made[at : at + 1] = digits
    return bytes(made)


def spoilt_file(data: bytes, dice: random.Random) -> bytes:
    """Spoil a file, or one part inside of one that is packed: else nearly all faults are of the packing."""
    try:
        parts = parts_of(data) if dice.random() < 0.8 else {}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        # some seeds only say that they are packed, or are locked
        parts = {}
    if not parts:
        return spoilt_bytes(data, dice)
    out = io.BytesIO()
    chosen = dice.choice([name for name in parts if name.endswith("xml")] or list(parts))
    with zipfile.ZipFile(out, "w") as made:
        for name, part in parts.items():
            made.writestr(name, spoilt_bytes(part, dice) if name == chosen else part)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Unpack a file; nothing of one that is not packed, or would fill the memory."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > UNPACKED:
            return {}
        return {name: packed.read(name) for name in packed.namelist()}


def spoilt_text(dice: random.Random) -> str:
    letters = list(" ".join(dice.choice(SAID) for _ in range(dice.choice((1, 1, 2, 5)))))
    for _ in range(dice.choice((0, 1, 2, 6))):
        at = dice.randrange(len(letters) + 1)
        if dice.random() < 0.5:
            letters[at:at] = dice.choice(ODD)
        else:
            del letters[at : at + dice.choice((1, 3))]
    return "".join(letters) * dice.choice((1, 1, 1, 40))


def seeds(folder: Path) -> list[tuple[str, bytes]]:
    found = []
    for one in (*CASES, *MESSY):
        path = folder / one.name
        one.make(path)
        data = path.read_bytes()
        if len(data) < PLENTY:
            found.append((path.name, data))
        path.unlink()
    return found


def too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def looked(store: Store, path: Path) -> str:
    try:
        workbook = import_reading.read(path, lambda _done, _total: None)
        if alphabets := import_reading.old_letters(workbook):
            workbook, _ = import_reading.in_unicode(workbook, alphabets)
        import_reading.plan(store.connection, workbook, ImportChoices(), SAMPLE_DAY)
    except CodedError as error:
        return error.code
    return "read"


def files(folder: Path, count: int, dice: random.Random) -> Counter[str]:
    register = folder / "sổ.db"
    register.write_bytes(sample())
    known, told = seeds(folder), Counter[str]()
    with closing(Store.open(register)) as store:
        for n in range(count):
            name, data = known[n % len(known)]
            path = folder / name
            path.write_bytes(spoilt_file(data, dice))
            signal.alarm(MOST_SECONDS)
            try:
                told[looked(store, path)] += 1
            except BaseException:
                print(f"file {n}, {name}, see {path}", flush=True)
                raise
            signal.alarm(0)
            path.unlink()
    return told


def texts(count: int, dice: random.Random) -> Counter[str]:
    told = Counter[str]()
    for _ in range(count):
        said = spoilt_text(dice)
        for reader in READERS:
            signal.alarm(MOST_SECONDS)
            try:
                reader(said)
                told["read"] += 1
            except CodedError as error:
                told[error.code] += 1
            except BaseException:
                print(f"{said!r}", flush=True)
                traceback.print_exc()
                raise
            signal.alarm(0)
    return told


def main(files_count: int, texts_count: int, seed: int = SEED) -> int:
    """Read so many files and texts; tell what became of them."""
    signal.signal(signal.SIGALRM, too_long)
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        for what, told in (
            ("file", files(Path(folder), files_count, dice)),
            ("text", texts(texts_count, dice)),
        ):
            for how, number in told.most_common():
                print(f"{what}: {how}: {number}")
    print(f"{files_count} files and {texts_count} texts, each read or refused in words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:4])))
