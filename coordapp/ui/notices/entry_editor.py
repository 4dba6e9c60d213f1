"""The panel beside the drafts: what is asked of whom and until when, open to change."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.reading.actors.named_parties import PartyReader
from coordapp.domain.conclusions.reading.draft import Draft, Party
from coordapp.domain.kernel.text import nfc
from coordapp.ui.kit import shortcuts
from coordapp.ui.notices.parties_field import PartiesField
from coordapp.ui.notices.sheet import SheetEntry
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.deadlines.deadline_echo import DeadlineEcho
from coordapp.ui.widgets.fields import FieldRow

DueReader = Callable[[str, Deadline], Deadline]
# short forms of typing are no words for a paper: their day is written out
_SHORT_FORM = re.compile(r"[\d\s/+.,-]+|[t][2-7]|cn|mai|hôm nay", re.IGNORECASE)
_NONE = "Chọn một nội dung trong danh sách để sửa."
_UNREAD = "⚠ Chưa đọc được đoạn này. Ghi đơn vị và hạn nếu là nhiệm vụ, rồi đánh dấu chọn."
_LOST = "⚠ Đã sửa tay; đoạn gốc không còn trong văn bản."
_EDITED = "Đã sửa tay."


class _Meaning:
    """Reads the deadline typed beside the one that stands there; it must not hold a window."""

    def __init__(self, read: DueReader) -> None:
        self._read = read
        self.before = NO_DEADLINE

    def __call__(self, typed: str) -> Deadline:
        return self._read(typed.strip(), self.before)


class EntryEditor(QFrame):
    """Emits `edited(Draft)` at each change, `split_requested(place)`, `merge_requested`."""

    edited = Signal(object)  # Draft
    split_requested = Signal(int)
    merge_requested = Signal()
    missing_chosen = Signal(str)

    def __init__(self, read_due: DueReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._meaning = _Meaning(read_due)
        self._draft: Draft | None = None
        self._build()
        self.words.textChanged.connect(self._tell)
        self.due.textChanged.connect(self._tell)
        for field in (self.leads, self.joined):
            field.edited.connect(self._tell)
            field.missing_chosen.connect(self.missing_chosen)
        self.split.clicked.connect(self._ask_split)
        self.merge.clicked.connect(self.merge_requested)
        for title, key, one in (
            ("Tách tại con trỏ", "Ctrl+Return", self.split),
            ("Gộp với mục sau", "Ctrl+J", self.merge),
        ):
            shortcuts.action_within(self, title, key, one.click)
        self.show_entry(None)

    def _build(self) -> None:
        self.remark = label("", "secondary")
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.leads = PartiesField("Đơn vị chủ trì")
        self.joined = PartiesField("Phối hợp")
        self.due = QLineEdit(placeholderText="lời trong văn bản, hoặc 5/3, +7, cuối tháng")
        self.echo = DeadlineEcho(self.due, self._meaning, keeps=True)
        self.split = button("Tách tại con trỏ", tip="Ctrl+Enter khi con trỏ ở trong nội dung")
        self.merge = button("Gộp với mục sau", tip="Ctrl+J")
        due = FieldRow("Hạn", self.due)
        due.say_below(self.echo)
        self._rows = (
            FieldRow("Nội dung", self.words),
            FieldRow("Đơn vị chủ trì", self.leads),
            FieldRow("Phối hợp", self.joined),
            due,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.remark)
        column.addWidget(self._rows[0], 1)
        for widget in (self.split, self.merge, *self._rows[1:]):
            column.addWidget(widget)

    def know(self, units: Sequence[Unit], names: PartyReader) -> None:
        """Read names and offer units with this register."""
        for field in (self.leads, self.joined):
            field.know(units, names)

    def show_entry(self, entry: SheetEntry | None, *, is_last: bool = False) -> None:
        """Show an entry; one that is the same as what is typed leaves the typing alone."""
        remark = _remark(entry)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        for row in (*self._rows, self.split):
            row.setEnabled(entry is not None)
        self.merge.setEnabled(entry is not None and not is_last)
        if entry is not None and entry.draft == self._draft:
            return
        self._draft = None if entry is None else entry.draft
        draft = self._draft
        self._meaning.before = NO_DEADLINE if draft is None else draft.deadline
        with QSignalBlocker(self.words), QSignalBlocker(self.due):
            self.words.setPlainText("" if draft is None else draft.words)
            self.due.setText("" if draft is None else draft.deadline.wording)
        self.due.setCursorPosition(0)
        self.echo.tell()
        self.leads.show_parties(() if draft is None else draft.leads)
        self.joined.show_parties(() if draft is None else draft.coordinating)

    @Slot()
    def _tell(self) -> None:
        before = self._draft
        if before is None:
            return
        leads = self.leads.parties()
        self._draft = replace(
            before,
            words=" ".join(nfc(self.words.toPlainText()).split()),
            leads=leads,
            coordinating=_without(self.joined.parties(), leads),
            deadline=self._deadline(nfc(self.due.text()).strip()),
        )
        if self._draft != before:
            self.edited.emit(self._draft)

    def _deadline(self, typed: str) -> Deadline:
        said = self._meaning(typed)
        if said.due is not None and _SHORT_FORM.fullmatch(typed):
            return replace(said, wording=dates.short(said.due))
        return said

    @Slot()
    def _ask_split(self) -> None:
        cursor = self.words.textCursor()
        before = nfc(self.words.toPlainText()[: cursor.selectionStart()])
        self.split_requested.emit(len(" ".join(f"{before}|".split())) - 1)


def _remark(entry: SheetEntry | None) -> str:
    if entry is None:
        return _NONE
    if entry.is_lost:
        return _LOST
    if entry.is_unread and not entry.is_edited:
        return _UNREAD
    return _EDITED if entry.is_edited else ""


def _without(parties: Sequence[Party], leads: Sequence[Party]) -> tuple[Party, ...]:
    gone = {party.label for party in leads}
    return tuple(party for party in parties if party.label not in gone)
