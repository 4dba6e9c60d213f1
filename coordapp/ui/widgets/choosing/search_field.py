"""A choice that is saved when another is chosen, found by typing any part of its words."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.ui.widgets.choosing.search_choice import SearchChoice


class SearchField(SearchChoice):
    """One of many values; `edited(value)` when a person chooses another."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: object = None
        self.activated.connect(self._tell)

    def set_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer other choices; the value stays when it is among them."""
        wanted = list(choices)
        held = [(self.itemData(n), self.itemText(n)) for n in range(self.count())]
        if held != wanted and not self._is_typed_in():
            self.offer(wanted, self._known)

    def value(self) -> object:
        """Give the chosen value."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Show a value without telling, unless somebody looks for one."""
        self._known = value
        if not self._is_typed_in():
            self.setCurrentIndex(self.findData(value))

    def _is_typed_in(self) -> bool:
        return self.line().isModified() and self.hasFocus()

    @Slot()
    def _tell(self) -> None:
        if self.value() != self._known:
            self._known = self.value()
            self.edited.emit(self._known)
