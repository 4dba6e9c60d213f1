"""The panel beside the matrix: one cell, what is asked there, and what it has already."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline, DeadlineContext
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.grammar import read
from coordapp.domain.calendar.typed_deadline import deadline_of
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.assignment import AssignedTask, Matter, Role, Terms
from coordapp.domain.conclusions.reading.proposals import CellProposal
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.words.deadline_labels import understood
from coordapp.domain.words.labels import DEADLINE_KIND, WORK_STATE, deadline_words
from coordapp.domain.words.messages import sentence
from coordapp.ui.matrix.grid import ROLE_WORDS
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.deadlines.deadline_echo import DeadlineEcho
from coordapp.ui.widgets.fields import ChoiceField, FieldRow

_SHARED, _OWN = "shared", "own"
_SHOWN = 260  # characters of a conclusion


class TermsPanel(QFrame):
    """Emits `edited` with the terms typed; an unreadable date is said and kept out of them."""

    edited = Signal(object)  # Terms
    scope_chosen = Signal(bool)  # True: for this unit only

    def __init__(
        self,
        today: date,
        calendar: Calendar | None,
        parent: QWidget | None = None,
        *,
        noun: str = "Kết luận",
    ) -> None:
        super().__init__(parent)
        self._noun = noun  # of what a row gives out
        self.setProperty("role", "card")
        self._today, self._calendar = today, calendar
        self._said = NO_DEADLINE
        self.wrong = ""  # why the date cannot be read
        self._build()
        self.scope.chosen.connect(self._choose_scope)
        self.text.textChanged.connect(self._tell)
        for field in (self.product, self.due, self.wording):
            field.textChanged.connect(self._tell)
        self.kind.edited.connect(self._tell)

    def _build(self) -> None:
        self._where = label("", "card-title")
        self._conclusion = label("", "secondary")
        self._role = label("")
        self.given = label("", "secondary")
        self.proposed = label("", "secondary")
        scopes = ((_SHARED, f"Cả {self._noun.lower()}"), (_OWN, "Riêng đơn vị này"))
        self.scope = ChipBar(scopes)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(56)
        self.product = QLineEdit(placeholderText="Ví dụ: báo cáo, kế hoạch")
        self.due = QLineEdit(placeholderText="5/3, +7, t6, cuối tháng")
        self.kind = ChoiceField(DEADLINE_KIND.items())
        self.wording = QLineEdit(placeholderText="Ví dụ: trong quý I")
        self._text_row = FieldRow(self._given_title(), self.text)
        self._due_row = FieldRow("Hạn", self.due)
        worded = FieldRow("Hạn theo văn bản", self.wording)
        read_words = partial(_in_words, self._today, self._calendar or Calendar())
        self.echo = DeadlineEcho.of_typed(self.due, self._today, self._calendar, keeps=True)
        self.meant = DeadlineEcho(self.wording, read_words, keeps=True)
        for row, echo in ((self._due_row, self.echo), (worded, self.meant)):
            row.say_below(echo)
        self._rows = (
            self._text_row,
            FieldRow("Sản phẩm", self.product),
            self._due_row,
            FieldRow("Loại hạn", self.kind),
            worded,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for widget in (
            self._where,
            self._conclusion,
            self._role,
            self.proposed,
            self.given,
            self.scope,
        ):
            column.addWidget(widget)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)

    # --- showing

    def _given_title(self) -> str:
        return f"Nội dung giao (để trống: theo {self._noun.lower()})"

    def show_cell(self, matter: Matter, unit: Unit, role: Role | None) -> None:
        """Show which cell it is and what the unit does there."""
        text = one_line(matter.text)
        self._where.setText(f"{self._noun} {matter.number} – {unit.short_name}")
        self._conclusion.setText(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
        self._role.setText(f"{unit.name}: {ROLE_WORDS[role]}")
        helps = role is Role.COORDINATE
        self._text_row.label.setText("Phần phối hợp" if helps else self._given_title())

    def show_proposal(self, proposal: CellProposal | None, outside: Sequence[str]) -> None:
        """Show what the words propose for the cell, and whom they name outside the register."""
        lines = []
        if proposal is not None:
            due = understood(proposal.deadline)
            said = f"Đề xuất từ lời của {self._noun.lower()}: {ROLE_WORDS[proposal.role]}"
            if due:
                said += f"; hạn: {proposal.deadline.wording} → {due}"
            lines.append(f"{said}. D: lấy đề xuất này.")
        if outside:
            lines.append(f"⚠ Ngoài danh sách đơn vị: {'; '.join(outside)}")
        self.proposed.setText("\n".join(lines))
        self.proposed.setVisible(bool(lines))

    def show_held(self, given: Sequence[AssignedTask]) -> None:
        """Show the tasks there are; their terms are changed in the task."""
        lines = [
            " · ".join(
                filter(None, (one.task.code, WORK_STATE[one.task.work_state],
                              deadline_words(one.task), one.task.product))
            )
            for one in given
        ]  # fmt: skip
        words = "Đã giao; sửa nội dung và hạn trong nhiệm vụ:"
        self.given.setText("\n".join((words, *lines)) if lines else "")
        self.given.setVisible(bool(lines))

    def show_terms(self, terms: Terms, *, own: bool, editable: bool) -> None:
        """Show what is asked; what is in the file already is not edited here."""
        for widget in (self.scope, *self._rows):
            widget.setVisible(editable)
        self.scope.choose(_OWN if own else _SHARED)
        if terms == self.terms() and not self.wrong:
            return
        fields = (self.text, self.product, self.due, self.kind, self.wording)
        blockers = [QSignalBlocker(field) for field in fields]
        self.text.setPlainText(terms.text)
        self.product.setText(terms.product)
        self.due.setText(dates.short(terms.due))
        self.kind.set_value(terms.deadline_kind)
        self.wording.setText(terms.deadline_wording)
        del blockers
        self.echo.tell()
        self.meant.tell()
        self._read_due()

    # --- reading

    def terms(self) -> Terms:
        """Give what is typed."""
        return Terms(
            text=nfc(self.text.toPlainText()).strip(),
            product=nfc(self.product.text()).strip(),
            due=self._said.due,
            deadline_kind=self.kind.value(),
            # words typed as the deadline itself are kept as its words
            deadline_wording=nfc(self.wording.text()).strip() or self._kept(),
        )

    def _kept(self) -> str:
        return "" if self._said.due is not None else self._said.wording

    @Slot()
    def _tell(self) -> None:
        self._read_due()
        self.edited.emit(self.terms())

    @Slot(str)
    def _choose_scope(self, scope: str) -> None:
        self.scope_chosen.emit(scope == _OWN)

    def _read_due(self) -> None:
        try:
            self._said = deadline_of(nfc(self.due.text()), self._today, self._calendar)
            self.wrong = ""
        except RuleViolation as error:
            self._said, self.wrong = NO_DEADLINE, sentence(error)
        self._due_row.say_wrong(self.wrong)
        due, kind = self._said.due, self.kind.value()
        if due is not None and kind is DeadlineKind.NONE:
            self.kind.set_value(DeadlineKind.DATE)
        elif due is None and self._said.wording:
            self.kind.set_value(self._said.kind)
        elif due is None and kind is DeadlineKind.DATE:
            self.kind.set_value(DeadlineKind.NONE)


def _in_words(today: date, calendar: Calendar, typed: str) -> Deadline:
    return read(typed, DeadlineContext(told_on=today, calendar=calendar))
