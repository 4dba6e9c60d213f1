"""The facts of a conference, saved as they are typed."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.conferences.conference import Conference, ConferenceKind, ConferenceState
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import CONFERENCE_KIND
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.store.queries import conference_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.field import Field
from coordapp.ui.widgets.fields import ChoiceField, FieldRow
from coordapp.ui.widgets.form_dialog import LARGEST_NUMBER
from coordapp.ui.widgets.growing_text import GrowingText

_TIME = re.compile(r"(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{2})?\s*(?:phút)?")
# name, title, row, column, columns taken of four
_LINES = (
    ("title", "Tên hội nghị", 0, 0, 4),
    ("minutes_number", "Số biên bản", 1, 3, 1),
    ("held_on", "Ngày họp", 2, 0, 1),
    ("start_time", "Bắt đầu", 2, 1, 1),
    ("ended_on", "Ngày kết thúc", 2, 2, 1),
    ("end_time", "Kết thúc", 2, 3, 1),
    ("place", "Địa điểm", 3, 0, 4),
)
_HINTS = {
    "held_on": "dd/mm/yyyy",
    "start_time": "14:00",
    "ended_on": "dd/mm/yyyy",
    "end_time": "16:30",
}
_BLOCKS = (
    ("purpose", "Nội dung hội nghị"),
    ("documents", "Tài liệu sử dụng"),
    ("proceedings", "Diễn biến, các báo cáo đã nghe"),
)
_BLOCK_LINES, _PADDING = 4, 18


class FactsEditor(QScrollArea):
    """One action for each field that is edited."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self.editors: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.choices: dict[str, ChoiceField] = {}
        self._fields: dict[str, Field] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        body = QWidget()
        body.setProperty("role", "plain")
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._build()
        self.setWidget(body)

    def _build(self) -> None:
        for name, title, row, column, span in _LINES:
            if name == "title":
                # a title is long, and all of it must be seen
                self._place(name, title, GrowingText(), (row, column, span))
                continue
            editor = QLineEdit()
            editor.setPlaceholderText(_HINTS.get(name, ""))
            self._place(name, title, editor, (row, column, span))
            if name == "minutes_number":
                editor.setValidator(QIntValidator(1, LARGEST_NUMBER, editor))
        kinds = [(item, CONFERENCE_KIND[item]) for item in ConferenceKind]
        self._choice("kind", "Loại", kinds, (1, 0, 1))
        self._choice("previous_id", "Kiểm điểm kết luận của kỳ trước", [], (1, 1, 2))
        self._choice("chair_id", "Chủ trì", [], (4, 0, 4))
        self._choice("recorder_id", "Người ghi biên bản", [], (5, 0, 4))
        for row, (name, title) in enumerate(_BLOCKS, start=6):
            block = QPlainTextEdit()
            block.setTabChangesFocus(True)
            block.setFixedHeight(block.fontMetrics().lineSpacing() * _BLOCK_LINES + _PADDING)
            self._place(name, title, block, (row, 0, 4))
        self._grid.setRowStretch(6 + len(_BLOCKS), 1)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)

    def _place(
        self, name: str, title: str, editor: QLineEdit | QPlainTextEdit, at: tuple[int, int, int]
    ) -> None:
        row, column, span = at
        shown = FieldRow(title, editor)
        self._grid.addWidget(shown, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self.editors[name] = editor
        self._fields[name] = Field(
            self._context.run, editor, partial(self._save, name), shown.say_wrong
        )

    def _choice(
        self, name: str, title: str, choices: list[tuple[Any, str]], at: tuple[int, int, int]
    ) -> None:
        row, column, span = at
        field = ChoiceField(choices)
        field.setObjectName(name)
        field.edited.connect(self._choose)
        self.choices[name] = field
        self._grid.addWidget(FieldRow(title, field), row, column, 1, span)

    def show_conference(self, conference: Conference) -> None:
        """Show a conference; what is typed or refused in it stays."""
        if conference.code != self._code:
            self.flush()
            self._code = conference.code
        locked = conference.state is ConferenceState.SIGNED
        for name, field in self._fields.items():
            field.show(conference.code, _written(getattr(conference, name)))
            field.set_locked(locked)
        self._propose_number(conference)
        people = [
            (None, "Chưa chọn"),
            *(
                (person.id, person.shown)
                for person in unit_queries.all_persons(self._context.store.connection)
            ),
        ]
        for name, choice in self.choices.items():
            if name in ("chair_id", "recorder_id"):
                choice.set_choices(people)
            elif name == "previous_id":
                choice.set_choices(self._earlier(conference))
            choice.set_value(getattr(conference, name))
            choice.setEnabled(not locked)

    def _propose_number(self, conference: Conference) -> None:
        """Name the next number where none is given, and say what is odd about one that is."""
        reader, today = self._context.store.connection, self._context.today
        number = conference.minutes_number
        known = document_actions.minutes_number(reader, conference, today, number)
        editor = self.editors["minutes_number"]
        editor.setToolTip("" if known is None or number is None else known.warning)
        if known is not None and number is None and isinstance(editor, QLineEdit):
            editor.setPlaceholderText(f"tiếp theo {known.number:02d}")

    def _earlier(self, conference: Conference) -> list[tuple[Any, str]]:
        others = (
            item
            for item in conference_queries.find(self._context.store.connection)
            if item.id != conference.id
        )
        named = [(item.id, f"{item.code} {one_line(item.title)}") for item in others]
        return [(None, "Không kiểm điểm"), *named]

    def start_title(self) -> None:
        """Start typing the title."""
        title = self.editors["title"]
        title.setFocus()
        title.selectAll()

    def flush(self) -> None:
        """Save what was typed last."""
        for field in self._fields.values():
            field.flush()

    @Slot(object)
    def _choose(self, value: Any) -> None:
        name = self.sender().objectName()
        if not self._context.run(lambda: self._put(name, value)):
            self._show_again()

    def _save(self, name: str, text: str) -> None:
        read = self._context.read_date if name in _DAYS else _READERS.get(name, str)
        self._put(name, read(text), self._fields[name].typing_run)

    def _put(self, name: str, value: Any, run: int | None = None) -> None:
        current = conference_queries.by_code(self._context.store.connection, self._code)
        if current is None:
            raise RuleViolation("record_gone", kind=Kind.CONFERENCE)
        key = None if run is None else (Kind.CONFERENCE, current.id, name, run)
        conference_actions.edit(self._context.store, replace(current, **{name: value}), run=key)

    def _show_again(self) -> None:
        current = conference_queries.by_code(self._context.store.connection, self._code)
        if current is not None:
            self.show_conference(current)


def read_time(typed: str) -> str:
    """Read a time of day as `HH:MM`; empty stays empty. Raises RuleViolation: time_unreadable."""
    text = typed.strip().lower()
    if not text:
        return ""
    match = _TIME.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 99)
    if hour > 23 or minute > 59:
        raise RuleViolation("time_unreadable", typed=typed)
    return f"{hour:02d}:{minute:02d}"


def _read_title(typed: str) -> str:
    if not typed.strip():
        raise RuleViolation("text_missing")
    return one_line(typed)


_DAYS = ("held_on", "ended_on")
_READERS: dict[str, Callable[[str], Any]] = {
    "title": _read_title,
    "start_time": read_time,
    "end_time": read_time,
    "minutes_number": lambda typed: int(typed) if typed.strip() else None,
}


def _written(value: Any) -> str:
    if isinstance(value, date):
        return dates.short(value)
    return "" if value is None else str(value)
