"""Small tables of a conference: programme, attendance and speeches, typed in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.conferences.agenda import read_minutes
from coordapp.domain.conferences.conference import AgendaItem, Attendance, Speech
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, ConferenceId, SpeechId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import ATTENDANCE_STATE
from coordapp.services.conferences import conference_actions
from coordapp.store import Reader, Store
from coordapp.store.queries import conference_queries
from coordapp.ui.conferences import agenda_lines
from coordapp.ui.conferences.details_form import read_time
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.look.theme import Tone
from coordapp.ui.records.part_detail import DetailField, PartDetail
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.ordering import Mover
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What one table shows and which actions its gestures run."""

    kind: Kind
    name: str
    add_text: str
    empty: str
    put_in_order: Callable[[Store, Sequence[Any]], None] | None = None  # where rows can be moved
    first: str  # the column where typing starts
    columns: Callable[[CellSaver], Sequence[Column[Any]]]
    detail: tuple[DetailField, ...] = ()
    readers: tuple[tuple[str, Callable[[str], Any]], ...] = ()
    read: Callable[[Reader, ConferenceId], Sequence[Any]]
    shown: Callable[[Reader, ConferenceId], Sequence[Any]] | None = None  # where more is told
    blank: Callable[[ConferenceId], Any]
    add: Callable[..., Any]
    edit: Callable[..., None]
    delete: Callable[..., None]


def _attendance_columns(saver: CellSaver) -> Sequence[Column[Any]]:
    return (
        saver.column("name", "Họ và tên", width=150),
        saver.column("post", "Chức vụ", stretch=True),
        saver.choice(
            "state",
            "Trạng thái",
            tuple(ATTENDANCE_STATE.items()),
            width=148,
            tone=lambda item: Tone.IN_TIME if item.came else Tone.QUIET,
            tooltip=_told,
        ),
    )


def _told(item: Attendance) -> str:
    """Say who came instead, or why nobody did."""
    substitute = ", ".join(text for text in (item.substitute_name, item.substitute_post) if text)
    return "\n".join(text for text in (substitute, item.reason) if text)


def _speech_columns(saver: CellSaver) -> Sequence[Column[Any]]:
    return (
        saver.column("speaker", "Người phát biểu", width=150),
        saver.column("post", "Chức vụ", width=130),
        # an opinion has several lines, which are typed below the table
        Column(
            key="gist",
            title="Ý kiến",
            text=lambda item: one_line(item.gist),
            stretch=True,
            quiet=True,
        ),
    )


AGENDA = Parts(
    kind=Kind.AGENDA_ITEM,
    name="Chương trình",
    add_text="Thêm mục",
    empty="Ghi từng mục của chương trình hội nghị, có giờ và người trình bày.",
    first="title",
    put_in_order=conference_actions.put_agenda_in_order,
    columns=agenda_lines.columns,
    readers=(("start_time", read_time), ("minutes", read_minutes)),
    shown=agenda_lines.lines,
    read=conference_queries.agenda,
    blank=lambda owner: AgendaItem(
        id=AgendaItemId(0), conference_id=owner, position=0, title="Nội dung mới"
    ),
    add=conference_actions.add_agenda_item,
    edit=conference_actions.edit_agenda_item,
    delete=conference_actions.delete_agenda_item,
)
ATTENDANCE = Parts(
    kind=Kind.ATTENDANCE,
    name="Thành phần",
    add_text="Thêm người dự",
    empty="Ghi người được mời, ai có mặt, ai vắng và ai dự thay.",
    first="name",
    columns=_attendance_columns,
    detail=(
        DetailField(name="substitute_name", title="Người dự thay", row=0, column=0),
        DetailField(name="substitute_post", title="Chức vụ người dự thay", row=0, column=1),
        DetailField(name="reason", title="Lý do vắng", row=1, column=0),
        DetailField(name="is_guest", title="Khách mời", row=1, column=1),
    ),
    read=conference_queries.attendances,
    blank=lambda owner: Attendance(
        id=AttendanceId(0), conference_id=owner, position=0, name="Người dự mới"
    ),
    add=conference_actions.add_attendance,
    edit=conference_actions.edit_attendance,
    delete=conference_actions.delete_attendance,
)
SPEECHES = Parts(
    kind=Kind.SPEECH,
    name="Phát biểu",
    add_text="Thêm phát biểu",
    empty="Ghi tóm tắt ý kiến của từng người theo thứ tự phát biểu.",
    first="speaker",
    put_in_order=conference_actions.put_speeches_in_order,
    columns=_speech_columns,
    detail=(DetailField(name="gist", title="Ý kiến", row=0, column=0, lines=5),),
    read=conference_queries.speeches,
    blank=lambda owner: Speech(id=SpeechId(0), conference_id=owner, position=0, speaker="Đại biểu"),
    add=conference_actions.add_speech,
    edit=conference_actions.edit_speech,
    delete=conference_actions.delete_speech,
)


class PartsEditor(QWidget):
    """A table with add and delete, and below it the facts that are too long for a cell."""

    def __init__(self, context: Context, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parts = parts
        self._readers = dict(parts.readers)
        self._owner = ConferenceId(0)
        self._locked = False
        self.saver = CellSaver(context.run, self._save, self)
        self.model: RecordModel[Any] = RecordModel(
            parts.columns(self.saver), lambda item: item.id, self
        )
        self.table: TypedTable[Any] = TypedTable(self.model, self.saver, parts.name)
        self.detail = PartDetail(context.run, parts.detail, self._save) if parts.detail else None
        self.mover: Mover | None = None
        if parts.put_in_order is not None:
            put_in_order = partial(parts.put_in_order, context.store)
            self.mover = Mover(context, self.table, put_in_order)
        self._build()
        self.table.selected.connect(self._show_detail)
        self.table.activated_row.connect(self._enter_detail)
        self.saver.changed.connect(self._show_reasons)
        self.add.clicked.connect(self._append)
        self.add.setToolTip("Ins")
        shortcuts.action_within(self, parts.add_text, "Ins", self.add.click)
        self.delete.clicked.connect(self._remove)

    def _build(self) -> None:
        self.table.set_empty_state(
            EmptyState(f"Chưa có {self._parts.name.lower()}", self._parts.empty)
        )
        self._wrong = label("", "error")
        self._wrong.hide()
        self.add = button(self._parts.add_text, "plain", "plus")
        self.delete = button("Xóa", "plain", "trash")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        if self.mover is not None:
            buttons.addWidget(self.mover)
        self.buttons = buttons
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card, 1)
        column.addWidget(self._wrong)
        if self.detail is not None:
            below = Card()
            below.body.addWidget(self.detail)
            column.addWidget(below)
        column.addLayout(buttons)

    # --- showing

    def show_parts(self, owner: ConferenceId, *, locked: bool) -> int:
        """Show the parts of a conference; tell how many there are."""
        if owner != self._owner:
            self.flush()
        self._owner, self._locked = owner, locked
        self.saver.locked = locked
        read = self._parts.shown or self._parts.read
        records = list(read(self._context.store.connection, owner))
        self.model.show(records)
        if records and self.table.current_id() is None:
            self.table.select_id(records[0].id)
        self.add.setEnabled(not locked)
        self.delete.setEnabled(bool(records) and not locked)
        if self.mover is not None:
            self.mover.refresh(locked=locked)
        self._show_detail()
        self._show_reasons()
        return len(records)

    @Slot()
    def _show_detail(self) -> None:
        if self.detail is not None:
            self.detail.show_record(self.table.current_record(), locked=self._locked)

    @Slot()
    def _show_reasons(self) -> None:
        reasons = self.saver.reasons([item.id for item in self.model.records()])
        self._wrong.setText(reasons)
        self._wrong.setVisible(bool(reasons))

    @Slot()
    def _enter_detail(self) -> None:
        if self.detail is not None:
            self.detail.enter()

    def flush(self) -> None:
        """Save what was typed last."""
        if self.detail is not None:
            self.detail.flush()

    # --- doing

    def _save(self, record_id: Any, name: str, typed: Any, run: int | None = None) -> None:
        record = self._current(record_id)
        value = self._readers[name](typed) if name in self._readers else typed
        key = None if run is None else (self._parts.kind, record_id, name, run)
        self._parts.edit(self._context.store, replace(record, **{name: value}), run=key)

    def _current(self, record_id: Any) -> Any:
        """Read a record as it is now, so that saving one field leaves the others."""
        held = self._parts.read(self._context.store.connection, self._owner)
        found = next((item for item in held if item.id == record_id), None)
        if found is None:
            raise RuleViolation("record_gone", kind=self._parts.kind)
        return found

    @Slot()
    def _append(self) -> None:
        self.flush()
        blank = self._parts.blank(self._owner)
        if added := self._context.run(lambda: self._parts.add(self._context.store, blank)):
            self._context.bus.deliver()
            self.table.edit_cell(added.value.id, self._parts.first)

    @Slot()
    def _remove(self) -> None:
        self.flush()
        part_id = self.table.current_id()
        if part_id is None:
            return
        if self._context.run(lambda: self._parts.delete(self._context.store, part_id)):
            self._context.messages.offer_undo(f"Đã xóa một dòng ở mục {self._parts.name.lower()}")
