"""The page of indicators: what is measured above, the figures of one below."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from coordapp.domain.indicators.indicator import Indicator
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import ConclusionId, DirectiveSectionId, IndicatorId, TaskId
from coordapp.domain.programmes.source_tie import SourceTie
from coordapp.domain.words.case_labels import ACCUMULATION, DIRECTION, SHARING
from coordapp.services.exports import case_exports
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.services.indicators import indicator_actions
from coordapp.store.file.case_tables import INDICATORS
from coordapp.store.queries import indicator_queries, programme_queries
from coordapp.ui.conclusions.source_dialog import FOR_INDICATORS, Place, SourceDialog
from coordapp.ui.conclusions.source_links import SourceLinks
from coordapp.ui.importing.case_import_dialog import CaseImport
from coordapp.ui.indicators.chart import ChartCard
from coordapp.ui.indicators.values import ValuesEditor
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenIndicator, Route, route_of
from coordapp.ui.kit.page import TypedPage
from coordapp.ui.papers.case_form_actions import CaseFormActions
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.split import Split

_VALUES, _CHART, _EACH = 860, 250, 300  # wide and high at first; in pixels
_KINDS = (
    Kind.INDICATOR, Kind.INDICATOR_VALUE, Kind.UNIT, Kind.DIRECTIVE, Kind.DIRECTIVE_SECTION,
    Kind.CONCLUSION, Kind.CONFERENCE, Kind.TASK,
)  # fmt: skip


class IndicatorsPage(TypedPage):
    """Everything typed is saved as it is typed."""

    primary_text = "Chỉ tiêu mới"
    exports_excel = True
    shown_kinds = _KINDS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.indicators = RecordListEditor(context, indicator_list(context), None)
        # indicators are added by the button of the page
        self.indicators.add.hide()
        self.bring_in = button("Nhập từ bảng…", "plain", "file-spreadsheet")
        self.indicators.head.addWidget(self.bring_in)
        self.tie = button(
            "Gắn với…", "plain", "external-link", tip="Kết luận, mục văn bản, nhiệm vụ"
        )
        self.indicators.head.addWidget(self.tie)
        self.sources = SourceLinks()
        self.indicators.body.addWidget(self.sources)
        self.values = ValuesEditor(context)
        self.card = ChartCard()
        self.files = RecordFiles(context, self.indicators, Kind.INDICATOR, "name")
        self.imports = CaseImport(context, "indicators", self)
        self.paper = ListPaperActions(context, self)
        self.forms = CaseFormActions(context, self, self.paper.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.paper.strip)
        below = Split((self.values, self.card), (_VALUES, _CHART), wide=0, parent=self)
        # a splitter asks for no more height than there is, so the page does not scroll
        lists = QSplitter(Qt.Orientation.Vertical, self)
        lists.setChildrenCollapsible(False)
        for part in (self.indicators, below):
            lists.addWidget(part)
        lists.setSizes((_EACH, _EACH))
        column.addWidget(lists, 1)
        self.indicators.table.selected.connect(self._show_values)
        self.bring_in.clicked.connect(self.imports.ask_file)
        self.tie.clicked.connect(self.ask_ties)
        self.sources.open_requested.connect(self._open_tie)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.indicators.refresh()
        self._show_values()

    @Slot()
    def _show_values(self) -> None:
        indicator = self.indicators.table.current_record()
        self.values.show_indicator(indicator)
        self.card.chart.show_bars(self.values.bars(), self.values.unit_names())
        self.tie.setEnabled(indicator is not None)
        reader = self._context.store.connection
        ties = programme_queries.ties_of_indicator(reader, indicator) if indicator else ()
        self.sources.show_ties(ties)

    @Slot()
    def ask_ties(self) -> None:
        """Ask which section, conclusion and task the current indicator measures."""
        indicator, store = self.indicators.table.current_record(), self._context.store
        if indicator is None:
            return
        held = [
            (one.kind, one.record_id)
            for one in programme_queries.ties_of_indicator(store.connection, indicator)
        ]
        chosen = SourceDialog.ask(
            self.window(),
            store.connection,
            held,
            title=f"Chỉ tiêu {indicator.code} đo kết quả của",
            offered=FOR_INDICATORS,
        )
        if chosen is not None:
            self.set_ties(indicator, chosen)

    def set_ties(self, indicator: Indicator, chosen: Sequence[Place]) -> None:
        """Tie an indicator to these, and to nothing else."""
        store, places = self._context.store, dict(chosen)
        section, conclusion, task = (
            places.get(kind) for kind in (Kind.DIRECTIVE_SECTION, Kind.CONCLUSION, Kind.TASK)
        )
        tied = replace(
            INDICATORS.get(store.connection, indicator.id),
            directive_section_id=None if section is None else DirectiveSectionId(section),
            conclusion_id=None if conclusion is None else ConclusionId(conclusion),
            task_id=None if task is None else TaskId(task),
        )
        if self._context.run(lambda: indicator_actions.edit(store, tied)):
            verb = "Đã gắn" if places else "Đã gỡ các liên kết của"
            self._context.messages.offer_undo(f"{verb} chỉ tiêu {indicator.code}")

    @Slot(object)
    def _open_tie(self, tie: SourceTie) -> None:
        self._context.navigate(route_of(tie.kind, tie.record_id, tie.code))

    def primary(self) -> None:
        """Add an indicator and start typing its name."""
        self.indicators.start_new()

    def follow(self, route: Route) -> None:
        """Select what was searched for."""
        match route:
            case OpenIndicator(record_id=record_id):
                self.indicators.table.select_id(record_id)
                self.indicators.table.setFocus()

    def export_excel(self) -> None:
        """Write the table of indicators in the office's form."""
        self.forms.ask(
            case_exports.export_indicators, "Bảng chỉ tiêu", CaseRequest(as_of=self._context.today)
        )

    def print_list(self) -> None:
        """Show the figures where the keys are in them, else the indicators, as they print."""
        last = self.focusWidget()
        if last is not None and self.values.isAncestorOf(last):
            listing = self.values.listing()
        else:
            listing = shown("Danh mục chỉ tiêu", self.indicators.table, self.indicators.model)
        self.paper.preview(listing)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        self.indicators.flush()
        self.values.flush()
        super().hideEvent(event)


def indicator_list(context: Context) -> RecordList[Indicator, None]:
    """Make the list of the indicators."""
    return RecordList(
        table=INDICATORS,
        name="Chỉ tiêu",
        empty=("Chưa có chỉ tiêu", "Thêm chỉ tiêu, hoặc nhập bảng chỉ tiêu đã có."),
        add_text="Thêm chỉ tiêu",
        first="name",
        columns=_columns,
        detail=(
            DetailField(name="note", title="Ghi chú của chỉ tiêu", row=0, column=0),
            DetailField(
                name="is_qualitative", title="Chỉ tiêu định tính (ghi bằng lời)", row=0, column=1
            ),
        ),
        read=lambda reader, _: indicator_queries.all_indicators(reader),
        blank=lambda _owner, _indicators: Indicator(
            id=IndicatorId(0), code="", name="Chỉ tiêu mới"
        ),
        add=lambda store, indicator: indicator_actions.add(store, indicator, context.today),
        edit=lambda store, indicator, _: indicator_actions.edit(store, indicator),
        delete=Deletion(
            action=lambda store, indicator: indicator_actions.delete(store, indicator.id),
            message=lambda indicator: f"Đã xóa chỉ tiêu {indicator.code}",
            key_words="Xóa chỉ tiêu",
        ),
    )


def _columns(saver: CellSaver[Indicator]) -> Sequence[Column[Indicator]]:
    return (
        saver.column("name", "Chỉ tiêu", stretch=True, read=some_line),
        saver.column("unit_of_measure", "ĐVT", width=90),
        saver.column("field", "Lĩnh vực", width=160),
        saver.choice("sharing", "Cộng", tuple(SHARING.items()), width=150),
        saver.choice("accumulation", "Cách tính", tuple(ACCUMULATION.items()), width=100),
        saver.choice("direction", "Chiều", tuple(DIRECTION.items()), width=150),
    )
