"""Degrees of secrecy: this program keeps only what is ordinary, and knows a stamp when it sees one.

Why nothing above ordinary has a place in the file: state secrets may not be kept on a computer
that is or may be connected. Source: resources/docs/forms.md 4.5.
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
        (Secrecy.SECRET, re.compile(r"(?:^|[-–—:;,.|/“\"])\s*MẬT\s*(?:$|[-–—:;,.|/”\"])", re.MULTILINE)),
    )  # fmt: skip


def ensure_ordinary(secrecy: Secrecy) -> None:
    """Refuse to keep a state secret. Raises RuleViolation: secret_refused."""
    if secrecy is not Secrecy.ORDINARY:
        raise RuleViolation("secret_refused", secrecy=secrecy)


def stamp_in(*texts: str) -> Secrecy:
    """Find the highest degree that is stamped on a text; ordinary when there is none."""
    whole = nfc("\n".join(texts))
    found = (secrecy for secrecy, stamp in _stamps() if stamp.search(whole))
    return next(found, Secrecy.ORDINARY)
