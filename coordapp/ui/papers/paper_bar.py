"""What is to be previewed: the paper, its form, the unit of an extract, the parts of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.unit import Unit
from coordapp.domain.documents.papers import CHOICES, USUAL, Paper, PaperRequest, Section
from coordapp.domain.words.labels import PAPER, SECTION
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.choosing.search_field import SearchField
from coordapp.ui.widgets.fields import ChoiceField


class PaperBar(QWidget):
    """Emits `paper_changed` for another paper, `changed` for another form of the same one."""

    check_requested = Signal()
    paper_changed = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections: dict[Paper, frozenset[Section]] = {}
        self.paper_choice = ChoiceField(PAPER.items())
        self.paper_choice.set_value(Paper.MINUTES)
        self.paper_choice.setAccessibleName("Văn bản")
        self.unit_choice = SearchField()
        self.unit_choice.setAccessibleName("Đơn vị nhận trích thông báo")
        self.check = button("", "plain", "check", tip="Kiểm tra thể thức")
        self.parts = button("Phần in", tip="Chọn các phần của văn bản")
        self._menu = QMenu(self.parts)
        self._menu.aboutToShow.connect(self._fill)
        self.parts.setMenu(self._menu)
        first, self._second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.paper_choice, 1)
        first.addWidget(self.parts)
        first.addWidget(self.check)
        self._second.addWidget(self.unit_choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in (first, self._second):
            row.setSpacing(6)
            column.addLayout(row)
        self.paper_choice.edited.connect(self._choose_paper)
        self.unit_choice.edited.connect(self._tell)
        self.check.clicked.connect(self._ask_check)
        self._offer()

    def take_style(self, style: ChoiceField) -> None:
        """Set the choice of the form beside the unit."""
        self._second.insertWidget(0, style, 1)

    def show_units(self, units: Sequence[Unit]) -> None:
        """Offer the units an extract may be for."""
        self.unit_choice.set_choices([(unit.short_name, unit.to_choose) for unit in units])
        if self.unit_choice.value() is None and units:
            self.unit_choice.set_value(units[0].short_name)

    def request(self, code: str, today: date, style: DocumentStyle | None = None) -> PaperRequest:
        """Say what is chosen, for a conference."""
        paper = self.paper_choice.value()
        return PaperRequest(
            paper=paper,
            conference_code=code,
            today=today,
            style=style,
            sections=self._sections.get(paper, USUAL),
            unit=str(self.unit_choice.value() or "") if paper is Paper.EXTRACT else "",
        )

    def name(self, code: str) -> str:
        """Propose the name of a file."""
        paper, unit = self.paper_choice.value(), self.unit_choice.value()
        of_unit = f" {unit}" if paper is Paper.EXTRACT and unit else ""
        return f"{PAPER[paper]}{of_unit} {code}"

    def choose(self, paper: Paper) -> None:
        """Choose a paper as if by hand."""
        self.paper_choice.set_value(paper)
        self._choose_paper()

    @Slot()
    def _ask_check(self) -> None:
        self.check_requested.emit()

    @Slot()
    def _choose_paper(self) -> None:
        self._offer()
        self.paper_changed.emit()

    def _offer(self) -> None:
        paper = self.paper_choice.value()
        self.unit_choice.setVisible(paper is Paper.EXTRACT)
        self.parts.setVisible(paper in CHOICES)

    @Slot()
    def _fill(self) -> None:
        """Offer the parts of the paper chosen."""
        self._menu.clear()
        paper = self.paper_choice.value()
        chosen = self._sections.get(paper, USUAL)
        for section in CHOICES.get(paper, ()):
            entry = QAction(SECTION[section], self._menu, checkable=True)
            entry.setChecked(section in chosen)
            entry.setData(section)
            entry.toggled.connect(self._switch)
            self._menu.addAction(entry)

    @Slot(bool)
    def _switch(self, wanted: bool) -> None:
        entry = self.sender()
        if not isinstance(entry, QAction):
            return
        paper = self.paper_choice.value()
        before = self._sections.get(paper, USUAL)
        part = frozenset((entry.data(),))
        self._sections[paper] = before | part if wanted else before - part
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
