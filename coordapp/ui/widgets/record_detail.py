"""The attributes of the current record of a list that do not fit in a cell."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from coordapp.ui.kit.record import Record
from coordapp.ui.kit.run import Runner
from coordapp.ui.widgets.choosing.name_completer import ReadPeople
from coordapp.ui.widgets.saving_form import SavingForm, text_block


class Save(Protocol):
    """Saves one attribute of a record; what is saved in one `run` is one step of undo."""

    def __call__(
        self, record_id: int, name: str, value: object, run: int | None = None, /
    ) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailField:
    """One attribute: a line, several lines, or a tick where it is true or false."""

    name: str
    title: str
    row: int
    column: int
    lines: int = 1
    is_person: bool = False  # names somebody, and who is known is offered


class RecordDetail(QWidget):
    """Follows the current row of its table; saves each field by itself."""

    def __init__(
        self,
        run: Runner,
        fields: tuple[DetailField, ...],
        save: Save,
        *,
        people: ReadPeople | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._save = save
        self._record: Record | None = None
        self._fresh: Record | None = None  # as it was made, before anything was typed in it
        self._form = SavingForm(run, self._save_attribute, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for item in fields:
            is_tick = item.name.startswith("is_")
            shown = self._form.tick(item.name, item.title) if is_tick else self._text(item)
            grid.addWidget(shown, item.row, item.column, Qt.AlignmentFlag(0))
            grid.setColumnStretch(item.column, 1)
        for editor in self.editors.values():
            editor.installEventFilter(self)

    def _text(self, item: DetailField) -> QWidget:
        editor = text_block(item.lines) if item.lines > 1 else QLineEdit()
        if item.is_person and self._people is not None and isinstance(editor, QLineEdit):
            return self._form.person(item.name, item.title, editor, self._people)
        return self._form.text(item.name, item.title, editor)

    @property
    def editors(self) -> dict[str, QLineEdit | QPlainTextEdit]:
        """What texts are typed in, by attribute."""
        return self._form.editors

    @property
    def ticks(self) -> dict[str, QCheckBox]:
        """What is true or false, by attribute."""
        return self._form.ticks

    def show_record(self, record: Record | None, *, locked: bool) -> None:
        """Show a record, or nothing; what is typed or refused in it stays."""
        if self._record is not None and (record is None or record.id != self._record.id):
            self.flush()
        self._record = record
        self.setEnabled(record is not None)
        self._form.show(
            None if record is None else record.id,
            lambda name: None if record is None else getattr(record, name),
            locked=locked,
        )

    def mark_words_of(self, record: Record) -> None:
        """Let what a new record holds only to hold something be typed over."""
        self._fresh = record

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        fresh, shown = self._fresh, self._record
        if event.type() is QEvent.Type.FocusIn and fresh and shown and fresh.id == shown.id:
            for name, editor in self.editors.items():
                words = getattr(fresh, name)
                # the click that brought the keys comes after them and would unmark it
                if editor is watched and words and getattr(shown, name) == words:
                    QTimer.singleShot(0, editor.selectAll)
        return super().eventFilter(watched, event)

    @Slot()
    def enter(self) -> None:
        """Start typing in the first field."""
        next(iter(self.editors.values())).setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        self._form.flush()

    def _save_attribute(self, name: str, value: object, run: int | None = None) -> None:
        if self._record is not None:
            self._save(self._record.id, name, value, run)
