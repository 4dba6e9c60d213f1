"""A paper as it will be printed, and the ways to keep it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QObject,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.words.labels import DOCUMENT_STYLE
from coordapp.domain.words.messages import sentence
from coordapp.store.queries import committee_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.jobs import Job
from coordapp.ui.papers import printing
from coordapp.ui.papers.reader import PaperReader
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import PDF, ask_target

_PAUSE = 800  # of typing, in milliseconds
_AT_ONCE = 40  # for what was asked for; arrow keys held down pass over many conferences


class PaperPreview(Card):
    """Makes the PDF in the background a moment after the last change."""

    noun = "Văn bản"
    kinds = PDF
    flush_requested = Signal()

    def __init__(
        self, context: Context, folder: Path, strip: ProgressStrip, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._target = folder / "preview.pdf"
        self._strip = strip
        self._code = ""
        self._style_chosen = False
        self._job: Job | None = None
        self._after_load: Callable[[], None] | None = None
        self._bytes = QByteArray()
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._typing = Debounce(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.style_choice = ChoiceField(DOCUMENT_STYLE.items())
        self.style_choice.setAccessibleName(f"Thể thức {self.noun.lower()}")
        self.style_choice.setMinimumContentsLength(14)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._view.setAccessibleName(f"{self.noun} như khi in")
        self._message = label(self._making(), "secondary")
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save = button("Lưu…", "plain", "file-type-pdf")
        self.print = button("In…", "plain", "printer")
        self.read = button("Xem lớn", "plain", "eye", tip="Soát trên toàn cửa sổ (Enter, bấm đúp)")
        self._page = label("", "secondary", wraps=False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save)
        foot.addWidget(self.print)
        foot.addWidget(self.read)
        foot.addStretch(1)
        foot.addWidget(self._page)
        self.body.addLayout(self.head())
        self.body.addWidget(self._message)
        self.body.addWidget(self._view, 1)
        self.body.addLayout(foot)
        self._message.hide()
        self._allow()

    def head(self) -> QLayout:
        """Lay out what stands above the pages."""
        row = QHBoxLayout()
        row.addWidget(label(self.noun, "card-title"), 1)
        row.addWidget(self.style_choice)
        return row

    def named(self) -> str:
        """Propose the name of a file, without its ending."""
        return f"{self.noun} {self._code}"

    def told(self) -> str:
        """Say what is to be known of the pages shown; empty for nothing."""
        return ""

    def _connect(self) -> None:
        self._typing.rested.connect(self._make)
        self.save.clicked.connect(self._ask_save)
        self.print.clicked.connect(self._ask_print)
        self.read.clicked.connect(self.open_reader)
        shortcuts.key_here(self._view, "Soát văn bản trên toàn cửa sổ", "Return", self.open_reader)
        self._view.viewport().installEventFilter(self)
        self.style_choice.edited.connect(self._choose_style)
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)

    # --- showing

    def show_minutes(self, code: str) -> None:
        """Follow a conference: another one at once, the same one when the typing pauses."""
        if code != self._code:
            self.document.close()
            self._allow()
        self._code = code
        if not self._style_chosen:
            self._follow_committee()
        if self.isVisible():
            self._make_soon()

    def _make_soon(self) -> None:
        self._typing.wait_for(_PAUSE if self.document.pageCount() else _AT_ONCE)

    def is_busy(self) -> bool:
        """Tell whether newer pages are on their way."""
        return self._job is not None or self._typing.is_waiting

    def showEvent(self, event: QShowEvent) -> None:
        """Make what changed while nobody looked."""
        super().showEvent(event)
        self._make_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Start nothing for nobody; a window that closes takes the worker with it."""
        super().hideEvent(event)
        self._typing.cancel()

    def _follow_committee(self) -> None:
        body = committee_queries.read(self._context.store.connection)
        if body is not None:
            self.style_choice.set_value(body.document_style)

    @Slot(object)
    def _choose_style(self, _style: DocumentStyle) -> None:
        self._style_chosen = True
        self._make()

    @Slot()
    def give_up(self) -> None:
        """Stop making pages that nobody will see."""
        self._typing.cancel()
        if self._job is not None:
            self._job.cancel()

    def _making(self) -> str:
        return f"Đang dựng {self.noun.lower()}…"

    def _start(self, target: Path) -> Job:
        """Begin to write the paper to a file."""
        raise NotImplementedError

    @Slot()
    def _make(self) -> None:
        self._typing.cancel()
        if not self._code:
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self._start(self._target)
        self._job.progressed.connect(self._show_progress)
        self._job.succeeded.connect(self._load)
        self._job.failed.connect(self._fail)
        if not self.document.pageCount():
            self._say(self._making())

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if total and not self.document.pageCount():
            self._say(f"{self._making()} {100 * done // total} %")

    @Slot(object)
    def _load(self, path: Path) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        scroll = self._view.verticalScrollBar().value()
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray(path.read_bytes())
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._view.verticalScrollBar().setValue(scroll)
        self._say(self.told())
        self._allow()
        self._show_page()
        then, self._after_load = self._after_load, None
        if then is not None:
            then()

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._after_load = None
        if not isinstance(error, CodedError):
            self._context.run.show(error)
            return
        self._say(sentence(error))

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def _allow(self) -> None:
        ready = self.document.pageCount() > 0
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
        self.read.setEnabled(ready)
        if not ready:
            self._page.setText("")

    @Slot()
    def _show_page(self) -> None:
        total = self.document.pageCount()
        page = self._view.pageNavigator().currentPage() + 1
        self._page.setText(f"Trang {page}/{total}" if total else "")

    # --- reading

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the paper over the whole window by a double click."""
        if event.type() == QEvent.Type.MouseButtonDblClick and self.read.isEnabled():
            self.open_reader()
            return True
        return super().eventFilter(watched, event)

    def read_when_ready(self) -> None:
        """Open the paper over the whole window as soon as its pages are made."""
        self._after_load = self.open_reader
        self._make()

    @Slot()
    def open_reader(self) -> None:
        """Open the paper over the whole window, to be proof-read; it follows what is typed."""
        if self.document.pageCount():
            self.reader = PaperReader(self.document, self.named(), self)
            self.reader.open_over(self.window())

    # --- saving

    @Slot()
    def _ask_save(self) -> None:
        proposed = self._context.store.path.parent / f"{self.named()}.pdf"
        target = ask_target(self, f"Lưu {self.noun.lower()}", proposed, self.kinds)
        if target:
            self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Write the paper to a file in the background; its ending says PDF or Word."""
        self.flush_requested.emit()
        self._strip.watch(self._start(target), target)

    # --- printing

    @Slot()
    def _ask_print(self) -> None:
        self.flush_requested.emit()
        # the paper must be of the last words typed, so it waits for the pages still being made
        self._after_load = self._print_now
        self._make()

    def _print_now(self) -> None:
        printer = printing.new_printer(self.document)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.document.pageCount())
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._context.run(lambda: self.print_on(printer))
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages shown. Raises DocumentError: cannot_print."""
        printing.print_pages(self.document, printer, self.named())
