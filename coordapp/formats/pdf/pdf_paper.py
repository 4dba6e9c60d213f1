"""Any paper as PDF: its blocks set on pages, numbered from the second on.

Source: resources/docs/forms.md 2.1, 2.2 and 2.4.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)

from coordapp.domain.kernel.text import one_line
from coordapp.formats.files import replacing
from coordapp.formats.papers.blocks import Block, Composition, Ending, PaperSheet, PaperTable, Text
from coordapp.formats.papers.composition import Report, composed
from coordapp.formats.pdf import pdf_blocks, pdf_seal, pdf_style
from coordapp.formats.pdf.pdf_table import PagePart, RuledTable, table

Step = Callable[[int, int], None]
_LINES_KEPT = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper laid out; `lone_signature` tells that it signs a page without text."""

    data: bytes
    pages: int
    lone_signature: bool


def write(report: Report, target: Path, step: Step) -> None:
    """Write a paper to `target`, or leave the file there as it was.

    Raises DocumentError as `replacing` does; what `step` raises stops the work.
    """
    with replacing(target) as draft:
        draft.write_bytes(build(report, step))


def write_composed(
    paper: Composition, target: Path, step: Step = lambda _done, _total: None
) -> None:
    """Write a paper that is put together already. Raises DocumentError as `replacing` does."""
    with replacing(target) as draft:
        draft.write_bytes(laid_out(paper, step).data)


def prepare() -> None:
    """Load the fonts, which the first paper would wait for."""
    pdf_style.register_fonts()


def build(report: Report, step: Step = lambda _done, _total: None) -> bytes:
    """Lay a paper out; equal reports give equal bytes."""
    return laid_out(composed(report), step).data


def laid_out(paper: Composition, step: Step = lambda _done, _total: None) -> Laid:
    """Set the pages of a paper, and read from the layout what only it can tell."""
    pdf_style.register_fonts()
    buffer = BytesIO()
    story: list[Any] = []
    for number, sheet in enumerate(paper.sheets):
        if number:
            story += [NextPageTemplate(str(number)), PageBreak()]
        story += pdf_blocks.held_to_next(_story(paper, sheet), pdf_blocks.width_on(sheet))
    total = sum(map(_weight, story))
    document = _Document(paper, buffer, step, total)
    document.build(story)
    return Laid(buffer.getvalue(), document.page, document.signs_alone())


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """Tells how far it is, and remembers on which pages text and signatures stand."""

    def __init__(self, paper: Composition, buffer: BytesIO, step: Step, total: int) -> None:
        super().__init__(
            buffer,
            pagesize=pdf_style.PAGE,
            title=pdf_style.drawable(paper.title)[:500],
            author=pdf_style.drawable(one_line(paper.committee.name))[:500],
            subject=pdf_style.drawable(one_line(paper.code))[:500],
            creator="CoordApp",
            keywords=pdf_seal.keywords(paper.seal),
            lang="vi-VN",
            initialFontName=pdf_style.FAMILY,
            invariant=1,
        )
        size = pdf_style.LOOKS[paper.style].page_number
        self.addPageTemplates(
            [_pages(str(n), sheet, size, paper.seal) for n, sheet in enumerate(paper.sheets)]
        )
        self._step, self._total, self._done = step, total, 0
        self._day = paper.day
        self._said: set[int] = set()
        self._signed: set[int] = set()
        step(0, total)

    def beforeDocument(self) -> None:  # noqa: N802 - named by reportlab
        """Tell the day of the paper in the properties of the file: the same paper, the same bytes."""
        day = self._day
        said = "" if day is None else f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000+07'00'"
        self.canv.setDateFormatter(lambda *_: said)

    def afterFlowable(self, flowable: object) -> None:  # noqa: N802 - named by reportlab
        """Count what is done."""
        self._done = min(self._done + _weight(flowable), self._total)
        if isinstance(flowable, pdf_blocks.Signatures):
            self._signed.add(self.page)
        elif isinstance(flowable, pdf_blocks.SAYS):
            self._said.add(self.page)
        self._step(self._done, self._total)

    def signs_alone(self) -> bool:
        """Tell whether a page with signatures has no text."""
        return bool(self._signed - self._said)


def _weight(flowable: object) -> int:
    """Count the lines of a table, anything else as one."""
    return flowable.count if isinstance(flowable, (RuledTable, PagePart)) else 1


def _pages(name: str, sheet: PaperSheet, size: int, seal: str) -> Any:
    width, height = pdf_style.PAGE[::-1] if sheet.landscape else pdf_style.PAGE
    frame = Frame(
        pdf_style.LEFT, pdf_style.BOTTOM, width - pdf_style.LEFT - pdf_style.RIGHT, height - pdf_style.TOP - pdf_style.BOTTOM,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    first: list[int] = []

    def number_page(canvas: Any, page: Any) -> None:
        pdf_seal.draw_code(canvas, seal)
        # each appendix is numbered on its own, and no first page bears a number
        if not first or page.page < first[0]:
            first[:] = [page.page]
        if page.page > first[0]:
            canvas.setFont(pdf_style.FAMILY, size)
            # the digits hang 10 mm from the upper edge; they are two thirds of the size high
            baseline = height - 10 * mm - size * 0.66
            middle = (pdf_style.LEFT + width - pdf_style.RIGHT) / 2
            canvas.drawCentredString(middle, baseline, str(page.page - first[0] + 1))

    return PageTemplate(id=name, frames=[frame], onPage=number_page, pagesize=(width, height))


def _story(paper: Composition, sheet: PaperSheet) -> list[Any]:
    story: list[Any] = []
    for number, block in enumerate(sheet.blocks):
        if isinstance(block, PaperTable):
            rest = sheet.blocks[number + 1 :]
            if [type(other) for other in rest] in ([Ending], [Text, Ending]):
                end = [piece for other in rest for piece in _pieces(paper, sheet, other)]
                return [*story, table(block, end)]
            story.append(table(block))
        elif isinstance(block, Ending):
            signed = pdf_blocks.ending(paper, block, pdf_blocks.width_on(sheet))
            story.append(KeepTogether([*_held_back(story), *signed]))
        else:
            story += pdf_blocks.flowables(paper, sheet, block)
    return story


def _pieces(paper: Composition, sheet: PaperSheet, block: Block) -> list[Any]:
    if isinstance(block, Ending):
        return pdf_blocks.ending(paper, block, pdf_blocks.width_on(sheet))
    return pdf_blocks.flowables(paper, sheet, block)


def _held_back(story: list[Any]) -> list[Any]:
    """Take from the end of a story what the signatures vouch for: two paragraphs, or their ends."""
    held = [story.pop()]
    if not isinstance(story[-1], Paragraph):
        return held
    last = story.pop()
    if len(last.getPlainText()) > pdf_blocks.SHORT_ENOUGH:
        start, end = pdf_blocks.cut(last, _LINES_KEPT)
        story.append(start)
        return [end, *held]
    held.insert(0, last)
    while story and isinstance(story[-1], pdf_blocks.Kept):
        held.insert(0, story.pop())
    return held
