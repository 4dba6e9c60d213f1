"""The official letter: what it is about stands under its number, whom it is for above its text.

Source: resources/docs/forms.md 2.1 and 2.2.
"""

from collections.abc import Iterable

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.letter_contents import OfficialLetter
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import signature_block, wording
from coordapp.formats.papers.blocks import Block, Letterhead, PaperSheet, Text
from coordapp.formats.papers.wording import BLANK, paragraphs

_ABOUT = {DocumentStyle.PARTY: "về việc", DocumentStyle.STATE: "V/v"}


def sheets(report: OfficialLetter) -> Iterable[PaperSheet]:
    """Compose the letter."""
    body, style = report.committee, report.style
    head = Letterhead(
        number=wording.symbol_line(style, report.symbol, DocumentType.LETTER, body.document_code),
        day=wording.place_and_date(body.place, report.issued_on),
        about=f"{_ABOUT[style]} {one_line(report.subject) or one_line(report.title) or BLANK}",
    )
    yield PaperSheet(
        blocks=(
            head, *_addressees(report), *_text(report), signature_block.ending(report),
        )
    )  # fmt: skip


def _addressees(report: OfficialLetter) -> Iterable[Block]:
    # a group is written small within a sentence, and as a name here
    named = [wording.capital(shown) for name in report.addressees if (shown := one_line(name))]
    if len(named) < 2:
        yield Text(text=f"Kính gửi: {''.join(named) or BLANK}", keep=True)
        return
    yield Text(text="Kính gửi:", keep=True)
    for name in named[:-1]:
        yield Text(text=f"- {name};", keep=True)
    yield Text(text=f"- {named[-1]}.", keep=True)


def _text(report: OfficialLetter) -> Iterable[Block]:
    *body, last = paragraphs(report.text)
    yield from body
    end = wording.end_of_text(report.style)
    yield Text(text=f"{last.text.rstrip(' ./')}{end}")
