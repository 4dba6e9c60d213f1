"""Asking why a conference is put off or called off, and until when."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.kernel.text import nfc
from coordapp.domain.words.conference_labels import conference_move
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.form_dialog import FormDialog

_NO_REASON = "Chưa nêu lý do. Hãy ghi lý do để ghi vào sổ và báo lại người được mời."

_TITLE_WIDTH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class StateDraft:
    """A step as typed."""

    reason: str
    held_on: date | None


class StateDialog(FormDialog):
    """Takes the reason; of one postponed also the new date, where it is known already."""

    def __init__(
        self,
        parent: QWidget | None,
        conference: Conference,
        to: ConferenceState,
        today: date,
        calendar: Calendar | None = None,
    ) -> None:
        verb = conference_move(conference.state, to)
        super().__init__(f"{verb} {conference.code}", verb, today, parent, calendar)
        self._postpones = to is ConferenceState.POSTPONED
        title = label(conference.title)
        title.setMinimumWidth(_TITLE_WIDTH)
        title.setMinimumHeight(title.heightForWidth(_TITLE_WIDTH))
        self.form.addRow("Hội nghị", title)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.add("Lý do", self.reason)
        self.held_on = QLineEdit()
        self.held_on.setPlaceholderText("Để trống nếu chưa định ngày mới")
        if self._postpones:
            self.add_deadline("Ngày mới", self.held_on)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        if not self.reason.toPlainText().strip():
            mistakes.append((self.reason, _NO_REASON))
        wrong = self.day_mistake(self.held_on.text()) if self._postpones else ""
        if wrong:
            mistakes.append((self.held_on, wrong))
        return mistakes

    def draft(self) -> StateDraft:
        """Give what was typed."""
        day = self.day(nfc(self.held_on.text())) if self._postpones else None
        return StateDraft(reason=nfc(self.reason.toPlainText()).strip(), held_on=day)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        conference: Conference,
        to: ConferenceState,
        today: date,
        calendar: Calendar | None = None,
    ) -> StateDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, conference, to, today, calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None
