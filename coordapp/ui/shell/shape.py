"""What the window remembers of its shape and of its pages."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QPoint, QRect
from PySide6.QtWidgets import QWidget

from coordapp.settings import Settings
from coordapp.ui.kit.book_settings import BookSettings
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.kit.page import Page


def restore(window: QWidget, settings: Settings) -> None:
    """Give the window the place and size of the last run, as far as this screen has the room."""
    geometry = settings.get("geometry")
    if isinstance(geometry, str):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
    if not window.isMaximized():
        window.setGeometry(fitted(window.geometry(), window.screen().availableGeometry()))


def fitted(wanted: QRect, free: QRect) -> QRect:
    """Move and shrink a window to what a screen leaves free beside its task bar.

    Why: a size kept from a larger screen, or drawn at 150 %, would hide buttons beyond the edge.
    """
    size = wanted.size().boundedTo(free.size())
    left = min(max(wanted.left(), free.left()), free.right() - size.width() + 1)
    top = min(max(wanted.top(), free.top()), free.bottom() - size.height() + 1)
    return QRect(QPoint(left, top), size)


def appear(window: QWidget, settings: Settings) -> None:
    """Show the window as it was left; the first time over all the room beside the task bar."""
    if isinstance(settings.get("geometry"), str):
        window.show()
    else:
        window.showMaximized()


def remember(
    window: QWidget,
    settings: Settings,
    book: BookSettings,
    pages: Mapping[PageKey, Page],
    current: PageKey,
) -> None:
    """Keep place and size; for this register the state of the pages and which of them is shown."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    settings.put("geometry", geometry)
    for key, page in pages.items():
        book.put(key, page.save_state())
    book.put("page", current)
    settings.save()
