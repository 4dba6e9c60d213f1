"""What is done to the trash: records come back, all or some, or go for ever."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.history import HistoryEntry
from coordapp.domain.words.labels import KIND
from coordapp.domain.words.trash_words import PURGE_WARNING, counted
from coordapp.services.records import purging, trash
from coordapp.store.past import trash_queries
from coordapp.store.past.trash_queries import TrashedRecord
from coordapp.ui.history.trash_dialog import PurgeDialog, RestoreDialog, asked, summed
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.question import agrees

_NAMED = 5  # records in a question


class TrashActions(QObject):
    """The actions of the page of the history on what was deleted."""

    def __init__(self, context: Context, page: QWidget, table: TableView[HistoryEntry]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._table = table
        self.clear = button("Dọn thùng rác…", "plain", "trash", page)
        self.clear.clicked.connect(self.clear_out)

    @Slot()
    def restore(self) -> None:
        """Put back what the action removed, or some of it, and offer the way back."""
        entry, context = self._table.current_record(), self._context
        if entry is None:
            return
        records = self._of(entry)
        chosen: set[tuple[Kind, int]] | None = None
        if len(records) > 1:
            picked = asked(RestoreDialog(self._page, records, context.today))
            if not picked:
                return
            chosen = {record for one in picked for record in one.whole}
        restored = context.run(lambda: trash.restore(context.store, entry.op_id, chosen))
        if restored:
            context.messages.offer_undo(f"Đã khôi phục {counted(restored.value)}")

    @Slot()
    def purge(self) -> None:
        """Remove for ever what the action deleted, or some of it."""
        entry = self._table.current_record()
        if entry is None:
            return
        records = self._of(entry)
        if len(records) != 1:
            dialog = PurgeDialog(self._page, lambda _age: records, self._context.today)
            dialog.form.setRowVisible(dialog.age, False)
            records = asked(dialog)
        self._agreed(records)

    @Slot()
    def clear_out(self) -> None:
        """Choose by age what goes for ever."""
        context = self._context

        def read(age: int) -> Sequence[TrashedRecord]:
            # all of it: also what a clock set wrong dated to a day to come
            day = context.today - timedelta(days=age) if age else date.max
            return trash_queries.deleted_by(context.store.connection, day)

        self._agreed(asked(PurgeDialog(self._page, read, context.today)))

    def _of(self, entry: HistoryEntry) -> list[TrashedRecord]:
        return trash_queries.of_op(self._context.store.connection, entry.op_id)

    def _agreed(self, records: Sequence[TrashedRecord]) -> None:
        if not records:
            return
        names = [f"{KIND[one.kind]} · {one.title}" for one in records[:_NAMED]]
        if len(records) > _NAMED:
            names.append(f"… và {len(records) - _NAMED} mục nữa")
        if not agrees(
            self._page,
            title="Xóa hẳn",
            text=f"Xóa hẳn {counted(summed(records))}?",
            more="\n".join([*names, "", PURGE_WARNING]),
            yes="Xóa hẳn",
            no="Giữ lại",
        ):
            return
        purged = self._context.run(lambda: purging.purge(self._context.store, records))
        if purged:
            self._context.messages.say(f"Đã xóa hẳn {counted(purged.value)}. Không hoàn tác được.")
