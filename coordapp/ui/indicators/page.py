"""The page of indicators: what is measured above, the figures of one below."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.indicators.indicator import Indicator
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import IndicatorId
from coordapp.domain.words.case_labels import ACCUMULATION, DIRECTION, SHARING
from coordapp.services.exports import case_exports
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.services.indicators import indicator_actions
from coordapp.store.file.tables import INDICATORS
from coordapp.store.queries import indicator_queries
from coordapp.ui.importing.case_import_dialog import CaseImport
from coordapp.ui.indicators.values import ValuesEditor
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenIndicator, Route
from coordapp.ui.kit.page import Page
from coordapp.ui.papers.case_form_actions import CaseFormActions
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line


class IndicatorsPage(Page):
    """Everything typed is saved as it is typed."""

    primary_text = "Chỉ tiêu mới"
    exports_excel = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.indicators = RecordListEditor(context, indicator_list(context), None)
        # indicators are added by the button of the page
        self.indicators.add.hide()
        self.bring_in = button("Nhập từ bảng…", "plain", "file-spreadsheet")
        self.indicators.head.addWidget(self.bring_in)
        self.values = ValuesEditor(context)
        self.files = RecordFiles(context, self.indicators, Kind.INDICATOR, "name")
        self.imports = CaseImport(context, "indicators", self)
        self.paper = ListPaperActions(context, self)
        self.forms = CaseFormActions(context, self, self.paper.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.paper.strip)
        column.addWidget(self.indicators, 1)
        column.addWidget(self.values, 1)
        self.indicators.table.selected.connect(self._show_values)
        self.bring_in.clicked.connect(self.imports.ask_file)
        context.bus.changed.connect(self._on_changed)
        self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.INDICATOR, Kind.INDICATOR_VALUE, Kind.UNIT):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.indicators.refresh()
        self._show_values()

    @Slot()
    def _show_values(self) -> None:
        self.values.show_indicator(self.indicators.table.current_record())

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
            listing = shown(self.values.title.text(), self.values.table, self.values.model)
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
