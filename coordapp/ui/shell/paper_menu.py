"""The menu of papers: what is seen into Excel or onto paper, the papers of a conference."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coordapp.domain.documents.papers import Paper
from coordapp.domain.words.labels import PAPER
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import ExportRegister, OpenPaper
from coordapp.ui.kit.page import Page
from coordapp.ui.shell.verify import Verifier


class PaperMenu(QObject):
    """Asks the page that is seen."""

    def __init__(self, window: QWidget, context: Context, page: Callable[[], Page]) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._page = page
        self._verifier = Verifier(window, context)

    def fill(self, menu: QMenu) -> None:
        """Add the actions."""
        make = shortcuts.action
        menu.addAction(make(self._window, "Xuất Excel…", "Ctrl+E", self.export))
        menu.addAction(make(self._window, "In trang đang xem…", "Ctrl+P", self._print))
        menu.addAction("Xuất sổ theo dõi nhiệm vụ…", self._export_register)
        of_conference = menu.addMenu("Của hội nghị đang chọn")
        for paper, words in PAPER.items():
            of_conference.addAction(words, self._show_paper).setData(paper)
        menu.addAction("Kiểm tra tệp đã ký…", self._verifier.ask)

    @Slot()
    def export(self) -> None:
        """Write into Excel what the page shows."""
        self._page().export_excel()

    @Slot()
    def _print(self) -> None:
        self._page().print_list()

    @Slot()
    def _export_register(self) -> None:
        self._context.navigate(ExportRegister())

    @Slot()
    def _show_paper(self) -> None:
        """Show a paper of the conference that is chosen, ready to be checked and printed."""
        action = self.sender()
        if isinstance(action, QAction):
            self._context.navigate(OpenPaper(paper=Paper(action.data())))
