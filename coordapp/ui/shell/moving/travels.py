"""Back to where a person was: the pages she was led from, with their rows and filters."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.kit.page import Page
from coordapp.ui.kit.state import State
from coordapp.ui.tables.view import TableView

_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A page as it was: what it says of itself, the current rows of its lists, the keys."""

    page: PageKey
    state: State
    rows: tuple[tuple[TableView[object], Hashable], ...]
    focused: QWidget | None


class Travels(QObject):
    """Notes the place before each journey; Alt+Left goes back, Alt+Right forth again."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        now: Callable[[], tuple[PageKey, Page]],
        go: Callable[[PageKey], Page],
    ) -> None:
        super().__init__(window)
        self._context = context
        self._now = now
        self._go = go
        self._behind: list[Stay] = []
        self._ahead: list[Stay] = []
        self._is_going = False
        self.back = shortcuts.action(window, "Trở lại chỗ trước", "Alt+Left", self._back)
        self.forth = shortcuts.action(window, "Đi tới chỗ sau", "Alt+Right", self._forth)

    def note(self) -> None:
        """Remember the place that is about to be left."""
        if self._is_going:
            return
        place = self._here()
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind, place][-_MOST:]
        self._ahead.clear()

    @contextmanager
    def on_the_way(self) -> Iterator[None]:
        """Take what happens now for one journey, with no place in between."""
        before, self._is_going = self._is_going, True
        try:
            yield
        finally:
            self._is_going = before

    @Slot()
    def _back(self) -> None:
        self._travel(self._behind, self._ahead, "Không còn chỗ nào trước đó.")

    @Slot()
    def _forth(self) -> None:
        self._travel(self._ahead, self._behind, "Không còn chỗ nào phía sau.")

    def _travel(self, where: list[Stay], left: list[Stay], nowhere: str) -> None:
        if not where:
            self._context.messages.say(nowhere)
            return
        left.append(self._here())
        with self.on_the_way():
            self._show(where.pop())

    def _here(self) -> Stay:
        key, page = self._now()
        tables = [table for table in page.findChildren(TableView) if table.isVisible()]
        focused = QApplication.focusWidget()
        return Stay(
            page=key,
            state=page.place(),
            rows=tuple((table, table.current_id()) for table in tables),
            focused=focused if focused is not None and page.isAncestorOf(focused) else None,
        )

    def _show(self, place: Stay) -> None:
        page = self._go(place.page)
        if place.state:
            page.return_to(place.state)
        for table, record_id in place.rows:
            if isValid(table) and record_id is not None:
                table.select_id(record_id)
        focused = place.focused
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
