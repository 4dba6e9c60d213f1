"""The page of the committee, its units and its people."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.changes import Changes, Kind
from coordapp.domain.committee import DocumentStyle
from coordapp.domain.ids import PersonId, UnitId
from coordapp.domain.labels import COMMITTEE_ROLE, DOCUMENT_STYLE
from coordapp.domain.person import CommitteeRole, Person
from coordapp.domain.text import nfc
from coordapp.domain.unit import Unit
from coordapp.services import units as actions
from coordapp.store import committee, units
from coordapp.ui.context import Context

_UNIT_FIELDS = ("name", "short_name", "document_code", "aliases")
_PERSON_FIELDS = ("full_name", "post")
_ROLE_COLUMN = len(_PERSON_FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """A table in a card with the records its rows show."""

    table: QTableWidget
    records: list[Any]


class UnitsPage(QWidget):
    """Cells are typed in place and saved at once; new rows start at the end of the order."""

    said = Signal(str)
    primary_text = "Đơn vị mới"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filling = False
        self._units = _Grid(
            table=_table("Đơn vị", ("Tên đơn vị", "Viết tắt", "Ký hiệu", "Tên gọi khác")),
            records=[],
        )
        self._people = _Grid(
            table=_table("Thành viên", ("Họ và tên", "Chức vụ", "Vai trò")), records=[]
        )
        self._build()
        context.bus.changed.connect(self._on_changed)
        self._units.table.itemChanged.connect(self._edit_unit)
        self._people.table.itemChanged.connect(self._edit_person)
        self.refresh()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        self._new_person = QPushButton("Thêm thành viên")
        self._new_person.clicked.connect(self._add_person)
        left.addWidget(_card("Đơn vị (theo thứ tự lễ tân)", self._units.table), 1)
        left.addWidget(_card("Thành viên Ban Chỉ đạo", self._people.table, self._new_person), 1)
        row.addLayout(left, 1)
        row.addWidget(_card("Thông tin Ban Chỉ đạo", self._build_committee()))

    def _build_committee(self) -> QWidget:
        form_widget = QWidget()
        form_widget.setFixedWidth(330)
        form = QFormLayout(form_widget)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._texts = {
            "name": QLineEdit(),
            "superior_body": QLineEdit(),
            "document_code": QLineEdit(),
            "place": QLineEdit(),
            "term": QLineEdit(),
        }
        titles = ("Tên Ban Chỉ đạo", "Cơ quan cấp trên", "Ký hiệu văn bản", "Địa danh", "Nhiệm kỳ")
        for title, field in zip(titles, self._texts.values(), strict=True):
            field.setAccessibleName(title)
            field.editingFinished.connect(self._edit_committee)
            form.addRow(title, field)
        self._style = QComboBox()
        for style, text in DOCUMENT_STYLE.items():
            self._style.addItem(text, style.value)
        self._style.activated.connect(self._edit_committee)
        form.addRow("Thể thức giấy tờ", self._style)
        self._soon = QSpinBox(minimum=0, maximum=60, suffix=" ngày")
        self._soon.editingFinished.connect(self._edit_committee)
        form.addRow("Báo sắp đến hạn trước", self._soon)
        self._recipients = QPlainTextEdit()
        self._recipients.setAccessibleName("Nơi nhận")
        form.addRow("Nơi nhận (mỗi dòng một nơi)", self._recipients)
        save = QPushButton("Ghi nơi nhận")
        save.clicked.connect(self._edit_committee)
        form.addRow(save)
        return form_widget

    # --- showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.UNIT, Kind.PERSON, Kind.COMMITTEE):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; the current cell stays."""
        reader = self._context.store.reader
        self._filling = True
        try:
            self._fill(self._units, units.all_units(reader), _UNIT_FIELDS)
            self._fill(self._people, units.all_persons(reader), _PERSON_FIELDS)
            self._fill_roles()
            self._show_committee()
        finally:
            self._filling = False

    def _fill(self, grid: _Grid, records: list[Any], names: tuple[str, ...]) -> None:
        grid.records[:] = records
        grid.table.setRowCount(len(records))
        for row, record in enumerate(records):
            for column, name in enumerate(names):
                item = QTableWidgetItem(getattr(record, name))
                item.setToolTip(getattr(record, name))
                grid.table.setItem(row, column, item)

    def _fill_roles(self) -> None:
        for row, person in enumerate(self._people.records):
            combo = QComboBox()
            for role, text in COMMITTEE_ROLE.items():
                combo.addItem(text or "Ngoài ban", role.value)
            combo.setCurrentIndex(combo.findData(person.role.value))
            combo.setProperty("person", person.id)
            combo.activated.connect(self._set_role)
            self._people.table.setCellWidget(row, _ROLE_COLUMN, combo)

    def _show_committee(self) -> None:
        body = committee.read(self._context.store.reader)
        if body is None:
            return
        for name, field in self._texts.items():
            if field.text() != getattr(body, name):
                field.setText(getattr(body, name))
        self._style.setCurrentIndex(self._style.findData(body.document_style.value))
        self._soon.setValue(body.due_soon_days)
        if self._recipients.toPlainText() != body.recipients:
            self._recipients.setPlainText(body.recipients)

    # --- editing

    def primary(self) -> None:
        """Add a unit and start typing its name."""
        store = self._context.store
        count = len(self._units.records)
        unit = Unit(
            id=UnitId(0),
            name="Đơn vị mới",
            short_name=f"ĐV {count + 1}",
            position=max((item.position for item in self._units.records), default=0) + 1,
        )
        self._start(lambda: actions.add_unit(store, unit), self._units.table)

    @Slot()
    def _add_person(self) -> None:
        store = self._context.store
        person = Person(
            id=PersonId(0),
            full_name="",
            post="Ủy viên Ban Chỉ đạo",
            position=max((item.position for item in self._people.records), default=0) + 1,
        )
        self._start(lambda: actions.add_person(store, person), self._people.table)

    def _start(self, action: Callable[[], Any], table: QTableWidget) -> None:
        if self._context.run(action):
            self.refresh()
            table.setCurrentCell(table.rowCount() - 1, 0)
            item = table.item(table.rowCount() - 1, 0)
            if item is not None:
                table.editItem(item)

    @Slot(QTableWidgetItem)
    def _edit_unit(self, item: QTableWidgetItem) -> None:
        self._edit(self._units, item, _UNIT_FIELDS, actions.edit_unit)

    @Slot(QTableWidgetItem)
    def _edit_person(self, item: QTableWidgetItem) -> None:
        self._edit(self._people, item, _PERSON_FIELDS, actions.edit_person)

    def _edit(
        self,
        grid: _Grid,
        item: QTableWidgetItem,
        names: tuple[str, ...],
        action: Callable[[Any, Any], None],
    ) -> None:
        if self._filling or item.column() >= len(names):
            return
        changed = replace(grid.records[item.row()], **{names[item.column()]: nfc(item.text())})
        if not self._context.run(lambda: action(self._context.store, changed)):
            self.refresh()

    @Slot(int)
    def _set_role(self, index: int) -> None:
        combo = self.sender()
        if not isinstance(combo, QComboBox):
            return
        person_id = combo.property("person")
        person = next(item for item in self._people.records if item.id == person_id)
        changed = replace(person, role=CommitteeRole(combo.itemData(index)))
        self._context.run(lambda: actions.edit_person(self._context.store, changed))

    @Slot()
    def _edit_committee(self) -> None:
        body = committee.read(self._context.store.reader)
        if body is None or self._filling:
            return
        texts = {name: nfc(field.text()) for name, field in self._texts.items()}
        changed = replace(
            body,
            name=texts["name"],
            superior_body=texts["superior_body"],
            document_code=texts["document_code"],
            place=texts["place"],
            term=texts["term"],
            document_style=DocumentStyle(self._style.currentData()),
            due_soon_days=self._soon.value(),
            recipients=nfc(self._recipients.toPlainText()),
        )
        self._context.run(lambda: actions.edit_committee(self._context.store, changed))


def _table(name: str, titles: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(titles))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(34)
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(titles)):
        table.setColumnWidth(column, 130)
    return table


def _card(title: str, body: QWidget, button: QPushButton | None = None) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 12)
    head = QHBoxLayout()
    label = QLabel(title)
    label.setProperty("role", "card-title")
    head.addWidget(label, 1)
    if button is not None:
        head.addWidget(button)
    column.addLayout(head)
    column.addWidget(body, 1)
    return card
