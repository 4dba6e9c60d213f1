"""Choosing which units get which conclusions to do, and until when."""

from collections.abc import Mapping, Sequence, Set
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
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
from coordapp.domain.labels import DEADLINE_KIND, deadline_meant
from coordapp.domain.messages import sentence
from coordapp.domain.task import DeadlineKind
from coordapp.domain.text import nfc, one_line
from coordapp.domain.unit import Unit
from coordapp.domain.working_days import Calendar
from coordapp.services.conclusions import Assignment
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.fields import FieldRow

Held = Mapping[ConclusionId, Set[UnitId]]
_ID = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1


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
        calendar: Calendar | None = None,
    ) -> None:
        super().__init__(parent)
        self._already = already
        self._numbers = {item.id: item.number for item in conclusions}
        self._today, self._calendar = today, calendar
        self._due_date: date | None = None
        self._build()
        for item in conclusions:
            text = f"{item.number}. {one_line(item.text) or 'Chưa có nội dung'}"
            _add_line(self.conclusions, text, item.id, checked=item.id in preselected)
        for unit in units:
            text = " · ".join(dict.fromkeys((unit.short_name, unit.name)))
            _add_line(self.units, text, unit.id, checked=False)
        self._connect()
        self._update()
        self._start(self.units if preselected else self.conclusions)

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
        calendar: Calendar | None = None,
    ) -> Assignment | None:
        """Show the dialog; None when it was closed without a choice."""
        dialog = cls(
            parent,
            conclusions,
            units,
            already=already,
            today=today,
            preselected=preselected,
            calendar=calendar,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.assignment() if accepted else None

    # --- building

    def _build(self) -> None:
        self.setWindowTitle("Giao nhiệm vụ cho đơn vị")
        self.resize(860, 560)
        self.conclusions = _list("Kết luận")
        self.conclusions.setWordWrap(True)
        self.units = _list("Đơn vị nhận")
        self.everybody = QCheckBox("Chọn tất cả đơn vị chưa nhận")
        self.preview = label("")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.make = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.make.setProperty("role", "primary")
        self.make.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Không giao")
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addLayout(_titled("Kết luận", self.conclusions), 3)
        right = _titled("Đơn vị nhận", self.units)
        right.addWidget(self.everybody)
        lists.addLayout(right, 2)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.preview, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(lists, 1)
        column.addLayout(self._build_terms())
        column.addLayout(foot)

    def _build_terms(self) -> QGridLayout:
        self.due = QLineEdit(placeholderText="5/3, +7, t6, cuối tháng")
        self.kind = QComboBox()
        for kind, text in DEADLINE_KIND.items():
            self.kind.addItem(text, kind.value)
        self.kind.setCurrentIndex(self.kind.findData(DeadlineKind.NONE.value))
        self.wording = QLineEdit(placeholderText="Ví dụ: trong quý I")
        self.product = QLineEdit(placeholderText="Ví dụ: báo cáo, kế hoạch")
        terms = QGridLayout()
        terms.setHorizontalSpacing(12)
        rows = (
            ("Hạn", self.due, 2),
            ("Loại hạn", self.kind, 2),
            ("Hạn ghi bằng lời", self.wording, 3),
            ("Sản phẩm", self.product, 3),
        )
        for column, (title, field, share) in enumerate(rows):
            row = FieldRow(title, field)
            if field is self.due:
                self._due_row = row
            terms.addWidget(row, 0, column, Qt.AlignmentFlag.AlignTop)
            terms.setColumnStretch(column, share)
        return terms

    def _connect(self) -> None:
        self.conclusions.itemChanged.connect(self._update)
        self.units.itemChanged.connect(self._update)
        self.everybody.clicked.connect(self._tick_all)
        self.due.textChanged.connect(self._update)
        self.kind.activated.connect(self._update)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _start(self, target: QListWidget) -> None:
        """Put the keyboard on the first line that can be ticked: arrows move, Space ticks."""
        for lines in (self.conclusions, self.units):
            free = (n for n in range(lines.count()) if _is_free(lines.item(n)))
            lines.setCurrentRow(next(free, 0))
        target.setFocus()

    # --- choosing

    def assignment(self) -> Assignment:
        """Give what is chosen now."""
        return Assignment(
            conclusion_ids=tuple(ConclusionId(item) for item in _ticked(self.conclusions)),
            unit_ids=tuple(UnitId(item) for item in _ticked(self.units)),
            due=self._due_date,
            deadline_kind=DeadlineKind(self.kind.currentData()),
            deadline_wording=nfc(self.wording.text()).strip(),
            product=nfc(self.product.text()).strip(),
        )

    @Slot(bool)
    def _tick_all(self, wanted: bool) -> None:
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        for row in range(self.units.count()):
            item = self.units.item(row)
            if _is_free(item):
                item.setCheckState(state)

    @Slot()
    def _update(self) -> None:
        self._close_holders()
        wrong_due = self._read_due()
        chosen = self.assignment()
        reason = wrong_due
        if not chosen.conclusion_ids:
            reason = "Chưa chọn kết luận nào."
        elif not chosen.unit_ids:
            reason = "Chưa chọn đơn vị nào."
        count, units = chosen.task_count, len(chosen.unit_ids)
        self._due_row.say_wrong(wrong_due)
        self.make.setEnabled(not reason)
        self.make.setToolTip(reason)
        self.make.setText(f"Tạo {count} nhiệm vụ" if count else "Tạo nhiệm vụ")
        due = f", hạn {dates.short(chosen.due)}" if chosen.due else ""
        self.preview.setText(reason or f"Sẽ tạo {count} nhiệm vụ cho {units} đơn vị{due}.")

    def _close_holders(self) -> None:
        """Close the units that hold one of the ticked conclusions already."""
        held: dict[int, list[int]] = {}
        for ticked in map(ConclusionId, _ticked(self.conclusions)):
            for unit_id in self._already.get(ticked, frozenset()):
                held.setdefault(unit_id, []).append(self._numbers[ticked])
        self.units.blockSignals(True)
        for row in range(self.units.count()):
            item = self.units.item(row)
            numbers = held.get(item.data(_ID), [])
            flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if numbers else flags | Qt.ItemFlag.ItemIsEnabled)
            said = ", ".join(map(str, numbers))
            name = str(item.data(_NAME))
            # what is said of the unit must not be cut off behind its long name
            item.setText(f"{name.partition(' · ')[0]} – đã giao KL {said}" if said else name)
            if numbers:
                item.setCheckState(Qt.CheckState.Unchecked)
        self.units.blockSignals(False)
        states = [
            item.checkState() is Qt.CheckState.Checked
            for item in map(self.units.item, range(self.units.count()))
            if _is_free(item)
        ]
        self.everybody.setEnabled(bool(states))
        self.everybody.setChecked(bool(states) and all(states))

    def _read_due(self) -> str:
        try:
            self._due_date = dates.parse(nfc(self.due.text()), self._today, self._calendar)
        except RuleViolation as error:
            self._due_date = None
            return sentence(error)
        if self._calendar is not None:
            meant = deadline_meant(self._due_date, self._today, self._calendar)
            self.due.setToolTip(meant)
        if self._due_date is not None:
            self._follow(DeadlineKind.NONE, DeadlineKind.DATE)
        else:
            self._follow(DeadlineKind.DATE, DeadlineKind.NONE)
        return ""

    def _follow(self, shown: DeadlineKind, wanted: DeadlineKind) -> None:
        """Let the kind of deadline follow the date: none without one, by date with one."""
        if self.kind.currentData() == shown.value:
            self.kind.setCurrentIndex(self.kind.findData(wanted.value))


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made


def _titled(title: str, body: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(label(title, "card-title"))
    column.addWidget(body, 1)
    return column


def _add_line(target: QListWidget, text: str, record_id: int, *, checked: bool) -> None:
    item = QListWidgetItem(text, target)
    item.setToolTip(text)
    item.setData(_ID, record_id)
    item.setData(_NAME, text)
    item.setFlags(
        Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    )
    item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)


def _is_free(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)


def _ticked(target: QListWidget) -> list[int]:
    items = [target.item(row) for row in range(target.count())]
    return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]
