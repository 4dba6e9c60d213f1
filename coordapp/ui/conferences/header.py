"""What stands above the editors: which conference it is, how far, and what can be looked at."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.conferences.conference import Attendance, Conference, ConferenceState
from coordapp.domain.conferences.lifecycle import missing, moves
from coordapp.domain.conferences.quorum import Quorum
from coordapp.domain.words.conference_labels import (
    CONFERENCE_NEED,
    conference_move,
    quorum_expected,
    quorum_line,
)
from coordapp.domain.words.labels import CONFERENCE_STATE
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.chips import ChipBar

EDITORS = (
    ("details", "Thông tin"),
    ("agenda", "Chương trình"),
    ("attendance", "Thành phần"),
    ("speeches", "Phát biểu"),
    ("conclusions", "Kết luận"),
    ("papers", "Văn bản"),
)
_SIGNED = "Biên bản đã ký nên không sửa được. Muốn sửa, lập biên bản bổ sung ở mục Văn bản."
_HELD = (ConferenceState.HELD, ConferenceState.SIGNED)
_ENDED = (ConferenceState.POSTPONED, ConferenceState.CANCELLED)


class ConferenceHeader(Card):
    """Title, facts in one line, how far it is, and a chip for each editor."""

    chosen = Signal(str)
    delete_requested = Signal()
    move_requested = Signal(object)  # ConferenceState
    sign_requested = Signal()
    live_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._forward: ConferenceState | None = None
        self._build()
        self._chips.chosen.connect(self.chosen)
        self.delete.clicked.connect(self.delete_requested)
        self.forward.clicked.connect(self._go_forward)
        self._menu.triggered.connect(self._go)
        self.live.clicked.connect(self.live_requested)

    def _build(self) -> None:
        self._title = label("", "card-title")
        self._line = label("", "secondary")
        self.signed = label(_SIGNED, "banner")
        self.quorum = label("")
        self.delete = button("Xóa hội nghị", "quiet", "trash")
        self.live = button("Ghi cuộc họp", "plain", "edit", tip="Màn hình ghi cuộc họp (Ctrl+L)")
        self.forward = button("")
        self.others = button("Khác", "plain", tip="Các bước khác của hội nghị")
        self._menu = QMenu(self.others)
        self.others.setMenu(self._menu)
        self._chips = ChipBar(EDITORS)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._title, 1)
        first.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        course = QHBoxLayout()
        course.setSpacing(8)
        course.addWidget(self.quorum, 1)
        for shown in (self.live, self.forward, self.others):
            course.addWidget(shown)
        self.body.setContentsMargins(14, 8, 8, 12)
        self.body.setSpacing(6)
        self.body.addLayout(first)
        self.body.addWidget(self._line)
        self.body.addWidget(self.signed)
        self.body.addLayout(course)
        self.body.addWidget(self._chips)

    def show_conference(self, item: Conference, chair: str) -> None:
        """Show a conference and who chairs it."""
        locked = item.state is ConferenceState.SIGNED
        when = " ".join(text for text in (item.start_time, dates.short(item.held_on)) if text)
        facts = (
            CONFERENCE_STATE[item.state] + (f": {item.state_reason}" if item.state_reason else ""),
            item.code,
            when,
            item.place,
            f"Chủ trì: {chair}" if chair else "",
        )
        self._title.setText(item.title)
        self._line.setText(" · ".join(text for text in facts if text))
        self.signed.setVisible(locked)
        self.delete.setEnabled(not locked)
        self.live.setEnabled(not locked and item.state not in _ENDED)

    def show_course(self, item: Conference, attending: Sequence[Attendance]) -> None:
        """Offer the steps a conference may take from here; forward as a button of its own."""
        possible = moves(item.state)
        is_held = item.state is ConferenceState.HELD
        # after a conference comes the signing, which is done with the papers
        self._forward = ConferenceState.SIGNED if is_held else next(iter(possible), None)
        self.forward.setVisible(self._forward is not None)
        if self._forward is not None:
            self.forward.setText(conference_move(item.state, self._forward))
            lacking = missing(item, self._forward, attending)
            words = ", ".join(CONFERENCE_NEED[need] for need in lacking)
            self.forward.setToolTip(f"Còn thiếu: {words}" if words else "")
        self._menu.clear()
        for state in possible:
            if state is not self._forward:
                action = self._menu.addAction(conference_move(item.state, state))
                action.setData(state.value)
        self.others.setVisible(bool(self._menu.actions()))

    def show_quorum(self, item: Conference, counted: Quorum) -> None:
        """Say who came, in the colour of a warning while they are too few; before, who must."""
        begun = bool(counted.came) or item.state in _HELD
        self.quorum.setText(quorum_line(counted) if begun else quorum_expected(counted))
        short = begun and bool(counted.members) and not counted.is_enough
        theme.mark(self.quorum, "role", "warning" if short else "")

    def show_counts(self, counts: Mapping[str, int | str]) -> None:
        """Write on the chips how many there are."""
        self._chips.set_counts(counts)

    def choose(self, key: str) -> None:
        """Mark the chip of an editor."""
        self._chips.choose(key)

    @Slot()
    def _go_forward(self) -> None:
        if self._forward is ConferenceState.SIGNED:
            self.sign_requested.emit()
        elif self._forward is not None:
            self.move_requested.emit(self._forward)

    @Slot(QAction)
    def _go(self, action: QAction) -> None:
        self.move_requested.emit(ConferenceState(action.data()))
