"""The page of the history: who did what when, and the trash from which it comes back."""

from operator import attrgetter

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.history import HistoryEntry
from coordapp.domain.words.labels import KIND, OP
from coordapp.domain.words.trash_words import counted
from coordapp.store.queries import history_queries
from coordapp.ui.history.detail import EntryDetail, when
from coordapp.ui.history.filter_bar import EVERYTHING, TRASH, HistoryFilter
from coordapp.ui.history.trash_actions import TrashActions
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.navigation import OpenConference, OpenTask
from coordapp.ui.kit.page import ReadingPage
from coordapp.ui.kit.state import State, part, sizes
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.tables.lingering import Lingering
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.row_count import RowCount
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.split import FoldingSplit

PAGE = 40  # rows read at a time; more would reset the table, and the place in it be lost
_ALL = 1_000_000
_DETAIL = 340  # wide at first; in pixels
_FOLDS_BELOW = 940
_NOT_OPENED = "Mục này không còn trong sổ hoặc không có trang riêng để mở."


class HistoryPage(ReadingPage):
    """Reads the log only while it is seen, and no further than it was scrolled."""

    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._has_more = False
        self.filters = HistoryFilter(context, self)
        self.model: RecordModel[HistoryEntry] = RecordModel(
            _columns(), key=attrgetter("op_id"), parent=self
        )
        self._lingering = Lingering(self.model, attrgetter("op_id"))
        self.table = TableView(self.model, self)
        self.detail = EntryDetail(self)
        self.paper = ListPaperActions(context, self)
        self.trash = TrashActions(context, self, self.table)
        self._further = Debounce(self)
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self._empty = EmptyState("", "")
        self.table.set_empty_state(self._empty)
        self.table.setAccessibleName("Nhật ký")
        self.filters.search.lead_to(self.table)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        # read page by page from the newest: only that order can be whole
        self.table.offer_no_order()
        self.table.offer(("Mở mục", self.open), ("Sao chép", self.table.copy_selection))
        self._split = FoldingSplit(
            (self.table, self.detail),
            (4 * _DETAIL, _DETAIL),
            folds_below=_FOLDS_BELOW,
            parent=self,
        )
        self.filters.row.addWidget(self.trash.clear)
        self.filters.row.addWidget(self._split.fold)
        self.rows = RowCount(self.table, self.model, self)
        self.filters.row.addWidget(self.rows.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filters)
        column.addWidget(self.paper.strip)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._begin_anew)
        self._empty.requested.connect(self._leave_empty)
        self.table.selected.connect(self._show_detail)
        self.table.activated_row.connect(self.open)
        self.detail.open_requested.connect(self.open)
        self.detail.restore_requested.connect(self.trash.restore)
        self.detail.purge_requested.connect(self.trash.purge)
        bar = self.table.verticalScrollBar()
        bar.valueChanged.connect(self._look_for_end)
        bar.rangeChanged.connect(self._look_for_end)
        self._further.rested.connect(self.read_on)

    # --- reading

    @Slot()
    def refresh(self) -> None:
        """Read again what is shown."""
        reader = self._context.store.connection
        super().refresh()
        self.filters.offer(
            history_queries.ops(reader),
            history_queries.people(reader),
            history_queries.count_gone(reader),
        )
        # what was just restored stays in the trash until the page is left
        self._read(max(PAGE, self.model.rowCount()), stay=self.filters.value().gone)

    def showEvent(self, event: QShowEvent) -> None:
        """Let go what stayed when the page was left."""
        super().showEvent(event)
        if self._lingering.is_any:
            self._begin_anew()

    @Slot()
    def _begin_anew(self) -> None:
        self._read(PAGE)
        self.table.scrollToTop()

    def _read(self, count: int, *, stay: bool = False) -> None:
        query = self.filters.value()
        self.trash.clear.setVisible(query.gone)
        entries = history_queries.find(self._context.store.connection, query, count)
        self._has_more = len(entries) == count
        self._say_empty()
        if stay:
            left = self._lingering.with_left(entries, self.model.records())
            entries = sorted(left, key=attrgetter("op_id"), reverse=True)
        else:
            self._lingering.forget()
        self.model.show(entries)
        if self.table.current_id() is None and entries:
            self.table.select_id(entries[0].op_id)  # which shows it
        else:
            self._show_detail()

    def export_excel(self) -> None:
        """Write what the filter finds, all of it and not only what was read so far."""
        self._read(_ALL)
        self.paper.ask("Nhật ký", self.table, self.model)

    def print_list(self) -> None:
        """Show what was read so far as it prints: the whole log would be thousands of pages."""
        self.paper.preview(shown("Nhật ký", self.table, self.model))

    @Slot()
    def _look_for_end(self) -> None:
        bar = self.table.verticalScrollBar()
        if self._has_more and bar.value() >= bar.maximum():
            # not now: the table is being laid out
            self._further.wait()

    @Slot()
    def read_on(self) -> None:
        """Read the actions before those shown."""
        shown = self.model.records()
        if not self._has_more or not shown:
            return
        reader, query = self._context.store.connection, self.filters.value()
        older = history_queries.find(reader, query, PAGE, before=shown[-1].op_id)
        self._has_more = len(older) == PAGE
        self.model.show([*shown, *older])

    @Slot()
    def _show_detail(self) -> None:
        entry = self.table.current_record()
        if entry is None:
            self.detail.clear()
        else:
            self.detail.show_entry(self._context.store.connection, entry)

    def _say_empty(self) -> None:
        query = self.filters.value()
        if not query.is_empty:
            self._empty.say(
                "Không có thao tác nào khớp bộ lọc",
                "Hãy đổi điều kiện lọc hoặc xem lại toàn bộ.",
                "Xóa bộ lọc",
            )
        elif query.gone:
            self._empty.say(
                "Thùng rác trống",
                "Những gì bị xóa nằm ở đây và khôi phục được bất cứ lúc nào.",
                "Xem mọi thao tác",
            )
        else:
            self._empty.say("Nhật ký chưa có gì", "Mọi thao tác sẽ được ghi lại ở đây.")

    @Slot()
    def _leave_empty(self) -> None:
        if self.filters.value().is_empty:
            self.filters.choose(EVERYTHING)
        else:
            self.filters.clear()

    # --- actions

    @Slot()
    def open(self) -> None:
        """Open the task or conference that the action was about."""
        entry = self.table.current_record()
        if entry is None:
            return
        place = history_queries.place(self._context.store.connection, entry.kind, entry.record_id)
        if place is None:
            self._context.messages.say(_NOT_OPENED)
        elif place[0] is Kind.TASK:
            self._context.navigate(OpenTask(code=place[1]))
        else:
            self._context.navigate(OpenConference(code=place[1]))

    # --- shape

    def save_state(self) -> State:
        """Give columns, the view and widths as plain values."""
        return {
            "table": self.table.save_state(),
            "chip": self.filters.chips.current(),
            "widths": self._split.sizes(),
        }

    def restore_state(self, state: State) -> None:
        """Take the shape of the last run; what is unknown is left alone."""
        self.table.restore_state({**part(state, "table"), "sort": []})
        if state.get("chip") == TRASH:
            self.filters.chips.choose(TRASH)
        widths = sizes(state, "widths", 2)
        if widths is not None:
            self._split.setSizes(widths)


def _columns() -> list[Column[HistoryEntry]]:
    return [
        Column(key="at", title="Thời điểm", text=when, width=138, quiet=True),
        Column(key="op", title="Thao tác", text=lambda entry: OP[entry.op], width=164),
        Column(
            key="record",
            title="Mục",
            text=lambda entry: f"{KIND[entry.kind]} · {entry.title}",
            stretch=True,
        ),
        Column(
            key="count",
            title="Số",
            text=lambda entry: str(entry.others + 1),
            width=64,
            align=Qt.AlignmentFlag.AlignRight,
            quiet=True,
            tooltip=lambda entry: counted(dict(entry.counts)),
        ),
        Column(key="who", title="Người", text=attrgetter("who"), width=84, quiet=True),
    ]
