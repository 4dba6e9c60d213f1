"""Lists of tasks as they stood on a day, and the dialog that opens a number."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.figures.status import Bucket
from coordapp.domain.figures.status_labels import BUCKET
from coordapp.domain.figures.status_lines import StatusLine
from coordapp.domain.words.labels import WORK_STATE
from coordapp.ui.kit import shortcuts
from coordapp.ui.look import theme
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (1220, 560)
_TONES = {
    Bucket.DONE_ON_TIME: Tone.ON_TIME,
    Bucket.DONE_LATE: Tone.LATE,
    Bucket.OPEN_IN_TIME: Tone.IN_TIME,
    Bucket.OPEN_OVERDUE: Tone.OVERDUE,
}
_CENTER = Qt.AlignmentFlag.AlignHCenter


class TaskLineTable(TableView[StatusLine]):
    """Tasks as they stood then; nothing is edited here, for the past is only read."""

    def __init__(
        self, parent: QWidget | None = None, hidden: Collection[str] = ("difficulty",)
    ) -> None:
        self.lines: RecordModel[StatusLine] = RecordModel(
            [replace(column, hidden=column.key in hidden) for column in _columns()],
            key=attrgetter("code"),
        )
        super().__init__(self.lines, parent)
        self.lines.setParent(self)


class TaskListDialog(Dialog):
    """Shows the tasks behind a number with the rule it is counted by."""

    open_task_requested = Signal(str)

    def __init__(
        self, parent: QWidget | None, title: str, rule: str, lines: Sequence[StatusLine]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.scaled(_SIZE[0]), theme.scaled(_SIZE[1]))
        self.table = TaskLineTable(self)
        self.table.setAccessibleName(title)
        self.table.lines.show(lines)
        heading = label(title, "card-title", self)
        self.open_button = button("Mở nhiệm vụ", "plain", "external-link", self)
        close = button("Đóng", "plain", parent=self)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(label("Danh sách như ở thời điểm tính số liệu.", "secondary", self), 1)
        foot.addWidget(self.open_button)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (heading, label(rule, "secondary", self)):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        for one in (self.open_button, close):
            # Enter belongs to the table
            one.setAutoDefault(False)
        self.open_button.clicked.connect(self.open_task)
        close.clicked.connect(self.reject)
        self.table.activated_row.connect(self.open_task)
        shortcuts.key_here(
            self.table, "Sao chép các dòng đã chọn", "Ctrl+C", self.table.copy_selection
        )
        if lines:
            self.table.select_id(lines[0].code)
        self.table.setFocus()

    @Slot()
    def open_task(self) -> None:
        """Leave for the task in the register."""
        line = self.table.current_record()
        if line is not None:
            self.open_task_requested.emit(line.code)
            self.accept()


def _day(name: str, title: str) -> Column[StatusLine]:
    day = attrgetter(name)
    return Column(
        key=name,
        title=title,
        text=lambda line: dates.short(day(line)),
        sort=day,
        blank=lambda line: day(line) is None,
        width=104,
    )


def _columns() -> list[Column[StatusLine]]:
    return [
        Column(key="code", title="Mã", text=attrgetter("code"), width=126, quiet=True),
        Column(key="title", title="Nội dung nhiệm vụ", text=attrgetter("title"), stretch=True),
        Column(
            key="unit",
            title="Đơn vị chủ trì",
            text=attrgetter("unit"),
            tooltip=attrgetter("unit_name"),
            width=104,
        ),
        _day("due", "Hạn"),
        _day("finished_on", "Hoàn thành"),
        Column(
            key="state",
            title="Trạng thái",
            text=lambda line: WORK_STATE[line.work_state],
            width=124,
        ),
        Column(
            key="bucket",
            title="Tính vào",
            text=lambda line: BUCKET[line.bucket],
            tone=lambda line: _TONES.get(line.bucket, Tone.QUIET),
            width=196,
        ),
        Column(
            key="late",
            title="Chậm",
            text=lambda line: f"{line.days_late} ngày" if line.days_late else "",
            sort=attrgetter("days_late"),
            tooltip=lambda line: (
                f"{line.working_days_late} ngày làm việc" if line.days_late else ""
            ),
            width=84,
            align=_CENTER,
        ),
        Column(
            key="difficulty",
            title="Khó khăn, nguyên nhân",
            text=attrgetter("difficulty"),
            width=260,
            quiet=True,
        ),
    ]
