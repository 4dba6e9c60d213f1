"""Checking a paper against its form: what it says, and how its pages come out."""

from collections.abc import Callable
from pathlib import Path

from coordapp.domain import form_check
from coordapp.domain.form_check import Finding
from coordapp.domain.papers import PaperRequest
from coordapp.services import papers
from coordapp.store import open_reader

Step = Callable[[int, int], None]


def check(path: Path, request: PaperRequest, step: Step) -> tuple[Finding, ...]:
    """Read a paper, check it and lay it out once. Raises RuleViolation, StoreError, Cancelled."""
    from coordapp.documents import pdf_paper
    from coordapp.documents.papers import composed

    with open_reader(path) as reader:
        report = papers.read(reader, request)
    findings = form_check.check(report)
    if pdf_paper.laid_out(composed(report), step).lone_signature:
        findings = (*findings, form_check.lone_signature())
    return findings
