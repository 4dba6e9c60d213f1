"""A button that gives the units of a group a role in a row of the matrix."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from coordapp.domain.committee.unit_group import GroupOfUnits
from coordapp.domain.conclusions.assignment import Role

KEYS = 9  # groups that have a key of their own
_ROLES = ((Role.LEAD, "Chủ trì"), (Role.COORDINATE, "Phối hợp"), (None, "Bỏ"))


class GroupMenu(QToolButton):
    """Emits `chosen(group, role)`; hidden where the book has no group of units."""

    chosen = Signal(object, object)

    def __init__(self, groups: Sequence[GroupOfUnits], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("&Nhóm đơn vị")
        self.setToolTip("Giao kết luận đang chọn cho các đơn vị của một nhóm (Alt+N)")
        self.setAccessibleName("Giao cho nhóm đơn vị")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.groups = [one for one in groups if one.units]
        for number, one in enumerate(self.groups, start=1):
            key = f"{number}: " if number <= KEYS else ""
            named = f"{key}{one.group.name} ({len(one.units)})".replace("&", "&&")
            inner = menu.addMenu(named)
            inner.setToolTip("; ".join(unit.short_name for unit in one.units))
            for role, words in _ROLES:
                inner.addAction(words, partial(self.chosen.emit, one, role))
        self.setMenu(menu)
        self.setVisible(not menu.isEmpty())
