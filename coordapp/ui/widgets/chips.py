"""Filters as a row of chips with counts; one is always chosen, and none is ever cut."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

_GAP = 6
_MORE = "Khác"


class ChipBar(QWidget):
    """Emits `chosen(key)` when a person chooses another chip.

    Chips for which there is no room stand in a menu at the end, their numbers whole.
    """

    chosen = Signal(str)

    def __init__(self, chips: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = dict(chips)
        self._chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for key, title in self._titles.items():
            chip = _chip(title, self)
            self._group.addButton(chip)
            self._chips[key] = chip
            row.addWidget(chip)
        self.more = _chip(_MORE, self)
        self.more.setAccessibleName("Các mục khác")
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        self.more.hide()
        row.addWidget(self.more)
        row.addStretch(1)
        next(iter(self._chips.values())).setChecked(True)
        self._group.buttonClicked.connect(self._tell)
        self._menu.aboutToShow.connect(self._fill)

    def current(self) -> str:
        """Give the key of the chosen chip."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    def words(self) -> str:
        """Give the words of the chosen chip, without its number."""
        return self._titles[self.current()]

    def choose(self, key: str) -> None:
        """Choose a chip without telling."""
        if key in self._chips:
            self._chips[key].setChecked(True)
            self._fold()

    def set_counts(self, counts: Mapping[str, int | str] | Mapping[str, int]) -> None:
        """Write how many there are behind each chip."""
        for key, chip in self._chips.items():
            title = self._titles[key]
            chip.setText(f"{title}  {counts[key]}" if key in counts else title)
        self._fold()

    def explain(self, key: str, words: str) -> None:
        """Say in a tool tip what a chip counts."""
        self._chips[key].setToolTip(words)

    @Slot(QAbstractButton)
    def _tell(self, _chip: QAbstractButton) -> None:
        self._fold()
        self.chosen.emit(self.current())

    # --- room

    def minimumSizeHint(self) -> QSize:
        """Ask for the chosen chip and the menu; the others can go into it."""
        whole = super().minimumSizeHint()
        widest = max(_width(chip) for chip in self._chips.values())
        return QSize(
            min(widest + _GAP + _width(self.more), self.sizeHint().width()), whole.height()
        )

    def sizeHint(self) -> QSize:
        """Ask for all chips in one row."""
        return QSize(self._whole(self._chips.values()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: the type may have grown while nobody looked."""
        super().showEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave the chips that fit in the row, the chosen one always among them."""
        fits = self._fitting()
        for chip in self._chips.values():
            chip.setVisible(chip in fits)
        self.more.setVisible(len(fits) < len(self._chips))
        self.updateGeometry()

    def _fitting(self) -> list[QPushButton]:
        every = list(self._chips.values())
        if self._whole(every) <= self.width():
            return every
        room = self.width() - _width(self.more) - _GAP
        chosen = self._chips[self.current()]
        fits: list[QPushButton] = []
        for chip in every:
            with_it = [*fits, chip]
            needed = with_it if chosen in with_it else [*with_it, chosen]
            if self._whole(needed) > room:
                break
            fits = with_it
        return fits if chosen in fits else [*fits, chosen]

    def _whole(self, chips: Iterable[QPushButton]) -> int:
        widths = [_width(chip) for chip in chips]
        return sum(widths) + _GAP * max(len(widths) - 1, 0)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for chip in self._chips.values():
            if chip.isHidden():
                self._menu.addAction(self._entry(chip))

    def _entry(self, chip: QPushButton) -> QAction:
        entry = QAction(chip.text(), self._menu)
        entry.setToolTip(chip.toolTip())
        entry.triggered.connect(chip.click)
        return entry


def _chip(title: str, parent: QWidget) -> QPushButton:
    chip = QPushButton(title, parent)
    chip.setCheckable(title != _MORE)
    chip.setProperty("role", "chip")
    # a click leaves the keys in the list
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # as wide as its words and never less: a number that is cut is another number
    chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return chip


def _width(chip: QPushButton) -> int:
    chip.ensurePolished()
    return chip.sizeHint().width()
