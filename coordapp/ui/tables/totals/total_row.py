"""The sums of a table in one line below its rows, cell under column, however far it is scrolled."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from coordapp.ui.look import theme
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView

R = TypeVar("R")
Cells = Callable[[], Mapping[str, str]]
ACROSS = ""  # the key of words that stand under all columns
_SIDE = 10


class TotalRow(QWidget, Generic[R]):
    """Not there while there is nothing to sum.

    Where the last row of the table is itself the sum (`last_is_total`), it is there only while
    that row is out of sight.
    """

    def __init__(
        self,
        table: TableView[R],
        model: RecordModel[R],
        cells: Cells,
        *,
        last_is_total: bool = False,
    ) -> None:
        super().__init__()
        self._table, self._model, self._read = table, model, cells
        self._last_is_total = last_is_total
        self.cells: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        for told in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            told.connect(self.refresh)
        header = table.horizontalHeader()
        for moved in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            moved.connect(self._repaint)
        table.horizontalScrollBar().valueChanged.connect(self._repaint)
        bar = table.verticalScrollBar()
        for scrolled in (bar.valueChanged, bar.rangeChanged):
            scrolled.connect(self._show_or_hide)

    @Slot()
    def refresh(self, *_told: object) -> None:
        """Sum again."""
        self.cells = self._read() if self._model.rowCount() else {}
        said = (f"{self._title(key)} {text}".strip() for key, text in self.cells.items() if text)
        self.setAccessibleName("; ".join(said))
        self._show_or_hide()
        self.update()

    @Slot()
    def _show_or_hide(self, *_told: object) -> None:
        self.setVisible(any(self.cells.values()) and not self._is_last_seen())

    @Slot()
    def _repaint(self, *_told: object) -> None:
        self.update()

    def _is_last_seen(self) -> bool:
        if not self._last_is_total:
            return False
        last = self._table.visualRect(self._model.index(self._model.rowCount() - 1, 0))
        return last.top() >= 0 and last.bottom() <= self._table.viewport().height()

    def _title(self, key: str) -> str:
        place = self._model.column_of(key)
        return "" if place is None else f"{self._model.columns[place].title}:"

    def sizeHint(self) -> QSize:
        return QSize(0, self._table.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def places(self) -> Iterator[tuple[str, str, QRect]]:
        """Give each cell with words: its column, its words, its place.

        Words may go on over columns beside them that have none.
        """
        if text := self.cells.get(ACROSS, ""):
            yield ACROSS, text, self.rect()
        header, columns = self._table.horizontalHeader(), self._model.columns
        shown = [header.logicalIndex(n) for n in range(header.count())]
        shown = [n for n in shown if not header.isSectionHidden(n)]
        metrics = QFontMetrics(self._type())
        for at, n in enumerate(shown):
            text = self.cells.get(columns[n].key, "")
            if not text:
                continue
            width, beside = header.sectionSize(n), at + 1
            needed = metrics.horizontalAdvance(text) + 2 * _SIDE
            while width < needed and beside < len(shown):
                if self.cells.get(columns[shown[beside]].key):
                    break
                width += header.sectionSize(shown[beside])
                beside += 1
            left = self._table.viewport().x() + header.sectionViewportPosition(n)
            yield columns[n].key, text, QRect(left, 0, width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.fillRect(self.rect(), QColor(colours.header))
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setFont(self._type())
        painter.setPen(QColor(colours.text))
        for key, text, place in self.places():
            room = place.adjusted(_SIDE, 0, -_SIDE, 0)
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | self._side_of(key), cut)

    def _side_of(self, key: str) -> Qt.AlignmentFlag:
        place = self._model.column_of(key)
        return Qt.AlignmentFlag.AlignLeft if place is None else self._model.columns[place].align

    def _type(self) -> QFont:
        font = QFont(self._table.font())
        font.setBold(True)
        return font

    def event(self, event: QEvent) -> bool:
        """Say a cell whole, with the title of its column, where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = (key for key, _, place in self.places() if place.contains(event.pos()))
            key = next(hit, None)
            words = "" if key is None else f"{self._title(key)} {self.cells[key]}".strip()
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def above(table: TableView[R], total: TotalRow[R]) -> QWidget:
    """Put a table above its sums, as one part of a page."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(table, 1)
    column.addWidget(total)
    both.setFocusProxy(table)
    return both
