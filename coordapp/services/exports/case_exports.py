"""Writing the forms of programmes, directives, indicators, models and reports due."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coordapp.services.exports import case_reading
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.services.exports.paper_exports import Step, ensure_ending
from coordapp.store import Reader, open_reader

R = TypeVar("R")
CaseExport = Callable[[Path, CaseRequest, Path, Step], Path]

# the makers of Excel take a quarter of a second to load: not before they are needed


def export_indicators(path: Path, asked: CaseRequest, target: Path, step: Step) -> Path:
    """Write the table of indicators. Raises StoreError, RuleViolation, DocumentError, Cancelled."""
    report = _read(path, asked, target, case_reading.indicators)
    from coordapp.formats.xlsx import xlsx_case

    xlsx_case.write_indicators(report, target, step)
    return target


def export_practices(path: Path, asked: CaseRequest, target: Path, step: Step) -> Path:
    """Write the register of models. Raises StoreError, DocumentError, Cancelled."""
    report = _read(path, asked, target, case_reading.practices)
    from coordapp.formats.xlsx import xlsx_case

    xlsx_case.write_practices(report, target, step)
    return target


def export_directive(path: Path, asked: CaseRequest, target: Path, step: Step) -> Path:
    """Write one directive. Raises StoreError, RuleViolation, DocumentError, Cancelled."""
    report = _read(path, asked, target, case_reading.directive)
    from coordapp.formats.xlsx import xlsx_case

    xlsx_case.write_directive(report, target, step)
    return target


def export_programme(path: Path, asked: CaseRequest, target: Path, step: Step) -> Path:
    """Write one programme. Raises StoreError, RuleViolation, DocumentError, Cancelled."""
    report = _read(path, asked, target, case_reading.programme)
    from coordapp.formats.xlsx import xlsx_case

    xlsx_case.write_programme(report, target, step)
    return target


def export_reports_due(path: Path, asked: CaseRequest, target: Path, step: Step) -> Path:
    """Write who owes which report. Raises StoreError, DocumentError, Cancelled."""
    report = _read(path, asked, target, case_reading.reports_due)
    from coordapp.formats.xlsx import xlsx_case

    xlsx_case.write_reports_due(report, target, step)
    return target


def _read(
    path: Path, asked: CaseRequest, target: Path, reading: Callable[[Reader, CaseRequest], R]
) -> R:
    """Read everything in one moment, once it is known that a workbook is wanted."""
    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        return reading(reader, asked)


EXPORTS: dict[str, CaseExport] = {
    "indicators": export_indicators,
    "practices": export_practices,
    "directive": export_directive,
    "programme": export_programme,
    "reports-due": export_reports_due,
}
