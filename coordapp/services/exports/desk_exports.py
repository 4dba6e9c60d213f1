"""Writing the slip of reminders and the agenda of a week, as PDF or Word."""

from pathlib import Path

from coordapp.formats.papers.blocks import Composition
from coordapp.services.exports import desk_reading
from coordapp.services.exports.desk_reading import DeskRequest
from coordapp.services.exports.paper_exports import Step, ensure_ending
from coordapp.store import open_reader


def export_slip(path: Path, asked: DeskRequest, target: Path, step: Step) -> Path:
    """Write what a unit or a person is reminded of.

    Raises StoreError, RuleViolation, DocumentError, Cancelled.
    """
    from coordapp.formats.papers import desk_papers

    ensure_ending(target, ".pdf", ".docx")
    with open_reader(path) as reader:
        report = desk_reading.slip(reader, asked)
    return _write(desk_papers.slip(report), target, step)


def export_week(path: Path, asked: DeskRequest, target: Path, step: Step) -> Path:
    """Write the agenda of the week of a day. Raises StoreError, DocumentError, Cancelled."""
    from coordapp.formats.papers import desk_papers

    ensure_ending(target, ".pdf", ".docx")
    with open_reader(path) as reader:
        report = desk_reading.week(reader, asked)
    return _write(desk_papers.week(report), target, step)


def _write(paper: Composition, target: Path, step: Step) -> Path:
    # the makers of PDF and Word take a quarter of a second to load: not before they are needed
    if target.suffix.lower() == ".docx":
        from coordapp.formats.docx import docx_paper

        docx_paper.write_composed(paper, target, step)
    else:
        from coordapp.formats.pdf import pdf_paper

        pdf_paper.write_composed(paper, target, step)
    return target
