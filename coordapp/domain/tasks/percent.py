"""The share done of a task, in whole parts of a hundred."""

import re

from coordapp.domain.kernel.errors import RuleViolation

_TYPED = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)\s*%?")


def ensure_percent(share: float, said: object) -> int:
    """Round a share to whole parts; `said` is what a refusal names. Raises: percent_range."""
    if not 0 <= share <= 100:
        raise RuleViolation("percent_range", value=said)
    return round(share)


def read_percent(typed: str) -> int | None:
    """Read a share as typed, `80`, `80 %` or `12,5`; empty means not told.

    Raises RuleViolation: percent_range.
    """
    text = typed.strip()
    if text in ("", "%"):
        return None
    match = _TYPED.fullmatch(text)
    share = -1.0 if match is None else float(match[1].replace(",", "."))
    return ensure_percent(share, text)
