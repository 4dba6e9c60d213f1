"""A list as it will be printed."""

from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.listing import Listing
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.list_exports import ListingRequest, export_listing
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Job
from coordapp.ui.papers.preview import PaperPreview
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (1000, 680)


class ListPreview(PaperPreview):
    """Shows a list in the same way as minutes are shown."""

    noun = "Danh sách"

    def __init__(
        self, context: Context, listing: Listing, folder: Path, strip: ProgressStrip
    ) -> None:
        super().__init__(context, folder, strip)
        self._listing = listing
        self.show_minutes(listing.title)

    def named(self) -> str:
        """Propose the title of the list."""
        return self._listing.title

    def _start(self, target: Path) -> Job:
        style: DocumentStyle = self.style_choice.value()
        form = FormRequest(as_of=self._context.today, style=style)
        request = ListingRequest(listing=self._listing, asked=form)
        path = self._context.store.path
        return self._context.jobs.start(lambda step: export_listing(path, request, target, step))


class ListDialog(Dialog):
    """Holds the preview, and the file behind it as long as it is open."""

    def __init__(self, context: Context, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("In danh sách")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._temporary = QTemporaryDir()
        strip = ProgressStrip(context.run, self)
        self.preview = ListPreview(context, listing, Path(self._temporary.path()), strip)
        column = QVBoxLayout(self)
        column.addWidget(strip)
        column.addWidget(self.preview, 1)
        self.finished.connect(self.preview.give_up)
