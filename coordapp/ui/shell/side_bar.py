"""The left edge of the window: whose register this is, the pages, and the look."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coordapp.settings import Settings
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.look import icons, theme
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.widgets.card import button, label

_KEYS = tuple(entry.key for entry in PAGES)
_WIDE, _NARROW = 214, 60
FOLDED = "nav_folded"


class SideBar(QWidget):
    """Tells which page was chosen, and that the keyboard is to go there."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, app: QApplication, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_tight = False  # the window has no room for words at its side
        self._is_folded = False
        self.title = label("Sổ Điều phối", "card-title")
        self.title.setWordWrap(False)
        self.committee: QLabel = label("", "secondary")
        self.pages = QListWidget()
        self.pages.setObjectName("nav")
        self.pages.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.pages.setAccessibleName("Các trang")
        self.pages.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for entry in PAGES:
            self.pages.addItem(QListWidgetItem(icons.icon(entry.icon), entry.title))
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setMinimumHeight(0)
        self.look = button("", "quiet")
        self.fold = button("", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.committee)
        column.addSpacing(8)
        column.addWidget(self.pages, 1)
        column.addWidget(self.look)
        column.addWidget(self.fold)
        self._show_folded()
        self.pages.currentRowChanged.connect(self._tell)
        self.pages.itemActivated.connect(self.entered)
        self.pages.itemClicked.connect(self.entered)
        self.look.clicked.connect(self._switch_look)
        self.fold.clicked.connect(self.switch_fold)

    @property
    def current(self) -> PageKey:
        """The page that is marked."""
        return _KEYS[max(self.pages.currentRow(), 0)]

    def mark(self, key: PageKey) -> None:
        """Mark the page that is shown."""
        self.pages.setCurrentRow(_KEYS.index(key))

    @Slot(int)
    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(_KEYS[row])

    @Slot()
    def _switch_look(self) -> None:
        dark = not self._settings.get("dark", False)
        self._settings.put("dark", dark)
        theme.apply(self._app, dark=dark, base_px=theme.base_px())
        self.show_look()

    # --- words or icons

    @property
    def is_folded(self) -> bool:
        """Tell whether only the icons are seen."""
        return self._is_folded

    def set_tight(self, tight: bool) -> None:
        """Fold to icons where the window is narrow, unless a person chose otherwise."""
        if tight != self._is_tight:
            self._is_tight = tight
            self._show_folded()

    @Slot()
    def switch_fold(self) -> None:
        """Show the words or only the icons, and keep to it."""
        self._settings.put(FOLDED, not self._is_folded)
        self._show_folded()

    def show_look(self) -> None:
        """Follow the look and the size of type."""
        self._show_folded()

    def _show_folded(self) -> None:
        chosen = self._settings.get(FOLDED)
        self._is_folded = folded = chosen if isinstance(chosen, bool) else self._is_tight
        self.setFixedWidth(theme.scaled(_NARROW if folded else _WIDE))
        for part in (self.title, self.committee):
            part.setVisible(not folded)
        for row, entry in enumerate(PAGES):
            item = self.pages.item(row)
            item.setText("" if folded else entry.title)
            item.setToolTip(entry.title if folded else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)
        dark = bool(self._settings.get("dark", False))
        _say(self.look, "Nền sáng" if dark else "Nền tối", "sun" if dark else "moon", folded)
        words, icon = ("Mở rộng", "chevron-right") if folded else ("Thu gọn", "chevron-left")
        _say(self.fold, words, icon, folded)


def _say(shown: QPushButton, words: str, icon: str, folded: bool) -> None:
    shown.setText("" if folded else words)
    shown.setToolTip(words if folded else "")
    shown.setAccessibleName(words)
    shown.setIcon(icons.icon(icon))
