"""Adding, saving and deleting the conclusions of a conference, as their list asks for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId
from coordapp.services.conclusions import conclusion_actions
from coordapp.store import Store
from coordapp.store.file.tables import CONCLUSIONS
from coordapp.ui.conclusions.conclusion_cards import ConclusionList, blank
from coordapp.ui.conferences.questions import agrees_to_delete
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.kit.record import changed


class ConclusionListActions(QObject):
    """Answers the list; `flush` saves what was typed last."""

    def __init__(self, context: Context, shown: ConclusionList, flush: Callable[[], None]) -> None:
        super().__init__(shown)
        self._context = context
        self._shown = shown
        self._flush = flush
        self._conference: Conference | None = None
        self._rows: Sequence[ConclusionRow] = ()
        self._fresh: Conclusion | None = None  # just added, as long as nothing was typed in it
        shown.given_up.connect(self._take_back)
        shown.add_requested.connect(self.add)
        shown.delete_requested.connect(self._ask_delete)
        shown.open_task_requested.connect(self._open_task)
        shortcuts.action_within(shown, "Thêm kết luận", "Ins", self.add)

    def show_conference(self, conference: Conference, rows: Sequence[ConclusionRow]) -> None:
        """Work on the conclusions of this conference."""
        self._conference = conference
        self._rows = rows

    def forget(self) -> None:
        """Work on nothing."""
        self._conference, self._rows = None, ()

    @Slot(str)
    def _open_task(self, code: str) -> None:
        self._context.navigate(OpenTask(code=code))

    @Slot()
    def add(self) -> None:
        """Add a conclusion and start typing it."""
        if self._conference is None:
            return
        new = blank(self._conference.id)
        if added := self._context.run(lambda: conclusion_actions.add(self._context.store, new)):
            self._context.bus.deliver()
            self._fresh = added.value
            # below the live screen no card is made before that is left
            if editor := self._shown.editors.get(added.value.id):
                editor.text.setFocus()

    @Slot(int)
    def _take_back(self, conclusion_id: int) -> None:
        """Remove a new conclusion that Esc leaves empty."""
        self._flush()
        fresh, self._fresh = self._fresh, None
        store = self._context.store
        if fresh is None or fresh.id != conclusion_id:
            return
        if CONCLUSIONS.find(store.connection, conclusion_id) == fresh:
            self._context.run(lambda: conclusion_actions.delete(store, fresh.id))
            self._shown.add.setFocus()

    @Slot(int)
    def _ask_delete(self, conclusion_id: int) -> None:
        self._flush()
        row = next(item for item in self._rows if item.id == conclusion_id)
        count, number = len(row.task_codes), row.conclusion.number
        if count and not agrees_to_delete(
            self._shown,
            f"Kết luận {number} đã có {count} nhiệm vụ.",
            "Xóa kết luận thì các nhiệm vụ này cũng bị xóa. Ctrl+Z lấy lại được tất cả.",
            f"Xóa cả {count} nhiệm vụ",
        ):
            return
        chosen, store = ConclusionId(conclusion_id), self._context.store
        if self._context.run(
            lambda: conclusion_actions.delete(store, chosen, with_tasks=bool(count))
        ):
            tail = f" và {count} nhiệm vụ" if count else ""
            self._context.messages.offer_undo(f"Đã xóa kết luận {number}{tail}")


def save_conclusion(
    store: Store, conclusion_id: int, name: str, value: object, run: int | None = None
) -> None:
    """Save one attribute of a conclusion; a run of typing is one step. Raises: record_gone."""
    conclusion = CONCLUSIONS.find(store.connection, conclusion_id)
    if conclusion is None:
        raise RuleViolation("record_gone", kind=Kind.CONCLUSION)
    key = None if run is None else (Kind.CONCLUSION, conclusion_id, name, run)
    conclusion_actions.edit(store, changed(conclusion, name, value), run=key)
