"""How a paper that goes out begins and ends: number, date, title; signer, recipients.

Source: resources/docs/forms.md 1.3, 1.5 and 2.3.
"""

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.documents.document import Authority, DocumentType
from coordapp.domain.documents.letter_contents import Letter
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import Block, Ending, Letterhead, Mark, Signature, Title
from coordapp.formats.papers.wording import BLANK

_HEAD = "TRƯỞNG BAN"
_POSTS = {
    CommitteeRole.HEAD: _HEAD,
    CommitteeRole.DEPUTY: "PHÓ TRƯỞNG BAN",
    CommitteeRole.MEMBER: "ỦY VIÊN",
    CommitteeRole.SECRETARY: "THƯ KÝ",
}
_SHORT = {
    DocumentStyle.PARTY: {
        Authority.FOR_HEAD: "K/T", Authority.BY_ORDER: "T/L", Authority.FOR_BODY: "T/M",
    },
    DocumentStyle.STATE: {
        Authority.FOR_HEAD: "KT.", Authority.BY_ORDER: "TL.", Authority.FOR_BODY: "TM.",
    },
}  # fmt: skip


def head(letter: Letter, kind: str, subject: str, type_: DocumentType) -> tuple[Block, ...]:
    """Compose the head and the title."""
    body, style = letter.committee, letter.style
    return (
        Letterhead(
            number=wording.symbol_line(style, letter.symbol, type_, body.document_code),
            day=wording.place_and_date(body.place, letter.issued_on),
        ),
        Title(
            kind=kind,
            subject=subject,
            mark=Mark.DASHES if style is DocumentStyle.PARTY else Mark.RULE,
        ),
    )


def ending(letter: Letter) -> Ending:
    """Compose the recipients at the left and the signature at the right."""
    return Ending(
        left=wording.recipients(letter.style, letter.recipients), right=_signature(letter)
    )


def _signature(letter: Letter) -> Signature:
    signer, style = letter.signer, letter.style
    by_name = bool(signer.name or signer.post)
    # without anybody to sign the form waits for the head
    post = _POSTS.get(signer.role) or one_line(signer.post).upper() or BLANK
    posts: tuple[str, ...] = (post if by_name else _HEAD,)
    if by_name and signer.authority is not Authority.DIRECT:
        for_whom = _HEAD
        if signer.authority is Authority.FOR_BODY:
            for_whom = wording.body_name(letter.committee).upper()
        posts = (f"{_SHORT[style][signer.authority]} {for_whom}", post)
    # in party papers the right to sign is bold and the post is not
    state = style is DocumentStyle.STATE
    bold = (*(True for _ in posts[:-1]), state)
    return Signature(posts=posts, bold=bold, name=signer.name)
