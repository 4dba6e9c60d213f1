"""The page of tasks: filters, list, detail."""

from bisect import insort
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.clarity import ClearPoint
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.words.clarity_words import held_points
from coordapp.store import Reader
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    task_queries,
    unit_queries,
)
from coordapp.ui.conclusions.task_source_actions import TaskSourceActions
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import (
    ExportRegister,
    NewTask,
    NewTasksFromTemplate,
    OpenConference,
    OpenTask,
    OpenTasks,
    Route,
    ShowTasks,
    TaskChip,
)
from coordapp.ui.kit.page import Page
from coordapp.ui.kit.state import State, part, sizes
from coordapp.ui.tables.grouped import GroupedModel
from coordapp.ui.tables.grouped_view import GroupedView
from coordapp.ui.tables.lingering import Lingering
from coordapp.ui.tables.row_count import RowCount
from coordapp.ui.tables.selection_bar import SelectionBar
from coordapp.ui.tasks.actions import TaskActions
from coordapp.ui.tasks.active_filters import ActiveFilters
from coordapp.ui.tasks.bulk_actions import BulkActions
from coordapp.ui.tasks.cell_edits import CellEdits
from coordapp.ui.tasks.columns import columns
from coordapp.ui.tasks.detail import TaskDetail
from coordapp.ui.tasks.filter_bar import FilterBar, TaskLanding
from coordapp.ui.tasks.filters import FilterResult, FilterResults, TaskFilter, years
from coordapp.ui.tasks.no_task import NoTask
from coordapp.ui.tasks.placing.group_totals import with_totals
from coordapp.ui.tasks.task_paper_actions import TaskPaperActions
from coordapp.ui.tasks.view_actions import RegisterParts, ViewActions
from coordapp.ui.templates.template_actions import TemplateMenu
from coordapp.ui.widgets.message_bar import MessageBar
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.split import FoldingSplit

_DETAIL = 320  # wide at first; in pixels
_FOLDS_BELOW = 1020  # the columns at their least widths, and the detail beside them
_FEW = 50  # rows that are read one by one; more are read all at once
_CODE = attrgetter("task.code")
_CONCERNED = (
    Kind.TASK,
    Kind.COORDINATION,
    Kind.PROGRESS_REPORT,
    Kind.EXTENSION,
    Kind.ATTACHMENT,
    Kind.UNIT,
    Kind.CONFERENCE,
    Kind.CONCLUSION,
    Kind.COMMITTEE,
    Kind.DIRECTIVE,
    Kind.DIRECTIVE_SECTION,
    Kind.PROGRAMME,
    Kind.PROGRAMME_ITEM,
)


class TasksPage(Page):
    """Rows are read once per change; every filter but the text is put to them in memory."""

    primary_text = "Nhiệm vụ mới"
    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: list[TaskRow] = []
        self._stale: set[TaskId] | None = set()  # rows not read since they changed; None: all
        self._is_stale = False
        self._units: list[Unit] = []
        self._leads: list[tuple[UnitId | None, str]] = []
        self._points: list[ClearPoint] = []
        self._narrowings = FilterResults(
            partial(task_queries.ids_by_text, context.store.connection)
        )
        self.message = MessageBar(self)
        self._cells = CellEdits(context, self.message, self)
        self.model = GroupedModel(
            columns(context, self._cells.edits, self._leads, self._points),
            key=attrgetter("task.id"),
            parent=self,
        )
        self._lingering = Lingering(self.model, attrgetter("task.id"))
        self.table = GroupedView(self.model, self)
        self.filters = FilterBar(self)
        self.filters.search.lead_to(self.table)
        self.landing = TaskLanding(self.filters, self.table, self.model)
        self.active = ActiveFilters(self.filters, self)
        self.detail = TaskDetail(context, self)
        self._build()
        self._connect()
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.refresh()

    # --- building

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._split = FoldingSplit(
            (with_totals(self.table, self.model), self.detail),
            (4 * _DETAIL, _DETAIL),
            folds_below=_FOLDS_BELOW,
            parent=self,
        )
        self.templates = TemplateMenu(self._context, self, self.table)
        self.on_task = TaskActions(self._context, self, self.table)
        self.bulk = BulkActions(self._context, self, self.table)
        self.on_source = TaskSourceActions(self._context, self, self.table)
        shown = RegisterParts(
            table=self.table, model=self.model, filters=self.filters, active=self.active
        )
        self.views = ViewActions(self._context, self, shown)
        self.filters.row.addWidget(self.views.button)
        self.filters.row.addWidget(self.templates.button)
        self.filters.row.addWidget(self._split.fold)
        self.rows = RowCount(self.table, self.model, self)
        self.filters.row.addWidget(self.rows.label)
        self.strip = ProgressStrip(self._context.run, self)
        self.papers = TaskPaperActions(self._context, self, shown, self.strip)
        self._empty = NoTask(self.primary_text)
        self.table.set_empty_state(self._empty)
        self.table.setAccessibleName("Danh sách nhiệm vụ")
        self.table.copies_titles = True  # so that a paste from Excel knows the columns again
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for above in (self.filters, self.active, self.message, self.strip):
            column.addWidget(above)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.filters.changed.connect(self._filter)
        self._empty.requested.connect(self._leave_empty)
        self.table.selected.connect(self._show_detail)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._forget_order)
        self.table.activated_row.connect(self.on_task.edit)
        self.table.refused.connect(self._cells.run.show)
        self.table.gave_up.connect(self.message.hide)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.bulk.made.connect(self.show_ids)
        self.on_task.added.connect(self.show_task)
        detail = self.detail
        detail.open_task_requested.connect(self.show_task)
        detail.open_conference_requested.connect(self._open_conference)
        _serve(detail, self.on_task)
        detail.open_source_requested.connect(self.on_source.open)
        several = [*self.bulk.on_rows, *self.on_task.on_several]
        self.selection = SelectionBar(self.table, "nhiệm vụ", several, self)
        self._column.addWidget(self.selection)

    # --- reading and filtering

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.concern(*_CONCERNED):
            return
        touched = task_queries.touched(self._context.store.connection, changes)
        self._stale = None if touched is None or self._stale is None else self._stale | touched
        self._is_stale = True
        # thousands of rows read again at each word typed elsewhere would stop the typing
        if not self.is_away:
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another page was seen."""
        super().showEvent(event)
        if self._is_stale:
            self._catch_up()
        if self._lingering.is_any:
            self._filter()

    def _read_points(self) -> None:
        points = held_points(committee_queries.clarity(self._context.store.connection))
        if tuple(self._points) != points:
            self._points[:] = points
            self.model.forget_texts()
            self.filters.offer_points(points)

    def _catch_up(self) -> None:
        self._read_points()
        if self._stale is None or len(self._stale) > _FEW:
            self.refresh()
        else:
            self._refresh_rows(self._stale)

    def _refresh_rows(self, ids: set[TaskId]) -> None:
        """Read again only the rows that changed: a register may hold 100,000."""
        reader, today = self._context.store.connection, self._context.today
        rows = [row for row in self._rows if row.task.id not in ids]
        changed = (task_queries.get_row(reader, task_id, today) for task_id in ids)
        for row in filter(None, changed):
            insort(rows, row, key=_CODE)
        self._rows = rows
        self._stale, self._is_stale = set(), False
        self.filters.explain_soon(committee_queries.due_soon_days(reader))
        self.filters.offer(self._units, conference_queries.find(reader), years(rows))
        self._show_rows(ids)

    @Slot()
    def refresh(self) -> None:
        """Read the rows again."""
        reader = self._context.store.connection
        self._stale, self._is_stale = set(), False
        self._rows = task_queries.find(reader, TaskQuery(), self._context.today)
        self._units = unit_queries.all_units(reader)
        # the columns keep these very lists, so they are filled and not replaced
        self._read_points()
        self._leads[:] = [(None, ""), *_leading(reader, self._context.today, self._rows)]
        _offer(self.filters, reader, self._units, self._rows)
        self._show_rows()

    def _show_rows(self, touched: set[TaskId] | None = None) -> None:
        self._narrowings.forget()
        self._sieve(
            lambda rows: self.model.show(self._lingering.with_left(rows, self._rows, touched))
        )
        self._show_detail()

    @Slot()
    def _filter(self) -> None:
        self._lingering.forget()
        self._sieve(self.model.keep)

    def _sieve(self, put: Callable[[list[TaskRow]], None]) -> None:
        chosen = self.filters.value()
        whole = replace(chosen, chip=TaskChip.ALL)
        narrowed = self._narrowings.of(whole, self._read)
        self.filters.show_counts(narrowed.counts)
        self._empty.say_why(chosen if self._rows else TaskFilter(), narrowed.counts)
        put(narrowed.chosen(chosen.chip))
        first = self.model.first_id()
        if self.table.current_id() is None and first is not None:
            self.table.select_id(first)

    def _read(self, plain: TaskFilter) -> FilterResult:
        rows = self.model.ordered(plain.narrowed(self._rows))
        return FilterResult.of(rows, self._context.today)

    @Slot()
    def _forget_order(self) -> None:
        self._narrowings.forget()

    @Slot()
    def _leave_empty(self) -> None:
        if self._rows:
            self.filters.clear()
        else:
            self.primary()

    @Slot()
    def _show_detail(self) -> None:
        row = self.table.current_record()
        if row is None:
            self.detail.clear()
        else:
            self.detail.show_row(self._context.store.connection, row, self._context.today)

    @Slot(str)
    def show_task(self, code: str) -> None:
        """Select a task, dropping filters that hide it."""
        self.landing.show([row for row in self._rows if row.task.code == code])

    @Slot(object)
    def show_ids(self, ids: Collection[int]) -> None:
        """Select exactly the tasks of these numbers, dropping filters that hide one."""
        self.landing.show([row for row in self._rows if row.id in ids])

    @Slot(str)
    def _open_conference(self, code: str) -> None:
        row = self.table.current_record()
        given = 0 if row is None else row.task.conclusion_id or 0
        self._context.navigate(
            OpenConference(code=code, kind=Kind.CONCLUSION if given else None, record_id=given)
        )

    def follow(self, route: Route) -> None:
        """Show a task or some rows, or start what the route is there for."""
        match route:
            case OpenTask(code=code):
                self.show_task(code)
            case OpenTasks(chip=chip, unit_id=unit_id, text=text):
                self.show_filter(chip, unit_id, text)
            case ShowTasks(ids=ids):
                self.show_ids(ids)
            case NewTask():
                self.primary()
            case NewTasksFromTemplate():
                self.templates.start()
            case ExportRegister():
                self.papers.export_register()
        if isinstance(route, OpenTask | OpenTasks | ShowTasks):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filter(self, chip: TaskChip, unit_id: UnitId | None = None, text: str = "") -> None:
        """Show the rows of a chip and perhaps of a unit or of words, with no other filter."""
        self.filters.show_only(chip, unit_id, text)

    def place(self) -> State:
        """Give the filters; the current row is kept beside them."""
        return self.filters.save_state()

    def return_to(self, place: State) -> None:
        """Choose the filters of a place."""
        self.filters.restore_state(place)

    # --- actions

    @Slot()
    def primary(self) -> None:
        """Add a task."""
        self.on_task.ask_new()

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self.on_task.entries, *self.bulk.actions, self.on_source.entry])
        menu.addActions([self.templates.make, self.papers.sheet])
        menu.popup(self.table.viewport().mapToGlobal(at))

    # --- export

    @Slot()
    def export_excel(self) -> None:
        """Ask for a place and write the list as it is shown."""
        self.papers.export_shown()

    def print_list(self) -> None:
        """Show the list as it prints."""
        self.papers.show_list()

    # --- shape

    def save_state(self) -> State:
        """Give columns, order and filters as plain values."""
        return {
            "table": self.table.save_state(),
            "filters": self.filters.save_state(),
            "views": self.views.save_state(),
            "file": str(self._context.store.path),
            "detail": self._split.is_wanted,
            "widths": self._split.sizes(),
        }

    def restore_state(self, state: State) -> None:
        """Take the shape of the last run; what is unknown is left alone."""
        self.table.restore_state(part(state, "table"))
        if "views" in state:
            self.views.restore_state(part(state, "views"))
        # the ids in a filter mean nothing in another file
        if "filters" in state and state.get("file") == str(self._context.store.path):
            # a word typed weeks ago must not hide rows this morning
            self.filters.restore_state(part(state, "filters") | {"text": ""})
        self._split.want(state.get("detail") is not False)
        widths = sizes(state, "widths", 2)
        if widths is not None:
            self._split.setSizes(widths)


def _serve(detail: TaskDetail, on_task: TaskActions) -> None:
    """Let the buttons beside a task do what the menu of the rows does."""
    detail.report_requested.connect(on_task.report)
    detail.extend_requested.connect(on_task.extend)
    detail.confirm_requested.connect(on_task.confirm)
    detail.return_requested.connect(on_task.return_task)
    detail.periods_requested.connect(on_task.open_periods)
    detail.edit_requested.connect(on_task.edit)


def _offer(
    filters: FilterBar, reader: Reader, units: Sequence[Unit], rows: Sequence[TaskRow]
) -> None:
    """Let the filters offer what the book now holds."""
    filters.explain_soon(committee_queries.due_soon_days(reader))
    filters.offer(units, conference_queries.find(reader), years(rows))


def _leading(
    reader: Reader, today: date, rows: Sequence[TaskRow]
) -> Iterator[tuple[UnitId | None, str]]:
    """Give the units that can lead a task today, and those that lead one."""
    held = {row.task.lead_unit_id for row in rows if row.task.lead_unit_id is not None}
    return ((unit.id, unit.to_choose) for unit in unit_queries.receiving(reader, today, held))
