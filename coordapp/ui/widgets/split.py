"""Two parts side by side, of which a person gives one more room and the other less."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from coordapp.ui.look import theme

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


class FoldingSplit(Split):
    """A list and its detail; where there is no room for both, the detail waits behind a button.

    Narrower than `folds_below` it is folded away; what a person folds stays as it is.
    """

    def __init__(
        self,
        parts: tuple[QWidget, QWidget],
        sizes: tuple[int, int],
        *,
        folds_below: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parts, sizes, wide=0, parent=parent)
        self._detail = parts[1]
        self._folds_below = folds_below
        self._is_narrow = False
        self._is_wanted = True  # where there is room for it
        self.fold = QPushButton("Chi tiết", parent)
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.toggled.connect(self._detail.setVisible)
        self.fold.clicked.connect(self._remember)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the list: the detail can be folded away."""
        return QSize(self.widget(0).minimumSizeHint().width(), super().minimumSizeHint().height())

    @property
    def is_wanted(self) -> bool:
        """Tell whether the detail is shown where there is room for it."""
        return self._is_wanted

    def want(self, wanted: bool) -> None:
        """Show the detail where there is room for it, or not."""
        self._is_wanted = wanted
        self.fold.setChecked(wanted and not self._is_narrow)

    @Slot(bool)
    def _remember(self, shown: bool) -> None:
        if not self._is_narrow:
            self._is_wanted = shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold where the width passes the limit; in between nothing jumps."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.scaled(self._folds_below)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.fold.setChecked(self._is_wanted and not is_narrow)
