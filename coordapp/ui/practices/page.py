"""The page of models, the numbers told of them, movements and the reports units owe."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.services.exports import case_exports
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.store.file.case_tables import PRACTICE_COUNTS
from coordapp.ui.importing.case_import_dialog import CaseImport
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenPractice, Route
from coordapp.ui.kit.page import TypedPage
from coordapp.ui.kit.seen_stack import SeenStack
from coordapp.ui.papers.case_form_actions import CaseFormActions
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.practices.counts import CountsEditor
from coordapp.ui.practices.models import ModelsView
from coordapp.ui.practices.movements import MovementsView
from coordapp.ui.practices.reports_due import ReportsDueView
from coordapp.ui.tables.record_list import RecordListEditor
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.chips import ChipBar

_MODELS, _COUNTS, _MOVEMENTS, _REPORTS = "models", "counts", "movements", "reports_due"
_PARTS = (
    (_MODELS, "Mô hình"),
    (_COUNTS, "Đối chiếu số báo cáo"),
    (_MOVEMENTS, "Thi đua, khen thưởng"),
    (_REPORTS, "Báo cáo của đơn vị"),
)
_KINDS = (
    Kind.PRACTICE, Kind.PRACTICE_YEAR, Kind.RECOGNITION, Kind.PRACTICE_COUNT, Kind.MOVEMENT,
    Kind.COMMENDATION, Kind.REPORT_DUE, Kind.REPORT_RECEIPT, Kind.UNIT,
)  # fmt: skip


class PracticesPage(TypedPage):
    """Everything typed is saved as it is typed."""

    primary_text = "Thêm vào danh sách"
    exports_excel = True
    shown_kinds = _KINDS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.models = ModelsView(context)
        self.counts = CountsEditor(context)
        self.movements = MovementsView(context)
        self.reports = ReportsDueView(context)
        self.bring_in = button("Nhập từ bảng…", "plain", "file-spreadsheet")
        self.models.models.head.addWidget(self.bring_in)
        self.imports = CaseImport(context, "practices", self)
        self.paper = ListPaperActions(context, self)
        self.forms = CaseFormActions(context, self, self.paper.strip)
        self.parts = ChipBar(_PARTS)
        self._stack = SeenStack()
        for part in (self.models, self.counts, self.movements, self.reports):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.parts)
        column.addWidget(self.paper.strip)
        column.addWidget(self._stack, 1)
        self._stale: set[str] = set()
        self._reads: dict[str, Callable[[], None]] = {
            _MODELS: self.models.refresh,
            _COUNTS: self.counts.refresh,
            _MOVEMENTS: self.movements.refresh,
            _REPORTS: self.reports.refresh,
        }
        self.parts.chosen.connect(self.show_part)
        self.bring_in.clicked.connect(self.imports.ask_file)
        for read in self._reads.values():
            read()

    @Slot(str)
    def show_part(self, key: str) -> None:
        """Show one part of the page."""
        self.parts.choose(key)
        self._stack.setCurrentIndex([part for part, _ in _PARTS].index(key))
        # the other part asks for other room
        self._stack.updateGeometry()
        self._catch_up()

    def refresh(self) -> None:
        """Read what is seen again, the rest when it is next seen; what is being typed stays."""
        self._stale = {part for part, _ in _PARTS}
        self._catch_up()

    def _catch_up(self) -> None:
        seen = self.parts.current()
        if seen not in self._stale:
            return
        # thousands of models are read by three of the four parts
        self._stale.discard(seen)
        self._reads[seen]()

    def primary(self) -> None:
        """Add to the list that is seen and start typing."""
        starts: dict[str, Callable[[], None]] = {
            _MODELS: self.models.models.start_new,
            _COUNTS: self.counts.start_new,
            _MOVEMENTS: self.movements.movements.start_new,
            _REPORTS: self.reports.reports.start_new,
        }
        starts[self.parts.current()]()

    def follow(self, route: Route) -> None:
        """Select what was searched for."""
        match route:
            case OpenPractice(kind=Kind.MOVEMENT, record_id=record_id):
                self.show_part(_MOVEMENTS)
                self.movements.show_record(record_id)
            case OpenPractice(kind=Kind.REPORT_DUE, record_id=record_id):
                self.show_part(_REPORTS)
                self.reports.show_record(record_id)
            case OpenPractice(kind=Kind.PRACTICE_COUNT, record_id=record_id):
                self._show_count(record_id)
            case OpenPractice(record_id=record_id):
                self.show_part(_MODELS)
                self.models.show_record(record_id)

    def _show_count(self, record_id: int) -> None:
        self.show_part(_COUNTS)
        count = PRACTICE_COUNTS.find(self._context.store.connection, record_id)
        if count is not None:
            self.counts.show_of(count.year)
            self.counts.table.select_id(record_id)

    def export_excel(self) -> None:
        """Write what is seen: models and reports in the office's form, else the list."""
        request = CaseRequest(as_of=self._context.today)
        if self.parts.current() == _REPORTS:
            self.forms.ask(case_exports.export_reports_due, "Báo cáo của đơn vị", request)
        elif self.parts.current() == _MODELS and self.models.models.chosen.isChecked():
            models = self.models.models
            self.paper.ask(models.list_name, models.table, models.model)
        elif self.parts.current() == _MODELS:
            self.forms.ask(case_exports.export_practices, "Danh sách mô hình", request)
        elif self.parts.current() == _COUNTS:
            year = self.counts.year.currentData()
            request = CaseRequest(as_of=self._context.today, year=year)
            self.forms.ask(case_exports.export_practices, f"Mô hình năm {year}", request)
        else:
            editor = self._list_in_use()
            self.paper.ask(editor.title.text(), editor.table, editor.model)

    def print_list(self) -> None:
        """Show the list in use as it prints."""
        editor = self._list_in_use()
        is_models = editor is self.models.models
        title = self.models.models.list_name if is_models else editor.title.text()
        self.paper.preview(shown(title, editor.table, editor.model))

    def _list_in_use(self) -> RecordListEditor[Any, Any]:
        """Give the list where the keys are, else the first of the part that is seen."""
        lists: dict[str, tuple[RecordListEditor[Any, Any], ...]] = {
            _MODELS: (self.models.models, self.models.years, self.models.steps),
            _COUNTS: (self.counts,),
            _MOVEMENTS: (self.movements.movements, self.movements.proposals),
            _REPORTS: (self.reports.receipts, self.reports.reports),
        }
        seen, last = lists[self.parts.current()], self.focusWidget()
        for editor in seen:
            if last is not None and editor.isAncestorOf(last):
                return editor
        return seen[0]

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        for part in (self.models, self.counts, self.movements, self.reports):
            part.flush()
        super().hideEvent(event)
