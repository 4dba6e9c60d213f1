"""Drafts of tasks read from the text of a notice: by rules, offline, never by themselves.

A clause is a draft when an assigning word opens it, when it starts with a unit in a numbered
item, when it stands below a heading of units, or when it goes on after `;` what such a clause
began. Source: resources/docs/forms.md 4.1.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline, DeadlineContext
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold

_MARK = re.compile(r"\s*(?:\d{1,2}\s*[-.)/]+|[a-zđ]\)|[-–•*+])\s+", re.I)
_STOP = re.compile(r"[.!?]+(?=\s|$)")
# with their tone marks and, for "giao ban", with their case: "Tuyên giáo", "giao thông" ask nothing
_OPENS = re.compile(
    r"\b(?i:giao|yêu cầu|đề nghị|phân công)\b(?! (?:ban|lưu|thông|thừa|dịch|tiếp|hữu)\b)"
)
# "được giao", "đạt yêu cầu", "ý kiến đề nghị" tell of something and ask nothing
_TOLD_BEFORE = re.compile(r"(duoc|da|do .{0,40}|y kien|theo|viec|dat|vuot|dap ung|co|nhung) $")
_GOES_ON = re.compile(r"(dong thoi|ngoai ra|cung voi do)\b[, ]*")
_NO_TASK = re.compile(
    r"(thong nhat|dong y|ghi nhan|danh gia cao|bieu duong|hoan nghenh|cam on|mong|tran trong)\b"
)
_TELLS = re.compile(r"(phan con lai|bao cao|ket qua|hoan thanh|xong|gui ket qua)\b")
_WITH = re.compile(r"phối hợp(?: chặt chẽ)?(?: với| cùng)?|\bcùng\b(?: với)?", re.I)
_BETWEEN = re.compile(
    r"(?: tỉnh)?\s*(?:,|;|và|cùng|với|chủ trì|phối hợp|:)?\s*(?:và|với|cùng)?\s*", re.I
)
_SHORT_NAME = 4  # letters; up to this many the case must agree too


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One task as it was read; `start` and `end` say where it stands in the text."""

    start: int
    end: int
    quote: str
    leads: tuple[UnitId, ...] = ()
    coordinators: tuple[UnitId, ...] = ()
    deadline: Deadline = NO_DEADLINE


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    is_first: bool  # of its sentence
    is_item: bool  # a number or a bullet stands before it


@dataclass(slots=True)
class _Mode:
    """What the clause before left open."""

    directs: bool = False
    leads: tuple[UnitId, ...] = ()
    heading: tuple[UnitId, ...] | None = None


class _Names:
    """Finds units by their names in a text."""

    def __init__(self, units: Sequence[Unit]) -> None:
        named: dict[str, UnitId] = {}
        for unit in units:
            aliases = re.split(r"[;,\n]", unit.aliases)
            for name in (unit.name, unit.short_name, *(alias.strip() for alias in aliases)):
                if name:
                    named.setdefault(name, unit.id)
        self._named = [
            (len(name) <= _SHORT_NAME, _pattern(name), unit_id)
            for name, unit_id in sorted(named.items(), key=lambda item: -len(item[0]))
        ]

    def find(self, text: str) -> list[tuple[int, int, UnitId]]:
        """Give the places of units, the longest name first where several fit."""
        plain, taken = folded(text), [False] * len(text)
        found: list[tuple[int, int, UnitId]] = []
        for is_exact, pattern, unit_id in self._named:
            for match in pattern.finditer(text if is_exact else plain):
                if not any(taken[match.start() : match.end()]):
                    taken[match.start() : match.end()] = [True] * len(match[0])
                    found.append((match.start(), match.end(), unit_id))
        return sorted(found)


def _pattern(name: str) -> re.Pattern[str]:
    wanted = name if len(name) <= _SHORT_NAME else folded(name)
    return re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")


def read_drafts(text: str, units: Sequence[Unit], told_on: date, calendar: Calendar) -> list[Draft]:
    """Read the drafts a text gives, in its order; `text` is composed (NFC)."""
    names, mode = _Names(units), _Mode()
    context = DeadlineContext(told_on=told_on, calendar=calendar)
    found: list[Draft] = []
    for clause in _clauses(text):
        body = text[clause.start : clause.end]
        if clause.is_first and not _GOES_ON.match(folded(body)):
            mode.directs, mode.leads = False, ()
        if body.endswith(":") and clause.is_item:
            mode.heading = tuple(unit for _, _, unit in names.find(body))
            continue
        if not clause.is_item and clause.is_first:
            mode.heading = None
        offset = _opening(body, clause, mode, names)
        if offset is None:
            continue
        start = clause.start + offset
        quote = text[start : clause.end]
        if found and not clause.is_first and mode.directs and _TELLS.match(folded(quote)):
            found[-1] = replace(found[-1], end=clause.end, quote=text[found[-1].start : clause.end])
            continue
        leads, coordinators = _who(quote, names)
        inherited = mode.heading if mode.heading is not None else mode.leads
        dated = grammar.chosen(grammar.find(quote, context))
        found.append(
            Draft(
                start=start,
                end=clause.end,
                quote=quote,
                leads=leads or inherited,
                coordinators=coordinators,
                deadline=NO_DEADLINE if dated is None else dated.deadline,
            )
        )
        mode.directs = True
        if leads and (_OPENS.match(quote) or names.find(quote)[0][0] == 0):
            mode.leads = leads if clause.is_first or _OPENS.match(quote) else ()
    return found


def unread(text: str, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Give the clauses that look like an assignment but that no draft covers.

    These are those with an assigning word, and numbered items that agree to nothing.
    """
    found: list[tuple[int, int]] = []
    for clause in _clauses(text):
        body = text[clause.start : clause.end]
        plain = folded(body)
        asks = any(
            not _TOLD_BEFORE.search(plain[: match.start()]) for match in _OPENS.finditer(body)
        )
        is_point = clause.is_item and not _NO_TASK.match(plain) and not body.endswith(":")
        if (asks or is_point) and not any(
            one.start < clause.end and clause.start < one.end for one in drafts
        ):
            found.append((clause.start, clause.end))
    return found


def folded(text: str) -> str:
    """Fold each letter by itself, so that places in the text stay what they are."""
    return "".join(plain if len(plain := fold(letter)) == 1 else letter for letter in text)


def _clauses(text: str) -> list[_Clause]:
    """Cut a text at the ends of sentences and lines, and those at `;`."""
    found: list[_Clause] = []
    for line in re.finditer(r"[^\n]+", text):
        mark = _MARK.match(text, line.start(), line.end())
        place = line.start() if mark is None else mark.end()
        for start, end in _sentences(text, place, line.end()):
            is_first = True
            for part in re.finditer(r"[^;]+", text[start:end]):
                body = part[0]
                first = start + part.start() + len(body) - len(body.lstrip())
                last = start + part.start() + len(body.rstrip())
                if first < last:
                    found.append(_Clause(first, last, is_first, mark is not None))
                    is_first = False
    return found


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line where a stop is followed by a capital letter, or by nothing."""
    for match in _STOP.finditer(text, start, end):
        rest = text[match.end() : end].lstrip()
        if not rest or rest[0].isupper():
            yield start, match.start()
            start = match.end()
    yield start, end


def _opening(body: str, clause: _Clause, mode: _Mode, names: _Names) -> int | None:
    """Say where in a clause the assigning begins; None when it assigns nothing."""
    plain = folded(body)
    if clause.is_item and mode.heading is not None:
        return 0
    if not clause.is_first and mode.directs:
        return None if _NO_TASK.match(plain) else 0
    for match in _OPENS.finditer(body):
        if _TOLD_BEFORE.search(plain[: match.start()]):
            continue
        colon = body.find(": ", match.end())
        if colon > 0 and not names.find(body[match.end() : colon]):
            # "do the following:" opens a list whose parts name their own units
            return colon + 2
        return match.start()
    if _NO_TASK.match(plain):
        return None
    goes_on = _GOES_ON.match(plain)
    start = goes_on.end() if goes_on else 0
    if (clause.is_item or (goes_on and mode.directs)) and names.find(body[start:])[:1]:
        first = names.find(body[start:])[0]
        return start if first[0] == 0 else None
    return None


def _who(quote: str, names: _Names) -> tuple[tuple[UnitId, ...], tuple[UnitId, ...]]:
    """Tell who leads from who coordinates; units named elsewhere in the clause are neither."""
    places = names.find(quote)
    meets = _WITH.search(quote)
    before = [one for one in places if meets is None or one[0] < meets.start()]
    after = [] if meets is None else [one for one in places if one[0] >= meets.end()]
    leads = _run(quote, before)
    first_word = after[0][0] - meets.end() if after and meets is not None else 0
    coordinators = _run(quote, after) if first_word <= 1 else ()
    return leads, tuple(unit for unit in coordinators if unit not in leads)


def _run(quote: str, places: Sequence[tuple[int, int, UnitId]]) -> tuple[UnitId, ...]:
    """Give the first units that only commas and the like part."""
    chosen: list[UnitId] = []
    end = None
    for start, stop, unit in places:
        if end is not None and not _BETWEEN.fullmatch(quote[end:start]):
            break
        chosen.append(unit)
        end = stop
    return tuple(dict.fromkeys(chosen))
