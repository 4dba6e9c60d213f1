"""Asks which units get a section of a directive, for which product and until when."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.programmes.directive import DirectiveSection
from coordapp.domain.words.messages import sentence
from coordapp.services.programmes.directive_actions import SectionAssignment
from coordapp.store.queries import programme_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.fields import FieldRow
from coordapp.ui.widgets.reading_order import Dialog


class AssignSectionDialog(Dialog):
    """Units that have the section already are ticked and stay."""

    def __init__(
        self, context: Context, section: DirectiveSection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._section = section
        self.setWindowTitle("Giao mục cho các đơn vị")
        self.resize(520, 520)
        self.units = QListWidget()
        self.units.setAccessibleName("Đơn vị được giao")
        self.product = QLineEdit()
        self.due = QLineEdit()
        self.due.setPlaceholderText("30/6/2018, +15, quý II…")
        self._due_row = FieldRow("Thời hạn", self.due)
        self._fill()
        buttons = QDialogButtonBox()
        self.give = buttons.addButton("Giao nhiệm vụ", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(label(f"{section.number} {section.title}".strip(), "card-title"))
        column.addWidget(self.units, 1)
        column.addWidget(FieldRow("Sản phẩm", self.product))
        column.addWidget(self._due_row)
        column.addWidget(buttons)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self.units.itemChanged.connect(self._show_button)
        self._show_button()

    def _fill(self) -> None:
        reader = self._context.store.connection
        held = programme_queries.tasks_of_section(reader, self._section.id)
        having = {task.lead_unit_id: task.code for task in held}
        for unit in unit_queries.all_units(reader):
            code = having.get(unit.id)
            item = QListWidgetItem(f"{unit.name} (đã có {code})" if code else unit.name)
            item.setData(Qt.ItemDataRole.UserRole, unit.id)
            item.setCheckState(Qt.CheckState.Checked if code else Qt.CheckState.Unchecked)
            if code:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.units.addItem(item)

    @staticmethod
    def ask(
        context: Context, section: DirectiveSection, parent: QWidget
    ) -> SectionAssignment | None:
        """Ask; None when it is given up."""
        dialog = AssignSectionDialog(context, section, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.assignment() if chosen else None

    def assignment(self) -> SectionAssignment:
        """Give what is asked for. Raises RuleViolation when the day cannot be read."""
        return SectionAssignment(
            section_id=self._section.id,
            unit_ids=tuple(self._ticked()),
            product=nfc(self.product.text()).strip(),
            due=self._context.read_date(nfc(self.due.text())),
        )

    def _ticked(self) -> list[UnitId]:
        items = (self.units.item(row) for row in range(self.units.count()))
        return [
            UnitId(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.flags() & Qt.ItemFlag.ItemIsEnabled
            and item.checkState() is Qt.CheckState.Checked
        ]

    @Slot()
    def _show_button(self) -> None:
        count = len(self._ticked())
        self.give.setEnabled(count > 0)
        self.give.setText(f"Giao {count} đơn vị" if count else "Giao nhiệm vụ")

    @Slot()
    def _accept(self) -> None:
        try:
            due = self.assignment().due
        except RuleViolation as error:
            self._due_row.say_wrong(sentence(error))
            self.due.setFocus()
            return
        self._due_row.say_wrong("")
        self.due.setText(dates.short(due))
        self.accept()
