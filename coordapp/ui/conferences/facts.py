"""The facts of a conference, saved as they are typed."""

import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from coordapp.domain import dates
from coordapp.domain.conference import Conference, ConferenceKind, ConferenceState
from coordapp.domain.errors import RuleViolation
from coordapp.domain.labels import CONFERENCE_KIND, CONFERENCE_STATE
from coordapp.services import conferences as actions
from coordapp.store import conferences, units
from coordapp.ui.conferences.field import Field
from coordapp.ui.context import Context

_TIME = re.compile(r"(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{2})?\s*(?:phút)?")
# name, title, row, column, columns taken
_LINES = (
    ("title", "Tên hội nghị", 0, 0, 2),
    ("held_on", "Ngày họp", 2, 0, 1),
    ("place", "Địa điểm", 2, 1, 1),
    ("start_time", "Bắt đầu", 3, 0, 1),
    ("end_time", "Kết thúc", 3, 1, 1),
)
_BLOCKS = (
    ("purpose", "Nội dung hội nghị"),
    ("documents", "Tài liệu sử dụng"),
    ("proceedings", "Diễn biến, các báo cáo đã nghe"),
)


class FactsEditor(QScrollArea):
    """One action for each field that is edited."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._fields: dict[str, Field] = {}
        self._combos: dict[str, QComboBox] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._body = QWidget()
        self._body.setProperty("role", "plain")
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._build()
        self.setWidget(self._body)

    def _build(self) -> None:
        for name, title, row, column, span in _LINES:
            editor = QLineEdit()
            self._place(title, editor, row * 2, column, span)
            if name == "title":
                self.title = editor
            typing = name in ("title", "place")
            self._watch(Field(name, editor, while_typing=typing), name)
        self._combo("kind", "Loại", [(CONFERENCE_KIND[item], item) for item in ConferenceKind], 2)
        states = [(CONFERENCE_STATE[item], item) for item in ConferenceState]
        self._combo("state", "Trạng thái", states, 2, 1)
        self._combo("chair_id", "Chủ trì", [], 8)
        self._combo("recorder_id", "Người ghi biên bản", [], 8, 1)
        for offset, (name, title) in enumerate(_BLOCKS):
            block = QPlainTextEdit()
            block.setTabChangesFocus(True)
            block.setMinimumHeight(64)
            self._place(title, block, 10 + offset * 2, 0, 2)
            self._watch(Field(name, block), name)

    def _place(self, title: str, editor: QWidget, row: int, column: int, span: int) -> None:
        label = QLabel(title)
        label.setProperty("role", "secondary")
        label.setBuddy(editor)
        editor.setAccessibleName(title)
        self._grid.addWidget(label, row, column, 1, span)
        self._grid.addWidget(editor, row + 1, column, 1, span)

    def _watch(self, field: Field, name: str) -> None:
        field.edited.connect(self._edit)
        self._fields[name] = field

    def _combo(
        self, name: str, title: str, choices: list[tuple[str, Any]], row: int, column: int = 0
    ) -> None:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in choices:
            combo.addItem(text, value.value)
        combo.activated.connect(self._choose)
        self._combos[name] = combo
        self._place(title, combo, row, column, 1)

    def show_conference(self, conference: Conference) -> None:
        """Show a conference; what is being typed in it stays."""
        if conference.code != self._code:
            self.flush()
            self._code = conference.code
        for name, field in self._fields.items():
            value = getattr(conference, name)
            field.show(dates.short(value) if name == "held_on" else value)
        self._show_people()
        for name in ("kind", "state"):
            combo = self._combos[name]
            combo.setCurrentIndex(combo.findData(getattr(conference, name).value))
        for name in ("chair_id", "recorder_id"):
            combo = self._combos[name]
            combo.setCurrentIndex(max(combo.findData(getattr(conference, name)), 0))

    def _show_people(self) -> None:
        people = units.all_persons(self._context.store.reader)
        for name in ("chair_id", "recorder_id"):
            combo = self._combos[name]
            combo.clear()
            combo.addItem("Chưa chọn", None)
            for person in people:
                combo.addItem(person.shown, person.id)

    def flush(self) -> None:
        """Save what was typed last."""
        for field in self._fields.values():
            field.flush()

    @Slot(str, str)
    def _edit(self, name: str, text: str) -> None:
        self._context.run(lambda: self._save(name, self._read(name, text)))

    def _read(self, name: str, text: str) -> Any:
        if name == "held_on":
            return dates.parse(text, self._context.today)
        if name in ("start_time", "end_time"):
            return read_time(text)
        return text

    @Slot(int)
    def _choose(self, index: int) -> None:
        combo = self.sender()
        if not isinstance(combo, QComboBox):
            return
        name, value = combo.objectName(), combo.itemData(index)
        if name == "kind":
            value = ConferenceKind(value)
        elif name == "state":
            value = ConferenceState(value)
        self._context.run(lambda: self._save(name, value))
        self._show_again()

    def _save(self, name: str, value: Any) -> None:
        current = conferences.by_code(self._context.store.reader, self._code)
        if current is not None:
            actions.edit(self._context.store, replace(current, **{name: value}))

    def _show_again(self) -> None:
        current = conferences.by_code(self._context.store.reader, self._code)
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
