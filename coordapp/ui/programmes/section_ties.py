"""What hangs on one section: who does what of it, which conclusions and indicators rest on it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.kernel.text import one_line
from coordapp.domain.programmes.directive import DirectiveSection
from coordapp.domain.words.task_lines import task_line
from coordapp.store.queries import programme_queries, task_queries
from coordapp.store.queries.programme_queries import SectionConclusion
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenConference, OpenIndicator, OpenTask, Route
from coordapp.ui.records.elided_link import ElidedLink
from coordapp.ui.widgets.card import Card, label

_NOBODY = "Chưa giao cho đơn vị nào. Bấm “Giao đơn vị…” để giao trong ma trận phân công."


class SectionTies(QWidget):
    """Lists what was read; each line leads to what it names."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: list[ElidedLink] = []
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(2)
        self._lines.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        card = Card()
        self.title = label("", "card-title")
        card.body.addWidget(self.title)
        card.body.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.show_section(None)

    def show_section(self, section: DirectiveSection | None) -> None:
        """Read what hangs on a section; nothing without one."""
        self._clear()
        if section is None:
            self.title.setText("Ai làm gì, đến đâu")
            return
        self.title.setText(f"Mục {section.number} ai làm gì, đến đâu".replace("  ", " "))
        self._add_tasks(section)
        reader = self._context.store.connection
        found = programme_queries.conclusions_on(reader, section)
        self._add_conclusions("Kết luận dẫn mục này", [one for one in found if one.is_own])
        own = {(one.conference_code, one.number) for one in found if one.is_own}
        whole = [one for one in found if (one.conference_code, one.number) not in own]
        self._add_conclusions("Kết luận dẫn cả văn bản", whole)
        indicators = programme_queries.indicators_of_section(reader, section.id)
        if indicators:
            self._add(label("Chỉ tiêu theo mục này", "secondary"))
        for one in indicators:
            self._add_link(f"{one.code} · {one.name}", OpenIndicator(record_id=one.id))

    def _add_tasks(self, section: DirectiveSection) -> None:
        reader, today = self._context.store.connection, self._context.today
        held = programme_queries.tasks_of_section(reader, section.id)
        rows = [task_queries.get_row(reader, task.id, today) for task in held]
        given = [row for row in rows if row is not None and not row.children]
        for row in given:
            self._add_link(task_line(row, today), OpenTask(code=row.task.code), row.task.title)
        if not given:
            self._add(label(_NOBODY, "warning"))

    def _add_conclusions(self, title: str, found: Sequence[SectionConclusion]) -> None:
        if found:
            self._add(label(title, "secondary"))
        for one in found:
            words = one_line(one.text) or "Chưa có nội dung"
            route = OpenConference(code=one.conference_code)
            self._add_link(f"{one.conference_code}, kết luận {one.number}: {words}", route)

    def _add_link(self, words: str, route: Route, tip: str = "") -> None:
        link = ElidedLink(words, tip)
        link.clicked.connect(partial(self._open, route))
        self.lines.append(link)
        self._add(link)

    def _add(self, widget: QWidget) -> None:
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def _clear(self) -> None:
        self.lines = []
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            old = None if item is None else item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _open(self, route: Route, _checked: bool = False) -> None:
        self._context.navigate(route)
