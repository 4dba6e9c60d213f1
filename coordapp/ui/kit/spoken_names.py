"""A name for every control, as a screen reader asks for it: from what stands on it or around it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def has_name(widget: QWidget) -> bool:
    """Tell whether the system would say anything of a control."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told is not None and bool(told.text(QAccessible.Text.Name).strip())


def give(widget: QWidget) -> None:
    """Name a control that nobody named by its hint, else by the nearest name around it."""
    if not has_name(widget):
        widget.setAccessibleName(next(filter(None, _around(widget)), ""))


def _around(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    yield widget.toolTip()
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        yield above.accessibleName()
        above = above.parentWidget()
