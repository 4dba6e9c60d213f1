"""The units that take part in a task, each with its own part."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import nfc

_UNIT, _PART = 0, 1
_WIDTH, _HEIGHT = 210, 124
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PartTable(QTableWidget):
    """Space ticks a unit; who is given a part takes part. Tab goes on to the next field."""

    def __init__(
        self, units: Sequence[Unit], chosen: Mapping[UnitId, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(len(units), 2, parent)
        self._units = units
        self.setAccessibleName("Đơn vị phối hợp")
        self.setHorizontalHeaderLabels(["Đơn vị", "Phần việc"])
        self.setTabKeyNavigation(False)
        self.setFixedHeight(_HEIGHT)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(_UNIT, _WIDTH)
        for row, unit in enumerate(units):
            box = QTableWidgetItem(unit.name)
            box.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            box.setCheckState(_CHECKED if unit.id in chosen else _UNCHECKED)
            self.setItem(row, _UNIT, box)
            self.setItem(row, _PART, QTableWidgetItem(chosen.get(unit.id, "")))
        self.setCurrentCell(0, _UNIT)
        self.itemChanged.connect(self._take_part)

    def chosen(self) -> dict[UnitId, str]:
        """Give the units ticked, each with its part."""
        return {
            unit.id: nfc(self._item(row, _PART).text().strip())
            for row, unit in enumerate(self._units)
            if self._item(row, _UNIT).checkState() is _CHECKED
        }

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        if cell is None:
            raise LookupError(row, column)
        return cell

    @Slot(QTableWidgetItem)
    def _take_part(self, changed: QTableWidgetItem) -> None:
        # a part typed beside a unit that is not ticked would be lost
        if changed.column() == _PART and changed.text().strip():
            self._item(changed.row(), _UNIT).setCheckState(_CHECKED)
