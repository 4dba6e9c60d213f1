"""The two rows above the conclusions: chips of coverage with counts, then search and choices."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.conclusion_query import ConclusionQuery
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.words.labels import CONCLUSION_KIND
from coordapp.ui.conclusions.labels import SHORT
from coordapp.ui.look import theme
from coordapp.ui.widgets.choosing.search_field import SearchField
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.filter_rows import FilterRows

ALL = "all"
_CHIPS = ((ALL, "Tất cả"), *((coverage.value, SHORT[coverage]) for coverage in Coverage))
_LONGEST_TITLE = 60


class ConclusionFilter(FilterRows):
    """What a person filters conclusions by; `value` says how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_CHIPS, "Tìm trong kết luận", parent)
        self.year = ChoiceField([(None, "Mọi năm")], self)
        self.conference = SearchField(self)
        self.conference.set_choices([(None, "Mọi hội nghị")])
        self.kind = ChoiceField([(None, "Mọi loại"), *CONCLUSION_KIND.items()], self)
        self._boxes = (
            (self.year, "Năm", 120),
            (self.conference, "Hội nghị", 260),
            (self.kind, "Loại kết luận", 160),
        )
        self._lay_out()
        self.offer_clear()

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(theme.scaled(260))
        self.row.addWidget(self.search, 3)
        for box, name, widest in self._boxes:
            box.setAccessibleName(name)
            box.setMaximumWidth(theme.scaled(widest))
            box.edited.connect(self.tell)
            self.row.addWidget(box, 2)
        self.row.addWidget(self.clear_button)

    # --- what the page uses

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left out."""
        return self.value().is_empty

    def value(self) -> ConclusionQuery:
        """Give what is chosen."""
        chip, conference = self.chips.current(), self.conference.value()
        return ConclusionQuery(
            text=nfc(self.search.text()).strip(),
            year=self.year.value(),
            conference_id=ConferenceId(conference) if isinstance(conference, int) else None,
            kind=self.kind.value(),
            coverage=None if chip == ALL else Coverage(chip),
        )

    def offer(self, rows: Sequence[ConclusionRow]) -> None:
        """Offer the years and conferences that have conclusions; what is chosen stays."""
        years = sorted({row.held_on.year for row in rows if row.held_on}, reverse=True)
        self.year.offer([(None, "Mọi năm"), *((year, str(year)) for year in years)])
        named = {
            row.conclusion.conference_id: f"{row.conference_code} · {_cut(row.conference_title)}"
            for row in rows
        }
        self.conference.set_choices([(None, "Mọi hội nghị"), *named.items()])
        self.offer_clear()

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


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"
