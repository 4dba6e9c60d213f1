"""The words before a day that say what it bounds: `chậm nhất`, `xong trước 17 giờ thứ Sáu`."""

import re
from dataclasses import dataclass

_REACH = 110  # letters before a term in which such words can stand
CLOCK = r"[0-9]{1,2} ?(?:gio|h|g|:)(?: ?[0-9]{2})?(?: ?(?:phut|p|#))?"
_LIMIT = (
    r"truoc(?: (?:va|hoac) trong| han(?: chot)?)?|trong va truoc|(?:cham|muon|tre|cham tre|toi da) nhat"
    r"|han (?:cuoi cung|cuoi|chot)|khong (?:duoc |de )?(?:cham|muon|tre|qua|vuot)(?: (?:tre|qua|hon))*|(?:cho |keo dai )?den(?: het)?"
    r"|toi|het|trong(?: vong| thoi (?:han|gian)| han| khoang thoi gian)?|nowx trong"
)
_LABEL = (
    r"xong|hoan (?:thanh|tat)|ket thuc|(?:thoi )?han(?: (?:goc|cu|new|moi|ban dau|hoan thanh|thuc hien"
    r"|gui|la))*|thoi (?:gian|moment)(?: (?:hoan thanh|thuc hien|ket thuc|gui))?"
    r"|du kien|phan dau|gia han|chung nhat|yeu cau"
)
_BEGINNING = r"(?:bat dau |ke |tinh )?tu|sau"
_AT = (
    r"vao(?: (?:dip|luc|hoii?|khoang|thoi moment))?|(?:nhan )?dip|luc|hoii|khoang|nowx|la|cua|"
    r"(?:cuoi|dau) (?:ngay|gio|buoi)(?: (?:lam viec|sang|chieu|trua))*|(?:buoi )?(?:sang|trua|chieu|toii|dem)"
    r"|ngay|hom|le|moc"
)
_CHAIN = re.compile(
    rf"(?:(?<![a-z0-9_])(?<![0-9][/.,])(?:{_LIMIT}|{_LABEL}|{_BEGINNING}|{_AT}|{CLOCK}(?=[ ,]|$),?)"
    r"(?![a-z0-9_])[ :]{0,3})+$"
)
_PIECE = re.compile(
    rf"(?P<limit>{_LIMIT})(?![a-z0-9_])|(?P<label>{_LABEL})(?![a-z0-9_])"
    rf"|(?P<beginning>{_BEGINNING})(?![a-z0-9_])|(?P<clock>{CLOCK})(?![a-z0-9_])"
    rf"|(?P<firm>vao|(?:nhan )?dip)(?![a-z0-9_])|(?P<at>{_AT})(?![a-z0-9_])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What stands before a day: `start` is where its words begin, `whole` with its labels."""

    start: int
    whole: int
    is_limit: bool = False
    is_labelled: bool = False
    is_before: bool = False
    is_beginning: bool = False
    is_within: bool = False  # "trong", "không quá": a length of time follows
    is_said: bool = False  # "sáng", "ngày": no bound, but surely a day
    is_firm: bool = False  # "vào", "dịp", "8 giờ": the day of what is to be done
    has_clock: bool = False

    @property
    def is_bound(self) -> bool:
        """Tell that what follows is the last day, not one that is merely named."""
        return self.is_limit or self.is_labelled


def bound_before(text: str, place: int, floor: int = 0) -> Bound:
    """Read the words right before `place`, none of them before `floor`."""
    window = max(floor, place - _REACH)
    chain = _CHAIN.search(text, window, place)
    if chain is None:
        return Bound(start=place, whole=place)
    kinds: set[str] = set()
    start, last = place, ""
    for piece in _PIECE.finditer(text, chain.start(), place):
        kind = str(piece.lastgroup)
        kinds.add(kind)
        if kind != "label" and start == place:
            start = piece.start()
        if kind in ("limit", "beginning"):
            last = piece[0]
    return Bound(
        start=start,
        whole=chain.start(),
        is_limit="limit" in kinds,
        is_labelled="label" in kinds,
        is_before=last.startswith("truoc") and "trong" not in last,
        is_beginning=last.endswith(("tu", "sau")),
        is_within=last.endswith(("sau", "qua", "vuot", "hon")) or "trong" in last,
        is_said=bool(kinds),
        is_firm="firm" in kinds or "clock" in kinds,
        has_clock="clock" in kinds,
    )
