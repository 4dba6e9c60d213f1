"""The panel beside the history: one action with all it did, the ways to its record and back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.history import HistoryEntry
from coordapp.domain.words.labels import OP
from coordapp.store import Reader
from coordapp.store.queries import history_queries
from coordapp.ui.history.changes import ChangeText
from coordapp.ui.widgets.card import button, label

_NARROWEST, _WIDEST = 310, 470
_MOST_RECORDS = 100


class EntryDetail(QFrame):
    """Shows one action."""

    open_requested = Signal()
    restore_requested = Signal()
    purge_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self._title = label("", "card-title", self)
        self._when = label("", "secondary", self)
        self.changes = ChangeText(self)
        self.restore = button("Khôi phục", "primary", "arrow-back-up", self)
        self.purge = button("Xóa hẳn…", "plain", "trash", self)
        self.open = button("Mở mục", "plain", "external-link", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._when)
        column.addWidget(self.changes, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.restore)
        row.addWidget(self.purge)
        row.addWidget(self.open)
        row.addStretch(1)
        column.addLayout(row)
        self.restore.clicked.connect(self._ask_restore)
        self.purge.clicked.connect(self._ask_purge)
        self.open.clicked.connect(self._ask_open)
        self.clear()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._title.hide()
        self._when.setText("Chọn một thao tác để xem những gì đã thay đổi.")
        self.changes.show_changes(())
        self.restore.hide()
        self.purge.hide()
        self.open.hide()

    def show_entry(self, reader: Reader, entry: HistoryEntry) -> None:
        """Show an action."""
        self._title.setText(OP[entry.op])
        self._title.show()
        self._when.setText(" · ".join(filter(None, (when(entry), entry.who))))
        changes = history_queries.details(reader, entry.op_id, _MOST_RECORDS)
        self.changes.show_changes(changes, entry.others + 1 - len(changes))
        is_gone = history_queries.is_gone(reader, entry.op_id)
        self.restore.setVisible(is_gone)
        self.purge.setVisible(is_gone)
        place = history_queries.place(reader, entry.kind, entry.record_id)
        self.open.setVisible(place is not None)
        if place is not None:
            self.open.setText("Mở nhiệm vụ" if place[0] is Kind.TASK else "Mở hội nghị")

    @Slot()
    def _ask_restore(self) -> None:
        self.restore_requested.emit()

    @Slot()
    def _ask_purge(self) -> None:
        self.purge_requested.emit()

    @Slot()
    def _ask_open(self) -> None:
        self.open_requested.emit()


def when(entry: HistoryEntry) -> str:
    """Write the moment of an action."""
    return f"{dates.short(entry.at.date())} {entry.at:%H:%M}"
