"""Choosing which units get which conclusions to do, and until when."""

from collections.abc import Mapping, Sequence, Set
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain import dates
from coordapp.domain.conclusion import Conclusion
from coordapp.domain.errors import RuleViolation
from coordapp.domain.ids import ConclusionId, UnitId
from coordapp.domain.labels import DEADLINE_KIND
from coordapp.domain.messages import sentence
from coordapp.domain.task import DeadlineKind
from coordapp.domain.text import one_line
from coordapp.domain.unit import Unit
from coordapp.services.conclusions import Assignment

Held = Mapping[ConclusionId, Set[UnitId]]
_ID = Qt.ItemDataRole.UserRole


class AssignDialog(QDialog):
    """Tells before the click how many tasks will be made."""

    def __init__(
        self,
        parent: QWidget | None,
        conclusions: Sequence[Conclusion],
        units: Sequence[Unit],
        *,
        already: Held,
        today: date,
        preselected: Set[ConclusionId] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._already = already
        self._today = today
        self._due_date: date | None = None
        self._build()
        for item in conclusions:
            text = f"{item.number}. {one_line(item.text)}"
            _add_line(self.conclusions, text, item.id, checked=item.id in preselected)
        for unit in units:
            _add_line(self.units, unit.short_name, unit.id, checked=False)
        self._connect()
        self._update()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        conclusions: Sequence[Conclusion],
        units: Sequence[Unit],
        *,
        already: Held,
        today: date,
        preselected: Set[ConclusionId],
    ) -> Assignment | None:
        """Show the dialog; None when it was closed without a choice."""
        dialog = cls(
            parent, conclusions, units, already=already, today=today, preselected=preselected
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.assignment() if accepted else None

    def _build(self) -> None:
        self.setWindowTitle("Giao nhiệm vụ cho đơn vị")
        self.resize(760, 520)
        self.conclusions = QListWidget()
        self.conclusions.setAccessibleName("Kết luận")
        self.units = QListWidget()
        self.units.setAccessibleName("Đơn vị")
        self.everybody = QCheckBox("Chọn tất cả đơn vị")
        self.due = QLineEdit(placeholderText="5/3, +7, t6, cuối tháng")
        self.kind = QComboBox()
        for kind, text in DEADLINE_KIND.items():
            self.kind.addItem(text, kind.value)
        self.kind.setCurrentIndex(self.kind.findData(DeadlineKind.NONE.value))
        self.wording = QLineEdit(placeholderText="Ví dụ: trong quý I")
        self.product = QLineEdit(placeholderText="Ví dụ: báo cáo, kế hoạch")
        self.preview = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.make = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.make.setProperty("role", "primary")
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Không giao")
        lists = QHBoxLayout()
        lists.addLayout(_titled("Kết luận", self.conclusions), 3)
        right = _titled("Đơn vị nhận", self.units)
        right.addWidget(self.everybody)
        lists.addLayout(right, 2)
        form = QFormLayout()
        form.addRow("Hạn", self.due)
        form.addRow("Loại hạn", self.kind)
        form.addRow("Hạn ghi bằng lời", self.wording)
        form.addRow("Sản phẩm", self.product)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(lists, 1)
        column.addLayout(form)
        column.addWidget(self.preview)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.conclusions.itemChanged.connect(self._update)
        self.units.itemChanged.connect(self._update)
        self.everybody.toggled.connect(self._tick_all)
        self.due.textChanged.connect(self._update)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def assignment(self) -> Assignment:
        """Give what is chosen now."""
        return Assignment(
            conclusion_ids=tuple(ConclusionId(item) for item in _ticked(self.conclusions)),
            unit_ids=tuple(UnitId(item) for item in _ticked(self.units)),
            due=self._due_date,
            deadline_kind=DeadlineKind(self.kind.currentData()),
            deadline_wording=self.wording.text().strip(),
            product=self.product.text().strip(),
        )

    @Slot(bool)
    def _tick_all(self, wanted: bool) -> None:
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        for row in range(self.units.count()):
            item = self.units.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                item.setCheckState(state)

    @Slot()
    def _update(self) -> None:
        self._close_holders()
        reason = self._read_due()
        chosen = self.assignment()
        if not chosen.conclusion_ids:
            reason = "Chưa chọn kết luận nào."
        elif not chosen.unit_ids:
            reason = "Chưa chọn đơn vị nào."
        count, units = chosen.task_count, len(chosen.unit_ids)
        self.make.setEnabled(not reason)
        self.make.setToolTip(reason)
        self.make.setText(f"Tạo {count} nhiệm vụ")
        due = f", hạn {dates.short(chosen.due)}" if chosen.due else ""
        self.preview.setText(reason or f"Sẽ tạo {count} nhiệm vụ cho {units} đơn vị{due}.")

    def _close_holders(self) -> None:
        """Close the units that hold one of the ticked conclusions already."""
        holders: set[int] = set()
        for ticked in _ticked(self.conclusions):
            holders.update(self._already.get(ConclusionId(ticked), frozenset()))
        self.units.blockSignals(True)
        for row in range(self.units.count()):
            item = self.units.item(row)
            free = item.data(_ID) not in holders
            flags = Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if free else flags)
            item.setToolTip("" if free else "Đã nhận kết luận này")
            if not free:
                item.setCheckState(Qt.CheckState.Unchecked)
        self.units.blockSignals(False)

    def _read_due(self) -> str:
        try:
            self._due_date = dates.parse(self.due.text(), self._today)
        except RuleViolation as error:
            self._due_date = None
            return sentence(error)
        if self._due_date is not None and self.kind.currentData() == DeadlineKind.NONE.value:
            self.kind.setCurrentIndex(self.kind.findData(DeadlineKind.DATE.value))
        return ""


def _titled(title: str, body: QWidget) -> QVBoxLayout:
    label = QLabel(title)
    label.setProperty("role", "card-title")
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(label)
    column.addWidget(body, 1)
    return column


def _add_line(target: QListWidget, text: str, record_id: int, *, checked: bool) -> None:
    item = QListWidgetItem(text, target)
    item.setToolTip(text)
    item.setData(_ID, record_id)
    item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
    item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)


def _ticked(target: QListWidget) -> list[int]:
    items = [target.item(row) for row in range(target.count())]
    return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]
