"""The dialog that gives a paper its number and its day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.committee.person import Person
from coordapp.domain.documents.document import Authority, Document, DocumentType
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PersonId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.words.labels import AUTHORITY, DOCUMENT_TYPE
from coordapp.domain.words.messages import sentence
from coordapp.services.documents.document_actions import Proposal
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.form_dialog import LARGEST_NUMBER, FormDialog, choice

_LINES = 3
_AGAIN = "Vẫn dùng lại số này"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDraft:
    """A paper as typed, and whether its number may be one that is used already."""

    paper: Document
    repeat_agreed: bool


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
    ) -> None:
        self._blanks, self._look = blanks, look
        self._paper = next(iter(blanks.values()))
        self._known: Proposal | None = None
        self._offered = ""
        title, verb = _words(self._paper)
        super().__init__(title, verb, today, parent)
        self.setMinimumWidth(600)
        self._build(people)
        self._fill(self._paper)
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
        self.subject, self.text, self.recipients = _block(), _block(), _block()
        self.signer = QComboBox()
        self.signer.addItem("Chưa chọn", None)
        for person in people:
            self.signer.addItem(person.shown, person.id)
        self.authority = choice(AUTHORITY, self._paper.authority)
        self._warning = label("", "warning")
        self.again = QCheckBox(_AGAIN)
        if len(self._blanks) > 1:
            self.add("Loại văn bản", self.type)
        self.add("Số", self.number)
        self.form.addRow("", self._warning)
        self.add("", self.again)
        self.add("Số, ký hiệu", self.symbol)
        self.add("Ngày ban hành", self.issued_on)
        self.add("Trích yếu", self.subject)
        if self._paper.type is DocumentType.SUPPLEMENT:
            self.add("Nội dung bổ sung", self.text)
        self.add("Người ký", self.signer)
        self.add("Quyền ký", self.authority)
        self.add("Nơi nhận", self.recipients)
        self.watch_stamps(self.subject, self.text)

    def _fill(self, paper: Document) -> None:
        self.number.setText("" if paper.number is None else str(paper.number))
        self.symbol.setText(paper.symbol)
        self.issued_on.setText(dates.short(paper.issued_on or self.today))
        self.subject.setPlainText(paper.subject)
        self.text.setPlainText(paper.text)
        self.recipients.setPlainText(paper.recipients)
        self.signer.setCurrentIndex(max(self.signer.findData(paper.signer_id), 0))

    def _connect(self) -> None:
        self.type.currentIndexChanged.connect(self._change_type)
        self.number.textChanged.connect(self._judge)
        self.issued_on.editingFinished.connect(self._follow_day)

    @Slot()
    def _change_type(self) -> None:
        chosen = self._blanks[DocumentType(self.type.currentData())]
        if self.subject.toPlainText() == self._paper.subject:
            self.subject.setPlainText(chosen.subject)
        self._paper = chosen
        self.number.clear()
        self._propose()

    def _propose(self) -> None:
        """Fill in the next number where none is given yet."""
        if not self.number.text():
            self._offered = str(self._look(replace(self._typed(), number=None)).number)
            self.number.setText(self._offered)
        self._judge()

    @Slot()
    def _follow_day(self) -> None:
        """Offer the number of the run of another year, unless one was typed."""
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
        self.warn(self._warning, self._known.warning)
        self.form.setRowVisible(self.again, self._known.repeats)
        if not self._known.repeats:
            self.again.setChecked(False)
        self.adjustSize()

    def _typed(self) -> Document:
        number = self.number.text()
        day = self.issued_on.text()
        return replace(
            self._paper,
            number=int(number) if number else None,
            symbol=nfc(self.symbol.text().strip()),
            issued_on=None if self.day_mistake(day) else self.day(day),
            subject=nfc(self.subject.toPlainText().strip()),
            text=nfc(self.text.toPlainText().strip()),
            signer_id=_person(self.signer.currentData()),
            authority=Authority(self.authority.currentData()),
            recipients=nfc(self.recipients.toPlainText().strip()),
        )

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        typed = self._typed()
        if not typed.number:
            mistakes.append((self.number, sentence(RuleViolation("document_without_number"))))
        elif self._known is not None and self._known.repeats and not self.again.isChecked():
            mistakes.append((self.again, f"Hãy chọn số khác, hoặc đánh dấu “{_AGAIN}”."))
        if wrong := self.day_mistake(self.issued_on.text(), needed=True):
            mistakes.append((self.issued_on, wrong))
        if typed.type is DocumentType.SUPPLEMENT and not typed.text:
            mistakes.append((self.text, sentence(RuleViolation("text_missing"))))
        return mistakes

    def draft(self) -> IssueDraft:
        """Give what was typed."""
        return IssueDraft(paper=self._typed(), repeat_agreed=self.again.isChecked())

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
    ) -> IssueDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, blanks, people, look, today, note=note)
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


def _block() -> QPlainTextEdit:
    block = QPlainTextEdit()
    block.setTabChangesFocus(True)
    block.setFixedHeight(block.fontMetrics().lineSpacing() * _LINES + 18)
    return block
