"""Minutes of a hundred pages cost little more than their bare paragraphs; the first page comes at once."""

import time
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QTemporaryDir
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate

from coordapp.domain.documents.minutes_contents import SpeechLine
from coordapp.formats.papers import blocks
from coordapp.formats.papers.composition import composed
from coordapp.formats.pdf import pdf_blocks, pdf_paper, pdf_style
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.shell.window import Window
from tests.bench.pairs import ratio
from tests.formats.report_minutes import a_minutes

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]

_GIST = "Đề nghị các đơn vị đẩy mạnh tuyên truyền, vận động Nhân dân tham gia phong trào. " * 12
_FIRST_PAGE = 0.3  # seconds


def test_a_hundred_pages_cost_at_most_a_fifth_more_than_their_paragraphs() -> None:
    speeches = tuple(
        SpeechLine(speaker=f"Đại biểu {n}", post="Ủy viên", gist=_GIST) for n in range(270)
    )
    report = a_minutes(speeches=speeches)
    paper = composed(report)
    laid = pdf_paper.laid_out(paper)
    texts = [
        (_markup(block), made.style)
        for sheet in paper.sheets
        for block in sheet.blocks
        if isinstance(block, blocks.Text)
        for made in pdf_blocks.flowables(paper, sheet, block)
        if isinstance(made, Paragraph)
    ]
    assert laid.pages >= 100

    def bare() -> None:
        document = SimpleDocTemplate(
            BytesIO(), pagesize=A4, leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm,
            bottomMargin=20 * mm,
        )  # fmt: skip
        document.build([Paragraph(text, style) for text, style in texts])

    pdf_style.register_fonts()
    taken = ratio(
        f"minutes of {laid.pages} pages",
        lambda: pdf_paper.laid_out(composed(report)),
        bare,
        rounds=9,
        clock=time.process_time,
    )

    assert taken <= 1.2


def _markup(block: blocks.Text) -> str:
    lead = f"<b>{escape(block.lead)}</b>" if block.bold and block.lead else escape(block.lead)
    return lead + escape(block.text)


def test_the_first_page_is_shown_within_three_tenths_of_a_second(
    qapp, qtbot, tmp_path: Path
) -> None:
    write_sample(tmp_path / "so.db")
    store = Store.open(tmp_path / "so.db")
    folder = QTemporaryDir()
    window = Window(qapp, store, SAMPLE_DAY, Settings(Path(folder.path()) / "settings.json"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.follow(OpenConference(code="HN-2017-01"))
    preview = window.page("conferences").pane.preview
    qtbot.waitUntil(lambda: preview.document.pageCount() > 0, timeout=20_000)
    times = []
    for _ in range(7):
        qtbot.waitUntil(lambda: not preview.is_busy(), timeout=20_000)
        start = time.perf_counter()
        preview._choose_paper()
        qtbot.waitUntil(lambda: preview.document.pageCount() > 0, timeout=20_000)
        preview._view.grab()
        times.append(time.perf_counter() - start)
    taken = sorted(times)[len(times) // 2]
    print(f"\nfirst page after {taken * 1000:.0f} ms")
    window.close()
    store.close()

    assert taken <= _FIRST_PAGE
