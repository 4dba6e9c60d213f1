"""The panel beside the conclusions: one with its whole text, its tasks and its conference."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.words.labels import CONCLUSION_KIND
from coordapp.domain.words.task_lines import task_line
from coordapp.ui.conclusions.labels import covered
from coordapp.ui.conclusions.source_links import SourceLinks
from coordapp.ui.widgets.card import button, label, line

_NARROWEST, _WIDEST = 310, 470


class ConclusionDetail(QFrame):
    """Shows one conclusion; a click on a task or on the conference asks to open it."""

    open_task_requested = Signal(str)
    open_conference_requested = Signal(str)
    reason_requested = Signal()
    sources_requested = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setProperty("role", "card")
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self._title = label("", "card-title", self)
        self._kind = label("", "secondary", self)
        self.conference = _link("", "Mở hội nghị này")
        self.text = label("")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName("Nội dung kết luận")
        self.coverage = label("", "secondary")
        self.tasks: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.reason = button("Không phát sinh nhiệm vụ…", "plain", "note", self)
        self.choose_sources = button(
            "Căn cứ…",
            "quiet",
            "file-text",
            self,
            tip="Văn bản chỉ đạo, mục mà kết luận này dựa vào",
        )
        self.sources = SourceLinks(self)
        self.choose_sources.clicked.connect(self.sources_requested)
        self.conference.clicked.connect(self._open_conference)
        self.reason.clicked.connect(self.reason_requested)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.text, self.sources, line(), self.coverage):
            column.addWidget(widget)
        column.addLayout(self._list)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 12, 8, 12)
        outer.setSpacing(6)
        for widget in (self._title, self._kind):
            outer.addWidget(widget)
        place = QHBoxLayout()
        place.addWidget(self.conference)
        place.addStretch(1)
        place.addWidget(self.choose_sources)
        outer.addLayout(place)
        outer.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.reason)
        foot.addStretch(1)
        outer.addLayout(foot)
        self._parts = (
            self._title, self.conference, inner, self.reason, self.choose_sources,
        )  # fmt: skip

    def clear(self) -> None:
        """Show that nothing is chosen."""
        for part in self._parts:
            part.hide()
        self._kind.setText("Chọn một kết luận để xem toàn văn và nhiệm vụ.")

    def show_row(self, row: ConclusionRow, given: Sequence[TaskRow]) -> None:
        """Show a conclusion with the tasks it gave to units."""
        conclusion = row.conclusion
        for part in self._parts:
            part.show()
        self._title.setText(f"Kết luận {conclusion.number}")
        self._kind.setText(CONCLUSION_KIND[conclusion.kind])
        self.conference.setObjectName(row.conference_code)
        day = f" · {dates.short(row.held_on)}" if row.held_on else ""
        self.conference.setText(f"{row.conference_code}{day}")
        self.conference.setToolTip(row.conference_title)
        self.text.setText(conclusion.text or "Chưa có nội dung")
        self.coverage.setText(covered(row))
        self.sources.show_ties(row.sources)
        self.reason.setVisible(not row.task_codes)
        self._show_tasks(given)

    def _show_tasks(self, given: Sequence[TaskRow]) -> None:
        for old in self.tasks:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tasks = []
        for row in given:
            link = _link(task_line(row, self._today), row.task.title)
            link.setObjectName(row.task.code)
            link.clicked.connect(self._open_task)
            self._list.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            link.show()
            self.tasks.append(link)

    @Slot()
    def _open_task(self) -> None:
        self.open_task_requested.emit(self.sender().objectName())

    @Slot()
    def _open_conference(self) -> None:
        self.open_conference_requested.emit(self.conference.objectName())


def _link(text: str, tip: str) -> QPushButton:
    link = button(text, "link")
    link.setToolTip(tip)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link
