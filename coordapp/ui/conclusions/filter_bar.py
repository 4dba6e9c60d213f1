"""The two rows above the conclusions: chips of coverage with counts, then search and choices."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.conclusion import Coverage
from coordapp.domain.conclusion_query import ConclusionQuery
from coordapp.domain.labels import CONCLUSION_KIND
from coordapp.domain.queries import ConclusionRow
from coordapp.domain.text import nfc
from coordapp.ui import theme
from coordapp.ui.conclusions.words import SHORT
from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.search_box import SearchBox

ALL = "all"
_CHIPS = ((ALL, "Tất cả"), *((coverage.value, SHORT[coverage]) for coverage in Coverage))
_LONGEST_TITLE = 60


class ConclusionFilter(QWidget):
    """Emits `changed` when a person filters; `value` says how."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChipBar(_CHIPS, self)
        self.search = SearchBox("Tìm trong kết luận", self)
        self.year = ChoiceField([(None, "Mọi năm")], self)
        self.conference = ChoiceField([(None, "Mọi hội nghị")], self)
        self.kind = ChoiceField([(None, "Mọi loại"), *CONCLUSION_KIND.items()], self)
        self.clear_button = button("Xóa bộ lọc", "quiet", "x", self)
        self._boxes = (
            (self.year, "Năm", 120),
            (self.conference, "Hội nghị", 260),
            (self.kind, "Loại kết luận", 160),
        )
        self._lay_out()
        self._connect()
        self._offer_clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setMaximumWidth(theme.scaled(260))
        row.addWidget(self.search, 3)
        for box, name, widest in self._boxes:
            box.setAccessibleName(name)
            box.setMaximumWidth(theme.scaled(widest))
            row.addWidget(box, 2)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._tell)
        self.search.searched.connect(self._tell)
        for box, _, _ in self._boxes:
            box.edited.connect(self._tell)
        self.clear_button.clicked.connect(self.clear)
        self.changed.connect(self._offer_clear)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _offer_clear(self) -> None:
        self.clear_button.setVisible(not self.value().is_empty)

    # --- what the page uses

    def value(self) -> ConclusionQuery:
        """Give what is chosen."""
        chip = self.chips.current()
        return ConclusionQuery(
            text=nfc(self.search.text()).strip(),
            year=self.year.value(),
            conference_id=self.conference.value(),
            kind=self.kind.value(),
            coverage=None if chip == ALL else Coverage(chip),
        )

    def offer(self, rows: Sequence[ConclusionRow]) -> None:
        """Offer the years and conferences that have conclusions; what is chosen stays."""
        years = sorted({row.held_on.year for row in rows if row.held_on}, reverse=True)
        _offer(self.year, [(None, "Mọi năm"), *((year, str(year)) for year in years)])
        named = {
            row.conclusion.conference_id: f"{row.conference_code} · {_cut(row.conference_title)}"
            for row in rows
        }
        _offer(self.conference, [(None, "Mọi hội nghị"), *named.items()])
        self._offer_clear()

    def show_counts(self, counts: Mapping[Coverage, int]) -> None:
        """Write on the chips how many each would show."""
        each = {coverage.value: counts.get(coverage, 0) for coverage in Coverage}
        self.chips.set_counts({ALL: sum(each.values()), **each})

    @Slot()
    def clear(self) -> None:
        """Choose everything."""
        with QSignalBlocker(self.search):
            self.search.clear()
        for box, _, _ in self._boxes:
            box.set_value(None)
        self.chips.choose(ALL)
        self.changed.emit()


def _offer(box: ChoiceField, choices: list[tuple[Any, str]]) -> None:
    if [words for _, words in choices] != [box.itemText(n) for n in range(box.count())]:
        chosen = box.value()
        box.set_choices(choices)
        box.set_value(chosen if chosen in [value for value, _ in choices] else None)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"
