"""Filters as a row of chips with counts; one is always chosen."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget


class ChipBar(QWidget):
    """Emits `chosen(key)` when a person chooses another chip."""

    chosen = Signal(str)

    def __init__(self, chips: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = dict(chips)
        self._chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key, title in self._titles.items():
            chip = QPushButton(title, self)
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            self._group.addButton(chip)
            self._chips[key] = chip
            row.addWidget(chip)
        row.addStretch(1)
        next(iter(self._chips.values())).setChecked(True)
        self._group.buttonClicked.connect(self._tell)

    def current(self) -> str:
        """Give the key of the chosen chip."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, key: str) -> None:
        """Choose a chip without telling."""
        if key in self._chips:
            self._chips[key].setChecked(True)

    def set_counts(self, counts: Mapping[str, int | str]) -> None:
        """Write how many there are behind each chip."""
        for key, chip in self._chips.items():
            title = self._titles[key]
            chip.setText(f"{title}  {counts[key]}" if key in counts else title)

    def explain(self, key: str, words: str) -> None:
        """Say in a tool tip what a chip counts."""
        self._chips[key].setToolTip(words)

    @Slot(QAbstractButton)
    def _tell(self, _chip: QAbstractButton) -> None:
        self.chosen.emit(self.current())
