"""The files of papers, opened and saved in the background, and how papers are listed."""

import weakref
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.documents.document import Document
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import DOCUMENT_TYPE
from coordapp.services.documents import paper_files
from coordapp.services.file import leftovers
from coordapp.services.records import attachment_actions
from coordapp.ui.kit import outside
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.model import Column
from coordapp.ui.widgets.save_as import PDF, ask_target

_NO_PROGRAM = "Máy chưa có chương trình mở được tệp PDF. Hãy dùng “Lưu PDF…”."


class PaperActions(QObject):
    """Takes papers out of the register: to look at, or to keep elsewhere."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._copies = leftovers.folder_of_copies()
        weakref.finalize(self, attachment_actions.clear_copies, self._copies)

    def open(self, paper: Document) -> None:
        """Open a copy of a paper."""
        path, copies = self._context.store.path, self._copies
        self._start(lambda: paper_files.copy_out(path, paper, copies), self._show_copy)

    def ask_save(self, paper: Document) -> None:
        """Write a paper to a place of the person's choice."""
        path = self._context.store.path
        proposed = path.parent / paper_files.file_name(paper)
        target = ask_target(self._window, "Lưu văn bản", proposed, PDF)
        if target:
            self._start(lambda: paper_files.save_as(path, paper, target), self._say_saved)

    def _start(self, work: Callable[[], Path], then: Callable[[object], None]) -> None:
        job = self._context.jobs.start(partial(_without_steps, work))
        job.succeeded.connect(then)
        job.failed.connect(self._context.run.show)

    @Slot(object)
    def _show_copy(self, copy: object) -> None:
        if not outside.hand_over(Path(str(copy))):
            self._context.messages.say(_NO_PROGRAM)

    @Slot(object)
    def _say_saved(self, target: object) -> None:
        self._context.messages.say(f"Đã lưu {Path(str(target)).name}")


def _without_steps(work: Callable[[], Path], _step: Callable[[int, int], None]) -> Path:
    return work()


def columns() -> list[Column[Document]]:
    """Say how papers are listed."""
    return [
        Column(key="symbol", title="Số, ký hiệu", text=attrgetter("symbol"), width=110),
        Column(
            key="issued_on",
            title="Ngày",
            text=lambda paper: dates.short(paper.issued_on),
            sort=lambda paper: paper.issued_on,
            blank=lambda paper: paper.issued_on is None,
            width=96,
        ),
        Column(
            key="type",
            title="Loại",
            text=lambda paper: DOCUMENT_TYPE[paper.type] + (" (đã ký)" if paper.signed_at else ""),
            width=150,
        ),
        Column(
            key="subject",
            title="Trích yếu",
            text=lambda paper: one_line(paper.subject),
            stretch=True,
            quiet=True,
            tooltip=attrgetter("subject"),
        ),
    ]
