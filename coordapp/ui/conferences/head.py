"""What stands above the editors: which conference it is, and what can be looked at."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.domain import dates
from coordapp.domain.conference import Conference, ConferenceState
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.chips import ChipBar

EDITORS = (
    ("facts", "Thông tin"),
    ("agenda", "Chương trình"),
    ("attendance", "Thành phần"),
    ("speeches", "Phát biểu"),
    ("conclusions", "Kết luận"),
)
_SIGNED = "Biên bản đã ký nên không sửa được."


class Head(Card):
    """Title, facts in one line, and a chip for each editor."""

    chosen = Signal(str)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = label("", "card-title")
        self._line = label("", "secondary")
        self.signed = label(_SIGNED, "secondary")
        self.delete = button("Xóa hội nghị", "quiet", "trash")
        self._chips = ChipBar(EDITORS)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._title, 1)
        first.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(14, 8, 8, 12)
        self.body.setSpacing(6)
        self.body.addLayout(first)
        self.body.addWidget(self._line)
        self.body.addWidget(self.signed)
        self.body.addWidget(self._chips)
        self._chips.chosen.connect(self.chosen)
        self.delete.clicked.connect(self.delete_requested)

    def show_conference(self, item: Conference, chair: str) -> None:
        """Show a conference and who chairs it."""
        locked = item.state is ConferenceState.SIGNED
        when = " ".join(text for text in (item.start_time, dates.short(item.held_on)) if text)
        facts = (item.code, when, item.place, f"Chủ trì: {chair}" if chair else "")
        self._title.setText(item.title)
        self._line.setText(" · ".join(text for text in facts if text))
        self.signed.setVisible(locked)
        self.delete.setEnabled(not locked)

    def show_counts(self, counts: dict[str, Any]) -> None:
        """Write on the chips how many there are."""
        self._chips.set_counts(counts)

    def choose(self, key: str) -> None:
        """Mark the chip of an editor."""
        self._chips.choose(key)
