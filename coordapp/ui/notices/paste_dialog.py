"""Pasting the text of a notice, and choosing and mending what becomes of its clauses."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.conclusions.reading.actors.directory import Addressee, of_groups, of_units
from coordapp.domain.conclusions.reading.draft import Draft, Party, as_sentence
from coordapp.domain.words.deadline_labels import understood
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.look import theme
from coordapp.ui.notices.entry_editor import EntryEditor
from coordapp.ui.notices.marked_text import MarkedText, Shade
from coordapp.ui.notices.missing_dialog import Meant, MissingDialog, MissingName
from coordapp.ui.notices.sheet import NoticeSheet, SheetEntry
from coordapp.ui.notices.unit_book import UnitBook
from coordapp.ui.notices.whole_words import WholeWords
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.question import agrees
from coordapp.ui.widgets.reading_order import Dialog

_WAIT = 200
_HINT = (
    "Dán văn bản vào khung bên trái. Phần tô xanh sẽ thành kết luận và nhiệm vụ; phần tô vàng (⚠) "
    "chưa đọc được: đánh dấu nếu là nhiệm vụ. Space: chọn hoặc bỏ · Enter: sửa."
)
_SIZE = (1320, 680)  # what a window of 1366 x 768 has room for
_PANEL = 330


class PasteDialog(Dialog):
    """Reads while the text rests; nothing is made of what is not ticked."""

    def __init__(
        self, parent: QWidget | None, book: UnitBook, *, told_on: date, calendar: Calendar
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._groups: list[Addressee] = []  # said by hand, for this text
        context = DeadlineContext(told_on=told_on, calendar=calendar)
        self.sheet = NoticeSheet((), context)
        self._typing = Debounce(self, wait=_WAIT)
        self._build()
        self._know()
        self._typing.rested.connect(self.read)
        self.text.textChanged.connect(self._typing.wait)
        self.list.itemChanged.connect(self._tick)
        self.list.currentRowChanged.connect(self._show_row)
        self.list.itemActivated.connect(self._edit)
        self.editor.edited.connect(self._put)
        self.editor.split_requested.connect(self._split)
        self.editor.merge_requested.connect(self._merge)
        self.editor.missing_chosen.connect(self._ask_missing)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._say()

    @classmethod
    def ask(
        cls, parent: QWidget | None, book: UnitBook, *, told_on: date, calendar: Calendar
    ) -> tuple[Draft, ...] | None:
        """Show the dialog; None when it was closed without a choice."""
        dialog = cls(parent, book, told_on=told_on, calendar=calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if accepted else None

    def _build(self) -> None:
        self.setWindowTitle("Lập kết luận từ văn bản")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*(theme.scaled(size) for size in _SIZE))
        self.text = MarkedText()
        self.text.setAccessibleName("Văn bản")
        self.text.setPlaceholderText("Dán văn bản ở đây (Ctrl+V)")
        self.list = QListWidget()
        self.list.setItemDelegate(WholeWords(self.list))
        self.list.setAccessibleName("Nội dung đọc được")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor = EntryEditor(self.sheet.due)
        self.editor.setFixedWidth(theme.scaled(_PANEL))
        self.preview = label("")
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.make: QPushButton = self.buttons.addButton("Tạo nhiệm vụ", role.AcceptRole)
        self.make.setProperty("role", "primary")
        self.buttons.addButton("Không tạo", role.RejectRole)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.text, 4)
        body.addWidget(self.list, 4)
        body.addWidget(self.editor)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.preview, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(_HINT, "secondary"))
        column.addLayout(body, 1)
        column.addLayout(foot)

    def _know(self) -> None:
        """Read with the units the register has now."""
        units = self._book.units()
        self.sheet.know([*of_units(units), *of_groups(self._book.groups()), *self._groups])
        self.editor.know(units, self.sheet.parties)

    # --- reading

    @Slot()
    def read(self) -> None:
        """Read the text again; what was done by hand stays."""
        self._typing.cancel()
        self.sheet.read(self.text.toPlainText())
        self._show_all()

    def chosen(self) -> tuple[Draft, ...]:
        """Give the drafts that are ticked."""
        return self.sheet.chosen()

    def _show_all(self, current: int | None = None) -> None:
        """Show the entries anew, the keyboard on one of them."""
        row = self.list.currentRow() if current is None else current
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self.sheet.entries:
            self._fill(QListWidgetItem(self.list), entry)
        self.list.setCurrentRow(min(row, len(self.sheet.entries) - 1))
        self.list.blockSignals(False)
        self._show_row()
        self._say()

    def _fill(self, item: QListWidgetItem, entry: SheetEntry) -> None:
        item.setText(_in_words(entry))
        ticked = entry.is_ticked
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    # --- by hand

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem) -> None:
        self.sheet.tick(self.list.row(item), item.checkState() is Qt.CheckState.Checked)
        self._say()

    @Slot()
    def _edit(self) -> None:
        self.editor.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _put(self, draft: Draft) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self.sheet.entries):
            return
        self.sheet.put(row, draft)
        self.list.blockSignals(True)
        self._fill(self.list.item(row), self.sheet.entries[row])
        self.list.blockSignals(False)
        self._show_current()
        self._say()

    @Slot(int)
    def _split(self, at: int) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.sheet.entries) and self.sheet.split(row, at):
            self._show_all(row + 1)

    @Slot()
    def _merge(self) -> None:
        row = self.list.currentRow()
        if self.sheet.merge(row):
            self._show_all(row)

    @Slot(str)
    def _ask_missing(self, name: str) -> None:
        answer = MissingDialog.ask(self, name, self._book.units(), self._book.today)
        if answer is not None:
            self.take_name(name, answer)

    def take_name(self, name: str, answer: MissingName) -> None:
        """Do what was answered of a name, and read the text with it."""
        party = self._book.take(name, answer)
        if party is None:
            return
        if answer.meant is Meant.SEVERAL:
            self._groups.append(_group(party))
        self._know()
        self.sheet.name(name, party)
        self.read()

    # --- what comes of it

    @Slot()
    def _say(self) -> None:
        chosen = self.chosen()
        blank = sum(not as_sentence(one.words) for one in chosen)
        left = sum(one.is_unread and not one.is_ticked for one in self.sheet.entries)
        if blank:
            said = f"{blank} nội dung được chọn đang để trống. Hãy ghi nội dung, hoặc bỏ chọn."
        elif chosen:
            said = _made(chosen)
        elif self.text.toPlainText().strip():
            said = "Chưa có nội dung nào được chọn."
        else:
            said = "Chưa có văn bản."
        if left:
            said += f" {left} chỗ tô vàng chưa xử lý."
        self.preview.setText(said)
        self.make.setEnabled(bool(chosen) and not blank)
        self._paint()

    @Slot()
    def _show_row(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.sheet.entries):
            self.text.show_place(self.sheet.entries[row].draft.start)
        self._show_current()
        self._paint()

    def _show_current(self) -> None:
        row, count = self.list.currentRow(), len(self.sheet.entries)
        entry = self.sheet.entries[row] if 0 <= row < count else None
        self.editor.show_entry(entry, is_last=row == count - 1)

    def _paint(self) -> None:
        current = self.list.currentRow()
        marks = []
        for row, entry in enumerate(self.sheet.entries):
            if row == current:
                ground = Shade.CURRENT
            elif entry.is_ticked:
                ground = Shade.TAKEN
            elif entry.is_unread:
                ground = Shade.UNREAD
            else:
                continue
            marks.append((entry.draft.start, entry.draft.end, ground))
        self.text.mark(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the list or in a field is no order to make tasks
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _may_leave(self) -> bool:
        # closing asks in words of its own
        return True

    def reject(self) -> None:
        """Close; what was changed by hand is asked about first."""
        edited = sum(entry.is_edited for entry in self.sheet.entries)
        if not edited or self._agrees_to_leave(edited):
            super().reject()

    def _agrees_to_leave(self, edited: int) -> bool:
        return agrees(
            self,
            title="Lập kết luận từ văn bản",
            text=f"Bỏ {edited} nội dung vừa sửa?",
            yes="Bỏ, không tạo",
            no="Ở lại",
        )


def _made(chosen: tuple[Draft, ...]) -> str:
    count = sum(len(one.lead_ids) for one in chosen)
    nobody = sum(not one.lead_ids for one in chosen)
    undated = sum(bool(one.deadline.wording) and one.deadline.untold is not None for one in chosen)
    said = f"Sẽ thêm {len(chosen)} kết luận, tạo {count} nhiệm vụ"
    if nobody:
        said += f"; {nobody} kết luận chưa rõ đơn vị, giao sau trong ma trận"
    if undated:
        said += f"; {undated} hạn theo văn bản, chưa có ngày"
    return f"{said}."


def _group(party: Party) -> Addressee:
    return Addressee(
        label=party.label, names=(party.label,), unit_ids=party.unit_ids, is_group=True
    )


def _in_words(entry: SheetEntry) -> str:
    draft = entry.draft
    words = as_sentence(draft.words) or "(trống)"
    if entry.is_unread and not entry.is_edited:
        return f"⚠ {words}\nChưa đọc được đơn vị và hạn"
    leads = ", ".join(map(_named, draft.leads))
    others = ", ".join(map(_named, draft.coordinating))
    due, meant = draft.deadline.wording, understood(draft.deadline)
    report = draft.report.wording
    facts = (
        f"Chủ trì: {leads}" if leads else "⚠ Chưa rõ đơn vị",
        f"phối hợp: {others}" if others else "",
        f"hạn: {due} → {meant}" if due else "chưa có hạn",
        f"báo cáo: {report} → {understood(draft.report)}" if report else "",
    )
    edited = " (đã sửa)" if entry.is_edited else ""
    return f"{words}\n{'; '.join(filter(None, facts))}{edited}"


def _named(party: Party) -> str:
    """Name a party; one that is not in the register is shown as it is written."""
    return party.label if party.unit_ids else f"{party.label} (ngoài danh sách đơn vị)"
