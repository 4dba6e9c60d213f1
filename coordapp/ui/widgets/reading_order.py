"""Tab leads through a window in the order in which it is read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.ui.kit import helping, spoken_names
from coordapp.ui.kit.unsaved import NO_DRAFT
from coordapp.ui.widgets.question import agrees

_FRAME = 40  # pixels of a window's own frame and title
_BAR = 16  # pixels that a bar to scroll by takes
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WHOLE = (QAbstractSpinBox, QComboBox)  # what lies inside is theirs


def stops(root: QWidget) -> Iterator[QWidget]:
    """Give all below `root` that Tab may stop at now, in reading order."""
    inner = () if isinstance(root, _WHOLE) else _parts(root)
    below = [stop for part in inner for stop in stops(part)]
    # what scrolls is a stop only where it has an end out of sight, and nothing in it leads there
    is_stop = bool(root.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if isinstance(root, QScrollArea):
        is_stop = is_stop and not below and root.verticalScrollBar().maximum() > 0
    if is_stop and root.isVisible() and root.isEnabled():
        yield root
    yield from below


def _parts(root: QWidget) -> Iterator[QWidget]:
    layout = root.layout()
    if isinstance(root, QStackedWidget | QSplitter):
        parts = [root.widget(at) for at in range(root.count())]
    elif isinstance(root, QScrollArea):
        parts = [root.widget()]
    elif isinstance(root, QMainWindow):
        parts = [root.centralWidget()]  # its own layout lists tool bars and docks as well
    else:
        parts = [] if layout is None else list(_laid_out(layout))
    yield from (part for part in parts if part is not None)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        # a grid is often filled by kind of field, not by row
        places.sort(key=lambda at: tuple(layout.getItemPosition(at))[:2])  # type: ignore[arg-type]
    for at in places:
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        widget = None if item is None else item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def move(window: QWidget, *, forward: bool) -> bool:
    """Put the keyboard on the next stop; say no where it is on none, a cell's editor say."""
    at_hand = list(stops(window))
    now = QApplication.focusWidget()
    if now not in at_hand:
        return False
    step = 1 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    at_hand[(at_hand.index(now) + step) % len(at_hand)].setFocus(reason)
    return True


class Dialog(QDialog):
    """The base of all dialogs: Tab follows the layout, however it was filled; F1 asks for help."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the manual by F1, do what the dialog is for by Ctrl+Enter, ask before Esc loses text."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F1:
            helping.ask(self)
        elif control and event.key() in _ENTER:
            self.confirm()
        elif event.key() == Qt.Key.Key_Escape and not self._may_leave():
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """See to it that a screen reader has a name for all that Tab stops at."""
        for stop in stops(self):
            spoken_names.give(stop)
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.fit_height()

    def fit_height(self) -> None:
        """Take the height that all of it needs; what is higher than the screen scrolls.

        Not `adjustSize`: it takes two thirds of a screen at most, and lays lines over each other.
        """
        layout, room = self.layout(), self.screen().availableGeometry()
        if layout is None or not self.isVisible():
            return
        width = max(self.width(), layout.totalMinimumSize().width())
        bounded = layout.hasHeightForWidth()
        needed = layout.totalHeightForWidth(width) if bounded else layout.totalSizeHint().height()
        highest = room.height() - _FRAME
        if needed > highest:
            self._scroll(layout, layout.totalHeightForWidth(width - _BAR) if bounded else needed)
        self.resize(width, min(needed, highest))
        below = self.geometry().bottom() - room.bottom()
        if below > 0:
            self.move(self.x(), max(room.top(), self.y() - below))

    def _scroll(self, layout: QLayout, needed: int) -> None:
        body, area, held = QWidget(), QScrollArea(), self.focusWidget()
        body.setProperty("role", "plain")
        body.setLayout(layout)  # takes it from the dialog, which keeps the least height it gave
        self.setMinimumHeight(0)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        body.setMinimumHeight(needed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        area.show()  # at once: nothing that is hidden takes the keys
        if held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Press the button that does what the dialog is for; nothing where it is not allowed yet."""
        boxes = self.findChildren(QDialogButtonBox)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        accepting = [one for box in boxes for one in box.buttons() if box.buttonRole(one) == role]
        chosen = [one for one in self.findChildren(QPushButton) if one.isDefault()]
        for button in (*accepting, *chosen):
            if button.isVisible() and button.isEnabled():
                button.click()
                return

    def _may_leave(self) -> bool:
        """Ask whether what was typed may go; text that is kept elsewhere is not asked about."""
        return not any(map(_is_typed, self.findChildren(QWidget))) or agrees(
            self,
            title="Chữ chưa lưu",
            text="Bỏ những gì đã gõ ở đây?",
            yes="Bỏ",
            no="Ở lại",
            more="Ctrl+Enter để lưu.",
        )

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the keyboard as the dialog is read."""
        return move(self, forward=forward) or super().focusNextPrevChild(forward)


def _is_typed(part: QWidget) -> bool:
    if part.property(NO_DRAFT) or not part.isVisible():
        return False
    if isinstance(part, QLineEdit):
        return part.isModified() and not part.isReadOnly() and bool(part.text().strip())
    if isinstance(part, QPlainTextEdit):
        typed = part.document().isModified() and not part.isReadOnly()
        return typed and bool(part.toPlainText().strip())
    return False
