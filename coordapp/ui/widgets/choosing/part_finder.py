"""The one way in which typed letters find a name: by any part of it, without tone marks."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter

from coordapp.domain.kernel.text import fold

FOLDED = int(Qt.ItemDataRole.UserRole) + 1
SHOWN = 14  # names in the list before it scrolls


class PartFinder(QCompleter):
    """`hung son` finds Lê Hùng Sơn; its model holds the folded words of each name."""

    def __init__(self, model: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(SHOWN)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())
