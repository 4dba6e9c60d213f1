"""Outgoing papers: their types, the symbols they bear, and the signing that seals minutes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.ids import ConferenceId, DocumentId, LetterUnitId, PersonId, UnitId


class DocumentType(Enum):
    """Types of paper a committee sends out. Source: resources/docs/forms.md 1.4."""

    MINUTES = "minutes"
    SUPPLEMENT = "supplement"
    NOTICE = "notice"
    CONCLUSION = "conclusion"
    INVITATION = "invitation"
    LETTER = "letter"
    REPORT = "report"
    PLAN = "plan"
    PROGRAMME = "programme"
    GUIDANCE = "guidance"
    REQUEST = "request"
    DECISION = "decision"
    EXTRACT = "extract"
    ASSIGNMENT = "assignment"


class Authority(Enum):
    """By what right the signer signs. Source: resources/docs/forms.md 1.3."""

    DIRECT = "direct"
    FOR_HEAD = "for_head"
    BY_ORDER = "by_order"
    FOR_BODY = "for_body"


CODES = {
    DocumentType.MINUTES: "BB",
    DocumentType.SUPPLEMENT: "BB",
    DocumentType.NOTICE: "TB",
    DocumentType.CONCLUSION: "KL",
    DocumentType.INVITATION: "GM",
    DocumentType.LETTER: "CV",
    DocumentType.REPORT: "BC",
    DocumentType.PLAN: "KH",
    DocumentType.PROGRAMME: "CTr",
    DocumentType.GUIDANCE: "HD",
    DocumentType.REQUEST: "TTr",
    DocumentType.DECISION: "QĐ",
    DocumentType.EXTRACT: "TrS",
    DocumentType.ASSIGNMENT: "PL",
}
# the papers that carry a chair's conclusions to the units. Source: resources/docs/forms.md 3.4
CARRIERS = frozenset({DocumentType.NOTICE, DocumentType.CONCLUSION})
# what goes out under the number and the day of the notice: a part of it, and its appendix
UNDER_NOTICE = frozenset({DocumentType.EXTRACT, DocumentType.ASSIGNMENT})
# papers whose words are typed when they are issued
TYPED = frozenset({DocumentType.SUPPLEMENT, DocumentType.LETTER})
# papers that go to one unit
TO_ONE_UNIT = frozenset({DocumentType.EXTRACT, DocumentType.LETTER})
_CODE_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One outgoing paper; `symbol` is the number as printed, which later settings leave alone."""

    id: DocumentId
    type: DocumentType
    style: DocumentStyle
    number: int | None = None
    symbol: str = ""
    term: str = ""  # of the party committee, whose papers are numbered through a term
    issued_on: date | None = None
    subject: str = ""
    signer_id: PersonId | None = None
    authority: Authority = Authority.DIRECT
    recipients: str = ""  # one a line
    conference_id: ConferenceId | None = None
    text: str = ""  # what supplementary minutes put right, what a letter says
    sha256: str = ""  # of the file kept in the store, signed or issued
    sealed: str = ""  # hash of what the conference held when its minutes were signed
    signed_at: datetime | None = None
    unit_id: UnitId | None = None  # whom an extract or a letter is for


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterUnit:
    """A unit that a letter is for besides the one named in it, as it was addressed on its day."""

    id: LetterUnitId
    document_id: DocumentId
    unit_id: UnitId


def symbol(
    style: DocumentStyle, number: int | None, type_: DocumentType, body: str, *, blank: str = ""
) -> str:
    """Write a number with its symbol: `05-TB/BCĐ`, or `05/TB-BCĐ` in state style.

    Source: resources/docs/forms.md 1.5; an official letter of the state style bears no type code.
    """
    shown = blank if number is None else f"{number:02d}"
    code, office = CODES[type_], body or "BCĐ"
    if style is DocumentStyle.PARTY:
        return f"{shown}-{code}/{office}"
    return f"{shown}/{office}" if type_ is DocumentType.LETTER else f"{shown}/{code}-{office}"


def under(paper: Document, held: Iterable[Document]) -> Document | None:
    """Find the notice under whose number a part or an appendix of it went out."""
    bears = (paper.number, paper.symbol, paper.style)
    alike = (one for one in held if one.type is DocumentType.NOTICE)
    return next((one for one in alike if (one.number, one.symbol, one.style) == bears), None)


def seal_code(sealed: str) -> str:
    """Shorten the hash of what was signed to the code printed on the paper: `3F9A2-1C07B`."""
    if not sealed:
        return ""
    start = sealed[:_CODE_LENGTH].upper()
    return f"{start[: _CODE_LENGTH // 2]}-{start[_CODE_LENGTH // 2 :]}"


def missing_to_sign(conference: Conference, conclusions: list[Conclusion]) -> list[str]:
    """Name what the minutes lack beyond the needs of the move to signed; empty for nothing."""
    numbers = [item.number for item in conclusions]
    numbered = len(set(numbers)) == len(numbers) and all(number > 0 for number in numbers)
    lacking = (
        ("số biên bản", conference.minutes_number is None),
        ("kết luận", not conclusions),
        ("số riêng của từng kết luận", not numbered),
        ("nội dung của từng kết luận", any(not item.text.strip() for item in conclusions)),
    )
    return [words for words, lacks in lacking if lacks]
