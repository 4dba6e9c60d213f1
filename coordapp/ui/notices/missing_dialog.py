"""Asking who a name outside the register is: a new unit, another name of one, or several units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from coordapp.domain.committee.unit import ChoiceWords, Unit
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, nfc, one_line
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.form_dialog import FormDialog

_ID = Qt.ItemDataRole.UserRole


class Meant(Enum):
    """Who a name stands for."""

    NEW_UNIT = "new_unit"
    OTHER_NAME = "other_name"
    SEVERAL = "several"


MEANT = {
    Meant.NEW_UNIT: "Đơn vị mới, thêm vào sổ",
    Meant.OTHER_NAME: "Tên gọi khác của đơn vị đã có",
    Meant.SEVERAL: "Nhóm gồm nhiều đơn vị đã có",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingName:
    """The answer: a unit to add, or the units that are meant."""

    meant: Meant
    unit: Unit | None = None
    unit_ids: tuple[UnitId, ...] = ()


class MissingDialog(FormDialog):
    """Shows only the fields of the answer that is chosen."""

    def __init__(
        self, parent: QWidget | None, name: str, units: Sequence[Unit], today: date
    ) -> None:
        super().__init__("Tên ngoài danh sách đơn vị", "Thêm vào sổ", today, parent)
        self._units = units
        self.meant = ChoiceBox()
        for meant, words in MEANT.items():
            if meant is Meant.NEW_UNIT or units:
                self.meant.addItem(words, meant.value)
        self.name = QLineEdit(name)
        self.short_name = QLineEdit(name)
        self.code = QLineEdit(placeholderText="ký hiệu trong số văn bản; có thể để trống")
        self.unit = SearchChoice()
        self.unit.offer((int(unit.id), ChoiceWords(unit.name, unit.names)) for unit in units)
        self.members = QListWidget()
        self.members.setFixedHeight(200)
        for unit in units:
            item = QListWidgetItem(unit.name, self.members)
            item.setData(_ID, int(unit.id))
            item.setCheckState(Qt.CheckState.Unchecked)
        self.form.addRow("Trong văn bản", label(name))
        self.add("Là", self.meant)
        self.add("Tên đơn vị", self.name)
        self.add("Viết tắt", self.short_name)
        self.add("Ký hiệu", self.code)
        self.add("Đơn vị", self.unit)
        self.add("Các đơn vị", self.members)
        self.meant.currentIndexChanged.connect(self._show_fields)
        self._show_fields()
        self.meant.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> Meant:
        """Give the answer chosen."""
        return Meant(self.meant.currentData())

    @Slot()
    def _show_fields(self) -> None:
        chosen = self.chosen()
        for field, of in (
            (self.name, Meant.NEW_UNIT),
            (self.short_name, Meant.NEW_UNIT),
            (self.code, Meant.NEW_UNIT),
            (self.unit, Meant.OTHER_NAME),
            (self.members, Meant.SEVERAL),
        ):
            self.form.setRowVisible(field, chosen is of)
        self.save.setText("Dùng nhóm này" if chosen is Meant.SEVERAL else "Thêm vào sổ")

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be added."""
        if self.chosen() is Meant.SEVERAL:
            empty = not self._ticked()
            return [(self.members, "Chưa chọn đơn vị. Hãy đánh dấu các đơn vị.")] * empty
        if self.chosen() is Meant.OTHER_NAME:
            return []
        found: list[tuple[QWidget, str]] = []
        if not self.name.text().strip():
            found.append((self.name, "Chưa có tên. Hãy ghi tên đơn vị."))
        short = _typed(self.short_name)
        if not short:
            found.append((self.short_name, "Chưa có tên viết tắt. Hãy ghi tên viết tắt."))
        elif any(fold(unit.short_name) == fold(short) for unit in self._units):
            error = RuleViolation("unit_repeated", short_name=short)
            found.append((self.short_name, sentence(error)))
        return found

    def answer(self) -> MissingName:
        """Give what was chosen and typed."""
        chosen = self.chosen()
        if chosen is Meant.SEVERAL:
            return MissingName(meant=chosen, unit_ids=self._ticked())
        if chosen is Meant.OTHER_NAME:
            return MissingName(meant=chosen, unit_ids=(UnitId(self.unit.currentData()),))
        unit = Unit(
            id=UnitId(0),
            name=_typed(self.name),
            short_name=_typed(self.short_name),
            document_code=_typed(self.code),
            position=max((unit.position for unit in self._units), default=0) + 1,
        )
        return MissingName(meant=chosen, unit=unit)

    def _ticked(self) -> tuple[UnitId, ...]:
        items = map(self.members.item, range(self.members.count()))
        ticked = Qt.CheckState.Checked
        return tuple(UnitId(item.data(_ID)) for item in items if item.checkState() is ticked)

    @classmethod
    def ask(
        cls, parent: QWidget | None, name: str, units: Sequence[Unit], today: date
    ) -> MissingName | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, name, units, today)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.answer() if accepted else None


def _typed(field: QLineEdit) -> str:
    return nfc(one_line(field.text()))
