"""What a workbook holds, as text for golden files, and its formulas worked out."""

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter


def dump(path: Path) -> str:
    """Write a workbook as canonical text: set-up, merged cells, then every cell with its look."""
    lines: list[str] = []
    for sheet in load_workbook(path):
        page, widths = sheet.page_setup, sheet.column_dimensions
        shown = [f"{letter} {widths[letter].width:g}" for letter in _letters(sheet)]
        lines += [
            f"=== {sheet.title}",
            (
                f"page: {page.orientation}, paper {page.paperSize}, "
                f"fit {page.fitToWidth}x{page.fitToHeight}"
            ),
            f"print area: {sheet.print_area}",
            f"header rows: {sheet.print_title_rows}",
            f"frozen: {sheet.freeze_panes}, filter: {sheet.auto_filter.ref}",
            f"widths: {', '.join(shown)}",
            f"merged: {', '.join(sorted(str(cells) for cells in sheet.merged_cells.ranges))}",
        ]
        for row in sheet:
            height = sheet.row_dimensions[row[0].row].height
            cells = [_cell(cell) for cell in row if cell.has_style or cell.value is not None]
            lines += [f"--- {row[0].row}: {height or 'auto'}", *cells] if cells else []
    return "\n".join(lines) + "\n"


def _letters(sheet: Any) -> list[str]:
    return [get_column_letter(n) for n in range(1, sheet.max_column + 1)]


def _cell(cell: Cell) -> str:
    font, place = cell.font, cell.alignment
    marks = (
        f"{font.name} {font.size:g}",
        "bold" if font.bold else "",
        "italic" if font.italic else "",
        "underlined" if font.underline else "",
        place.horizontal or "",
        "wrapped" if place.wrap_text else "",
        "border" if cell.border.left.style else "",
        f"fill {cell.fill.fgColor.rgb}" if cell.fill.fill_type else "",
        "" if cell.number_format == "General" else cell.number_format,
        "quoted" if cell.quotePrefix else "",
    )
    look = ", ".join(mark for mark in marks if mark)
    return f"{cell.coordinate} {cell.data_type} {cell.value!r} [{cell.style}: {look}]"


_SUBTOTAL = re.compile(r"=SUBTOTAL\((\d),([A-Z]+\d+:[A-Z]+\d+)\)")
_TOKEN = re.compile(r'"[^"]*"|\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?|[A-Z]+(?=\()|<>|=')


def worked_out(sheet: Any) -> dict[str, Any]:
    """Give the value of every cell, formulas calculated by the few functions the forms use."""
    return {
        cell.coordinate: _value(sheet, cell.coordinate)
        for row in sheet
        for cell in row
        if cell.value is not None
    }


def _value(sheet: Any, place: str) -> Any:
    value = sheet[place].value
    if sheet[place].data_type != "f":
        return value

    if match := _SUBTOTAL.fullmatch(value):
        area = [cell for row in sheet[match[2]] for cell in row]
        own = [cell for cell in area if not str(cell.value).startswith("=SUBTOTAL")]
        held = [_value(sheet, cell.coordinate) for cell in own]
        counted = [cell for cell in held if isinstance(cell, (int, float))]
        return {"9": sum(counted), "4": max(counted, default=0)}[match[1]]

    def translated(match: re.Match[str]) -> str:
        token = match[0]
        if token.startswith('"'):
            return repr(token[1:-1])
        if token == "=":
            return "=="
        plain = token.replace("$", "")
        if ":" in plain:
            return f"cells({plain!r})"
        if plain[-1].isdigit():
            return f"one({plain!r})"
        return {"IF": "choose"}.get(plain, plain.lower())

    def cells(area: str) -> list[Any]:
        return [_value(sheet, cell.coordinate) for row in sheet[area] for cell in row]

    def numbers(area: list[Any]) -> list[Any]:
        return [cell for cell in area if isinstance(cell, (int, float))]

    known = {
        "cells": cells,
        "one": lambda cell: _value(sheet, cell) or 0,
        "sum": lambda area: sum(numbers(area)),
        "max": lambda area: max(numbers(area), default=0),
        "count": lambda area: len(numbers(area)),
        "countif": lambda area, pattern: sum(
            isinstance(cell, str) and fnmatchcase(cell, pattern) for cell in area
        ),
    }
    text = _TOKEN.sub(translated, value[1:])
    # both branches of an IF are written out, only the chosen one may be worked out
    match = re.fullmatch(r"choose\((.*?),(.*?),(.*)\)", text)
    if match:
        text = f"({match[2]}) if ({match[1]}) else ({match[3]})"
    return eval(text, {"__builtins__": {}}, known)
