"""Reading one cell of somebody's register: units, days, states, shares.

Each reader gives a value or raises RuleViolation, whose sentence says what would be read.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TypeVar

from coordapp.domain.calendar import dates, grammar
from coordapp.domain.calendar.deadline import DeadlineContext, Untold
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line, printable, words
from coordapp.domain.tasks.percent import ensure_percent, read_percent
from coordapp.domain.tasks.task import Urgency, WorkState
from coordapp.domain.words.labels import DEADLINE_KIND, URGENCY, WORK_STATE

CLEARED = "(xóa)"
_CLEARED = fold(CLEARED)
# no program wrote these, they come with pasted text; the soft hyphen is a letter of an old font
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_SERIALS = range(20_000, 80_000)  # Excel's numbers of the days from 1954 to 2119
_FIRST_SERIAL = date(1899, 12, 30)
_EARLIEST, _LATEST = 1900, 2200
_APART = re.compile(r"[;\n]+")
_LESS_APART = re.compile(r"[;\n,]+")
_LEAST_APART = re.compile(r"[;\n,/+]+|\s+(?:và|va|&)\s+", re.IGNORECASE)
_OF_PROVINCE = " tinh"
_ORDINAL = re.compile(r"^\s*(?:[-–•*+]|\d{1,2}[.)])\s*")
_LETTER = re.compile(r"[^\W\d_]")
_REMARK = re.compile(r"(?:con|qua han|tre) \d+ ngay(?: lam viec)?|(?:sap den|dung|trong|qua) han")
_STATES: Mapping[WorkState, tuple[str, ...]] = {
    WorkState.DONE: ("hoan thanh", "xong", "da xong", "da thuc hien", "da hoan thanh"),
    WorkState.NOT_STARTED: (
        "chua thuc hien", "chua trien khai", "chua lam", "moi giao", "chua bat dau",
    ),
    WorkState.IN_PROGRESS: (
        "dang thuc hien", "dang trien khai", "dang lam", "chua hoan thanh", "dang xu ly",
        "tiep tuc thuc hien",
    ),
    WorkState.AWAITING_CONFIRMATION: ("cho xac nhan", "cho duyet", "cho nghiem thu"),
    WorkState.ON_HOLD: ("tam hoan", "tam dung", "hoan"),
    WorkState.CANCELLED: ("da huy", "huy", "huy bo", "khong thuc hien"),
    WorkState.DRAFT: ("du thao",),
}  # fmt: skip
E = TypeVar("E", bound=Enum)


def as_text(value: Value) -> str:
    """Write a cell as a person reads it: whole numbers without a point, days as dd/mm/yyyy."""
    if isinstance(value, str):
        return printable(value.translate(_UNSEEN))
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime):
        day = dates.short(value.date())
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return dates.short(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def is_blank(value: Value) -> bool:
    """Tell that a cell shows nothing."""
    return isinstance(value, str) and not as_text(value).strip("\xa0 \t\n")


def is_cleared(value: Value) -> bool:
    """Tell that a cell asks for its field to be emptied."""
    return isinstance(value, str) and fold(value.strip()) == _CLEARED


class Units:
    """The units of the book by every name they go by."""

    def __init__(self, units: Sequence[Unit], mapped: Mapping[str, UnitId] | None = None) -> None:
        self._by_name: dict[str, UnitId] = {}
        for unit in units:
            for name in (*re.split(r"[;,\n]", unit.aliases), unit.document_code):
                self._by_name.setdefault(_key(name), unit.id)
        for unit in units:
            for name in (unit.name, unit.short_name):
                self._by_name[_key(name)] = unit.id
        for name, unit_id in tuple(self._by_name.items()):
            # "Hội Nông dân" is said of "Hội Nông dân tỉnh", and the other way round
            self._by_name.setdefault(name.removesuffix(_OF_PROVINCE), unit_id)
        # what a person said for names the book does not know; folded names
        self._by_name |= {_key(name): unit_id for name, unit_id in (mapped or {}).items()}
        self._by_name.pop("", None)

    def find(self, name: str) -> UnitId | None:
        """Give the unit of a name; None when the book does not know it."""
        key = _key(_ORDINAL.sub("", name))
        return self._by_name.get(key) or self._by_name.get(key.removesuffix(_OF_PROVINCE))

    def one(self, value: Value) -> UnitId:
        """Read one unit. Raises RuleViolation: unit_unknown."""
        text = as_text(value)
        found = self.find(text)
        if found is None:
            raise RuleViolation("unit_unknown", name=one_line(text))
        return found

    def several(self, value: Value) -> tuple[UnitId, ...]:
        """Read all units of a cell, however they are separated. Raises RuleViolation: unit_unknown.

        A name may hold a comma or "và", so a piece is only cut further when it is no name.
        """
        found = self._found(as_text(value), (_APART, _LESS_APART, _LEAST_APART))
        return tuple(dict.fromkeys(found))

    def _found(self, text: str, separators: Sequence[re.Pattern[str]]) -> list[UnitId]:
        unit = self.find(text)
        if unit is not None:
            return [unit]
        if not separators:
            raise RuleViolation("unit_unknown", name=one_line(_ORDINAL.sub("", text)))
        places = _pieces(text, separators[0])
        found: list[UnitId] = []
        first = 0
        while first < len(places):
            # the longest run of pieces that is a name: a name may hold what separates names
            for last in range(len(places), first, -1):
                unit = self.find(text[places[first][0] : places[last - 1][1]])
                if unit is not None:
                    found.append(unit)
                    first = last
                    break
            else:
                start, end = places[first]
                found += self._found(text[start:end], separators[1:])
                first += 1
        return found


def _pieces(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """Give where the pieces between the separators stand, without the empty ones."""
    ends = [(found.start(), found.end()) for found in separator.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    places = zip(starts, stops, strict=True)
    return [(start, stop) for start, stop in places if text[start:stop].strip(" .\xa0")]


def day(value: Value, today: date) -> date:
    """Read a day. Raises RuleViolation: date_unreadable, date_impossible."""
    if isinstance(value, datetime):
        return _probable(value.date(), value)
    if isinstance(value, date):
        return _probable(value, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if int(value) in _SERIALS:
            return _FIRST_SERIAL + timedelta(int(value))
        raise RuleViolation("date_unreadable", typed=as_text(value))
    found = dates.parse(as_text(value).strip(" .\xa0"), today)
    if found is None:
        raise RuleViolation("date_unreadable", typed=as_text(value))
    return _probable(found, value)


def deadline(value: Value, today: date) -> tuple[DeadlineKind, date | None, str]:
    """Read a deadline: its kind, its day, and its own words when they say more than the day.

    Words that name no day are kept as the paper has them. Raises RuleViolation: deadline_is_remark,
    for words on how far off it is, and as `day` does, for what looks like a day and is none.
    """
    if not isinstance(value, str):
        return DeadlineKind.DATE, day(value, today), ""
    text = one_line(as_text(value))
    if _REMARK.fullmatch(" ".join(words(fold(text)))):
        raise RuleViolation("deadline_is_remark", typed=text)
    said = grammar.read(text, DeadlineContext(told_on=today))
    if said.due is not None:
        due = _probable(said.due, value)
        return said.kind, due, text if _says_words(text) else ""
    if not _says_words(text):
        impossible = said.untold is Untold.IMPOSSIBLE
        raise RuleViolation("date_impossible" if impossible else "date_unreadable", typed=text)
    is_label = fold(text) == fold(DEADLINE_KIND[said.kind])
    return said.kind, None, "" if is_label else text


def state(value: Value) -> WorkState:
    """Read a work state by the words of papers or common ones. Raises: state_unreadable."""
    folded = " ".join(words(fold(as_text(value))))
    names = {fold(label): found for found, label in WORK_STATE.items()}
    names |= {name: found for found, known in _STATES.items() for name in known}
    fitting = [name for name in names if folded == name or folded.startswith(f"{name} ")]
    if not fitting:
        raise RuleViolation("state_unreadable", typed=as_text(value))
    return names[max(fitting, key=len)]


def percent(value: Value) -> int:
    """Read a share of 0 to 100; Excel holds 80 % as 0.8. Raises RuleViolation: percent_range."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ensure_percent(value * 100 if 0 < value <= 1 else value, as_text(value))
    share = read_percent(as_text(value))
    if share is None:
        raise RuleViolation("percent_range", value=as_text(value))
    return share


def urgency(value: Value) -> Urgency:
    """Read a degree of urgency. Raises RuleViolation: urgency_unreadable."""
    folded = fold(one_line(as_text(value)))
    for found, label in URGENCY.items():
        if fold(label) == folded:
            return found
    raise RuleViolation("urgency_unreadable", typed=as_text(value))


def _probable(found: date, value: Value) -> date:
    if not _EARLIEST <= found.year <= _LATEST:
        raise RuleViolation("date_impossible", typed=as_text(value))
    return found


def _says_words(text: str) -> bool:
    """Tell words from a day written in figures, `ngày 5 tháng 3 năm 2026` among the latter."""
    plain = re.sub(r"\b(?:ngay|thang|nam)\b", "", fold(text))
    return _LETTER.search(plain) is not None


def _key(name: str) -> str:
    return " ".join(words(fold(name)))
