"""The papers recorded for a conference as files: the signed one as kept, others as printed."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.kernel.attachment import safe_name
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.domain.words.labels import DOCUMENT_TYPE
from coordapp.services.documents import issued_papers, signing
from coordapp.store import open_reader

Step = Callable[[int, int], None]


def copy_out(path: Path, paper: Document, folder: Path) -> Path:
    """Write a copy of a paper to look at into a fresh folder below `folder`. Raises as `save_as`."""
    if paper.type is DocumentType.MINUTES:
        return signing.copy_out(path, paper.id, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(dir=folder)) / file_name(paper)
    except OSError as error:
        raise DocumentError("write_failed", folder / file_name(paper)) from error
    return save_as(path, paper, copy)


def save_as(
    path: Path, paper: Document, target: Path, step: Step = lambda _done, _total: None
) -> Path:
    """Write a paper as PDF: what was signed or issued byte for byte, others as they are laid out.

    Raises StoreError, RuleViolation, DocumentError; what `step` raises stops the work.
    """
    from coordapp.formats.pdf import pdf_paper

    target = target if target.suffix else target.with_suffix(".pdf")
    if paper.type is DocumentType.MINUTES:
        return signing.save_as(path, paper.id, target)
    with open_reader(path) as reader:
        if issued_papers.is_kept(paper):
            kept = issued_papers.content(reader, path, paper, file_name(paper))
            return signing.write(target, kept)
        read = issued_papers.report_of(reader, paper)
    if read is None:
        raise RuleViolation("paper_not_made", symbol=paper.symbol)
    pdf_paper.write(read, target, step)
    return target


def file_name(paper: Document) -> str:
    """Propose a file name."""
    if paper.type is DocumentType.MINUTES:
        return signing.file_name(paper)
    return safe_name(f"{DOCUMENT_TYPE[paper.type]} {paper.symbol.replace('/', '-')}.pdf")


def can_print(paper: Document, held: Sequence[Document]) -> bool:
    """Tell whether the program makes the file of a paper; of several letters only the last.

    Why: a letter without a kept file prints what the conference says now, and that is what the last
    one sends out.
    """
    if issued_papers.is_kept(paper):
        return True
    if paper.type in issued_papers.LETTERS:
        return paper.id == [other.id for other in held if other.type is paper.type][-1]
    if paper.type is DocumentType.LETTER:
        return bool(paper.text.strip())
    return paper.type in (DocumentType.MINUTES, DocumentType.SUPPLEMENT)
