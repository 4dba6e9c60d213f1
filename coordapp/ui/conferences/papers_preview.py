"""The papers of a conference beside what is being typed."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from coordapp.services import exports
from coordapp.store import units
from coordapp.ui.conferences.paper_bar import PaperBar
from coordapp.ui.conferences.preview import Preview
from coordapp.ui.context import Context
from coordapp.ui.jobs import Job
from coordapp.ui.widgets.progress_strip import ProgressStrip


class PapersPreview(Preview):
    """Shows the paper chosen in its bar."""

    kinds = "PDF (*.pdf);;Word (*.docx)"

    def __init__(
        self, context: Context, folder: Path, strip: ProgressStrip, parent: QWidget | None = None
    ) -> None:
        self.bar = PaperBar()
        super().__init__(context, folder, strip, parent)
        self.bar.paper_changed.connect(self._choose_paper)
        self.bar.changed.connect(self._make)

    def head(self) -> QLayout:
        """Lay out the choices; the form is one of them."""
        self.bar.take_style(self.style_choice)
        column = QVBoxLayout()
        column.addWidget(self.bar)
        return column

    def named(self) -> str:
        """Name a file after the paper, its unit and the conference."""
        return self.bar.name(self._code)

    def show_minutes(self, code: str) -> None:
        """Follow a conference, and the units an extract may be for."""
        self.bar.show_units(units.all_units(self._context.store.reader))
        super().show_minutes(code)

    @Slot()
    def _choose_paper(self) -> None:
        # the pages of another paper must not be printed or saved under this name
        self.document.close()
        self._allow()
        self._make()

    def _start(self, target: Path) -> Job:
        path = self._context.store.path
        request = self.bar.request(self._code, self.style_choice.value())
        return self._context.jobs.start(
            lambda step: exports.export_paper(path, request, target, step)
        )
