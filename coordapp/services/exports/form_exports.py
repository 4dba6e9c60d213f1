"""Writing the Excel forms for superiors: read everything in one moment, close, then render."""

from collections.abc import Collection
from pathlib import Path

from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.paper_exports import Step, ensure_ending
from coordapp.store import open_reader

# the makers of Excel take a quarter of a second to load: not before they are needed


def export_status(path: Path, asked: FormRequest, target: Path, step: Step) -> Path:
    """Write the status table as Excel, or as one page of PDF where the name ends so.

    Raises StoreError, RuleViolation, DocumentError, Cancelled.
    """
    ensure_ending(target, ".xlsx", ".pdf")
    with open_reader(path) as reader:
        report = form_reading.status_table(reader, asked)
    if target.suffix.lower() == ".pdf":
        from coordapp.formats.pdf import pdf_status

        pdf_status.write(report, target, step)
        return target
    from coordapp.formats.xlsx import xlsx_status

    xlsx_status.write(report, target, step)
    return target


def export_late(path: Path, asked: FormRequest, target: Path, step: Step) -> Path:
    """Write what is overdue. Raises StoreError, RuleViolation, DocumentError, Cancelled."""
    from coordapp.formats.xlsx import xlsx_lists

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = form_reading.late(reader, asked)
    xlsx_lists.write_late(report, target, step)
    return target


def export_conclusions(
    path: Path,
    asked: FormRequest,
    target: Path,
    step: Step,
    *,
    only: Collection[int] | None = None,
) -> Path:
    """Write the register of conclusions, or only those with these ids.

    Raises StoreError, DocumentError, Cancelled.
    """
    from coordapp.formats.xlsx import xlsx_lists

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = form_reading.conclusions(reader, asked, only)
    xlsx_lists.write_conclusions(report, target, step)
    return target


def export_attendance(path: Path, asked: FormRequest, target: Path, step: Step) -> Path:
    """Write the attendance of the year. Raises StoreError, DocumentError, Cancelled."""
    from coordapp.formats.xlsx import xlsx_lists

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = form_reading.attendance(reader, asked)
    xlsx_lists.write_attendance(report, target, step)
    return target


def export_grouped(path: Path, asked: FormRequest, target: Path, step: Step) -> Path:
    """Write the register in parts. Raises StoreError, DocumentError, Cancelled."""
    from coordapp.formats.xlsx import xlsx_lists

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = form_reading.grouped(reader, asked)
    xlsx_lists.write_grouped(report, target, step)
    return target


def export_task(path: Path, code: str, asked: FormRequest, target: Path, step: Step) -> Path:
    """Write one task. Raises StoreError, RuleViolation, DocumentError, Cancelled."""
    from coordapp.formats.xlsx import xlsx_task

    ensure_ending(target, ".xlsx")
    with open_reader(path) as reader:
        report = form_reading.task(reader, code, asked)
    xlsx_task.write(report, target, step)
    return target
