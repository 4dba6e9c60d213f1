"""What a person should know of the tables beside their rows: what is hidden, noted, or not read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.plan import ImportPlan, PlanNote
from coordapp.domain.importing.workbook import Sheet, column_name

_MOST_COMMENTS = 50  # told one by one
_LOOKED_AT = 200  # rows, to see whether a column holds anything


def notes_of(tables: Sequence[TaskTable], plan: ImportPlan) -> tuple[PlanNote, ...]:
    """Say all that the rows themselves do not say."""
    found: list[PlanNote] = []
    by_sheet: dict[str, list[TaskTable]] = defaultdict(list)
    for table in tables:
        by_sheet[table.sheet.name].append(table)
    if len(by_sheet) > 1:
        found.append(PlanNote(code="sheets_together", params={"names": tuple(by_sheet)}))
    for own in by_sheet.values():
        found += _of_sheet(own[0].sheet, own)
    for number, table in enumerate(tables):
        tasks = [row.row for row in plan.rows if row.table == number]
        found += _of_columns(table, tasks)
    found += _of_codes(tables, plan)
    found += _of_equal_rows(tables, plan)
    return tuple(found)


def _of_sheet(sheet: Sheet, tables: Sequence[TaskTable]) -> Iterator[PlanNote]:
    if len(tables) > 1:
        yield PlanNote(code="tables_together", params={"sheet": sheet.name, "count": len(tables)})
    first = min(table.header.last for table in tables)
    hidden = sum(row > first for row in sheet.hidden_rows)
    if hidden:
        yield PlanNote(code="hidden_rows", params={"sheet": sheet.name, "count": hidden})
    if columns := [column for column in sorted(sheet.hidden_columns) if _holds(sheet, column)]:
        names = tuple(_named(sheet, column, tables) for column in columns)
        yield PlanNote(code="hidden_columns", params={"sheet": sheet.name, "names": names})
    comments = sorted(sheet.comments.items())
    for (row, column), text in comments[:_MOST_COMMENTS]:
        cell = f"{column_name(column)}{row}"
        yield PlanNote(code="comment", params={"sheet": sheet.name, "cell": cell, "text": text})
    if len(comments) > _MOST_COMMENTS:
        count = len(comments) - _MOST_COMMENTS
        yield PlanNote(code="more_comments", params={"sheet": sheet.name, "count": count})
    struck = [
        row
        for table in tables
        for column in (table.header.column(ImportColumn.WORK),)
        for row in table.rows
        if column is not None and (row, column + 1) in sheet.struck
    ]
    if struck:
        yield PlanNote(code="struck_rows", params={"sheet": sheet.name, "rows": tuple(struck)})


def _holds(sheet: Sheet, column: int) -> bool:
    return any(column <= len(row) and row[column - 1] != "" for row in sheet.rows[:_LOOKED_AT])


def _named(sheet: Sheet, column: int, tables: Sequence[TaskTable]) -> str:
    title = next((t for table in tables if (t := table.header.title(column - 1))), "")
    return f"{column_name(column)} “{title}”" if title else column_name(column)


def _of_columns(table: TaskTable, tasks: Sequence[int]) -> Iterator[PlanNote]:
    header, sheet = table.header, table.sheet
    unread = [
        column
        for column in table.columns
        if column not in header.fields
        and column not in header.ticks
        and column not in header.parties
        and column + 1 not in sheet.hidden_columns
        and any(
            column < len(sheet.rows[n - 1]) and sheet.rows[n - 1][column] != ""
            for n in (table.rows[:_LOOKED_AT] if header.title(column) else tasks)
        )
    ]
    if unread:
        names = tuple(_named(sheet, column + 1, [table]) for column in unread)
        yield PlanNote(code="unread_columns", params={"sheet": sheet.name, "names": names})
    for column in sorted(header.guessed):
        name = _named(sheet, column + 1, [table])
        params = {"sheet": sheet.name, "name": name, "column": header.fields[column]}
        yield PlanNote(code="guessed_column", params=params)


def _of_codes(tables: Sequence[TaskTable], plan: ImportPlan) -> Iterator[PlanNote]:
    for row in plan.rows:
        for assumed in row.assumed:
            if assumed.code == "code_repeated":
                sheet = tables[row.table].sheet.name
                rows = (int(assumed.params["row"]), row.row)
                params = {"sheet": sheet, "code": assumed.value, "rows": rows}
                yield PlanNote(code="code_repeated", params=params)


def _of_equal_rows(tables: Sequence[TaskTable], plan: ImportPlan) -> Iterator[PlanNote]:
    found: dict[str, list[int]] = defaultdict(list)
    for row in plan.rows:
        if any(assumed.code == "twice" for assumed in row.assumed):
            found[tables[row.table].sheet.name].append(row.row)
    for sheet, rows in found.items():
        yield PlanNote(code="rows_twice", params={"sheet": sheet, "rows": tuple(rows)})
