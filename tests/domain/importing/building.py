"""Sheets and books of a few lines, to try one pass of the import at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coordapp.domain.importing.layout import lines
from coordapp.domain.importing.layout.header import Header, best_at
from coordapp.domain.importing.layout.lines import RowLine
from coordapp.domain.importing.layout.tables import SheetTables, TaskTable, find_tables
from coordapp.domain.importing.plan import Book
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Sheet, Value
from coordapp.domain.kernel.ids import UnitId
from tests.build import a_unit

TODAY = date(2018, 3, 31)
DAYS = DayContext(today=TODAY)
FARMERS = a_unit(id=UnitId(1), name="Hội Nông dân tỉnh", short_name="HND", aliases="ND; Nông dân")
YOUTH = a_unit(id=UnitId(2), name="Tỉnh Đoàn", short_name="Tỉnh Đoàn")
FIELDS = a_unit(id=UnitId(3), name="Sở Nông nghiệp, Môi trường và Biển", short_name="Sở NN,MT")
FRONT = a_unit(id=UnitId(4), name="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", short_name="UBMTTQ tỉnh")
UNITS = Units([FARMERS, YOUTH, FIELDS, FRONT], provinces=("Thanh Hóa",))

Row = Sequence[Value | None]


def a_sheet(*rows: Row, name: str = "Sổ", **marks: Any) -> Sheet:
    """Give a sheet of some rows; None is an empty cell."""
    filled = [["" if value is None else value for value in row] for row in rows]
    return Sheet(name=name, rows=filled, **marks)


def header_of(*rows: Row, **marks: Any) -> Header:
    """Read the titles that begin in the first row."""
    sheet = a_sheet(*rows, **marks)
    header = best_at(sheet, 1, range(max(map(len, rows))))
    assert header is not None
    return header


def found_in(*rows: Row, **marks: Any) -> SheetTables:
    """Find the tables of a sheet."""
    return find_tables(a_sheet(*rows, **marks), UNITS, DAYS)


def the_table(*rows: Row, **marks: Any) -> TaskTable:
    """Find the one table of a sheet."""
    (table,) = found_in(*rows, **marks).tables
    return table


def lines_of(*rows: Row, **marks: Any) -> list[RowLine]:
    """Say what the rows below the titles are."""
    return lines.read(the_table(*rows, **marks), UNITS)


def a_book(policy: LeadPolicy = LeadPolicy.ASK, **known: Any) -> Book:
    """Give what a plan needs to know of the register."""
    return Book(by_code=known.pop("by_code", {}), units=UNITS, days=DAYS, policy=policy, **known)
