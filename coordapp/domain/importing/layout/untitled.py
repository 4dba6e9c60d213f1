"""Rows without titles, as they come over the clipboard: columns are known by what they hold."""

from collections.abc import Sequence
from dataclasses import replace

from coordapp.domain.importing.layout import holdings
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.header import Header, untitled
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Sheet

_HALF = 0.5


def by_values(sheet: Sheet, units: Units, context: DayContext) -> Header:
    """Give the columns of rows without titles; where none looks like work, the longest texts are."""
    rows = range(1, len(sheet.rows) + 1)
    width = max((len(row) for row in sheet.rows), default=0)
    header = holdings.completed(sheet, untitled(sheet, {}), rows, range(width), units, context)
    if header.column(ImportColumn.WORK) is not None:
        return header
    left = [column for column in range(width) if column not in header.fields]
    told = {column: holdings.profile(sheet, column, rows, units, context) for column in left}
    texts = [
        c for c in left if told[c].values and told[c].of_numbers < _HALF and told[c].of_days < _HALF
    ]
    if not texts:
        return header
    work = max(texts, key=lambda column: told[column].words)
    return replace(header, fields={**header.fields, work: ImportColumn.WORK})


def by_list(
    sheet: Sheet, shown: Sequence[ImportColumn | None], units: Units, context: DayContext
) -> Header | None:
    """Give the columns of the list on screen, where as many were copied and each holds its kind."""
    width = max((len(row) for row in sheet.rows), default=0)
    if len(shown) != width:
        return None
    rows = range(1, len(sheet.rows) + 1)
    for column, held in enumerate(shown):
        found = holdings.profile(sheet, column, rows, units, context)
        share = (
            {
                ImportColumn.LEAD: found.of_units,
                ImportColumn.DUE: found.of_days,
                ImportColumn.STATE: found.of_states,
                ImportColumn.WORK: 1.0 - found.of_numbers,
            }.get(held, 1.0)
            if held is not None
            else 1.0
        )
        if found.values and share < _HALF:
            return None
    return untitled(sheet, {c: held for c, held in enumerate(shown) if held is not None})
