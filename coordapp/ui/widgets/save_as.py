"""Asking for the place of a new file."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coordapp.ui.widgets.question import agrees

EXCEL = "Excel (*.xlsx)"
PDF = "PDF (*.pdf)"
PDF_OR_WORD = "PDF (*.pdf);;Word (*.docx)"
REGISTER = "Sổ Điều phối (*.db)"

_ENDING = re.compile(r"\*(\.\w+)")


def ask_target(parent: QWidget, title: str, proposed: Path, kinds: str = "") -> Path | None:
    """Ask where to write; a name typed without its ending gets that of the kind chosen.

    Some systems add the ending themselves and ask before a file is written over; where the ending
    is added here, the question is asked here too.
    """
    typed, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    if not typed:
        return None
    target = with_ending(Path(typed), kind, kinds)
    if target != Path(typed) and target.exists() and not _agrees_to_replace(parent, target):
        return None
    return target


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
