"""The page of reports: the figures superiors ask for, each number open to its tasks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coordapp.domain.figures.form_contents import AttendanceReport
from coordapp.domain.figures.listing import Listing
from coordapp.domain.figures.status import StatusFigure, StatusRow
from coordapp.domain.figures.status_labels import FIGURE, caption, rule
from coordapp.services.exports import form_exports, form_reading, status_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.paper_exports import Step
from coordapp.store import Reader
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenConference, OpenSummary, OpenTask, Route
from coordapp.ui.kit.page import ReadingPage
from coordapp.ui.kit.state import State
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.reports.choices import (
    ATTENDANCE,
    CONCLUSIONS,
    LATE,
    STATUS,
    SUMMARY,
    ReportChoices,
)
from coordapp.ui.reports.lists import AttendanceTable, ConclusionTable
from coordapp.ui.reports.status_view import StatusView
from coordapp.ui.reports.task_list import TaskLineTable, TaskListDialog
from coordapp.ui.reports.totals import attendance_total, conclusions_total, late_total
from coordapp.ui.tables.totals.total_row import TotalRow, above
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import EXCEL, PDF, ask_target

if TYPE_CHECKING:
    from coordapp.ui.reports.summary_view import SummaryView

_Export = Callable[[Path, FormRequest, Path, Step], Path]
_EXPORTS: dict[str, tuple[str, _Export]] = {
    STATUS: ("Tình hình thực hiện nhiệm vụ", form_exports.export_status),
    LATE: ("Nhiệm vụ quá hạn", form_exports.export_late),
    CONCLUSIONS: ("Theo dõi kết luận", form_exports.export_conclusions),
    ATTENDANCE: ("Dự họp", form_exports.export_attendance),
}
_ENDING = {EXCEL: ".xlsx", PDF: ".pdf"}
_GROUPED = ("Sổ nhiệm vụ theo nhóm", form_exports.export_grouped)
_EMPTY = {
    LATE: ("Không có nhiệm vụ quá hạn", "Đến ngày đã chọn, mọi nhiệm vụ có hạn đều đúng tiến độ."),
    CONCLUSIONS: ("Chưa có kết luận nào", "Đến ngày đã chọn chưa có hội nghị nào ra kết luận."),
    ATTENDANCE: ("Chưa có ai được mời", "Trong năm đã chọn chưa có hội nghị nào ghi thành phần."),
}


class ReportsPage(ReadingPage):
    """Counts only while it is seen; it changes nothing in the file."""

    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.choices = ReportChoices(context, self)
        self.strip = ProgressStrip(context.run, self)
        self.paper = ListPaperActions(context, self)
        self.caption = label("", "secondary", self)
        self.status = StatusView(self)
        self.late = TaskLineTable(self, hidden=("finished_on", "bucket"))
        self.conclusions = ConclusionTable(self)
        self.attendance = AttendanceTable(self)
        self._summary: SummaryView | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._views: dict[str, QWidget] = {
            STATUS: self.status,
            LATE: self.late,
            CONCLUSIONS: self.conclusions,
            ATTENDANCE: self.attendance,
        }
        self.totals: dict[str, TotalRow[Any]] = {
            LATE: late_total(self.late),
            CONCLUSIONS: conclusions_total(self.conclusions),
            ATTENDANCE: attendance_total(self.attendance),
        }
        for key, view in self._views.items():
            if isinstance(view, TableView):
                view.set_empty_state(EmptyState(*_EMPTY[key]))
                view.setAccessibleName(_EXPORTS[key][0])
                self._views[key] = above(view, self.totals[key])
            self._stack.addWidget(self._views[key])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.choices, self.strip, self.caption):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.choices.changed.connect(self.refresh)
        self.choices.grouped.clicked.connect(self.export_grouped)
        self.choices.one_page.clicked.connect(self.export_page)
        self.status.opened.connect(self.open_number)
        self.late.activated_row.connect(self._open_task)
        self.conclusions.activated_row.connect(self._open_conference)

    # --- reading

    @Slot()
    def refresh(self) -> None:
        """Count again what is chosen."""
        super().refresh()
        reader, chosen = self._context.store.connection, self.choices.value()
        self.choices.set_cutoff(status_reading.cutoff_day(reader))
        self.caption.setVisible(chosen.form not in (STATUS, SUMMARY))
        if chosen.form == SUMMARY:
            self._stack.setCurrentWidget(self.summary)
            self.summary.refresh()
            return
        self._stack.setCurrentWidget(self._views[chosen.form])
        show = {
            STATUS: self._show_status,
            LATE: self._show_late,
            CONCLUSIONS: self._show_conclusions,
            ATTENDANCE: self._show_attendance,
        }[chosen.form]
        self._context.run(lambda: show(reader, chosen.request))

    @property
    def summary(self) -> "SummaryView":
        """The review report; made when it is first asked for."""
        if self._summary is None:
            # the reader of PDF takes a while to load
            from coordapp.ui.reports.summary_view import SummaryView

            self._summary = SummaryView(self._context, self.strip, self)
            self._stack.addWidget(self._summary)
        return self._summary

    def follow(self, route: Route) -> None:
        """Show the version of a review report that was searched for."""
        if isinstance(route, OpenSummary):
            self.choices.choose(SUMMARY)
            self.refresh()
            self.summary.show_record(route.record_id)

    def _show_status(self, reader: Reader, request: FormRequest) -> None:
        question = form_reading.question_of(reader, request)
        table = status_reading.table(reader, question, span=request.span)
        self.status.show_table(table)

    def _show_late(self, reader: Reader, request: FormRequest) -> None:
        question = form_reading.question_of(reader, request)
        lines = status_reading.overdue(reader, question)
        self.caption.setText(f"{caption(question)}. Quá hạn: {len(lines)} nhiệm vụ.")
        self.late.lines.show(lines)

    def _show_conclusions(self, reader: Reader, request: FormRequest) -> None:
        report = form_reading.conclusions(reader, request)
        lines = [line for _, part in report.parts for line in part]
        self.caption.setText(
            f"{len(lines)} kết luận, {sum(line.tasks for line in lines)} nhiệm vụ: "
            f"đã hoàn thành {sum(line.done for line in lines)}, "
            f"quá hạn {sum(line.overdue for line in lines)}."
        )
        self.conclusions.show_report(report)

    def _show_attendance(self, reader: Reader, request: FormRequest) -> None:
        report: AttendanceReport = form_reading.attendance(reader, request)
        self.caption.setText(
            f"Năm {report.year}: {len(report.conferences)} hội nghị, "
            f"{len(report.members)} người thuộc thành phần."
        )
        self.attendance.show_report(report)

    # --- opening

    @Slot(object, object)
    def open_number(self, row: StatusRow, figure: StatusFigure) -> None:
        """Show the tasks behind a number as they stood then."""
        self.dialog_of(row, figure).open()

    def dialog_of(self, row: StatusRow, figure: StatusFigure) -> TaskListDialog:
        """Make the dialog of a number."""
        reader = self._context.store.connection
        question = form_reading.question_of(reader, self.choices.value().request)
        lines = status_reading.lines(reader, question, row.ids(figure))
        title = f"{row.group.label} · {FIGURE[figure]}: {len(lines)}"
        dialog = TaskListDialog(
            self, title, f"{caption(question)}. {rule(figure, question)}", lines
        )
        dialog.open_task_requested.connect(self._open_task)
        return dialog

    @Slot(object)
    def _open_task(self, code: str) -> None:
        self._context.navigate(OpenTask(code=code))

    @Slot(object)
    def _open_conference(self, _line: object) -> None:
        chosen = self.conclusions.current_record()
        if chosen is not None:
            self._context.navigate(OpenConference(code=chosen.conference.code))

    # --- export

    @Slot()
    def export_excel(self) -> None:
        """Ask for a place and write the chosen form there."""
        if self.choices.form == SUMMARY:
            listing = self.summary.listing()
            if listing is not None:
                self.paper.ask_listing(listing)
            return
        self._ask(*_EXPORTS[self.choices.form])

    def print_list(self) -> None:
        """Show the chosen form as it prints."""
        if self.choices.form == SUMMARY:
            self.summary.preview.read_when_ready()
            return
        self.paper.preview(self._listing())

    def _listing(self) -> Listing:
        title, form = _EXPORTS[self.choices.form][0], self.choices.form
        if form == STATUS:
            words = self.status.caption.text()
            return shown(title, self.status.table, self.status.model, words)
        words = self.caption.text()
        if form == LATE:
            return shown(title, self.late, self.late.lines, words)
        if form == CONCLUSIONS:
            return shown(title, self.conclusions, self.conclusions.lines, words)
        return shown(title, self.attendance, self.attendance.lines, words)

    @Slot()
    def export_grouped(self) -> None:
        """Ask for a place and write the register in parts."""
        self._ask(*_GROUPED)

    @Slot()
    def export_page(self) -> None:
        """Ask for a place and write the figures for the chair on one page."""
        self._ask(*_EXPORTS[STATUS], kinds=PDF)

    def _ask(self, name: str, export: _Export, kinds: str = EXCEL) -> None:
        day = self.choices.value().request.as_of
        proposed = self._context.store.path.parent / f"{name} ({day:%d.%m.%Y}){_ENDING[kinds]}"
        title = "Xuất Excel" if kinds == EXCEL else "Xuất PDF"
        target = ask_target(self, title, proposed, kinds)
        if target:
            self.export_to(target, export)

    def export_to(self, target: Path, export: _Export) -> None:
        """Write a form in the background."""
        path, request = self._context.store.path, self.choices.value().request
        job = self._context.jobs.start(lambda step: export(path, request, target, step))
        self.strip.watch(job, target)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        if self._summary is not None:
            self._summary.texts.flush()
        super().hideEvent(event)

    # --- shape

    def save_state(self) -> State:
        """Give form and choices as plain values."""
        return self.choices.save_state()

    def restore_state(self, state: State) -> None:
        """Take the choices of the last run; what is unknown is left alone."""
        self.choices.restore_state(state)
