"""The manual on paper: A4 pages with a table of contents and numbers, drawn by Qt alone."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from coordapp import __version__, identity
from coordapp.domain.kernel.errors import DocumentError
from coordapp.ui.manual.manual_text import PICTURE, PICTURES, Manual

TITLE = f"Hướng dẫn sử dụng {identity.TITLE}"
_MARGIN = 20.0  # millimetres
_FOOT = 12.0  # millimetres between the text and the number of the page
_DPI = 96  # the size in which the text is set; the drawing is scaled
_FONT_POINTS = 10
_WIDEST = 620  # of a picture, in dots of that size
_LOWEST = 0.86  # of a page, at which a heading may stand
_PASSES = 4  # until no heading stands lower, and the pages are known
_SHARP = 2  # dots of a picture for one of the text
_FONT = "Be Vietnam Pro"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """The area of the text on a page, in dots."""

    width: float
    height: float


def fill(made: QTextDocument, manual: Manual, name: str) -> None:
    """Set one section for the screen."""
    section = manual.section(name)
    _fill(made, "" if section is None else section.markdown, manual.folder)


def write(manual: Manual, target: Path) -> int:
    """Write the manual as PDF and count its pages.

    Raises DocumentError: folder_missing, write_failed.
    """
    if not target.parent.is_dir():
        raise DocumentError("folder_missing", target)
    writer = QPdfWriter(str(target))
    writer.setTitle(TITLE)
    writer.setCreator(f"{identity.TITLE} {__version__}")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    scale = writer.logicalDpiX() / _DPI
    foot = _FOOT / 25.4 * _DPI
    paper = _Paper(width=writer.width() / scale, height=writer.height() / scale - foot)
    text = _whole(manual, paper)
    painter = QPainter()
    if not painter.begin(writer):
        raise DocumentError("write_failed", target)
    painter.scale(scale, scale)
    for page in range(text.pageCount()):
        if page:
            writer.newPage()
        _draw(painter, text, page, paper)
    painter.end()
    return text.pageCount()


def _whole(manual: Manual, paper: _Paper) -> QTextDocument:
    """Set all sections after a list of their pages, which is known once all is set."""
    broken = {at for at, one in enumerate(manual.sections) if one.level == 1}
    pages = [""] * len(manual.sections)
    made = QTextDocument()
    for _ in range(_PASSES):
        made = QTextDocument()
        made.setPageSize(QSizeF(paper.width, paper.height))
        _put_front(made, manual, pages)
        starts = [_append(made, manual, at, at in broken) for at in range(len(manual.sections))]
        layout = made.documentLayout()
        tops = [layout.blockBoundingRect(made.findBlock(start)).top() for start in starts]
        pages = [str(int(top // paper.height) + 1) for top in tops]
        # a heading at the foot of a page goes with what it stands above
        low = (at for at, top in enumerate(tops) if top % paper.height > paper.height * _LOWEST)
        broken |= set(low)
    return made


def _put_front(made: QTextDocument, manual: Manual, pages: list[str]) -> None:
    rows = "".join(
        f'<tr><td style="padding-left:{(one.level - 1) * 16}px">'
        f"{'<b>' if one.level == 1 else ''}{_plain(one.title)}{'</b>' if one.level == 1 else ''}"
        f'</td><td align="right">{page}</td></tr>'
        for one, page in zip(manual.sections, pages, strict=True)
    )
    made.setDefaultFont(QFont(_FONT, _FONT_POINTS))
    made.setHtml(
        f"<h1>{TITLE}</h1><p>Phiên bản {__version__}</p>"
        f'<h2>Mục lục</h2><table width="100%">{rows}</table>'
    )


def _append(made: QTextDocument, manual: Manual, at: int, on_new_page: bool) -> int:
    """Append a section and give where it starts."""
    section = manual.sections[at]
    part = QTextDocument()
    _fill(part, section.markdown, manual.folder)
    cursor = QTextCursor(made)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    shape = QTextBlockFormat()
    if on_new_page:
        shape.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.insertBlock(shape)
    start = cursor.position()
    _add_pictures(made, section.text, manual.folder)
    cursor.insertHtml(part.toHtml())
    return start


def _fill(made: QTextDocument, markdown: str, folder: Path) -> None:
    made.setDefaultFont(QFont(_FONT, _FONT_POINTS))
    made.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    # a new text forgets what was lent to the one before
    _add_pictures(made, markdown, folder)
    made.markContentsDirty(0, made.characterCount())


def _add_pictures(made: QTextDocument, markdown: str, folder: Path) -> None:
    """Lend the pictures that are named, no wider than the text."""
    for name in PICTURE.findall(markdown):
        picture = QImage(str(folder / PICTURES / name))
        if picture.width() > _WIDEST:
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = picture.scaledToWidth(_WIDEST * _SHARP, smooth)
            shown.setDevicePixelRatio(_SHARP)
            picture = shown
        made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)


def _draw(painter: QPainter, text: QTextDocument, page: int, paper: _Paper) -> None:
    painter.save()
    painter.translate(0, -page * paper.height)
    text.drawContents(painter, QRectF(0, page * paper.height, paper.width, paper.height))
    painter.restore()
    foot = QRectF(0, paper.height, paper.width, _FOOT / 25.4 * _DPI)
    painter.drawText(
        foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(page + 1)
    )


def _plain(title: str) -> str:
    return title.replace("&", "&amp;").replace("<", "&lt;")
