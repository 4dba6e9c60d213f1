"""Tables whose rows stand in the order of the conference."""

from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coordapp.ui.kit.record import Record
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView

R = TypeVar("R", bound=Record)
_FIRST, _LAST = Qt.Key.Key_1, Qt.Key.Key_6


class SteadyTable(TableView[R]):
    """Read, not typed in; a click on a title sorts nothing."""

    def __init__(
        self, columns: Sequence[Column[R]], name: str, parent: QWidget | None = None
    ) -> None:
        self.records: RecordModel[R] = RecordModel(columns, attrgetter("id"))
        super().__init__(self.records, parent)
        self.records.setParent(self)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setSortIndicatorShown(False)


class DigitTable(SteadyTable[R]):
    """Tells which of the keys 1 to 6 was pressed; nothing is composed of digits in a list."""

    digit_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if _FIRST <= event.key() <= _LAST and modifiers == Qt.KeyboardModifier.NoModifier:
            self.digit_pressed.emit(int(event.key()) - int(_FIRST))
            return
        super().keyPressEvent(event)
