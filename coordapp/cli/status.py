"""The command `status`: the figures of a day or a period as JSON or as a plain table."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from coordapp.cli import output
from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.figures.status import Basis, Grouping, StatusFigure, StatusRow, StatusTable
from coordapp.domain.figures.status_labels import (
    FIGURE,
    GROUPING,
    LONGEST,
    RATE,
    before_words,
    caption,
    compared,
    left_out,
    percent,
)
from coordapp.services.exports import status_reading
from coordapp.store import open_reader
from coordapp.store.queries.committee_queries import working_day


def run(given: Namespace, today: date) -> int:
    """Write the status table of a file."""
    with open_reader(Path(given.file)) as reader:
        day = given.as_of or working_day(reader, today)
        span = chosen_span(given)
        asked = status_reading.question(
            reader, day, span=span, grouping=Grouping(given.by), basis=Basis(given.basis)
        )
        table = status_reading.table(reader, asked, span=span)
    if given.json:
        output.value(as_value(table))
        return 0
    output.message(f"{caption(asked)}. {compared(table)}.")
    rows = (*table.rows, table.total)
    output.records([_plain(row, table) for row in rows], as_json=False)
    output.message(left_out(table))
    return 0


def chosen_span(given: Namespace) -> SpanKind | None:
    """Read the kind of period asked for."""
    return None if given.period is None else SpanKind(given.period)


def as_value(table: StatusTable) -> dict[str, Any]:
    """Give the table as plain values for programs that read our output."""
    asked = table.question
    return {
        "as_of": asked.day.isoformat(),
        "since": None if asked.since is None else asked.since.isoformat(),
        "period": asked.name or None,
        "by": asked.grouping.value,
        "basis": asked.basis.value,
        "rows": [_value(row) for row in table.rows],
        "total": _value(table.total),
        "left_out": {
            "drafts": table.drafts,
            "cancelled": table.cancelled,
            "finished_before": table.finished_before,
        },
        "previous": None if table.previous is None else as_value(table.previous),
    }


def _value(row: StatusRow) -> dict[str, Any]:
    rate = row.rate
    return {
        "group": row.group.label,
        "name": row.group.name,
        **{figure.value: row.count(figure) for figure in StatusFigure},
        "rate_percent": None if rate is None else round(100 * rate, 1),
        "longest_delay_days": row.longest_delay,
    }


def _plain(row: StatusRow, table: StatusTable) -> dict[str, Any]:
    line: dict[str, Any] = {GROUPING[table.question.grouping]: row.group.label}
    line |= {FIGURE[figure]: row.count(figure) for figure in StatusFigure}
    line |= {RATE: percent(row.rate), LONGEST: row.longest_delay}
    if table.previous is None:
        return line
    key, then = row.group.key, table.previous
    before = then.total if row is table.total else then.row(key)
    words = before_words(table.question)
    count = 0 if before is None else before.count(StatusFigure.TOTAL)
    rate = percent(None if before is None else before.rate)
    return line | {
        f"{words}: {FIGURE[StatusFigure.TOTAL].lower()}": count,
        f"{words}: {RATE.lower()}": rate,
    }
