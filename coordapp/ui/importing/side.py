"""The side of an import: which sheets, which rows name the columns, and how doubts are settled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing.layout.header import Header, header_at
from coordapp.domain.importing.layout.tables import FoundTables, TaskTable, table_of
from coordapp.domain.importing.legacy_fonts import Legacy
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.kernel.text import fold
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.ui.importing.column_choices import ColumnChoices
from coordapp.ui.importing.unit_choices import UnitChoices
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox

_MOST_HEADER = 60
_ALL = "Tất cả các trang có sổ nhiệm vụ"
_POLICIES = (
    (LeadPolicy.ASK, "Không nhận, để sửa lại"),
    (LeadPolicy.SPLIT, "Mỗi đơn vị một nhiệm vụ"),
    (LeadPolicy.FIRST, "Đơn vị đầu chủ trì, còn lại phối hợp"),
)


class ImportSide(QScrollArea):
    """Holds every choice beside the preview, and says when one is made."""

    changed = Signal()
    turned = Signal()  # the letters of old fonts are read otherwise

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbook = Workbook(sheets=())
        self._found: FoundTables | None = None
        self._forced: Header | None = None
        self._mappings: dict[str, Mapping[str, str]] = {}
        self.setAccessibleName("Các lựa chọn khi nhập")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.sheet = ChoiceBox()
        self.sheet.setAccessibleName("Trang tính")
        self.table = ChoiceBox()
        self.table.setAccessibleName("Bảng")
        self.header = QSpinBox()
        self.header.setRange(0, _MOST_HEADER)
        self.header.setSpecialValueText("không có")
        self.header.setAccessibleName("Dòng tiêu đề")
        self.header.lineEdit().setTextMargins(9, 0, 0, 0)
        self.header.setToolTip("Gõ số dòng, hoặc phím ↑ ↓; 0 là bảng không có dòng tiêu đề")
        self.hidden = QCheckBox("Nhập cả các dòng ẩn")
        self.hidden.setChecked(True)
        self.bare = QCheckBox()
        self.bare.setChecked(True)
        self.letters = QCheckBox()
        self.letters.setChecked(True)
        self.examples = label("", "secondary")
        self.policy = ChoiceBox()
        self.policy.setAccessibleName("Khi một ô ghi nhiều đơn vị chủ trì")
        for policy, words in _POLICIES:
            self.policy.addItem(words, policy)
        self.columns = ColumnChoices()
        self.unknown = UnitChoices()
        self._asked = label("Tên đơn vị cần xem", "card-title")
        self._sheets = _titled("Trang tính", self.sheet)
        self._tables = _titled("Bảng", self.table)
        self._policies = QWidget()
        both = QVBoxLayout(self._policies)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(label("Ô ghi nhiều đơn vị chủ trì"))
        both.addWidget(self.policy)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (
            self._sheets, self.hidden, self.bare, self.letters, self.examples, self._policies, self._asked,
            self.unknown, self._tables, _titled("Dòng tiêu đề", self.header),
            label("Các cột", "card-title"), self.columns,
        ):  # fmt: skip
            column.addWidget(part)
        for part in (
            self.hidden, self.bare, self.letters, self.examples, self._policies, self._asked, self.unknown,
            self._tables,
        ):  # fmt: skip
            part.hide()
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumWidth(330)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def _connect(self) -> None:
        self.sheet.activated.connect(self._take_sheet)
        self.table.activated.connect(self._show_columns)
        self.header.valueChanged.connect(self._take_header)
        self.hidden.toggled.connect(self.changed)
        self.bare.toggled.connect(self.changed)
        self.letters.toggled.connect(self.turned)
        self.policy.activated.connect(self.changed)
        self.columns.changed.connect(self._take_columns)
        self.unknown.changed.connect(self.changed)

    # --- offering

    def offer(
        self, workbook: Workbook, choices: ImportChoices, alphabets: Sequence[Legacy], shown: str
    ) -> None:
        """Offer what can be chosen before the file is looked into."""
        self._mappings = dict(choices.mappings)
        self.letters.setVisible(bool(alphabets))
        self.examples.setVisible(bool(alphabets))
        names = ", ".join(alphabet.name for alphabet in alphabets)
        self.letters.setText(f"Chuyển chữ {names} sang Unicode")
        self.examples.setText(shown)
        self._sheets.setVisible(len(workbook.sheets) > 1)
        if len(workbook.sheets) > 1:
            self.sheet.addItem(_ALL, None)
        for sheet in workbook.sheets:
            words = f"{sheet.name} (ẩn)" if sheet.is_hidden else sheet.name
            self.sheet.addItem(words, sheet.name)
        self.take_workbook(workbook)
        self.show_refused(workbook)

    def take_workbook(self, workbook: Workbook) -> None:
        """Remember the workbook as it is read now."""
        self._workbook = workbook

    def show_found(self, found: FoundTables, plan: ImportPlan, units: Sequence[Unit]) -> None:
        """Show the tables that were found, and what is to be settled."""
        self._found = found
        place = max(0, self.table.currentIndex())
        self.table.clear()
        for number, table in enumerate(found.tables, start=1):
            self.table.addItem(f"{number}. {table.sheet.name}, dòng {table.header.last + 1}")
        self.table.setCurrentIndex(min(place, len(found.tables) - 1))
        self._tables.setVisible(len(found.tables) > 1)
        self._show_columns()
        hidden = sum(
            any(row in table.rows for table in sheet.tables)
            for sheet in found.sheets
            for row in sheet.sheet.hidden_rows
        )
        self.hidden.setVisible(bool(hidden))
        self.hidden.setText(f"Nhập cả {hidden} dòng ẩn")
        secret = plan.count(RowOutcome.BARE)
        # once refused they are no longer told from those without a number
        self.bare.setVisible(bool(secret) or not self.bare.isChecked())
        if secret:
            self.bare.setText(f"Giữ số, ngày của {secret} văn bản mật")
        two = any(problem.error.code == "two_leads" for problem in plan.problems)
        self._policies.setVisible(two or self.policy.currentData() is not LeadPolicy.ASK)
        self.unknown.show_names(plan.unknown, plan.spellings, units)
        self._asked.setVisible(self.unknown.isVisibleTo(self))

    def show_refused(self, workbook: Workbook) -> None:
        """Offer the columns of the first sheet, so that a person may name them."""
        self._found = None
        sheet = self._chosen_sheet() or (workbook.sheets[0] if workbook.sheets else None)
        if sheet is not None:
            header = self._forced or header_at(sheet, max(1, self.header.value()))
            self._show_header(table_of(sheet, header))

    def _chosen_sheet(self) -> Sheet | None:
        name = self.sheet.currentData()
        return next((sheet for sheet in self._workbook.sheets if sheet.name == name), None)

    def current(self) -> TaskTable | None:
        """Give the table whose columns are shown."""
        place = self.table.currentIndex()
        if self._found is None or not 0 <= place < len(self._found.tables):
            return None
        return self._found.tables[place]

    @Slot()
    def _show_columns(self) -> None:
        table = self.current()
        if table is not None:
            self._show_header(table)

    def _show_header(self, table: TaskTable) -> None:
        self.header.blockSignals(True)
        self.header.setValue(table.header.last if table.header.first else 0)
        self.header.blockSignals(False)
        self.columns.show_table(table)

    # --- choosing

    @Slot()
    def _take_sheet(self) -> None:
        self._forced = None
        self.changed.emit()

    @Slot()
    def _take_header(self) -> None:
        sheet = self._sheet_of_columns()
        if sheet is not None:
            self._force(sheet, header_at(sheet, self.header.value()))

    def _sheet_of_columns(self) -> Sheet | None:
        table = self.current()
        if table is not None:
            return table.sheet
        return self._chosen_sheet() or next(iter(self._workbook.sheets), None)

    def _force(self, sheet: Sheet, header: Header) -> None:
        """Read this one sheet by titles that a person pointed at."""
        self._forced = header
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(sheet.name)))
        self.changed.emit()

    @Slot()
    def _take_columns(self) -> None:
        table, fields = self.current(), self.columns.fields()
        sheet = self._sheet_of_columns()
        header = self._forced or (None if table is None else table.header)
        if header is None and sheet is not None:
            header = header_at(sheet, self.header.value())
        if header is None or sheet is None:
            return
        header = replace(header, fields=fields)
        if self._forced is not None or table is None or not all(map(header.title, fields)):
            self._force(sheet, header)
            return
        self._mappings[header.signature] = mapping_of(header)
        self.changed.emit()

    def chosen(self, base: ImportChoices) -> ImportChoices:
        """Give everything chosen, put upon what the dialog started from."""
        forced = self._forced or base.header
        return replace(
            base,
            sheet=self.sheet.currentData() if len(self._workbook.sheets) > 1 else None,
            header=forced,
            units=self.unknown.units(),
            new_units=self.unknown.new_units(),
            with_hidden=self.hidden.isChecked(),
            with_bare=self.bare.isChecked(),
            policy=self.policy.currentData(),
            mappings=dict(self._mappings),
        )


def mapping_of(header: Header) -> dict[str, str]:
    """Say by titles what the columns hold, for the next table of the same shape."""
    return {fold(header.titles[column]): held.value for column, held in header.fields.items()}


def _titled(title: str, field: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(title))
    row.addWidget(field, 1)
    return both
