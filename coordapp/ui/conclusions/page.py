"""The page of conclusions: of all conferences, with what became of each."""

from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.figures.listing import Listing
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import ConclusionId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.exports import form_exports
from coordapp.services.exports.form_reading import FormRequest
from coordapp.store.queries import conclusion_queries, conference_queries, task_queries
from coordapp.ui.conclusions.columns import columns
from coordapp.ui.conclusions.detail import ConclusionDetail
from coordapp.ui.conclusions.filter_bar import ConclusionFilter
from coordapp.ui.conclusions.reason_dialog import ReasonDialog
from coordapp.ui.conclusions.source_actions import SourceActions
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenConference, OpenTask
from coordapp.ui.kit.page import ReadingPage
from coordapp.ui.kit.state import State, part, sizes
from coordapp.ui.tables.lingering import Lingering
from coordapp.ui.tables.listing import shown_columns, shown_parts
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.row_count import RowCount
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import EXCEL, ask_target
from coordapp.ui.widgets.split import FoldingSplit

_SHOWN = (
    Kind.CONFERENCE, Kind.CONCLUSION, Kind.TASK, Kind.COORDINATION, Kind.UNIT, Kind.COMMITTEE,
    Kind.CONCLUSION_SOURCE, Kind.DIRECTIVE, Kind.DIRECTIVE_SECTION,
)  # fmt: skip
_DETAIL = 330  # wide at first; in pixels
_FOLDS_BELOW = 940


class ConclusionsPage(ReadingPage):
    """Reads when something changed and it is seen; a filter chooses among what was read."""

    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: list[ConclusionRow] = []
        self._given: dict[int, list[TaskRow]] = {}
        self.filters = ConclusionFilter(self)
        self.model: RecordModel[ConclusionRow] = RecordModel(
            columns(), key=attrgetter("id"), parent=self
        )
        self._lingering = Lingering(self.model, attrgetter("id"))
        self.table = TableView(self.model, self)
        self.detail = ConclusionDetail(context.today, self)
        self.on_sources = SourceActions(context, self)
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self._empty = EmptyState("", "")
        self.table.set_empty_state(self._empty)
        self.table.setAccessibleName("Kết luận")
        self.filters.search.lead_to(self.table)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.offer(
            ("Mở hội nghị", self.open_conference),
            ("Căn cứ văn bản chỉ đạo…", self.ask_sources),
            ("Không phát sinh nhiệm vụ…", self.ask_reason),
            ("Sao chép", self.table.copy_selection),
        )
        self._split = FoldingSplit(
            (self.table, self.detail),
            (4 * _DETAIL, _DETAIL),
            folds_below=_FOLDS_BELOW,
            parent=self,
        )
        self.filters.row.addWidget(self._split.fold)
        self.rows = RowCount(self.table, self.model, self)
        self.filters.row.addWidget(self.rows.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filters)
        column.addWidget(self._split, 1)
        self.strip = ProgressStrip(self._context.run, self)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self._empty.requested.connect(self._leave_empty)
        self.table.selected.connect(self._show_detail)
        self.table.activated_row.connect(self.open_conference)
        self.detail.open_task_requested.connect(self._open_task)
        self.detail.open_conference_requested.connect(self._open_conference)
        self.detail.reason_requested.connect(self.ask_reason)
        self.detail.sources_requested.connect(self.ask_sources)
        self.detail.sources.open_requested.connect(self.on_sources.open)

    # --- reading

    def is_concerned(self, changes: Changes) -> bool:
        """Tell whether anything shown changed."""
        return changes.concern(*_SHOWN)

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the filter and the chosen row stay."""
        reader, today = self._context.store.connection, self._context.today
        super().refresh()
        self._rows = conference_queries.conclusions(reader, today)
        self._given = {}
        self.filters.offer(self._rows)
        self._sieve(anew=True)

    @Slot()
    def _filter(self) -> None:
        self._lingering.forget()
        self._sieve(anew=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Let go what stayed when the page was left."""
        super().showEvent(event)
        if self._lingering.is_any:
            self._filter()

    def _sieve(self, *, anew: bool) -> None:
        query = self.filters.value()
        ids = None
        if query.text:
            ids = conclusion_queries.ids_by_text(self._context.store.connection, query.text)
        shown = query.choose(self._rows, ids)
        self.filters.show_counts(query.count(self._rows, ids))
        self._say_empty()
        self.model.show(self._lingering.with_left(shown, self._rows) if anew else shown)
        if self.table.current_id() is None and shown:
            self.table.select_id(self.model.id_at(0))
        self._show_detail()

    def _say_empty(self) -> None:
        if self._rows:
            self._empty.say(
                "Không có kết luận nào khớp bộ lọc",
                "Hãy đổi điều kiện lọc hoặc xem lại toàn bộ.",
                "Xóa bộ lọc",
            )
        else:
            self._empty.say(
                "Chưa có kết luận",
                "Kết luận ghi ở trang Hội nghị; tại đây theo dõi kết luận nào đã có nhiệm vụ, "
                "kết luận nào chưa.",
            )

    @Slot()
    def _show_detail(self) -> None:
        row = self.table.current_record()
        if row is None:
            self.detail.clear()
        else:
            self.detail.show_row(row, self._tasks_of(row))

    def _tasks_of(self, row: ConclusionRow) -> list[TaskRow]:
        owner = row.conclusion.conference_id
        if owner not in self._given:
            query = TaskQuery(conference_id=owner, without_parents=True)
            reader, today = self._context.store.connection, self._context.today
            self._given[owner] = task_queries.find(reader, query, today)
        return [one for one in self._given[owner] if one.task.conclusion_id == row.id]

    @Slot()
    def _leave_empty(self) -> None:
        self.filters.clear()

    # --- actions

    @Slot()
    def open_conference(self) -> None:
        """Open the conference of the chosen conclusion."""
        row = self.table.current_record()
        if row is not None:
            self._open_conference(row.conference_code)

    @Slot(str)
    def _open_conference(self, code: str) -> None:
        row = self.table.current_record()
        chosen = 0 if row is None else row.id
        self._context.navigate(
            OpenConference(code=code, kind=Kind.CONCLUSION, record_id=chosen)
            if chosen
            else OpenConference(code=code)
        )

    @Slot(str)
    def _open_task(self, code: str) -> None:
        self._context.navigate(OpenTask(code=code))

    @Slot()
    def ask_sources(self) -> None:
        """Ask what the chosen conclusion rests on."""
        row = self.table.current_record()
        if row is not None:
            self.on_sources.ask(row.id)

    @Slot()
    def ask_reason(self) -> None:
        """Ask why the chosen conclusion gives no task."""
        row = self.table.current_record()
        if row is None:
            return
        if row.task_codes:
            self._context.messages.say("Kết luận này đã có nhiệm vụ.")
            return
        reason = ReasonDialog.ask(self, row.conclusion)
        if reason is not None:
            self.set_reason(ConclusionId(row.id), reason)

    def set_reason(self, conclusion_id: ConclusionId, reason: str) -> None:
        """Save why a conclusion gives no task; no words take it back."""
        store = self._context.store
        if self._context.run(
            lambda: conclusion_actions.set_no_task_reason(store, conclusion_id, reason)
        ):
            message = "Đã ghi không phát sinh nhiệm vụ" if reason else "Đã bỏ lý do"
            self._context.messages.offer_undo(message)

    def print_list(self) -> None:
        """Show the conclusions chosen as they print."""
        self.print_requested.emit(
            Listing(
                title="Theo dõi kết luận",
                columns=shown_columns(self.table, self.model),
                parts=shown_parts(self.table, self.model),
                filtered=self._filtered(),
            )
        )

    def _filtered(self) -> str:
        """Say what is left out, for the paper."""
        chip = self.filters.chips.words()
        text = self.filters.search.text().strip()
        return "; ".join(filter(None, (chip, f"Tìm: {text}" if text else "")))

    def export_excel(self) -> None:
        """Ask for a place and write there what is shown."""
        name = f"Sổ theo dõi kết luận ({self._context.today:%d.%m.%Y}).xlsx"
        target = ask_target(self, "Xuất Excel", self._context.store.path.parent / name, EXCEL)
        if target:
            self.export_to(target)

    def export_to(self, target: Path) -> None:
        """Write the conclusions that are shown, in the background."""
        context = self._context
        work = partial(
            form_exports.export_conclusions,
            context.store.path,
            FormRequest(as_of=context.today),
            target,
            only=frozenset(row.id for row in self.model.records()),
        )
        self.strip.watch(context.jobs.start(lambda step: work(step=step)), target)

    # --- shape

    def save_state(self) -> State:
        """Give columns, the chip and widths as plain values."""
        return {
            "table": self.table.save_state(),
            "chip": self.filters.chips.current(),
            "widths": self._split.sizes(),
        }

    def restore_state(self, state: State) -> None:
        """Take the shape of the last run; what is unknown is left alone."""
        chip, widths = state.get("chip"), sizes(state, "widths", 2)
        self.table.restore_state(part(state, "table"))
        if chip in [coverage.value for coverage in Coverage]:
            with QSignalBlocker(self.filters):
                self.filters.chips.choose(str(chip))
        if widths is not None:
            self._split.setSizes(widths)
