"""The reminders of the day: a list that opens from the menu."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.reminder import Reason, Reminder
from coordapp.domain.words.labels import reminder_words, reminders_line
from coordapp.store.queries import committee_queries, reminder_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.reading_order import Dialog

_CONCERNED = (Kind.TASK, Kind.UNIT, Kind.COMMITTEE)
_TONES = {
    Reason.OVERDUE: Tone.OVERDUE,
    Reason.TODAY: Tone.DUE_SOON,
    Reason.SOON: Tone.DUE_SOON,
    Reason.WAITING: Tone.ON_TIME,
}


class RemindersDialog(Dialog):
    """Stands beside the window and hinders nothing; a line leads to its task."""

    open_task_requested = Signal(str)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle("Nhắc việc hôm nay")
        self.resize(860, 480)
        self.model: RecordModel[Reminder] = RecordModel(
            self._columns(), attrgetter("task.id"), self
        )
        self.table: TableView[Reminder] = TableView(self.model, self)
        self.table.setAccessibleName("Việc cần nhắc")
        self.said = label("")
        self.close_button = button("Đóng", "plain")
        self._lay_out()
        self.table.activated_row.connect(self._open_current)
        self.table.clicked.connect(self._open_clicked)
        self.close_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        # the order is the message: the most pressing first
        self.table.offer_no_order()
        self.table.set_empty_state(
            EmptyState(
                "Hôm nay không có nhiệm vụ cần nhắc", "Không có nhiệm vụ quá hạn hay sắp đến hạn."
            )
        )
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _columns(self) -> tuple[Column[Reminder], ...]:
        return (
            Column(
                key="reason",
                title="Nhắc",
                width=150,
                text=lambda one: reminder_words(one, self._today),
                tone=lambda one: _TONES[one.reason],
            ),
            Column(key="due", title="Hạn", width=100, text=lambda one: dates.short(one.task.due)),
            Column(key="code", title="Mã", width=126, text=lambda one: one.task.code),
            Column(
                key="title",
                title="Nhiệm vụ",
                stretch=True,
                text=lambda one: one_line(one.task.title),
            ),
            Column(key="lead", title="Đơn vị chủ trì", width=116, text=lambda one: one.lead_name),
        )

    def show_reminders(self, reminders: Sequence[Reminder], due_soon_days: int) -> None:
        """Show these, and sum them up."""
        self.model.show(reminders)
        self.said.setText(reminders_line(reminders, self._today, due_soon_days))

    @Slot(object)
    def _open_current(self, _: object) -> None:
        self._open(self.table.current_record())

    @Slot(QModelIndex)
    def _open_clicked(self, index: QModelIndex) -> None:
        self._open(self.model.record(index.row()))

    def _open(self, chosen: Reminder | None) -> None:
        if chosen is not None:
            self.open_task_requested.emit(chosen.task.code)


class Reminders(QObject):
    """Opens the list when asked."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.dialog: RemindersDialog | None = None
        context.bus.changed.connect(self._on_changed)

    @Slot()
    def open(self) -> None:
        """Open the list, also when nothing is in it."""
        dialog = self.dialog
        if dialog is None:
            dialog = self.dialog = RemindersDialog(self._context.today, self._window)
            dialog.open_task_requested.connect(self._open_task)
        self._fill(dialog)
        dialog.show()
        dialog.activateWindow()
        dialog.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.isVisible() and changes.concern(*_CONCERNED):
            self._fill(dialog)

    def _fill(self, dialog: RemindersDialog) -> None:
        reader = self._context.store.connection
        dialog.show_reminders(
            reminder_queries.read(reader, self._context.today),
            committee_queries.due_soon_days(reader),
        )

    @Slot(str)
    def _open_task(self, code: str) -> None:
        self._context.navigate(OpenTask(code=code))
