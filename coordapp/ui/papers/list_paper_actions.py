"""Any list as Excel, exactly as it is shown."""

from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from coordapp.domain.figures.listing import Listing
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.listing import shown_columns, shown_parts
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import EXCEL, ask_target

R = TypeVar("R")


class ListPaperActions(QObject):
    """Asks for a place and has the list written in the background."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.strip = ProgressStrip(context.run, page)

    def ask(self, title: str, view: TableView[R], model: RecordModel[R], words: str = "") -> None:
        """Ask for a place and write the rows and columns shown; `words` say what filters them."""
        self.ask_listing(shown(title, view, model, words))

    def ask_listing(self, listing: Listing) -> None:
        """Ask for a place and write a list there."""
        day = f"{self._context.today:%d.%m.%Y}"
        proposed = self._context.store.path.parent / f"{listing.title} ({day}).xlsx"
        target = ask_target(self._page, "Xuất Excel", proposed, EXCEL)
        if target:
            self.write(target, listing)

    def write(self, target: Path, listing: Listing) -> None:
        """Write a list to a file."""
        # what makes papers takes a while to load, and every page can write its list
        from coordapp.services.exports.form_reading import FormRequest
        from coordapp.services.exports.list_exports import ListingRequest, export_listing

        context = self._context
        request = ListingRequest(listing=listing, asked=FormRequest(as_of=context.today))
        work = partial(export_listing, context.store.path, request, target)
        self.strip.watch(context.jobs.start(lambda step: work(step=step)), target)

    def preview(self, listing: Listing) -> None:
        """Show the pages of a list, to be printed or saved."""
        # the reader of PDF takes a while to load: not before somebody prints
        from coordapp.ui.papers.list_dialog import ListDialog

        self.dialog: QDialog = ListDialog(self._context, listing, self._page)
        self.dialog.open()


def shown(title: str, view: TableView[R], model: RecordModel[R], words: str = "") -> Listing:
    """Take a table exactly as it is shown."""
    return Listing(
        title=title,
        columns=shown_columns(view, model),
        parts=shown_parts(view, model),
        filtered=words,
    )
