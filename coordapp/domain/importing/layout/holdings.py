"""What columns hold, by their values, where names say nothing or something else."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from coordapp.domain.importing.layout.columns import ImportColumn, named, plain
from coordapp.domain.importing.layout.header import Header
from coordapp.domain.importing.layout.parties import parties_in
from coordapp.domain.importing.values import days, states
from coordapp.domain.importing.values.cells import is_failed, says_nothing, typed
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Sheet, Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import WorkState

_LOOKED_AT = 60
_MOST_SHARE, _HALF = 0.6, 0.5
_WORK_WORDS = 3  # of a task at least, on the average
_CODE = re.compile(r"'?[A-ZĐ]{1,6}[-./ ]?\d{1,6}(?:[-./]\w{1,6})*|\d{2,}[-./][A-ZĐ]{1,6}[-./\w]*")
_NUMBER = re.compile(
    r"'?(?:\(?\d{1,4}(?:\.\d{1,3})*[.)]?|[IVXLC]{1,6}[.)]?|[A-ZĐ]|[A-Za-zđĐ][.)]|[-+*•])"
)
_TIME_WORDS = re.compile(
    r"\d|thường xuyên|hằng|hàng|tháng|quý|tuần|năm|trước|cuối|đầu|ngày|định kỳ", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:(?i:ông|bà|đ/c|đồng chí|anh|chị)\s+)?(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]*\s+){1,4}[A-ZĐÀ-Ỹ][a-zà-ỹđ]*"
)
_AHEAD = re.compile(
    r"\b(?:trước|quý|cuối|trong|hằng|hàng|thường xuyên|chậm nhất|đến)\b", re.IGNORECASE
)
_FAMILIES = frozenset(
    ("nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do",
     "ho", "ngo", "duong", "ly", "dinh", "doan", "luong", "truong", "mai", "trinh", "dao",
     "cao", "lam", "ha", "chu", "to", "ta", "vuong", "quach", "luu", "thai", "diep", "tong")
)  # fmt: skip


@dataclass(frozen=True)
class ColumnProfile:
    """The values of one column below its title, and the share of each kind among them."""

    values: Sequence[Value]
    units: Units
    context: DayContext

    def _share(self, told: Iterable[bool]) -> float:
        return sum(told) / len(self.values) if self.values else 0.0

    @cached_property
    def texts(self) -> list[str]:
        return [typed(value) for value in self.values]

    @cached_property
    def of_units(self) -> float:
        return self._share(bool(text) and self.units.knows(text) for text in self.texts)

    @cached_property
    def of_days(self) -> float:
        return self._share(self._is_day(value) for value in self.values)

    def _is_day(self, value: Value) -> bool:
        if isinstance(value, date | datetime):
            return True
        if not isinstance(value, str) or len(value) > 60 or not _TIME_WORDS.search(value):
            return False
        try:
            found = days.deadline(value, self.context).deadline
        except RuleViolation:
            return False
        return found.due is not None or found.untold is None

    @cached_property
    def of_states(self) -> float:
        return self._share(
            states.is_phrase(text) and any(map(str.isalpha, text)) for text in self.texts
        )

    @cached_property
    def of_shares(self) -> float:
        return self._share(text.endswith("%") and len(text) < 15 for text in self.texts)

    @cached_property
    def of_numbers(self) -> float:
        return self._share(
            _NUMBER.fullmatch(text) is not None
            and (not isinstance(value, float) or value.is_integer())
            for text, value in zip(self.texts, self.values, strict=True)
        )

    @cached_property
    def of_codes(self) -> float:
        share = self._share(_CODE.fullmatch(text) is not None for text in self.texts)
        return share if len(set(self.texts)) * 2 > len(self.texts) else 0.0

    @cached_property
    def of_persons(self) -> float:
        return self._share(is_person(text) for text in self.texts)

    @cached_property
    def words(self) -> float:
        """Count the words of a text, on the average; days, numbers and names are no texts."""
        counts = [len(text.split()) for text in self.texts]
        return sum(counts) / len(counts) if counts else 0.0

    @cached_property
    def days(self) -> list[date]:
        found = []
        for value in self.values:
            try:
                found.append(days.day(value, self.context))
            except RuleViolation:
                continue
        return found


def is_person(text: str) -> bool:
    """Tell the name of a person: a family name first, two to five words, all with capitals."""
    if not 2 <= len(text.split()) <= 7 or _PERSON.fullmatch(text) is None:
        return False
    return any(word in _FAMILIES for word in plain(text).split()[:3])


def profile(
    sheet: Sheet, column: int, rows: Sequence[int], units: Units, context: DayContext
) -> ColumnProfile:
    """Look at the first values of a column."""
    values: list[Value] = []
    for number in rows:
        row = sheet.rows[number - 1]
        if column < len(row) and not says_nothing(row[column]) and not is_failed(row[column]):
            values.append(row[column])
        if len(values) >= _LOOKED_AT:
            break
    return ColumnProfile(values=tuple(values), units=units, context=context)


def completed(
    sheet: Sheet, header: Header, rows: range, span: range, units: Units, context: DayContext
) -> Header:
    """Give meaning to columns that no name tells, by what they hold."""
    found = _Completing(sheet, header, rows, span, units, context).header()
    return replace(found, parties=parties_in(found, units))


class _Completing:
    def __init__(
        self,
        sheet: Sheet,
        header: Header,
        rows: range,
        span: range,
        units: Units,
        context: DayContext,
    ) -> None:
        self._sheet, self._header = sheet, header
        self._rows = _numbered(sheet, header, rows)
        self._fields = dict(header.fields)
        self._guessed: set[int] = set()
        width = max((len(sheet.rows[number - 1]) for number in rows), default=0)
        self._profiles = {
            column: found
            for column in range(span.start, min(span.stop, width))
            if column + 1 not in sheet.hidden_columns and column not in header.ticks
            for found in (profile(sheet, column, self._rows, units, context),)
            if found.values
        }
        self._today = context.today

    def header(self) -> Header:
        self._correct()
        self._name_again()
        self._take_first(ImportColumn.LEAD, self._left(ImportColumn.FOCAL), self._is_of_units)
        self._take_first(ImportColumn.COORDINATING, self._left(), self._is_of_units)
        self._take_deadline()
        if not (self._header.ticks or self._has(ImportColumn.PROGRESS)):
            self._take_first(ImportColumn.STATE, self._left(), lambda p: p.of_states >= _MOST_SHARE)
        self._take_first(ImportColumn.PERCENT, self._left(), lambda p: p.of_shares >= _MOST_SHARE)
        self._take_work()
        self._take_first(ImportColumn.NUMBER, self._left()[:1], self._is_of_numbers)
        self._take_first(ImportColumn.CODE, self._left()[:1], lambda p: p.of_codes >= 0.8)
        return replace(
            self._header,
            fields=dict(sorted(self._fields.items())),
            guessed=frozenset(self._guessed),
        )

    def _has(self, held: ImportColumn) -> bool:
        return held in self._fields.values()

    def _column(self, held: ImportColumn) -> int | None:
        return next((column for column, known in self._fields.items() if known is held), None)

    def _left(self, *also: ImportColumn) -> list[int]:
        return [
            column
            for column in self._profiles
            if column not in self._fields or self._fields[column] in also
        ]

    def _take(self, held: ImportColumn, column: int) -> None:
        self._fields[column] = held
        self._guessed.add(column)

    def _take_first(
        self, held: ImportColumn, columns: Sequence[int], fits: Callable[[ColumnProfile], bool]
    ) -> None:
        if self._has(held):
            return
        for column in columns:
            if fits(self._profiles[column]):
                self._take(held, column)
                return

    def _is_of_units(self, found: ColumnProfile) -> bool:
        return found.of_units >= _HALF

    def _is_of_numbers(self, found: ColumnProfile) -> bool:
        return found.of_numbers >= _MOST_SHARE and len(found.values) > 1

    def _correct_lead(self) -> None:
        """Let persons be whom to ask where another column holds units."""
        said = self._column(ImportColumn.LEAD)
        found = None if said is None else self._profiles.get(said)
        if said is None or found is None or found.of_units:
            return
        others = [c for c in self._left() if self._is_of_units(self._profiles[c])]
        if others:
            self._take(ImportColumn.LEAD, others[0])
            del self._fields[said]
            if not self._has(ImportColumn.FOCAL):
                self._take(ImportColumn.FOCAL, said)

    def _correct(self) -> None:
        """Believe the values where a name says something else."""
        self._correct_lead()
        for column, held in tuple(self._fields.items()):
            found = self._profiles.get(column)
            if found is None:
                continue
            if (
                held in (ImportColumn.PROGRESS, ImportColumn.PERCENT)
                and found.of_days >= _MOST_SHARE
            ):
                is_due = not self._has(ImportColumn.DUE)
                other = ImportColumn.DUE if is_due else ImportColumn.FINISHED
                if not self._has(other):
                    self._take(other, column)
            elif held is ImportColumn.PERCENT and found.of_states >= _HALF:
                is_free = not self._has(ImportColumn.STATE) and not self._header.ticks
                self._take(ImportColumn.STATE if is_free else ImportColumn.PROGRESS, column)
            elif held is ImportColumn.PROGRESS and found.of_shares >= _MOST_SHARE:
                if not self._has(ImportColumn.PERCENT):
                    self._take(ImportColumn.PERCENT, column)
            elif held is ImportColumn.FINISHED and not self._has(ImportColumn.DUE):
                self._correct_finished(column, found)

    def _name_again(self) -> None:
        """Give a name that has become free to another column that bears it."""
        for column in self._left():
            held = named(self._header.title(column))
            if held is not None and not self._has(held):
                self._fields[column] = held

    def _correct_finished(self, column: int, found: ColumnProfile) -> None:
        """Take the only day of a table for the deadline, where it is there before the work ends."""
        if "thuc te" in plain(self._header.title(column)):
            return
        is_ahead = any(day > self._today for day in found.days)
        is_worded = any(_AHEAD.search(text) for text in found.texts)
        if is_ahead or is_worded or self._stands_beside_open_work(column):
            self._take(ImportColumn.DUE, column)

    def _stands_beside_open_work(self, column: int) -> bool:
        told = self._column(ImportColumn.STATE)
        told = self._column(ImportColumn.PROGRESS) if told is None else told
        rows = [self._sheet.rows[number - 1] for number in self._rows]
        if self._header.ticks:
            return any(self._is_marked_open(row) for row in rows if not _is_blank_at(row, column))
        filled = [row for row in rows if column < len(row) and not says_nothing(row[column])]
        if told is None:
            works = sum(sum(not says_nothing(value) for value in row) > 2 for row in rows)
            return len(filled) * 10 >= works * 7 and len(filled) > 1
        said = [states.read(typed(row[told])).state for row in filled if told < len(row)]
        return any(state not in (None, WorkState.DONE) for state in said)

    def _is_marked_open(self, row: Sequence[Value]) -> bool:
        return any(
            not _is_blank_at(row, column) and state is not WorkState.DONE
            for column, state in self._header.ticks.items()
        )

    def _take_deadline(self) -> None:
        if self._has(ImportColumn.DUE):
            return
        dated = [c for c in self._left() if self._profiles[c].of_days >= _MOST_SHARE]
        if not dated:
            return
        # of two days of a task the later one is its deadline
        latest = max(dated, key=lambda column: max(self._profiles[column].days, default=date.min))
        self._take(ImportColumn.DUE, latest)
        others = [column for column in dated if column != latest]
        if others and not self._has(ImportColumn.ASSIGNED):
            self._take(ImportColumn.ASSIGNED, others[0])

    def _take_work(self) -> None:
        if self._has(ImportColumn.WORK):
            return
        texts = [
            column
            for column in self._left(ImportColumn.CONTENT)
            if self._profiles[column].words >= _WORK_WORDS
            and self._profiles[column].of_days < _HALF
            and self._profiles[column].of_units < _HALF
            and self._profiles[column].of_persons < _HALF
        ]
        if texts:
            self._take(ImportColumn.WORK, max(texts, key=lambda c: self._profiles[c].words))


def _is_blank_at(row: Sequence[Value], column: int) -> bool:
    return column >= len(row) or says_nothing(row[column])


def _numbered(sheet: Sheet, header: Header, rows: range) -> Sequence[int]:
    """Leave out the rows without a number, where most have one: headings, totals, signatures."""
    column = header.column(ImportColumn.NUMBER)
    if column is None:
        return rows
    numbered = [
        number
        for number in rows
        if not _is_blank_at(sheet.rows[number - 1], column)
        and any(map(str.isdigit, typed(sheet.rows[number - 1][column])))
    ]
    return numbered if len(numbered) > 1 else rows
