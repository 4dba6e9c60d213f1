"""Two buttons that move a row up or down, as one step of undo."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button

R = TypeVar("R")


class Mover(QWidget, Generic[R]):
    """Moves the current row of a table; `put_in_order` is the action that saves the new order.

    A row passes none of another `part`: guests stand below the members, whatever their place.
    """

    def __init__(
        self,
        context: Context,
        view: TableView[R],
        model: RecordModel[R],
        put_in_order: Callable[[Sequence[R]], object],
        part: Callable[[R], object] | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self._view = view
        self._model = model
        self._put_in_order = put_in_order
        self._part = part
        self._locked = False
        self.up = self._button("chevron-up", "Chuyển lên", "Alt+Up")
        self.down = self._button("chevron-down", "Chuyển xuống", "Alt+Down")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        view.selected.connect(self._allow)

    def _button(self, icon: str, words: str, keys: str) -> QPushButton:
        made = button("", "quiet", icon, tip=f"{words} ({keys})")
        shortcuts.key_here(self._view, words, keys, made.click)
        return made

    def name_for(self, rows: str) -> None:
        """Say whose rows it moves, for who hears the names."""
        self.up.setAccessibleName(f"Chuyển lên: {rows}")
        self.down.setAccessibleName(f"Chuyển xuống: {rows}")

    def refresh(self, *, locked: bool = False) -> None:
        """Allow only what can be done with the current row."""
        self._locked = locked
        self._allow()

    @Slot()
    def _allow(self) -> None:
        self.up.setEnabled(self._can_move(-1) and not self._locked)
        self.down.setEnabled(self._can_move(1) and not self._locked)

    def _can_move(self, by: int) -> bool:
        """Tell whether a row stands there that may change places with the current one."""
        records, at = self._model.records(), self._view.currentIndex().row()
        if not (0 <= at < len(records) and 0 <= at + by < len(records)):
            return False
        return self._part is None or self._part(records[at]) == self._part(records[at + by])

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        records, at = list(self._model.records()), self._view.currentIndex().row()
        if not self._can_move(by):
            return
        records.insert(at + by, records.pop(at))
        if self._context.run(lambda: self._put_in_order(records)):
            # held down, the key goes on with the order it has just made
            self._context.bus.deliver()
