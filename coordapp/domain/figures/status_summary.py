"""The status table in three sentences, and cut to the rows that one page has room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from coordapp.domain.figures.status import Grouping, StatusFigure, StatusRow, StatusTable
from coordapp.domain.figures.status_labels import before_words, percent
from coordapp.domain.kernel.vietnamese_order import by_text

_BEHIND = 3  # units that are named
_SUBJECT = {
    Grouping.UNIT: "đơn vị",
    Grouping.CONFERENCE: "hội nghị",
    Grouping.SOURCE: "văn bản giao",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """A line of the page: a group, or all those the page has no line for."""

    name: str
    counts: dict[StatusFigure, int]
    rate: float | None


def sentences(table: StatusTable) -> tuple[str, str, str]:
    """Say the totals, the rate, and who is furthest behind."""
    return _totals(table.total), _rate(table), _behind(table)


def cut_to(table: StatusTable, most: int) -> tuple[SummaryRow, ...]:
    """Give the rows of the table; of too many the rest is one row, so that the sums still hold."""
    rows = list(table.rows)
    if len(rows) <= most:
        return tuple(map(_line, rows))
    kept = set(map(id, sorted(rows, key=_worst_first)[: most - 1]))
    shown = [_line(row) for row in rows if id(row) in kept]
    return (*shown, _rest([row for row in rows if id(row) not in kept], table))


def _line(row: StatusRow) -> SummaryRow:
    counts = {figure: row.count(figure) for figure in StatusFigure}
    return SummaryRow(name=row.group.name or row.group.label, counts=counts, rate=row.rate)


def _rest(rows: Sequence[StatusRow], table: StatusTable) -> SummaryRow:
    counts = {figure: sum(row.count(figure) for row in rows) for figure in StatusFigure}
    due = counts[StatusFigure.DUE]
    subject = _SUBJECT[table.question.grouping]
    return SummaryRow(
        name=f"Các {subject} khác ({len(rows):02d})",
        counts=counts,
        rate=counts[StatusFigure.DUE_DONE] / due if due else None,
    )


def _worst_first(row: StatusRow) -> tuple[int, int, object]:
    overdue = row.count(StatusFigure.OPEN_OVERDUE)
    return -overdue, -row.longest_delay, by_text(row.group.name or row.group.label)


def _totals(total: StatusRow) -> str:
    count = total.count
    if not count(StatusFigure.TOTAL):
        return "Chưa có nhiệm vụ nào có thời hạn."
    return (
        f"Tổng số {number(count(StatusFigure.TOTAL))} nhiệm vụ có thời hạn: "
        f"đã hoàn thành {number(count(StatusFigure.DONE))} "
        f"(đúng hạn {number(count(StatusFigure.DONE_ON_TIME))}, "
        f"quá hạn {number(count(StatusFigure.DONE_LATE))}), "
        f"chưa hoàn thành {number(count(StatusFigure.OPEN))} "
        f"(trong hạn {number(count(StatusFigure.OPEN_IN_TIME))}, "
        f"quá hạn {number(count(StatusFigure.OPEN_OVERDUE))})."
    )


def _rate(table: StatusTable) -> str:
    total = table.total
    if total.rate is None:
        return "Chưa có nhiệm vụ nào đến hạn nên chưa tính tỷ lệ hoàn thành."
    done, due = total.count(StatusFigure.DUE_DONE), total.count(StatusFigure.DUE)
    said = (
        f"Tỷ lệ hoàn thành trong số nhiệm vụ đến hạn: {percent(total.rate)} "
        f"({number(done)}/{number(due)})"
    )
    before = None if table.previous is None else table.previous.total.rate
    if before is None:
        return f"{said}."
    words = before_words(table.previous.question if table.previous else table.question)
    return f"{said}; {words[0].lower()}{words[1:]}: {percent(before)}."


def _behind(table: StatusTable) -> str:
    subject = _SUBJECT[table.question.grouping]
    late = [row for row in table.rows if row.count(StatusFigure.OPEN_OVERDUE)]
    if not late:
        return f"Không có {subject} nào còn nhiệm vụ quá hạn."
    named = [
        f"{row.group.name or row.group.label} "
        f"({row.count(StatusFigure.OPEN_OVERDUE):02d} nhiệm vụ quá hạn)"
        for row in sorted(late, key=_worst_first)[:_BEHIND]
    ]
    lead = f"{subject[0].upper()}{subject[1:]} còn nhiều nhiệm vụ quá hạn nhất"
    return f"{lead}: {'; '.join(named)}."


def number(count: int) -> str:
    """Write a count as papers do: `05`, `1.234`, and `0`."""
    if count < 10:
        return f"{count:02d}" if count else "0"
    return f"{count:,}".replace(",", ".")
