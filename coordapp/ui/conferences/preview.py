"""The minutes as they will be printed, beside what is being typed."""

from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import QDesktopServices, QPainter, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.committee import DocumentStyle
from coordapp.domain.errors import CodedError, DocumentError
from coordapp.domain.labels import DOCUMENT_STYLE
from coordapp.domain.messages import sentence
from coordapp.services import exports
from coordapp.store import committee
from coordapp.ui.context import Context
from coordapp.ui.jobs import Job

_PAUSE = 800
_DPI = 300


class Preview(QFrame):
    """Makes the PDF in the background a moment after the last change."""

    said = Signal(str)

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._target = folder / "preview.pdf"
        self._code = ""
        self._saved: Path | None = None
        self._job: Job | None = None
        self._saving: Job | None = None
        self._bytes = QByteArray()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._timer.timeout.connect(self._make)
        self._save.clicked.connect(self._ask_save)
        self._print.clicked.connect(self._ask_print)
        self._style.activated.connect(self._make)
        self._open_file.clicked.connect(self._show_file)
        self._open_folder.clicked.connect(self._show_folder)
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)

    def _build(self) -> None:
        self.setProperty("role", "card")
        title = QLabel("Biên bản")
        title.setProperty("role", "card-title")
        self._style = QComboBox()
        self._style.setAccessibleName("Thể thức biên bản")
        for style, text in DOCUMENT_STYLE.items():
            self._style.addItem(text, style.value)
        body = committee.read(self._context.store.reader)
        if body is not None:
            self._style.setCurrentIndex(self._style.findData(body.document_style.value))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._style)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._message = QLabel("Đang dựng biên bản…", textFormat=Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setProperty("role", "secondary")
        self._save, self._print = QPushButton("Lưu PDF…"), QPushButton("In…")
        self._open_file, self._open_folder = QPushButton("Mở tệp"), QPushButton("Mở thư mục")
        self._page = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._page.setProperty("role", "secondary")
        foot = QHBoxLayout()
        for button in (self._save, self._print, self._open_file, self._open_folder):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._page)
        self._open_file.hide()
        self._open_folder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addLayout(head)
        column.addWidget(self._message)
        column.addWidget(self._view, 1)
        column.addLayout(foot)
        self._allow()

    def show_minutes(self, code: str) -> None:
        """Follow a conference; made again a moment after each call."""
        if code != self._code:
            self._saved = None
            self._open_file.hide()
            self._open_folder.hide()
        self._code = code
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        """Make what was asked for while hidden."""
        super().showEvent(event)
        self._timer.start()

    @property
    def _chosen(self) -> DocumentStyle:
        return DocumentStyle(self._style.currentData())

    def _start(self, target: Path) -> Job:
        path, code, style = self._context.store.path, self._code, self._chosen
        return self._context.jobs.start(
            lambda step: exports.export_minutes(path, code, target, style=style, step=step)
        )

    @Slot()
    def _make(self) -> None:
        if not self._code:
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self._start(self._target)
        self._job.succeeded.connect(self._load)
        self._job.failed.connect(self._fail)

    @Slot(object)
    def _load(self, path: Path) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        scroll = self._view.verticalScrollBar().value()
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray(path.read_bytes())
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._view.verticalScrollBar().setValue(scroll)
        self._message.hide()
        self._allow()
        self._show_page()

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if not isinstance(error, CodedError):
            self._context.run.show(error)
            return
        self._message.setText(sentence(error))
        self._message.show()

    def _allow(self) -> None:
        ready = self._document.pageCount() > 0
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)
        self._view.setVisible(ready)

    @Slot()
    def _show_page(self) -> None:
        total = self._document.pageCount()
        page = self._view.pageNavigator().currentPage() + 1
        self._page.setText(f"Trang {page}/{total}" if total else "")

    @Slot()
    def _ask_save(self) -> None:
        proposed = str(self._context.store.path.parent / f"Biên bản {self._code}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "Lưu biên bản", proposed, "PDF (*.pdf)")
        if chosen:
            target = Path(chosen)
            self._saving = self._start(target if target.suffix else target.with_suffix(".pdf"))
            self._saving.succeeded.connect(self._tell_saved)
            self._saving.failed.connect(self._context.run.show)

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        self._saved = path
        self._open_file.show()
        self._open_folder.show()
        self.said.emit(f"Đã lưu {path.name}")

    @Slot()
    def _show_file(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    @Slot()
    def _show_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    @Slot()
    def _ask_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(_DPI)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._document.pageCount())
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._context.run(lambda: self.print_on(printer))
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages shown. Raises DocumentError: cannot_print."""
        painter = QPainter()
        if not painter.begin(printer):
            raise DocumentError("cannot_print", Path(f"Biên bản {self._code}"))
        first = max(printer.fromPage(), 1)
        last = printer.toPage() or self._document.pageCount()
        for page in range(first - 1, min(last, self._document.pageCount())):
            if page > first - 1:
                printer.newPage()
            points = self._document.pagePointSize(page)
            size = QSize(round(points.width() / 72 * _DPI), round(points.height() / 72 * _DPI))
            image = self._document.render(page, size)
            area = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.fillRect(area, Qt.GlobalColor.white)
            painter.drawImage(area, image)
        painter.end()
