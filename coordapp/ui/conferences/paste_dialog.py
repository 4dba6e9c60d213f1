"""Pasting the text of a notice, and choosing which of its clauses become conclusions."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.drafting import Draft, read_drafts, unread
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.reading_order import Dialog

_WAIT = 200
_HINT = (
    "Dán văn bản thông báo hoặc kết luận vào khung bên trái. Phần tô xanh sẽ thành kết luận và "
    "nhiệm vụ; phần tô vàng chưa đọc được, đánh dấu nếu cần thêm."
)
_SIZE = (1120, 620)


class PasteDialog(Dialog):
    """Reads while the text rests; nothing is made of what is not ticked."""

    def __init__(
        self,
        parent: QWidget | None,
        units: Sequence[Unit],
        *,
        told_on: date,
        calendar: Calendar,
    ) -> None:
        super().__init__(parent)
        self._units, self._told_on, self._calendar = list(units), told_on, calendar
        self._names = {unit.id: unit.short_name for unit in units}
        self._drafts: list[Draft] = []
        self._doubtful: set[tuple[int, int]] = set()  # places of what was not understood
        self._typing = Debounce(self, wait=_WAIT)
        self._build()
        self._typing.rested.connect(self.read)
        self.text.textChanged.connect(self._typing.wait)
        self.list.itemChanged.connect(self._say)
        self.list.currentRowChanged.connect(self._show_source)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._say()

    @classmethod
    def ask(
        cls, parent: QWidget | None, units: Sequence[Unit], *, told_on: date, calendar: Calendar
    ) -> tuple[Draft, ...] | None:
        """Show the dialog; None when it was closed without a choice."""
        dialog = cls(parent, units, told_on=told_on, calendar=calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if accepted else None

    def _build(self) -> None:
        self.setWindowTitle("Lập kết luận từ văn bản")
        self.resize(*(theme.scaled(size) for size in _SIZE))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Văn bản")
        self.text.setPlaceholderText("Dán văn bản ở đây (Ctrl+V)")
        self.text.setTabChangesFocus(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Nội dung đọc được")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = label("")
        self.buttons = QDialogButtonBox()
        self.make = self.buttons.addButton("Tạo nhiệm vụ", QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("role", "primary")
        self.make.setDefault(True)
        self.buttons.addButton("Không tạo", QDialogButtonBox.ButtonRole.RejectRole)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.text, 1)
        body.addWidget(self.list, 1)
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

    # --- reading

    @Slot()
    def read(self) -> None:
        """Read the text again; what was left out by hand stays out."""
        self._typing.cancel()
        decided = {one.quote: self._is_ticked(row) for row, one in enumerate(self._drafts)}
        text = nfc(self.text.toPlainText())
        drafts = read_drafts(text, self._units, self._told_on, self._calendar)
        missed = unread(text, drafts)
        self._doubtful = set(missed)
        doubtful = [Draft(start=start, end=end, quote=text[start:end]) for start, end in missed]
        self._drafts = sorted((*drafts, *doubtful), key=lambda one: one.start)
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._drafts:
            item = QListWidgetItem(self._in_words(one), self.list)
            ticked = decided.get(one.quote, not self._is_doubtful(one))
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._say()

    def chosen(self) -> tuple[Draft, ...]:
        """Give the drafts that are ticked."""
        return tuple(one for row, one in enumerate(self._drafts) if self._is_ticked(row))

    def _is_ticked(self, row: int) -> bool:
        return self.list.item(row).checkState() is Qt.CheckState.Checked

    def _is_doubtful(self, one: Draft) -> bool:
        return (one.start, one.end) in self._doubtful

    def _in_words(self, one: Draft) -> str:
        if self._is_doubtful(one):
            return f"{one_line(one.quote)}\nChưa đọc được đơn vị và hạn"
        leads = ", ".join(self._names[unit] for unit in one.leads)
        coordinators = ", ".join(self._names[unit] for unit in one.coordinators)
        due = one.deadline.wording
        if one.deadline.due and dates.short(one.deadline.due) not in due:
            due = f"{due} ({dates.short(one.deadline.due)})"
        facts = (
            f"Chủ trì: {leads}" if leads else "Chưa rõ đơn vị",
            f"phối hợp: {coordinators}" if coordinators else "",
            f"hạn: {due}" if due else "chưa có hạn",
        )
        return f"{one_line(one.quote)}\n{'; '.join(filter(None, facts))}"

    # --- what comes of it

    @Slot()
    def _say(self) -> None:
        chosen = self.chosen()
        count = sum(len(one.leads) for one in chosen)
        nobody = sum(not one.leads for one in chosen)
        if chosen:
            said = f"Sẽ thêm {len(chosen)} kết luận, tạo {count} nhiệm vụ"
            said += (
                f"; {nobody} kết luận chưa rõ đơn vị, giao sau trong ma trận." if nobody else "."
            )
        elif self.text.toPlainText().strip():
            said = "Chưa có nội dung nào được chọn."
        else:
            said = "Chưa có văn bản."
        left = sum(
            self._is_doubtful(one) and not self._is_ticked(row)
            for row, one in enumerate(self._drafts)
        )
        if left:
            said += f" {left} chỗ tô vàng chưa xử lý."
        self.preview.setText(said)
        self.make.setEnabled(bool(chosen))
        self._paint()

    @Slot(int)
    def _show_source(self, row: int) -> None:
        if 0 <= row < len(self._drafts):
            self.text.setTextCursor(self._cursor(self._drafts[row].start, self._drafts[row].start))
            self.text.ensureCursorVisible()
        self._paint()

    def _paint(self) -> None:
        tokens = theme.current()
        plain = self.text.toPlainText()
        if nfc(plain) != plain:
            # places in the composed text are not those of the text shown
            self.text.setExtraSelections([])
            return
        current = self.list.currentRow()
        marks = []
        for row, one in enumerate(self._drafts):
            ticked = self._is_ticked(row)
            if not ticked and not self._is_doubtful(one) and row != current:
                continue
            ground = tokens.accent_ground if ticked else tokens.due_soon.bg
            ground = tokens.in_time.bg if row == current else ground
            mark = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setBackground(QColor(ground))
            style.setForeground(QColor(tokens.text))
            mark.format = style
            mark.cursor = self._cursor(one.start, one.end)
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Select a part of the text; Qt counts rare characters as two."""
        text = self.text.toPlainText()
        cursor = self.text.textCursor()
        cursor.setPosition(_qt_place(text, start))
        cursor.setPosition(_qt_place(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _qt_place(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
