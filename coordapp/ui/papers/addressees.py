"""Whom a paper goes to: one unit, a group of units, or the units ticked."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from coordapp.domain.committee.unit import ChoiceWords, Unit
from coordapp.domain.committee.unit_group import GroupOfUnits, on_day, spoken_of
from coordapp.domain.kernel.ids import UnitId
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.search_choice import SearchChoice

_LINES = 5
_SEVERAL = "Các đơn vị đánh dấu bên dưới"
_ID = Qt.ItemDataRole.UserRole


class Addressees(QObject):
    """Ticks what is chosen, and shows as chosen what is ticked; `said` has room for what is spoken."""

    changed = Signal()

    def __init__(
        self,
        units: Sequence[Unit],
        groups: Sequence[GroupOfUnits],
        today: date,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._units, self._today = units, today
        self._named = on_day(groups, today)
        self.choice = SearchChoice()
        named = ((frozenset((unit.id,)), ChoiceWords(unit.name, unit.names)) for unit in units)
        self.choice.offer([(None, "Chưa chọn"), *named])
        self.ticks = QListWidget()
        for unit in units:
            item = QListWidgetItem(unit.name, self.ticks)
            item.setData(_ID, int(unit.id))
            item.setCheckState(Qt.CheckState.Unchecked)
        self._groups = [
            (one.group.name, there)
            for one in groups
            if len(there := frozenset(u.id for u in one.units if u.is_in_force(today))) > 1
        ]
        self.ticks.setFixedHeight(self.ticks.fontMetrics().lineSpacing() * _LINES + 18)
        self.said = label("", "secondary")
        self.choice.currentIndexChanged.connect(self._tick)
        self.ticks.itemChanged.connect(self._follow)

    def offer_several(self, several: bool) -> None:
        """Offer groups and several units, or one unit alone."""
        with QSignalBlocker(self.choice):
            while self.choice.count() > len(self._units) + 1:
                self.choice.removeItem(self.choice.count() - 1)
            for name, units in self._groups if several else ():
                self.choice.addItem(f"{name} ({len(units)} đơn vị)", units)
        self._show(self.ids())

    @property
    def first(self) -> UnitId | None:
        """Give the first of them in the order of protocol."""
        return next(iter(self.ids()), None)

    def further(self) -> tuple[UnitId, ...]:
        """Give the others."""
        return self.ids()[1:]

    def ids(self) -> tuple[UnitId, ...]:
        """Give the units ticked."""
        items = (self.ticks.item(row) for row in range(self.ticks.count()))
        return tuple(
            UnitId(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def spoken(self) -> str:
        """Say whom the paper will address: a group by its name where all of it is ticked."""
        chosen = set(self.ids())
        names = spoken_of((one.name for one in self._units if one.id in chosen), self._named)
        return f"Kính gửi: {'; '.join(names)}" if names else ""

    def set_ids(self, chosen: Collection[UnitId]) -> None:
        """Show whom a paper goes to."""
        wanted = set(chosen)
        with QSignalBlocker(self.ticks):
            for row in range(self.ticks.count()):
                item = self.ticks.item(row)
                ticked = item.data(_ID) in wanted
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._show(self.ids())

    @Slot()
    def _tick(self) -> None:
        chosen = self.choice.currentData()
        if isinstance(chosen, frozenset) or chosen is None:
            self.set_ids(chosen or ())
            self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        self._show(self.ids())
        self.changed.emit()

    def _show(self, chosen: Sequence[UnitId]) -> None:
        """Choose in the list above what the ticks come to."""
        with QSignalBlocker(self.choice):
            if (known := self.choice.findText(_SEVERAL)) >= 0:
                self.choice.removeItem(known)
            held = [self.choice.itemData(row) for row in range(self.choice.count())]
            place = held.index(frozenset(chosen)) if chosen and frozenset(chosen) in held else 0
            if chosen and not place:
                self.choice.addItem(_SEVERAL, _SEVERAL)
                place = self.choice.count() - 1
            self.choice.setCurrentIndex(place)
        self.choice.setToolTip(self.choice.currentText())
