"""The paper over the whole window: sizes, pages, search, the way back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.papers.reader import PaperReader

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def write(tmp_path):
    """Write a paper of one line a page."""

    def build(*lines):
        path = tmp_path / f"{len(lines)}.pdf"
        canvas = Canvas(str(path), pagesize=A4)
        for line in lines:
            canvas.drawString(100, 700, line)
            canvas.showPage()
        canvas.save()
        return str(path)

    return build


@pytest.fixture
def reader(qtbot, write):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    document = QPdfDocument(window)
    document.load(write("bien ban", "ket luan", "thong bao"))
    shown = PaperReader(document, "Biên bản", window)
    window.show()
    shown.open_over(window)
    yield shown
    del window  # pytest-qt holds it weakly: it must not be collected before


def test_it_is_as_large_as_the_window_and_fits_the_width(reader):
    assert reader.size() == reader.parentWidget().size()
    assert reader.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
    assert reader.page.text() == "Trang 1/3"
    assert [reader.pages.item(n).text() for n in range(3)] == ["Trang 1", "Trang 2", "Trang 3"]


def test_keys_and_ctrl_with_the_wheel_draw_larger_and_smaller(qtbot, reader):
    fitted = reader.zoom()
    qtbot.keyClick(reader, Qt.Key.Key_Plus, Ctrl)
    reader.zoom_in()
    larger = reader.zoom()
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Ctrl,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reader.view.viewport(), wheel)

    assert larger > reader.zoom() > fitted
    reader.fit_width()
    assert reader.zoom() == pytest.approx(fitted)


def test_words_are_found_and_the_way_back_is_kept(qtbot, reader):
    reader.find("thong bao")
    qtbot.waitUntil(lambda: reader.said.text() == "1/1 chỗ")

    assert reader.view.pageNavigator().currentPage() == 2
    reader.jump_back()
    assert reader.view.pageNavigator().currentPage() == 0


def test_words_that_stand_nowhere_are_told(qtbot, reader):
    reader.find("xyz")

    qtbot.waitUntil(lambda: reader.said.text() == "Không thấy")


def test_the_list_of_pages_leads_to_a_page(reader):
    reader.pages.itemActivated.emit(reader.pages.item(1))

    assert reader.page.text() == "Trang 2/3"


def test_it_follows_the_paper_when_that_is_made_anew(reader, write):
    reader.document.load(write("mot", "hai"))

    assert reader.pages.count() == 2
    assert reader.page.text().endswith("/2")


def test_enter_in_the_small_preview_opens_it_over_the_window(qtbot, window):
    window.follow(OpenConference(code="HN-2017-01"))
    preview = window.page("conferences").pane.preview
    qtbot.waitUntil(lambda: preview.document.pageCount() > 0, timeout=20_000)
    preview._view.setFocus()

    qtbot.keyClick(preview._view, Qt.Key.Key_Return)

    assert preview.reader.isVisible()
    assert preview.reader.size() == window.size()
    preview.reader.close()


def test_a_double_click_opens_it_too(qtbot, window):
    window.follow(OpenConference(code="HN-2017-01"))
    preview = window.page("conferences").pane.preview
    qtbot.waitUntil(lambda: preview.document.pageCount() > 0, timeout=20_000)

    qtbot.mouseDClick(preview._view.viewport(), Qt.MouseButton.LeftButton)

    assert preview.reader.isVisible()
    preview.reader.close()
