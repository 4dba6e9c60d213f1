"""The note that says what the short names of units on a paper stand for."""

import re
from collections.abc import Iterable

from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.text import fold


def spelt_out(units: Iterable[Unit], texts: Iterable[str]) -> str:
    """Name in full, in the order of the units, each that the texts name shortly; empty for none."""
    full = {
        unit.short_name: unit.name
        for unit in units
        if unit.short_name.strip() and fold(unit.short_name) != fold(unit.name)
    }
    # a full name may begin with the short one, which it explains itself
    longest = sorted({*full, *full.values()}, key=len, reverse=True)
    if not longest:
        return ""
    name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    found = {shown for text in set(texts) for shown in name.findall(text)}
    told = [f"{short}: {name}" for short, name in full.items() if short in found]
    return f"Chữ viết tắt: {'; '.join(told)}." if told else ""
