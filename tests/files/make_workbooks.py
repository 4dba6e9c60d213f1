"""Workbooks as offices really send them, and as nobody should: each with what must become of it.

`python -m tests.files.make_workbooks FOLDER` writes them all, to be looked at in a spreadsheet.
"""

import datetime
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HEAD = ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn")
ROW = (1, "Báo cáo quý I", "HND", "Tỉnh Đoàn", datetime.date(2018, 3, 31))


@dataclass(frozen=True)
class Case:
    """A file, and either the code it is refused with or the counts of its rows."""

    name: str
    make: Callable[[Path], None]
    refused: str = ""
    new: int = 0
    rejected: int = 0
    reasons: tuple[str, ...] = ()


CASES: list[Case] = []


def case(name: str, **expected: Any) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def note(make: Callable[[Path], None]) -> Callable[[Path], None]:
        CASES.append(Case(name, make, **expected))
        return make

    return note


def a_book(*rows: tuple[Any, ...]) -> Any:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    return book


def edited(path: Path, change: Callable[[str, bytes], bytes], also: dict[str, bytes] | None = None):
    """Write the parts of a workbook again, changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in (parts | (also or {})).items():
            new.writestr(name, change(name, content))


# --- tables that are read


@case("plain.xlsx", new=1)
def plain(path: Path) -> None:
    a_book(HEAD, ROW).save(path)


@case("titles-above.xlsx", new=1)
def titles_above(path: Path) -> None:
    book = a_book(("TỈNH ỦY QUẢNG NINH",), ("SỔ THEO DÕI NHIỆM VỤ NĂM 2018",), (), HEAD, ROW)
    book.active.merge_cells("A2:E2")
    book.save(path)


@case("header-of-two-rows.xlsx", new=1)
def header_of_two_rows(path: Path) -> None:
    book = a_book(
        ("STT", "Nội dung nhiệm vụ", "Đơn vị", None, "Thời hạn"),
        (None, None, "Chủ trì", "Phối hợp", None),
        ROW,
    )
    for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        book.active.merge_cells(cells)
    book.save(path)


@case("numbers-of-columns.xlsx", new=1)
def numbers_of_columns(path: Path) -> None:
    a_book(HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)"), ROW).save(path)


@case("headings-and-totals.xlsx", new=2)
def headings_and_totals(path: Path) -> None:
    a_book(
        HEAD, ("I", "Nhóm nhiệm vụ thường xuyên"), ROW, ("II", "Nhóm khác"),
        (2, "Việc thứ hai", "HND"), (), (None, "Tổng số: 2"), (None, "NGƯỜI LẬP BIỂU"),
    ).save(path)  # fmt: skip


@case("merged-unit.xlsx", new=3)
def merged_unit(path: Path) -> None:
    book = a_book(HEAD, ROW, (2, "Hai", None), (3, "Ba", None))
    book.active.merge_cells("C2:C4")
    book.save(path)


@case("empty-rows-between.xlsx", new=2)
def empty_rows_between(path: Path) -> None:
    a_book(HEAD, ROW, (), (), (2, "Hai", "HND")).save(path)


@case("a-million-formatted-rows.xlsx", new=1)
def a_million_formatted_rows(path: Path) -> None:
    book = a_book(HEAD, ROW)
    book.active.cell(1_048_576, 3).number_format = "0.00"
    book.save(path)


@case("wrong-dimension.xlsx", new=2)
def wrong_dimension(path: Path) -> None:
    a_book(HEAD, ROW, (2, "Hai", "HND")).save(path)
    edited(path, lambda name, content: content.replace(b'ref="A1:E3"', b'ref="A1:A1"'))


@case("epoch-1904.xlsx", new=1)
def epoch_1904(path: Path) -> None:
    book = a_book(HEAD, ROW)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)


@case("days-as-text.xlsx", new=6)
def days_as_text(path: Path) -> None:
    days = ("1/2/18", "01.02.2018", "ngày 5 tháng 3 năm 2018", "Quý II/2018", "2018-03-05", 43190)
    a_book(HEAD, *((n, f"Việc {n}", "HND", "", day) for n, day in enumerate(days))).save(path)


@case("days-that-are-none.xlsx", rejected=4, reasons=("date_impossible", "date_unreadable"))
def days_that_are_none(path: Path) -> None:
    days = ("31/02/2018", "13/25/2018", 7, datetime.datetime(205, 1, 1))
    rows = ((n, f"Việc {n}", "HND", "", day) for n, day in enumerate(days[:3]))
    a_book(HEAD, *rows, (4, "Việc năm 0205", "HND", "", "01/02/0205")).save(path)


@case("unknown-unit.xlsx", new=1, rejected=1, reasons=("unit_unknown",))
def unknown_unit(path: Path) -> None:
    a_book(HEAD, ROW, (2, "Hai", "Sở Lạ")).save(path)


@case("several-units-in-a-cell.xlsx", new=3)
def several_units_in_a_cell(path: Path) -> None:
    a_book(
        HEAD,
        (1, "Một", "HND", "- Tỉnh Đoàn\n- Hội LHPN"),
        (2, "Hai", "HND", "Tỉnh Đoàn, Hội LHPN và LĐLĐ;"),
        (3, "Ba", "HND", "Hội Liên hiệp Phụ nữ tỉnh; Tỉnh Đoàn."),
    ).save(path)


@case("looks-like-formulas.xlsx", new=4)
def looks_like_formulas(path: Path) -> None:
    book = a_book(HEAD)
    for number, text in enumerate(("=1+1", "+84 33", "-x", "@SUM(A1)"), start=2):
        cell = book.active.cell(number, 2, text)
        cell.data_type = "s"
        book.active.cell(number, 3, "HND")
    book.save(path)


@case("formula-never-calculated.xlsx", new=1, rejected=1, reasons=("formula_without_value",))
def formula_never_calculated(path: Path) -> None:
    a_book(HEAD, ROW, (2, "Hai", "HND", "", "=TODAY()")).save(path)


@case("decomposed-letters.xlsx", new=1)
def decomposed_letters(path: Path) -> None:
    import unicodedata

    rows = [[unicodedata.normalize("NFD", str(cell)) for cell in row] for row in (HEAD, ROW[:4])]
    a_book(*map(tuple, rows)).save(path)


@case("unseen-letters.xlsx", new=1)
def unseen_letters(path: Path) -> None:
    a_book(HEAD, (1, "\u200bBáo cáo\xa0quý\u200b I", "\xa0HND\xa0")).save(path)


@case("hidden-sheet-first.xlsx", new=1)
def hidden_sheet_first(path: Path) -> None:
    book = a_book(HEAD, ROW, (2, "Ẩn", "HND"))
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Hiện")
    for row in (HEAD, ROW):
        shown.append(row)
    book.active = 1
    book.save(path)


@case("hidden-rows.xlsx", new=2)
def hidden_rows(path: Path) -> None:
    book = a_book(HEAD, ROW, (2, "Hai", "HND"))
    book.active.row_dimensions[3].hidden = True
    book.save(path)


@case("macros.xlsm", new=1)
def macros(path: Path) -> None:
    a_book(HEAD, ROW).save(path)
    edited(path, lambda name, content: content, {"xl/vbaProject.bin": b"\x00" * 64})


@case("name-of-another-kind.xls", new=1)
def name_of_another_kind(path: Path) -> None:
    plain(path)


@case("utf-8.csv", new=1)
def utf_8(path: Path) -> None:
    path.write_text("STT;Nội dung nhiệm vụ;Đơn vị chủ trì\n1;Báo cáo, quý I;HND\n", "utf-8")


@case("utf-8-with-mark.csv", new=1)
def utf_8_with_mark(path: Path) -> None:
    path.write_text('STT,Nội dung nhiệm vụ,Đơn vị chủ trì\n1,"Dòng 1\nDòng 2",HND\n', "utf-8-sig")


@case("utf-16.csv", new=1)
def utf_16(path: Path) -> None:
    path.write_text("STT\tNội dung nhiệm vụ\tĐơn vị chủ trì\n1\tBáo cáo\tHND\n", "utf-16")


@case("cp1258.csv", new=1)
def cp1258(path: Path) -> None:
    import unicodedata

    text = "STT;Nội dung nhiệm vụ;Đơn vị chủ trì\n1;Tập huấn nghiệp vụ;HND\n"
    made = []
    for letter in text:
        try:
            made.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            # the code page has the hats as letters and the tones apart
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
            made.append((base + tones).encode("cp1258"))
    path.write_bytes(b"".join(made))


@case("separator-named.csv", new=1)
def separator_named(path: Path) -> None:
    path.write_text("sep=|\nSTT|Nội dung nhiệm vụ|Đơn vị chủ trì\n1|Một; hai, ba|HND\n", "utf-8")


# --- files that are refused


@case("empty.xlsx", refused="source_empty")
def empty(path: Path) -> None:
    path.write_bytes(b"")


@case("picture.xlsx", refused="source_unknown")
def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))


@case("locked.xlsx", refused="source_unknown")
def locked(path: Path) -> None:
    # what a program that locks files leaves: every value of a byte but nought
    path.write_bytes(bytes(n * 167 % 255 + 1 for n in range(900)))


@case("letter.xlsx", refused="source_unknown")
def letter(path: Path) -> None:
    docx.Document().save(str(path))


@case("page.xls", refused="source_is_page")
def page(path: Path) -> None:
    path.write_text("<html><body><table><tr><td>Nhiệm vụ</td></tr></table></body></html>", "utf-8")


@case("half.xlsx", refused="source_damaged")
def half(path: Path) -> None:
    plain(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


@case("zip-of-nothing.xlsx", refused="source_unknown")
def zip_of_nothing(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")


@case("password.xlsx", refused="source_password")
def password(path: Path) -> None:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    path.write_bytes(head + "EncryptedPackage".encode("utf-16-le") + bytes(512))


@case("bomb.xlsx", refused="source_bomb")
def bomb(path: Path) -> None:
    plain(path)
    big = b"<worksheet>" + b" " * 40_000_000 + b"</worksheet>"
    edited(path, lambda name, content: content, {"xl/worksheets/sheet9.xml": big})


@case("many-parts.xlsx", refused="source_bomb")
def many_parts(path: Path) -> None:
    plain(path)
    edited(path, lambda name, content: content, {f"xl/media/{n}.bin": b"" for n in range(2_500)})


@case("entities.xlsx", refused="source_entities")
def entities(path: Path) -> None:
    plain(path)
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'

    def change(name: str, content: bytes) -> bytes:
        if "worksheets/" not in name:
            return content
        head, _, rest = content.partition(b"<worksheet")
        return head + declared + b"<worksheet" + rest

    edited(path, change)


@case("corner.xlsx", refused="source_too_long")
def corner(path: Path) -> None:
    book = a_book(HEAD, ROW)
    book.active["XFD1048576"] = "x"
    book.save(path)


@case("binary.xlsb", refused="source_is_binary")
def binary(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", bytes(32))


@case("no-table.xlsx", refused="table_not_found")
def no_table(path: Path) -> None:
    a_book(("Kính gửi",), ("Danh sách",), (1, 2, 3)).save(path)


@case("only-a-chart.xlsx", refused="table_not_found")
def only_a_chart(path: Path) -> None:
    openpyxl.Workbook().save(path)


@case("tcvn3.csv", new=1)
def tcvn3(path: Path) -> None:
    text = "STT;Néi dung nhiÖm vô;§¬n vÞ chñ tr×\n1;§Èy m¹nh c«ng t¸c d©n vËn;HND\n"
    path.write_bytes(text.encode("latin-1"))


@case("vni.xlsx", new=1)
def vni(path: Path) -> None:
    a_book(("STT", "Noäi dung nhieäm vuï", "Ñôn vò chuû trì"), (1, "Ñaåy maïnh", "HND")).save(path)


@case("crc.xlsx", refused="source_damaged")
def crc(path: Path) -> None:
    plain(path)
    content = bytearray(path.read_bytes())
    place = content.find(b"xl/worksheets/sheet1.xml") + 40
    content[place : place + 8] = bytes(8)
    path.write_bytes(content)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for found in CASES:
        found.make(folder / found.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
