"""The first page: what is late, due and waiting this morning, each one click away."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.figures import news_words
from coordapp.domain.figures.listing import Listing
from coordapp.domain.figures.news import News, NewsOf, is_newly_owed
from coordapp.domain.figures.overview import Counts, Standing, UnitBehind, UnitStanding
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import ReportDueId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.practices.report_due import ReportBehind
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import DeadlineState
from coordapp.domain.words.labels import DEADLINE_STATE, days_left, soon_span
from coordapp.store.queries import overview_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import (
    NewTask,
    OpenConference,
    OpenPractice,
    OpenTask,
    OpenTasks,
    TaskChip,
)
from coordapp.ui.kit.page import ReadingPage
from coordapp.ui.look import theme
from coordapp.ui.look.theme import Tone
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.today.chart import Legend, UnitChart
from coordapp.ui.today.figures import FigureButton, LineButton
from coordapp.ui.today.line_cards import LineCard
from coordapp.ui.today.news_button import NewsButton
from coordapp.ui.today.steps import StepsCard
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState

_FIGURES = (
    (TaskChip.OVERDUE, "Quá hạn", Tone.OVERDUE),
    (TaskChip.TODAY, "Đến hạn hôm nay", Tone.DUE_SOON),
    (TaskChip.SOON, DEADLINE_STATE[DeadlineState.DUE_SOON], Tone.DUE_SOON),
    (TaskChip.WAITING, "Chờ xác nhận", Tone.ON_TIME),
)
_CONCERNED = (
    Kind.PERSON,
    Kind.TASK,
    Kind.COORDINATION,
    Kind.UNIT,
    Kind.CONFERENCE,
    Kind.CONCLUSION,
    Kind.COMMITTEE,
    Kind.REPORT_DUE,
    Kind.REPORT_RECEIPT,
)
# what is in time has no chip of its own: it stands among what is followed up
_CHIP_OF = {
    Standing.OVERDUE: TaskChip.OVERDUE,
    Standing.DUE_SOON: TaskChip.SOON,
    Standing.IN_TIME: TaskChip.OPEN,
    Standing.DONE: TaskChip.DONE,
}
_NEWS = {
    TaskChip.OVERDUE: NewsOf.LATE,
    TaskChip.SOON: NewsOf.DUE,
    TaskChip.WAITING: NewsOf.REPORTED,
}
_FEW = 3
R = TypeVar("R")


class TodayPage(ReadingPage):
    """Read in one go whenever something changed and the page is seen; it edits nothing."""

    primary_text = "Nhiệm vụ mới"
    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._news = News(since=context.today)
        self._build()
        self._connect()
        self.refresh()

    # --- building

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self.steps = StepsCard(self._context)
        self._stack.addWidget(self._build_cards())
        self._stack.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.paper = ListPaperActions(self._context, self)
        column.addWidget(self.paper.strip)

    def _build_cards(self) -> QWidget:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.day = label("", "secondary")
        self.slip = button(
            "Phiếu nhắc việc…",
            "plain",
            "printer",
            tip="In nhiệm vụ quá hạn, sắp đến hạn của một đơn vị",
        )
        self.week = button(
            "Lịch tuần…", "plain", "printer", tip="In hội nghị, hạn và báo cáo tuần này"
        )
        self.new = NewsButton()
        column.addLayout(_row((self.day, 1), (self.new, 0), (self.slip, 0), (self.week, 0)))
        self.figures = {key: FigureButton(title, tone) for key, title, tone in _FIGURES}
        column.addLayout(_row(*((figure, 1) for figure in self.figures.values())))
        self.next_conference = LineCard("Hội nghị sắp tới")
        self.without_tasks = LineCard("Kết luận chưa có nhiệm vụ")
        self.behind = LineCard("Đơn vị có nhiệm vụ quá hạn")
        self.owed = LineCard("Báo cáo đơn vị chưa gửi")
        column.addLayout(_row((self._build_urgent(), 7), (self._build_chart(), 5)), 1)
        lines = (self.next_conference, self.without_tasks, self.behind, self.owed)
        column.addLayout(_row(*((card, 1) for card in lines)))
        return cards

    def _build_urgent(self) -> QWidget:
        self.model = RecordModel(
            _columns(self._context, lambda: self._news), key=attrgetter("task.code"), parent=self
        )
        self.table = TableView(self.model)
        self.table.setAccessibleName("Việc cần làm trước")
        # the order is the message: first what is due first
        self.table.offer_no_order()
        self.table.set_compact(True)
        self.table.set_empty_state(
            EmptyState(
                "Không có nhiệm vụ nào đang chờ hạn", "Mọi nhiệm vụ có hạn đều đã hoàn thành."
            )
        )
        card = Card("Việc cần làm trước")
        card.body.addWidget(self.table, 1)
        return card

    def _build_chart(self) -> QWidget:
        self.chart = UnitChart()
        scroll = QScrollArea()
        scroll.setAccessibleName("Nhiệm vụ theo đơn vị chủ trì")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.chart)
        column.addStretch(1)
        scroll.setWidget(inner)
        card = Card("Nhiệm vụ theo đơn vị chủ trì")
        card.body.addWidget(scroll, 1)
        card.body.addWidget(Legend())
        return card

    def _connect(self) -> None:
        self.new.opened.connect(self._open_task)
        self.slip.clicked.connect(self.show_slip)
        self.week.clicked.connect(self.show_week)
        self.table.activated_row.connect(self._open_task)
        self.chart.opened.connect(self._open_bar)
        self.table.clicked.connect(self._open_clicked)
        for key, figure in self.figures.items():
            figure.clicked.connect(partial(self._open_tasks, OpenTasks(chip=key)))

    # --- reading

    def is_concerned(self, changes: Changes) -> bool:
        """Tell whether anything shown changed."""
        return changes.concern(*_CONCERNED)

    @Slot()
    def refresh(self) -> None:
        """Read everything again."""
        super().refresh()
        read = overview_queries.read(self._context.store.connection, self._context.today)
        self._stack.setCurrentIndex(1 if read.is_empty else 0)
        self.steps.show_done()
        self._news = read.news
        self.new.show_news(read.news, read.new)
        self._show_figures(read.counts, read.due_soon_days)
        self.model.show(read.urgent)
        self.chart.show_units(read.counts.by_unit)
        self._show_conference(read.next_conference)
        self._show_behind(read.counts.behind)
        self._show_without_tasks(read.without_tasks)
        self._show_owed(read.reports_behind)

    def _show_figures(self, counts: Counts, days: int) -> None:
        today = self._context.today
        self.day.setText(
            f"{dates.weekday(today)}, {dates.short(today)} · {counts.total} nhiệm vụ, "
            f"{counts.open} đang theo dõi"
        )
        notes = {
            TaskChip.OVERDUE: f"lâu nhất {counts.longest_overdue} ngày" if counts.overdue else "",
            TaskChip.TODAY: "còn trong hạn đến hết ngày" if counts.due_today else "",
            TaskChip.SOON: soon_span(days),
            TaskChip.WAITING: "đơn vị báo cáo đã hoàn thành" if counts.waiting else "",
        }
        numbers = {
            TaskChip.OVERDUE: counts.overdue,
            TaskChip.TODAY: counts.due_today,
            TaskChip.SOON: counts.due_soon,
            TaskChip.WAITING: counts.waiting,
        }
        for key, figure in self.figures.items():
            what = _NEWS.get(key)
            new = 0 if what is None else len(self._news.tasks(what))
            words = news_words.counted(notes[key] or "không có nhiệm vụ nào", new)
            figure.show_count(numbers[key], words)
            # a narrow window has no room for all of the words
            why = news_words.why_new(self._news, (what,)) if what is not None and new else ""
            figure.setToolTip("\n".join(filter(None, (words, why))))

    def _show_conference(self, conference: Conference | None) -> None:
        if conference is None:
            self.next_conference.show_lines((), nothing="Chưa có hội nghị nào được lên lịch.")
            return
        line = LineButton(conference.title, below=_when(conference, self._context.today))
        line.clicked.connect(partial(self._open_conference, conference.code))
        self.next_conference.show_lines([line])

    def _show_behind(self, units: Sequence[UnitBehind]) -> None:
        lines = [self._line_behind(unit) for unit in _few(units)]
        if len(lines) < len(units):
            more = LineButton(f"và {len(units) - _FEW} đơn vị nữa")
            more.clicked.connect(partial(self._open_tasks, OpenTasks(chip=TaskChip.OVERDUE)))
            lines.append(more)
        self.behind.show_lines(lines, len(units), nothing="Không đơn vị nào có nhiệm vụ quá hạn.")

    def _line_behind(self, behind: UnitBehind) -> LineButton:
        part = f" (phối hợp {behind.takes_part})" if behind.takes_part else ""
        line = LineButton(behind.unit.name, f"{behind.total} quá hạn{part}")
        wanted = OpenTasks(chip=TaskChip.OVERDUE, unit_id=behind.unit.id)
        line.clicked.connect(partial(self._open_tasks, wanted))
        return line

    def _show_without_tasks(self, rows: Sequence[ConclusionRow]) -> None:
        lines = [self._line_without_task(row) for row in _few(rows)]
        if len(lines) < len(rows):
            more = LineButton(f"và {len(rows) - _FEW} kết luận nữa")
            more.clicked.connect(partial(self._open_conference, rows[_FEW].conference_code))
            lines.append(more)
        self.without_tasks.show_lines(
            lines,
            len(rows),
            nothing="Không kết luận nào thiếu nhiệm vụ hoặc lý do không phát sinh nhiệm vụ.",
        )

    def _line_without_task(self, row: ConclusionRow) -> LineButton:
        text = one_line(row.conclusion.text) or "(chưa có nội dung)"
        line = LineButton(f"{row.conclusion.number}. {text}", row.conference_code)
        line.clicked.connect(partial(self._open_conference, row.conference_code))
        return line

    def _show_owed(self, reports: Sequence[ReportBehind]) -> None:
        lines = [self._line_owed(behind) for behind in _few(reports)]
        if len(lines) < len(reports):
            more = LineButton(f"và {len(reports) - _FEW} báo cáo nữa")
            more.clicked.connect(partial(self._open_report, reports[_FEW].report.id))
            lines.append(more)
        count = sum(len(behind.missing) for behind in reports)
        self.owed.show_lines(lines, count, nothing="Không đơn vị nào nợ báo cáo đã đến hạn.")

    def _line_owed(self, behind: ReportBehind) -> LineButton:
        report = behind.report
        days = (self._context.today - report.due_on).days
        late = news_words.marked(
            f"quá hạn {days} ngày", new=is_newly_owed(report.due_on, self._news.since)
        )
        line = LineButton(one_line(report.title), f"{len(behind.missing)} đơn vị", (late,))
        line.clicked.connect(partial(self._open_report, report.id))
        return line

    # --- opening

    def export_excel(self) -> None:
        """Write what comes first."""
        self.paper.ask_listing(self._listing())

    def print_list(self) -> None:
        """Show what comes first as it prints."""
        self.paper.preview(self._listing())

    @Slot()
    def show_slip(self) -> None:
        """Show what a unit or a person is reminded of, to be printed or saved."""
        # the reader of PDF takes a while to load: not before somebody prints
        from coordapp.ui.papers.desk_dialog import SlipDialog

        self.dialog: QDialog = SlipDialog(self._context, self)
        self.dialog.open()

    @Slot()
    def show_week(self) -> None:
        """Show the agenda of the week, to be printed or saved."""
        from coordapp.ui.papers.desk_dialog import WeekDialog  # as above

        self.dialog = WeekDialog(self._context, self)
        self.dialog.open()

    def _listing(self) -> Listing:
        return shown("Việc cần làm trước", self.table, self.model, self.day.text())

    def primary(self) -> None:
        """Ask for a new task; the register adds it."""
        self._context.navigate(NewTask())

    @Slot(object)
    def _open_task(self, code: object) -> None:
        self._context.navigate(OpenTask(code=str(code)))

    @Slot(QModelIndex)
    def _open_clicked(self, index: QModelIndex) -> None:
        self._open_task(self.model.id_at(index.row()))

    def _open_tasks(self, wanted: OpenTasks, _checked: bool = False) -> None:
        self._context.navigate(wanted)

    def _open_report(self, report_id: ReportDueId, _checked: bool = False) -> None:
        self._context.navigate(OpenPractice(kind=Kind.REPORT_DUE, record_id=report_id))

    @Slot(object, object)
    def _open_bar(self, unit: UnitStanding, state: Standing | None) -> None:
        """Open the rows of a part of a bar; of a bar of no unit all without one stand together."""
        chip = TaskChip.ALL if state is None else _CHIP_OF.get(state, TaskChip.ALL)
        unit_id = None if unit.unit is None else unit.unit.id
        self._open_tasks(OpenTasks(chip=chip, unit_id=unit_id))

    def _open_conference(self, code: str, _checked: bool = False) -> None:
        self._context.navigate(OpenConference(code=code))


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part, stretch in parts:
        row.addWidget(part, stretch)
    return row


def _few(rows: Sequence[R]) -> Sequence[R]:
    """Give the first ones; a line that says "one more" is better spent on that one."""
    return rows if len(rows) == _FEW + 1 else rows[:_FEW]


def _when(conference: Conference, today: date) -> tuple[str, str]:
    """Say how far a conference is, its day and hour, and below its place."""
    day = conference.held_on or today
    left = (day - today).days
    parts = (
        "Hôm nay" if left == 0 else f"Còn {left} ngày",
        f"{dates.weekday(day)}, {dates.short(day)}",
        conference.start_time,
    )
    return " · ".join(filter(None, parts)), conference.place or "Chưa có địa điểm"


def _columns(context: Context, news: Callable[[], News]) -> tuple[Column[TaskRow], ...]:
    today = context.today

    def left(row: TaskRow) -> str:
        words = days_left(row.task, row.deadline, today)
        return news_words.marked(words, new=bool(news().of(row.id)))

    def meant(row: TaskRow) -> str:
        why = news_words.why_new(news(), news().of(row.id))
        return "\n".join(filter(None, (dates.short(row.task.due), why)))

    return (
        Column(key="code", title="Mã", width=126, text=lambda row: row.task.code),
        Column(
            key="title",
            title="Nhiệm vụ",
            stretch=True,
            text=lambda row: one_line(row.task.title),
        ),
        Column(
            key="lead",
            title="Đơn vị chủ trì",
            width=112,
            text=lambda row: row.lead_name,
            tooltip=lambda row: row.lead_full_name,
        ),
        Column(
            key="left",
            title="Tình trạng hạn",
            width=150,
            text=left,
            tooltip=meant,
            tone=lambda row: theme.tone(row.deadline),
        ),
    )
