"""The one editor of a list that is typed in place: its columns and its gestures are data."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.store import Reader, Store
from coordapp.store.file.table import Table
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import Record, changed
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.ordering import Mover
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.record_detail import DetailField, RecordDetail

R = TypeVar("R", bound=Record)
Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion(Generic[R]):
    """How a record is taken out, and what is said then; `key_words` name the key Delete."""

    action: Callable[[Store, R], object]
    message: Callable[[R], str]
    key_words: str = ""  # without them the button alone deletes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList(Generic[R, Owner]):
    """What one list shows of its owner, and which actions its gestures run.

    A gesture without an action is not offered.
    """

    table: Table[R]
    name: str
    empty: tuple[str, str]  # heading and sentence
    add_text: str
    first: str  # the column where typing starts in a new row
    columns: Callable[[CellSaver[R]], Sequence[Column[R]]]
    detail: tuple[DetailField, ...] = ()  # attributes too long for a cell
    starts_chosen: bool = True  # the first row is current before one is chosen
    read: Callable[[Reader, Owner], Sequence[R]]
    blank: Callable[[Owner, Sequence[R]], R]
    add: Callable[[Store, R], R]
    edit: Callable[[Store, R, Hashable], object]  # what is saved in one run is one step of undo
    delete: Deletion[R] | None = None
    put_in_order: Callable[[Store, Sequence[R]], object] | None = None


class RecordListEditor(QWidget, Generic[R, Owner]):
    """Every cell is saved by itself; a new row is typed at once."""

    def __init__(
        self,
        context: Context,
        records: RecordList[R, Owner],
        owner: Owner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._list = records
        self._owner = owner
        self._locked = False
        self.saver: CellSaver[R] = CellSaver(context.run, self.save, self)
        self.model: RecordModel[R] = RecordModel(
            records.columns(self.saver), attrgetter("id"), self
        )
        self.table: TypedTable[R] = TypedTable(self.model, self.saver, records.name)
        self.title = label(records.name, "card-title")
        self.add = button(records.add_text, "plain", "plus")
        self.remove = button("Xóa", "plain", "trash")
        self.wrong = label("", "error")
        self.wrong.hide()
        self.mover = self._make_mover()
        self.detail = self._make_detail()
        self._lay_out()
        self._connect()

    def _make_mover(self) -> Mover[R] | None:
        put_in_order, store = self._list.put_in_order, self._context.store
        if put_in_order is None:
            return None
        return Mover(
            self._context, self.table, self.model, lambda order: put_in_order(store, order)
        )

    def _make_detail(self) -> RecordDetail | None:
        if not self._list.detail:
            return None
        return RecordDetail(self._context.run, self._list.detail, self.save)

    def _lay_out(self) -> None:
        """Lay out the list in a card, below its title and its buttons."""
        empty = EmptyState(*self._list.empty, self._list.add_text)
        empty.requested.connect(self.start_new)
        self.table.set_empty_state(empty)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        for part in self.buttons():
            self.head.addWidget(part)
        card = Card()
        self.body = card.body
        self.body.addLayout(self.head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.wrong)
        if self.detail is not None:
            self.body.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def buttons(self) -> list[QWidget]:
        """Give the buttons of the gestures that are offered, in their order."""
        parts = (self.mover, self.add, self.remove if self._list.delete is not None else None)
        return [part for part in parts if part is not None]

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.remove.clicked.connect(self.delete)
        self.table.selected.connect(self._show_detail)
        self.table.activated_row.connect(self._enter_detail)
        self.table.refused.connect(self._context.run.show)
        self.saver.changed.connect(self._show_reasons)
        deletion = self._list.delete
        if deletion is not None and deletion.key_words:
            shortcuts.action_here(self.table, deletion.key_words, "Delete", self.delete)

    # --- showing

    def show_of(self, owner: Owner, *, locked: bool = False) -> int:
        """Show the records of an owner; tell how many there are."""
        if owner != self._owner:
            self.flush()
        self._owner, self._locked = owner, locked
        self.saver.locked = locked
        self.refresh()
        return self.model.rowCount()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the current row and what is being typed stay."""
        records = self._read()
        self.model.show(records)
        if records and self._list.starts_chosen and self.table.current_id() is None:
            self.table.select_id(records[0].id)
        self.add.setEnabled(not self._locked)
        self.remove.setEnabled(bool(records) and not self._locked)
        if self.mover is not None:
            self.mover.refresh(locked=self._locked)
        self._show_detail()
        self._show_reasons()

    def _read(self) -> Sequence[R]:
        return self._list.read(self._context.store.connection, self._owner)

    @Slot()
    def _show_detail(self) -> None:
        if self.detail is not None:
            self.detail.show_record(self.table.current_record(), locked=self._locked)

    @Slot()
    def _enter_detail(self) -> None:
        if self.detail is not None:
            self.detail.enter()

    @Slot()
    def _show_reasons(self) -> None:
        reasons = self.saver.reasons(self.model.records())
        self.wrong.setText(reasons)
        self.wrong.setVisible(bool(reasons))

    def flush(self) -> None:
        """Save what was typed last."""
        if self.detail is not None:
            self.detail.flush()

    # --- doing

    @Slot()
    def start_new(self) -> None:
        """Add a row and start typing it."""
        self.flush()
        if added := self._context.run(self._add):
            self.keep_in_sight(added.value.id)
            self._context.bus.deliver()
            self.table.edit_cell(added.value.id, self._list.first)

    def _add(self) -> R:
        return self._list.add(self._context.store, self._list.blank(self._owner, self._read()))

    @Slot()
    def delete(self) -> None:
        """Take the current record out, and offer the way back."""
        self.flush()
        deletion, record = self._list.delete, self.table.current_record()
        if deletion is None or record is None or self._locked:
            return
        if self._context.run(lambda: deletion.action(self._context.store, record)):
            self._context.messages.offer_undo(deletion.message(record))

    def save(self, record_id: int, name: str, value: object, run: int | None = None) -> None:
        """Save one attribute of a record as it is now, so that the others stay.

        Raises RuleViolation: record_gone, and whatever the action refuses.
        """
        table, store = self._list.table, self._context.store
        record = table.get(store.connection, record_id)
        key = None if run is None else (table.kind, record_id, name, run)
        self._list.edit(store, changed(record, name, value), key)
        self.keep_in_sight(record_id)

    def keep_in_sight(self, record_id: int) -> None:
        """Let a record be seen that was just added or changed, where a filter may hide it."""
