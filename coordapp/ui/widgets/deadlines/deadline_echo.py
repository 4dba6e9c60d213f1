"""A line below a deadline that says, while it is typed, which day is understood."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.calendar.typed_deadline import keeps_words, read_typed
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.text import nfc
from coordapp.domain.words.deadline_labels import is_assumed, understood
from coordapp.domain.words.labels import deadline_meant
from coordapp.ui.look import theme

Reader = Callable[[str], Deadline]


class DeadlineEcho(QLabel):
    """Follows a field; amber, and with a sign, where something was assumed or no day is given."""

    said = Signal(bool)  # whether there is something to say

    def __init__(
        self,
        field: QLineEdit,
        read: Reader,
        *,
        keeps: bool = False,
        rests: Callable[[date], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Follow a field; `rests` says what the working days until a day rest on."""
        super().__init__(parent)
        self._field, self._read, self._keeps, self._rests = field, read, keeps, rests
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "secondary")
        field.textChanged.connect(self.tell)
        self.tell()

    @classmethod
    def of_typed(
        cls, field: QLineEdit, today: date, calendar: Calendar | None, *, keeps: bool = False
    ) -> "DeadlineEcho":
        """Follow a field that is read as typing: `+7`, `t6`; `keeps` where words may stay."""
        rests = (
            None if calendar is None else partial(deadline_meant, today=today, calendar=calendar)
        )
        return cls(
            field, lambda typed: read_typed(typed, today, calendar), keeps=keeps, rests=rests
        )

    @Slot()
    def tell(self) -> None:
        """Say what the field means now."""
        said = self._read(nfc(self._field.text()))
        text = understood(said)
        if text and said.due is None and self._keeps and keeps_words(said):
            text += "; giữ nguyên lời"
        if self._rests is not None:
            self._field.setToolTip("" if said.due is None else self._rests(said.due))
        doubtful = is_assumed(said)
        self.setText(f"{'⚠' if doubtful else '→'} {text}" if text else "")
        theme.mark(self, "tone", "due_soon" if doubtful else "quiet")
        self.setVisible(bool(text))
        self.said.emit(bool(text))


class EchoBelow(DeadlineEcho):
    """Floats below the editor of a cell as long as it is typed in."""

    def __init__(self, field: QLineEdit, read: Reader, *, keeps: bool = False) -> None:
        super().__init__(field, read, keeps=keeps, parent=field.parentWidget())
        self.setWordWrap(False)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(4)
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)

    @Slot()
    def tell(self) -> None:
        """Say what the field means now, where there is room."""
        super().tell()
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self.adjustSize()
        box, ground = self._field.geometry(), self.parentWidget()
        left, top = box.left(), box.bottom() + 1
        if ground is not None:
            left = max(0, min(left, ground.width() - self.width()))
            if top + self.height() > ground.height():
                top = box.top() - self.height() - 1
        self.move(left, top)
        self.raise_()
