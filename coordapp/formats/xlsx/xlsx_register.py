"""The register as an Excel table.

Source: resources/docs/forms.md 5.4, the recommended 11 columns.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from coordapp.domain.calendar import dates
from coordapp.domain.documents.minutes_contents import RegisterReport, RegisterRow
from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.domain.words.labels import DEADLINE_STATE, WORK_STATE
from coordapp.formats.files import replacing
from coordapp.formats.xlsx import xlsx_cached, xlsx_style
from coordapp.formats.xlsx.xlsx_long import LongTexts

Step = Callable[[int, int], None]
SHEET = "Nhiệm vụ"
# title, width in characters, alignment
COLUMNS = (
    ("TT", 5, "center"),
    ("Nội dung nhiệm vụ", 36, "left"),
    ("Văn bản giao (số, ngày)", 26, "left"),
    ("Đơn vị chủ trì", 12, "left"),
    ("Đơn vị phối hợp", 14, "left"),
    ("Thời hạn", 12, "center"),
    ("Tình hình, kết quả thực hiện", 28, "left"),
    ("Ngày hoàn thành", 12, "center"),
    ("Trạng thái", 16, "left"),
    ("Khó khăn, nguyên nhân", 22, "left"),
    ("Ghi chú", 18, "left"),
)
HEADER_ROW = 8
_DATE_COLUMNS = (5, 7)
_STATE_COLUMN = "I"
_OPEN = "*, {}"
# the counts below the table: label, patterns of the state column; together they are everything
TOTALS = (
    ("Đã hoàn thành đúng hạn", (f"{WORK_STATE[WorkState.DONE]} đúng hạn",)),
    ("Đã hoàn thành quá hạn", (f"{WORK_STATE[WorkState.DONE]} quá hạn",)),
    (
        "Chưa hoàn thành, trong hạn",
        tuple(
            _OPEN.format(DEADLINE_STATE[state].lower())
            for state in (DeadlineState.IN_TIME, DeadlineState.DUE_SOON)
        ),
    ),
    (
        "Chưa hoàn thành, quá hạn",
        (_OPEN.format(DEADLINE_STATE[DeadlineState.OVERDUE].lower()),),
    ),
    (
        "Không hạn",
        (
            f"{WORK_STATE[WorkState.DONE]} không hạn",
            _OPEN.format(DEADLINE_STATE[DeadlineState.NO_DEADLINE].lower()),
        ),
    ),
    (
        "Tạm hoãn, đã hủy, dự thảo",
        tuple(
            WORK_STATE[state] for state in (WorkState.ON_HOLD, WorkState.CANCELLED, WorkState.DRAFT)
        ),
    ),
)


def write(report: RegisterReport, target: Path, step: Step) -> None:
    """Write the register to `target`, or leave the file there as it was.

    Raises DocumentError as `replacing` does, and does_not_add_up when a row falls outside the
    totals; what `step` raises stops the work.
    """
    _ensure_adds_up(report, target)
    with replacing(target) as draft:
        book = xlsx_style.new_book(report.title, report.committee.name)
        try:
            _Register(book, report).write(step)
        except BaseException:
            # ends the generators that hold half-written sheets open
            with suppress(OSError):
                for sheet in book.worksheets:
                    sheet.close()
            raise
        xlsx_cached.save(book, draft)


def _ensure_adds_up(report: RegisterReport, target: Path) -> None:
    found = sum(count for *_, count in counted("", report.rows))
    if found != len(report.rows):
        raise DocumentError("does_not_add_up", target, counted=found, total=len(report.rows))


def counted(states: str, rows: Sequence[RegisterRow]) -> Iterator[tuple[str, str, int]]:
    """Give each total: its label, its formula over the cells of states, what it works out to."""
    labels = Counter(row.state_label for row in rows)
    for label, patterns in TOTALS:
        text = "+".join(f'COUNTIF({states},"{pattern}")' for pattern in patterns)
        count = sum(n * _matches(state, one) for state, n in labels.items() for one in patterns)
        yield label, text, count


def _matches(label: str, pattern: str) -> bool:
    return label.endswith(pattern[1:]) if pattern.startswith("*") else label == pattern


class _Register:
    """One workbook in the making; cells of a column are styled once and used for every row."""

    def __init__(self, book: Any, report: RegisterReport) -> None:
        self._book = book
        self._report = report
        self._sheet = book.create_sheet(SHEET)
        self._long = LongTexts()
        self._first = HEADER_ROW + 1
        self._last = HEADER_ROW
        xlsx_style.set_page(self._sheet, [width for _, width, _ in COLUMNS], HEADER_ROW)
        self._cells, self._blanks = (
            [xlsx_style.blank_cell(self._sheet, align=align) for *_, align in COLUMNS]
            for _ in range(2)
        )
        self._typed = [
            xlsx_style.blank_cell(self._sheet, align=align, typed=True) for *_, align in COLUMNS
        ]
        self._dates = {column: xlsx_style.date_cell(self._sheet) for column in _DATE_COLUMNS}
        self._lines = 1  # of the tallest cell of the row being written
        self._frame()

    def write(self, step: Step) -> None:
        total = len(self._report.rows)
        step(0, total)
        self._head()
        self._last = HEADER_ROW
        for number, row in enumerate(self._report.rows, start=1):
            for line in self._in_rows(number, row):
                self._lines = 1
                cells = list(line)
                self._last += 1
                self._sheet.row_dimensions[self._last].height = xlsx_style.row_height(self._lines)
                self._sheet.append(cells)
            if number % 100 == 0:
                step(number, total)
        if not self._report.rows:
            self._last += 1
            self._sheet.append(self._empty_row())
        self._filter()
        self._totals()
        self._note()
        self._signatures()
        self._long.write(self._book)
        step(total, total)

    def _frame(self) -> None:
        self._sheet.freeze_panes = f"C{self._first}"

    def _filter(self) -> None:
        last_column = chr(ord("A") + len(COLUMNS) - 1)
        self._sheet.auto_filter.ref = f"A{HEADER_ROW}:{last_column}{self._last}"

    def _head(self) -> None:
        sheet, report = self._sheet, self._report
        for index, (left, right) in enumerate(xlsx_style.letterhead(sheet, report), start=1):
            sheet.append([left, *[None] * 4, right])
            self._merge(index, "A", "D")
            self._merge(index, "F", "K")
        sheet.row_dimensions[2].height = 32
        texts = (
            xlsx_style.line(sheet, report.title, size=14, bold=True),
            xlsx_style.line(sheet, "(Kèm theo Báo cáo số ………… ngày ……/……/…………)", italic=True),
            xlsx_style.line(
                sheet, f"(Số liệu tính đến ngày {dates.in_figures(report.as_of)})", italic=True
            ),
        )  # fmt: skip
        for index, cell in enumerate(texts, start=4):
            sheet.append([cell])
            self._merge(index, "A", "K")
        sheet.row_dimensions[4].height = 22
        sheet.append([])
        sheet.row_dimensions[7].height = 6
        sheet.row_dimensions[HEADER_ROW].height = 34
        sheet.append([xlsx_style.header_cell(sheet, title) for title, *_ in COLUMNS])

    def _merge(self, row: int, first: str, last: str) -> None:
        self._sheet.merged_cells.add(f"{first}{row}:{last}{row}")

    def _empty_row(self) -> Iterator[Any]:
        yield self._blanks[0]
        yield xlsx_style.put_text(self._cells[1], "Không có nhiệm vụ nào.")
        yield from self._blanks[2:]

    def _in_rows(self, number: int, row: RegisterRow) -> Iterator[Iterator[Any]]:
        """Give the row, and further ones for what is too long for the highest row there is."""
        yield self._row(number, row)
        if self._lines <= xlsx_style.MOST_LINES:
            return
        rest = [pieces[1:] for pieces in self._cut(row)]
        for line in zip_longest(*rest, fillvalue=""):
            yield self._continued(row.code, line)

    def _cut(self, row: RegisterRow) -> list[list[str]]:
        """Cut each text of a row, in the order of the columns, as its cells hold it."""
        days = (row.due or row.deadline_wording, row.finished_on or "")
        texts = (
            "", row.work, row.source, row.lead_unit, "; ".join(row.coordinating_units), days[0],
            row.progress, days[1], row.state_label, row.difficulty, row.coded_remarks,
        )  # fmt: skip
        return [
            self._pieces(column, row.code, text) if isinstance(text, str) else [""]
            for column, text in enumerate(texts)
        ]

    def _pieces(self, column: int, code: str, text: str) -> list[str]:
        title, width, _ = COLUMNS[column]
        pieces = xlsx_style.in_rows(self._long.fit(code, title, text), width)
        if len(pieces) > 1:
            # read again, the pieces must be the text they came from
            self._long.keep(code, title, xlsx_style.cell_text(text))
        return pieces

    def _continued(self, code: str, line: Sequence[str]) -> Iterator[Any]:
        return (self._text(column, code, text) for column, text in enumerate(line))

    def _row(self, number: int, row: RegisterRow) -> Iterator[Any]:
        code = row.code
        first = self._cells[0]
        first.value = number
        yield first
        yield self._text(1, code, row.work)
        yield self._text(2, code, row.source)
        yield self._text(3, code, row.lead_unit)
        yield self._text(4, code, "; ".join(row.coordinating_units))
        yield self._day(5, code, row.due, row.deadline_wording)
        yield self._text(6, code, row.progress)
        yield self._day(7, code, row.finished_on, "")
        yield self._text(8, code, row.state_label)
        yield self._text(9, code, row.difficulty)
        yield self._text(10, code, row.coded_remarks)

    def _text(self, column: int, code: str, text: str) -> Any:
        if not text:
            return self._blanks[column]
        clean, lines, is_formula_like = xlsx_style.shaped(text, COLUMNS[column][1])
        if len(clean) > xlsx_style.SHORT:
            clean = self._long.fit(code, COLUMNS[column][0], text)
        # no program but Excel itself finds the height of a wrapped row on its own
        if lines > self._lines:
            self._lines = lines
        if lines > xlsx_style.MOST_LINES:
            clean = xlsx_style.in_rows(clean, COLUMNS[column][1])[0]
        cells = self._typed if is_formula_like else self._cells
        return xlsx_style.put_text(cells[column], clean)

    def _day(self, column: int, code: str, day: date | None, wording: str) -> Any:
        if day is None or day < xlsx_style.FIRST_DATE:
            return self._text(column, code, dates.in_figures(day) or wording)
        cell = self._dates[column]
        cell.value = day
        return cell

    def _totals(self) -> None:
        rows = f"${self._first}:${_STATE_COLUMN}${self._last}"
        states = f"${_STATE_COLUMN}{rows}"
        self._sheet.append([])
        whole = xlsx_cached.formula(f'COUNTIF({states},"?*")', len(self._report.rows))
        self._total("Tổng số nhiệm vụ", whole, bold=True)
        for label, text, count in counted(states, self._report.rows):
            self._total(label, xlsx_cached.formula(text, count))

    def _note(self) -> None:
        if not self._report.spelt:
            return
        row = self._last + 2 + 1 + len(TOTALS)
        note = xlsx_style.line(self._sheet, self._report.spelt, italic=True, align="left")
        lines = xlsx_style.line_count(self._report.spelt, sum(width for _, width, _ in COLUMNS))
        self._sheet.row_dimensions[row].height = xlsx_style.row_height(lines)
        self._sheet.append([note])
        self._merge(row, "A", "K")

    def _total(self, label: str, formula: str, *, bold: bool = False) -> None:
        name = xlsx_style.line(self._sheet, label, bold=bold, align="left")
        count = xlsx_style.line(self._sheet, "", bold=bold, align="right")
        count.value = formula
        for cell in (name, count):
            cell.border = xlsx_style.BORDER
        self._sheet.append([None, name, count])

    def _signatures(self) -> None:
        sheet, report = self._sheet, self._report
        # a blank row, the totals and the note in between
        start = self._last + 2 + 1 + len(TOTALS) + bool(report.spelt)
        maker = xlsx_style.line(sheet, "NGƯỜI LẬP BIỂU", bold=True)
        head = xlsx_style.line(sheet, report.signer_post, bold=True)
        name = xlsx_style.line(sheet, report.signer_name or "……………………", bold=True)
        blank = xlsx_style.line(sheet, "……………………", bold=True)
        rows = ([], [None, maker, *[None] * 5, head], *[[]] * 4, [None, blank, *[None] * 5, name])
        for offset, row in enumerate(rows):
            sheet.append(list(row))
            if row:
                self._merge(start + offset, "B", "C")
                self._merge(start + offset, "H", "K")
