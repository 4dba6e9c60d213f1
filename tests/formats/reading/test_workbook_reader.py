"""A workbook is read by what it is, not by its name, and text as the last thirty years wrote it."""

from pathlib import Path

import openpyxl
import pytest

from coordapp.domain.importing.workbook import WorkbookNote
from coordapp.domain.kernel.errors import DocumentError
from coordapp.formats.reading import workbook_reader

ROWS = [["Nhiệm vụ", "Hạn"], ["Rà soát", "30/4/2018"]]


def step(_done: int, _total: int) -> None:
    """Say nothing of how far it is."""


def text_of(separator: str) -> str:
    return "\r\n".join(separator.join(row) for row in ROWS)


def rows_of(path: Path) -> list[list[object]]:
    (sheet,) = workbook_reader.read(path, step).sheets
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_whatever_separates_and_encodes_it(tmp_path, separator, encoding):
    path = tmp_path / "so.csv"
    path.write_bytes(text_of(separator).encode(encoding))

    assert rows_of(path) == ROWS
    assert workbook_reader.read(path, step).notes == frozenset()


def test_the_line_by_which_excel_names_the_separator_is_no_row(tmp_path):
    path = tmp_path / "so.csv"
    path.write_text(f"sep=;\r\n{text_of(';')}", encoding="utf-8", newline="")

    assert rows_of(path) == ROWS


def test_an_alphabet_that_had_to_be_guessed_is_said(tmp_path):
    path = tmp_path / "so.csv"
    path.write_bytes("Tên,Ha\u0323n\r\nRa\u0300 soa\u0301t,x".encode("cp1258"))

    assert workbook_reader.read(path, step).notes == {WorkbookNote.ENCODING_GUESSED}


def test_a_workbook_is_known_by_its_content(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "so.xlsx")
    path = (tmp_path / "so.xlsx").rename(tmp_path / "so.csv")

    assert rows_of(path) == ROWS


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a package"], ids=["empty", "half"])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)

    with pytest.raises(DocumentError) as refused:
        workbook_reader.read(path, step)

    assert refused.value.code.startswith("source_")
