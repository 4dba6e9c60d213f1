"""More registers, by other habits: each with what a careful clerk would read, written beforehand.

Only what the file says is expected; a row or a field that no clerk could settle may be asked about.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.files.messy_registers import (
    BDV,
    CCB,
    DOAN,
    DONE,
    GONE,
    HND,
    HOLD,
    LDLD,
    LHPN,
    MTTQ,
    QS,
    RUN,
    day,
)

OPEN = "open"  # the register says nothing of the state: anything but done or cancelled
Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One task; `words` must survive in it somewhere, `may_ask` lets its row be refused."""

    row: int
    title: str
    lead: str
    due: str | None = None
    with_units: tuple[str, ...] = ()
    state: str = OPEN
    percent: int | None = None
    words: tuple[str, ...] = ()
    may_ask: bool = False
    sheet: str = "Sheet"


@dataclass(frozen=True, kw_only=True)
class OtherRegister:
    """A file and its tasks; a file that is no register has none, and words of the refusal."""

    name: str
    make: Callable[[Path], None]
    tasks: tuple[Wanted, ...] = ()
    refused_as: tuple[str, ...] = ()
    told: tuple[str, ...] = ()  # words of which the notes must speak


def fill(sheet: Worksheet, rows: Rows) -> None:
    for row in rows:
        sheet.append(list(row))


def in_one_sheet(path: Path, rows: Rows, merged: Sequence[str] = ()) -> None:
    book = openpyxl.Workbook()
    fill(book.active, rows)
    for area in merged:
        book.active.merge_cells(area)
    book.save(path)


# --- 1: conclusions followed up: who "advises", who "does it with them", ticks of three kinds


def ket_luan(path: Path) -> None:
    rows = (
        ("TỈNH ỦY QUẢNG NINH", None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("BẢNG TỔNG HỢP TÌNH HÌNH THỰC HIỆN CÁC KẾT LUẬN",),
        ("(Tính đến ngày 31/3/2018)",),
        (),
        ("Số TT", "Văn bản giao", None, "Nội dung giao", "Cơ quan tham mưu", "Cơ quan cùng thực hiện", "Kỳ hạn", "Tình hình", None, None, "Vướng mắc"),
        (None, "Số, ký hiệu", "Ngày ban hành", None, None, None, None, "Đã xong", "Đang làm", "Chưa làm", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"),
        ("A", "KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY"),
        (1, "12-KL/TU", day(2018, 1, 9), "Tham mưu quy chế phối hợp mới", "Ban Dân vận Tỉnh uỷ", "MTTQ; HND", day(2018, 3, 1), "v", None, None, None),
        (2, None, None, "Thống kê số hộ vay vốn", "Hội ND tỉnh", None, "20-4-2018", None, "●", None, "Số liệu xã gửi chậm"),
        (None, None, None, "và báo cáo bằng văn bản", None, None, None, None, None, None, None),
        (None, "Cộng mục A: 02 nội dung"),
        ("B", "KẾT LUẬN CỦA TRƯỞNG BAN CHỈ ĐẠO"),
        (1, "15-KL/BCĐ", day(2018, 2, 5), "Tuyên truyền trên mạng xã hội", "Tỉnh Đoàn", "các hội, đoàn thể liên quan", "5.6.18", None, None, "x", None),
        (),
        ("* Ghi chú: số liệu do các cơ quan báo cáo.",),
        (None, None, None, None, None, None, None, "Quảng Ninh, ngày 31 tháng 3 năm 2018"),
        (None, "NGƯỜI TỔNG HỢP", None, None, None, None, None, "TL. TRƯỞNG BAN"),
    )  # fmt: skip
    in_one_sheet(
        path,
        rows,
        (
            "B5:C5",
            "H5:J5",
            "B9:B11",
            "C9:C11",
            "A5:A6",
            "D5:D6",
            "E5:E6",
            "F5:F6",
            "G5:G6",
            "K5:K6",
        ),
    )


# --- 2: a sheet a unit, the unit named above the table and not in it


def moi_don_vi_mot_trang(path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, unit, works in (
        ("HND", "Hội Nông dân tỉnh", (("Mở 5 lớp dạy nghề", day(2018, 5, 30)), ("Kiểm tra quỹ hỗ trợ", day(2018, 6, 15)))),
        ("TĐ", "Tỉnh Đoàn Quảng Ninh", (("Ngày hội việc làm", day(2018, 4, 26)), ("Trại hè thanh niên", day(2018, 7, 20)))),
    ):  # fmt: skip
        rows = [
            (f"Đơn vị: {unit}",),
            ("ĐĂNG KÝ CÔNG VIỆC NĂM 2018",),
            ("STT", "Công việc phải làm", "Phải xong", "Cùng làm"),
            *((n, work, due, None) for n, (work, due) in enumerate(works, start=1)),
            (None, "Tổng số: 2"),
        ]
        fill(book.create_sheet(name), rows)
    book.save(path)


# --- 3: nothing but odd deadlines, in a text of tabs


DEADLINES = (
    ("từ 1/4 đến 15/5/2018", "2018-05-15"),
    ("Đến hết quý II/2018", "2018-06-30"),
    ("Trong tháng 5", "2018-05-31"),
    ("6 tháng đầu năm", "2018-06-30"),
    ("30 / 6 / 2018", "2018-06-30"),
    ("15h00 ngày 20/4/2018", "2018-04-20"),
    ("Xong trước 10.5.2018", "2018-05-10"),
    ("không muộn hơn ngày 5 tháng 6 năm 2018", "2018-06-05"),
    ("9/2018", "2018-09-30"),
    ("31/12", "2018-12-31"),
    ("Thường xuyên", None),
    ("Khi có yêu cầu", None),
)


def han_la(path: Path) -> None:
    lines = ["SỔ GIAO VIỆC NĂM 2018\t\t\t", "TT\tViệc\tĐầu mối\tThời gian xong"]
    lines += [
        f"{n}\tViệc thứ {n} của sổ\tHND\t{due}" for n, (due, _) in enumerate(DEADLINES, start=1)
    ]
    path.write_text("\r\n".join(lines), "utf-16", newline="")


# --- 4: states in the words of people, and shares in every shape


STATES: tuple[tuple[object, str, int | None], ...] = (
    ("Hoàn thành", DONE, None),
    ("Chưa hoàn thành", OPEN, None),
    ("Hoàn thành cơ bản, còn 2 xã", RUN, None),
    ("Đang triển khai", RUN, None),
    ("Đang thực hiện (70%)", RUN, 70),
    ("Tạm dừng theo chỉ đạo", HOLD, None),
    ("Không thực hiện nữa", GONE, None),
    ("Đã xong ngày 12/3/2018", DONE, None),
    ("Chưa triển khai", OPEN, None),
    ("Đạt khoảng 60 % khối lượng", RUN, 60),
    ("Chưa đến hạn", OPEN, None),
    ("Đã hoàn thành dự thảo, chưa trình", RUN, None),
)


def tinh_trang(path: Path) -> None:
    rows = [
        ("Mã số", "Tên công việc", "Đơn vị đầu mối", "Hạn chót", "Tình trạng hiện nay"),
        *((f"CV-{n:02}", f"Việc ở tình trạng {n}", "Liên đoàn Lao động", day(2018, 6, 30), state) for n, (state, _, _) in enumerate(STATES, start=1)),
    ]  # fmt: skip
    in_one_sheet(path, rows)


# --- 5: two tables below each other that name their columns otherwise, then a table of money


def hai_phan(path: Path) -> None:
    rows = (
        ("I. VIỆC CHUYỂN TIẾP TỪ NĂM 2017",),
        ("STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn"),
        ("1", "Bàn giao nhà tình nghĩa", "Bộ CHQS tỉnh", "Hội CCB, MTTQ", day(2018, 4, 30)),
        ("1.1", "Nghiệm thu móng", "Bộ CHQS tỉnh", None, day(2018, 4, 5)),
        ("2", "Thăm gia đình chính sách", "Hội Cựu chiến binh", None, day(2018, 7, 27)),
        ("Tổng cộng", "2 việc chính"),
        (),
        ("II. VIỆC MỚI NĂM 2018",),
        ("TT", "Yêu cầu của Ban Chỉ đạo", "Ngày giao", "Nơi thực hiện", "Ngày phải báo cáo"),
        (1, "Rà soát biên chế khối vận", day(2018, 3, 2), "Ban Dân vận", day(2018, 4, 16)),
        (
            2,
            "Sơ kết phong trào dân vận khéo",
            day(2018, 3, 2),
            "Mặt trận Tổ quốc tỉnh",
            day(2018, 5, 18),
        ),
        (),
        ("III. KINH PHÍ",),
        ("TT", "Khoản chi", "Số lượng", "Đơn giá", "Thành tiền (đồng)"),
        (1, "Văn phòng phẩm", 10, 50_000, 500_000),
        (2, "Xăng xe", 40, 20_000, 800_000),
        (None, "Cộng", None, None, 1_300_000),
    )
    in_one_sheet(path, rows)


# --- 6: units as people write them; columns nobody sees; a name one letter off


def ten_goi(path: Path) -> None:
    rows = (
        ("THEO DÕI NHIỆM VỤ 2018",),
        ("STT", "Đơn vị chủ trì (cũ)", "Nhiệm vụ được giao", "Đơn vị chịu trách nhiệm", "Đơn vị tham gia", "Hạn cũ", "Hạn hoàn thành"),
        (1, "HND", "Vận động hiến máu", "Hội Liên hiệp phụ nữ", "Tỉnh đoàn và các đơn vị liên quan", "1/1/2018", "12/4/2018"),
        (2, "HND", "Huấn luyện dân quân", "Bộ Chỉ huy quân sự", "HỘI CCB TỈNH", "1/1/2018", "13/4/2018"),
        (3, "HND", "Giám sát đầu tư cộng đồng", "UBMTTQ tỉnh", "LĐLĐ tỉnh; HND tỉnh", "1/1/2018", "14/4/2018"),
        (4, "HND", "Hội thi cán bộ công đoàn", "LIÊN ĐOÀN LAO ĐỘNG TỈNH", None, "1/1/2018", "17/4/2018"),
        (5, "HND", "Chuyển đổi cây trồng", "Hội Nông dân tỉnhh", None, "1/1/2018", "18/4/2018"),
        (6, "HND", "Trao đổi kinh nghiệm", "Sở Ngoại vụ", None, "1/1/2018", "19/4/2018"),
        (7, "HND", "Hội thao quốc phòng", "Bộ CHQS, Hội CCB", None, "1/1/2018", "20/4/2018"),
    )  # fmt: skip
    book = openpyxl.Workbook()
    fill(book.active, rows)
    for letter in "BF":
        book.active.column_dimensions[letter].hidden = True
    book.save(path)


# --- 7: the calendar of old Macs, numbers for days, errors, a row struck through, hidden rows


def so_may_mac(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    book.epoch = CALENDAR_MAC_1904
    fill(
        sheet,
        (
            ("Sổ việc quý II năm 2018",),
            ("TT", "Nội dung", "Người/đơn vị thực hiện", "Hạn", "% hoàn thành", "Diễn giải"),
            (1, "Tổ chức hội nghị", "HND", day(2018, 4, 10), 0.5, "đang chuẩn bị"),
            (2, "In tài liệu", "HND", 41_743, 1, None),
            (3, "Thuê hội trường", "#REF!", day(2018, 4, 12), None, None),
            (4, "Mời báo cáo viên", "HND", "#VALUE!", None, None),
            (
                5,
                "Đi tham quan học tập",
                "HND",
                day(2018, 5, 12),
                None,
                "bỏ theo ý kiến đồng chí Trưởng Ban",
            ),
            (6, "Tập hợp số liệu", "HND", 7, None, None),
            (7, "Viết bài tuyên truyền", "HND", "31/6/2018", None, None),
        ),
    )
    for place in ("C5", "D6"):
        sheet[place].data_type = "e"
    for letter in "ABCDEF":
        sheet[f"{letter}7"].font = Font(strike=True)
    sheet.row_dimensions[3].hidden = True
    book.save(path)


# --- 8: what is no register


def cham_cong(path: Path) -> None:
    rows = (
        ("BẢNG CHẤM CÔNG THÁNG 3 NĂM 2018",),
        ("STT", "Họ và tên", *range(1, 32), "Tổng công"),
        *(
            (n, name, *(["x"] * 22), 22)
            for n, name in enumerate(("Nguyễn Văn A", "Trần Thị B", "Lê Văn C"), start=1)
        ),
    )
    in_one_sheet(path, rows)


def cong_van_den(path: Path) -> None:
    rows = (
        ("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN NĂM 2018",),
        ("Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu", "Ngày tháng", "Tên loại và trích yếu nội dung", "Đơn vị nhận", "Ký nhận"),
        (day(2018, 3, 1), 101, "Tỉnh ủy", "55-CV/TU", day(2018, 2, 27), "V/v báo cáo công tác dân vận", "Văn phòng", None),
        (day(2018, 3, 2), 102, "HĐND tỉnh", "12/TB-HĐND", day(2018, 2, 28), "Thông báo kỳ họp", "Văn phòng", None),
    )  # fmt: skip
    in_one_sheet(path, rows)


def hop_dong(path: Path) -> None:
    rows = (
        ("DANH MỤC TÀI SẢN CỐ ĐỊNH",),
        (
            "STT",
            "Tên tài sản",
            "Đơn vị tính",
            "Số lượng",
            "Năm sử dụng",
            "Nguyên giá",
            "Giá trị còn lại",
        ),
        (1, "Máy tính để bàn", "bộ", 3, 2015, 36_000_000, 12_000_000),
        (2, "Máy in", "cái", 2, 2016, 8_000_000, 4_000_000),
    )
    in_one_sheet(path, rows)


OTHERS: tuple[OtherRegister, ...] = (
    OtherRegister(
        name="ket-luan.xlsx",
        make=ket_luan,
        tasks=(
            Wanted(row=9, title="Tham mưu quy chế phối hợp mới", lead=BDV, with_units=(MTTQ, HND), due="2018-03-01", state=DONE),
            Wanted(row=10, title="Thống kê số hộ vay vốn và báo cáo bằng văn bản", lead=HND, due="2018-04-20", state=RUN, words=("Số liệu xã gửi chậm",)),
            Wanted(row=14, title="Tuyên truyền trên mạng xã hội", lead=DOAN, due="2018-06-05", words=("các hội, đoàn thể liên quan",)),
        ),
    ),
    OtherRegister(
        name="moi-don-vi-mot-trang.xlsx",
        make=moi_don_vi_mot_trang,
        tasks=(
            Wanted(row=4, title="Mở 5 lớp dạy nghề", lead=HND, due="2018-05-30", sheet="HND"),
            Wanted(row=5, title="Kiểm tra quỹ hỗ trợ", lead=HND, due="2018-06-15", sheet="HND"),
            Wanted(row=4, title="Ngày hội việc làm", lead=DOAN, due="2018-04-26", sheet="TĐ"),
            Wanted(row=5, title="Trại hè thanh niên", lead=DOAN, due="2018-07-20", sheet="TĐ"),
        ),
    ),
    OtherRegister(
        name="han-la.csv",
        make=han_la,
        tasks=tuple(
            Wanted(row=n + 2, title=f"Việc thứ {n} của sổ", lead=HND, due=due, sheet="han-la",
                   words=(words,) if due is None else ())
            for n, (words, due) in enumerate(DEADLINES, start=1)
        ),
    ),
    OtherRegister(
        name="tinh-trang.xlsx",
        make=tinh_trang,
        tasks=tuple(
            Wanted(row=n + 1, title=f"Việc ở tình trạng {n}", lead=LDLD, due="2018-06-30", state=state, percent=percent)
            for n, (_, state, percent) in enumerate(STATES, start=1)
        ),
    ),
    OtherRegister(
        name="hai-phan.xlsx",
        make=hai_phan,
        tasks=(
            Wanted(row=3, title="Bàn giao nhà tình nghĩa", lead=QS, with_units=(CCB, MTTQ), due="2018-04-30"),
            Wanted(row=4, title="Nghiệm thu móng", lead=QS, due="2018-04-05"),
            Wanted(row=5, title="Thăm gia đình chính sách", lead=CCB, due="2018-07-27"),
            Wanted(row=10, title="Rà soát biên chế khối vận", lead=BDV, due="2018-04-16"),
            Wanted(row=11, title="Sơ kết phong trào dân vận khéo", lead=MTTQ, due="2018-05-18"),
        ),
    ),
    OtherRegister(
        name="ten-goi.xlsx",
        make=ten_goi,
        tasks=(
            Wanted(row=3, title="Vận động hiến máu", lead=LHPN, with_units=(DOAN,), due="2018-04-12", words=("các đơn vị liên quan",)),
            Wanted(row=4, title="Huấn luyện dân quân", lead=QS, with_units=(CCB,), due="2018-04-13"),
            Wanted(row=5, title="Giám sát đầu tư cộng đồng", lead=MTTQ, with_units=(LDLD, HND), due="2018-04-14"),
            Wanted(row=6, title="Hội thi cán bộ công đoàn", lead=LDLD, due="2018-04-17"),
            Wanted(row=7, title="Chuyển đổi cây trồng", lead=HND, due="2018-04-18"),
            Wanted(row=8, title="Trao đổi kinh nghiệm", lead="", may_ask=True),
            Wanted(row=9, title="Hội thao quốc phòng", lead="", may_ask=True),
        ),
        told=("ẩn",),
    ),
    OtherRegister(
        name="so-may-mac.xlsx",
        make=so_may_mac,
        tasks=(
            Wanted(row=3, title="Tổ chức hội nghị", lead=HND, due="2018-04-10", state=RUN, percent=50),
            Wanted(row=4, title="In tài liệu", lead=HND, due="2018-04-15", state=DONE),
            Wanted(row=5, title="Thuê hội trường", lead="", may_ask=True),
            Wanted(row=6, title="Mời báo cáo viên", lead="", may_ask=True),
            Wanted(row=7, title="Đi tham quan học tập", lead=HND, due="2018-05-12", state=GONE),
            Wanted(row=8, title="Tập hợp số liệu", lead="", may_ask=True),
            Wanted(row=9, title="Viết bài tuyên truyền", lead="", may_ask=True),
        ),
        told=("ẩn",),
    ),
    OtherRegister(name="cham-cong.xlsx", make=cham_cong, refused_as=("chấm công", "người", "lịch")),
    OtherRegister(name="cong-van-den.xlsx", make=cong_van_den, refused_as=("văn bản",)),
    OtherRegister(name="tai-san.xlsx", make=hop_dong, refused_as=("tài sản",)),
)  # fmt: skip
