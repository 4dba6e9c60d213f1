"""Cells that save themselves; what is refused stays in its cell, marked, with the reason."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyleOptionViewItem, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.committee.known_person import KnownPerson
from coordapp.domain.kernel.errors import CodedError, RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.record import Record
from coordapp.ui.kit.run import Runner
from coordapp.ui.kit.unsaved import UnsavedText
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.delegates import CellDelegate
from coordapp.ui.tables.model import Column, Editor, Index, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.choosing.name_completer import NameCompleter, ReadPeople
from coordapp.ui.widgets.saving_field import PAUSE

R = TypeVar("R", bound=Record)
V = TypeVar("V")
Save = Callable[[int, str, object], None]  # record id, name of the column, what was typed
Typed = str | date | KnownPerson | None


class CellSaver(QObject, Generic[R]):
    """Saves cells by one action and remembers, by record and column, what was refused."""

    changed = Signal()

    def __init__(
        self,
        run: Runner,
        save: Save,
        parent: QObject | None = None,
        people: ReadPeople | None = None,
    ) -> None:
        super().__init__(parent)
        self.locked = False
        self._people = people
        self.is_typing = False
        self._run = run
        self._save = save
        self._readers: dict[str, Callable[[str], object]] = {}
        self._titles: dict[str, str] = {}
        self._refused: dict[tuple[int, str], tuple[str, str]] = {}

    def column(
        self,
        name: str,
        title: str,
        *,
        width: int = 100,
        stretch: bool = False,
        tip: str = "",
        read: Callable[[str], object] = str,
        words: Callable[[R], str] | None = None,
    ) -> Column[R]:
        """Make a column of an attribute that is typed as text.

        `read` takes what was typed, or raises RuleViolation; `words` say what is held.
        """
        self._readers[name] = read
        self._titles[name] = title
        return Column(
            key=name,
            title=title,
            width=width,
            stretch=stretch,
            text=lambda record: self.shown(record, name, words),
            edit=lambda record: self.shown(record, name),
            tone=lambda record: Tone.OVERDUE if self.reason(record.id, name) else None,
            tooltip=lambda record: self.reason(record.id, name) or tip,
            apply=lambda record, typed: self.save(record.id, name, typed),
            can_edit=lambda _: not self.locked,
        )

    def person(
        self,
        name: str,
        title: str,
        *,
        width: int = 100,
        stretch: bool = False,
        read: Callable[[str], object] = str,
    ) -> Column[R]:
        """Make a column in which somebody is named, and who is known is offered."""
        made = self.column(name, title, width=width, stretch=stretch, read=read)
        return replace(made, people=self._people)

    def day(
        self,
        name: str,
        title: str,
        parse: Callable[[str], date | None],
        *,
        width: int = 104,
        tip: str = "",
    ) -> Column[R]:
        """Make a column of a date that may be missing."""
        return Column(
            key=name,
            title=title,
            width=width,
            editor=Editor.DATE,
            text=lambda record: dates.short(getattr(record, name)),
            edit=lambda record: getattr(record, name),
            parse=parse,
            tooltip=lambda record: self.reason(record.id, name) or tip,
            apply=lambda record, day: self.save(record.id, name, day),
            can_edit=lambda _: not self.locked,
        )

    def choice(
        self,
        name: str,
        title: str,
        choices: Sequence[tuple[V, str]],
        *,
        width: int,
        tone: Callable[[R], Tone | None] | None = None,
        tooltip: Callable[[R], str] | None = None,
        words: Callable[[R], str] | None = None,
    ) -> Column[R]:
        """Make a column of an attribute that is one of a few values, which may be filled anew.

        `words` name the value of a record where the values are too many to be looked through.
        """
        return Column(
            key=name,
            title=title,
            width=width,
            editor=Editor.CHOICE,
            choices=choices,
            text=words or (lambda record: dict(choices).get(getattr(record, name), "")),
            edit=lambda record: getattr(record, name),
            tone=tone,
            tooltip=tooltip,
            apply=lambda record, value: (
                self._run(lambda: self._save(record.id, name, value)) is not None
            ),
            can_edit=lambda _: not self.locked,
        )

    def read(self, name: str, typed: str) -> object:
        """Take what is typed in a column of texts. Raises RuleViolation."""
        return self._readers[name](typed)

    def save(self, record_id: int, name: str, typed: Typed) -> bool:
        """Save one cell; keep what was typed when it is refused."""
        place = (record_id, name)
        try:
            value = self._readers[name](typed) if isinstance(typed, str) else typed
            self._save(record_id, name, value)
        except CodedError as error:
            if self.is_typing and isinstance(error, RuleViolation):
                # half a time is no mistake yet; it is one when the cell is left
                return True
            self._refused[place] = (str(typed), sentence(error))
            self._hold(place, typed, error)
            self._run.show(error)
            self.changed.emit()
            return False
        self._run.unsaved.drop(self, place)
        if self._refused.pop(place, None) is not None:
            self.changed.emit()
        return True

    def _hold(self, place: tuple[int, str], typed: Typed, error: CodedError) -> None:
        """Tell that a cell is not in the file; a kill must not lose it."""
        shown, reason = self._refused[place]
        by_disk = not isinstance(error, RuleViolation)
        text = UnsavedText(
            where=self._titles.get(place[1], place[1]),
            text=shown,
            refused=reason if by_disk else "",
        )
        self._run.unsaved.keep(self, place, text, partial(self.save, *place, typed))

    def give_up(self, record_id: int, name: str) -> None:
        """Show again what the store holds."""
        self._run.unsaved.drop(self, (record_id, name))
        if self._refused.pop((record_id, name), None) is not None:
            self.changed.emit()

    def reason(self, record_id: int, name: str) -> str:
        """Say why a cell was refused; empty when it was not."""
        return self._refused.get((record_id, name), ("", ""))[1]

    def reasons(self, records: Sequence[R]) -> str:
        """Say why cells of these records were refused."""
        shown = {record.id for record in records}
        reasons = [why for (record_id, _), (_, why) in self._refused.items() if record_id in shown]
        return "\n".join(dict.fromkeys(reasons))

    def shown(self, record: R, name: str, words: Callable[[R], str] | None = None) -> str:
        """Give what was typed and refused, else what the record holds, in words if there are."""
        refused = self._refused.get((record.id, name))
        if refused is not None:
            return refused[0]
        if words is not None:
            return words(record)
        value = getattr(record, name)
        return "" if value is None else str(value)


class TypedDelegate(CellDelegate[R]):
    """Saves a cell when the typing rests, and leaves its editor open."""

    def __init__(self, column: Column[R], parent: TableView[R], saver: CellSaver[R]) -> None:
        super().__init__(column, parent)
        self._saver = saver
        self._picked: KnownPerson | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            typing = Debounce(editor, wait=PAUSE)
            typing.rested.connect(self._rest)
            editor.textEdited.connect(typing.wait)
            if self.column.people is not None:
                NameCompleter(editor, self.column.people).picked.connect(self._take)
        return editor

    @Slot(object)
    def _take(self, person: KnownPerson) -> None:
        """Save who was picked from the list, with the post, and go on to the next cell."""
        editor = self.sender().parent()
        if isinstance(editor, QLineEdit):
            self._picked = person
            editor.setModified(True)
            self.commitData.emit(editor)
            self._picked = None
            self.closeEditor.emit(editor)

    def read(self, typed: str) -> object:
        """Read what was typed, or give who was picked. Raises CodedError."""
        return super().read(typed) if self._picked is None else self._picked

    @Slot()
    def _rest(self) -> None:
        editor = self.sender().parent()
        if isinstance(editor, QWidget):
            self._saver.is_typing = True
            self.commitData.emit(editor)
            self._saver.is_typing = False


class TypedTable(TableView[R]):
    """A table in the order of its records, typed in place."""

    left_untyped = Signal(int)  # the record whose cell was closed by Esc

    def __init__(
        self, model: RecordModel[R], saver: CellSaver[R], name: str, parent: QWidget | None = None
    ) -> None:
        self._saver = saver
        super().__init__(model, parent)
        self.setAccessibleName(name)
        # the order is the order of the paper, so a click on a title must not change it
        self.setSortingEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setSortIndicatorShown(False)
        saver.changed.connect(model.forget_texts)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Give up what was refused when Esc closes the editor."""
        index = self.currentIndex()
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache and index.isValid():
            column = self._records.columns[index.column()]
            record_id = self._records.record(index.row()).id
            self._saver.give_up(record_id, column.key)
            self.left_untyped.emit(record_id)

    def edit_cell(self, record_id: int, name: str) -> None:
        """Start typing in a cell."""
        row, column = self._records.row_of(record_id), self._records.column_of(name)
        if row is not None and column is not None:
            index = self._records.index(row, column)
            self.setFocus()
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def _set_up_column(self, n: int, column: Column[R]) -> None:
        super()._set_up_column(n, column)
        if column.apply is not None and column.editor is Editor.TEXT:
            delegate = TypedDelegate(column, self, self._saver)
            self._delegates[n] = delegate
            self.setItemDelegateForColumn(n, delegate)
