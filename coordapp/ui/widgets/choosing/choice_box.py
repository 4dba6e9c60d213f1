"""A list to choose from, as every list of the program is: cut words say so, the wheel passes by."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QToolTip,
    QWidget,
)

_INSET = 2  # pixels that a line keeps free on both sides of its letters


class ChoiceBox(QComboBox):
    """Words that do not fit end in an ellipsis, and stand whole in the tip.

    The wheel scrolls the page, it must not change a value in passing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self._cut(option, self.currentText())

    def shown_words(self) -> str:
        """Give what there is room for of the words chosen."""
        line = self.lineEdit()
        if isinstance(line, ChoiceLine):
            return line.shown_words()
        return self._cut(self._option(), self.currentText())

    def event(self, event: QEvent) -> bool:
        cut = event.type() == QEvent.Type.ToolTip and not self.toolTip()
        if cut and isinstance(event, QHelpEvent) and self.shown_words() != self.currentText():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        return option

    def _cut(self, option: QStyleOptionComboBox, words: str) -> str:
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())


class ChoiceLine(QLineEdit):
    """The line of a list that is typed in: while nobody types, cut words end in an ellipsis."""

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.shown_words()
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter = QPainter(self)
        painter.setPen(self.palette().color(group, QPalette.ColorRole.Text))
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._room(), place, words)
        painter.end()

    def shown_words(self) -> str:
        """Give what there is room for of the words."""
        # a line of letters takes a pixel more than they do, or Qt moves it
        mode, room = Qt.TextElideMode.ElideRight, self._room().width() - _INSET
        return self.fontMetrics().elidedText(self.text(), mode, room)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(part, option, self)
        return room.adjusted(_INSET, 0, -_INSET, 0)
