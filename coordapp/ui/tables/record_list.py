"""The one editor of a list that is typed in place: its columns and its gestures are data."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.importing.list_rows import PastedTable, laid_over
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.matching import Sought, SpacedWords, finder
from coordapp.services.records import row_actions
from coordapp.store import Reader, Store
from coordapp.store.file import search
from coordapp.store.file.table import Table
from coordapp.store.queries import unit_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import Record, changed, with_values
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.ordering import Mover
from coordapp.ui.tables.pasting import CellReader, rows_copied, told
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.record_detail import DetailField, RecordDetail
from coordapp.ui.widgets.search_box import SearchBox

_LOCKED = "Danh sách này đã khóa nên không thêm, không xóa được."
_KEPT = "Dòng của danh sách này không xóa được."
_NO_OWNER = "Hãy chọn mục chứa danh sách này trước, rồi dán."
R = TypeVar("R", bound=Record)
Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion(Generic[R]):
    """How a record is taken out, and what is said then; `key_words` name the key Delete."""

    action: Callable[[Store, R], object]
    message: Callable[[R], str]
    key_words: str = "Xóa dòng"


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
    bare: Callable[[R, R, Secrecy], R] | None = None  # what may be kept of a secret row
    edit: Callable[[Store, R, Hashable], object]  # what is saved in one run is one step of undo
    delete: Deletion[R] | None = None
    kept: str = _KEPT  # said to who presses Delete where nothing can be deleted
    put_in_order: Callable[[Store, Sequence[R]], object] | None = None
    part: Callable[[R], object] | None = None  # rows change places within their part only


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
        self._every: Sequence[R] = ()
        self._held: dict[int, str] = {}  # the words of each, as they are searched
        self._locked = False
        self._wanted: Sought | None = None  # what the line to search in lets through
        self._fresh: R | None = None  # a row just added, as long as nothing was typed in it
        self._in_sight: set[int] = set()  # and what it shows although it does not
        self.saver: CellSaver[R] = CellSaver(context.run, self.save, self, context.people)
        self.model: RecordModel[R] = RecordModel(
            records.columns(self.saver), attrgetter("id"), self
        )
        self.table: TypedTable[R] = TypedTable(self.model, self.saver, records.name)
        self.table.copies_titles = True  # so that a paste knows the columns again
        self.title = label(records.name, "card-title")
        self.search = SearchBox(f"Lọc {_lower_first(records.name)}")
        self.search.lead_to(self.table)
        self.search.hide()
        self.add = button(records.add_text, "plain", "plus")
        self.remove = button("Xóa", "plain", "trash")
        self.wrong = label("", "error")
        self.wrong.hide()
        self.mover = self._make_mover()
        # a page has several lists, and who hears a name knows whose it is
        self.remove.setAccessibleName(f"Xóa: {records.name}")
        if self.mover is not None:
            self.mover.name_for(records.name)
        self.detail = self._make_detail()
        self._lay_out()
        self._connect()

    def _make_mover(self) -> Mover[R] | None:
        put_in_order, store = self._list.put_in_order, self._context.store
        if put_in_order is None:
            return None
        arrange = partial(put_in_order, store)
        return Mover(self._context, self.table, self.model, arrange, self._list.part)

    def _make_detail(self) -> RecordDetail | None:
        if not self._list.detail:
            return None
        context = self._context
        detail = RecordDetail(context.run, self._list.detail, self.save, people=context.people)
        for part in (*detail.editors.values(), *detail.ticks.values()):
            title = part.text() if isinstance(part, QCheckBox) else part.accessibleName()
            part.setAccessibleName(f"{title}: {self._list.name}")
        return detail

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
        self.body.addWidget(self.search)
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
        self.table.left_untyped.connect(self._take_back)
        self.saver.changed.connect(self._show_reasons)
        self.search.searched.connect(self._filter)
        self.search.given_up.connect(self._leave_search)
        deletion = self._list.delete
        words = "Xóa dòng" if deletion is None else deletion.key_words
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, keys, slot in (
            ("Sao chép dòng", "Ctrl+C", self.table.copy_selection),
            ("Dán dòng từ Excel, Word", "Ctrl+V", self.paste_rows),
            (words, "Delete", self.delete),
        ):
            shortcuts.action_here(self.table, text, keys, slot)

    # --- showing

    def show_of(self, owner: Owner, *, locked: bool = False) -> int:
        """Show the records of an owner; tell how many there are."""
        if owner != self._owner:
            self.flush()
            self._in_sight.clear()
        self._owner, self._locked = owner, locked
        self.saver.locked = locked
        self.refresh()
        return len(self._every)

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the current row and what is being typed stay."""
        self._every = self._read()
        self._held.clear()
        self._list_rows()
        # a cell may tell of other records as well: of the report that a unit owes, of its tasks
        self.model.forget_texts()

    def _list_rows(self) -> None:
        records = self._let_through(self._every)
        self.model.show(records)
        if records and self._list.starts_chosen and self.table.current_id() is None:
            self.table.select_id(records[0].id)
        self.add.setEnabled(not self._locked)
        self.remove.setEnabled(bool(records) and not self._locked)
        if self.mover is not None:
            # an order of some rows would be no order of all
            self.mover.refresh(locked=self._locked or self._wanted is not None)
        self._show_detail()
        self._show_reasons()

    def _read(self) -> Sequence[R]:
        return self._list.read(self._context.store.connection, self._owner)

    # --- filtering

    def start_search(self) -> None:
        """Put the keyboard into the line to search in."""
        self._prepare()  # before the first letter, which is quick then
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _filter(self, typed: str) -> None:
        self._wanted = search.wanted(self._context.store.connection, typed) if typed else None
        self._in_sight.clear()
        self._list_rows()

    @Slot()
    def _leave_search(self) -> None:
        self.search.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_through(self, records: Sequence[R]) -> Sequence[R]:
        if self._wanted is None:
            return records
        self._prepare()
        found, held = finder(self._wanted), self._held
        return [one for one in records if one.id in self._in_sight or found(held[one.id])]

    def _prepare(self) -> None:
        held = self._held or _searched(self.model.columns, self._list.detail, self._every)
        self._held = held

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
        self.start_with({})

    def start_with(self, values: Mapping[str, object]) -> None:
        """Add a row that holds some values already and start typing it."""
        self.flush()
        if added := self._context.run(lambda: self._add(values)):
            self.keep_in_sight(added.value.id)
            self._context.bus.deliver()
            self._fresh = added.value
            if self.detail is not None:
                self.detail.mark_words_of(added.value)
            self.table.edit_cell(added.value.id, self._list.first)

    @Slot(int)
    def _take_back(self, record_id: int) -> None:
        """Remove a new row that Esc left as it was made: nobody wanted it."""
        fresh, self._fresh = self._fresh, None
        deletion, store = self._list.delete, self._context.store
        if fresh is None or deletion is None or fresh.id != record_id:
            return
        if self._list.table.find(store.connection, record_id) == fresh:
            self._context.run(lambda: deletion.action(store, fresh))

    def _add(self, values: Mapping[str, object]) -> R:
        blank = with_values(self._list.blank(self._owner, self._read()), values)
        return self._list.add(self._context.store, blank)

    @Slot()
    def delete(self) -> None:
        """Take the chosen records out as one step, and offer the way back."""
        self.flush()
        deletion, chosen = self._list.delete, self.table.targets()
        if deletion is None or self._locked:
            self._context.messages.say(_LOCKED if self._locked else self._list.kept)
        elif len(chosen) == 1:
            record = chosen[0]
            if self._context.run(lambda: deletion.action(self._context.store, record)):
                self._context.messages.offer_undo(deletion.message(record))
        elif chosen and self._context.run(
            lambda: row_actions.delete(self._context.store, chosen, deletion.action)
        ):
            told_of = f"Đã xóa {len(chosen)} dòng ở “{self._list.name}”"
            self._context.messages.offer_undo(told_of)

    @Slot()
    def paste_rows(self) -> None:
        """Add the rows on the clipboard as one step; all are right, or none is added."""
        if self._locked or not self.isEnabled():
            self._context.messages.say(_LOCKED if self._locked else _NO_OWNER)
            return
        self.flush()
        pasted = self._context.run(self._paste)
        if pasted is None:
            return
        added, table = pasted.value
        for record in added:
            self.keep_in_sight(record.id)
        self._context.bus.deliver()
        self.table.select_ids([record.id for record in added])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.messages.offer_undo(
            told(len(added), self._list.name, table.left_out, len(table.secret))
        )

    def _paste(self) -> tuple[list[R], PastedTable]:
        store = self._context.store
        units = unit_queries.all_units(store.connection)
        reader = CellReader(self.model.columns, self._list.detail, self.saver, units)
        columns = reader.list_columns(self.table.shown_keys())
        copied = rows_copied(self._context.jobs, self)
        table = laid_over(copied, columns, self._list.first, reader.fits)
        made = list(self._read())

        def make(line: int) -> R:
            blank = self._list.blank(self._owner, made)
            made.append(with_values(blank, reader.values(table.cells[line])))
            if (degree := table.secret.get(line)) is not None:
                if self._list.bare is None:
                    raise RuleViolation("secret_refused", secrecy=degree)
                made[-1] = self._list.bare(blank, made[-1], degree)
            return made[-1]

        return row_actions.paste(store, table.lines, make, self._list.add), table

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
        self._in_sight.add(record_id)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _searched(
    columns: Sequence[Column[R]], detail: Sequence[DetailField], records: Sequence[R]
) -> dict[int, str]:
    """Give what each record is searched by: the words of its cells and of its longer texts."""
    texts, below = [column.text for column in columns], [item.name for item in detail]
    words = SpacedWords()
    return {
        one.id: "".join(
            [words[text(one)] for text in texts]
            + [words[str(getattr(one, name))] for name in below]
        )
        for one in records
    }
