"""The room at the right of a conference, where its papers are seen as they will be printed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from coordapp.domain.documents.papers import Paper
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.state import State, sizes
from coordapp.ui.look import theme
from coordapp.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from coordapp.ui.papers.conference_preview import ConferencePreview

_NARROWEST = 310  # in pixels
_ROOM = 1040  # for all three
_SIZES = (190, 550, 346)  # list, editors, minutes


class PaneSplitter(QSplitter):
    """The list, the editors and, where there is room for it, the preview."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.is_tight = False

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the list and the editors: a paper can be read over the whole window."""
        needed = [self.widget(n).minimumSizeHint() for n in range(min(self.count(), 2))]
        width = sum(size.width() for size in needed) + self.handleWidth()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview's room to the editors where there is too little for both."""
        super().resizeEvent(event)
        is_tight = self.width() < theme.scaled(_ROOM)
        if is_tight != self.is_tight:
            self.is_tight = is_tight
            for n in range(2, self.count()):
                self.widget(n).setVisible(not is_tight)


class PreviewPane(QObject):
    """Makes the preview when its page is first seen, since its libraries load slowly."""

    flush_requested = Signal()

    def __init__(self, context: Context, splitter: PaneSplitter, strip: ProgressStrip) -> None:
        super().__init__(splitter)
        self._context = context
        self._splitter = splitter
        self._strip = strip
        self._temporary = QTemporaryDir()
        self._sizes = list(_SIZES)  # until the preview is there
        self.preview: ConferencePreview | None = None

    def appear(self, code: str) -> None:
        """Make the preview, once, and show the papers of a conference in it."""
        if self.preview is not None:
            return
        from coordapp.ui.papers.conference_preview import ConferencePreview

        folder = Path(self._temporary.path())
        self.preview = ConferencePreview(self._context, folder, self._strip, self._splitter)
        self.preview.setMinimumWidth(_NARROWEST)
        self.preview.flush_requested.connect(self.flush_requested)
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(self._splitter.count() - 1, 1)
        self._splitter.setSizes(self._sizes)
        self.preview.setVisible(not self._splitter.is_tight)
        self.preview.show_minutes(code)

    def sizes(self) -> list[int]:
        """Give the widths of the list, the editors and the preview."""
        return self._sizes if self.preview is None else self._splitter.sizes()

    def restore_sizes(self, state: State) -> None:
        """Take widths of the last run; what no longer fits is left out."""
        widths = sizes(state, "sizes", len(_SIZES))
        if widths is not None and min(widths) > 0:
            self._sizes = widths

    def show_minutes(self, code: str) -> None:
        """Follow a conference; without one there is nothing to see."""
        if self.preview is not None:
            self.preview.setVisible(bool(code) and not self._splitter.is_tight)
            self.preview.show_minutes(code)

    def choose(self, paper: Paper) -> None:
        """Show a paper, and put the keyboard on the choice of papers."""
        if self.preview is not None:
            self.preview.bar.choose(paper)
            self.preview.bar.paper_choice.setFocus()
            if self._splitter.is_tight:
                # it has no room beside the editors
                self.preview.read_when_ready()
