"""The page of tasks: filters, list, detail."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain import dates
from coordapp.domain.changes import Changes, Kind
from coordapp.domain.ids import TaskId, UnitId
from coordapp.domain.labels import WORK_STATE
from coordapp.domain.queries import TaskQuery, TaskRow
from coordapp.domain.task import DeadlineState, Task, WorkState
from coordapp.domain.unit import Unit
from coordapp.services import exports
from coordapp.services import tasks as actions
from coordapp.services.tasks import TaskDraft
from coordapp.store import conferences, tasks, units
from coordapp.ui.context import Context
from coordapp.ui.tasks.columns import KEYS
from coordapp.ui.tasks.detail import TaskDetail
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.filters import CHIPS, MATCH, narrowed
from coordapp.ui.tasks.forms import label, percent_of
from coordapp.ui.tasks.report_dialog import ReportDialog
from coordapp.ui.tasks.strip import ExportStrip
from coordapp.ui.tasks.table import TaskModel, TaskTable
from coordapp.ui.tasks.task_dialog import TaskDialog

_CONCERNED = (
    Kind.TASK,
    Kind.COORDINATION,
    Kind.PROGRESS_REPORT,
    Kind.EXTENSION,
    Kind.UNIT,
    Kind.CONFERENCE,
    Kind.CONCLUSION,
    Kind.COMMITTEE,
)


class TasksPage(QWidget):
    """Rows are read once per change; chips and the work state filter them in memory."""

    open_conference_requested = Signal(str)
    said = Signal(str)
    primary_text = "Nhiệm vụ mới"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[TaskRow] = []
        self._units: list[Unit] = []
        self._text = ""
        self._chip = "all"
        self._shown: TaskRow | None = None
        self.model = TaskModel(context.today, self._apply, self)
        self.table = TaskTable(self.model, self._list_units, self)
        self.detail = TaskDetail(self)
        self._build()
        self._connect()
        self.refresh()

    # --- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        self.chips: dict[str, QPushButton] = {}
        for key, text, _ in CHIPS:
            chip = QPushButton(text)
            chip.setProperty("role", "chip")
            chip.setProperty("key", key)
            chip.setCheckable(True)
            chip.clicked.connect(self._choose_chip)
            self.chips[key] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addLayout(self._filter_row())
        self.strip = ExportStrip(self._context.run, self)
        column.addWidget(self.strip)
        self._empty_text = label("", "secondary")
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_button = QPushButton()
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self._empty_text)
        middle.addWidget(self._empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._stack, 1)
        row.addWidget(self.detail)
        column.addLayout(row, 1)

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.unit, self.conference, self.year, self.state = (QComboBox() for _ in range(4))
        names = ("Đơn vị", "Hội nghị", "Năm", "Trạng thái")
        for box, name in zip(self._boxes(), names, strict=True):
            box.setAccessibleName(name)
            box.setMaximumWidth(190)
            row.addWidget(box)
        self.state.addItem("Mọi trạng thái", None)
        for state, text in WORK_STATE.items():
            self.state.addItem(text, state.value)
        self.clear_button = QPushButton("Xóa lọc")
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self._fold = QPushButton("Chi tiết")
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        row.addWidget(self._fold)
        return row

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.unit, self.conference, self.year, self.state

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        for box in self._boxes():
            box.activated.connect(self.refresh)
        self.clear_button.clicked.connect(self.clear_filters)
        self._empty_button.clicked.connect(self._leave_empty)
        self._fold.toggled.connect(self.detail.setVisible)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        detail = self.detail
        detail.open_task_requested.connect(self.show_task)
        detail.open_conference_requested.connect(self.open_conference_requested)
        detail.report_requested.connect(self.report)
        detail.extend_requested.connect(self.extend)
        detail.edit_requested.connect(self.edit)
        self._actions = [
            self._action("Sửa…", "Return", self.edit),
            self._action("Cập nhật tiến độ…", "", self.report),
            self._action("Gia hạn…", "", self.extend),
            self._action("Nhân bản", "Ctrl+D", self.duplicate),
            self._action("Chép", "Ctrl+C", self.copy),
            self._action("Xóa", "Delete", self.delete),
        ]

    def _action(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self.table)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.table.addAction(action)
        return action

    # --- reading and filtering

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(*_CONCERNED):
            self.refresh()

    def query(self) -> TaskQuery:
        """Give the filter as the store understands it; the chip and text included."""
        state = self.state.currentData()
        deadlines = {
            "overdue": DeadlineState.OVERDUE,
            "soon": DeadlineState.DUE_SOON,
            "none": DeadlineState.NO_DEADLINE,
        }
        chip = deadlines.get(self._chip)
        chip_state = {"waiting": WorkState.AWAITING_CONFIRMATION, "done": WorkState.DONE}
        states = {WorkState(state)} if state else set(WorkState)
        if self._chip in chip_state:
            states &= {chip_state[self._chip]}
        if self._chip == "open":
            states -= {WorkState.DONE, WorkState.CANCELLED}
        return replace(
            self._base_query(),
            text=self._text,
            work_states=frozenset() if states == set(WorkState) else frozenset(states),
            deadline_states=frozenset({chip}) if chip else frozenset(),
        )

    def _base_query(self) -> TaskQuery:
        return TaskQuery(
            unit_id=self.unit.currentData(),
            conference_id=self.conference.currentData(),
            year=self.year.currentData(),
        )

    @Slot()
    def refresh(self) -> None:
        """Read the rows again."""
        reader = self._context.store.reader
        self._units = units.all_units(reader)
        _fill(self.unit, "Mọi đơn vị", [(u.short_name, u.id) for u in self._units])
        found = conferences.find(reader)
        _fill(self.conference, "Mọi hội nghị", [(f"{c.code} {c.title}", c.id) for c in found])
        _fill(self.year, "Mọi năm", [(str(year), year) for year in tasks.years(reader)])
        query = replace(self._base_query(), text=self._text)
        self._rows = tasks.find(reader, query, self._context.today)
        self._filter()

    def _filter(self) -> None:
        rows = narrowed(self._rows, None, self.state.currentData())
        for key, text, match in CHIPS:
            self.chips[key].setText(f"{text}  {sum(map(match, rows))}")
            self.chips[key].setChecked(key == self._chip)
        current = self._current()
        self.model.show([row for row in rows if MATCH[self._chip](row)])
        filtered = self._is_filtered()
        self.clear_button.setVisible(filtered)
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        self._empty_text.setText(
            "Không có nhiệm vụ nào khớp bộ lọc." if filtered else "Sổ chưa có nhiệm vụ nào."
        )
        self._empty_button.setText("Xóa lọc" if filtered else self.primary_text)
        self._select(None if current is None else current.id)

    def _is_filtered(self) -> bool:
        chosen = any(box.currentData() is not None for box in self._boxes())
        return chosen or bool(self._text) or self._chip != "all"

    def _select(self, task_id: int | None) -> None:
        rows = self.model.rows
        place = next((n for n, row in enumerate(rows) if row.id == task_id), 0 if rows else -1)
        if place < 0:
            self._show_detail()
            return
        column = max(0, self.table.currentIndex().column())
        self.table.setCurrentIndex(self.model.index(place, column))
        self._show_detail()

    def _current(self) -> TaskRow | None:
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    @Slot()
    def _show_detail(self) -> None:
        row = self._current()
        if row is None:
            self.detail.clear()
        else:
            self.detail.show_row(self._context.store.reader, row, self._context.today)

    @Slot()
    def _choose_chip(self) -> None:
        self._chip = str(self.sender().property("key"))
        self._filter()

    @Slot()
    def clear_filters(self) -> None:
        """Show everything."""
        for box in self._boxes():
            box.setCurrentIndex(0)
        self._text, self._chip = "", "all"
        self.refresh()

    @Slot()
    def _leave_empty(self) -> None:
        if self._is_filtered():
            self.clear_filters()
        else:
            self.primary()

    def search(self, text: str) -> None:
        """Filter by text."""
        self._text = text.strip()
        self.refresh()

    @Slot(str)
    def show_task(self, code: str) -> None:
        """Select a task, dropping filters that hide it."""
        if all(row.task.code != code for row in self.model.rows):
            self.clear_filters()
        for row in self.model.rows:
            if row.task.code == code:
                self._select(row.id)

    # --- actions

    def _list_units(self) -> list[Unit]:
        return self._units

    def _apply(self, row: TaskRow, key: str, value: Any) -> bool:
        store, today, task_id = self._context.store, self._context.today, row.id

        def edit() -> None:
            if key == "due":
                actions.set_due(store, task_id, dates.parse(str(value), today))
            elif key == "lead":
                lead = None if value is None else UnitId(value)
                actions.set_lead_unit(store, task_id, lead)
            elif key == "state":
                actions.set_work_state(store, task_id, WorkState(value), today)
            elif key == "percent":
                actions.set_percent(store, task_id, percent_of(str(value)))

        return self._context.run(edit)

    @Slot()
    def primary(self) -> None:
        """Add a task."""
        empty = TaskDraft(task=Task(id=TaskId(0), code="", title=""))
        draft = TaskDialog.ask(self, empty, self._units, self._context.today)
        if draft is not None:
            self.add(draft)

    def add(self, draft: TaskDraft) -> None:
        """Save a new task and show it."""
        context, made = self._context, list[Task]()
        if context.run(lambda: made.append(actions.add(context.store, draft, context.today))):
            self.refresh()
            self.show_task(made[0].code)

    @Slot()
    def edit(self) -> None:
        """Edit the current task in the dialog."""
        row, context = self._current(), self._context
        if row is None:
            return
        seen = row.task
        parts = tasks.coordinations(context.store.reader, row.id)
        before = TaskDraft(task=seen, coordination=tuple((p.unit_id, p.part) for p in parts))
        draft = TaskDialog.ask(self, before, self._units, context.today)
        if draft is not None:
            context.run(lambda: actions.edit(context.store, draft, context.today, seen=seen))

    @Slot()
    def report(self) -> None:
        """Take down a progress report."""
        row, store = self._current(), self._context.store
        if row is None:
            return
        task = row.task
        draft = ReportDialog.ask(self, task, self._units, self._context.today)
        if draft is not None:
            self._context.run(lambda: actions.report_progress(store, task.id, draft))

    @Slot()
    def extend(self) -> None:
        """Extend the deadline."""
        row, store = self._current(), self._context.store
        if row is None:
            return
        task = row.task
        made = ExtendDialog.ask(self, task, self._context.today)
        if made is None:
            return
        self._context.run(
            lambda: actions.extend(
                store,
                task.id,
                made.new_due,
                reason=made.reason,
                paper=made.paper,
                approved_on=made.approved_on,
            )
        )

    @Slot()
    def duplicate(self) -> None:
        """Copy the current task."""
        row, context = self._current(), self._context
        if row is not None:
            task_id = row.id
            context.run(lambda: actions.duplicate(context.store, task_id, context.today))

    @Slot()
    def delete(self) -> None:
        """Delete the chosen tasks; undo brings them back."""
        chosen = [self.model.rows[i.row()].id for i in self.table.selectionModel().selectedRows()]
        gone: list[int] = []
        store = self._context.store
        if chosen and self._context.run(lambda: gone.append(actions.delete(store, chosen))):
            self.said.emit(f"Đã xóa {gone[0]} nhiệm vụ. Ctrl+Z để hoàn tác.")

    @Slot()
    def copy(self) -> None:
        """Copy the chosen rows as text with tabs."""
        lines = []
        for index in self.table.selectionModel().selectedRows():
            cells = (self.model.index(index.row(), n) for n in range(len(KEYS)))
            lines.append("\t".join(str(c.data()) for c in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self._actions)
        menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()

    # --- export

    @Slot()
    def export_excel(self) -> None:
        """Ask for a place and write the register there."""
        name = f"Sổ theo dõi nhiệm vụ ({self._context.today:%d.%m.%Y}).xlsx"
        proposed = str(self._context.store.path.parent / name)
        typed, _ = QFileDialog.getSaveFileName(self, "Xuất Excel", proposed, "Excel (*.xlsx)")
        if typed:
            self.export_to(Path(typed))

    def export_to(self, target: Path) -> None:
        """Write the register in the background."""
        context = self._context
        work = partial(
            exports.export_register, context.store.path, self.query(), context.today, target
        )
        job = context.jobs.start(lambda step: work(step=step))
        self.strip.watch(job, target)

    # --- shape

    def save_state(self) -> dict[str, Any]:
        """Give columns, order and filters as plain values."""
        hidden = [k for n, k in enumerate(KEYS) if self.table.isColumnHidden(n)]
        column, order = self.model.sorted_by
        return {
            "hidden": hidden,
            "sort": [KEYS[column], order is Qt.SortOrder.DescendingOrder],
            "chip": self._chip,
            "filters": [box.currentData() for box in self._boxes()],
            "detail": self._fold.isChecked(),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take the shape of the last run; what is unknown is left alone."""
        hidden = state.get("hidden")
        if isinstance(hidden, list):
            for number, key in enumerate(KEYS):
                self.table.setColumnHidden(number, key in hidden and key != "title")
        match state.get("sort"):
            case [str(key), bool(down)] if key in KEYS:
                order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
                self.table.sortByColumn(KEYS.index(key), order)
        if state.get("chip") in MATCH:
            self._chip = str(state["chip"])
        filters = state.get("filters")
        if isinstance(filters, list) and len(filters) == len(self._boxes()):
            for box, value in zip(self._boxes(), filters, strict=True):
                box.setCurrentIndex(max(0, box.findData(value)))
        self._fold.setChecked(state.get("detail") is not False)
        self.refresh()


def _fill(box: QComboBox, first: str, items: list[tuple[str, Any]]) -> None:
    current = box.currentData()
    box.clear()
    box.addItem(first, None)
    for text, value in items:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(current)))
