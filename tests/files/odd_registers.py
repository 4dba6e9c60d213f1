"""Registers with the habits that forms do not foresee: ditto marks, matrices of units, remarks in days.

The expected reading was written down before the program had seen the files.
"""

from pathlib import Path

import openpyxl
from openpyxl.styles import Font

from tests.files.messy_registers import BDV, CCB, DOAN, DONE, HND, LDLD, LHPN, MTTQ, QS, RUN, day
from tests.files.other_registers import OtherRegister, Wanted, fill, in_one_sheet


def nhu_tren(path: Path) -> None:
    rows = (
        ("SỔ THEO DÕI CÔNG VIỆC – NĂM 2018",),
        ("STT", "Mã NV", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn", "Tình trạng"),
        (
            "01",
            "NV-01",
            "Tổ chức hội nghị giao ban khối",
            "Ban Dân vận Tỉnh ủy",
            day(2018, 4, 12),
            "Đúng tiến độ",
        ),
        ("02", "NV-02", "Chuẩn bị báo cáo trung tâm", "nt", "nt", "Chậm tiến độ"),
        ("03", "NV-03", "Mời đại biểu các huyện", "-nt-", day(2018, 4, 10), "Xong"),
        ("04", "NV-04", "Trang trí khánh tiết", "Tỉnh Đoàn", "như trên", None),
        ("05", "NV-05", "Phục vụ nước uống", '"', day(2018, 4, 12), None),
    )
    in_one_sheet(path, rows)


def han_kem_loi(path: Path) -> None:
    rows = (
        ("TT", "Công tác trọng tâm", "Cơ quan phụ trách", "Thời gian"),
        ("Quý II năm 2018",),
        (1, "Phát động thi đua", "LĐLĐ", "T4/2018"),
        (2, "Sơ kết 6 tháng", "MTTQ", "Giữa tháng 6"),
        (3, "Giao lưu văn nghệ", "Hội LHPN", "30.04"),
        (4, "Kiểm tra chéo các cụm", "Hội CCB", "15/5 (gia hạn đến 30/5/2018)"),
        (5, "Báo cáo chuyên đề", "HND", "Trước 17h00, thứ Sáu, ngày 11/5/2018"),
        (6, "Tập huấn phần mềm", "Tỉnh Đoàn", "Từ 21 đến 23/5/2018"),
        (7, "Trực cơ quan", "Bộ CHQS", "Hằng ngày"),
        (8, "Rà soát hội viên", "HND", "05/14/2018"),
    )
    in_one_sheet(path, rows)


def danh_gia(path: Path) -> None:
    rows = (
        ("TỈNH ỦY QUẢNG NINH",),
        ("BAN CHỈ ĐẠO",),
        ("BIỂU THEO DÕI THỰC HIỆN NHIỆM VỤ QUÝ I/2018",),
        (),
        ("TT", "Nhiệm vụ", "Phân công thực hiện", None, "Thời gian thực hiện", None, "Đánh giá kết quả", None, None, "Lý do"),
        (None, None, "Chủ trì", "Phối hợp", "Từ", "Đến", "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện", None),
        (1, "Khảo sát đời sống công nhân", "LĐLĐ", "HND; MTTQ", "02/01/2018", "28/02/2018", "ü", None, None, None),
        (2, "Đối thoại với thanh niên", "Tỉnh Đoàn", None, "15/01/2018", "20/03/2018", None, "ü", None, "Vướng lịch thi"),
        (3, "Tết trồng cây", "Hội CCB", "Bộ CHQS", "20/02/2018", "31/03/2018", None, None, "ü", None),
        (),
        ("NGƯỜI LẬP BIỂU", None, None, "TRƯỞNG PHÒNG", None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"),
        ("(Ký, ghi rõ họ tên)",),
        ("Nguyễn Thị Hoa", None, None, "Trần Văn Nam", None, None, None, "Phạm Đức Long"),
    )  # fmt: skip
    book = openpyxl.Workbook()
    sheet = book.active
    fill(sheet, rows)
    for area in ("A5:A6", "B5:B6", "C5:D5", "E5:F5", "G5:I5", "J5:J6"):
        sheet.merge_cells(area)
    for place in ("G7", "H8", "I9"):
        sheet[place].font = Font(name="Wingdings")
    book.save(path)


def quy_noi_tiep(path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    first = (
        ("Việc nhỏ đầu năm", "HND", day(2018, 2, 1)),
        ("Xây nhà Đại đoàn kết", "MTTQ", day(2018, 6, 1)),
    )
    second = (
        ("Xây nhà Đại đoàn kết", "MTTQ", day(2018, 6, 1)),
        ("Thăm chiến sĩ biên phòng", "Bộ CHQS", day(2018, 5, 7)),
    )
    for name, works in (("Quý I", first), ("Quý II", second)):
        rows = [
            (f"DANH MỤC VIỆC {name.upper()} NĂM 2018",),
            ("TT", "Tên việc", "Ai làm", "Bao giờ xong"),
        ]
        fill(book.create_sheet(name), rows + [(n, *work) for n, work in enumerate(works, start=1)])
    sheet = book.create_sheet("Hướng dẫn")
    fill(sheet, (("Cách ghi sổ:",), ("Mỗi việc một dòng, không để trống cột đơn vị.",)))
    book.save(path)


def xuat_csv(path: Path) -> None:
    lines = (
        "Báo cáo công việc;;;;",
        "Ngày xuất: 30/03/2018;;;;",
        "STT;Tên công việc;Đơn vị chủ trì;Ngày đến hạn;Mức độ hoàn thành (%)",
        '1;"Rà soát hộ nghèo; lập danh sách";Hội Nông dân tỉnh;15/04/2018;80',
        "2;Xây dựng mô hình điểm;Hội LHPN;30/04/2018;0",
        "3;Trao học bổng;Tỉnh Đoàn;05/03/2018;100",
        "Tổng cộng: 3 công việc;;;;60",
    )
    path.write_text("\n".join(lines), "utf-8-sig")


def ma_tran(path: Path) -> None:
    rows = (
        ("PHÂN CÔNG NHIỆM VỤ NĂM 2018",),
        ("TT", "Nội dung", "Thời hạn", "HND", "MTTQ", "Tỉnh Đoàn", "Ghi chú"),
        (1, "Ký kết chương trình phối hợp", day(2018, 4, 20), "C", "P", None, None),
        (2, "Tổ chức diễn đàn", day(2018, 5, 20), None, "P", "C", "họp trước 1 tuần"),
    )
    in_one_sheet(path, rows)


def nguoi_va_phong(path: Path) -> None:
    rows = (
        ("Stt", "Việc cần giải quyết", "Đồng chí phụ trách", "Đơn vị", "Hạn giải quyết", "Tiến độ (%)", "Kết quả đến nay"),
        (1, "Giải quyết đơn kiến nghị của tiểu thương chợ", "Nguyễn Văn Bình", "Mặt trận Tổ quốc tỉnh", "20/4/18", 30, "Đã làm việc với chợ"),
        (2, "Hoà giải tranh chấp đất", "Trần Thị Mai", "HND tỉnh", "25/4/18", 100, "Đã hoà giải thành"),
        (3, "Tiếp nhận phản ánh của công nhân", "Lê Hồng Sơn", "Sở Lao động - TB&XH", "26/4/18", 0, None),
        (4, "Thăm hỏi đoàn viên khó khăn", "Chu Văn An", "Liên đoàn LĐ tỉnh", "27/4/18", None, "Chưa triển khai do chờ kinh phí"),
    )  # fmt: skip
    in_one_sheet(path, rows)


def dong_noi(path: Path) -> None:
    rows = (
        (
            "Số\nTT",
            "Tên nhiệm\nvụ",
            "Đơn vị\nchủ trì",
            "Đơn vị\nphối hợp",
            "Hạn hoàn\nthành",
            "Ghi\nchú",
        ),
        ("I", "CÔNG TÁC TUYÊN TRUYỀN", None, None, None, None),
        (1, "Phát thanh tại các thôn,", "HND", "Tỉnh Đoàn,", day(2018, 4, 20), None),
        (None, "bản vùng cao", None, "Hội LHPN", None, None),
        (2, "- In tờ rơi\n- Phát tờ rơi", "Hội LHPN", None, day(2018, 4, 25), "5.000 tờ"),
        (None, "Cộng I", None, None, None, "2 việc"),
        ("II", "CÔNG TÁC VẬN ĐỘNG", None, None, None, None),
        ("2.1", "Vận động đoàn viên hiến máu", "Tỉnh Đoàn", None, "trong tháng 6", None),
        ("2.2", "Vận động hội viên góp ngày công", "Hội CCB", None, "Quý III", None),
        ("a", "Tuyến đường thôn Đông", "Hội CCB", None, day(2018, 7, 1), None),
        (None, None, None, None, None, None),
        ("Ghi chú: Sổ lập ngày 02/01/2018",),
    )
    in_one_sheet(path, rows)


def diem_danh(path: Path) -> None:
    rows = (
        ("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ",),
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Ký nhận"),
        (1, "Nguyễn Văn Bình", "Phó Chủ tịch", "HND", None),
        (2, "Trần Thị Mai", "Bí thư", "Tỉnh Đoàn", None),
    )
    in_one_sheet(path, rows)


def lich_tuan(path: Path) -> None:
    rows = (
        ("LỊCH CÔNG TÁC TUẦN 14 NĂM 2018",),
        ("Thứ, ngày", "Buổi", "Nội dung", "Thành phần", "Địa điểm", "Chủ trì"),
        ("Thứ Hai 02/4", "Sáng", "Họp giao ban Thường trực", "Thường trực, các ban", "Phòng họp 1", "Trưởng Ban"),
        (None, "Chiều", "Làm việc với huyện", "Đoàn công tác", "Huyện", "Phó Trưởng Ban"),
    )  # fmt: skip
    in_one_sheet(path, rows)


def chi_tieu(path: Path) -> None:
    rows = (
        ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA QUÝ I/2018",),
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"),
        (1, "Kết nạp hội viên mới", "người", 500, 320, 64),
        (2, "Xây dựng quỹ hội", "triệu đồng", 200, 150, 75),
    )
    in_one_sheet(path, rows)


ODD: tuple[OtherRegister, ...] = (
    OtherRegister(
        name="nhu-tren.xlsx",
        make=nhu_tren,
        tasks=(
            Wanted(row=3, title="Tổ chức hội nghị giao ban khối", lead=BDV, due="2018-04-12"),
            Wanted(row=4, title="Chuẩn bị báo cáo trung tâm", lead=BDV, due="2018-04-12"),
            Wanted(row=5, title="Mời đại biểu các huyện", lead=BDV, due="2018-04-10", state=DONE),
            Wanted(row=6, title="Trang trí khánh tiết", lead=DOAN, due="2018-04-10"),
            Wanted(row=7, title="Phục vụ nước uống", lead=DOAN, due="2018-04-12"),
        ),
    ),
    OtherRegister(
        name="han-kem-loi.xlsx",
        make=han_kem_loi,
        tasks=(
            Wanted(row=3, title="Phát động thi đua", lead=LDLD, due="2018-04-30"),
            Wanted(row=4, title="Sơ kết 6 tháng", lead=MTTQ, due="2018-06-15", words=("Giữa tháng 6",)),
            Wanted(row=5, title="Giao lưu văn nghệ", lead=LHPN, due="2018-04-30"),
            Wanted(row=6, title="Kiểm tra chéo các cụm", lead=CCB, due="2018-05-30"),
            Wanted(row=7, title="Báo cáo chuyên đề", lead=HND, due="2018-05-11"),
            Wanted(row=8, title="Tập huấn phần mềm", lead=DOAN, due="2018-05-23"),
            Wanted(row=9, title="Trực cơ quan", lead=QS, words=("Hằng ngày",)),
            Wanted(row=10, title="Rà soát hội viên", lead=HND, due="2018-05-14", may_ask=True),
        ),
    ),
    OtherRegister(
        name="danh-gia.xlsx",
        make=danh_gia,
        tasks=(
            Wanted(row=7, title="Khảo sát đời sống công nhân", lead=LDLD, with_units=(HND, MTTQ), due="2018-02-28", state=DONE),
            Wanted(row=8, title="Đối thoại với thanh niên", lead=DOAN, due="2018-03-20", state=RUN, words=("Vướng lịch thi",)),
            Wanted(row=9, title="Tết trồng cây", lead=CCB, with_units=(QS,), due="2018-03-31"),
        ),
    ),
    OtherRegister(
        name="quy-noi-tiep.xlsx",
        make=quy_noi_tiep,
        tasks=(
            Wanted(row=3, title="Việc nhỏ đầu năm", lead=HND, due="2018-02-01", sheet="Quý I"),
            Wanted(row=4, title="Xây nhà Đại đoàn kết", lead=MTTQ, due="2018-06-01", sheet="Quý I"),
            Wanted(row=4, title="Thăm chiến sĩ biên phòng", lead=QS, due="2018-05-07", sheet="Quý II"),
        ),
    ),
    OtherRegister(
        name="xuat.csv",
        make=xuat_csv,
        tasks=(
            Wanted(row=4, title="Rà soát hộ nghèo; lập danh sách", lead=HND, due="2018-04-15", percent=80, state=RUN, sheet="xuat"),
            Wanted(row=5, title="Xây dựng mô hình điểm", lead=LHPN, due="2018-04-30", sheet="xuat"),
            Wanted(row=6, title="Trao học bổng", lead=DOAN, due="2018-03-05", state=DONE, sheet="xuat"),
        ),
    ),
    OtherRegister(
        name="ma-tran.xlsx",
        make=ma_tran,
        tasks=(
            Wanted(row=3, title="Ký kết chương trình phối hợp", lead=HND, with_units=(MTTQ,), due="2018-04-20"),
            Wanted(row=4, title="Tổ chức diễn đàn", lead=DOAN, with_units=(MTTQ,), due="2018-05-20", words=("họp trước 1 tuần",)),
        ),
    ),
    OtherRegister(
        name="nguoi-va-phong.xlsx",
        make=nguoi_va_phong,
        tasks=(
            Wanted(row=2, title="Giải quyết đơn kiến nghị của tiểu thương chợ", lead=MTTQ, due="2018-04-20", percent=30, words=("Đã làm việc với chợ",)),
            Wanted(row=3, title="Hoà giải tranh chấp đất", lead=HND, due="2018-04-25", state=DONE, words=("Đã hoà giải thành",)),
            Wanted(row=4, title="Tiếp nhận phản ánh của công nhân", lead="", may_ask=True),
            Wanted(row=5, title="Thăm hỏi đoàn viên khó khăn", lead=LDLD, due="2018-04-27", words=("chờ kinh phí",)),
        ),
    ),
    OtherRegister(
        name="dong-noi.xlsx",
        make=dong_noi,
        tasks=(
            Wanted(row=3, title="Phát thanh tại các thôn, bản vùng cao", lead=HND, with_units=(DOAN, LHPN), due="2018-04-20"),
            Wanted(row=5, title="- In tờ rơi - Phát tờ rơi", lead=LHPN, due="2018-04-25", words=("5.000 tờ",)),
            Wanted(row=8, title="Vận động đoàn viên hiến máu", lead=DOAN, due="2018-06-30"),
            Wanted(row=9, title="Vận động hội viên góp ngày công", lead=CCB, due="2018-09-30"),
            Wanted(row=10, title="Tuyến đường thôn Đông", lead=CCB, due="2018-07-01"),
        ),
    ),
    OtherRegister(name="diem-danh.xlsx", make=diem_danh, refused_as=("người",)),
    OtherRegister(name="lich-tuan.xlsx", make=lich_tuan, refused_as=("lịch",)),
    OtherRegister(name="chi-tieu.xlsx", make=chi_tieu, refused_as=("số liệu", "chỉ tiêu")),
)  # fmt: skip
