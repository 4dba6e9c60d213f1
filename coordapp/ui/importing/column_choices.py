"""The side of the import where a person says what the columns and the unknown units are."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing import cells
from coordapp.domain.importing.header import Header, ImportColumn
from coordapp.domain.importing.labels import IMPORT_COLUMN
from coordapp.domain.importing.plan import COLUMN_NUMBER
from coordapp.domain.importing.workbook import Sheet, column_name
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import one_line
from coordapp.ui.widgets.card import label

_NOT_TAKEN = "(không nhập)"
_NEW_UNIT = "Thêm đơn vị mới"
_SAMPLE = 20  # letters


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

    def show_header(self, sheet: Sheet, header: Header) -> None:
        """Offer the columns of a table."""
        _clear(self._grid)
        self.boxes = {}
        used = [n for n, title in enumerate(header.titles) if title or _sample(sheet, header, n)]
        for line, column in enumerate(used):
            title = header.titles[column] or "(không tên)"
            words = label(f"{column_name(column + 1)} · {one_line(title)[:40]}")
            sample = label(_sample(sheet, header, column), "secondary")
            box = QComboBox()
            box.setAccessibleName(f"Cột {column_name(column + 1)} là")
            box.addItem(_NOT_TAKEN, None)
            for field in ImportColumn:
                box.addItem(IMPORT_COLUMN[field], field)
            held_now = header.fields.get(column)
            box.setCurrentIndex(max(0, box.findData(held_now)))
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
        field = self.boxes[column].currentData()
        for other, box in self.boxes.items():
            if other != column and field is not None and box.currentData() is field:
                box.setCurrentIndex(0)
        self.changed.emit()


class UnitChoices(QWidget):
    """A line for each name of a unit that the book does not know."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._chosen: dict[str, UnitId | str | None] = {}
        self._lines: dict[str, tuple[QLabel, QComboBox]] = {}

    def show_names(self, names: Sequence[str], units: Sequence[Unit]) -> None:
        """Ask about these names, and about the ones answered before.

        The lines that stay are not made anew: the keyboard may be on one of them.
        """
        answered = [name for name, answer in self._chosen.items() if answer is not None]
        self._chosen = {
            name: self._chosen.get(name)
            for name in (*self._chosen, *names)
            if name in names or name in answered
        }
        for name in self._lines.keys() - self._chosen.keys():
            for part in self._lines.pop(name):
                part.hide()
                part.deleteLater()
        for line, name in enumerate(self._chosen):
            if name not in self._lines:
                self._lines[name] = label(name), self._offered(name, units)
            words, box = self._lines[name]
            self._grid.addWidget(words, line, 0)
            self._grid.addWidget(box, line, 1)
        self.setVisible(bool(self._chosen))

    def _offered(self, name: str, units: Sequence[Unit]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"“{name}” là đơn vị")
        box.addItem("(chưa chọn)", None)
        box.addItem(_NEW_UNIT, _NEW_UNIT)
        for unit in units:
            box.addItem(unit.short_name, unit.id)
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

    def _put(self, name: str, box: QComboBox, _index: int) -> None:
        self._chosen[name] = box.currentData()
        self.changed.emit()


def _sample(sheet: Sheet, header: Header, column: int) -> str:
    """Give the first value below the header, so that a column is known by what it holds."""
    for row in sheet.rows[header.last : header.last + 30]:
        if column < len(row) and not cells.is_blank(row[column]):
            text = one_line(cells.as_text(row[column]))
            if COLUMN_NUMBER.fullmatch(text) and len(text) > 1:
                continue
            return text if len(text) <= _SAMPLE else f"{text[:_SAMPLE]}…"
    return ""


def _clear(grid: QGridLayout | QVBoxLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
