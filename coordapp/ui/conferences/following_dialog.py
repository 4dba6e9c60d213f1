"""Choosing an earlier conference to plan a new one after."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.conferences.agenda import REVIEW_TITLE, read_time
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.words.messages import sentence
from coordapp.services.conferences.planning import FollowingDraft
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.form_dialog import FormDialog

_COPIED = "Sao chép loại, địa điểm, chủ trì, thành phần còn giữ chức vụ; không sao chép phát biểu, kết luận."


class FollowingDialog(FormDialog):
    """Proposes the last conference, its hour and its programme."""

    def __init__(
        self,
        parent: QWidget | None,
        earlier: Sequence[Conference],
        chosen: ConferenceId | None,
        today: date,
        calendar: Calendar | None = None,
    ) -> None:
        super().__init__("Tạo từ hội nghị trước", "Tạo hội nghị", today, parent, calendar)
        self._earlier = list(earlier)
        self._build()
        places = [item.id for item in self._earlier]
        self.source.setCurrentIndex(places.index(chosen) if chosen in places else 0)
        self._follow_source()
        self.source.currentIndexChanged.connect(self._follow_source)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.source = SearchChoice()
        self.source.setMinimumContentsLength(30)
        self.source.offer((int(item.id), _named(item)) for item in self._earlier)
        self.title = QLineEdit()
        self.held_on = QLineEdit()
        self.held_on.setPlaceholderText("5/7, +14, t6 tuần sau; để trống nếu chưa định")
        self.start_time = QLineEdit()
        self.start_time.setPlaceholderText("08:00")
        self.agenda = QCheckBox("Sao chép chương trình")
        self.agenda.setChecked(True)
        self.review = QCheckBox(f"Mục 1: {REVIEW_TITLE}")
        self.review.setChecked(True)
        self.add("Theo hội nghị", self.source)
        self.add("Tên hội nghị mới", self.title)
        self.add_deadline("Ngày họp", self.held_on)
        self.add("Giờ bắt đầu", self.start_time)
        self.form.addRow("", self.agenda)
        self.form.addRow("", self.review)
        self.form.addRow("", label(_COPIED, "secondary"))

    @Slot()
    def _follow_source(self) -> None:
        source = self._earlier[max(self.source.currentIndex(), 0)]
        self.title.setText(one_line(source.title))
        self.title.selectAll()
        self.start_time.setText(source.start_time)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        if not self.title.text().strip():
            mistakes.append((self.title, sentence(RuleViolation("text_missing"))))
        wrong = self.day_mistake(nfc(self.held_on.text()))
        if wrong:
            mistakes.append((self.held_on, wrong))
        try:
            read_time(nfc(self.start_time.text()))
        except RuleViolation as error:
            mistakes.append((self.start_time, sentence(error)))
        return mistakes

    def draft(self) -> FollowingDraft:
        """Give what was chosen."""
        return FollowingDraft(
            source_id=self._earlier[max(self.source.currentIndex(), 0)].id,
            title=nfc(self.title.text()).strip(),
            held_on=self.day(nfc(self.held_on.text())),
            start_time=read_time(nfc(self.start_time.text())),
            copies_agenda=self.agenda.isChecked(),
            reviews_conclusions=self.review.isChecked(),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        earlier: Sequence[Conference],
        chosen: ConferenceId | None,
        today: date,
        calendar: Calendar | None = None,
    ) -> FollowingDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, earlier, chosen, today, calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None


def _named(conference: Conference) -> str:
    day = dates.short(conference.held_on) or "chưa có ngày"
    return f"{conference.code}, {day}: {one_line(conference.title)}"
