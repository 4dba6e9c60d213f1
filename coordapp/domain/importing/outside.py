"""The rows that belong to no table: what stands above one, and sheets that hold none."""

from collections.abc import Iterator

from coordapp.domain.importing.layout.lines import PassReason
from coordapp.domain.importing.layout.tables import FoundTables, SheetTables
from coordapp.domain.importing.plan import PassedOver
from coordapp.domain.importing.values.cells import is_blank, typed
from coordapp.domain.importing.workbook import Sheet


def outside(found: FoundTables) -> Iterator[PassedOver]:
    """Say of every row outside the tables why nothing is read from it."""
    for sheet in found.sheets:
        for row, text in _shown(sheet.sheet):
            reason = _reason(sheet, row)
            if reason is not None:
                yield PassedOver(
                    sheet=sheet.sheet.name,
                    row=row,
                    reason=reason,
                    text=text,
                    detail=sheet.other or "",
                )


def _reason(sheet: SheetTables, row: int) -> PassReason | None:
    if sheet.is_left_out:
        return PassReason.HIDDEN_SHEET if sheet.sheet.is_hidden else PassReason.OTHER_SHEET
    if not sheet.tables:
        return PassReason.NOT_A_REGISTER
    for table in sheet.tables:
        if row in table.rows:
            return None
        if table.header.first and table.header.first <= row <= table.header.last:
            return PassReason.TITLES
    return PassReason.ABOVE


def _shown(sheet: Sheet) -> Iterator[tuple[int, str]]:
    for number, row in enumerate(sheet.rows, start=1):
        texts = [typed(value) for value in row if not is_blank(value)]
        if texts:
            yield number, " | ".join(dict.fromkeys(texts))
