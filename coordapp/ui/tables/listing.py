"""What a table shows, taken for paper: its columns, its rows, its groups."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import Qt

from coordapp.domain.figures.listing import Cell, ListedColumn, ListedPart
from coordapp.ui.tables.grouped import GroupedModel
from coordapp.ui.tables.model import Column, Editor, RecordModel
from coordapp.ui.tables.view import TableView

R = TypeVar("R")
_CENTRED = (Editor.DATE, Editor.PERCENT)
_DATE = "%d/%m/%Y"
_PAPER = 1100  # pixels of a screen as wide as a landscape page


def shown_columns(view: TableView[R], model: RecordModel[R]) -> tuple[ListedColumn, ...]:
    """Name the columns shown, in their order on screen."""
    header = view.horizontalHeader()
    places = _places(view, model)
    fixed = sum(header.sectionSize(n) for n in places if not model.columns[n].stretch)
    return tuple(
        ListedColumn(
            title=model.columns[n].title,
            # a small window leaves the column that stretches less room than the paper has
            width=max(header.sectionSize(n), _PAPER - fixed if model.columns[n].stretch else 0),
            centred=model.columns[n].editor in _CENTRED
            or model.columns[n].align == Qt.AlignmentFlag.AlignCenter,
            is_share=model.columns[n].editor is Editor.PERCENT,
        )
        for n in places
    )


def shown_parts(view: TableView[R], model: RecordModel[R]) -> tuple[ListedPart, ...]:
    """Give the rows shown, under the heads of their groups; a folded group is only its head."""
    reader = _row_reader(view, model)
    parts: list[ListedPart] = []
    heading, rows = "", list[tuple[Cell, ...]]()
    grouped = model if isinstance(model, GroupedModel) and model.is_grouped else None
    for row in range(model.rowCount()):
        head = None if grouped is None else grouped.head(row)
        if head is None:
            rows.append(reader(model.record(row)))
            continue
        if heading or rows:
            parts.append(ListedPart(heading=heading, rows=rows))
        heading, rows = f"{head.title}: {head.note}", []
    return (*parts, ListedPart(heading=heading, rows=rows))


def parts_of(
    view: TableView[R], model: RecordModel[R], groups: Iterable[tuple[str, Iterable[R]]]
) -> tuple[ListedPart, ...]:
    """Give records of the kind shown, some of them behind another choice, under these heads."""
    reader = _row_reader(view, model)
    return tuple(
        ListedPart(heading=heading, rows=[reader(record) for record in records])
        for heading, records in groups
    )


def _row_reader(view: TableView[R], model: RecordModel[R]) -> Callable[[R], tuple[Cell, ...]]:
    readers = [_reader(c) for c in (model.columns[n] for n in _places(view, model))]
    return lambda record: tuple(read(record) for read in readers)


def _places(view: TableView[R], model: RecordModel[R]) -> list[int]:
    places = (model.column_of(key) for key in view.shown_keys())
    return [n for n in places if n is not None]


def _reader(column: Column[R]) -> Callable[[R], Cell]:
    text = column.text
    if column.editor is Editor.DATE:
        return lambda record: _day(text(record))
    if column.editor is Editor.PERCENT:
        return lambda record: _number(text(record).removesuffix("%").rstrip(), 100)
    if column.align == Qt.AlignmentFlag.AlignRight:
        return lambda record: _number(text(record))
    return text


def _day(shown: str) -> Cell:
    """Read back the date a cell shows, so that Excel can sort by it."""
    try:
        return datetime.strptime(shown, _DATE).date()
    except ValueError:
        return shown


def _number(shown: str, whole: int = 1) -> Cell:
    """Read back the number a cell shows, so that Excel can count with it."""
    if not (shown.isascii() and shown.isdecimal()):
        return shown
    return int(shown) if whole == 1 else int(shown) / whole
