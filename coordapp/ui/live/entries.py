"""What is said and concluded: a list, and below it the entry being written in large letters."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conferences.conference import Attendance, Speech
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId, SpeechId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import CONCLUSION_KIND
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.store.file.table import Table
from coordapp.store.file.tables import CONCLUSIONS, SPEECHES
from coordapp.store.queries import conference_queries
from coordapp.ui.conclusions.conclusion_cards import blank
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import Record, with_values
from coordapp.ui.live.speaker import SpeakerBox
from coordapp.ui.live.tables import SteadyTable
from coordapp.ui.tables.model import Column
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.saving_field import SavingField

E = TypeVar("E", bound=Record)
_TEXT_HEIGHT = 110
_LEAST = 104  # the head of the table and two rows


class EntryPanel(Card, Generic[E]):
    """Saves the text of one entry as it is typed; a run of typing is one step of undo."""

    title = ""
    add_text = ""
    empty = ""
    attribute = ""  # where the text is held
    text_title = ""

    def __init__(
        self,
        context: Context,
        table: Table[E],
        columns: Sequence[Column[E]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._kept_in = table
        self._owner = ConferenceId(0)
        self._locked = False
        self._record: E | None = None
        self._fresh: E | None = None  # just added, as long as nothing was typed in it
        self.table: SteadyTable[E] = SteadyTable(columns, self.title)
        self.text = QPlainTextEdit()
        self._build()
        self.field = SavingField(context.run, self.text, self._save_text, self._say_wrong)
        self.table.selected.connect(self._show_current)
        self.table.activated_row.connect(self._start_text)
        self.add.clicked.connect(self.append)
        self.delete.clicked.connect(self._remove)

    def _build(self) -> None:
        self.add = button(self.add_text)
        self.delete = button("", "quiet", "trash", tip=f"Xóa dòng đang chọn ở {self.title.lower()}")
        self._head_title = label(self.title, "card-title", wraps=False)
        self.table.setMinimumHeight(_LEAST)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._head_title, 1)
        head.addWidget(self.add)
        head.addWidget(self.delete)
        self.table.set_empty_state(EmptyState(f"Chưa có {self.title.lower()}", self.empty))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_TEXT_HEIGHT)
        self._wrong = label("", "error")
        self._wrong.hide()
        self.above_text = QVBoxLayout()
        self.above_text.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self.above_text)
        self.body.addWidget(_title(self.text_title, self.text))
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self._wrong)

    # --- what a kind of entry says

    def read(self, owner: ConferenceId) -> list[E]:
        """Read the entries of a conference in their order."""
        raise NotImplementedError

    def make(self) -> E:
        """Add an entry and give it."""
        raise NotImplementedError

    def remove(self, entry_id: int) -> None:
        """Delete an entry."""
        raise NotImplementedError

    def save(self, name: str, run: object, **changed: object) -> None:
        """Save changed attributes of the current entry."""
        raise NotImplementedError

    def show_head(self, record: E | None) -> None:
        """Show what stands above the text."""

    def start(self) -> None:
        """Start typing in a new entry."""
        self.text.setFocus()

    # --- showing

    def show_entries(self, owner: ConferenceId, *, locked: bool) -> int:
        """Show the entries of a conference; tell how many there are."""
        if owner != self._owner:
            self.flush()
        self._owner, self._locked = owner, locked
        records = self.read(owner)
        self.table.records.show(records)
        if records and self.table.current_id() is None:
            self.table.select_id(records[-1].id)
        self._head_title.setText(f"{self.title}  {len(records)}")
        self.add.setEnabled(not locked)
        self.delete.setEnabled(bool(records) and not locked)
        self._show_current()
        return len(records)

    @Slot()
    def _show_current(self) -> None:
        record = self.table.current_record()
        changes = self._record is None or record is None or record.id != self._record.id
        if changes and self._record is not None:
            self.flush()
        self._record = record
        self.text.setEnabled(record is not None)
        text = "" if record is None else getattr(record, self.attribute)
        self.field.show(None if record is None else record.id, text)
        self.field.set_locked(self._locked)
        self.show_head(record)

    @Slot()
    def _start_text(self) -> None:
        self.text.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        self.field.flush()

    def _say_wrong(self, reason: str) -> None:
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))

    # --- doing

    def _save_text(self, text: str) -> None:
        if self._record is not None:
            self.save(self.attribute, self.field.typing_run, **{self.attribute: text})

    def stored(self) -> E:
        """Read the current entry as the store has it now."""
        record = None if self._record is None else self._find(self._record.id)
        if record is None:
            raise RuleViolation("record_gone", kind=self._kept_in.kind)
        return record

    def _find(self, entry_id: int) -> E | None:
        return self._kept_in.find(self._context.store.connection, entry_id)

    @Slot()
    def append(self) -> None:
        """Add an entry at the end and start typing it."""
        self.flush()
        if added := self._context.run(self.make):
            self._context.bus.deliver()
            self._fresh = added.value
            self.table.select_id(added.value.id)
            self.start()

    def take_back(self) -> bool:
        """Remove what was just added, as long as it is empty; tell whether it was so."""
        self.flush()
        fresh, self._fresh = self._fresh, None
        if fresh is None or self._find(fresh.id) != fresh:
            return False
        self._context.run(lambda: self.remove(fresh.id))
        self._context.bus.deliver()
        self.add.setFocus()
        return True

    @Slot()
    def _remove(self) -> None:
        self.flush()
        entry_id = self.table.current_id()
        if entry_id is not None and self._context.run(lambda: self.remove(entry_id)):
            self._context.messages.offer_undo(f"Đã xóa một dòng ở {self.title.lower()}")


class SpeechPanel(EntryPanel[Speech]):
    """Who spoke, picked from the participants or typed, and the gist."""

    title = "Phát biểu"
    add_text = "Mới (F7)"
    empty = "F7 thêm người phát biểu, gõ vài chữ của tên hay chức vụ để chọn."
    attribute = "gist"
    text_title = "Tóm tắt ý kiến"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        columns: tuple[Column[Speech], ...] = (
            Column(key="place", title="", width=34, quiet=True, text=lambda s: str(s.position)),
            Column(key="speaker", title="Người nói", stretch=True, letters=14, lines=2, text=_speaker),
            Column(
                key="gist", title="Ý kiến", stretch=True, letters=6, lines=2,
                text=lambda s: one_line(s.gist),
            ),
        )  # fmt: skip
        super().__init__(context, SPEECHES, columns, parent)
        self.speaker = SpeakerBox()
        self.post = QLineEdit()
        for words, field in (("Người phát biểu", self.speaker), ("Chức vụ", self.post)):
            self.above_text.addWidget(_title(words, field))
            self.above_text.addWidget(field)
        self.setTabOrder(self.speaker, self.post)
        self.setTabOrder(self.post, self.text)
        run = context.run
        self._speaker = SavingField(run, self.speaker.line(), self._save_speaker, self._say_wrong)
        self._post = SavingField(run, self.post, self._save_post, self._say_wrong)
        self.speaker.chosen.connect(self._start_text)
        self.speaker.left.connect(self._speaker.leave)

    def read(self, owner: ConferenceId) -> list[Speech]:
        return conference_queries.speeches(self._context.store.connection, owner)

    def make(self) -> Speech:
        new = Speech(id=SpeechId(0), conference_id=self._owner, position=0, speaker="")
        return conference_actions.add_speech(self._context.store, new)

    def remove(self, entry_id: int) -> None:
        conference_actions.delete_speech(self._context.store, SpeechId(entry_id))

    def save(self, name: str, run: object, **changed: object) -> None:
        speech = with_values(self.stored(), changed)
        conference_actions.edit_speech(
            self._context.store, speech, run=(Kind.SPEECH, speech.id, name, run)
        )

    def show_head(self, record: Speech | None) -> None:
        for field, editor, text in (
            (self._speaker, self.speaker, "" if record is None else record.speaker or record.post),
            (self._post, self.post, "" if record is None else record.post),
        ):
            editor.setEnabled(record is not None and not self._locked)
            field.show(record and record.id, text)

    def show_participants(self, attending: Sequence[Attendance]) -> None:
        """Offer the participants as speakers."""
        self.speaker.show_people(attending)

    def start(self) -> None:
        self.speaker.setFocus()

    def flush(self) -> None:
        super().flush()
        self._speaker.flush()
        self._post.flush()

    def _save_speaker(self, text: str) -> None:
        if self._record is None:
            return
        speech = self.stored()
        person = self.speaker.person(text)
        if person is not None:
            name, post = person
        else:
            # the post of somebody picked before is not that of the name typed now
            was_picked = (speech.speaker, speech.post) in self.speaker.people()
            name, post = text, "" if was_picked else speech.post
        self.save("speaker", self._speaker.typing_run, speaker=name, post=post)

    def _save_post(self, text: str) -> None:
        if self._record is not None:
            self.save("post", self._post.typing_run, post=text)


class ConclusionPanel(EntryPanel[Conclusion]):
    """The kind of a conclusion and its text; numbers follow the order."""

    title = "Kết luận"
    add_text = "Mới (F8)"
    empty = "F8 thêm kết luận của người chủ trì, gõ ngay nội dung."
    attribute = "text"
    text_title = "Nội dung kết luận"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        columns: tuple[Column[Conclusion], ...] = (
            Column(key="number", title="", width=34, quiet=True, text=lambda c: str(c.number)),
            Column(
                key="text",
                title="Nội dung",
                stretch=True,
                letters=16,
                lines=2,
                text=lambda c: one_line(c.text),
            ),
        )
        super().__init__(context, CONCLUSIONS, columns, parent)
        self.choice = ChoiceField((kind, CONCLUSION_KIND[kind]) for kind in ConclusionKind)
        self.above_text.addWidget(_title("Loại kết luận", self.choice))
        self.above_text.addWidget(self.choice)
        self.setTabOrder(self.choice, self.text)
        self.choice.edited.connect(self._choose_kind)

    def read(self, owner: ConferenceId) -> list[Conclusion]:
        return conference_queries.conclusions_of(self._context.store.connection, owner)

    def make(self) -> Conclusion:
        return conclusion_actions.add(self._context.store, blank(self._owner))

    def remove(self, entry_id: int) -> None:
        conclusion_actions.delete(self._context.store, ConclusionId(entry_id))

    def save(self, name: str, run: object, **changed: object) -> None:
        conclusion = with_values(self.stored(), changed)
        key = None if run is None else (Kind.CONCLUSION, conclusion.id, name, run)
        conclusion_actions.edit(self._context.store, conclusion, run=key)

    def show_head(self, record: Conclusion | None) -> None:
        self.choice.setEnabled(record is not None and not self._locked)
        self.choice.set_value(None if record is None else record.kind)

    @Slot(object)
    def _choose_kind(self, chosen: ConclusionKind) -> None:
        self.flush()
        if self._record is not None:
            if not self._context.run(lambda: self.save("kind", None, kind=chosen)):
                self.choice.set_value(self._record.kind)
            self.text.setFocus()


def _title(words: str, field: QWidget) -> QLabel:
    """Name a field in one line above it: one that wraps would take the room of the texts."""
    made = label(words, "secondary", wraps=False)
    made.setBuddy(field)
    field.setAccessibleName(words)
    return made


def _speaker(item: Speech) -> str:
    return item.speaker or item.post or "Chưa rõ"
