"""Asking for help from wherever one is: the window that has the manual is somewhere above."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class HelpDesk(Protocol):
    """A window that shows the manual."""

    def show_manual_for(self, asker: QWidget) -> None:
        """Open the manual over a window, at what has the keyboard there."""


def ask(asker: QWidget) -> None:
    """Hand the question up to the window; a dialog before there is one may be a desk itself."""
    above: QWidget | None = asker
    while above is not None:
        if isinstance(above, HelpDesk):
            above.show_manual_for(asker)
            return
        above = above.parentWidget()


def places_of(widget: QWidget) -> Iterator[str]:
    """Name the kinds of a widget and of all above it, the nearest first."""
    above: QWidget | None = widget
    while above is not None:
        yield type(above).__name__
        above = above.parentWidget()
