"""What filters the register now, as chips that can be taken away one by one."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coordapp.domain.kernel.text import one_line
from coordapp.ui.tasks.filter_bar import FilterBar
from coordapp.ui.widgets.card import button

_LONGEST = 44
GROUPING = "grouping"


class ActiveFilters(QWidget):
    """Hidden while nothing filters and nothing is grouped."""

    grouping_dropped = Signal()

    def __init__(self, filters: FilterBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = filters
        self._grouping = ""
        self.chips: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        # beside what it clears, and the row of choices keeps its room
        self._row.addWidget(filters.clear_button)
        self._row.addStretch(1)
        filters.changed.connect(self.refresh)
        self.refresh()

    def say_grouping(self, words: str) -> None:
        """Show by what the rows are grouped; empty for no groups."""
        self._grouping = words
        self.refresh()

    def words(self) -> list[str]:
        """Say what filters and groups now."""
        shown = [words for _, words in self._filters.active()]
        return shown + ([f"Nhóm theo: {self._grouping}"] if self._grouping else [])

    @Slot()
    def refresh(self) -> None:
        """Show the chips of what filters now."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        wanted = self._filters.active()
        if self._grouping:
            wanted.append((GROUPING, f"Nhóm theo: {self._grouping}"))
        self.chips = [self._chip(key, words) for key, words in wanted]
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
        self.setVisible(bool(self.chips))

    def _chip(self, key: str, words: str) -> QPushButton:
        text = one_line(words)
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        # one & would underline the letter after it
        chip = button(f"{shown}  ×", "chip", tip=f"Bỏ {text}")
        chip.setAccessibleName(f"Bỏ lọc {text}")
        chip.clicked.connect(partial(self._drop, key))
        return chip

    def _drop(self, key: str, _checked: bool = False) -> None:
        if key == GROUPING:
            self.grouping_dropped.emit()
        else:
            self._filters.drop(key)
