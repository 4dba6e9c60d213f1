"""A paper over the whole window, to be proof-read: pages, search, size, and the way back."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.kernel.text import nfc
from coordapp.ui.kit import shortcuts
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.search_box import SearchBox

_STEP = 1.2
_SMALLEST, _LARGEST = 0.25, 5.0
_PAGES = 130  # wide; in pixels
_THUMB = QSize(84, 118)


class PaperReader(Dialog):
    """Shows the document of a preview, so that it follows whatever that makes anew."""

    def __init__(self, document: QPdfDocument, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._count = 0  # of pages
        self._found: tuple[str, int] = ("", -1)
        self._from: list[tuple[int, QPointF]] = []  # where a search or a page list led away from
        self.view = QPdfView(self)
        self.pages = QListWidget(self)
        self.search = SearchBox("Tìm trong văn bản", self)
        self.matches = QPdfSearchModel(self)
        self.said: QLabel = label("", "secondary", self, wraps=False)
        self.page: QLabel = label("", "secondary", self, wraps=False)
        self._build()
        self._connect()
        self._show_document(document.status())

    def _build(self) -> None:
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setAccessibleName("Văn bản để soát")
        self.matches.setDocument(self.document)
        self.view.setSearchModel(self.matches)
        self.pages.setFixedWidth(theme.scaled(_PAGES))
        self.pages.setAccessibleName("Các trang của văn bản")
        self.pages.setIconSize(_THUMB)
        self.back = button(
            "Chỗ trước", "quiet", "chevron-left", self, tip="Trở lại chỗ vừa xem (Alt+←)"
        )
        self.fit = button("Vừa chiều ngang", "plain", parent=self, tip="Ctrl+0")
        self.smaller = button("Nhỏ hơn", "plain", parent=self, tip="Ctrl+−")
        self.larger = button("Lớn hơn", "plain", parent=self, tip="Ctrl++")
        self.close_button = button("Đóng", "plain", "x", self, tip="Esc")
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.back, self.search, self.said):
            head.addWidget(part)
        head.addStretch(1)
        for part in (self.page, self.smaller, self.larger, self.fit, self.close_button):
            head.addWidget(part)
        body = QHBoxLayout()
        body.addWidget(self.pages)
        body.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.document.statusChanged.connect(self._show_document)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)
        self.pages.itemActivated.connect(self._go_to_item)
        self.pages.itemClicked.connect(self._go_to_item)
        self.search.searched.connect(self.find)
        self.matches.countChanged.connect(self._tell_matches)
        self.fit.clicked.connect(self.fit_width)
        self.smaller.clicked.connect(self.zoom_out)
        self.larger.clicked.connect(self.zoom_in)
        self.back.clicked.connect(self.jump_back)
        self.close_button.clicked.connect(self.close)
        self.view.viewport().installEventFilter(self)
        for words, keys, act in (
            ("Tìm trong văn bản", ("Ctrl+F",), self._start_search),
            ("Chỗ khớp tiếp theo", ("F3",), self.next_match),
            ("Phóng to", ("Ctrl++", "Ctrl+="), self.zoom_in),
            ("Thu nhỏ", ("Ctrl+-",), self.zoom_out),
            ("Vừa chiều ngang", ("Ctrl+0",), self.fit_width),
            ("Trở lại chỗ vừa xem", ("Alt+Left",), self.jump_back),
        ):
            shortcuts.action(self, words, keys, act)

    def open_over(self, window: QWidget) -> None:
        """Open over all of a window, with the keys in the paper."""
        self.resize(window.size())
        self.move(window.mapToGlobal(window.rect().topLeft()))
        self.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the document

    @Slot(QPdfDocument.Status)
    def _show_document(self, status: QPdfDocument.Status) -> None:
        """List the pages anew whenever the paper is made anew; the place stays."""
        if status is not QPdfDocument.Status.Ready:
            return
        count = self._count = self.document.pageCount()
        while self.pages.count() > count:
            self.pages.takeItem(self.pages.count() - 1)
        while self.pages.count() < count:
            self.pages.addItem(QListWidgetItem(f"Trang {self.pages.count() + 1}"))
        self._show_page()

    @Slot()
    def _show_page(self) -> None:
        # the paper itself may be gone: a window that closes lets go of it first
        page, count = self.view.pageNavigator().currentPage(), self._count
        self.page.setText(f"Trang {page + 1}/{count}" if count else "")
        self.pages.setCurrentRow(page)

    @Slot(QListWidgetItem)
    def _go_to_item(self, item: QListWidgetItem) -> None:
        self._leave_for(self.pages.row(item), QPointF())

    # --- size

    @Slot()
    def fit_width(self) -> None:
        """Draw the page as wide as the window."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    @Slot()
    def zoom_in(self) -> None:
        """Draw larger."""
        self._zoom(_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Draw smaller."""
        self._zoom(1 / _STEP)

    def zoom(self) -> float:
        """Give the size of the page drawn against its size on paper, at 72 dots an inch."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom:
            return self.view.zoomFactor()
        points = self.document.pagePointSize(self.view.pageNavigator().currentPage())
        margins = self.view.documentMargins()
        dots = self.view.screen().logicalDotsPerInch() / 72
        room = self.view.viewport().width() - margins.left() - margins.right()
        return room / (points.width() * dots) if points.width() else 1.0

    def _zoom(self, factor: float) -> None:
        wanted = min(max(self.zoom() * factor, _SMALLEST), _LARGEST)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl and the wheel draw larger or smaller."""
        if (
            isinstance(event, QWheelEvent)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            return True
        return super().eventFilter(watched, event)

    # --- search

    @Slot()
    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def find(self, text: str) -> None:
        """Mark every place where these words stand, and go to the first."""
        self._found = (text, -1)
        self.matches.setSearchString(nfc(text))
        self._tell_matches()

    @Slot()
    def _tell_matches(self) -> None:
        text, at = self._found
        count = self.matches.rowCount(QModelIndex()) if text else 0
        if count and at < 0:
            self.next_match()
            return
        place = f"{at + 1}/{count} chỗ" if count else "Không thấy"
        self.said.setText(place if text else "")

    @Slot()
    def next_match(self) -> None:
        """Go to the next place, after the last one to the first."""
        text, at = self._found
        count = self.matches.rowCount(QModelIndex())
        if not text or not count:
            return
        self._found = (text, (at + 1) % count)
        self.view.setCurrentSearchResultIndex(self._found[1])
        link = self.matches.resultAtIndex(self._found[1])
        self._leave_for(link.page(), link.location())
        self._tell_matches()

    def _leave_for(self, page: int, place: QPointF) -> None:
        navigator = self.view.pageNavigator()
        self._from.append((navigator.currentPage(), navigator.currentLocation()))
        navigator.jump(page, place)

    @Slot()
    def jump_back(self) -> None:
        """Go back to where a search or the list of pages led away from."""
        if self._from:
            self.view.pageNavigator().jump(*self._from.pop())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for the next place by Enter in the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.next_match()
        else:
            super().keyPressEvent(event)
