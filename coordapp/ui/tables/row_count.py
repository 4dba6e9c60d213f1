"""How many rows a table shows, and how many of them are selected."""

from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import label

R = TypeVar("R")


class RowCount(Generic[R]):
    """Keeps one line of words true: “n dòng (m đang chọn)”."""

    def __init__(self, table: TableView[R], model: RecordModel[R], parent: QWidget) -> None:
        self._table = table
        self._model = model
        self.label: QLabel = label("", "secondary", parent, wraps=False)
        for told in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            told.connect(self.tell)
        table.selectionModel().selectionChanged.connect(self.tell)
        self.tell()

    @Slot()
    def tell(self, *_told: object) -> None:
        """Count again."""
        rows = len(self._model.records())
        self.label.setText(f"{rows} dòng ({self._table.selected_count()} đang chọn)")
