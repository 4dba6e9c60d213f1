"""Taking the attendance by single keys, with the quorum above the list."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from coordapp.domain.conferences.conference import Attendance, AttendanceState
from coordapp.domain.conferences.lifecycle import untaken
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AttendanceId, ConferenceId
from coordapp.domain.words.conference_labels import ATTENDANCE_SHORT, quorum_line
from coordapp.domain.words.labels import ATTENDANCE_STATE
from coordapp.services.conferences import conference_actions
from coordapp.store.file.tables import ATTENDANCES
from coordapp.store.queries import conference_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.flow_row import FlowRow
from coordapp.ui.kit.record import changed
from coordapp.ui.live.part_menu import PartMenu
from coordapp.ui.live.tables import DigitTable
from coordapp.ui.look import theme
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.ordering import Mover
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.record_detail import DetailField, RecordDetail

STATES = tuple(AttendanceState)  # behind the keys 1 to 6
LEGEND = " · ".join(f"{key} {ATTENDANCE_SHORT[state]}" for key, state in enumerate(STATES, start=1))
_LEAST = 104  # the head and two rows
_TONES = {
    AttendanceState.INVITED: Tone.DUE_SOON,
    AttendanceState.CONFIRMED: Tone.DUE_SOON,
    AttendanceState.PRESENT: Tone.IN_TIME,
    AttendanceState.SUBSTITUTED: Tone.IN_TIME,
}
_DETAIL = (
    DetailField(name="substitute_name", title="Người dự thay", row=0, column=0, is_person=True),
    DetailField(name="substitute_post", title="Chức vụ người dự thay", row=0, column=1),
    DetailField(name="name", title="Họ và tên", row=1, column=0, is_person=True),
    DetailField(name="post", title="Chức vụ", row=1, column=1),
    DetailField(name="reason", title="Lý do vắng", row=2, column=0),
    DetailField(name="is_guest", title="Khách mời", row=2, column=1),
)


def who(item: Attendance) -> str:
    """Name a participant with the post."""
    return ", ".join(text for text in (item.name, item.post) if text) or "Chưa ghi tên"


_COLUMNS: tuple[Column[Attendance], ...] = (
    Column(
        key="who", title="Người dự", stretch=True, letters=12, lines=2,
        text=lambda item: who(item) + (" (khách)" if item.is_guest else ""),
    ),
    Column(
        key="state", title="Điểm danh", width=146,
        text=lambda item: ATTENDANCE_STATE[item.state],
        tone=lambda item: _TONES.get(item.state, Tone.QUIET),
        tooltip=lambda item: ", ".join(
            text for text in (item.substitute_name, item.substitute_post, item.reason) if text
        ),
    ),
)  # fmt: skip


class RollCall(Card):
    """A digit gives the current row its state and goes on to the next one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._owner = ConferenceId(0)
        self._locked = False
        self._fresh: Attendance | None = None  # just added, as long as nothing was typed of them
        self._build()
        self.asked = PartMenu(self.arrival)
        self.asked.chosen.connect(self._add_arrival)
        self.table.digit_pressed.connect(self._take)
        self.table.selected.connect(self._show_detail)
        self.table.activated_row.connect(self.detail.enter)
        self.arrival.clicked.connect(self.add_arrival)
        self._line("substitute_name").returnPressed.connect(self._to_substitute_post)
        self._line("substitute_post").returnPressed.connect(self._back_to_list)
        self._line("name").returnPressed.connect(self._to_post)
        self._line("post").returnPressed.connect(self._back_to_list)
        self._line("reason").returnPressed.connect(self._back_to_list)

    def _build(self) -> None:
        self.quorum = label("", "live")
        self.table: DigitTable[Attendance] = DigitTable(_COLUMNS, "Điểm danh")
        self.table.setMinimumHeight(_LEAST)
        self.table.set_empty_state(
            EmptyState("Chưa có thành phần", "Thêm người vừa đến, hoặc lấy thành viên Ban Chỉ đạo.")
        )
        context = self._context
        self.detail = RecordDetail(context.run, _DETAIL, self._save, people=context.people)
        self.arrival = button("Mới đến (F9)")
        store = context.store
        self.mover = Mover(
            context,
            self.table,
            self.table.records,
            lambda order: conference_actions.put_attendance_in_order(
                store, [one.id for one in order]
            ),
            lambda one: one.is_guest,
        )
        self.mover.name_for("Điểm danh")
        head = FlowRow()
        title = label("Điểm danh (F6)", "card-title", wraps=False)
        head.addWidget(title, 1)
        head.addWidget(self.mover)
        head.addWidget(self.arrival)
        self.body.addLayout(head)
        self.body.addWidget(self.quorum)
        self.body.addWidget(label(LEGEND, "secondary"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.detail)

    # --- showing

    def show_roll(self, owner: ConferenceId, *, locked: bool) -> list[Attendance]:
        """Show the participants of a conference; gives them."""
        if owner != self._owner:
            self.flush()
        self._owner, self._locked = owner, locked
        attending = conference_queries.attendances(self._context.store.connection, owner)
        self.table.records.show(attending)
        if attending and self.table.current_id() is None:
            self.table.select_id((untaken(attending) or attending)[0].id)
        counted = conference_queries.quorum(self._context.store.connection, attending)
        self.quorum.setText(quorum_line(counted))
        theme.mark(self.quorum, "role", "live" if counted.is_enough else "live-warning")
        self.arrival.setEnabled(not locked)
        self.mover.refresh(locked=locked)
        self._show_detail()
        return attending

    @Slot()
    def _show_detail(self) -> None:
        record = self.table.current_record()
        self.detail.show_record(record, locked=self._locked)
        is_member = record is not None and record.person_id is not None
        for name in ("name", "post"):
            # a member's name and post are those of the committee's own list
            self._line(name).setReadOnly(is_member or self._locked)

    def start(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        self.detail.flush()

    # --- doing

    @Slot(int)
    def _take(self, place: int) -> None:
        self.flush()
        chosen, state = self.table.target_ids(), STATES[place]
        if not chosen or not self._context.run(
            lambda: conference_actions.take_attendance(self._context.store, chosen, state)
        ):
            return
        self._context.bus.deliver()
        if len(chosen) > 1:
            return
        if state is AttendanceState.SUBSTITUTED:
            self._line("substitute_name").setFocus()
        else:
            self._go_on()

    @Slot()
    def add_arrival(self) -> None:
        """Ask whether who came counts for the quorum, add them and start typing the name."""
        if self.arrival.isEnabled():
            self.asked.ask()

    @Slot(bool)
    def _add_arrival(self, is_guest: bool) -> None:
        self.flush()
        new = Attendance(
            id=AttendanceId(0), conference_id=self._owner, position=0, name="",
            state=AttendanceState.PRESENT, is_guest=is_guest,
        )  # fmt: skip
        store = self._context.store
        if added := self._context.run(lambda: conference_actions.add_attendance(store, new)):
            self._context.bus.deliver()
            self._fresh = added.value
            self.table.select_id(added.value.id)
            self._line("name").setFocus()

    def take_back(self) -> bool:
        """Remove who was just added, as long as nothing is said of them; tell whether it was so."""
        self.flush()
        fresh, self._fresh = self._fresh, None
        store = self._context.store
        if fresh is None or ATTENDANCES.find(store.connection, fresh.id) != fresh:
            return False
        self._context.run(lambda: conference_actions.delete_attendance(store, fresh.id))
        self._context.bus.deliver()
        self.table.setFocus()
        return True

    def _save(self, record_id: int, name: str, value: object, run: int | None = None) -> None:
        store = self._context.store
        attendance = ATTENDANCES.find(store.connection, record_id)
        if attendance is None:
            raise RuleViolation("record_gone", kind=Kind.ATTENDANCE)
        key = None if run is None else (Kind.ATTENDANCE, record_id, name, run)
        conference_actions.edit_attendance(store, changed(attendance, name, value), run=key)

    # --- moving with Enter

    def _line(self, name: str) -> QLineEdit:
        editor = self.detail.editors[name]
        if not isinstance(editor, QLineEdit):
            raise TypeError(name)
        return editor

    @Slot()
    def _to_substitute_post(self) -> None:
        self._line("substitute_post").setFocus()

    @Slot()
    def _to_post(self) -> None:
        self._line("post").setFocus()

    @Slot()
    def _back_to_list(self) -> None:
        self.table.setFocus()
        self._go_on()

    def _go_on(self) -> None:
        row = self.table.currentIndex().row() + 1
        if row < self.table.records.rowCount():
            self.table.select_id(self.table.records.id_at(row))
