"""Degrees of secrecy: of what is above ordinary this program keeps number and date alone.

Why its text has no place in the file: state secrets may not be kept on a computer that is or may
be connected. Source: resources/docs/forms.md 4.5.
"""

import re
from enum import Enum
from functools import cache

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import nfc


class Secrecy(Enum):
    """Degrees of secrecy as papers are stamped."""

    ORDINARY = "ordinary"
    SECRET = "secret"
    TOP_SECRET = "top_secret"
    ABSOLUTE = "absolute"


@cache
def _stamps() -> tuple[tuple[Secrecy, re.Pattern[str]], ...]:
    # compiled when a text is first looked at: each start would pay for it
    # "tối mật độ", "bảo mật", "BÍ MẬT", "mật ong" are no stamps; "MẬT" alone, "(Mật)", "dấu Mật" are
    return (
        (Secrecy.ABSOLUTE, re.compile(r"\btuyệt mật\b", re.IGNORECASE)),
        (Secrecy.TOP_SECRET, re.compile(r"\btối mật\b(?! độ)", re.IGNORECASE)),
        (Secrecy.SECRET, re.compile(r"[(\[]\s*mật\s*[)\]]", re.IGNORECASE)),
        (Secrecy.SECRET, re.compile(r"\b(?:độ|đóng dấu|dấu)(?: mật)?\s*[:“\"]\s*mật\b", re.IGNORECASE)),
        (Secrecy.SECRET, re.compile(r"\b(?:[Đđ]óng )?[Dd]ấu (?:Mật|MẬT)\b")),
        # as a task is called of which only the number is kept
        (Secrecy.SECRET, re.compile(r"^Văn bản mật số \d", re.MULTILINE)),
        (Secrecy.SECRET, re.compile(r"(?:^|[-–—:;,.|/“\"])\s*MẬT\s*(?:$|[-–—:;,.|/”\"])", re.MULTILINE)),
    )  # fmt: skip


_ALONE = re.compile(r"^[ \t]*[(\[]?[ \t]*(TUYỆT MẬT|TỐI MẬT|MẬT)[ \t]*[)\]]?[ \t]*$", re.MULTILINE)
_BY_STAMP = {
    "TUYỆT MẬT": Secrecy.ABSOLUTE, "TỐI MẬT": Secrecy.TOP_SECRET, "MẬT": Secrecy.SECRET,
}  # fmt: skip


def stamp_of_paper(text: str) -> Secrecy:
    """Give the degree of a whole paper: its stamp stands on a line of its own."""
    found = _ALONE.search(nfc(text).replace("\r", ""))
    return Secrecy.ORDINARY if found is None else _BY_STAMP[found[1]]


def ensure_ordinary(secrecy: Secrecy) -> None:
    """Refuse to keep the text of a state secret. Raises RuleViolation: secret_refused."""
    if secrecy is not Secrecy.ORDINARY:
        raise RuleViolation("secret_refused", secrecy=secrecy)


def stamp_in(*texts: str) -> Secrecy:
    """Find the highest degree that is stamped on a text; ordinary when there is none."""
    whole = nfc("\n".join(texts))
    found = (secrecy for secrecy, stamp in _stamps() if stamp.search(whole))
    return next(found, Secrecy.ORDINARY)
