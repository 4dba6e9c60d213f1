"""The dialog that gives a paper its number and its day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.committee.person import Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits
from coordapp.domain.documents.document import (
    TO_ONE_UNIT,
    TYPED,
    Authority,
    Document,
    DocumentType,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PersonId, UnitId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.words.labels import AUTHORITY, DOCUMENT_TYPE
from coordapp.domain.words.messages import sentence
from coordapp.services.documents.document_actions import Proposal
from coordapp.services.documents.issued_papers import is_kept
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.papers.addressees import Addressees
from coordapp.ui.papers.agreement import OpenPoints
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.form_dialog import LARGEST_NUMBER, FormDialog, choice

_LINES, _TEXT_LINES = 3, 6
_REST = 400  # milliseconds until what was typed is looked at
Points = Callable[[Document, Sequence[UnitId]], Sequence[str]]
Worded = Callable[[Document, Sequence[UnitId]], Document]
_AGAIN = "Vẫn dùng lại số này"
_KEPT = (
    "Văn bản đã ban hành: chỉ sửa được số và ngày ghi nhầm, bản PDF đã lưu giữ nguyên. "
    "Muốn đổi nội dung hãy ban hành văn bản thay thế."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDraft:
    """A paper as typed, and whether its number may be one that is used already."""

    paper: Document
    repeat_agreed: bool
    further: tuple[UnitId, ...] = ()  # whom a letter goes to besides its unit
    carry_day: bool = False  # also to the tasks that were given on the day of the paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivers:
    """The units and groups that a paper may go to, and whom it goes to besides its unit."""

    units: Sequence[Unit] = ()
    groups: Sequence[GroupOfUnits] = ()
    further: Sequence[UnitId] = ()


_NOBODY = Receivers()


def _none_open(_paper: Document, _further: Sequence[UnitId]) -> Sequence[str]:
    return ()


def _as_typed(paper: Document, _further: Sequence[UnitId]) -> Document:
    return paper


class IssueDialog(FormDialog):
    """Shows the number that comes next, and says in words what is odd about another one."""

    def __init__(
        self,
        parent: QWidget | None,
        blanks: Mapping[DocumentType, Document],
        people: Sequence[Person],
        look: Callable[[Document], Proposal],
        today: date,
        *,
        note: str = "",
        given: int = 0,
        points: Points = _none_open,
        receivers: Receivers = _NOBODY,
        worded: Worded = _as_typed,
    ) -> None:
        self._blanks, self._look, self._given = blanks, look, given
        self._points, self._receivers, self._worded = points, receivers, worded
        self._paper = next(iter(blanks.values()))
        self._known: Proposal | None = None
        self._offered = self._proposed = ""
        title, verb = _words(self._paper)
        super().__init__(title, verb, today, parent)
        self.setMinimumWidth(600)
        self._build(people)
        self._fill(self._paper)
        self._show_open()
        if is_kept(self._paper):
            self._lock()
        if note:
            self.explain(note)
        self._connect()
        self._propose()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def _build(self, people: Sequence[Person]) -> None:
        words = {type_: DOCUMENT_TYPE[type_] for type_ in self._blanks}
        self.type = choice(words, self._paper.type)
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, LARGEST_NUMBER, self.number))
        self.symbol = QLineEdit()
        self.issued_on = QLineEdit()
        self.carry = QCheckBox(f"Đổi cả ngày giao của {self._given} nhiệm vụ giao theo văn bản này")
        self.subject, self.text, self.recipients = _block(), _block(_TEXT_LINES), _block()
        known = self._receivers
        self.to = Addressees(known.units, known.groups, self.today, self)
        self.unit = self.to.choice
        self.signer = SearchChoice()
        self.signer.addItem("Chưa chọn", None)
        for person in people:
            self.signer.addItem(person.shown, person.id)
        self.authority = choice(AUTHORITY, self._paper.authority)
        self._warning = label("", "warning")
        self.again = QCheckBox(_AGAIN)
        if len(self._blanks) > 1:
            self.add("Loại văn bản", self.type)
        self.add("Đơn vị nhận", self.unit)
        self.add("Gửi nhiều đơn vị", self.to.ticks)
        self.form.addRow("", self.to.said)
        self.add("Số", self.number)
        self.form.addRow("", self._warning)
        self.add("", self.again)
        self.add("Số, ký hiệu", self.symbol)
        self.add("Ngày ban hành", self.issued_on)
        self.add("", self.carry)
        self.form.setRowVisible(self.carry, False)
        self.add("Trích yếu", self.subject)
        supplement = self._paper.type is DocumentType.SUPPLEMENT
        self.add("Nội dung bổ sung" if supplement else "Nội dung", self.text)
        self.add("Người ký", self.signer)
        self.add("Quyền ký", self.authority)
        self.add("Nơi nhận", self.recipients)
        self.open_points = OpenPoints("ban hành")
        self.add("", self.open_points)
        self._show_rows()
        self.watch_stamps(self.subject, self.text)

    def _show_rows(self) -> None:
        """Show the rows that a paper of this type has."""
        self.form.setRowVisible(self.unit, self._paper.type in TO_ONE_UNIT)
        is_letter = self._paper.type is DocumentType.LETTER
        self.to.offer_several(is_letter)
        self.form.setRowVisible(self.to.ticks, is_letter)
        self.warn(self.to.said, self.to.spoken() if is_letter else "")
        self.form.setRowVisible(self.text, self._paper.type in TYPED)
        # an extract goes to its unit alone
        self.form.setRowVisible(self.recipients, self._paper.type is not DocumentType.EXTRACT)

    @Slot()
    def _show_open(self) -> None:
        """Name what the paper of this type leaves open."""
        found = self._points(replace(self._typed(), unit_id=self.to.first), self.to.further())
        self.open_points.show_points(found)
        self.form.setRowVisible(self.open_points, bool(found))

    def _fill(self, paper: Document) -> None:
        self.number.setText("" if paper.number is None else str(paper.number))
        self.symbol.setText(paper.symbol)
        self.issued_on.setText(dates.short(paper.issued_on or self.today))
        self.subject.setPlainText(paper.subject)
        self.text.setPlainText(paper.text)
        self.recipients.setPlainText(paper.recipients)
        self.signer.setCurrentIndex(max(self.signer.findData(paper.signer_id), 0))
        own = () if paper.unit_id is None else (paper.unit_id,)
        self.to.set_ids((*own, *self._receivers.further))
        self._show_rows()

    def _lock(self) -> None:
        """Leave only the number and the day open: the rest went out as it is."""
        for shown in (self.subject, self.text, self.recipients):
            shown.setReadOnly(True)
        for choices in (self.unit, self.to.ticks, self.signer, self.authority):
            choices.setEnabled(False)
        self.explain(_KEPT)

    def _connect(self) -> None:
        self.type.currentIndexChanged.connect(self._change_type)
        self.number.textChanged.connect(self._judge)
        self.issued_on.editingFinished.connect(self._follow_day)
        self.to.changed.connect(self._follow_unit)
        self._opening = Debounce(self, wait=_REST)
        self._opening.rested.connect(self._show_open)
        for shown in (self.subject, self.text, self.recipients):
            shown.textChanged.connect(self._opening.wait)
        self.signer.activated.connect(self._opening.wait)
        self.authority.activated.connect(self._opening.wait)

    @Slot()
    def _change_type(self) -> None:
        chosen = self._blanks[DocumentType(self.type.currentData())]
        if self.subject.toPlainText() == self._paper.subject:
            self.subject.setPlainText(chosen.subject)
        if self.recipients.toPlainText() == self._paper.recipients:
            self.recipients.setPlainText(chosen.recipients)
        before, self._paper = self._paper, chosen
        if chosen.issued_on != before.issued_on:
            self.issued_on.setText(dates.short(chosen.issued_on or self.today))
        self._show_rows()
        self._follow_unit()
        self.number.clear()
        self._propose()

    @Slot()
    def _follow_unit(self) -> None:
        """Word a letter for the units chosen, unless words of the person's own stand there."""
        is_letter = self._paper.type is DocumentType.LETTER
        self.warn(self.to.said, self.to.spoken() if is_letter else "")
        if is_letter and not is_kept(self._paper):
            typed = self._typed()
            if typed.text in ("", self._proposed):
                self._proposed = self._worded(typed, self.to.further()).text
                self.text.setPlainText(self._proposed)
        self._show_open()

    def _propose(self) -> None:
        """Fill in the next number where none is given yet."""
        if not self.number.text():
            self._offered = str(self._look(replace(self._typed(), number=None)).number)
            self.number.setText(self._offered)
        self._judge()

    @Slot()
    def _follow_day(self) -> None:
        """Offer the number of the run of another year, unless one was typed; ask about the tasks."""
        day = self._typed().issued_on
        self.form.setRowVisible(
            self.carry, bool(self._given) and day not in (None, self._paper.issued_on)
        )
        if self.number.text() == self._offered:
            self.number.clear()
        self._propose()

    @Slot()
    def _judge(self) -> None:
        """Say what is odd about the number; the symbol follows it until it is typed over."""
        if not self.number.text():
            return
        before, self._known = self._known, self._look(self._typed())
        untouched = before is not None and self.symbol.text() == before.symbol
        if untouched or not self.symbol.text():
            self.symbol.setText(self._known.symbol)
        # a part of a notice bears its number and day
        for field in (self.number, self.symbol, self.issued_on):
            field.setReadOnly(self._known.of_notice)
        self.warn(self._warning, self._known.warning)
        self.form.setRowVisible(self.again, self._known.repeats)
        if not self._known.repeats:
            self.again.setChecked(False)
        self.fit_height()

    def _typed(self) -> Document:
        number = self.number.text()
        day = self.issued_on.text()
        numbered = replace(
            self._paper,
            number=int(number) if number else None,
            symbol=nfc(self.symbol.text().strip()),
            issued_on=None if self.day_mistake(day) else self.day(day),
        )
        if is_kept(self._paper):
            return numbered
        return replace(
            numbered,
            subject=nfc(self.subject.toPlainText().strip()),
            text=nfc(self.text.toPlainText().strip()),
            signer_id=_person(self.signer.currentData()),
            authority=Authority(self.authority.currentData()),
            recipients=nfc(self.recipients.toPlainText().strip()),
            unit_id=self.to.first if self._paper.type in TO_ONE_UNIT else None,
        )

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        self._opening.finish()
        typed = self._typed()
        if self._known is not None and self._known.of_notice and not self._known.symbol:
            mistakes.append((self.number, self._known.warning))
        elif not typed.number:
            mistakes.append((self.number, sentence(RuleViolation("document_without_number"))))
        elif self._known is not None and self._known.repeats and not self.again.isChecked():
            mistakes.append((self.again, f"Hãy chọn số khác, hoặc đánh dấu “{_AGAIN}”."))
        if wrong := self.day_mistake(self.issued_on.text(), needed=True):
            mistakes.append((self.issued_on, wrong))
        mistakes += self.open_points.mistakes()
        if typed.type is DocumentType.SUPPLEMENT and not typed.text:
            mistakes.append((self.text, sentence(RuleViolation("text_missing"))))
        several = typed.type is DocumentType.EXTRACT and self.to.further()
        if several or (
            typed.unit_id is None
            and (
                typed.type is DocumentType.EXTRACT
                or (typed.type is DocumentType.LETTER and typed.text)
            )
        ):
            mistakes.append((self.unit, sentence(RuleViolation("unit_not_chosen"))))
        return mistakes

    def draft(self) -> IssueDraft:
        """Give what was typed."""
        moved = self.form.isRowVisible(self.carry) and self.carry.isChecked()
        is_letter = self._paper.type is DocumentType.LETTER
        return IssueDraft(
            paper=self._typed(),
            repeat_agreed=self.again.isChecked(),
            further=self.to.further() if is_letter else (),
            carry_day=moved,
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        blanks: Mapping[DocumentType, Document],
        people: Sequence[Person],
        look: Callable[[Document], Proposal],
        today: date,
        *,
        note: str = "",
        given: int = 0,
        points: Points = _none_open,
        receivers: Receivers = _NOBODY,
        worded: Worded = _as_typed,
    ) -> IssueDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(
            parent, blanks, people, look, today, note=note, given=given, points=points,
            receivers=receivers, worded=worded,
        )  # fmt: skip
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None


def _words(paper: Document) -> tuple[str, str]:
    if paper.id:
        return f"Sửa văn bản {paper.symbol}", "Lưu"
    if paper.type is DocumentType.SUPPLEMENT:
        return "Biên bản bổ sung", "Ghi biên bản bổ sung"
    return "Ban hành văn bản", "Ban hành"


def _person(data: object) -> PersonId | None:
    return PersonId(data) if isinstance(data, int) else None


def _block(lines: int = _LINES) -> QPlainTextEdit:
    block = QPlainTextEdit()
    block.setTabChangesFocus(True)
    block.setFixedHeight(block.fontMetrics().lineSpacing() * lines + 18)
    return block
