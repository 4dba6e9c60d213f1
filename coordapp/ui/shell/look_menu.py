"""How the window is drawn, as a person likes it: size of type, height of rows."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coordapp.settings import Settings
from coordapp.ui.kit import shortcuts
from coordapp.ui.look import text_scale, theme

TYPE_SIZE, ROWS = "type_size", "dense_rows"
_LOW = 900  # pixels of a screen on which the rows are dense until a person says otherwise
_ROW_WORDS = {False: "Dòng thoáng", True: "Dòng gọn"}


def dress(app: QApplication, settings: Settings) -> None:
    """Dress the program as the settings say; what they do not say follows the screen."""
    theme.set_dense(app, dense=_is_dense(app, settings))
    theme.apply(app, dark=bool(settings.get("dark", False)), base_px=_type_size(settings))


class LookMenu(QObject):
    """Offers the sizes and the density; a choice takes effect at once and is kept."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._settings = settings
        self._window = window
        self.menu = QMenu()

    def fill(self, menu: QMenu) -> None:
        """Put the choices into a menu."""
        self.menu = menu
        rows = QActionGroup(self)
        dense = _is_dense(self._app, self._settings)
        for value, words in _ROW_WORDS.items():
            rows.addAction(self._entry(words, value, chosen=value == dense))
        rows.triggered.connect(self._choose_rows)
        menu.addActions(rows.actions())
        sizes = QActionGroup(self)
        for px in range(theme.SMALLEST_PX, theme.LARGEST_PX + 1):
            sizes.addAction(self._entry(f"Cỡ chữ {px}", px, chosen=px == theme.base_px()))
        sizes.triggered.connect(self._choose_size)
        menu.addMenu("Cỡ chữ").addActions(sizes.actions())

    def add_fold(self, switch_fold: Callable[[], None]) -> None:
        """Offer to fold the navigation to icons."""
        words = "Thu gọn, mở rộng danh sách trang"
        self.menu.addAction(shortcuts.action(self._window, words, "Ctrl+B", switch_fold))

    def _entry(self, words: str, value: object, *, chosen: bool) -> QAction:
        entry = QAction(words, self)
        entry.setCheckable(True)
        entry.setChecked(chosen)
        entry.setData(value)
        return entry

    @Slot(QAction)
    def _choose_rows(self, entry: QAction) -> None:
        self._keep(ROWS, bool(entry.data()))

    @Slot(QAction)
    def _choose_size(self, entry: QAction) -> None:
        self._keep(TYPE_SIZE, int(entry.data()))

    def _keep(self, key: str, value: bool | int) -> None:
        self._settings.put(key, value)
        self._settings.save()
        dress(self._app, self._settings)
        self.changed.emit()


def _type_size(settings: Settings) -> int:
    size = settings.get(TYPE_SIZE)
    known = isinstance(size, int) and theme.SMALLEST_PX <= size <= theme.LARGEST_PX
    return int(size) if known else theme.px_at(text_scale.asked_of_windows())


def _is_dense(app: QApplication, settings: Settings) -> bool:
    chosen = settings.get(ROWS)
    if isinstance(chosen, bool):
        return chosen
    return app.primaryScreen().availableSize().height() < _LOW
