"""Writing a review report as PDF or Word."""

from pathlib import Path

from coordapp.services.exports.paper_exports import Step, ensure_ending
from coordapp.services.summaries import summary_reading
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.store import open_reader


def export_summary(path: Path, asked: SummaryRequest, target: Path, step: Step) -> Path:
    """Write the report of a period; the ending of the name decides between PDF and Word.

    Raises StoreError, RuleViolation, DocumentError, Cancelled.
    """
    ensure_ending(target, ".pdf", ".docx")
    with open_reader(path) as reader:
        report = summary_reading.read(reader, asked)
    # what makes papers takes a third of a second to load: not before it is needed
    if target.suffix.lower() == ".docx":
        from coordapp.formats.docx import docx_paper

        docx_paper.write(report, target, step)
    else:
        from coordapp.formats.pdf import pdf_paper

        pdf_paper.write(report, target, step)
    return target
