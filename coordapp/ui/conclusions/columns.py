"""The columns of the register of conclusions."""

from datetime import date

from PySide6.QtCore import Qt

from coordapp.domain.calendar import dates
from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import CONCLUSION_KIND, COVERAGE
from coordapp.ui.conclusions.labels import covered, in_short
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column

TONES = {
    Coverage.UNCOVERED: Tone.DUE_SOON,
    Coverage.GOING: Tone.IN_TIME,
    Coverage.OVERDUE: Tone.OVERDUE,
    Coverage.DONE: Tone.ON_TIME,
    Coverage.NO_TASK: Tone.QUIET,
}
_URGENT_FIRST = tuple(Coverage)


def columns() -> list[Column[ConclusionRow]]:
    """Make the columns: which conclusion, then what became of it."""
    return [*_which(), *_what_became()]


def _which() -> list[Column[ConclusionRow]]:
    return [
        Column(
            key="conference",
            title="Hội nghị",
            text=lambda row: row.conference_code,
            width=102,
            quiet=True,
            tooltip=lambda row: row.conference_title,
        ),
        Column(
            key="held_on",
            title="Ngày",
            text=lambda row: dates.short(row.held_on),
            sort=lambda row: row.held_on or date.max,
            blank=lambda row: row.held_on is None,
            width=98,
            quiet=True,
        ),
        Column(
            key="number",
            title="Số",
            text=lambda row: str(row.conclusion.number),
            sort=lambda row: row.conclusion.number,
            width=40,
            align=Qt.AlignmentFlag.AlignRight,
        ),
        Column(
            key="kind",
            title="Loại",
            text=lambda row: CONCLUSION_KIND[row.conclusion.kind],
            width=106,
            quiet=True,
            hidden=True,
        ),
    ]


def _what_became() -> list[Column[ConclusionRow]]:
    return [
        Column(
            key="text",
            title="Nội dung",
            text=lambda row: one_line(row.conclusion.text) or "Chưa có nội dung",
            stretch=True,
        ),
        Column(key="units", title="Đơn vị", text=lambda row: ", ".join(row.units), width=104),
        Column(
            key="coverage",
            title="Tình trạng",
            text=in_short,
            sort=lambda row: (_URGENT_FIRST.index(row.coverage), -row.tasks_overdue),
            width=158,
            tone=lambda row: TONES[row.coverage],
            tooltip=_said,
        ),
    ]


def _said(row: ConclusionRow) -> str:
    return f"{COVERAGE[row.coverage]}\n{covered(row)}"
