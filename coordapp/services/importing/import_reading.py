"""Reading registers that others keep in Excel, up to the plan of what they would change."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from coordapp.domain.importing import legacy_fonts, planner
from coordapp.domain.importing.labels import IMPORT_COLUMN
from coordapp.domain.importing.layout import tables, untitled
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.header import Header, remembered
from coordapp.domain.importing.layout.tables import FoundTables, SheetTables, TaskTable
from coordapp.domain.importing.legacy_fonts import Legacy
from coordapp.domain.importing.plan import Book, ImportPlan
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.values import cells
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import CellFont, RowOutcome, Sheet, Value, Workbook
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.words.messages import sentence
from coordapp.services.importing.import_book import book_of
from coordapp.store import Reader, open_reader
from coordapp.store.queries import unit_queries

Step = Callable[[int, int], None]
Cell = tuple[str, int, int]  # sheet, row and column from 1
_LOOKED_AT = 2_000  # rows of a sheet whose letters are looked at
_OF_FONTS = {CellFont.TCVN3: Legacy.TCVN3, CellFont.VNI: Legacy.VNI}
_NOT_FOUND = "table_not_found"
_REFUSED = {
    "budget": "table_is_budget",
    "staff": "table_is_staff",
    "calendar": "table_is_calendar",
    "documents": "table_is_documents",
    "figures": "table_is_figures",
    "scores": "table_is_scores",
    "assets": "table_is_assets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoices:
    """What a person chose on the way; what is None is found by the program."""

    sheet: str | None = None
    header: Header | None = None
    units: Mapping[str, UnitId] = field(default_factory=dict)  # names the book does not know
    new_units: tuple[str, ...] = ()
    with_hidden: bool = True
    with_bare: bool = True  # number and date of secret rows
    on_screen: bool = False  # cells copied from the list on screen, not from the register's form
    policy: LeadPolicy = LeadPolicy.ASK
    corrections: Mapping[Cell, str] = field(default_factory=dict)
    # columns chosen earlier or now, by titles, for tables of the same shape
    mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read(source: Path, step: Step) -> Workbook:
    """Read a file of somebody else. Raises DocumentError, Cancelled."""
    # loads in tens of milliseconds: not before it is needed
    from coordapp.formats.reading import workbook_reader

    return workbook_reader.read(source, step)


def old_letters(workbook: Workbook) -> tuple[Legacy, ...]:
    """Say in which letters of old fonts some texts are; none when all make sense as they are."""
    return legacy_fonts.recognised(
        (cell, _font(sheet, number, column))
        for sheet in workbook.sheets
        for number, row in enumerate(sheet.rows[:_LOOKED_AT], start=1)
        for column, cell in enumerate(row, start=1)
        if isinstance(cell, str) and not cell.isascii()
    )


def in_unicode(workbook: Workbook, alphabets: Sequence[Legacy]) -> tuple[Workbook, int]:
    """Write every cell that is in old letters in Unicode; say how many were."""
    turned = 0
    sheets: list[Sheet] = []
    for sheet in workbook.sheets:
        rows: list[list[Value]] = []
        for number, row in enumerate(sheet.rows, start=1):
            made = list(row)
            for column, cell in enumerate(row):
                if isinstance(cell, str) and not cell.isascii():
                    font = _font(sheet, number, column + 1)
                    made[column] = legacy_fonts.in_unicode(cell, alphabets, font)
                    turned += made[column] != cell
            rows.append(made)
        name = legacy_fonts.in_unicode(sheet.name, alphabets)
        sheets.append(replace(sheet, name=name, rows=rows))
    return replace(workbook, sheets=tuple(sheets)), turned


def _font(sheet: Sheet, row: int, column: int) -> Legacy | None:
    font = sheet.fonts.get((row, column))
    return None if font is None else _OF_FONTS.get(font)


def find_tables(workbook: Workbook, choices: ImportChoices, book: Book) -> FoundTables:
    """Find the tables of tasks in all visible sheets, or in the one that was chosen.

    Raises RuleViolation: sheet_unknown, table_not_found, table_is_… for what else the file holds.
    """
    if choices.sheet is not None and choices.sheet not in {s.name for s in workbook.sheets}:
        raise RuleViolation("sheet_unknown", name=choices.sheet)
    is_any_shown = any(not sheet.is_hidden for sheet in workbook.sheets)
    long_sheet = _long_sheet(workbook)
    found: list[SheetTables] = []
    for sheet in workbook.sheets:
        left_out = sheet is long_sheet or (
            sheet.is_hidden and is_any_shown
            if choices.sheet is None
            else sheet.name != choices.sheet
        )
        if left_out:
            found.append(SheetTables(sheet=sheet, is_left_out=True))
        else:
            corrected = _whole(workbook, _corrected(sheet, choices.corrections))
            found.append(_tables_of(corrected, choices, _days(workbook, book)))
    read_tables = tuple(table for sheet in found for table in sheet.tables)
    if not read_tables:
        raise RuleViolation(next((_REFUSED[s.other] for s in found if s.other), _NOT_FOUND))
    return FoundTables(tables=read_tables, sheets=tuple(found))


def _days(workbook: Workbook, book: Book) -> Book:
    return replace(book, days=replace(book.days, is_1904=workbook.is_1904))


def _tables_of(sheet: Sheet, choices: ImportChoices, book: Book) -> SheetTables:
    if choices.header is not None:
        if not choices.header.is_usable:
            return SheetTables(sheet=sheet)
        return SheetTables(sheet=sheet, tables=(tables.table_of(sheet, choices.header),))
    found = tables.find_tables(sheet, book.units, book.days, is_list=choices.on_screen)
    return replace(found, tables=tuple(_mapped(table, choices) for table in found.tables))


def _mapped(table: TaskTable, choices: ImportChoices) -> TaskTable:
    known = choices.mappings.get(table.header.signature)
    return table if known is None else replace(table, header=remembered(table.header, known))


def plan(
    reader: Reader,
    workbook: Workbook,
    choices: ImportChoices,
    today: date,
    step: Step = lambda _done, _total: None,
) -> tuple[FoundTables, ImportPlan]:
    """Say what the import would do, row by row; nothing is written.

    Raises RuleViolation as `find_tables` does.
    """
    mapped = dict(choices.units)
    # units still to be added stand under numbers that no unit has
    mapped |= {name: UnitId(-number) for number, name in enumerate(choices.new_units, start=1)}
    book = book_of(reader, mapped, today, policy=choices.policy, on_screen=choices.on_screen)
    book = replace(book, keeps_bare=choices.with_bare)
    found = find_tables(workbook, choices, book)
    book = _days(workbook, book)
    return found, planner.make_plan(found, book, hidden=choices.with_hidden, step=step)


def preview(
    path: Path, workbook: Workbook, choices: ImportChoices, today: date, *, step: Step
) -> tuple[FoundTables, ImportPlan]:
    """Find the tables and plan their import, read in one moment; for a worker.

    Raises RuleViolation as `find_tables` does; StoreError, Cancelled.
    """
    step(0, 0)
    with open_reader(path) as reader:
        return plan(reader, workbook, choices, today, step)


def pasted_choices(
    reader: Reader, sheet: Sheet, shown: Sequence[ImportColumn | None], today: date
) -> ImportChoices:
    """Say what the columns of pasted rows are: by their titles, by the list, or by what they hold.

    `shown` are the columns of the list on screen.
    """
    known = Units(unit_queries.all_units(reader), groups=unit_queries.groups_of_units(reader))
    days = DayContext(today=today)
    if tables.find_tables(sheet, known, days, is_list=True).tables:
        return ImportChoices(on_screen=True)
    header = untitled.by_list(sheet, shown, known, days) or untitled.by_values(sheet, known, days)
    return ImportChoices(on_screen=True, header=header)


def rejected(found: FoundTables, made: ImportPlan) -> tuple[list[str], list[list[str]]]:
    """Give the titles and the rows that are not taken, each with its reasons at the end."""
    header = found.tables[0].header
    titles = [
        title or (IMPORT_COLUMN[header.fields[column]] if column in header.fields else "")
        for column, title in enumerate(header.titles)
    ]
    width = len(titles)
    rows = []
    for row in made.rows:
        if row.outcome is not RowOutcome.REJECTED:
            continue
        sheet = found.tables[row.table].sheet
        texts = [cells.as_text(cell) for cell in sheet.rows[row.row - 1][:width]]
        texts += [""] * (width - len(texts))
        reasons = dict.fromkeys(sentence(problem.error) for problem in row.problems)
        rows.append([*texts, " ".join(reasons)])
    return [*titles, "Lý do không nhận"], rows


def write_rejected(found: FoundTables, made: ImportPlan, target: Path) -> None:
    """Write the rows that are not taken as a workbook. Raises DocumentError."""
    from coordapp.formats.xlsx import xlsx_rejected

    xlsx_rejected.write(*rejected(found, made), target)


# --- sheets


def _corrected(sheet: Sheet, corrections: Mapping[Cell, str]) -> Sheet:
    """Put what a person typed in the preview in the place of what stood there."""
    own = {cell[1:]: text for cell, text in corrections.items() if cell[0] == sheet.name}
    if not own:
        return sheet
    rows: list[Sequence[Value]] = list(sheet.rows)
    for (number, column), text in own.items():
        row = list(rows[number - 1])
        row += [""] * (column - len(row))
        row[column - 1] = text
        rows[number - 1] = row
    return replace(
        sheet,
        rows=rows,
        uncalculated=sheet.uncalculated - own.keys(),
        struck=sheet.struck - own.keys(),
        struck_parts={
            place: part for place, part in sheet.struck_parts.items() if place not in own
        },
        filled=sheet.filled - own.keys(),
    )


def _long_sheet(workbook: Workbook) -> Sheet | None:
    from coordapp.formats.xlsx import xlsx_long

    return next((sheet for sheet in workbook.sheets if sheet.name == xlsx_long.LONG_SHEET), None)


def _whole(workbook: Workbook, sheet: Sheet) -> Sheet:
    """Put texts that our register cut for Excel's sake together again."""
    pieces = _long_sheet(workbook)
    if pieces is None:
        return sheet
    texts: dict[tuple[str, str], str] = defaultdict(str)
    for row in pieces.rows[1:]:
        code, title, _, piece = (cells.as_text(cell) for cell in (*row, "", "", "", "")[:4])
        texts[code, title] += piece
    titles = _titles_of_cut(sheet, texts)
    rows: list[Sequence[Value]] = []
    cut: dict[int, str] = {}  # whole texts of a row, which may go on in the rows below it
    for row in sheet.rows:
        shown = [cells.as_text(cell) if isinstance(cell, str) else "" for cell in row]
        if _goes_on(shown, row, cut):
            # its text is part of what stands above
            rows.append([""] * len(row))
            continue
        codes = {text.partition("\n")[0] for text in shown}
        cut = {}
        for column, text in enumerate(shown):
            whole = _uncut(titles.get(column, ""), codes, texts)
            if whole and text and _begins(text, whole):
                cut[column] = whole
        rows.append([cut.get(column, cell) for column, cell in enumerate(row)])
    return replace(sheet, rows=rows)


def _begins(text: str, whole: str) -> bool:
    from coordapp.formats.xlsx import xlsx_long

    return text.endswith(xlsx_long.SEE_LONG) or whole.startswith(text)


def _goes_on(shown: Sequence[str], row: Sequence[Value], cut: Mapping[int, str]) -> bool:
    """Tell a row that holds nothing but further pieces of the texts cut above it."""
    from coordapp.formats.xlsx import xlsx_long

    held = [column for column, cell in enumerate(row) if not cells.is_blank(cell)]
    return bool(held) and all(
        column in cut
        and (shown[column].endswith(xlsx_long.SEE_LONG) or shown[column].strip() in cut[column])
        for column in held
    )


def _titles_of_cut(sheet: Sheet, texts: Iterable[tuple[str, str]]) -> dict[int, str]:
    known = {title for _, title in texts}
    return {
        column: cell
        for row in sheet.rows
        for column, cell in enumerate(row)
        if isinstance(cell, str) and cell in known
    }


def _uncut(title: str, codes: set[str], texts: Mapping[tuple[str, str], str]) -> str:
    return next((texts[code, title] for code in codes if (code, title) in texts), "")
