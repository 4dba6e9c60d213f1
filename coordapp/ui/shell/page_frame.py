"""The frame of a page: it fills the room, and scrolls where the room is less than it needs."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QScrollArea, QWidget

from coordapp.ui.kit.page import Page
from coordapp.ui.widgets import reading_order

_LEAST = QSize(560, 300)


class PageFrame(QScrollArea):
    """Holds one page; the keys are for what is in it."""

    def __init__(self, make: Callable[[QWidget], Page], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # made where it stays: Qt styles all of a page once more when it is moved
        self.page = make(self.viewport())
        self.page.setProperty("role", "plain")
        self.setWidget(self.page)

    def minimumSizeHint(self) -> QSize:
        """Ask for room in which a page can be used."""
        return _LEAST


def frame_of(page: Page) -> QWidget:
    """Give the frame around a page; the page itself where it stands alone."""
    above = page.parentWidget()
    frame = None if above is None else above.parentWidget()
    return frame if isinstance(frame, PageFrame) else page


def enter(page: Page) -> None:
    """Let keys go to a page: where they were there last, else to its first list."""
    lists = (stop for stop in reading_order.stops(page) if isinstance(stop, QAbstractItemView))
    first = (page.focusWidget(), *lists, *page.findChildren(QAbstractItemView))
    for part in (*first, *page.findChildren(QAbstractButton)):
        if part is not None and _takes_keys(part):
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy())
