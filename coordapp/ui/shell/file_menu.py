"""The menu of files: each file has a window and a process of its own."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from coordapp import identity, starting
from coordapp.services.committee import committee_actions
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.kit.context import Context
from coordapp.ui.shell.recent_menu import RecentMenu
from coordapp.ui.widgets import outside
from coordapp.ui.widgets.save_as import REGISTER, ask_target

if TYPE_CHECKING:
    from coordapp.ui.importing.import_actions import ImportActions

_NEW = f"Sổ mới.{identity.EXTENSION}"


class FileMenu(QObject):
    """Opens other files and makes new ones, beside the one that is open."""

    def __init__(self, window: QWidget, context: Context, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._settings = settings

    @cached_property
    def importing(self) -> "ImportActions":
        """What brings in a file, loaded when somebody first does."""
        from coordapp.ui.importing.import_actions import ImportActions

        return ImportActions(self._context, self._window, self._settings)

    def fill(self, menu: QMenu) -> None:
        """Add the actions."""
        menu.addAction("Mở sổ khác…", "Ctrl+O", self.ask_open)
        self.recent = RecentMenu(self._context.store.path, self)
        self.recent.fill(menu)
        self.recent.chosen.connect(self.open)
        menu.addAction("Tạo sổ mới…", "Ctrl+Alt+N", self.ask_new)
        menu.addAction("Nhập từ Excel…", "Ctrl+I", self.ask_import)
        menu.addAction("Mở thư mục chứa sổ", self.show_folder)
        menu.addSeparator()
        menu.addAction("Đóng", "Ctrl+Q", self._window.close)

    @Slot()
    def ask_open(self) -> None:
        """Choose a file and open it in a window of its own."""
        beside = self._context.store.path.absolute().parent
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Mở sổ", str(beside), REGISTER)
        if chosen:
            self.open(Path(chosen))

    @Slot(Path)
    def open(self, path: Path) -> None:
        """Open a file in a window of its own."""
        open_in_new_window(path)

    @Slot()
    def ask_new(self) -> None:
        """Choose a name, make an empty file there and open it."""
        proposed = self._context.store.path.absolute().with_name(_NEW)
        target = ask_target(self._window, "Tạo sổ mới", proposed, REGISTER)
        if target and self._context.run(lambda: make(target)):
            open_in_new_window(target)

    @Slot()
    def ask_import(self) -> None:
        """Choose a table of others and show what it would bring."""
        self.importing.ask_file()

    @Slot()
    def show_folder(self) -> None:
        """Show where the open file is."""
        folder = self._context.store.path.absolute().parent
        if not outside.hand_over(folder):
            self._context.messages.say(outside.no_program(folder))


def make(path: Path) -> None:
    """Make an empty file with its committee and days off. Raises StoreError."""
    store = Store.create(path)
    try:
        committee_actions.set_up(store)
    finally:
        store.close()


def open_in_new_window(path: Path) -> None:
    """Start the program on a file, as another process."""
    program, *words = starting.window(str(path))
    process = QProcess()
    process.setProgram(program)
    process.setArguments(words)
    environment = QProcessEnvironment()
    for name, value in starting.environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    start(process)


def start(process: QProcess) -> None:
    """Let a process go its own way."""
    process.startDetached()
