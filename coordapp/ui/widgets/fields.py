"""Fields that save by themselves: what was typed is told when the typing rests or leaves.

Why no field rewrites its text while it has the focus: Vietnamese keyboards send Backspace and
letters in bursts, and any change in between loses letters.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.kernel.text import nfc
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox


class DateField(QLineEdit):
    """A date that may be missing, typed freely; `edited(date | None)` on Enter or when leaving.

    What cannot be read stays as typed, is marked, and goes out by `refused(error)`.
    """

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, parse: Callable[[str], date | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parse = parse
        self._known: date | None = None
        self.setPlaceholderText("dd/mm/yyyy")
        self.setToolTip("Gõ 5/3, 05032026, hôm nay, mai, +7, t6, cuối tháng")
        self.editingFinished.connect(self.save)

    def value(self) -> date | None:
        """Give the date last read."""
        return self._known

    def set_value(self, day: date | None) -> None:
        """Show a date, unless someone is typing one."""
        if self.isModified() and self.hasFocus():
            return
        self._known = day
        theme.mark(self, "wrong", False)
        if self.text() != dates.short(day):
            self.setText(dates.short(day))

    @Slot()
    def save(self) -> None:
        """Read what was typed and tell it, if it differs from what was last known."""
        if not self.isModified():
            return
        try:
            day = self._parse(nfc(self.text()))
        except CodedError as error:
            self.setModified(False)
            theme.mark(self, "wrong", True)
            self.refused.emit(error)
            return
        theme.mark(self, "wrong", False)
        self.setText(dates.short(day))
        if day != self._known:
            self._known = day
            self.edited.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.setText(dates.short(self._known))
            theme.mark(self, "wrong", False)
            return
        super().keyPressEvent(event)


class ChoiceField(ChoiceBox):
    """One of a few values; `edited(value)` when a person chooses another."""

    edited = Signal(object)

    def __init__(self, choices: Iterable[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_choices(choices)
        self._known: Any = self.value()
        self.activated.connect(self._tell)

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer other choices; the value stays when it is among them."""
        kept = self.value()
        self.clear()
        self._values = []
        for value, words in choices:
            self._values.append(value)
            self.addItem(words)
        self.set_value(kept)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices where they are others; None when what was chosen is none of them."""
        if [words for _, words in choices] != [self.itemText(n) for n in range(self.count())]:
            self.set_choices(choices)
            if self.currentIndex() < 0:
                self.set_value(None)

    def value(self) -> Any:
        """Give the chosen value; None when nothing is chosen."""
        row = self.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Show a value without telling."""
        self._known = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @Slot()
    def _tell(self) -> None:
        if self.value() != self._known:
            self._known = self.value()
            self.edited.emit(self._known)


class FieldRow(QWidget):
    """A field under its label; the label is its buddy and its name for a screen reader."""

    def __init__(self, title: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = label(title, "secondary", self)
        self.label.setBuddy(field)
        field.setAccessibleName(title.replace("&", ""))
        self.error = label("", "error", self)
        self.error.hide()
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self.error)

    def say_below(self, line: QWidget) -> None:
        """Put a line between the field and what is wrong with it."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.error), line)

    def say_wrong(self, sentence: str) -> None:
        """Show what is wrong under the field; empty takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        # a screen reader stands on the field and reads nothing below it
        self.field.setAccessibleDescription(sentence)
