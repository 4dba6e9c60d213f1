"""The panel beside the list: facts, what happened, the main actions."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.recurrence import Occurrence
from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.programmes.source_tie import SourceTie
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import Ground, WorkState
from coordapp.domain.words.clarity_words import held_points, still_missing
from coordapp.domain.words.labels import (
    DEADLINE_KIND,
    DEADLINE_STATE,
    URGENCY,
    WORK_STATE,
    printed_state,
)
from coordapp.services.tasks import period_actions
from coordapp.store import Reader
from coordapp.store.queries import (
    committee_queries,
    day_off_queries,
    programme_queries,
    task_queries,
    unit_queries,
)
from coordapp.ui.kit.context import Context
from coordapp.ui.records.attachments import AttachmentList
from coordapp.ui.tasks.columns import due_tip
from coordapp.ui.tasks.events import events
from coordapp.ui.widgets.card import button, label

_FILE_WIDTH = 230  # in pixels
_NARROWEST, _WIDEST = 310, 470


class TaskDetail(QFrame):
    """One task, read anew whenever it changed."""

    open_task_requested = Signal(str)
    open_conference_requested = Signal(str)
    report_requested = Signal()
    extend_requested = Signal()
    edit_requested = Signal()
    confirm_requested = Signal()
    return_requested = Signal()
    periods_requested = Signal()
    open_source_requested = Signal(object)  # SourceTie

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.files = AttachmentList(context, self)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._confirm = _button("Xác nhận hoàn thành", "primary")
        self._return = _button("Trả lại…", "plain")
        self._answer = QWidget(self)
        answers = QHBoxLayout(self._answer)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.addWidget(self._confirm)
        answers.addWidget(self._return)
        column.addWidget(self._answer)
        self._report = _button("Cập nhật tiến độ", "primary")
        self._extend = _button("Gia hạn", "plain")
        self._edit = _button("Sửa", "plain")
        for made, signal in (
            (self._report, self.report_requested),
            (self._extend, self.extend_requested),
            (self._edit, self.edit_requested),
        ):
            made.clicked.connect(signal)
            row.addWidget(made)
        self._confirm.clicked.connect(self.confirm_requested)
        self._return.clicked.connect(self.return_requested)
        column.addLayout(row)
        self.clear()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._keep_files()
        self.files.forget()
        self._area.setWidget(label("Chọn một nhiệm vụ để xem chi tiết.", "secondary"))
        self._enable(False, closed=True)

    def _enable(self, some: bool, *, closed: bool, awaits: bool = False) -> None:
        self._answer.setVisible(awaits)
        self._report.setEnabled(some)
        self._edit.setEnabled(some)
        self._extend.setEnabled(some and not closed)

    def show_row(self, reader: Reader, row: TaskRow, today: date) -> None:
        """Show a task."""
        body = QWidget()
        body.setProperty("role", "plain")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(label(row.task.code, "secondary"))
        column.addWidget(label(row.task.title, "card-title"))
        if row.task.content:
            column.addWidget(label(row.task.content))
        column.addLayout(self._facts(reader, row, today))
        if unclear := _unclear(reader, row):
            column.addWidget(label(unclear, "secondary"))
        lacking = period_actions.missing(reader, row.task, today)
        if lacking:
            column.addWidget(self._periods(lacking))
        column.addWidget(self.files)
        self.files.show_for(Kind.TASK, row.id)
        self.files.show()
        column.addWidget(label("Diễn biến", "card-title"))
        for event in events(reader, row):
            column.addWidget(label(event.when, "secondary"))
            column.addWidget(label(event.text))
            for file in event.files:
                column.addWidget(self._file(file))
        column.addStretch(1)
        self._area.setWidget(body)
        awaits = row.task.work_state is WorkState.AWAITING_CONFIRMATION
        self._enable(True, closed=row.task.is_closed, awaits=awaits)

    def _keep_files(self) -> None:
        """Take the list of files out of what is about to go: its selection outlives a refresh."""
        self.files.hide()
        self.files.setParent(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.files.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(event)

    def _facts(self, reader: Reader, row: TaskRow, today: date) -> QFormLayout:
        task = row.task
        form = QFormLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(4)
        due = dates.short(task.due) or DEADLINE_KIND[task.deadline_kind]
        if task.original_due not in (None, task.due):
            due = f"{due} (ban đầu {dates.short(task.original_due)})"
        moves = task_queries.extensions(reader, task.id)
        extended = [move for move in moves if move.ground is Ground.EXTENSION]
        facts = (
            ("Trạng thái", _state(row)),
            ("Đơn vị chủ trì", row.lead_full_name),
            ("Phối hợp", _parts(reader, row)),
            ("Sản phẩm", task.product),
            ("Hạn", due),
            ("Theo văn bản", task.deadline_wording),
            ("Gia hạn", f"{len(extended)} lần" if extended else ""),
            ("Đầu mối", task.focal_person),
            ("Độ khẩn", URGENCY[task.urgency]),
        )
        for name, text in facts:
            if text:
                shown = label(text)
                if name == "Hạn":
                    shown.setToolTip(due_tip(row, today, day_off_queries.calendar(reader)))
                form.addRow(label(name, "secondary"), shown)
        if row.conclusion_number is not None:
            text = f"KL {row.conclusion_number} · {row.conference_code}"
            form.addRow(
                label("Văn bản giao", "secondary"), self._link(text, row.conference_code, False)
            )
        for tie in programme_queries.ties_of_task(reader, task):
            form.addRow(label("Căn cứ", "secondary"), self._tie(tie))
        for tie in programme_queries.measures_of_task(reader, task.id):
            form.addRow(label("Chỉ tiêu", "secondary"), self._tie(tie))
        if row.parent_code:
            form.addRow(
                label("Thuộc", "secondary"), self._link(row.parent_code, row.parent_code, True)
            )
        for child in task_queries.children(reader, task.id):
            text = f"{child.code} · {WORK_STATE[child.work_state]}"
            form.addRow(
                label("Nhiệm vụ của đơn vị", "secondary"), self._link(text, child.code, True)
            )
        return form

    def _tie(self, tie: SourceTie) -> QPushButton:
        link = button(tie.words, "link", tip=tie.title)
        link.setFlat(True)
        link.clicked.connect(partial(self._open_tie, tie))
        return link

    def _open_tie(self, tie: SourceTie, _checked: bool = False) -> None:
        self.open_source_requested.emit(tie)

    def _periods(self, lacking: list[Occurrence]) -> QPushButton:
        names = ", ".join(period.name for period in lacking[:3])
        more = f" và {len(lacking) - 3} kỳ nữa" if len(lacking) > 3 else ""
        made = button(f"Lập kỳ {names}{more}", "plain", "calendar-event")
        made.clicked.connect(self.periods_requested)
        return made

    def _file(self, file: Attachment) -> QPushButton:
        # a long name gives way in the middle, its ending tells what it is
        name = self.fontMetrics().elidedText(file.name, Qt.TextElideMode.ElideMiddle, _FILE_WIDTH)
        made = button(name, "link", "paperclip", tip=f"Mở {file.name}")
        made.setFlat(True)
        made.clicked.connect(partial(self._open_file, file))
        return made

    def _open_file(self, file: Attachment, _checked: bool = False) -> None:
        self.files.open_file(file)

    def _link(self, text: str, code: str, to_task: bool) -> QPushButton:
        link = _button(text, "link")
        link.setFlat(True)
        link.setProperty("code", code)
        link.clicked.connect(self._open_task if to_task else self._open_conference)
        return link

    @Slot()
    def _open_task(self) -> None:
        self.open_task_requested.emit(str(self.sender().property("code")))

    @Slot()
    def _open_conference(self) -> None:
        self.open_conference_requested.emit(str(self.sender().property("code")))


def _button(text: str, role: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("role", role)
    return made


def _state(row: TaskRow) -> str:
    if row.children:
        latest = dates.short(row.latest_due)
        until = f" · muộn nhất {latest}" if latest else ""
        done = f"{row.children_done}/{row.children} đơn vị hoàn thành"
        return f"{done}{until} · {DEADLINE_STATE[row.deadline].lower()}"
    share = "" if row.task.percent is None else f" · {row.task.percent}\N{NO-BREAK SPACE}%"
    return f"{printed_state(row.task, row.deadline)}{share}"


def _unclear(reader: Reader, row: TaskRow) -> str:
    """Say what the task lacks, while there is still time to ask for it."""
    if row.children or row.task.is_closed:
        return ""
    return still_missing(row.task, held_points(committee_queries.clarity(reader)))


def _parts(reader: Reader, row: TaskRow) -> str:
    names = {unit.id: unit.short_name for unit in unit_queries.all_units(reader)}
    return "\n".join(
        f"{names.get(item.unit_id, '')}: {item.part}" if item.part else names.get(item.unit_id, "")
        for item in task_queries.coordinations(reader, row.id)
    )
