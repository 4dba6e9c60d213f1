"""The pages of a paper on a printer: each on its own sheet, upright or across, at its true size."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from coordapp.domain.kernel.errors import DocumentError

DPI = 300  # of the picture of a page; a printer of more dots gets no more bytes to carry
_POINTS = 72  # of an inch


def new_printer(document: QPdfDocument) -> QPrinter:
    """Make a printer whose sheet is that of the first page, so that its dialog says so."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(sheet_of(document.pagePointSize(0)))
    return printer


def sheet_of(points: QSizeF) -> QPageLayout:
    """Lay out the sheet of a page; a page wider than high lies across."""
    across = points.width() > points.height()
    upright = points.transposed() if across else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, orientation, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def area_of(points: QSizeF, printer: QPrinter) -> QRectF:
    """Give the area of a page on the sheet, from its corner, in dots of the printer.

    Why not the sheet: a page drawn over whatever sheet lies in the printer comes out squeezed.
    """
    dots = printer.resolution() / _POINTS
    return QRectF(0, 0, points.width() * dots, points.height() * dots)


def print_pages(document: QPdfDocument, printer: QPrinter, name: str) -> None:
    """Print the pages that the printer was asked for. Raises DocumentError: cannot_print."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    # what the dialog of a printer chose last must not turn or shrink a page
    printer.setFullPage(True)
    painter = QPainter()
    for page in range(first - 1, last):
        points = document.pagePointSize(page)
        printer.setPageLayout(sheet_of(points))
        went = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not went:
            raise DocumentError("cannot_print", Path(name))
        _draw(painter, document, page, area_of(points, printer))
    painter.end()


def _draw(painter: QPainter, document: QPdfDocument, page: int, area: QRectF) -> None:
    dots = DPI / _POINTS
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * dots), round(points.height() * dots))
    painter.fillRect(area, Qt.GlobalColor.white)
    painter.drawImage(area, document.render(page, size))
