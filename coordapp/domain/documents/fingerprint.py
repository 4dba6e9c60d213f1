"""What a paper tells, as one hash: whether the records still say what went out."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum

# a choice of what to print, and what the register itself is set to: no words of the paper
_NOT_TOLD = frozenset(
    {
        "id", "sections", "due_soon_days", "report_cutoff_day", "is_sample", "working_day",
        "quorum_rule", "substitutes_count", "clarity", "short_forms", "extract_form",
    }
)  # fmt: skip


def fingerprint(report: object) -> str:
    """Hash everything that a paper prints.

    Empty values are left out, so that what a later version adds makes no old paper look changed.
    """
    text = json.dumps(_plain(report), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value):
        named = ((one.name, getattr(value, one.name)) for one in fields(value))
        return {name: _plain(held) for name, held in named if held and name not in _NOT_TOLD}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(str(_plain(one)) for one in value)
    return value
