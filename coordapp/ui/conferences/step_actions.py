"""The gestures that take a conference on: its steps, its members, the next one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.conferences.lifecycle import MOVES, Need
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.domain.words.labels import CONFERENCE_STATE
from coordapp.services.conferences import conference_actions, planning
from coordapp.services.conferences.planning import FollowingDraft
from coordapp.store.queries import conference_queries
from coordapp.ui.conferences.conference_list import ConferenceList
from coordapp.ui.conferences.following_dialog import FollowingDialog
from coordapp.ui.conferences.header import ConferenceHeader
from coordapp.ui.conferences.questions import agrees_to_delete, what_goes
from coordapp.ui.conferences.state_dialog import StateDialog
from coordapp.ui.kit.context import Context

_NOTHING_CHOSEN = "Chưa có hội nghị nào để sửa hoặc xóa. Hãy thêm hội nghị, hoặc bỏ lọc."


class StepActions(QObject):
    """Acts on the conference shown; what was typed last is saved first."""

    made = Signal(str)  # the code of a new conference
    title_wanted = Signal()

    def __init__(
        self,
        context: Context,
        shown: Callable[[], Conference | None],
        flush: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = shown
        self._flush = flush
        self._above = parent

    def serve(
        self, header: ConferenceHeader, conferences: ConferenceList, members: QPushButton
    ) -> None:
        """Act on what the head of a conference, the list of all and the members ask for."""
        members.clicked.connect(self.take_members)
        header.move_requested.connect(self.ask_move)
        header.delete_requested.connect(self.ask_delete)
        conferences.following_requested.connect(self.ask_following)
        conferences.delete_requested.connect(self.ask_delete)
        conferences.title_requested.connect(self.ask_title)

    @Slot()
    def ask_title(self) -> None:
        """Ask for another title where one may be typed, else say why none may."""
        item = self._shown()
        if item is None:
            self._context.messages.say(_NOTHING_CHOSEN)
        elif item.state is ConferenceState.SIGNED:
            self._context.run.show(RuleViolation("conference_signed", code=item.code))
        else:
            self.title_wanted.emit()

    @Slot(object)
    def ask_move(self, to: ConferenceState) -> None:
        """Take the conference to a state, after asking why where a reason is needed."""
        self._flush()
        item = self._shown()
        if item is None:
            return
        if Need.REASON not in MOVES[item.state][to]:
            self.move_to(item, to)
            return
        today, calendar = self._context.today, self._context.calendar()
        draft = StateDialog.ask(self._above, item, to, today, calendar)
        if draft is None:
            return
        store = self._context.store
        if self._context.run(
            lambda: planning.set_state(
                store, item.id, to, reason=draft.reason, held_on=draft.held_on
            )
        ):
            self._tell(item, to)

    def move_to(self, item: Conference, to: ConferenceState) -> None:
        """Take a conference to a state that asks for no reason."""
        if self._context.run(lambda: planning.set_state(self._context.store, item.id, to)):
            self._tell(item, to)

    def _tell(self, item: Conference, to: ConferenceState) -> None:
        self._context.messages.offer_undo(f"{item.code}: {CONFERENCE_STATE[to].lower()}")

    @Slot()
    def ask_delete(self) -> None:
        """Delete the conference, after asking where something was entered by hand."""
        item, today = self._shown(), self._context.today
        if item is None:
            self._context.messages.say(_NOTHING_CHOSEN)
            return
        self._flush()
        reader = self._context.store.connection
        rows = conference_queries.conclusions(reader, today, item.id)
        held = what_goes(reader, item, len(rows))
        signed = item.state is ConferenceState.SIGNED
        refused = signed or any(row.task_codes for row in rows)
        # what is refused anyway is not asked about first
        if (
            refused
            or not held
            or agrees_to_delete(
                self._above, f"Xóa hội nghị {item.code}?", f"Sẽ xóa cả {held}.", "Xóa hội nghị"
            )
        ):
            self.delete(item)

    def delete(self, item: Conference) -> None:
        """Delete a conference; refused while its conclusions have tasks."""
        if self._context.run(lambda: conference_actions.delete(self._context.store, item.id)):
            self._context.messages.offer_undo(f"Đã xóa hội nghị {item.code}")

    @Slot()
    def take_members(self) -> None:
        """Invite the members in office on the day."""
        self._flush()
        item = self._shown()
        if item is None:
            return
        store, today = self._context.store, self._context.today
        added = self._context.run(lambda: planning.take_members(store, item.id, today))
        if added is None:
            return
        if added.value:
            self._context.messages.offer_undo(f"Đã lấy {added.value} thành viên Ban Chỉ đạo")
        else:
            self._context.messages.say("Các thành viên đương chức đã có đủ trong thành phần.")

    @Slot()
    def ask_following(self) -> None:
        """Plan a conference after an earlier one."""
        self._flush()
        earlier = conference_queries.find(self._context.store.connection)
        item = self._shown()
        if not earlier:
            self._context.messages.say(
                "Sổ chưa có hội nghị nào để sao chép. Hãy thêm hội nghị mới."
            )
            return
        chosen: ConferenceId | None = None if item is None else item.id
        today, calendar = self._context.today, self._context.calendar()
        draft = FollowingDialog.ask(self._above, earlier, chosen, today, calendar)
        if draft is not None:
            self.follow(draft)

    def follow(self, draft: FollowingDraft) -> None:
        """Make the conference of a draft and show it."""
        store, today = self._context.store, self._context.today
        if outcome := self._context.run(lambda: planning.clone(store, draft, today)):
            self.made.emit(outcome.value.code)
            self._context.messages.offer_undo(f"Đã tạo {outcome.value.code} từ hội nghị trước")
