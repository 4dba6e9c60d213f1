"""The screen of a conference that is going on: everything typed is on disk within two seconds."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from coordapp.domain.conferences.agenda import timetable
from coordapp.domain.conferences.conference import AgendaItem, Conference, ConferenceState
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.services.conferences import conference_actions
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import conference_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.live.entries import ConclusionPanel, SpeechPanel
from coordapp.ui.live.roll import RollCall
from coordapp.ui.widgets.card import Card, button, label

_SHOWN = (
    Kind.COMMITTEE, Kind.CONFERENCE, Kind.AGENDA_ITEM, Kind.ATTENDANCE, Kind.SPEECH,
    Kind.CONCLUSION,
)  # fmt: skip
_SIZES = (400, 360, 366)


class _Parts(QSplitter):
    """Is content with what its panels cannot do without: their lists and texts take what is left."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class LiveScreen(QWidget):
    """Attendance, speeches and conclusions side by side; Esc goes back to the page."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live")
        self._context = context
        self._conference: Conference | None = None
        self._agenda: list[AgendaItem] = []
        self._point = 0
        self._build()
        self._add_keys()
        self._context.bus.changed.connect(self._on_changed)
        self.back.clicked.connect(self.leave)
        self.ended.clicked.connect(self.close_now)
        self.earlier.clicked.connect(self.to_earlier_point)
        self.later.clicked.connect(self.to_next_point)

    def _build(self) -> None:
        self._title = label("", "secondary", wraps=False)
        self.point = label("", "live")
        self.earlier = button("", "quiet", "chevron-left", tip="Mục trước (Ctrl+PgUp)")
        self.later = button("", "quiet", "chevron-right", tip="Mục tiếp (Ctrl+PgDown)")
        self.ended = button("Bế mạc (Ctrl+F9)", "plain", "clock")
        self.back = button("Trở lại (Esc)", "plain", "arrow-back-up")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self.point)
        top = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        row.addLayout(words, 1)
        row.addWidget(self.ended)
        row.addWidget(self.back)
        top.body.setContentsMargins(8, 6, 8, 6)
        top.body.addLayout(row)
        self.roll = RollCall(self._context)
        self.speeches = SpeechPanel(self._context)
        self.conclusions = ConclusionPanel(self._context)
        self._parts = _Parts(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        for panel in (self.roll, self.speeches, self.conclusions):
            self._parts.addWidget(panel)
        for place, share in enumerate(_SIZES):
            self._parts.setStretchFactor(place, share)
        self._parts.setSizes(_SIZES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(top)
        column.addWidget(self._parts, 1)

    def _add_keys(self) -> None:
        for text, keys, slot in (
            ("Điểm danh", "F6", self.roll.start),
            ("Phát biểu mới", "F7", self.speeches.append),
            ("Kết luận mới", "F8", self.conclusions.append),
            ("Người vừa đến", "F9", self.roll.add_arrival),
            ("Ghi giờ bế mạc", "Ctrl+F9", self.close_now),
            ("Mục trước của chương trình", "Ctrl+PgUp", self.to_earlier_point),
            ("Mục tiếp của chương trình", "Ctrl+PgDown", self.to_next_point),
        ):
            shortcuts.action_within(self, text, keys, slot)

    # --- showing

    def start(self, conference: Conference) -> None:
        """Show a conference and put the keyboard on the attendance."""
        if self._conference is None or self._conference.id != conference.id:
            self._point = 0
        self._conference = conference
        self.refresh()
        self.show()
        self.roll.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.concern(*_SHOWN):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; what is being typed stays. A conference that is gone is left."""
        if self._conference is None:
            return
        reader = self._context.store.connection
        self._conference = CONFERENCES.find(reader, self._conference.id)
        if self._conference is None:
            self.left.emit()
            return
        item = self._conference
        locked = item.state is ConferenceState.SIGNED
        self._title.setText(f"{item.code} · {item.title}" + (" · đã ký" if locked else ""))
        closed = f"Bế mạc {item.end_time} (Ctrl+F9)" if item.end_time else "Bế mạc (Ctrl+F9)"
        self.ended.setText(closed)
        self.ended.setEnabled(not locked)
        self._agenda = conference_queries.agenda(reader, item.id)
        self._show_point()
        attending = self.roll.show_roll(item.id, locked=locked)
        self.speeches.show_participants(attending)
        self.speeches.show_entries(item.id, locked=locked)
        self.conclusions.show_entries(item.id, locked=locked)

    def _show_point(self) -> None:
        last = len(self._agenda) - 1
        self._point = max(min(self._point, last), 0)
        self.earlier.setEnabled(self._point > 0)
        self.later.setEnabled(self._point < last)
        if self._conference is None or not self._agenda:
            self.point.setText("Chưa có chương trình")
            return
        item = self._agenda[self._point]
        slot = timetable(self._conference, self._agenda)[self._point]
        time = " – ".join(text for text in (slot.start, slot.end) if text)
        said = f"{item.title} ({item.presenter})" if item.presenter else item.title
        place = f"Mục {self._point + 1}/{len(self._agenda)}"
        self.point.setText(" · ".join(text for text in (place, time, said) if text))

    @Slot()
    def to_earlier_point(self) -> None:
        """Go back to the point before."""
        self._point -= 1
        self._show_point()

    @Slot()
    def to_next_point(self) -> None:
        """Go on to the next point of the programme."""
        self._point += 1
        self._show_point()

    @Slot()
    def close_now(self) -> None:
        """Note that the conference closes at this minute."""
        item, store = self._conference, self._context.store
        if item is None:
            return
        now = f"{store.now:%H:%M}"
        if self._context.run(lambda: conference_actions.close_at(store, item.id, now)):
            self._context.messages.offer_undo(f"Đã ghi bế mạc lúc {now}")

    # --- leaving

    @Slot()
    def leave(self) -> None:
        """Save what was typed last and go back."""
        self.flush()
        self.left.emit()

    def flush(self) -> None:
        """Save what was typed last."""
        for panel in (self.roll, self.speeches, self.conclusions):
            panel.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            focused = self.focusWidget()
            for panel in (self.roll, self.speeches, self.conclusions):
                # an empty new line goes first, and the screen stays
                if focused is not None and panel.isAncestorOf(focused) and panel.take_back():
                    return
            self.leave()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
