"""Files kept with a record: their names made safe, their sizes in words."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import AttachmentId
from coordapp.domain.kernel.text import lowered, nfc

LARGEST = 50 * 1024 * 1024  # bytes of one file
LONGEST = 150
_MOST_BYTES = 240  # Linux takes 255 bytes for a name, and Vietnamese letters take up to three
_LONGEST_ENDING = 16
_NAMELESS = "tệp"
_SEPARATORS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')  # not allowed in names on Windows
# control and format characters, the marks that turn the direction of writing among them, halves
# of characters that no text can hold, and line breaks of other scripts
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_RESERVED = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.I)
# what only shows something; all others may run a program, also those that nobody has thought of
_HARMLESS = re.compile(
    r"\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|jpe?g|png|gif|bmp|tiff?|webp|heic"
    r"|mp3|m4a|wav|mp4|mov|avi|zip|rar|7z|eml)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a record; its content is found by the hash."""

    id: AttachmentId
    kind: Kind
    record_id: int
    name: str
    size: int
    sha256: str
    added_on: date


def safe_name(given: str, taken: Iterable[str] = ()) -> str:
    """Make a name that stays in its folder on every system and shows what it is.

    One already `taken`, whatever its case, is told apart by a number: `a (2).pdf`.
    """
    name = _cut(_cleaned(given) or _NAMELESS)
    if _RESERVED.fullmatch(name.partition(".")[0].rstrip()):
        name = _cut(f"_{name}")
    present = {lowered(other) for other in taken}
    free, number = name, 1
    while lowered(free) in present:
        number += 1
        free = _cut(name, f" ({number})")
    return free


def is_risky(name: str) -> bool:
    """Tell whether opening the file may run a program; also said of one without an ending."""
    ending = _split(name)[1]
    return _HARMLESS.fullmatch(ending) is None


def size_in_words(size: int) -> str:
    """Write a size as Vietnamese offices do: `1,2 MB`."""
    if size < 1024:
        return f"{size} B"
    if round(size / 1024) < 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def _cleaned(given: str) -> str:
    last = next((part for part in reversed(_SEPARATORS.split(given)) if part.strip(". ")), "")
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in last
        if letter.isspace() or unicodedata.category(letter) not in _UNSEEN
    )
    # composed after the unseen ones have gone: they may have stood between a letter and its mark
    return _FORBIDDEN.sub("_", nfc(seen)).strip().rstrip(". ")


def _split(name: str) -> tuple[str, str]:
    """Part a name from its ending, which keeps its dot; empty when there is none to speak of."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending or len(ending) > _LONGEST_ENDING or " " in ending:
        return name, ""
    return stem, dot + ending


def _cut(name: str, mark: str = "") -> str:
    """Shorten the part before the ending where needed, put a mark behind it, keep the ending."""
    if not mark and len(name) <= LONGEST and len(name.encode()) <= _MOST_BYTES:
        return name
    stem, ending = _split(name)
    room = _MOST_BYTES - len(f"{mark}{ending}".encode())
    stem = stem[: LONGEST - len(mark) - len(ending)]
    while len(stem.encode()) > room:
        stem = stem[:-1]
    return f"{stem.rstrip()}{mark}{ending}".strip().rstrip(". ") or _NAMELESS
