"""Where the table of tasks begins in a sheet, and what its columns are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.importing.workbook import Sheet, Value
from coordapp.domain.kernel.text import fold, one_line, words


class ImportColumn(Enum):
    """What a column of somebody's register may hold."""

    NUMBER = "number"  # running number, read only to tell tasks from headings and totals
    CODE = "code"
    WORK = "work"
    CONTENT = "content"
    PRODUCT = "product"
    SOURCE = "source"
    LEAD = "lead"
    COORDINATING = "coordinating"
    FOCAL = "focal"
    ASSIGNED = "assigned"
    DUE = "due"
    STATE = "state"
    PERCENT = "percent"
    PROGRESS = "progress"
    FINISHED = "finished"
    DIFFICULTY = "difficulty"
    URGENCY = "urgency"
    NOTE = "note"


# folded names by which offices call the columns; the longest name that fits wins.
# Source: resources/docs/forms.md 5.4 and the registers of several offices
_NAMES: Mapping[ImportColumn, tuple[str, ...]] = {
    ImportColumn.NUMBER: ("tt", "stt", "so tt", "so thu tu"),
    ImportColumn.CODE: ("ma", "ma nhiem vu", "ma so", "ma nv", "ma viec"),
    ImportColumn.WORK: (
        "noi dung nhiem vu", "nhiem vu", "ten nhiem vu", "noi dung cong viec", "cong viec",
        "noi dung", "nhiem vu giai phap", "nhiem vu duoc giao", "noi dung chi dao",
        "noi dung thuc hien", "ten cong viec", "noi dung ket luan", "ten muc tieu nhiem vu",
        "dau viec",
    ),
    ImportColumn.CONTENT: ("noi dung chi tiet", "chi tiet", "dien giai", "mo ta", "yeu cau cu the"),
    ImportColumn.PRODUCT: (
        "san pham", "san pham dau ra", "van ban san pham dau ra", "san pham ket qua",
        "ket qua dau ra", "san pham du kien",
    ),
    ImportColumn.SOURCE: (
        "van ban giao", "van ban giao so ngay", "so ky hieu van ban giao", "so ky hieu van ban",
        "can cu", "nguon giao", "van ban chi dao", "so van ban", "can cu giao",
    ),
    ImportColumn.LEAD: (
        "don vi chu tri", "co quan chu tri", "chu tri", "don vi thuc hien", "co quan thuc hien",
        "don vi chiu trach nhiem", "don vi", "don vi duoc giao", "don vi dau moi",
    ),
    ImportColumn.COORDINATING: (
        "don vi phoi hop", "co quan phoi hop", "phoi hop", "don vi phoi hop thuc hien",
    ),
    ImportColumn.FOCAL: (
        "nguoi phu trach", "dau moi", "can bo dau moi", "nguoi thuc hien", "can bo phu trach",
        "dau moi phu trach", "chuyen vien theo doi",
    ),
    ImportColumn.ASSIGNED: ("ngay giao", "thoi gian giao", "ngay nhan", "ngay bat dau"),
    ImportColumn.DUE: (
        "thoi han", "han", "han hoan thanh", "thoi han hoan thanh", "thoi gian hoan thanh",
        "thoi gian thuc hien", "han xu ly", "han thuc hien", "ngay het han", "thoi han thuc hien",
        "han bao cao", "deadline",
    ),
    ImportColumn.STATE: ("trang thai", "tinh trang", "trang thai thuc hien", "tinh trang thuc hien"),
    ImportColumn.PERCENT: (
        "ty le hoan thanh", "ti le hoan thanh", "hoan thanh", "muc do hoan thanh", "phan tram",
        "ty le", "tien do phan tram",
    ),
    ImportColumn.PROGRESS: (
        "tinh hinh ket qua thuc hien", "ket qua thuc hien", "ket qua", "tien do",
        "tinh hinh thuc hien", "tien do thuc hien", "ket qua den nay", "noi dung bao cao",
    ),
    ImportColumn.FINISHED: (
        "ngay hoan thanh", "ngay hoan thanh thuc te", "thoi gian hoan thanh thuc te",
        "ngay thuc te", "ngay ket thuc",
    ),
    ImportColumn.DIFFICULTY: (
        "kho khan nguyen nhan", "kho khan vuong mac", "kho khan", "vuong mac", "ly do cham",
        "nguyen nhan", "kho khan kien nghi", "ton tai vuong mac",
    ),
    ImportColumn.URGENCY: ("do khan", "muc do khan", "muc do uu tien", "uu tien"),
    ImportColumn.NOTE: ("ghi chu", "luu y", "ghi chep"),
}  # fmt: skip
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names}
# our list on screen calls so what says how far off its "Hạn" is
_DEADLINE, _REMARK = "han", "thoi han"
_LOOKED_AT = 40  # rows from the top in which a header is looked for
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Which rows name the columns, and which field each column holds; columns from 0."""

    first: int  # row numbers from 1; 0 when no row names the columns
    last: int
    titles: tuple[str, ...]
    fields: Mapping[int, ImportColumn]

    @property
    def signature(self) -> str:
        """Name tables of the same shape alike, so that a mapping is remembered for them."""
        return "|".join(fold(title) for title in self.titles).rstrip("|")

    @property
    def is_usable(self) -> bool:
        """Tell that tasks can be read: their work or their code is named somewhere."""
        return not {ImportColumn.WORK, ImportColumn.CODE}.isdisjoint(self.fields.values())

    def column(self, field: ImportColumn) -> int | None:
        """Give the column of a field, from 0."""
        return next((column for column, held in self.fields.items() if held is field), None)


def find_header(sheet: Sheet) -> Header | None:
    """Find the row, or the two rows, that name most columns; None when no row names the work."""
    best: tuple[int, Header] | None = None
    for row in range(min(_LOOKED_AT, len(sheet.rows))):
        for height in (1, 2):
            header = header_at(sheet, row + 1, height)
            # a second row must earn its place: a row of data beside a header adds nothing
            score = 2 * len(header.fields) - height
            if header.is_usable and len(header.fields) > 1 and (best is None or score > best[0]):
                best = (score, header)
    return None if best is None else best[1]


def header_at(sheet: Sheet, first: int, height: int = 1) -> Header:
    """Read the titles that stand in `height` rows from row `first` on; row 0: there are none."""
    if first == 0:
        return untitled(sheet, {})
    rows = [list(row[:_MOST_COLUMNS]) for row in sheet.rows[first - 1 : first - 1 + height]]
    if height > 1:
        rows[0] = _spread(rows[0], rows[1:])
    width = max((len(row) for row in rows), default=0)
    titles = []
    for column in range(width):
        parts = (_title(row[column]) for row in rows if column < len(row))
        titles.append(" ".join(dict.fromkeys(part for part in parts if part)))
    return Header(
        first=first,
        last=first + len(rows) - 1,
        titles=tuple(titles),
        fields=proposed(titles, [[_title(cell) for cell in row] for row in rows]),
    )


def untitled(sheet: Sheet, fields: Mapping[int, ImportColumn]) -> Header:
    """Give the columns of a table whose first row is a task already."""
    width = max((len(row) for row in sheet.rows), default=0)
    titles = ("",) * min(width, _MOST_COLUMNS)
    return Header(first=0, last=0, titles=titles, fields=fields)


def proposed(titles: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[int, ImportColumn]:
    """Give each column the field its title names; of two that name the same the first has it."""
    found: dict[int, ImportColumn] = {}
    folded = [fold(title) for title in titles]
    for column, title in enumerate(titles):
        if folded[column] == _REMARK and _DEADLINE in folded:
            continue
        # a title over two rows may be named by both, or by the lower one alone
        names = [title, *(row[column] for row in reversed(rows) if column < len(row))]
        field = next(filter(None, map(_field_of, names)), None)
        if field is not None and field not in found.values():
            found[column] = field
    return found


def remembered(header: Header, fields: Mapping[str, str]) -> Header:
    """Put a mapping chosen earlier, by titles, in place of the proposed one."""
    known = {field.value: field for field in ImportColumn}
    chosen: dict[int, ImportColumn] = {}
    for column, title in enumerate(header.titles):
        field = known.get(fields.get(fold(title), ""))
        if field is not None and field not in chosen.values():
            chosen[column] = field
    return Header(first=header.first, last=header.last, titles=header.titles, fields=chosen)


_WORKED_OUT = frozenset({"tinh trang han"})  # what our own lists say of a deadline


def _field_of(title: str) -> ImportColumn | None:
    folded = " ".join(words(fold(title)))
    if folded in _WORKED_OUT:
        return None
    if folded in _BY_NAME:
        return _BY_NAME[folded]
    if title.strip() == "%":
        return ImportColumn.PERCENT
    # "Thời hạn hoàn thành (theo kết luận)": the longest name the title begins with
    fitting = [name for name in _BY_NAME if len(name) > 3 and folded.startswith(f"{name} ")]
    return _BY_NAME[max(fitting, key=len)] if fitting and len(folded) < 80 else None


def _spread(upper: Sequence[Value], lower: Iterable[Sequence[Value]]) -> list[Value]:
    """Let a title over several columns stand over each of them."""
    below = [[_title(cell) for cell in row] for row in lower]
    spread: list[Value] = []
    last: Value = ""
    for column, cell in enumerate(upper):
        has_lower = any(column < len(row) and row[column] for row in below)
        if _title(cell):
            last = cell if has_lower else ""
        spread.append(cell if _title(cell) else last if has_lower else "")
    return spread


def _title(cell: Value) -> str:
    return one_line(cell) if isinstance(cell, str) else ""
