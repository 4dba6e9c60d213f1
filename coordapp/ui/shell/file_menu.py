"""The menu of files: each file has a window and a process of its own."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from coordapp import identity, starting
from coordapp.services.committee import committee_actions
from coordapp.settings import Settings
from coordapp.ui.keeping.copy_care import CopyCare
from coordapp.ui.kit import outside
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import ShowTasks
from coordapp.ui.shell.recent_menu import RecentMenu
from coordapp.ui.widgets.save_as import REGISTER, ask_target

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

    from coordapp.ui.importing.import_actions import ImportActions
    from coordapp.ui.keeping.copies_dialog import CopiesDialog
    from coordapp.ui.keeping.handover_dialog import HandoverDialog
    from coordapp.ui.keeping.health_dialog import HealthDialog

_NEW = f"Sổ mới.{identity.EXTENSION}"


class FileMenu(QObject):
    """Opens other files and makes new ones, beside the one that is open."""

    def __init__(
        self, window: QWidget, context: Context, settings: Settings, care: CopyCare
    ) -> None:
        super().__init__(window)
        self._care = care
        self._window = window
        self._context = context
        self._settings = settings
        care.asked.connect(self.show_copies)

    @cached_property
    def importing(self) -> "ImportActions":
        """What brings in a file, loaded when somebody first does."""
        from coordapp.ui.importing.import_actions import ImportActions

        made = ImportActions(self._context, self._window, self._settings)
        made.brought.connect(self._show_tasks)
        return made

    @Slot(object)
    def _show_tasks(self, ids: frozenset[int]) -> None:
        self._context.navigate(ShowTasks(ids=ids))

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
        menu.addAction("Bản sao của sổ…", self.show_copies)
        menu.addAction("Lưu bản sao ra USB…", self.copy_to_stick)
        menu.addAction("Kiểm tra sổ…", self.check)
        menu.addAction("Bàn giao sổ…", self.ask_handover)
        menu.addAction("Xem tệp bàn giao…", self.ask_look_into)
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
    def open_sample(self) -> None:
        """Open a fresh sample in a window of its own."""
        open_in_new_window(None, "--sample")

    @Slot()
    def ask_new(self) -> None:
        """Choose a name, make an empty file there and open it."""
        proposed = self._context.store.path.absolute().with_name(_NEW)
        target = ask_target(self._window, "Tạo sổ mới", proposed, REGISTER)
        if target and self._context.run(lambda: committee_actions.write_new(target)):
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

    @Slot()
    def show_copies(self) -> "CopiesDialog":
        """List the copies of the register, with the ways into and out of them."""
        from coordapp.ui.keeping.copies_dialog import CopiesDialog

        dialog = CopiesDialog(self._context, self._care, self._window)
        dialog.restore_requested.connect(self._go_back)
        dialog.view_requested.connect(self._look_into)
        dialog.open()
        return dialog

    @Slot()
    def check(self) -> "HealthDialog":
        """Look through the whole register and tell what was found."""
        from coordapp.ui.keeping.health_dialog import HealthDialog

        dialog = HealthDialog(self._context, self._window)
        dialog.open()
        return dialog

    @Slot()
    def copy_to_stick(self) -> None:
        """Copy the register to a folder that is asked for."""
        self.show_copies().ask_stick()

    @Slot()
    def ask_handover(self) -> "HandoverDialog":
        """Lock the register into one file for whoever takes over."""
        from coordapp.ui.keeping.handover_dialog import HandoverDialog

        dialog = HandoverDialog(self._context, self._window)
        dialog.open()
        return dialog

    @Slot()
    def ask_look_into(self) -> None:
        """Choose a locked file, or a copy, and show it to be read only."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            "Xem tệp bàn giao",
            str(Path.home()),
            "Tệp bàn giao (*.zip);;Bản sao (*.db)",
        )
        if chosen:
            view_in_new_window(Path(chosen))

    @Slot(object)
    def _go_back(self, copy: Path) -> None:
        # a file is replaced only when nobody has it open
        self._care.chosen_copy = copy
        self._window.close()

    @Slot(object)
    def _look_into(self, copy: Path) -> None:
        view_in_new_window(copy)


def open_in_new_window(path: Path | None, *options: str) -> None:
    """Start the program on a file, or on what the options name, as another process."""
    from PySide6.QtCore import QProcess, QProcessEnvironment

    files = () if path is None else (str(path),)
    program, *words = starting.window(*options, *files)
    process = QProcess()
    process.setProgram(program)
    process.setArguments(words)
    environment = QProcessEnvironment()
    for name, value in starting.environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    start(process)


def view_in_new_window(path: Path) -> None:
    """Start the program on a file that is only looked into."""
    open_in_new_window(path, "--view")


def start(process: "QProcess") -> None:
    """Let a process go its own way."""
    process.startDetached()
