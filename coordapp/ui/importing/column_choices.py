"""Where a person says what the columns of a table are."""

import re
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from coordapp.domain.importing.labels import IMPORT_COLUMN
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.values import cells
from coordapp.domain.importing.workbook import column_name
from coordapp.domain.kernel.text import one_line
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox

_NOT_TAKEN = "(không nhập)"
_SAMPLE = 20  # letters
_LOOKED_AT = 30
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)")


class ColumnChoices(QWidget):
    """A line for each column of the table: its title, a value, and what it holds."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.boxes: dict[int, QComboBox] = {}

    def show_table(self, table: TaskTable) -> None:
        """Offer the columns of a table; those of marks say themselves what they are."""
        _clear(self._grid)
        self.boxes = {}
        header = table.header
        used = [
            column
            for column in table.columns
            if column not in header.ticks and (header.title(column) or _sample(table, column))
        ]
        for line, column in enumerate(used):
            title = header.title(column) or "(không tên)"
            hidden = " (ẩn)" if column + 1 in table.sheet.hidden_columns else ""
            words = label(f"{column_name(column + 1)} · {one_line(title)[:40]}{hidden}")
            sample = label(_sample(table, column), "secondary")
            box = ChoiceBox()
            box.setAccessibleName(f"Cột {column_name(column + 1)} là")
            box.addItem(_NOT_TAKEN, None)
            for held in ImportColumn:
                box.addItem(IMPORT_COLUMN[held], held)
            box.setCurrentIndex(max(0, box.findData(header.fields.get(column))))
            box.activated.connect(partial(self._put, column))
            self.boxes[column] = box
            self._grid.addWidget(words, 2 * line, 0)
            self._grid.addWidget(box, 2 * line, 1, 2, 1)
            self._grid.addWidget(sample, 2 * line + 1, 0)

    def fields(self) -> dict[int, ImportColumn]:
        """Give what each column holds."""
        return {
            column: box.currentData()
            for column, box in self.boxes.items()
            if box.currentData() is not None
        }

    def _put(self, column: int, _index: int) -> None:
        """Let only one column hold a field: the one chosen last."""
        held = self.boxes[column].currentData()
        for other, box in self.boxes.items():
            if other != column and held is not None and box.currentData() is held:
                box.setCurrentIndex(0)
        self.changed.emit()


def _sample(table: TaskTable, column: int) -> str:
    """Give the first value below the titles, so that a column is known by what it holds."""
    for number in table.rows[:_LOOKED_AT]:
        row = table.sheet.rows[number - 1]
        if column < len(row) and not cells.is_blank(row[column]):
            text = one_line(cells.as_text(row[column]))
            if _COLUMN_NUMBER.fullmatch(text):
                continue
            return text if len(text) <= _SAMPLE else f"{text[:_SAMPLE]}…"
    return ""


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
