"""Rows on the clipboard: for Excel, for Word, for plain text."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QMimeData

from coordapp.domain.importing.clipboard import as_html, as_tabs
from coordapp.ui.tables.model import Editor, RecordModel

R = TypeVar("R")


def copied(
    records: RecordModel[R], rows: Sequence[int], columns: Sequence[int], *, titles: bool
) -> QMimeData:
    """Write the cells of some rows and columns, with the titles where they are wanted."""
    cells = [[records.text_at(row, column) for column in columns] for row in rows]
    if titles:
        cells.insert(0, [records.columns[n].title for n in columns])
    days = {place for place, n in enumerate(columns) if records.columns[n].editor is Editor.DATE}
    data = QMimeData()
    data.setText(as_tabs(cells))
    data.setHtml(as_html(cells, days))
    return data
