"""Any list as Excel, exactly as it is shown."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from coordapp.domain.listing import Listing
from coordapp.services.form_reports import Asked
from coordapp.services.listings import ListingRequest, export_listing
from coordapp.ui.context import Context
from coordapp.ui.tables.listing import shown_columns, shown_parts
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.strip import ExportStrip


class ListExport(QObject):
    """Asks for a place and has the list written in the background."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.strip = ExportStrip(context.run, page)

    def ask(
        self, title: str, view: TableView[Any], model: RecordModel[Any], words: str = ""
    ) -> None:
        """Ask for a place and write the rows and columns shown; `words` say what filters them."""
        day = f"{self._context.today:%d.%m.%Y}"
        proposed = str(self._context.store.path.parent / f"{title} ({day}).xlsx")
        typed, _ = QFileDialog.getSaveFileName(self._page, "Xuất Excel", proposed, "Excel (*.xlsx)")
        if typed:
            self.write(Path(typed), title, view, model, words)

    def write(
        self,
        target: Path,
        title: str,
        view: TableView[Any],
        model: RecordModel[Any],
        words: str = "",
    ) -> None:
        """Write the rows and columns shown to a file."""
        context = self._context
        listing = Listing(
            title=title,
            columns=shown_columns(view, model),
            parts=shown_parts(view, model),
            filtered=words,
            total="",
        )
        request = ListingRequest(listing=listing, asked=Asked(as_of=context.today))
        work = partial(export_listing, context.store.path, request, target)
        self.strip.watch(context.jobs.start(lambda step: work(step=step)), target)
