"""The command that reads a notice into draft tasks; nothing is written."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from coordapp.cli import output
from coordapp.domain.calendar.deadline import Deadline, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading.actors.directory import of_groups, of_units
from coordapp.domain.conclusions.reading.draft import Draft
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.kernel.text import nfc
from coordapp.store import open_reader
from coordapp.store.queries import day_off_queries, unit_queries


def run(given: Namespace, today: date) -> None:
    """Show the drafts a notice gives, and the places it leaves unread.

    Raises StoreError, DocumentError: source_unreadable, source_damaged.
    """
    # shares its module with the reader of workbooks: not before it is needed
    from coordapp.formats.reading.text_reader import read_text

    text = nfc(read_text(Path(given.notice)))
    with open_reader(Path(given.file)) as reader:
        units = unit_queries.all_units(reader)
        groups = unit_queries.groups_of_units(reader)
        calendar = day_off_queries.calendar(reader)
    context = DeadlineContext(
        told_on=given.on or today,
        calendar=calendar,
        before_means_day_before=given.before_means_day_before,
    )
    reading = NoticeReader([*of_units(units), *of_groups(groups)]).read(text, context)
    if given.json:
        output.value(
            {
                "drafts": [_as_values(one) for one in reading.drafts],
                "unhandled": [{"start": start, "end": end} for start, end in reading.unhandled],
            }
        )
        return
    for one in reading.drafts:
        output.data(_in_words(one))
    for start, end in reading.unhandled:
        output.data(f"? {' '.join(text[start:end].split())}")
    output.message(
        f"{len(reading.drafts)} nhiệm vụ dự thảo, {len(reading.unhandled)} chỗ chưa đọc được."
    )


def _as_values(one: Draft) -> dict[str, Any]:
    due = one.deadline.due
    return {
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        "lead_units": [party.label for party in one.leads],
        "coordinating_units": [party.label for party in one.coordinating],
        "due_kind": _kind(one.deadline),
        "due_date": None if due is None else due.isoformat(),
        "due_wording": one.deadline.wording,
    }


def _kind(deadline: Deadline) -> str:
    """Name the kind of a deadline: date, period_end, relative, periodic, ongoing or none."""
    if not deadline.wording:
        return "none"
    if deadline.kind in (DeadlineKind.PERIODIC, DeadlineKind.ONGOING):
        return str(deadline.kind.value)
    if deadline.counted_from is not None:
        return "relative"
    if deadline.due is None:
        return "date" if deadline.untold is Untold.IMPOSSIBLE else "relative"
    return "period_end" if deadline.is_period_end else "date"


def _in_words(one: Draft) -> str:
    leads = ", ".join(party.label for party in one.leads) or "chưa rõ đơn vị"
    others = ", ".join(party.label for party in one.coordinating)
    facts = [leads, f"phối hợp {others}" if others else "", one.deadline.wording]
    return f"{one.words} [{'; '.join(filter(None, facts))}]"
