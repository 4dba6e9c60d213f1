"""Reordering, splitting and merging conclusions, and saying that one gives no task."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Slot

from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.kernel.ids import ConclusionId, TaskId
from coordapp.services.conclusions import conclusion_actions
from coordapp.store.file.tables import CONCLUSIONS
from coordapp.store.queries import conference_queries, task_queries
from coordapp.ui.conclusions.conclusion_cards import ConclusionList
from coordapp.ui.conclusions.reason_dialog import ReasonDialog
from coordapp.ui.conclusions.source_actions import SourceActions
from coordapp.ui.conclusions.split_dialog import SplitDialog
from coordapp.ui.kit.context import Context


class ShapingActions(QObject):
    """Answers the list of conclusions; what was typed last is saved first."""

    def __init__(self, context: Context, cards: ConclusionList) -> None:
        super().__init__(cards)
        self._context = context
        self._cards = cards
        cards.move_requested.connect(self._move)
        cards.split_requested.connect(self._ask_split)
        cards.merge_requested.connect(self._merge)
        cards.reason_requested.connect(self._ask_reason)
        self.on_sources = SourceActions(context, cards)
        cards.sources_requested.connect(self._ask_sources)
        cards.open_source_requested.connect(self.on_sources.open)

    def _settle(self, conclusion_id: int) -> bool:
        """Save what was typed last and show it, so that what comes next is not taken for it.

        False when the conclusion is no longer there: undone, or deleted in another window.
        """
        self._cards.flush()
        self._context.bus.deliver()
        return CONCLUSIONS.find(self._context.store.connection, conclusion_id) is not None

    def _row(self, conclusion_id: int) -> ConclusionRow:
        reader = self._context.store.connection
        owner = CONCLUSIONS.get(reader, conclusion_id).conference_id
        rows = conference_queries.conclusions(reader, self._context.today, owner)
        return next(row for row in rows if row.id == conclusion_id)

    @Slot(int, int)
    def _move(self, conclusion_id: int, by: int) -> None:
        if not self._settle(conclusion_id):
            return
        order = [ConclusionId(item) for item in self._cards.editors_in_order()]
        at = order.index(ConclusionId(conclusion_id))
        if not 0 <= at + by < len(order):
            return
        order.insert(at + by, order.pop(at))
        if self._context.run(lambda: conclusion_actions.put_in_order(self._context.store, order)):
            self._context.bus.deliver()
            self._cards.start(conclusion_id)

    @Slot(int, int)
    def _ask_split(self, conclusion_id: int, at: int) -> None:
        if not self._settle(conclusion_id):
            return
        row = self._row(conclusion_id)
        halves = (row.conclusion.text[:at].strip(), row.conclusion.text[at:].strip())
        tasks = [
            task
            for task in task_queries.of_conclusion(self._context.store.connection, conclusion_id)
            if task.parent_id is None
        ]
        # only tasks make a choice necessary; what is refused anyway is not asked about first
        moved = SplitDialog.ask(self._cards, halves, tasks) if tasks and all(halves) else ()
        if moved is not None:
            self.split(conclusion_id, at, moved)

    def split(self, conclusion_id: int, at: int, moved: Collection[TaskId] = ()) -> None:
        """Split a conclusion and go on typing in its second half."""
        chosen, store = ConclusionId(conclusion_id), self._context.store
        if outcome := self._context.run(
            lambda: conclusion_actions.split(store, chosen, at, moved=moved)
        ):
            self._context.bus.deliver()
            self._cards.start(outcome.value.id)
            self._context.messages.offer_undo("Đã tách thành hai kết luận")

    @Slot(int)
    def _merge(self, conclusion_id: int) -> None:
        if not self._settle(conclusion_id):
            return
        number = self._row(conclusion_id).conclusion.number
        chosen = ConclusionId(conclusion_id)
        if self._context.run(
            lambda: conclusion_actions.merge_with_next(self._context.store, chosen)
        ):
            self._context.bus.deliver()
            self._cards.start(conclusion_id)
            self._context.messages.offer_undo(f"Đã gộp kết luận {number} và {number + 1}")

    @Slot(int)
    def _ask_sources(self, conclusion_id: int) -> None:
        if self._settle(conclusion_id):
            self.on_sources.ask(conclusion_id)

    @Slot(int)
    def _ask_reason(self, conclusion_id: int) -> None:
        if not self._settle(conclusion_id):
            return
        reason = ReasonDialog.ask(self._cards, self._row(conclusion_id).conclusion)
        if reason is not None:
            self.set_reason(conclusion_id, reason)

    def set_reason(self, conclusion_id: int, reason: str) -> None:
        """Save why a conclusion gives no task; no words take it back."""
        chosen, store = ConclusionId(conclusion_id), self._context.store
        if self._context.run(lambda: conclusion_actions.set_no_task_reason(store, chosen, reason)):
            message = "Đã ghi không phát sinh nhiệm vụ" if reason else "Đã bỏ lý do"
            self._context.messages.offer_undo(message)
