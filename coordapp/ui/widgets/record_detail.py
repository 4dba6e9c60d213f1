"""The attributes of the current record of a list that do not fit in a cell."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from coordapp.ui.kit.record import Record
from coordapp.ui.kit.run import Runner
from coordapp.ui.widgets.field import Field
from coordapp.ui.widgets.fields import FieldRow


class Save(Protocol):
    """Saves one attribute of a record; what is saved in one `run` is one step of undo."""

    def __call__(
        self, record_id: int, name: str, value: object, run: int | None = None, /
    ) -> None: ...


_PADDING = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailField:
    """One attribute: a line, several lines, or a tick where it is true or false."""

    name: str
    title: str
    row: int
    column: int
    lines: int = 1


class RecordDetail(QWidget):
    """Follows the current row of its table; saves each field by itself."""

    def __init__(
        self,
        run: Runner,
        fields: tuple[DetailField, ...],
        save: Save,
        *,
        titled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._titled = titled  # else the title stands in the empty field, where room is short
        self._run = run
        self._save = save
        self._record: Record | None = None
        self.editors: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self._fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for item in fields:
            shown = self._tick(item) if item.name.startswith("is_") else self._text(item)
            grid.addWidget(shown, item.row, item.column, Qt.AlignmentFlag(0))
            grid.setColumnStretch(item.column, 1)

    def _text(self, item: DetailField) -> QWidget:
        editor: QLineEdit | QPlainTextEdit = QLineEdit()
        if item.lines > 1:
            editor = QPlainTextEdit()
            editor.setTabChangesFocus(True)
            editor.setFixedHeight(editor.fontMetrics().lineSpacing() * item.lines + _PADDING)
        shown = FieldRow(item.title, editor)
        if not self._titled:
            shown.label.hide()
            editor.setPlaceholderText(item.title)
            editor.setToolTip(item.title)
        self.editors[item.name] = editor
        self._fields[item.name] = Field(
            self._run, editor, partial(self._save_text, item.name), shown.say_wrong
        )
        return shown

    def _tick(self, item: DetailField) -> QWidget:
        tick = QCheckBox(item.title)
        tick.setObjectName(item.name)
        tick.clicked.connect(self._save_tick)
        self.ticks[item.name] = tick
        return tick

    def show_record(self, record: Record | None, *, locked: bool) -> None:
        """Show a record, or nothing; what is typed or refused in it stays."""
        if self._record is not None and (record is None or record.id != self._record.id):
            self.flush()
        self._record = record
        self.setEnabled(record is not None)
        record_id = None if record is None else record.id
        for name, field in self._fields.items():
            field.show(record_id, "" if record is None else getattr(record, name))
            field.set_locked(locked)
        for name, tick in self.ticks.items():
            tick.setChecked(record is not None and getattr(record, name))
            tick.setEnabled(not locked)

    @Slot()
    def enter(self) -> None:
        """Start typing in the first field."""
        next(iter(self.editors.values())).setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        for field in self._fields.values():
            field.flush()

    def _save_text(self, name: str, text: str) -> None:
        if self._record is not None:
            self._save(self._record.id, name, text, self._fields[name].typing_run)

    @Slot(bool)
    def _save_tick(self, wanted: bool) -> None:
        tick = self.sender()
        if not isinstance(tick, QCheckBox) or self._record is None:
            return
        record_id, name = self._record.id, tick.objectName()
        if not self._run(lambda: self._save(record_id, name, wanted)):
            tick.setChecked(not wanted)
