"""The Excel forms of programmes, directives, indicators, models and reports due."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coordapp.services.exports.case_exports import CaseExport
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import EXCEL, ask_target


class CaseFormActions(QObject):
    """Asks for a place and has the form written in the background."""

    def __init__(self, context: Context, page: QWidget, strip: ProgressStrip) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._strip = strip

    def ask(self, export: CaseExport, name: str, request: CaseRequest) -> None:
        """Ask for a place and write a form there."""
        day = f"{self._context.today:%d.%m.%Y}"
        proposed = self._context.store.path.parent / f"{name} ({day}).xlsx"
        target = ask_target(self._page, "Xuất Excel", proposed, EXCEL)
        if target:
            self.write(export, request, target)

    def write(self, export: CaseExport, request: CaseRequest, target: Path) -> None:
        """Write a form to a file."""
        context, path = self._context, self._context.store.path
        job = context.jobs.start(lambda step: export(path, request, target, step))
        self._strip.watch(job, target)
