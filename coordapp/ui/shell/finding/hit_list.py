"""The list below the search box: hits by kind, with the words that were sought in bold."""

import html
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.matching import Sought, marked
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.words.labels import KIND
from coordapp.store.finding.search_groups import SearchGroup
from coordapp.store.finding.search_hits import SearchHit
from coordapp.ui.kit.navigation import (
    OpenConference,
    OpenIndicator,
    OpenMember,
    OpenPractice,
    OpenProgramme,
    OpenSummary,
    OpenTask,
    OpenTasks,
    OpenTemplate,
    Route,
    TaskChip,
)
from coordapp.ui.look import theme
from coordapp.ui.tables.delegates import fields_of
from coordapp.ui.tables.model import Index

_ROUTE = Qt.ItemDataRole.UserRole
_SHOWN_AS = Qt.ItemDataRole.UserRole + 1
_LONGEST = 160
_SIDE, _TOP = 10, 4


class HitList(QListWidget):
    """Heads say a kind and how many there are; a row below leads to what it names."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search-hits")
        self.setAccessibleName("Kết quả tìm")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_MarkedLines(self))
        self.itemClicked.connect(self._open)
        self.hide()

    def show_groups(self, groups: Iterable[SearchGroup], sought: Sought, typed: str) -> None:
        """List the hits; nothing found is said."""
        self.clear()
        for group in groups:
            self._add_head(f"{KIND[group.kind]} · {group.count}")
            for hit in group.hits:
                self._add_hit(hit, sought)
            if group.kind is Kind.TASK and group.count > len(group.hits):
                every = OpenTasks(chip=TaskChip.ALL, text=typed)
                words = f"Xem cả {group.count} nhiệm vụ trong danh sách"
                self._add(f"{KIND[group.kind]} · {words}", _marked(words, None), every)
        if not self.count():
            self._add_head(f"Không thấy “{one_line(typed)[:40]}”. Hãy thử ít chữ hơn.")

    def _add_head(self, words: str) -> None:
        self._add(words, f"<b>{html.escape(words)}</b>", None)

    def _add_hit(self, hit: SearchHit, sought: Sought) -> None:
        excerpt, title = one_line(hit.excerpt), one_line(hit.title)
        if len(excerpt) > _LONGEST:
            excerpt = f"{excerpt[:_LONGEST]}…"
        lines = [_marked(title, sought)]
        if excerpt.removesuffix("…") not in title:
            lines.append(f"<small>{_marked(excerpt, sought)}</small>")
        said = f"{KIND[hit.kind]} · {hit.title}\n{excerpt}"
        self._add(said, "<br>".join(lines), _route(hit))

    def _add(self, said: str, shown_as: str, route: Route | None) -> None:
        item = QListWidgetItem(said)
        item.setData(_ROUTE, route)
        item.setData(_SHOWN_AS, shown_as)
        if route is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    # --- moving

    def choose_first(self) -> None:
        """Choose the first hit."""
        self.setCurrentRow(-1)
        self.step(1)

    def step(self, by: int) -> None:
        """Choose the next hit in a direction, past the heads; at the end stay."""
        row = self.currentRow() + by
        while 0 <= row < self.count():
            if self.item(row).data(_ROUTE) is not None:
                self.setCurrentRow(row)
                return
            row += by

    def open_current(self) -> bool:
        """Lead to the hit that is chosen; False when none is."""
        item = self.currentItem()
        return item is not None and self._open(item)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> bool:
        route = item.data(_ROUTE)
        if route is None:
            return False
        self.opened.emit(route)
        return True


class _MarkedLines(QStyledItemDelegate):
    """Paints one or two lines, the sought words bold and underlined: not by colour alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        made = self._document(option, index)
        return QSize(0, int(made.size().height()) + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = fields_of(QStyleOptionViewItem(option))
        self.initStyleOption(shown, index)
        shown.text = ""
        view = self.parent()
        if isinstance(view, QListWidget):
            view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, view)
        tokens = theme.current()
        is_head = index.data(_ROUTE) is None
        # the stubs leave out the fields of a context
        context: Any = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(
            QPalette.ColorRole.Text, QColor(tokens.secondary if is_head else tokens.text)
        )
        context.palette = palette
        painter.save()
        painter.setClipRect(shown.rect)
        painter.translate(shown.rect.left() + _SIDE, shown.rect.top() + _TOP)
        made = self._document(option, index)
        made.documentLayout().draw(painter, context)
        painter.restore()

    def _document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(fields_of(option).font)
        made.setHtml(str(index.data(_SHOWN_AS)))
        view = self.parent()
        if isinstance(view, QListWidget):
            # a long title goes on in the next line: nothing of it is cut
            made.setTextWidth(view.viewport().width() - 2 * _SIDE)
        return made


def _marked(text: str, sought: Sought | None) -> str:
    """Write a text as HTML, with the sought words marked."""
    text, parts, done = nfc(text), list[str](), 0
    for start, end in [] if sought is None else marked(sought, text):
        parts += [html.escape(text[done:start]), f"<b><u>{html.escape(text[start:end])}</u></b>"]
        done = end
    return "".join((*parts, html.escape(text[done:])))


def _route(hit: SearchHit) -> Route:
    match hit.opens:
        case Kind.TASK:
            return OpenTask(code=hit.code)
        case Kind.CONFERENCE:
            return OpenConference(code=hit.code, kind=hit.kind, record_id=hit.record_id)
        case Kind.TASK_TEMPLATE | Kind.TASK_TEMPLATE_ITEM:
            return OpenTemplate(kind=hit.opens, record_id=hit.opens_id)
        case Kind.PROGRAMME | Kind.DIRECTIVE:
            return OpenProgramme(kind=hit.opens, record_id=hit.opens_id)
        case Kind.INDICATOR:
            return OpenIndicator(record_id=hit.opens_id)
        case Kind.PRACTICE | Kind.MOVEMENT | Kind.REPORT_DUE | Kind.PRACTICE_COUNT:
            return OpenPractice(kind=hit.opens, record_id=hit.opens_id)
        case Kind.SUMMARY:
            return OpenSummary(record_id=hit.opens_id)
        case _:
            return OpenMember(kind=hit.opens, record_id=hit.opens_id)
