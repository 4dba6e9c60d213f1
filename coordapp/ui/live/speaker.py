"""Picking a speaker among the participants, or typing another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from coordapp.domain.conferences.conference import Attendance, AttendanceState
from coordapp.domain.kernel.text import fold
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox, ChoiceLine
from coordapp.ui.widgets.choosing.part_finder import FOLDED, PartFinder


class SpeakerBox(ChoiceBox):
    """`hung son` finds Lê Hùng Sơn; Enter or a click picks, anything else stays as typed."""

    chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: dict[str, tuple[str, str]] = {}
        self._line = ChoiceLine()
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName("Người phát biểu")
        self._people_model = QStandardItemModel(self)
        self.setModel(self._people_model)
        self._completer = PartFinder(self._people_model, self)
        self.setCompleter(self._completer)
        self.activated.connect(self._tell)
        self._line.returnPressed.connect(self._enter)

    def line(self) -> QLineEdit:
        """Give the line that is typed in."""
        return self._line

    def show_people(self, attending: Sequence[Attendance]) -> None:
        """Offer these; one who sent somebody is offered as the substitute."""
        people = dict(_offered(item) for item in attending)
        people.pop("", None)
        if people == self._people:
            return
        self._people = people
        typed = self._line.text()
        self.blockSignals(True)
        self._line.blockSignals(True)
        self._people_model.clear()
        for shown in people:
            item = QStandardItem(shown)
            item.setData(fold(shown), FOLDED)
            self._people_model.appendRow(item)
        self.setCurrentIndex(-1)
        self._line.setText(typed)
        self._line.blockSignals(False)
        self.blockSignals(False)

    def person(self, shown: str) -> tuple[str, str] | None:
        """Give name and post of a participant as shown; None for anybody else."""
        return self._people.get(shown)

    def people(self) -> set[tuple[str, str]]:
        """Give name and post of everybody offered."""
        return set(self._people.values())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # the line in a box is told by the box alone, which no filter of events sees
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()

    @Slot()
    def _enter(self) -> None:
        """Pick the first one found while the list is open; Esc closes it and keeps what was typed.

        It is not marked beforehand, for that would rewrite the text under the cursor.
        """
        popup = self._completer.popup()
        if popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                # the list itself takes the marked one, and tells
                return
            first = self._completer.completionModel().index(0, 0)
            popup.hide()
            self._line.setText(self._completer.pathFromIndex(first))
        self.chosen.emit()


def _offered(item: Attendance) -> tuple[str, tuple[str, str]]:
    person = (item.name, item.post)
    if item.state is AttendanceState.SUBSTITUTED and (item.substitute_name or item.substitute_post):
        person = (item.substitute_name, item.substitute_post)
    return ", ".join(text for text in person if text), person
