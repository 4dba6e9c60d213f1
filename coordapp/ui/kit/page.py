"""What every page of the window offers."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import Route
from coordapp.ui.kit.state import State


class Page(QWidget):
    """A page; the window shows its primary action and hands it the routes that lead to it."""

    print_requested = Signal(object)  # a Listing, of a page that cannot show paper itself
    primary_text = ""
    exports_excel = False
    is_away = False  # another page is seen: what changes is read on the way back

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.is_away = False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.is_away = True

    def follow(self, route: Route) -> None:
        """Show what a route leads to; a page that is only opened has nothing to do."""

    def primary(self) -> None:
        """Do the page's main action."""

    def export_excel(self) -> None:
        """Ask for a place and write what the page shows; only where `exports_excel` says so."""

    def print_list(self) -> None:
        """Show what the page shows as it prints; every page prints what is on it, and nothing else."""
        raise NotImplementedError

    def place(self) -> State:
        """Give where a person is on the page, to bring her back there; rows are kept beside it."""
        return {}

    def return_to(self, place: State) -> None:
        """Show the page as it was at a place."""

    def save_state(self) -> State:
        """Give what to remember until the next run, as plain values."""
        return {}

    def restore_state(self, state: State) -> None:
        """Take the shape of the last run."""


class ReadingPage(Page):
    """A page that is read while it is seen; what changed meanwhile is read on the way back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_stale = True
        context.bus.changed.connect(self._on_changed)

    def is_concerned(self, _changes: Changes) -> bool:
        """Tell whether anything shown changed; the log, for one, does with every action."""
        return True

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.is_concerned(changes):
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; what is chosen stays."""
        self._is_stale = False


class TypedPage(Page):
    """A page of lists that are typed on: each change of what it shows is read while it is seen.

    What changes while another page is seen is read on the way back: each word typed there would
    otherwise wait for lists that nobody looks at.
    """

    shown_kinds: tuple[Kind, ...] = ()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._missed_a_change = False
        context.bus.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.concern(*self.shown_kinds):
            return
        if self.is_away:
            self._missed_a_change = True
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed_a_change:
            self._missed_a_change = False
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        raise NotImplementedError
