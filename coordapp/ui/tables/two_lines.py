"""Words that may stand in two lines where one is too short."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """Break a text into at most two lines, the second cut where it does not fit."""
    first, rest = _broken(text, metrics, width)
    if not rest:
        # not asked for its ellipsis: a text as wide as its room would get one
        return first
    cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{cut}" if first else cut


def fits(text: str, metrics: QFontMetrics, width: int) -> bool:
    """Tell whether two lines hold the whole text."""
    return all(metrics.horizontalAdvance(line) <= width for line in _broken(text, metrics, width))


def _broken(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    first, words = "", text.split(" ")
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    return first, " ".join(words)
