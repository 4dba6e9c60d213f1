"""The dialogs that choose records of the trash: to come back, or to go for ever."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.words.labels import KIND
from coordapp.domain.words.trash_words import PURGE_WARNING, TRASH_AGES, counted
from coordapp.store.past.trash_queries import TrashedRecord
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.form_dialog import FormDialog

_PLACE = Qt.ItemDataRole.UserRole
_NARROWEST, _HIGH, _SUM = 660, 300, 480  # in pixels
_OLD = 90  # Unit: days, after which what was deleted is hardly wanted back


class TrashDialog(FormDialog):
    """A list of records with ticks; counts in the office's words what the ticks amount to."""

    def __init__(self, title: str, verb: str, today: date, parent: QWidget | None) -> None:
        super().__init__(title, verb, today, parent)
        self.setMinimumWidth(_NARROWEST)
        self._records: Sequence[TrashedRecord] = ()
        self.list = QListWidget()
        self.list.setFixedHeight(_HIGH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(self.count)
        self.sum = label("", "secondary")
        # a form gives a line that wraps the height of its narrowest form
        self.sum.setMinimumWidth(_SUM)

    def offer(self, records: Sequence[TrashedRecord], *, ticked: bool) -> None:
        """Offer records; what may not be chosen says why."""
        self._records = records
        self.list.clear()
        for place, record in enumerate(records):
            item = QListWidgetItem(self.line(record))
            item.setToolTip(item.text())
            item.setData(_PLACE, place)
            if self.takes(record):
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            else:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        self.count()

    def takes(self, record: TrashedRecord) -> bool:
        """Tell whether a record may be chosen."""
        return bool(record.whole)

    def line(self, record: TrashedRecord) -> str:
        """Write what a record was and when it was deleted."""
        parts = Counter(record.counts)
        parts[record.kind] -= 1
        said = f"{KIND[record.kind]} · {record.title or '(không tên)'}"
        hung = f" · kèm {counted(parts)}" if +parts else ""
        return f"{said}{hung} · xóa {dates.short(record.at.date())}"

    def chosen(self) -> list[TrashedRecord]:
        """Give the ticked records."""
        items = map(self.list.item, range(self.list.count()))
        return [
            self._records[item.data(_PLACE)]
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    @Slot()
    def count(self) -> None:
        """Say what is ticked."""
        self.sum.setText(f"Đã chọn: {counted(summed(self.chosen())) or 'chưa có mục nào'}.")

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be done."""
        if self.chosen():
            return []
        return [(self.list, "Chưa chọn mục nào. Hãy đánh dấu ít nhất một mục.")]


class RestoreDialog(TrashDialog):
    """Asks which of the records that one action removed come back."""

    def __init__(
        self, parent: QWidget | None, records: Sequence[TrashedRecord], today: date
    ) -> None:
        super().__init__("Khôi phục từ thùng rác", "Khôi phục", today, parent)
        self.add("Mục bị xóa", self.list)
        self.form.addRow("", self.sum)
        self.offer(records, ticked=True)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


class PurgeDialog(TrashDialog):
    """Asks what goes for ever: by age, and then record by record."""

    def __init__(
        self,
        parent: QWidget | None,
        read: Callable[[int], Sequence[TrashedRecord]],
        today: date,
    ) -> None:
        super().__init__("Dọn thùng rác", "Xóa hẳn…", today, parent)
        self._read = read
        self.age = ChoiceField(list(TRASH_AGES.items()), self)
        self.age.set_value(_OLD)
        self.age.setMinimumContentsLength(max(map(len, TRASH_AGES.values())))
        self.add("Thời gian", self.age)
        self.add("Mục bị xóa", self.list)
        self.form.addRow("", self.sum)
        self.explain(PURGE_WARNING)
        self.age.edited.connect(self.read_again)
        self.read_again()

    def takes(self, record: TrashedRecord) -> bool:
        """Tell whether a record may go: not what a paper rests on that went out."""
        return not record.paper

    def line(self, record: TrashedRecord) -> str:
        """Write what a record was, and why it stays."""
        line = super().line(record)
        return f"Giữ lại vì đã ban hành {record.paper}: {line}" if record.paper else line

    @Slot()
    def read_again(self) -> None:
        """Offer what is as old as is asked for; nothing is ticked unasked."""
        self.offer(self._read(self.age.value() or 0), ticked=False)


def summed(records: Sequence[TrashedRecord]) -> Counter[Kind]:
    """Count all that goes or comes with these records."""
    return Counter(kind for kind, _ in {one for record in records for one in record.whole})


def asked(dialog: TrashDialog) -> list[TrashedRecord]:
    """Show a dialog; give what was chosen, nothing when the person turned away."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.chosen() if accepted else []
