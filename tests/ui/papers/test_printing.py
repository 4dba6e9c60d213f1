"""What reaches the printer: the page at its true size, on a sheet that lies as the page does."""

import ast

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from coordapp import paths
from coordapp.ui.papers import printing

UPRIGHT, ACROSS = A4, landscape(A4)
_NEAR = 1.5  # points: a printer counts in whole dots


@pytest.fixture
def paper(qapp, tmp_path):
    """Make a PDF of pages of these sizes."""
    made = []

    def build(*sizes):
        path = tmp_path / f"paper{len(made)}.pdf"
        canvas = Canvas(str(path))
        for size in sizes:
            canvas.setPageSize(size)
            canvas.rect(40, 40, size[0] - 80, size[1] - 80)
            canvas.showPage()
        canvas.save()
        document = QPdfDocument()
        document.load(str(path))
        made.append(document)
        return document

    yield build
    for document in made:
        document.close()


def printer_to(target):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def drawn(page):
    """Give the size of the sheet and of the picture on it, in points."""
    sheet = (float(page.mediabox.width), float(page.mediabox.height))
    placed = []

    def see(operator, operands, matrix, _text):
        if operator == b"Do":
            placed.append((abs(matrix[0]), abs(matrix[3])))

    page.extract_text(visitor_operand_before=see)
    return sheet, placed[-1]


@pytest.mark.parametrize("size", [UPRIGHT, ACROSS], ids=["upright", "across"])
def test_a_page_is_printed_unscaled_on_a_sheet_that_lies_as_it_does(paper, tmp_path, size):
    printing.print_pages(paper(size), printer_to(tmp_path / "out.pdf"), "Tờ")

    (page,) = PdfReader(tmp_path / "out.pdf").pages
    sheet, picture = drawn(page)
    assert sheet == pytest.approx(size, abs=_NEAR)
    assert picture == pytest.approx(size, abs=_NEAR)


def test_each_page_of_a_paper_keeps_its_own_orientation(paper, tmp_path):
    printing.print_pages(paper(UPRIGHT, ACROSS, UPRIGHT), printer_to(tmp_path / "out.pdf"), "Tờ")

    pages = PdfReader(tmp_path / "out.pdf").pages
    for page, size in zip(pages, (UPRIGHT, ACROSS, UPRIGHT), strict=True):
        sheet, picture = drawn(page)
        assert sheet == pytest.approx(size, abs=_NEAR)
        assert picture == pytest.approx(size, abs=_NEAR)


def test_what_the_dialog_of_the_printer_left_neither_turns_nor_shrinks_a_page(paper, tmp_path):
    printer = printer_to(tmp_path / "out.pdf")
    printer.setResolution(600)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(40, 40, 40, 40),
        )
    )

    printing.print_pages(paper(ACROSS), printer, "Tờ")

    sheet, picture = drawn(PdfReader(tmp_path / "out.pdf").pages[0])
    assert sheet == pytest.approx(ACROSS, abs=_NEAR)
    assert picture == pytest.approx(ACROSS, abs=_NEAR)


def test_only_the_pages_asked_for_are_printed(paper, tmp_path):
    printer = printer_to(tmp_path / "out.pdf")
    printer.setFromTo(2, 2)

    printing.print_pages(paper(UPRIGHT, ACROSS, UPRIGHT), printer, "Tờ")

    (page,) = PdfReader(tmp_path / "out.pdf").pages
    assert drawn(page)[0] == pytest.approx(ACROSS, abs=_NEAR)


@pytest.mark.parametrize("resolution", [72, 300, 1200])
def test_a_page_takes_the_same_inches_at_every_resolution(paper, resolution):
    document = paper(ACROSS)
    printer = printing.new_printer(document)
    printer.setResolution(resolution)

    area = printing.area_of(document.pagePointSize(0), printer)

    inches = QSizeF(ACROSS[0] / 72, ACROSS[1] / 72)
    assert (area.width() / resolution, area.height() / resolution) == pytest.approx(
        (inches.width(), inches.height()), abs=0.001
    )
    assert (area.x(), area.y()) == (0, 0)


def test_the_dialog_of_the_printer_opens_on_the_sheet_of_the_paper(paper):
    layout = printing.new_printer(paper(ACROSS)).pageLayout()

    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.pageSize().id() is QPageSize.PageSizeId.A4


def test_nothing_but_this_module_draws_on_a_printer():
    """A page drawn elsewhere would again take whatever sheet lies in the printer."""
    makers = {
        module.relative_to(paths.PACKAGE).as_posix()
        for module in paths.PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("QPrinter", "QPrintPreviewDialog", "QPrintPreviewWidget")
    }

    assert makers == {"ui/papers/printing.py"}
