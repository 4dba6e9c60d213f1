"""The Excel forms for superiors, each behind the name of its paper."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from coordapp.cli.status import chosen_span
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.status import Basis, Grouping
from coordapp.services.exports import case_exports, form_exports
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.paper_exports import Step
from coordapp.services.summaries import summary_exports
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.store import open_reader
from coordapp.store.queries import committee_queries

_Export = Callable[[Path, FormRequest, Path, Step], Path]
_FORMS: dict[str, _Export] = {
    "status": form_exports.export_status,
    "late": form_exports.export_late,
    "conclusions": form_exports.export_conclusions,
    "attendance": form_exports.export_attendance,
    "register": form_exports.export_grouped,
}


def export(given: Namespace, today: date, step: Step) -> None:
    """Write the form that was asked for. Raises StoreError, RuleViolation, DocumentError."""
    path, target = Path(given.file), Path(given.target)
    asked = _asked(given, path, today)
    if given.paper == "task":
        form_exports.export_task(path, given.code, asked, target, step)
    else:
        _FORMS[given.paper](path, asked, target, step)


def export_case(given: Namespace, today: date, step: Step) -> None:
    """Write the form of a programme, directive, indicators, models or reports due.

    Raises StoreError, RuleViolation, DocumentError.
    """
    path = Path(given.file)
    with open_reader(path) as reader:
        as_of = given.as_of or committee_queries.working_day(reader, today)
    asked = CaseRequest(
        as_of=as_of,
        past=given.as_of is not None,
        year=given.year,
        code=given.code,
        style=None if given.style is None else DocumentStyle(given.style),
    )
    case_exports.EXPORTS[given.paper](path, asked, Path(given.target), step)


def export_summary(given: Namespace, today: date, step: Step) -> None:
    """Write the review report of a period. Raises StoreError, RuleViolation, DocumentError."""
    path = Path(given.file)
    with open_reader(path) as reader:
        today = committee_queries.working_day(reader, today)
    asked = SummaryRequest(
        since=given.from_day,
        until=given.to_day,
        today=today,
        style=None if given.style is None else DocumentStyle(given.style),
    )
    summary_exports.export_summary(path, asked, Path(given.target), step)


def _asked(given: Namespace, path: Path, today: date) -> FormRequest:
    with open_reader(path) as reader:
        as_of = given.as_of or committee_queries.working_day(reader, today)
    style = getattr(given, "style", None)
    grouping = getattr(given, "by", None) or getattr(given, "group", None) or Grouping.UNIT
    return FormRequest(
        as_of=as_of,
        span=chosen_span(given) if hasattr(given, "period") else None,
        grouping=Grouping(grouping),
        basis=Basis(getattr(given, "basis", Basis.EXTENDED)),
        style=None if style is None else DocumentStyle(style),
        sources=not getattr(given, "no_sources", False),
    )
