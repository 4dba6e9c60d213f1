"""Which composer makes which paper."""

from collections.abc import Callable, Iterable
from typing import Any

from coordapp.documents import paper_minutes, paper_supplement
from coordapp.documents.blocks import Composition, Sheet
from coordapp.domain.reports import MinutesReport, SupplementReport
from coordapp.domain.text import one_line

Report = MinutesReport | SupplementReport
_COMPOSERS: dict[type, tuple[str, Callable[[Any], Iterable[Sheet]]]] = {
    MinutesReport: ("Biên bản", paper_minutes.sheets),
    SupplementReport: ("Biên bản bổ sung", paper_supplement.sheets),
}


def composed(report: Report) -> Composition:
    """Put a paper together out of its blocks."""
    name, sheets = _COMPOSERS[type(report)]
    return Composition(
        committee=report.committee,
        style=report.style,
        title=one_line(f"{name} {report.title}"),
        code=report.conference_code,
        sheets=tuple(sheets(report)),
        seal=report.seal if isinstance(report, MinutesReport) else "",
    )
