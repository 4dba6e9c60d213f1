"""What pages do with tables of others: bring in a file, paste rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.importing.clipboard import copied_rows
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.tables import FoundTables
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.kernel.changes import Kind
from coordapp.services.file import background
from coordapp.services.file.background import BackgroundRun
from coordapp.services.importing import import_actions, import_reading
from coordapp.services.importing.import_actions import AgreedImport, Step
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.queries import unit_queries
from coordapp.ui.importing.dialog import ImportDialog, ImportOffer
from coordapp.ui.importing.side import mapping_of
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Job
from coordapp.ui.kit.outside import LARGE, texts_copied
from coordapp.ui.records.move_dialog import MoveDialog
from coordapp.ui.tables.pasting import READING_COPIED
from coordapp.ui.widgets.reading import ReadingDialog, WritingDialog
from coordapp.ui.widgets.save_as import ask_source

_FILES = "Bảng tính (*.xlsx *.xlsm *.xls *.ods *.csv);;Mọi tệp (*)"
_REMEMBERED = "import"
_MOST = 40  # shapes of tables


class ImportActions(QObject):
    """Asks by dialogs and runs the actions; `brought` tells the tasks that came or changed."""

    brought = Signal(object)

    def __init__(self, context: Context, parent: QWidget, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._settings = settings
        self._reading: Job | None = None
        self._source: Path | None = None
        self._writing: Job | None = None
        self._shown: list[ImportColumn | None] = []

    # --- a file

    @Slot()
    def ask_file(self) -> None:
        """Choose a file, read it in the worker, then show what it would bring."""
        folder = self._context.store.path.absolute().parent
        source = ask_source(self._parent, "Nhập từ Excel", folder, _FILES)
        if source:
            self.read(source)

    def read(self, source: Path) -> None:
        """Read a file in the worker; it can be cancelled."""
        job = self._context.jobs.start(lambda step: import_reading.read(source, step))
        self._reading = job
        self._source = source
        # first of all, so that it has gone when the next window comes
        ReadingDialog(f"Đang đọc {source.name}…", job, self._parent).show()
        job.succeeded.connect(self._offer)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _offer(self, workbook: Workbook) -> None:
        agreed = ImportDialog.ask(
            self._parent, self.offered("Nhập từ Excel", workbook, ImportChoices())
        )
        if agreed is not None:
            self.bring_in(agreed)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._context.run.show(error)

    def bring_in(self, agreed: AgreedImport) -> None:
        """Write what was agreed, remember its columns, and offer the way back."""
        # the columns stay known even when the writing is stopped
        self._remember(agreed.tables)
        self._write(agreed, _imported)

    # --- the clipboard

    def paste(self, shown: list[ImportColumn | None]) -> bool:
        """Show what the rows of the clipboard would change; tell whether there were any.

        `shown` are the columns on screen.
        """
        text, page = texts_copied()
        if len(text) + len(page) > LARGE:
            self._read_copied(text, page, shown)
            return True
        return self._offer_pasted(copied_rows(text, page), shown)

    def _read_copied(self, text: str, page: str, shown: list[ImportColumn | None]) -> None:
        """Read a large table in the worker, behind a window that can stop it."""
        job = self._context.jobs.start(lambda _step: copied_rows(text, page))
        self._reading, self._shown = job, shown
        ReadingDialog(READING_COPIED, job, self._parent).show()
        job.succeeded.connect(self._offer_large)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _offer_large(self, rows: list[list[str]]) -> None:
        if not self._offer_pasted(rows, self._shown):
            self._context.messages.say("Bảng đã sao chép không có ô nào có chữ nên chưa dán gì.")

    def _offer_pasted(self, rows: list[list[str]], shown: list[ImportColumn | None]) -> bool:
        if not any(cell.strip() for row in rows for cell in row):
            return False
        sheet = Sheet(name="Bảng đã sao chép", rows=rows)
        choices = import_reading.pasted_choices(
            self._context.store.connection, sheet, shown, self._context.today
        )
        workbook = Workbook(sheets=(sheet,))
        self._source = None
        agreed = ImportDialog.ask(self._parent, self.offered("Dán từ bảng", workbook, choices))
        if agreed is not None:
            self.write_pasted(agreed)
        return True

    def write_pasted(self, agreed: AgreedImport) -> None:
        """Write the pasted rows and offer the way back."""
        self._write(agreed, _pasted)

    # --- both

    def _write(
        self, agreed: AgreedImport, action: Callable[[Store, AgreedImport, date, Step], str]
    ) -> None:
        """Write in the worker, behind a small window that tells how far it is."""
        context = self._context
        path, at, today = context.store.path, context.store.now, context.today
        who = context.store.who
        later = import_actions.moved_later(context.store.connection, agreed.plan)
        if later:
            told = MoveDialog.ask(self._parent, later, today, takes_files=False)
            if told is None:
                context.messages.say("Chưa ghi gì vào sổ: chưa nêu lý do lùi hạn.")
                return
            agreed = replace(agreed, move=told.move)
        job = self._writing = context.jobs.start(
            lambda step: background.run(
                path, at, lambda store: action(store, agreed, today, step), who
            )
        )
        count = agreed.plan.written
        WritingDialog(f"Đang ghi {count} nhiệm vụ…", job, self._parent).show()
        job.succeeded.connect(self._take_over)
        job.cancelled.connect(self._tell_stopped)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _take_over(self, done: BackgroundRun[str]) -> None:
        if done.written is not None:
            self._context.store.take_over(done.written)
            self._context.bus.deliver()
            if tasks := done.written.changes.touched.get(Kind.TASK):
                self.brought.emit(tasks)
        self._context.messages.offer_undo(done.result)

    @Slot()
    def _tell_stopped(self) -> None:
        self._context.messages.say("Đã dừng: chưa ghi nhiệm vụ nào, sổ vẫn như trước.")

    def offered(self, title: str, workbook: Workbook, choices: ImportChoices) -> ImportOffer:
        """Give the dialog what it starts from."""
        return ImportOffer(
            title=title,
            beside=self._source or self._context.store.path,
            workbook=workbook,
            units=unit_queries.all_units(self._context.store.connection),
            start=self._start,
            choices=replace(choices, mappings=self._known()),
        )

    def _start(self, workbook: Workbook, choices: ImportChoices) -> Job:
        context = self._context
        work = partial(import_reading.preview, context.store.path, workbook, choices, context.today)
        return context.jobs.start(lambda step: work(step=step))

    def _known(self) -> dict[str, dict[str, str]]:
        known: Any = {} if self._settings is None else self._settings.get(_REMEMBERED)
        if not isinstance(known, dict):
            return {}
        return {name: fields for name, fields in known.items() if isinstance(fields, dict)}

    def _remember(self, found: FoundTables) -> None:
        """Keep the mapping in the settings: it is a habit of this office, not a part of the book."""
        if self._settings is None:
            return
        known = self._known()
        for table in found.tables:
            if table.header.signature:
                known.pop(table.header.signature, None)
                known[table.header.signature] = mapping_of(table.header)
        self._settings.put(_REMEMBERED, dict(list(known.items())[-_MOST:]))


def _imported(store: Store, agreed: AgreedImport, today: date, step: Step) -> str:
    return f"Đã nhập: {_told(import_actions.apply(store, agreed, today, step).plan)}"


def _pasted(store: Store, agreed: AgreedImport, today: date, step: Step) -> str:
    return f"Đã dán: {_told(import_actions.paste(store, agreed, today, step))}"


def _told(plan: ImportPlan) -> str:
    parts = (
        (plan.count(RowOutcome.NEW), "mới"),
        (plan.count(RowOutcome.CHANGED), "thay đổi"),
        (plan.count(RowOutcome.BARE), "văn bản mật chỉ giữ số, ngày"),
        (plan.count(RowOutcome.REJECTED), "không nhận"),
    )
    return ", ".join(f"{count} {words}" for count, words in parts if count)
