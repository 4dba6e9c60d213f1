"""The keys that lead to the editors of a conference."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordapp.ui.conferences.header import EDITORS
from coordapp.ui.kit import shortcuts
from coordapp.ui.widgets import reading_order


class EditorShortcuts(QObject):
    """Ctrl and the number of a chip shows its editor and puts the keyboard in it."""

    def __init__(self, page: QWidget, stack: QStackedWidget, show: Callable[[str], None]) -> None:
        super().__init__(page)
        self._stack = stack
        self._show = show
        for number, (key, title) in enumerate(EDITORS, start=1):
            action = shortcuts.action_within(page, title, f"Ctrl+{number}", self._go)
            action.setData(key)

    @Slot()
    def _go(self) -> None:
        action = self.sender()
        # below the live screen there is nothing to lead to
        if not isinstance(action, QAction) or not self._stack.isVisible():
            return
        self._show(str(action.data()))
        editor = self._stack.currentWidget()
        if editor is not None:
            enter(editor)


def enter(editor: QWidget) -> None:
    """Put the keyboard on the first thing in an editor that takes it."""
    first = next(reading_order.stops(editor), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
