"""How a model spread: from where, to where, in which year, each line a link to its model."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.kernel.ids import PracticeId
from coordapp.domain.practices.practice import Practice, replication
from coordapp.ui.records.elided_link import ElidedLink
from coordapp.ui.widgets.card import Card, label

_INDENT = "\N{NO-BREAK SPACE}" * 4


class ReplicationCard(Card):
    """The whole chain of the current model, from the first one down."""

    open_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nhân rộng", parent)
        self.summary = label("", "secondary")
        self.lines: list[ElidedLink] = []
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(2)
        self._lines.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.body.addWidget(self.summary)
        self.body.addWidget(scroll, 1)

    def show_chain(self, practice: Practice | None, held: Mapping[PracticeId, Practice]) -> None:
        """Show where a model was taken from and where it went; nothing without one."""
        for old in self.lines:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        if practice is None:
            self.summary.setText("")
            return
        found = replication(practice, held)
        here = next(depth for one, depth in found if one.id == practice.id)
        below = sum(one.replicated_from_id == practice.id for one, _ in found)
        origin = f"Nhân rộng qua {here} bước" if here else "Mô hình gốc"
        spread = f"đã nhân rộng trực tiếp đến {below} nơi" if below else "chưa nhân rộng"
        self.summary.setText(f"{origin}; {spread}.")
        if len(found) > 1:
            for one, depth in found:
                self._add(one, depth, is_here=one.id == practice.id)

    def _add(self, practice: Practice, depth: int, *, is_here: bool) -> None:
        where = practice.place or practice.held_by or "chưa ghi nơi"
        year = f"năm {practice.started}" if practice.started else "chưa ghi năm"
        arrow = f"{_INDENT * (depth - 1)}→ " if depth else ""
        here = " (đang xem)" if is_here else ""
        words = f"{arrow}{practice.code}{here} · {year} · {where} · {practice.name}"
        link = ElidedLink(words)
        link.setEnabled(not is_here)
        link.clicked.connect(partial(self._open, practice.id))
        self.lines.append(link)
        self._lines.insertWidget(self._lines.count() - 1, link)

    def _open(self, practice_id: PracticeId, _checked: bool = False) -> None:
        self.open_requested.emit(practice_id)
