"""The slip of reminders and the agenda of a week."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.desk_contents import SlipFor
from coordapp.services.exports import desk_exports
from coordapp.services.exports.desk_reading import DeskRequest
from coordapp.services.exports.paper_exports import Step
from coordapp.store import open_reader
from coordapp.store.queries import committee_queries


def export(given: Namespace, today: date, step: Step) -> None:
    """Write the paper that was asked for. Raises StoreError, RuleViolation, DocumentError."""
    path, target = Path(given.file), Path(given.target)
    with open_reader(path) as reader:
        as_of = given.as_of or committee_queries.working_day(reader, today)
    person = getattr(given, "person", None)
    asked = DeskRequest(
        as_of=as_of,
        style=None if given.style is None else DocumentStyle(given.style),
        whom=SlipFor.UNIT if person is None else SlipFor.PERSON,
        name=person or getattr(given, "unit", None) or "",
        week=getattr(given, "week_of", None),
    )
    write = desk_exports.export_slip if given.paper == "slip" else desk_exports.export_week
    write(path, asked, target, step)
