"""How well drafts fit what a person marked in a notice: spans, units, days, nothing dropped."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.conclusions.reading.actors.directory import Addressee
from coordapp.domain.conclusions.reading.draft import Draft, NoticeReading
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.conclusions.reading.words.letters import plain
from coordapp.domain.kernel.ids import UnitId

FOLDER = Path(__file__).parents[3] / "files" / "notices"
NOTICES = sorted(path.stem for path in FOLDER.glob("*.txt"))
ENOUGH = 0.6  # share of what was marked that a draft must cover
_HEADS = ("đồng chí ", "giám đốc ", "chủ tịch ", "thủ trưởng ", "trưởng ", "bí thư ", "lãnh đạo ")


@dataclass(slots=True)
class Score:
    """Counts over notices; rates are asked of them."""

    marked: int = 0
    drafted: int = 0
    matched: int = 0
    led: int = 0
    joined: int = 0
    dated: int = 0
    dropped: int = 0
    facts: int = 0
    facts_taken: int = 0

    def __add__(self, other: "Score") -> "Score":
        names = [field.name for field in fields(self)]
        return Score(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.marked + self.drafted)


def addressees(*, with_groups: bool = True) -> list[Addressee]:
    """Give the units beside the notices, and their groups."""
    read = json.loads((FOLDER / "units.json").read_text(encoding="utf-8"))
    found = [
        Addressee(
            label=unit["short"],
            names=(unit["full"], unit["short"], *unit["aliases"]),
            unit_ids=(UnitId(number),),
        )
        for number, unit in enumerate(read["units"], start=1)
    ]
    ids = {one.label: one.unit_ids for one in found}
    groups = [
        Addressee(
            label=group["name"],
            names=(group["name"], *group["aliases"]),
            unit_ids=tuple(unit for member in group["members"] for unit in ids[member]),
            is_group=True,
        )
        for group in read["groups"]
    ]
    return found + groups if with_groups else found


def text_of(name: str) -> str:
    return unicodedata.normalize("NFC", (FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def marked(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def context(name: str) -> DeadlineContext:
    return DeadlineContext(told_on=date.fromisoformat(marked(name)["conference_date"]))


def score(name: str, reader: NoticeReader) -> Score:
    """Read a notice and compare it with what was marked."""
    text, gold = text_of(name), marked(name)
    reading = reader.read(text, context(name))
    return _compared(text, gold, reading)


def _compared(text: str, gold: dict[str, Any], reading: NoticeReading) -> Score:
    found = Score(marked=len(gold["tasks"]), drafted=len(reading.drafts))
    free = list(reading.drafts)
    for task in gold["tasks"]:
        draft = max(free, key=lambda one: _shared(task, one.start, one.end), default=None)
        if draft is None or not _covers(task, [(draft.start, draft.end)]):
            shown = [(one.start, one.end) for one in reading.drafts] + list(reading.unhandled)
            found.dropped += not _covers(task, shown)
            continue
        free.remove(draft)
        found.matched += 1
        found.led += _names(draft.leads) == _wanted(task["lead_units"])
        found.joined += _names(draft.coordinating) == _wanted(task["coordinating_units"])
        found.dated += _is_day(draft, task["due"])
    for fact in gold["non_tasks"]:
        start = text.index(fact)
        span = {"start": start, "end": start + len(fact)}
        found.facts += 1
        found.facts_taken += any(_covers(span, [(one.start, one.end)]) for one in free)
    return found


def _covers(span: dict[str, Any], shown: Sequence[tuple[int, int]]) -> bool:
    size = span["end"] - span["start"]
    return sum(_shared(span, start, end) for start, end in shown) >= ENOUGH * size


def _shared(span: dict[str, Any], start: int, end: int) -> int:
    return max(0, min(span["end"], end) - max(span["start"], start))


def _names(parties: Sequence[Any]) -> set[str]:
    return _wanted([party.label for party in parties])


def _wanted(names: Sequence[str]) -> set[str]:
    """Compare units by their labels, bodies outside the register without their heads."""
    found = set()
    for name in names:
        key = plain(name)
        while head := next((head for head in _HEADS if key.startswith(head)), ""):
            key = key.removeprefix(head)
        if not key.endswith("liên quan"):
            found.add(key)
    return found


def _is_day(draft: Draft, due: dict[str, Any]) -> bool:
    day = draft.deadline.due
    return (None if day is None else day.isoformat()) in (due["date"], *due.get("also", ()))
