"""What names of units mean that the book does not know, or knows in another spelling."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import UnitId
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.choosing.search_choice import SearchChoice

_NEW_UNIT = "Thêm đơn vị mới"


class UnitChoices(QWidget):
    """A line for each name; all names can be added in one step.

    A spelling that looks like a unit of the book is proposed: what stands when the rows are
    brought in is remembered as another name of that unit.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.all_new = button("", tip="Thêm mọi tên dưới đây làm đơn vị mới của sổ")
        self.all_new.clicked.connect(self.add_all)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self.all_new)
        column.addLayout(self._grid)
        self._chosen: dict[str, UnitId | str | None] = {}
        self._lines: dict[str, tuple[QLabel, SearchChoice]] = {}

    def show_names(
        self, names: Sequence[str], proposed: Mapping[str, UnitId], units: Sequence[Unit]
    ) -> None:
        """Ask about these names, and about the ones answered before.

        The lines that stay are not made anew: the keyboard may be on one of them.
        """
        answered = [name for name, answer in self._chosen.items() if answer is not None]
        asked = dict.fromkeys((*self._chosen, *names, *proposed))
        self._chosen = {
            name: self._chosen.get(name)
            for name in asked
            if name in names or name in proposed or name in answered
        }
        for name in self._lines.keys() - self._chosen.keys():
            for part in self._lines.pop(name):
                part.hide()
                part.deleteLater()
        for line, name in enumerate(self._chosen):
            if name not in self._lines:
                self._lines[name] = label(name), self._offered(name, proposed.get(name), units)
            words, box = self._lines[name]
            self._grid.addWidget(words, line, 0)
            self._grid.addWidget(box, line, 1)
        open_names = [name for name in names if self._chosen.get(name) is None]
        self.all_new.setText(f"Thêm tất cả {len(open_names)} đơn vị mới")
        self.all_new.setVisible(len(open_names) > 1)
        self.setVisible(bool(self._chosen))

    def _offered(self, name: str, proposed: UnitId | None, units: Sequence[Unit]) -> SearchChoice:
        box = SearchChoice()
        box.setAccessibleName(f"“{name}” là đơn vị")
        known = next((unit.short_name for unit in units if unit.id == proposed), "")
        first = (None, f"{known} (đề xuất)" if known else "(chưa chọn)")
        named = ((unit.id, unit.to_choose) for unit in units)
        box.offer([first, (_NEW_UNIT, _NEW_UNIT), *named])
        box.activated.connect(partial(self._put, name, box))
        return box

    def units(self) -> Mapping[str, UnitId]:
        """Give the units of the names."""
        return {
            name: UnitId(answer) for name, answer in self._chosen.items() if isinstance(answer, int)
        }

    def new_units(self) -> tuple[str, ...]:
        """Give the names that are to be added as units."""
        return tuple(name for name, answer in self._chosen.items() if answer == _NEW_UNIT)

    @Slot()
    def add_all(self) -> None:
        """Add every name that has no answer yet, in one step."""
        for name, (_, box) in self._lines.items():
            if self._chosen[name] is None and box.itemText(0) == "(chưa chọn)":
                self._chosen[name] = _NEW_UNIT
                box.setCurrentIndex(box.findData(_NEW_UNIT))
        self.changed.emit()

    def _put(self, name: str, box: SearchChoice, _index: int) -> None:
        self._chosen[name] = box.currentData()
        self.changed.emit()
