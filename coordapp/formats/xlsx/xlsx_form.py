"""The one shape of the Excel forms: letterhead, title, caption, table in parts, sums, signatures.

Every form is a `Form` value; what differs between them is data. Source: resources/docs/forms.md 5.4.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby, zip_longest
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from coordapp.domain.calendar import dates
from coordapp.domain.figures.form_contents import FormHeading
from coordapp.formats.files import replacing
from coordapp.formats.xlsx import xlsx_cached, xlsx_style
from coordapp.formats.xlsx.xlsx_long import LongTexts

Step = Callable[[int, int], None]
Value = str | int | float | date | None
# dots for thousands whatever the machine is set to
NUMBER = r"[>=1000000]#\.000\.000;[>=1000]#\.000;0"
# a format knows two limits; beyond a thousand millions the cell has one of its own
_LARGE, _LARGE_NUMBER = 1_000_000_000, r"[>=1000000000]#\.000\.000\.000;[>=1000000]#\.000\.000;0"
_COUNTED = r'[>=1000]#\.000" {0}";0" {0}"'
PERCENT, WHOLE_PERCENT = "0.0%", "0%"
_HEADED, _PLAIN = 8, 1  # first row of the header of the table
_SECOND = 34.0  # the name of the body may take two lines
_LABEL = 36.0  # width that the label of a count needs, in characters
_EMPTY_NAME = "……………………"


@dataclass(frozen=True, slots=True)
class Total:
    """The formula of a last row ({range} the cells, {row} that row), and how to work it out.

    It is given the cells of the column and the totals to the left, by letter. `parted` is the
    formula where parts have sums of their own, which it leaves out.
    """

    formula: str
    work_out: Callable[[Sequence[Value], Mapping[str, Any]], float | str]
    parted: str = ""


SUM = Total("SUM({range})", lambda cells, _left: sum(_numbers(cells)), "SUBTOTAL(9,{range})")
MAX = Total(
    "MAX({range})", lambda cells, _left: max(_numbers(cells), default=0), "SUBTOTAL(4,{range})"
)
PRESENT = Total('COUNTIF({range},"x")', lambda cells, _left: cells.count("x"))


def _numbers(cells: Sequence[Value]) -> list[int | float]:
    return [cell for cell in cells if isinstance(cell, (int, float))]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column, perhaps with a total below."""

    title: str
    width: float
    align: str = "left"
    group: str = ""
    format: str = ""
    total: Total | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """Rows under an optional heading; `header` names its columns anew.

    `counted` is what the rows are, where a line below them says how many there are.
    """

    rows: Sequence[Sequence[Value]]
    heading: str = ""
    counted: str = ""
    header: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()  # columns of every row joined, counted from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One sheet; without `heading` it is a bare list behind another sheet."""

    sheet: str
    columns: tuple[FormColumn, ...]
    parts: tuple[FormPart, ...]
    heading: FormHeading | None = None
    title: str = ""
    caption: str = ""
    empty: str = "Không có nhiệm vụ nào."
    notes: tuple[str, ...] = ()
    # label, formula with {first}, {last} of the table, and what it works out to
    counts: tuple[tuple[str, str, int], ...] = ()
    title_spans: tuple[tuple[int, int], ...] = ()  # titles joined, counted from 1
    goes_with_report: bool = True  # a line to write the number of the report it belongs to
    key: int = 1  # the column that names a row whose text is too long for a cell


def write(forms: Sequence[Form], target: Path, step: Step) -> None:
    """Write a workbook of one sheet a form, or leave the file there as it was.

    Raises DocumentError as `replacing` does; what `step` raises stops the work.
    """
    with replacing(target) as draft:
        first = forms[0]
        body = first.heading.committee.name if first.heading else ""
        book = xlsx_style.new_book(first.title, body)
        total = sum(len(part.rows) for form in forms for part in form.parts)
        progress = _Progress(step, total)
        longs = LongTexts()
        try:
            for form in forms:
                _Sheet(book, form, longs).write(progress)
            longs.write(book)
        except BaseException:
            # ends the generators that hold half-written sheets open
            with suppress(OSError):
                for sheet in book.worksheets:
                    sheet.close()
            raise
        xlsx_cached.save(book, draft)
        step(total, total)


class _Progress:
    """Counts rows over all sheets and tells of every hundredth."""

    def __init__(self, step: Step, total: int) -> None:
        self._step = step
        self._total = total
        self._done = 0
        step(0, total)

    def row(self) -> None:
        self._done += 1
        if self._done % 100 == 0:
            self._step(self._done, self._total)


class _Sheet:
    """One sheet in the making; cells of a column are styled once and used for every row."""

    def __init__(self, book: Any, form: Form, longs: LongTexts) -> None:
        self._form = form
        self._longs = longs
        self._sheet = book.create_sheet(form.sheet)
        self._row = 0
        self._lines = 1
        self._count = len(form.columns)
        self._last_letter = get_column_letter(self._count)
        self._grouped = any(column.group for column in form.columns)
        self._header = _PLAIN if form.heading is None else _HEADED - (not form.goes_with_report)
        self._first = self._header + (2 if self._grouped else 1)
        self._room = sum(column.width for column in form.columns)
        self._made: dict[tuple[int, str], Any] = {}
        self._sums = any(column.total for column in form.columns)
        # a single part is summed up by the last line
        self._parted = self._sums and sum(bool(p.heading and p.rows) for p in form.parts) > 1

    def write(self, progress: _Progress) -> None:
        self._set_up()
        if self._form.heading:
            self._head(self._form.heading)
        self._titles()
        for part in self._form.parts:
            self._part(part, progress)
        if not any(part.rows for part in self._form.parts):
            self._values([None, self._form.empty, *[None] * (self._count - 2)])
        last = self._row
        self._filter(last)
        if self._sums:
            self._totals(last)
        self._foot(last)
        self._sheet.print_area = f"A1:{self._last_letter}{self._row}"

    def _set_up(self) -> None:
        widths = [column.width for column in self._form.columns]
        xlsx_style.set_page(self._sheet, widths, self._header)
        self._sheet.print_title_rows = f"{self._header}:{self._first - 1}"
        self._sheet.freeze_panes = f"C{self._first}"

    def _filter(self, last: int) -> None:
        parts = self._form.parts
        single = len(parts) == 1 and not parts[0].heading
        if single and parts[0].rows and not self._grouped:
            self._sheet.auto_filter.ref = f"A{self._header}:{self._last_letter}{last}"

    # --- head

    def _head(self, heading: FormHeading) -> None:
        split = self._split()
        for left, right in xlsx_style.letterhead(self._sheet, heading):
            row: list[Any] = [None] * self._count
            row[0], row[split] = left, right
            self._append(row, _SECOND if self._row == 1 else 0)
            self._merge(1, split)
            self._merge(split + 1, self._count)
        self._across(xlsx_style.line(self._sheet, self._form.title, size=14, bold=True), height=24)
        if self._form.goes_with_report:
            carrier = "(Kèm theo Báo cáo số ………… ngày ……/……/…………)"
            self._across(xlsx_style.line(self._sheet, carrier, italic=True))
        caption = self._form.caption or f"Số liệu tính đến ngày {dates.in_figures(heading.as_of)}"
        self._across(xlsx_style.line(self._sheet, f"({caption})", italic=True))
        self._append([], 6)

    def _split(self) -> int:
        """Find the column at which the right half of the letterhead begins."""
        widths = list(accumulate(column.width for column in self._form.columns))
        half = next(n for n, width in enumerate(widths, start=1) if width >= 0.48 * widths[-1])
        return min(half, self._count - 1)

    def _across(self, cell: Any, height: float = 0) -> None:
        lines = xlsx_style.line_count(str(cell.value or ""), self._room)
        self._append([cell], max(height, xlsx_style.row_height(lines)))
        self._merge(1, self._count)

    def _titles(self) -> None:
        columns = self._form.columns
        lowest = [column for column in columns if column.group or not self._grouped]
        lines = max(xlsx_style.line_count(column.title, column.width - 1) for column in lowest)
        if self._grouped:
            # a group stands over its columns; a column without group is as high as both rows
            over = [self._title(column.group or column.title) for column in columns]
            self._append(over, xlsx_style.row_height(2))
            place = 1
            for group, members in groupby(columns, key=lambda column: column.group):
                width = len(tuple(members))
                if group:
                    self._merge(place, place + width - 1)
                else:
                    for single in range(place, place + width):
                        letter = get_column_letter(single)
                        self._merge_range(f"{letter}{self._row}:{letter}{self._row + 1}")
                place += width
        titles = [self._title(column.title) for column in columns]
        self._append(titles, xlsx_style.row_height(max(lines, 2)))
        for first, last in self._form.title_spans:
            self._merge(first, last)

    def _title(self, text: str) -> Any:
        return xlsx_style.header_cell(self._sheet, text)

    # --- table

    def _part(self, part: FormPart, progress: _Progress) -> None:
        if part.heading:
            self._heading(part.heading)
        if part.header and part.rows:
            self._append([self._title(text) for text in part.header])
            for first, last in part.spans:
                self._merge(first, last)
        first = self._row + 1
        for row in part.rows:
            self._values(row, part.spans)
            progress.row()
        if part.rows and (part.counted or (part.heading and self._parted)):
            self._sum_of(part, first)

    def _sum_of(self, part: FormPart, first: int) -> None:
        cells = self._sum_cells("Cộng", part.rows, (first, self._row))
        if part.counted:
            # every row has its number, and what goes on below it has none
            count = xlsx_cached.formula(f"COUNT(A{first}:A{self._row})", len(part.rows))
            cells[2].value = count
            cells[2].number_format = _COUNTED.format(part.counted)
            cells[2].alignment = xlsx_style.placed("left")
        self._append(cells)

    def _heading(self, text: str) -> None:
        clean = self._longs.fit(text, "Tiêu đề", text)
        first = xlsx_style.line(self._sheet, "", bold=True, align="left")
        first.quotePrefix = xlsx_style.is_formula_like(clean)
        xlsx_style.put_text(first, clean)
        cells = [first, *(xlsx_style.line(self._sheet, "") for _ in range(self._count - 1))]
        for cell in cells:
            cell.border = xlsx_style.BORDER
        self._append(cells, xlsx_style.row_height(xlsx_style.line_count(clean, self._room)))
        self._merge(1, self._count)

    def _values(self, row: Sequence[Value], spans: tuple[tuple[int, int], ...] = ()) -> None:
        key = str(row[self._form.key] or "")
        widths = [column.width for column in self._form.columns]
        for first, last in spans:
            widths[first - 1] = sum(widths[first - 1 : last])
        for line in self._in_rows(row, widths, key):
            self._lines = 1
            cells = [self._cell(n, value, widths[n]) for n, value in enumerate(line)]
            self._append(cells, xlsx_style.row_height(self._lines))
            for first, last in spans:
                self._merge(first, last)

    def _in_rows(
        self, row: Sequence[Value], widths: Sequence[float], key: str
    ) -> Iterator[Sequence[Value]]:
        """Give the row, and further ones for what is too long for the highest row there is."""
        titles = (column.title for column in self._form.columns)
        fitted = [
            self._longs.fit(key, title, value) if isinstance(value, str) else value
            for title, value in zip(titles, row, strict=False)
        ]
        cut = [
            xlsx_style.in_rows(value, width) if isinstance(value, str) else [value]
            for value, width in zip(fitted, widths, strict=False)
        ]
        return zip_longest(*cut)

    def _cell(self, place: int, value: Value, width: float) -> Any:
        if isinstance(value, date):
            if value >= xlsx_style.FIRST_DATE:
                cell = self._styled(place, "date")
                cell.value = value
                return cell
            value = dates.in_figures(value)
        if isinstance(value, str):
            self._lines = max(self._lines, xlsx_style.line_count(value, width))
            kind = "typed" if xlsx_style.is_formula_like(value) else "text"
            return xlsx_style.put_text(self._styled(place, kind), value)
        cell = self._styled(place, "number")
        cell.value = value
        if self._form.columns[place].format:
            cell.number_format = _format_of(self._form.columns[place].format, value)
        return cell

    def _styled(self, place: int, kind: str) -> Any:
        cell = self._made.get((place, kind))
        if cell is None:
            column = self._form.columns[place]
            if kind == "date":
                cell = xlsx_style.date_cell(self._sheet)
            else:
                cell = xlsx_style.blank_cell(self._sheet, align=column.align, typed=kind == "typed")
            self._made[place, kind] = cell
        return cell

    # --- foot

    def _totals(self, last: int) -> None:
        rows = [row for part in self._form.parts for row in part.rows]
        self._append(self._sum_cells("Tổng cộng", rows, (self._first, last)))

    def _sum_cells(
        self, label: str, rows: Sequence[Sequence[Value]], span: tuple[int, int]
    ) -> list[Any]:
        """Make the cells of a line that sums these rows up, which take so many lines."""
        cells: list[Any] = []
        left: dict[str, float | str] = {}
        for place, column in enumerate(self._form.columns, start=1):
            letter = get_column_letter(place)
            align = "left" if place == 2 else "center"
            cell = xlsx_style.line(self._sheet, label if place == 2 else "", bold=True, align=align)
            cell.border = xlsx_style.BORDER
            if column.total:
                area = f"{letter}{span[0]}:{letter}{span[1]}"
                formula = (column.total.parted if self._parted else "") or column.total.formula
                left[letter] = column.total.work_out([row[place - 1] for row in rows], left)
                text = formula.format(range=area, row=self._row + 1)
                cell.value = xlsx_cached.formula(text, left[letter])
                cell.number_format = _format_of(column.format or NUMBER, left[letter])
            cells.append(cell)
        return cells

    def _foot(self, last: int) -> None:
        if self._form.counts:
            self._append([])
        for label, formula, value in self._form.counts:
            text = formula.format(first=self._first, last=last)
            self._counted(label, xlsx_cached.formula(text, value))
        for note in self._form.notes:
            self._across(xlsx_style.line(self._sheet, note, italic=True, align="left"))
        if self._form.heading:
            self._signatures(self._form.heading)

    def _counted(self, label: str, formula: str) -> None:
        widths = accumulate(column.width for column in self._form.columns)
        wide = next(n for n, width in enumerate(widths, start=1) if width >= _LABEL)
        cells = [xlsx_style.line(self._sheet, "", align="left") for _ in range(wide)]
        xlsx_style.put_text(cells[0], label)
        count = xlsx_style.line(self._sheet, "", align="center")
        count.value = formula
        for cell in (*cells, count):
            cell.border = xlsx_style.BORDER
        self._append([*cells, count])
        self._merge(1, wide)

    def _signatures(self, heading: FormHeading) -> None:
        split = self._split()
        self._append([])
        name = heading.signer_name or _EMPTY_NAME
        lines: Iterator[tuple[str, str]] = iter(
            (("NGƯỜI LẬP BIỂU", heading.signer_post), *[("", "")] * 4, (_EMPTY_NAME, name))
        )
        for left, right in lines:
            row: list[Any] = [None] * self._count
            if left:
                row[0] = xlsx_style.line(self._sheet, left, bold=True)
                row[split] = xlsx_style.line(self._sheet, right, bold=True)
            self._append(row)
            if left:
                self._merge(1, split)
                self._merge(split + 1, self._count)

    # --- rows

    def _append(self, cells: Sequence[Any], height: float = 0) -> None:
        self._row += 1
        if height:
            # before the row is written: written rows are gone
            self._sheet.row_dimensions[self._row].height = height
        self._sheet.append(list(cells))

    def _merge(self, first: int, last: int) -> None:
        if last > first:
            start, end = get_column_letter(first), get_column_letter(last)
            self._merge_range(f"{start}{self._row}:{end}{self._row}")

    def _merge_range(self, cells: str) -> None:
        self._sheet.merged_cells.add(cells)


def _format_of(wanted: str, value: Value) -> str:
    """Write whole numbers with dots for thousands, whatever the column says of others."""
    if isinstance(value, int) and wanted not in (PERCENT, WHOLE_PERCENT):
        return _LARGE_NUMBER if value >= _LARGE else NUMBER
    return wanted
