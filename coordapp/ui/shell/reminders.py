"""The reminders of the day: a list that opens with the program and again from the menu."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.reminder import Reason, Reminder
from coordapp.domain.words.labels import reminder_words, reminders_line
from coordapp.settings import Settings
from coordapp.store.queries import reminder_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.reading_order import Dialog

SETTING = "reminders"
_CONCERNED = (Kind.TASK, Kind.UNIT, Kind.DAY_OFF)
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
        self.once = QCheckBox("Không hiện lại hôm nay")
        self.never = QCheckBox("Không tự mở khi vào chương trình")
        self.never.setToolTip("Mở lại bất cứ lúc nào ở Trang → Nhắc việc hôm nay")
        self.close_button = button("Đóng", "plain")
        self._lay_out()
        self.table.activated_row.connect(self._open_current)
        self.table.clicked.connect(self._open_clicked)
        self.close_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        # the order is the message: the most pressing first
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.set_empty_state(
            EmptyState(
                "Hôm nay không có nhiệm vụ cần nhắc", "Không có nhiệm vụ quá hạn hay sắp đến hạn."
            )
        )
        foot = QHBoxLayout()
        foot.setSpacing(16)
        for part in (self.once, self.never):
            foot.addWidget(part)
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

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """Show these, and sum them up."""
        self.model.show(reminders)
        self.said.setText(reminders_line(reminders, self._today))

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
    """Opens the list when the program starts, at most once a day if so wished, and when asked."""

    def __init__(self, context: Context, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._settings = settings
        self._window = window
        self.dialog: RemindersDialog | None = None
        context.bus.changed.connect(self._on_changed)

    @Slot()
    def open_at_start(self) -> None:
        """Open unless there is nothing to say, or it was told not to."""
        if self._is_off() or self._was_seen():
            return
        reminders = reminder_queries.read(self._context.store.connection, self._context.today)
        if reminders:
            self._show(reminders)

    @Slot()
    def open(self) -> None:
        """Open the list, also when nothing is in it."""
        self._show(reminder_queries.read(self._context.store.connection, self._context.today))

    def _show(self, reminders: Sequence[Reminder]) -> None:
        dialog = self.dialog
        if dialog is None:
            dialog = self.dialog = RemindersDialog(self._context.today, self._window)
            dialog.open_task_requested.connect(self._open_task)
            dialog.finished.connect(self._remember)
        dialog.once.setChecked(True)
        dialog.never.setChecked(self._is_off())
        dialog.show_reminders(reminders)
        dialog.show()
        dialog.activateWindow()
        dialog.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.isVisible() and changes.concern(*_CONCERNED):
            dialog.show_reminders(
                reminder_queries.read(self._context.store.connection, self._context.today)
            )

    @Slot(str)
    def _open_task(self, code: str) -> None:
        self._context.navigate(OpenTask(code=code))

    # --- what is remembered

    def _kept(self) -> Mapping[str, object]:
        kept = self._settings.get(SETTING)
        return kept if isinstance(kept, dict) else {}

    def _is_off(self) -> bool:
        return self._kept().get("off") is True

    def _was_seen(self) -> bool:
        seen = self._kept().get("seen")
        return isinstance(seen, dict) and seen.get(self._file) == self._day

    @property
    def _file(self) -> str:
        return str(self._context.store.path)

    @property
    def _day(self) -> str:
        return self._context.today.isoformat()

    @Slot()
    def _remember(self) -> None:
        """Keep what was ticked; what was seen on other days need not be known any more."""
        dialog, seen = self.dialog, self._kept().get("seen")
        if dialog is None:
            return
        days = seen if isinstance(seen, dict) else {}
        today = {file: day for file, day in days.items() if day == self._day}
        today.pop(self._file, None)
        if dialog.once.isChecked():
            today[self._file] = self._day
        self._settings.put(SETTING, {"off": dialog.never.isChecked(), "seen": today})
        self._settings.save()
