"""A field of units, groups and bodies: typed in any spelling, or ticked in a list."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.reading.actors.named_parties import PartyReader, in_one_line
from coordapp.domain.conclusions.reading.draft import Party
from coordapp.domain.kernel.text import nfc
from coordapp.ui.widgets.card import button, label

_CUT = 34  # letters of a name on a button


class PartiesField(QWidget):
    """Emits `edited` with the parties; a name outside the register is told, with a way to add it."""

    edited = Signal(object)  # tuple[Party, ...]
    missing_chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = PartyReader(())
        self._units: Sequence[Unit] = ()
        self.typed = QLineEdit(placeholderText="tên đơn vị, cách nhau bằng dấu ;")
        self.typed.setAccessibleName(title)
        self.menu = QMenu(self)
        self.choose = QToolButton()
        self.choose.setText("Chọn")
        self.choose.setToolTip(f"Chọn đơn vị: {title.lower()}")
        self.choose.setAccessibleName(f"Chọn đơn vị: {title.lower()}")
        self.choose.setMenu(self.menu)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.outside = label("", "secondary")
        self.outside.setProperty("tone", "due_soon")
        self.add = button("Thêm vào sổ…")
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.typed, 1)
        line.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.outside)
        column.addWidget(self.add)
        self.setFocusProxy(self.typed)
        self.typed.textChanged.connect(self._tell)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.add.clicked.connect(self._ask_missing)

    def know(self, units: Sequence[Unit], names: PartyReader) -> None:
        """Offer these units, and read names with this reader."""
        self._units, self._names = units, names

    def parties(self) -> tuple[Party, ...]:
        """Give what is typed."""
        return self._names.read(nfc(self.typed.text()))

    def show_parties(self, parties: Sequence[Party]) -> None:
        """Show parties without telling."""
        if tuple(parties) != self.parties():
            with QSignalBlocker(self.typed):
                self.typed.setText(in_one_line(parties))
            self.typed.setCursorPosition(0)
        self._show_outside(parties)

    @Slot()
    def _tell(self) -> None:
        parties = self.parties()
        self._show_outside(parties)
        self.edited.emit(parties)

    def _show_outside(self, parties: Sequence[Party]) -> None:
        missing = [party.label for party in parties if not party.unit_ids]
        self.outside.setText(f"⚠ Ngoài danh sách đơn vị: {'; '.join(missing)}" if missing else "")
        self.outside.setVisible(bool(missing))
        self.add.setVisible(bool(missing))
        if missing:
            name = missing[0] if len(missing[0]) <= _CUT else missing[0][: _CUT - 1] + "…"
            self.add.setText(f"Thêm “{name}”…".replace("&", "&&"))
            self.add.setToolTip(missing[0])

    @Slot()
    def _ask_missing(self) -> None:
        missing = [party.label for party in self.parties() if not party.unit_ids]
        if missing:
            self.missing_chosen.emit(missing[0])

    @Slot()
    def _fill_menu(self) -> None:
        self.menu.clear()
        labels = {party.label for party in self.parties()}
        for unit in self._units:
            action = self.menu.addAction(unit.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(unit.short_name in labels)
            action.setData(int(unit.id))
            action.triggered.connect(self._toggle)

    @Slot()
    def _toggle(self) -> None:
        action = self.sender()
        chosen = action.data() if isinstance(action, QAction) else None
        unit = next((one for one in self._units if one.id == chosen), None)
        if unit is None:
            return
        parties = self.parties()
        left = [party for party in parties if party.label != unit.short_name]
        if len(left) == len(parties):
            left.append(Party(unit.short_name, (unit.id,)))
        self.typed.setText(in_one_line(left))
