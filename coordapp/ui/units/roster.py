"""A card with a list of the office: units or people, typed in place and put in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.store import Reader, Store
from coordapp.store.file.table import Table
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.ordering import Mover
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """What one list shows and which actions its gestures run."""

    name: str
    add_text: str
    empty: tuple[str, str]
    columns: Callable[[CellSaver], Sequence[Column[Any]]]
    needed: tuple[str, ...]
    table: Table[Any]
    put_in_order: Callable[[Store, Sequence[Any]], None]
    read: Callable[[Reader], Sequence[Any]]
    blank: Callable[[Sequence[Any]], Any]
    add: Callable[..., Any]
    edit: Callable[..., None]


class Roster(Card):
    """Every cell is saved by itself; new rows start at the end of the order."""

    def __init__(self, context: Context, roll: Roll, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._roll = roll
        self.saver = CellSaver(context.run, self._save, self)
        self.model: RecordModel[Any] = RecordModel(
            roll.columns(self.saver), lambda item: item.id, self
        )
        self.table: TypedTable[Any] = TypedTable(self.model, self.saver, roll.name)
        self.mover = Mover(context, self.table, partial(roll.put_in_order, context.store))
        self._build()
        self.add.clicked.connect(self.start_new)
        self.saver.changed.connect(self._show_reasons)
        self.table.refused.connect(context.run.show)

    def _build(self) -> None:
        heading, sentence = self._roll.empty
        empty = EmptyState(heading, sentence, self._roll.add_text)
        empty.requested.connect(self.start_new)
        self.table.set_empty_state(empty)
        self.add = button(self._roll.add_text, "plain", "plus")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(self._roll.name, "card-title"), 1)
        head.addWidget(self.mover)
        head.addWidget(self.add)
        self.wrong = label("", "error")
        self.wrong.hide()
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.wrong)

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the current row and what is being typed stay."""
        self.model.show(self._roll.read(self._context.store.connection))
        self.mover.refresh()
        self._show_reasons()

    @Slot()
    def start_new(self) -> None:
        """Add a row and start typing it."""
        store, roll = self._context.store, self._roll
        blank = roll.blank(roll.read(store.connection))
        if added := self._context.run(lambda: roll.add(store, blank)):
            self._context.bus.deliver()
            self.table.edit_cell(added.value.id, self.model.columns[0].key)

    # --- saving

    def _save(self, record_id: Any, name: str, typed: Any) -> None:
        held = self._roll.read(self._context.store.connection)
        record = next((item for item in held if item.id == record_id), None)
        if record is None:
            raise RuleViolation("record_gone", kind=self._roll.table.kind)
        if name in self._roll.needed and not typed:
            raise RuleViolation("text_missing")
        self._roll.edit(self._context.store, replace(record, **{name: typed}))

    @Slot()
    def _show_reasons(self) -> None:
        reasons = self.saver.reasons([item.id for item in self.model.records()])
        self.wrong.setText(reasons)
        self.wrong.setVisible(bool(reasons))
