"""What the page of conferences prints: the list in front of the reader, else the paper shown."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from coordapp.domain.conferences.conference import Conference
from coordapp.domain.figures.listing import Listing
from coordapp.ui.conferences.conference_tables import ConferenceTable
from coordapp.ui.conferences.preview_pane import PreviewPane
from coordapp.ui.kit.context import Context
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown

_NO_LIST = (
    "Phần đang mở không có danh sách. Hãy mở Chương trình, Thành phần hoặc Phát biểu để xuất Excel."
)
_NO_PAPER = "Chưa có văn bản nào để in. Hãy chọn một hội nghị, rồi chọn văn bản ở bên phải."


class PagePaper(ListPaperActions):
    """Prints and writes the lists of the conference that is chosen."""

    def __init__(
        self, context: Context, page: QWidget, editors: QStackedWidget, pane: PreviewPane
    ) -> None:
        super().__init__(context, page)
        self._editors = editors
        self._pane = pane

    def print_seen(self, conference: Conference | None) -> None:
        """Print the list that is open; where none is, the paper in the preview."""
        listing = self._listing(conference)
        paper = self._pane.preview
        if listing is not None:
            self.preview(listing)
        elif conference is not None and paper is not None and paper.print.isEnabled():
            paper.print.click()
        else:
            self._context.messages.say(_NO_PAPER)

    def export_seen(self, conference: Conference | None) -> None:
        """Write the list that is open, or say where one is."""
        listing = self._listing(conference)
        if listing is None:
            self._context.messages.say(_NO_LIST)
        else:
            self.ask_listing(listing)

    def _listing(self, conference: Conference | None) -> Listing | None:
        if conference is None:
            return None
        here = self._editors.currentWidget()
        lists: Sequence[ConferenceTable[Any]] = [
            part
            for part in (here, *here.findChildren(QWidget))
            if isinstance(part, ConferenceTable)
        ]
        if not lists:
            return None
        part = lists[0]
        title = f"{part.title.text()} {conference.code}"
        return shown(title, part.table, part.model, conference.title)
