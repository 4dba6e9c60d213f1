"""Giving conclusions to units, from the matrix or from the pasted text of a notice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from coordapp.domain.conclusions.assignment import CellChange
from coordapp.domain.conclusions.reading.draft import Draft
from coordapp.domain.conferences.conference import Conference
from coordapp.services.conclusions import assignment_actions, drafting
from coordapp.services.conclusions.proposing import proposals
from coordapp.store.queries import assignment_queries, document_queries, unit_queries
from coordapp.ui.conclusions.conclusion_cards import ConclusionList
from coordapp.ui.kit.context import Context
from coordapp.ui.matrix.dialog import MatrixDialog
from coordapp.ui.notices.paste_dialog import PasteDialog
from coordapp.ui.notices.unit_book import UnitBook


class AssignmentActions(QObject):
    """Answers the list of conclusions; `flush` saves what was typed last."""

    def __init__(self, context: Context, cards: ConclusionList, flush: Callable[[], None]) -> None:
        super().__init__(cards)
        self._context = context
        self._cards = cards
        self._flush = flush
        self._conference: Conference | None = None
        cards.assign_requested.connect(self._ask_assign)
        cards.paste_requested.connect(self._ask_paste)

    def show_conference(self, conference: Conference | None) -> None:
        """Work on the conclusions of this conference."""
        self._conference = conference

    def _settle(self) -> None:
        """Save what was typed last, and go on from what that made."""
        self._flush()
        self._context.bus.deliver()

    @Slot(int)
    def _ask_assign(self, conclusion_id: int) -> None:
        self._settle()
        if self._conference is None:
            return
        reader, today = self._context.store.connection, self._context.today
        rows = assignment_queries.matrix(reader, self._conference.id)
        given = {unit_id for row in rows for unit_id in row.roles()}
        receiving = unit_queries.receiving(reader, today, given)
        if not receiving:
            self._context.messages.say(
                "Chưa có đơn vị nào. Hãy thêm đơn vị ở trang “Đơn vị, thành viên”."
            )
            return
        chosen = MatrixDialog.ask(
            self._cards.window(),
            rows,
            receiving,
            groups=unit_queries.groups_of_units(reader),
            today=today,
            calendar=self._context.calendar(),
            start=conclusion_id,
            proposals=proposals(reader, rows, receiving, self._conference.held_on or today),
            withheld=not document_queries.is_issued(reader, self._conference.id),
        )
        if chosen is not None:
            self.assign(chosen)

    def assign(self, chosen: Sequence[CellChange]) -> None:
        """Make the tasks that were chosen in the matrix."""
        store, today = self._context.store, self._context.today
        if outcome := self._context.run(lambda: assignment_actions.assign(store, chosen, today)):
            count = len([task for task in outcome.value if task.lead_unit_id is not None])
            self._context.messages.offer_undo(
                f"Đã tạo {count} nhiệm vụ" if count else "Đã đổi phân công"
            )

    @Slot()
    def _ask_paste(self) -> None:
        self._settle()
        if self._conference is None:
            return
        chosen = PasteDialog.ask(
            self._cards.window(),
            UnitBook(self._context),
            told_on=self._conference.held_on or self._context.today,
            calendar=self._context.calendar(),
        )
        if chosen is not None:
            self.draft(chosen)

    def draft(self, chosen: Sequence[Draft]) -> None:
        """Make conclusions and tasks of drafts read from a text."""
        conference, store, today = self._conference, self._context.store, self._context.today
        if conference is not None and self._context.run(
            lambda: drafting.draft(store, conference.id, chosen, today)
        ):
            self._context.messages.offer_undo(f"Đã thêm {len(chosen)} kết luận")
