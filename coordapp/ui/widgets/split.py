"""Two parts side by side, of which a person gives one more room and the other less."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_HANDLE = 12


class Split(QSplitter):
    """A list and what is said of its row: `wide` says which of them (0, 1) takes the room left."""

    def __init__(
        self,
        parts: tuple[QWidget, QWidget],
        sizes: tuple[int, int],
        *,
        wide: int,
        parent: QWidget,
    ) -> None:
        # without a parent it would take the parts out of their place in the order of Tab
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(_HANDLE)
        self.setChildrenCollapsible(False)
        for part in parts:
            self.addWidget(part)
        self.setStretchFactor(wide, 1)
        self.setSizes(list(sizes))
