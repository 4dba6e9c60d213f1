"""The places a conclusion rests on, each a link that leads there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordapp.domain.programmes.source_tie import SourceTie
from coordapp.ui.kit.flow_row import FlowRow
from coordapp.ui.widgets.card import button, label


class SourceLinks(QWidget):
    """Hidden where there is none; a click asks to open one."""

    open_requested = Signal(object)  # SourceTie

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ties: tuple[SourceTie, ...] = ()
        self.links: list[QPushButton] = []
        body = QWidget(self)
        body.setProperty("role", "plain")
        self._row = FlowRow(body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(label("Căn cứ:", "secondary", body, wraps=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body)
        self.hide()

    def show_ties(self, ties: Sequence[SourceTie]) -> None:
        """Show these places."""
        if tuple(ties) == self._ties:
            return
        self._ties = tuple(ties)
        for old in self.links:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = [self._link(tie) for tie in ties]
        self.setVisible(bool(ties))

    def _link(self, tie: SourceTie) -> QPushButton:
        link = button(tie.words, "link", tip=tie.title)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(partial(self._open, tie))
        self._row.addWidget(link)
        link.show()
        return link

    def _open(self, tie: SourceTie, _checked: bool = False) -> None:
        self.open_requested.emit(tie)
