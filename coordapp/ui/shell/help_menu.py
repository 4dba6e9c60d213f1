"""The menu of help: the manual at the place one is, the keys, and what program this is."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coordapp.ui.kit import helping
from coordapp.ui.kit.context import Context


class HelpMenu(QObject):
    """Opens windows that stay beside the work; each is loaded when somebody first asks for it."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context

    def fill(self, menu: QMenu, manual: QAction, keys: QAction) -> None:
        """Add the entries; the two that have keys belong to the window."""
        menu.addActions([manual, keys])
        menu.addAction("In hướng dẫn ra PDF…", self.ask_save_manual)
        menu.addSeparator()
        menu.addAction("Giới thiệu", self.show_about)

    def show_manual(self, over: QWidget, seen: QWidget) -> None:
        """Open the manual over a window, at what is seen there."""
        from coordapp.ui.manual.manual_window import ManualWindow, open_over

        is_new = over.findChild(ManualWindow) is None
        shown = open_over(over, helping.places_of(seen))
        if is_new:
            shown.save.show()
            shown.save_requested.connect(self.ask_save_manual)

    @Slot()
    def ask_save_manual(self) -> None:
        """Ask for a place and write the manual there as PDF."""
        from coordapp.ui.manual import manual_pages
        from coordapp.ui.manual.manual_text import shipped
        from coordapp.ui.widgets.save_as import PDF, ask_target

        proposed = self._context.store.path.absolute().with_name(f"{manual_pages.TITLE}.pdf")
        target = ask_target(self._window, "Lưu hướng dẫn", proposed, PDF)
        if target and self._context.run(lambda: manual_pages.write(shipped(), target)):
            self._context.messages.say(f"Đã lưu {target.name}")

    @Slot()
    def show_about(self) -> None:
        """Show what program this is."""
        from coordapp.ui.shell.about_dialog import AboutDialog

        shown = self._window.findChild(AboutDialog) or AboutDialog(self._context, self._window)
        shown.show()
        shown.activateWindow()
