"""Rows that were copied in Excel or Word, read for a list that is typed in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing.clipboard import copied_rows
from coordapp.domain.importing.list_rows import ListColumn
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.errors import Cancelled, CodedError, RuleViolation
from coordapp.domain.kernel.text import fold, one_line, words
from coordapp.ui.kit.jobs import Jobs
from coordapp.ui.kit.outside import LARGE, texts_copied
from coordapp.ui.kit.record import Record
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column, Editor
from coordapp.ui.widgets.reading import ReadingDialog
from coordapp.ui.widgets.record_detail import DetailField

R = TypeVar("R", bound=Record)
_YES = frozenset(("x", "co", "dung", "1", "✓", "✔"))
_NO = frozenset(("", "khong", "sai", "0", "-"))
_OFFERED = 12  # choices that a refusal names
_MOST_ROWS = 5_000  # of a list that is typed in place; more is a table for an import
READING_COPIED = "Đang đọc bảng đã sao chép…"


def rows_copied(jobs: Jobs, above: QWidget) -> list[list[str]]:
    """Give the rows on the clipboard: tabs of Excel, or the table of a page of Word.

    Much of it is read in the worker, behind a window that says so. Raises Cancelled;
    RuleViolation: pasted_too_many.
    """
    text, page = texts_copied()
    if len(text) + len(page) <= LARGE:
        rows = copied_rows(text, page)
    else:
        rows = _read_beside(jobs, above, text, page)
    if len(rows) > _MOST_ROWS:
        raise RuleViolation("pasted_too_many", count=len(rows), most=_MOST_ROWS)
    return rows


def _read_beside(jobs: Jobs, above: QWidget, text: str, page: str) -> list[list[str]]:
    read: list[list[list[str]]] = []
    job = jobs.start(lambda _step: read.append(copied_rows(text, page)))
    if not ReadingDialog(READING_COPIED, job, above).exec() or not read:
        raise Cancelled
    return read[0]


@dataclass(frozen=True, slots=True)
class CellReader(Generic[R]):
    """Reads a cell as typing into its column would, names of units by every name they go by."""

    columns: Sequence[Column[R]]
    detail: Sequence[DetailField]
    saver: CellSaver[R]
    units: Sequence[Unit]

    def list_columns(self, shown: Sequence[str]) -> list[ListColumn]:
        """Name the columns as they stand on screen, then what is typed below the table."""
        by_key = {column.key: column for column in self.columns}
        below = {item.name: item.title for item in self.detail}
        placed = [
            ListColumn(
                name=key,
                title=by_key[key].title,
                is_typed=by_key[key].apply is not None or key in below,
            )
            for key in shown
        ]
        return placed + [
            ListColumn(name=name, title=title)
            for name, title in below.items()
            if name not in by_key
        ]

    def fits(self, name: str, cell: str) -> bool:
        """Tell whether a column can hold what a cell says."""
        try:
            self.read(name, cell)
        except CodedError:
            return False
        return True

    def values(self, cells: Mapping[str, str]) -> dict[str, object]:
        """Read the cells of a row; an empty choice is left as a new row has it.

        Raises RuleViolation, with the words of what is wrong.
        """
        return {
            name: self.read(name, cell)
            for name, cell in cells.items()
            if cell or not self._is_choice(name)
        }

    def read(self, name: str, cell: str) -> object:
        """Read one cell. Raises RuleViolation."""
        column = next((column for column in self.columns if column.key == name), None)
        if column is None or column.apply is None:
            return self._detail(name, cell)
        if column.editor is Editor.CHOICE:
            return self._choice(column, cell)
        line = one_line(cell)
        if column.parse is not None:
            return column.parse(line)
        return self.saver.read(name, line)

    def _is_choice(self, name: str) -> bool:
        return any(c.key == name and c.editor is Editor.CHOICE for c in self.columns)

    def _detail(self, name: str, cell: str) -> object:
        item = next(item for item in self.detail if item.name == name)
        if name.startswith("is_"):
            said = fold(cell.strip())
            if said not in _YES | _NO:
                raise RuleViolation(
                    "pasted_cell_unknown", column=item.title, value=cell, choices="có, không"
                )
            return said in _YES
        return cell if item.lines > 1 else one_line(cell)

    def _choice(self, column: Column[R], cell: str) -> object:
        said = words(fold(cell))
        for value, text in column.choices:
            if words(fold(text)) == said:
                return value
        if column.key.endswith("unit_id"):
            found = Units(self.units).find(cell)
            if found is not None and found in [value for value, _ in column.choices]:
                return found
        known = [text for _, text in column.choices if text]
        more = "…" if len(known) > _OFFERED else ""
        raise RuleViolation(
            "pasted_cell_unknown",
            column=column.title,
            value=one_line(cell),
            choices=", ".join(known[:_OFFERED]) + more,
        )


def told(count: int, name: str, left_out: Sequence[str], secret: int = 0) -> str:
    """Say what was pasted, and which columns were not taken."""
    left = f"; không lấy cột {', '.join(left_out)}" if left_out else ""
    bare = f"; {secret} văn bản mật chỉ giữ số, ngày" if secret else ""
    return f"Đã dán {count} dòng vào “{name}”{left}{bare}"
