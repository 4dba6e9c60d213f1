"""The one way in which typed letters find a name: as the search of the program finds a text."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QIdentityProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QCompleter

from coordapp.domain.committee import short_forms
from coordapp.domain.kernel.matching import finds

FOLDED = int(Qt.ItemDataRole.UserRole) + 1
SHOWN = 14  # names in the list before it scrolls
# behind what is typed: more letters may find more, for they may make a short form of the office,
# and Qt would look only among what the letters before them found
_END = "\n"


class PartFinder(QCompleter):
    """`son hung` finds Lê Hùng Sơn; its model holds the folded words of all names of each."""

    def __init__(self, model: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(parent)
        self._names = _Names(self)
        self._names.setSourceModel(model)
        self.setModel(self._names)
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(SHOWN)

    def first_row(self) -> int:
        """Give the row in the model of the first that is found; below 0 for none."""
        return self._names.first_row()

    def splitPath(self, path: str) -> list[str]:
        self._names.seek(path)
        return [path + _END]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())


class _Names(QIdentityProxyModel):
    """Says for each name what is typed, where that finds it: Qt then compares the two."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seek("")

    def seek(self, typed: str) -> None:
        """Look for something else."""
        self._typed, self._sought = typed, short_forms.sought(typed)

    def first_row(self) -> int:
        """Give the first row that is found; below 0 for none."""
        rows = range(self.rowCount())
        return next((row for row in rows if self.index(row, 0).data(FOLDED)), -1)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != FOLDED:
            return super().data(index, role)
        return self._typed + _END if finds(self._sought, str(super().data(index, role))) else ""
