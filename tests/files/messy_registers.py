"""Registers as offices keep them, invented here: each with the reading a careful clerk would give.

The expected reading was written down before the program had seen the file.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

HND, LHPN, DOAN, CCB = "HND", "Hội LHPN", "Tỉnh Đoàn", "Hội CCB"
MTTQ, LDLD, QS, BDV = "MTTQ", "LĐLĐ", "Bộ CHQS", "BDVTU"
NEW, RUN, DONE, WAIT, HOLD, GONE = (
    "not_started", "in_progress", "done", "awaiting_confirmation", "on_hold", "cancelled",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Read:
    """One task as it must be read; `assumed` are the codes of what is shown as assumed."""

    row: int
    title: str
    lead: str | None
    due: str | None = None
    coordinating: tuple[str, ...] = ()
    state: str = NEW
    percent: int | None = None
    wording: str = ""
    original: str | None = None
    note: tuple[str, ...] = ()
    result: str = ""
    sheet: str = ""
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Messy:
    """A file, its tasks, the rows that must be refused with their reasons, and those passed over."""

    name: str
    make: Callable[[Path], None]
    tasks: tuple[Read, ...]
    rejected: Mapping[int, str] = field(default_factory=dict)
    passed: Mapping[int, str] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()


MESSY: list[Messy] = []


def messy(name: str, **expected: Any) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def note(make: Callable[[Path], None]) -> Callable[[Path], None]:
        MESSY.append(Messy(name=name, make=make, **expected))
        return make

    return note


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def assumed(*codes: str) -> frozenset[str]:
    return frozenset(codes)


# --- 1: three rows of titles, titles again on the second page, a first and a moved deadline


@messy(
    "giao-ban.xlsx",
    tasks=(
        Read(row=7, title="Lập kế hoạch tuyên truyền tháng 3", lead=BDV, coordinating=(HND, DOAN),
             due="2018-03-10", state=DONE, percent=100, note=("Mã cũ: GB-1",)),
        Read(row=8, title="Vận động quỹ Vì người nghèo", lead=MTTQ, due="2018-05-15",
             original="2018-04-15", state=RUN, percent=40, note=("Mã cũ: GB-2",),
             assumed=assumed("state_of_share")),
        Read(row=12, title="Tổng kết cụm thi đua số 2", lead=LDLD, coordinating=(QS,), due="2018-06-20",
             note=("Mã cũ: GB-3", "đôn đốc"), assumed=assumed("year")),
        Read(row=13, title="Cộng tác viên dư luận xã hội họp quý I", lead=BDV, due="2018-03-30",
             state=DONE, percent=100, note=("Mã cũ: GB-4",), assumed=assumed("year", "state_of_share", "finished")),
    ),
    passed={1: "above", 2: "above", 4: "titles", 5: "titles", 6: "titles", 9: "subtotal", 10: "titles",
            11: "titles", 14: "subtotal", 16: "signature", 17: "signature"},
)  # fmt: skip
def giao_ban(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Giao ban"
    rows = (
        ("VĂN PHÒNG BAN CHỈ ĐẠO",),
        ("SỔ THEO DÕI GIAO BAN NĂM 2018",),
        (),
        ("Mã việc", "Đầu việc", "Phân công", None, "Thời gian", None, None, "Kết quả", None, "Ghi chú"),
        (None, None, "Cơ quan", None, "Giao", "Hạn", "Gia hạn", "Tỷ lệ", "Ngày xong", None),
        (None, None, "chủ trì", "phối hợp", None, None, None, None, None, None),
        ("GB-1", "Lập kế hoạch tuyên truyền tháng 3", "Ban Dân vận", "HND, Tỉnh Đoàn", day(2018, 1, 5), day(2018, 3, 10), None, 1, day(2018, 3, 9), None),
        ("GB-2", "Vận động quỹ Vì người nghèo", "Mặt trận", None, day(2018, 1, 5), day(2018, 4, 15), day(2018, 5, 15), 0.4, None, None),
        (None, "Cộng trang 1: 2 việc"),
        ("Mã việc", "Đầu việc", "Phân công", None, "Thời gian", None, None, "Kết quả", None, "Ghi chú"),
        (None, None, "Cơ quan", None, "Giao", "Hạn", "Gia hạn", "Tỷ lệ", "Ngày xong", None),
        ("GB-3", "Tổng kết cụm thi đua số 2", "Công đoàn tỉnh", "Quân sự tỉnh", day(2018, 2, 1), "20/6", None, None, None, "đôn đốc"),
        ("GB-4", "Cộng tác viên dư luận xã hội họp quý I", "BDVTU", None, day(2018, 2, 1), "30/3", None, "100%", None, None),
        (None, "Tổng cộng: 4 việc"),
        (),
        (None, None, None, None, None, None, "Ngày 30 tháng 3 năm 2018"),
        (None, "Người lập biểu", None, None, None, None, "Chánh Văn phòng"),
    )  # fmt: skip
    for row in rows:
        sheet.append(row)
    for area in ("A4:A6", "B4:B6", "C4:D4", "C5:D5", "E4:G4", "E5:E6", "F5:F6", "G5:G6", "H4:I4", "H5:H6",
                 "I5:I6", "J4:J6", "A10:A11", "B10:B11", "C10:D10", "E10:G10", "H10:I10"):  # fmt: skip
        sheet.merge_cells(area)
    sheet["H7"].number_format = sheet["H8"].number_format = "0%"
    book.save(path)


# --- 2: no titles at all, as a program of twenty years ago puts it out


@messy(
    "khong-tieu-de.csv",
    tasks=(
        Read(row=1, title="Kiểm tra bếp ăn bán trú", lead=LHPN, coordinating=(DOAN,), due="2018-04-12",
             state=RUN, note=("Mã cũ: VB0012",)),
        Read(row=2, title="Dọn vệ sinh bãi biển, phát 300 tờ rơi", lead=DOAN, due="2018-04-22", state=NEW,
             note=("Mã cũ: VB0013",)),
        Read(row=3, title="Làm nhà cho cựu chiến binh nghèo", lead=CCB, coordinating=(QS, MTTQ),
             due="2018-09-02", state=RUN, note=("Mã cũ: VB0014",)),
        Read(row=5, title="Ký kết chương trình phối hợp mới", lead=BDV, due="2018-02-01", state=DONE,
             note=("Mã cũ: VB0016",), assumed=assumed("finished")),
    ),
    rejected={4: "unit_unknown"},
)  # fmt: skip
def khong_tieu_de(path: Path) -> None:
    lines = (
        "VB0012|Kiểm tra bếp ăn bán trú|Hội LHPN tỉnh|Tỉnh Đoàn|2018-04-12|Đang làm",
        "VB0013|Dọn vệ sinh bãi biển, phát 300 tờ rơi|Tỉnh Đoàn||2018-04-22|Chưa làm",
        "VB0014|Làm nhà cho cựu chiến binh nghèo|Hội CCB|Bộ CHQS tỉnh; MTTQ|2018-09-02|Đang thực hiện",
        "VB0015|Rà soát hồ sơ người có công|Sở Lao động||2018-05-05|Chưa làm",
        "VB0016|Ký kết chương trình phối hợp mới|Ban Dân vận Tỉnh ủy||2018-02-01|Xong",
    )
    path.write_text("\n".join(lines) + "\n", "utf-8-sig")


# --- 3: the unit in a tall cell at the left, days the American way, states that are no states


@messy(
    "theo-don-vi.xlsx",
    tasks=(
        Read(row=4, title="Mở lớp xóa mù chữ", lead=LHPN, due="2018-03-25", state=DONE,
             assumed=assumed("day_order")),
        Read(row=5, title="Tổ tiết kiệm ở ba xã", lead=LHPN, due="2018-06-30", state=RUN,
             wording="trong quý II", result="Hoàn thành 3/5 nội dung", assumed=assumed("year", "state")),
        Read(row=6, title="Thăm nữ công nhân ốm", lead=LHPN, due="2018-04-05", state=RUN,
             result="Đang chờ ký", assumed=assumed("state", "swapped")),
        Read(row=7, title="Tuần tra đường biên", lead=QS, due=None, wording="thường xuyên", state=RUN),
        Read(row=8, title="Huấn luyện dân quân năm thứ nhất", lead=QS, due="2018-08-17", state=HOLD),
    ),
    passed={1: "above", 3: "titles", 9: "remark", 11: "signature"},
)  # fmt: skip
def theo_don_vi(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("PHÂN CÔNG NĂM 2018",),
        (),
        ("Đơn vị", "STT", "Nội dung công việc", "Thời hạn", "Tình trạng"),
        (
            "Hội Liên hiệp Phụ nữ tỉnh",
            1,
            "Mở lớp xóa mù chữ",
            "03/25/2018",
            "Đã xong ngày 12/3/2018",
        ),
        (None, 2, "Tổ tiết kiệm ở ba xã", "trong quý II", "Hoàn thành 3/5 nội dung"),
        (None, 3, "Thăm nữ công nhân ốm", day(2018, 4, 5), "Đang chờ ký"),
        ("Bộ Chỉ huy Quân sự tỉnh", 1, "Tuần tra đường biên", "thường xuyên", "Đang thực hiện"),
        (None, 2, "Huấn luyện dân quân năm thứ nhất", "17/8/2018", "Tạm hoãn"),
        ("Ghi chú: số liệu đến hết tháng 3",),
        (),
        (None, None, None, None, "Người tổng hợp"),
    ):
        sheet.append(row)
    sheet.merge_cells("A4:A6")
    sheet.merge_cells("A7:A8")
    book.save(path)


# --- 4: two tables one below the other, of other columns


@messy(
    "hai-bang-tren-duoi.xlsx",
    tasks=(
        Read(
            row=4,
            title="Giao ban khối dân vận",
            lead=BDV,
            wording="hằng tháng",
            due=None,
            state=NEW,
        ),
        Read(row=5, title="Báo cáo dư luận", lead=BDV, wording="mỗi tuần", due=None, state=NEW),
        Read(
            row=9,
            title="Hội thảo về phản biện xã hội",
            lead=MTTQ,
            coordinating=(LDLD,),
            due="2018-05-31",
            state=NEW,
        ),
        Read(
            row=10,
            title="Hỗ trợ ngư dân sau bão",
            lead=HND,
            coordinating=(QS,),
            due="2018-04-20",
            state=RUN,
        ),
    ),
    passed={1: "above", 2: "above", 3: "titles", 7: "heading", 8: "titles"},
    notes=frozenset(("tables_together",)),
)
def hai_bang_tren_duoi(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("NHIỆM VỤ NĂM 2018",),
        ("A. VIỆC THƯỜNG XUYÊN",),
        ("TT", "Công việc", "Đơn vị thực hiện", "Thời gian"),
        (1, "Giao ban khối dân vận", "Ban Dân vận", "hằng tháng"),
        (2, "Báo cáo dư luận", "Ban Dân vận", "mỗi tuần"),
        (),
        ("B. VIỆC ĐỘT XUẤT",),
        ("TT", "Chủ trì", "Phối hợp", "Hạn hoàn thành", "Nội dung nhiệm vụ", "Trạng thái"),
        (
            1,
            "MTTQ tỉnh",
            "Công đoàn tỉnh",
            "31/5/2018",
            "Hội thảo về phản biện xã hội",
            "Chưa triển khai",
        ),
        (
            2,
            "Hội Nông dân",
            "Quân sự tỉnh",
            "20/4/2018",
            "Hỗ trợ ngư dân sau bão",
            "Đang triển khai",
        ),
    ):
        sheet.append(row)
    book.save(path)


# --- 5: units as people write them, a row and a day struck through, a comment


@messy(
    "ten-don-vi.xlsx",
    tasks=(
        Read(row=2, title="Việc một", lead=HND, coordinating=(DOAN,), due="2018-04-30"),
        Read(row=3, title="Việc hai", lead=HND, due="2018-04-30", assumed=assumed("spelling")),
        Read(row=5, title="Việc bốn", lead=LHPN, due="2018-04-30", note=("Phối hợp: các ngành liên quan",),
             assumed=assumed("group")),
        Read(row=6, title="Việc năm", lead=QS, due="2018-04-30", state=GONE, assumed=assumed("struck")),
        Read(row=7, title="Việc sáu", lead=CCB, due="2018-06-15", original="2018-04-30",
             assumed=assumed("struck_part")),
        Read(row=9, title="Việc tám", lead=MTTQ, coordinating=(LDLD, CCB), due="2018-04-30",
             note=("Phối hợp: Sở Nội vụ",), assumed=assumed("unit_left")),
        Read(row=10, title="Việc chín", lead=BDV, due="2018-04-30", assumed=assumed("spelling")),
    ),
    rejected={4: "two_leads", 8: "unit_unknown"},
    passed={1: "titles"},
    notes=frozenset(("comment", "struck_rows")),
)  # fmt: skip
def ten_don_vi(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    end = day(2018, 4, 30)
    for row in (
        ("STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Hạn"),
        (1, "Việc một", "HND chủ trì, phối hợp Tỉnh Đoàn", None, end),
        (2, "Việc hai", "Hội Nông dân tỉh", None, end),
        (3, "Việc ba", "HND, Tỉnh Đoàn", None, end),
        (4, "Việc bốn", "Hội LHPN và các ngành liên quan", None, end),
        (5, "Việc năm", "Bộ CHQS tỉnh", None, end),
        (6, "Việc sáu", "Hội CCB tỉnh Quảng Ninh", None, None),
        (7, "Việc bảy", "Hội Nông dân thành phố Hạ Long", None, end),
        (8, "Việc tám", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "LĐLĐ, Sở Nội vụ; Hội CCB", end),
        (9, "Việc chín", "BDV Tỉnh uỷ", None, end),
    ):
        sheet.append(row)
    for cell in sheet[6]:
        cell.font = Font(strike=True)
    sheet["E7"] = CellRichText(TextBlock(InlineFont(strike=True), "30/4/2018"), " 15/6/2018")
    sheet["D9"].comment = Comment("hỏi lại Sở Nội vụ", "văn phòng")
    book.save(path)


# --- 6: titles of the street, rows that run on, bullets


@messy(
    "loi-thuong.xlsx",
    tasks=(
        Read(row=4, title="Sửa nhà văn hóa thôn cho kịp hội làng", lead=HND, coordinating=(DOAN,),
             due="2018-02-10", state=DONE, assumed=assumed("finished")),
        Read(row=6, title="Trồng cây dọc tuyến kênh, mỗi đoàn thể nhận một đoạn", lead=DOAN,
             coordinating=(LHPN, CCB), due="2018-02-28", state=RUN, result="Mới được hai đoạn",
             assumed=assumed("state")),
        Read(row=9, title="a) Chọn giống cây", lead=HND, due="2018-01-31", state=DONE,
             assumed=assumed("finished")),
        Read(row=10, title="- Đào hố", lead=HND, due=None, state=NEW, assumed=assumed("parent_leads")),
        Read(row=11, title="Đền ơn đáp nghĩa", lead=CCB, due="2018-07-27", state=NEW),
    ),
    passed={1: "above", 3: "titles", 5: "joined", 7: "joined", 8: "joined", 13: "signature"},
    notes=frozenset(("guessed_column",)),
)  # fmt: skip
def loi_thuong(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Việc làng việc nước 2018",),
        (),
        ("Số", "Việc phải lo", "Ai lo", "Ai giúp", "Bao giờ xong", "Tới đâu rồi"),
        (1, "Sửa nhà văn hóa thôn", "Hội Nông dân", "Tỉnh Đoàn", "10/2/2018", "Xong"),
        (None, "cho kịp hội làng"),
        (2, "Trồng cây dọc tuyến kênh,", "Tỉnh Đoàn", "Hội LHPN", "28/2/2018", "Mới được hai đoạn"),
        (None, "mỗi đoàn thể", None, "Hội CCB"),
        (None, "nhận một đoạn"),
        (None, "a) Chọn giống cây", "Hội Nông dân", None, "31/1/2018", "Xong"),
        (None, "- Đào hố"),
        (3, "Đền ơn đáp nghĩa", "Hội CCB", None, "27/7/2018", "Chưa"),
        (),
        (None, "Thư ký", None, None, "Trưởng ban"),
    ):
        sheet.append(row)
    book.save(path)


# --- 7: one file for everything: a register, a budget, a list of people


@messy(
    "tong-hop.xlsx",
    tasks=(
        Read(row=3, sheet="Việc", title="In tài liệu hội nghị", lead=BDV, due="2018-04-02", state=NEW,
             assumed=assumed("year")),
        Read(row=4, sheet="Việc", title="Thuê hội trường", lead=BDV, coordinating=(LDLD,), due="2018-04-02",
             state=RUN, assumed=assumed("year")),
    ),
    passed={},
)  # fmt: skip
def tong_hop(path: Path) -> None:
    book = openpyxl.Workbook()
    people = book.active
    people.title = "Người"
    for row in (
        ("DANH SÁCH ĐẠI BIỂU",), ("TT", "Họ và tên", "Chức vụ", "Đơn vị"),
        (1, "Nguyễn Văn Bình", "Chủ tịch", "Hội Nông dân tỉnh"), (2, "Trần Thị Hoa", "Bí thư", "Tỉnh Đoàn"),
    ):  # fmt: skip
        people.append(row)
    money = book.create_sheet("Tiền")
    for row in (
        ("DỰ TOÁN KINH PHÍ",), ("TT", "Nội dung", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền"),
        (1, "Nước uống", "chai", 100, 5000, 500000), (2, "Thuê hội trường", "buổi", 1, 3000000, 3000000),
    ):  # fmt: skip
        money.append(row)
    work = book.create_sheet("Việc")
    for row in (
        ("CHUẨN BỊ HỘI NGHỊ NĂM 2018",),
        ("TT", "Nội dung", "Đơn vị", "Phối hợp", "Xong trước ngày", "Tình hình", "Kinh phí"),
        (1, "In tài liệu hội nghị", "Ban Dân vận", None, "2/4", "Chưa", 2000000),
        (2, "Thuê hội trường", "Ban Dân vận", "Công đoàn tỉnh", "2/4", "Đang làm", 3000000),
    ):
        work.append(row)
    book.save(path)


# --- 8: no column of units: the headings say whose the tasks are; error cells and marks


@messy(
    "de-muc.xlsx",
    tasks=(
        Read(row=5, title="Thi tìm hiểu Luật Dân chủ cơ sở", lead=MTTQ, due="2018-04-10", state=RUN),
        Read(row=7, title="Giám sát đầu tư công ở 5 xã", lead=MTTQ, due="2018-10-31", state=NEW),
        Read(row=9, title="Ngày hội hiến máu", lead=DOAN, due="2018-04-07", state=DONE,
             assumed=assumed("finished")),
        Read(row=10, title="Tiếp sức mùa thi", lead=DOAN, due=None, state=NEW, assumed=assumed("failed")),
    ),
    rejected={11: "two_marks", 13: "unit_unknown"},
    passed={1: "above", 2: "titles", 3: "unit_heading", 4: "heading", 6: "heading", 8: "unit_heading",
            12: "unit_heading"},
)  # fmt: skip
def de_muc(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("TIẾN ĐỘ 2018",),
        ("TT", "Nội dung", "Hạn", "Chưa làm", "Đang làm", "Đã xong"),
        ("I", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH"),
        ("a", "Tuyên truyền"),
        (1, "Thi tìm hiểu Luật Dân chủ cơ sở", day(2018, 4, 10), None, "x", None),
        ("b", "Giám sát, phản biện"),
        (2, "Giám sát đầu tư công ở 5 xã", day(2018, 10, 31), "X", None, None),
        ("II", "TỈNH ĐOÀN"),
        (1, "Ngày hội hiến máu", day(2018, 4, 7), None, None, "✓"),
        (2, "Tiếp sức mùa thi", "#REF!", "x", None, None),
        (3, "Hành trình đỏ", day(2018, 7, 1), "x", "x", None),
        ("III", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        (1, "Dạy bơi trong trường học", day(2018, 5, 31), "x", None, None),
    ):
        sheet.append(row)
    sheet["C10"].data_type = "e"
    book.save(path)
