"""Asking for the place of a new file."""

import re
from itertools import takewhile
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coordapp import identity
from coordapp.places import Places
from coordapp.ui.widgets.question import agrees

EXCEL = "Excel (*.xlsx)"
PDF = "PDF (*.pdf)"
PDF_OR_WORD = "PDF (*.pdf);;Word (*.docx)"
REGISTER = f"{identity.TITLE} (*.{identity.EXTENSION} *.{identity.OLDER_EXTENSION})"

_ENDING = re.compile(r"\*(\.\w+)")


def ask_target(parent: QWidget, title: str, proposed: Path, kinds: str = "") -> Path | None:
    """Ask where to write; a name typed without its ending gets that of the kind chosen.

    Some systems add the ending themselves and ask before a file is written over; where the ending
    is added here, the question is asked here too. It starts where the last file of its kind went.
    """
    places, sort = Places(), kind_of(title, proposed)
    folder = places.folder(sort) or proposed.parent
    typed, kind = QFileDialog.getSaveFileName(parent, title, str(folder / proposed.name), kinds)
    if not typed:
        return None
    target = with_ending(Path(typed), kind, kinds)
    if target != Path(typed) and target.exists() and not _agrees_to_replace(parent, target):
        return None
    places.note_folder(sort, target.parent)
    return target


def ask_source(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Ask for a file to read; it starts where the last one was taken for the same thing."""
    places = Places()
    start = places.folder(title) or folder
    typed, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    if not typed:
        return None
    places.note_folder(title, Path(typed).parent)
    return Path(typed)


def kind_of(title: str, proposed: Path) -> str:
    """Name what is written: `Xuất Excel: Phiếu` for the sheet of any task."""
    # the code, number or day of this one comes after what it is
    words = " ".join(takewhile(_is_plain, proposed.stem.split())).strip(" -")
    return f"{title}: {words}" if words else title


def _is_plain(word: str) -> bool:
    return not word.startswith("(") and not any(letter.isdigit() for letter in word)


def with_ending(target: Path, kind: str, kinds: str) -> Path:
    """Give the name one of the endings of `kinds`, that of `kind` where it has none of them."""
    endings = _ENDING.findall(kinds)
    if not endings or target.suffix.lower() in endings:
        return target
    chosen = _ENDING.findall(kind) or endings
    return target.with_name(target.name + chosen[0])


def _agrees_to_replace(parent: QWidget, target: Path) -> bool:
    return agrees(
        parent,
        title="Ghi tệp",
        text=f"Trong thư mục đã có tệp {target.name}.",
        more="Ghi đè thì nội dung cũ của tệp đó mất.",
        yes="Ghi đè",
        no="Không ghi",
    )
