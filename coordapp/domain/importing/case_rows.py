"""Lists of indicators and of models kept in a table: columns by name, a verdict for each row."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from coordapp.domain.importing.degrees import secret_line
from coordapp.domain.importing.workbook import Sheet, Value
from coordapp.domain.indicators.indicator import typed_figure
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.practices.practice import Holder, Level, PracticeKind, YearState

_LOOKED_AT = 30  # rows in which the titles may stand
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_YEAR = r"(?:\s*[/,-]?\s*(?:nam\s*)?(?P<year>(?:19|20)\d\d))?"
# a period is the whole of what is written: `Tháng 1-3/2017` and `2016-2020` are none of these
_PERIODS = tuple(
    re.compile(form)
    for form in (
        r"(?:nam\s*)?(?P<year>(?:19|20)\d\d)",
        r"(?P<year>(?:19|20)\d\d)-(?:q(?P<quarter>[1-4])|h(?P<half>[12])|(?P<nine>9m)|(?P<month>0[1-9]|1[0-2]))",
        rf"(?:quy|q)\s*(?P<quarter>iv|i{{1,3}}|[1-4]){_OF_YEAR}",
        rf"6 thang(?:\s*(?P<part>dau|cuoi)(?: nam)?)?{_OF_YEAR}",
        rf"(?P<nine>9 thang)(?: dau)?(?: nam)?{_OF_YEAR}",
        rf"(?:thang|t)\s*(?P<month>0?[1-9]|1[0-2]){_OF_YEAR}",
        r"(?P<month>0?[1-9]|1[0-2])\s*/\s*(?P<year>(?:19|20)\d\d)",
        r"",
    )
)
_HALF_UNSAID = re.compile(r"6 thang(?!\s*(?:dau|cuoi))")
_SUM = re.compile(r"^(?:tong|cong)(?: (?:cong|so|hop))*$")

INDICATOR_TITLES: dict[str, tuple[str, ...]] = {
    "name": ("chi tieu", "ten chi tieu", "noi dung chi tieu", "noi dung"),
    "unit_of_measure": ("don vi tinh", "dvt"),
    "field": ("linh vuc", "nhom chi tieu"),
    "period": ("ky", "ky bao cao", "nam", "thoi gian"),
    "unit": ("don vi", "don vi thuc hien", "co quan", "don vi bao cao"),
    "plan": ("ke hoach", "kh", "chi tieu giao", "muc tieu"),
    "actual": ("thuc hien", "th", "ket qua", "ket qua thuc hien"),
    "source": ("nguon", "nguon so lieu", "can cu"),
    "note": ("ghi chu",),
}
PRACTICE_TITLES: dict[str, tuple[str, ...]] = {
    "name": (
        "ten mo hinh", "mo hinh", "ten mo hinh, dien hinh", "mo hinh, dien hinh", "ten",
        "ten mo hinh dan van kheo", "ten dien hinh",
    ),
    "code": ("ma", "ma mo hinh"),
    "kind": ("loai", "loai hinh"),
    "held_by": (
        "don vi, ca nhan thuc hien", "don vi/ca nhan thuc hien", "don vi thuc hien",
        "tap the, ca nhan thuc hien", "nguoi thuc hien",
    ),
    "unit": ("don vi phu trach", "don vi", "don vi bao cao", "to chuc"),
    "holder": ("tap the/ca nhan", "tap the, ca nhan", "doi tuong"),
    "field": ("linh vuc",),
    "level": ("cap", "cap mo hinh"),
    "place": ("dia ban", "dia diem", "noi thuc hien"),
    "started": ("nam dang ky", "nam xay dung", "nam bat dau", "nam"),
    "state": ("moi/duy tri", "tinh trang", "moi, duy tri", "duy tri/xay dung moi"),
    "result": ("ket qua noi bat", "ket qua"),
    "note": ("ghi chu",),
}  # fmt: skip
_KINDS = {"mo hinh": PracticeKind.MODEL, "dien hinh": PracticeKind.EXEMPLAR}
_HOLDERS = {"tap the": Holder.COLLECTIVE, "ca nhan": Holder.INDIVIDUAL}
_LEVELS = {
    "co so": Level.BASE, "xa": Level.BASE, "phuong": Level.BASE, "huyen": Level.DISTRICT,
    "tinh": Level.PROVINCE, "trung uong": Level.CENTRAL,
}  # fmt: skip
_STATES = {
    "moi": YearState.NEW, "xay dung moi": YearState.NEW, "duy tri": YearState.KEPT,
    "khong con duy tri": YearState.ENDED, "da dung": YearState.ENDED,
}  # fmt: skip
_WHOLE = "toàn chương trình"
_TELLING = ("plan", "actual", "period", "started", "state", "place", "field", "code")
_SOURCE_DAY = re.compile(r"\s*\((\d{1,2})/(\d{1,2})/(\d{4})\)$")


class CaseOutcome(Enum):
    """What becomes of a row of such a list."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"
    PASSED_OVER = "passed_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTable:
    """A sheet of such a list: where its titles stand, what its columns hold, the year it names."""

    sheet: Sheet
    title_row: int
    columns: Mapping[str, int]
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One row in words; `values` are read and checked, `assumed` name what the row did not say."""

    number: int
    said: Mapping[str, str]
    values: Mapping[str, object] = field(default_factory=dict)
    unit_id: UnitId | None = None
    outcome: CaseOutcome = CaseOutcome.NEW
    reason: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    assumed: tuple[tuple[str, str], ...] = ()


Reading = Callable[[Mapping[str, str], "CaseTable"], tuple[dict[str, object], dict[str, str]]]


def find_table(sheets: Iterable[Sheet], titles: Mapping[str, tuple[str, ...]]) -> CaseTable | None:
    """Find the first visible sheet with a title for names and at least two more; None without one."""
    for sheet in sheets:
        if sheet.is_hidden:
            continue
        above: list[str] = []
        for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
            columns = _columns(row, titles)
            if "name" in columns and len(columns) > 2:
                year = _YEAR.search(" ".join(above))
                return CaseTable(
                    sheet=sheet,
                    title_row=number,
                    columns=columns,
                    year=int(year[1]) if year else None,
                )
            above += [text(cell) for cell in row]
    return None


def read_rows(table: CaseTable, reading: Reading, units: Mapping[str, UnitId]) -> list[CaseRow]:
    """Read every row below the titles; `units` are known by every folded name.

    A row that cannot be taken says why; sums, headings and signatures are passed over and say so.
    """
    found: list[CaseRow] = []
    for number, row in enumerate(table.sheet.rows, start=1):
        if number <= table.title_row + 1 or not any(text(cell) for cell in row):
            continue
        said = {name: _cell(row, column) for name, column in table.columns.items()}
        found.append(_read(number, row, said, table, reading, units))
    return found


def _read(
    number: int,
    row: Sequence[Value],
    said: Mapping[str, str],
    table: CaseTable,
    reading: Reading,
    units: Mapping[str, UnitId],
) -> CaseRow:
    passed = _passed_over(row, said)
    if passed:
        return CaseRow(number=number, said=said, outcome=CaseOutcome.PASSED_OVER, reason=passed)
    rejected = CaseOutcome.REJECTED
    degree = secret_line(table.sheet.rows[table.title_row], row)
    if degree is not None:
        return CaseRow(
            number=number,
            said=said,
            outcome=rejected,
            reason="secret_refused",
            params={"secrecy": degree},
        )
    if not said["name"]:
        return CaseRow(number=number, said=said, outcome=rejected, reason="case_name_missing")
    unit = said.get("unit", "")
    unit_id = units.get(fold(unit)) if unit else None
    if unit and unit_id is None and fold(unit) not in ("toan chuong trinh", "toan tinh", "chung"):
        return CaseRow(
            number=number, said=said, outcome=rejected, reason="unit_unknown", params={"name": unit}
        )
    try:
        values, assumed = reading(said, table)
    except RuleViolation as error:
        return CaseRow(
            number=number, said=said, outcome=rejected, reason=error.code, params=error.params
        )
    return CaseRow(
        number=number, said=said, values=values, unit_id=unit_id, assumed=tuple(assumed.items())
    )


def _passed_over(row: Sequence[Value], said: Mapping[str, str]) -> str:
    filled = [text(cell) for cell in row if text(cell)]
    if any(_SUM.match(fold(words).strip(" .:")) for words in filled):
        return "case_row_sum"
    # the number of a section and its name, or a line written across the table
    words = [one for one in filled if not re.fullmatch(r"[\dIVXivx.)\-/]+|[A-Za-z][.)]?", one)]
    telling = "".join(said.get(name, "") for name in _TELLING)
    if not said["name"]:
        # signatures and notes below the table have no figures
        return "" if any(map(str.isdigit, telling)) else "case_row_heading"
    if not telling and len(words) <= 1 and len(filled) <= 2 and len(said) > 2:
        return "case_row_heading"
    return ""


def indicator_values(
    said: Mapping[str, str], table: CaseTable
) -> tuple[dict[str, object], dict[str, str]]:
    """Read a row of indicators. Raises RuleViolation: period_unreadable, figure_unreadable."""
    assumed: dict[str, str] = {}
    typed = said.get("period", "")
    period = read_period(typed, table.year)
    if period is None:
        raise RuleViolation("period_unreadable", period=typed)
    if not _YEAR.search(typed) or _HALF_UNSAID.search(fold(typed)):
        assumed["period"] = period
    if "unit" in said and not said["unit"]:
        assumed["unit"] = _WHOLE
    values: dict[str, object] = {"period": period}
    for name in ("plan", "actual"):
        values[name] = typed_figure(said.get(name, ""))
    values["source"], values["source_on"] = _source(said.get("source", ""))
    return values, assumed


def _source(typed: str) -> tuple[str, date | None]:
    """Part a source from the day behind it, as the forms of the register write them."""
    found = _SOURCE_DAY.search(typed)
    if found is None:
        return typed, None
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return typed, None
    return typed[: found.start()], day


def practice_values(
    said: Mapping[str, str], table: CaseTable
) -> tuple[dict[str, object], dict[str, str]]:
    """Read a row of models. Raises RuleViolation: year_unreadable, word_unknown."""
    assumed: dict[str, str] = {}
    started = said.get("started", "")
    year = _YEAR.fullmatch(started)
    if started and year is None:
        raise RuleViolation("year_unreadable", value=started)
    values: dict[str, object] = {
        "kind": _word(said, "kind", _KINDS, PracticeKind.MODEL, assumed),
        "holder": _word(said, "holder", _HOLDERS, Holder.COLLECTIVE, assumed),
        "level": _word(said, "level", _LEVELS, Level.BASE, assumed),
        "started": int(year[1]) if year else None,
        "state": None,
        "year": table.year,
    }
    if said.get("state"):
        values["state"] = _word(said, "state", _STATES, YearState.KEPT, assumed)
        if table.year is None and year is None:
            raise RuleViolation("year_unreadable", value=said["state"])
    return values, assumed


def read_period(typed: str, year: int | None) -> str | None:
    """Read a period as lists name it: `Quý I/2017`, `6 tháng`, `Năm 2017`; None when it is none.

    `year` is that of the list, for periods that name none.
    """
    low = fold(typed).strip(" .")
    match = next((found for form in _PERIODS if (found := form.fullmatch(low))), None)
    if match is None:
        return None
    said = match.groupdict()
    of_year = said.get("year") or year
    if of_year is None:
        return None
    if quarter := said.get("quarter"):
        return f"{of_year}-Q{_QUARTERS[quarter]}"
    if said.get("nine"):
        return f"{of_year}-9M"
    if month := said.get("month"):
        return f"{of_year}-{int(month):02d}"
    if low.startswith("6 thang"):
        return f"{of_year}-H{2 if said['part'] == 'cuoi' else 1}"
    return f"{of_year}-H{said['half']}" if said.get("half") else str(of_year)


def _word(
    said: Mapping[str, str],
    name: str,
    known: Mapping[str, Enum],
    usual: Enum,
    assumed: dict[str, str],
) -> Enum:
    words = fold(said.get(name, "")).strip(" .")
    if not words:
        if name in said:
            assumed[name] = str(usual.value)
        return usual
    if words in known:
        return known[words]
    # "mô hình điển hình" could be either
    within = {
        member for word, member in known.items() if re.search(rf"(?:^|\s){word}(?:\s|$)", words)
    }
    if len(within) == 1:
        return within.pop()
    raise RuleViolation("word_unknown", value=said[name])


def text(cell: Value) -> str:
    """Give what a cell says on one line; whole numbers without a point."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, float):
        # a comma, or 1.234 would be taken for one thousand and more
        return repr(cell).replace(".", ",")
    return one_line(str(cell))


def _columns(row: Sequence[Value], titles: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        title = fold(text(cell)).strip(" .:*")
        title = re.sub(r"\s*\([^)]*\)$", "", title)
        for name, words in titles.items():
            if title in words:
                found.setdefault(name, column)
    return found


def _cell(row: Sequence[Value], column: int) -> str:
    return text(row[column]) if column < len(row) else ""
