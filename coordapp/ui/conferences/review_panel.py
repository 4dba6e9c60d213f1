"""What became of the conclusions of the conference before, below the programme."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Attendance, Conference
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.conference_labels import review_line, tasks_done
from coordapp.domain.words.labels import COVERAGE
from coordapp.services.conclusions.reviewing import review
from coordapp.ui.conferences.conference_tables import ConferenceTable
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import Card, button, label

_TONES = {
    Coverage.OVERDUE: Tone.OVERDUE,
    Coverage.UNCOVERED: Tone.DUE_SOON,
    Coverage.GOING: Tone.IN_TIME,
    Coverage.DONE: Tone.ON_TIME,
    Coverage.NO_TASK: Tone.QUIET,
}
_COLUMNS: tuple[Column[ConclusionRow], ...] = (
    Column(
        key="number",
        title="KL",
        width=44,
        text=lambda row: str(row.conclusion.number),
        sort=lambda row: row.conclusion.number,
        tooltip=lambda row: row.conference_code,
    ),
    Column(
        key="text", title="Kết luận kỳ trước", stretch=True,
        text=lambda row: one_line(row.conclusion.text),
    ),
    Column(key="tasks", title="Đã hoàn thành", width=150, quiet=True, text=tasks_done),
    Column(
        key="coverage", title="Tình hình", width=144,
        text=lambda row: COVERAGE[row.coverage],
        tone=lambda row: _TONES[row.coverage],
        tooltip=lambda row: ", ".join(row.units),
    ),
)  # fmt: skip


class ReviewPanel(Card):
    """Read by reference each time it is shown; Enter opens the first task of a conclusion."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.line = label("", "secondary")
        self.model: RecordModel[ConclusionRow] = RecordModel(_COLUMNS, lambda row: row.id, self)
        self.table: TableView[ConclusionRow] = TableView(self.model)
        self.table.setAccessibleName("Kết luận kỳ trước")
        self.table.set_compact(True)
        above = QVBoxLayout()
        above.setContentsMargins(13, 9, 13, 0)
        above.addWidget(label("Kiểm điểm kết luận kỳ trước", "card-title"))
        above.addWidget(self.line)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.table.activated_row.connect(self._open)

    def show_review(self, conference: Conference) -> None:
        """Show what this conference reviews; hidden where it reviews nothing."""
        report = review(self._context.store.connection, conference, self._context.today)
        self.setVisible(report is not None)
        if report is not None:
            self.line.setText(review_line(report))
            self.model.show(report.rows)

    @Slot()
    def _open(self) -> None:
        row = self.table.current_record()
        if row is not None and row.task_codes:
            self._context.navigate(OpenTask(code=row.task_codes[0]))


class AgendaEditor(QWidget):
    """The programme with the conclusions it reviews; the members are invited in one go."""

    def __init__(
        self, context: Context, agenda: QWidget, attendance: ConferenceTable[Attendance]
    ) -> None:
        super().__init__()
        self.members = button("Lấy thành viên Ban Chỉ đạo", "plain", "users")
        attendance.foot.insertWidget(2, self.members)
        self.review = ReviewPanel(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(agenda, 1)
        column.addWidget(self.review, 1)
