"""The files of a record: added by a button or by dropping them, opened, saved, taken away."""

import weakref
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.attachment import Attachment, is_risky, size_in_words
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.services.file import leftovers
from coordapp.services.records import attachment_actions
from coordapp.store.queries import attachment_queries
from coordapp.ui.kit import outside, shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.look import theme
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.file_picker import files_of
from coordapp.ui.widgets.question import agrees
from coordapp.ui.widgets.save_as import ask_target

_HINT = "Chưa có tệp nào. Kéo tệp thả vào đây, hoặc bấm “Đính kèm…”."
_NO_PROGRAM = "Máy chưa có chương trình mở được {name}. Hãy dùng “Lưu ra…”."
_MOST_ROWS = 5
_ROOM_FOR_DAYS = 370  # narrower, the day stands below the list, for the current file only


def asks_to_open(parent: QWidget, name: str) -> bool:
    """Ask before opening what can run a program; Esc and Enter leave it closed."""
    return agrees(
        parent,
        title="Mở tệp đính kèm",
        text=f"Tệp {name} có thể chạy chương trình. Chỉ mở nếu biết chắc nguồn gốc.",
        yes="Mở",
        no="Không mở",
        harms=False,
    )


class AttachmentList(QWidget):
    """Shows the files of one record, and reads them again when they changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._holder: tuple[Kind, int] | None = None
        self._copies = leftovers.folder_of_copies()
        # a copy that another program still holds open at the end stays until Windows tidies up
        weakref.finalize(self, attachment_actions.clear_copies, self._copies)
        self.model: RecordModel[Attachment] = RecordModel(
            _columns(), key=attrgetter("id"), parent=self
        )
        self.table = TableView(self.model, self)
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self._hint = label(_HINT, "secondary", self)
        self.attach = button("Đính kèm…", "plain", "paperclip", self)
        self.open = button("Mở", parent=self)
        self.save = button("Lưu ra…", parent=self)
        self.remove = button("Xóa", "danger", parent=self)
        self._facts = label("", "secondary", self)
        head = QHBoxLayout()
        head.addWidget(label("Tệp đính kèm", "card-title", self), 1)
        head.addWidget(self.attach)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.open, self.save, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.table)
        column.addWidget(self._facts)
        column.addWidget(self._row)
        self._set_up_table()

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName("Tệp đính kèm")
        table.set_compact(True)
        table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        # the ending tells what a file is, so the middle of a long name gives way
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.horizontalHeader().hide()
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, keys, slot in (
            ("Mở", "", self.open_current),
            ("Lưu ra…", "", self.save_current),
            ("Xóa", "Delete", self.delete_current),
        ):
            shortcuts.action_here(table, text, keys, slot)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.table.activated_row.connect(self.open_current)
        self.table.selected.connect(self._follow)
        self.attach.clicked.connect(self.ask_files)
        self.open.clicked.connect(self.open_current)
        self.save.clicked.connect(self.save_current)
        self.remove.clicked.connect(self.delete_current)

    # --- reading

    def show_for(self, kind: Kind, record_id: int) -> None:
        """Show the files of a record."""
        self._holder = (kind, record_id)
        self._refresh()

    def forget(self) -> None:
        """Show no files, and take none."""
        self._holder = None
        self._refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.ATTACHMENT):
            self._refresh()

    def _refresh(self) -> None:
        reader, holder = self._context.store.connection, self._holder
        files = [] if holder is None else attachment_queries.of_record(reader, *holder)
        self.model.show(files)
        self.table.setVisible(bool(files))
        self._row.setVisible(bool(files))
        self._hint.setVisible(not files)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height * max(1, min(len(files), _MOST_ROWS)))
        if files and self.table.current_id() is None:
            self.table.select_id(files[0].id)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        current = self.table.current_record()
        some = current is not None
        self._facts.setText("" if current is None else _facts(current))
        self._make_room()
        for part in (self.open, self.save, self.remove):
            part.setEnabled(some)
        self.attach.setEnabled(self._holder is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        narrow = self.width() < theme.scaled(_ROOM_FOR_DAYS)
        self.table.setColumnHidden(self.model.column_of("added_on") or 0, narrow)
        self._facts.setVisible(narrow and bool(self._facts.text()))

    # --- adding

    @Slot()
    def ask_files(self) -> None:
        """Choose files and keep copies of them."""
        folder = str(self._context.store.path.parent)
        chosen, _ = QFileDialog.getOpenFileNames(self, "Đính kèm tệp", folder)
        self.add([Path(name) for name in chosen])

    def welcome(self, event: QDropEvent) -> None:
        """Answer files that are held over the record."""
        if self._holder is None or not files_of(event.mimeData()):
            event.ignore()
            return
        # never a move: the sender would delete its file
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def take(self, event: QDropEvent) -> None:
        """Keep copies of the files that were dropped."""
        self.welcome(event)
        if event.isAccepted():
            self.add(files_of(event.mimeData()))

    def add(self, paths: list[Path]) -> None:
        """Keep copies of files with the record, as one step."""
        if self._holder is None or not paths:
            return
        (kind, record_id), store = self._holder, self._context.store
        if added := self._context.run(
            lambda: attachment_actions.add(store, kind, record_id, *paths)
        ):
            files = added.value
            what = files[0].name if len(files) == 1 else f"{len(files)} tệp"
            self._context.messages.offer_undo(f"Đã đính kèm {what}")

    # --- what is done with one

    @Slot()
    def open_current(self) -> None:
        """Open a copy of the current file."""
        chosen = self.table.current_record()
        if chosen is not None:
            self.open_file(chosen)

    def open_file(self, chosen: Attachment) -> None:
        """Open a copy of a file of any record, having asked where it could do harm."""
        if is_risky(chosen.name) and not asks_to_open(self, chosen.name):
            return
        path, copies = self._context.store.path, self._copies
        self._start(lambda: attachment_actions.copy_out(path, chosen.id, copies), self._show_copy)

    @Slot()
    def save_current(self) -> None:
        """Write the current file to a place of the person's choice."""
        chosen, path = self.table.current_record(), self._context.store.path
        if chosen is None:
            return
        target = ask_target(self, "Lưu tệp đính kèm", path.parent / chosen.name)
        if target:
            self._start(
                lambda: attachment_actions.save_as(path, chosen.id, target), self._say_saved
            )

    @Slot()
    def delete_current(self) -> None:
        """Take the current file away, and offer the way back."""
        chosen = self.table.current_record()
        if chosen is not None and self._context.run(
            lambda: attachment_actions.delete(self._context.store, chosen.id)
        ):
            self._context.messages.offer_undo(f"Đã xóa tệp {chosen.name}")

    def _start(self, work: Callable[[], Path], then: Callable[[object], None]) -> None:
        # a big file takes a while to be read and written
        job = self._context.jobs.start(partial(_without_steps, work))
        job.succeeded.connect(then)
        job.failed.connect(self._context.run.show)

    @Slot(object)
    def _show_copy(self, copy: object) -> None:
        path = Path(str(copy))
        if not outside.hand_over(path):
            self._context.messages.say(_NO_PROGRAM.format(name=path.name))

    @Slot(object)
    def _say_saved(self, target: object) -> None:
        self._context.messages.say(f"Đã lưu {Path(str(target)).name}")


def _without_steps(work: Callable[[], Path], _step: Callable[[int, int], None]) -> Path:
    return work()


def _columns() -> list[Column[Attachment]]:
    return [
        Column(
            key="name",
            title="Tên tệp",
            text=attrgetter("name"),
            stretch=True,
            tooltip=lambda item: f"{item.name} ({_facts(item)})",
        ),
        Column(
            key="size",
            title="Dung lượng",
            text=lambda item: size_in_words(item.size),
            sort=attrgetter("size"),
            width=70,
            align=Qt.AlignmentFlag.AlignRight,
            quiet=True,
        ),
        Column(
            key="added_on",
            title="Ngày",
            text=lambda item: dates.short(item.added_on),
            sort=attrgetter("added_on"),
            width=104,
            quiet=True,
        ),
    ]


def _facts(item: Attachment) -> str:
    return f"{size_in_words(item.size)}, thêm ngày {dates.short(item.added_on)}"
