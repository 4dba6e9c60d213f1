"""The left edge of the window: whose register this is, the pages, and the look."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.settings import Settings
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.look import icons, theme
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.widgets.card import button, label

_KEYS = tuple(entry.key for entry in PAGES)


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
        self.setFixedWidth(214)
        title = label("Sổ Điều phối", "card-title")
        title.setWordWrap(False)
        self.committee: QLabel = label("", "secondary")
        self.pages = QListWidget()
        self.pages.setObjectName("nav")
        self.pages.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.pages.setAccessibleName("Các trang")
        for entry in PAGES:
            self.pages.addItem(QListWidgetItem(icons.icon(entry.icon), entry.title))
        self.look = button("", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.committee)
        column.addSpacing(8)
        column.addWidget(self.pages, 1)
        column.addWidget(self.look)
        self._say_look()
        self.pages.currentRowChanged.connect(self._tell)
        self.pages.itemActivated.connect(self.entered)
        self.look.clicked.connect(self._switch_look)

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
        theme.apply(self._app, dark=dark)
        self._say_look()

    def _say_look(self) -> None:
        dark = bool(self._settings.get("dark", False))
        self.look.setText("Nền sáng" if dark else "Nền tối")
        self.look.setIcon(icons.icon("sun" if dark else "moon"))
