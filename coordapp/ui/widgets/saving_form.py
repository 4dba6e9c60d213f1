"""The fields of one record: texts, choices and ticks that save themselves, one by one."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from coordapp.domain.calendar import dates
from coordapp.domain.committee.known_person import KnownPerson
from coordapp.ui.kit.run import Runner
from coordapp.ui.widgets.choosing.name_completer import NameCompleter, ReadPeople
from coordapp.ui.widgets.choosing.search_field import SearchField
from coordapp.ui.widgets.fields import ChoiceField, FieldRow
from coordapp.ui.widgets.saving_field import SavingField

V = TypeVar("V")
_PADDING = 18


class SaveAttribute(Protocol):
    """Saves one attribute; what is saved in one `run` of typing is one step of undo."""

    def __call__(self, name: str, value: object, run: int | None = None, /) -> object: ...


class SavingForm(QObject):
    """Makes the fields and shows a record in them; the owner lays them out."""

    def __init__(self, run: Runner, save: SaveAttribute, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._save = save
        self._shown: dict[str, object] = {}
        self._texts: dict[str, SavingField] = {}
        self.editors: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.choices: dict[str, ChoiceField | SearchField] = {}
        self.ticks: dict[str, QCheckBox] = {}

    def text(self, name: str, title: str, editor: QLineEdit | QPlainTextEdit) -> FieldRow:
        """Make a text that saves itself, under its title."""
        row = FieldRow(title, editor)
        self.editors[name] = editor
        self._texts[name] = SavingField(
            self._run, editor, partial(self._save_text, name), row.say_wrong
        )
        return row

    def person(self, name: str, title: str, editor: QLineEdit, people: ReadPeople) -> FieldRow:
        """Make a line in which somebody is named, and who is known is offered."""
        row = self.text(name, title, editor)
        NameCompleter(editor, people).picked.connect(partial(self._take, name))
        return row

    def choice(self, name: str, title: str, choices: Iterable[tuple[V, str]]) -> FieldRow:
        """Make a choice that is saved when another is chosen, under its title."""
        return self._choice(name, title, ChoiceField(choices))

    def searched(self, name: str, title: str) -> FieldRow:
        """Make a choice among many, found by typing; what it offers is filled in later."""
        return self._choice(name, title, SearchField())

    def _choice(self, name: str, title: str, field: ChoiceField | SearchField) -> FieldRow:
        field.setObjectName(name)
        field.edited.connect(self._choose)
        self.choices[name] = field
        return FieldRow(title, field)

    def tick(self, name: str, title: str) -> QCheckBox:
        """Make a tick that is saved when it is clicked."""
        tick = QCheckBox(title)
        tick.setObjectName(name)
        tick.clicked.connect(self._tick)
        self.ticks[name] = tick
        return tick

    def show(
        self, key: Hashable, value_of: Callable[[str], object], *, locked: bool = False
    ) -> None:
        """Show a record, known by its key; what is typed or refused in it stays."""
        for name, text in self._texts.items():
            text.show(key, _written(value_of(name)))
            text.set_locked(locked)
        for name, choice in self.choices.items():
            self._shown[name] = value_of(name)
            choice.set_value(self._shown[name])
            choice.setEnabled(not locked)
        for name, tick in self.ticks.items():
            tick.setChecked(bool(value_of(name)))
            tick.setEnabled(not locked)

    def flush(self) -> None:
        """Save what was typed last."""
        for text in self._texts.values():
            text.flush()

    def _save_text(self, name: str, text: str) -> None:
        self._save(name, text, self._texts[name].typing_run)

    def _take(self, name: str, person: KnownPerson) -> None:
        text = self._texts[name]
        text.take(partial(self._save, name, person, text.typing_run))

    @Slot(object)
    def _choose(self, value: object) -> None:
        name = self.sender().objectName()
        if not self._run(lambda: self._save(name, value)):
            self.choices[name].set_value(self._shown.get(name))

    @Slot(bool)
    def _tick(self, wanted: bool) -> None:
        name = self.sender().objectName()
        if not self._run(lambda: self._save(name, wanted)):
            self.ticks[name].setChecked(not wanted)


def text_block(lines: int, *, grows: bool = False) -> QPlainTextEdit:
    """Make an editor of a few lines, or more where it `grows`, which Tab leaves."""
    block = QPlainTextEdit()
    block.setTabChangesFocus(True)
    height = block.fontMetrics().lineSpacing() * lines + _PADDING
    if grows:
        block.setMinimumHeight(height)
    else:
        block.setFixedHeight(height)
    return block


def _written(value: object) -> str:
    if isinstance(value, date):
        return dates.short(value)
    return "" if value is None else str(value)
