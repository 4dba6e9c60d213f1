"""The words and figures of the sample's programme, directive, indicators and models."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.programmes.milestone import Judgement

REPORT_YEAR = 2017
FIRST_YEAR, LAST_YEAR = 2016, 2021
TOLD_AT = "Báo cáo của Hội Nông dân tỉnh tại hội nghị tổng kết năm 2017"
_REPORT = "Báo cáo tổng kết Chương trình phối hợp năm 2017"
TOLD_ON = date(2017, 12, 29)

DIRECTIVE_SUBJECT = "Nghị quyết của Tỉnh ủy với 18 nhóm nhiệm vụ, giải pháp"
DIRECTIVE_NOTE = (
    "Dữ liệu mẫu: số nhóm nhiệm vụ theo kết luận tại hội nghị; tên từng nhóm do sổ mẫu đặt. "
    "Ngày ký chưa ghi."
)
DIRECTIVE_TARGET = "Mỗi đơn vị có kế hoạch cụ thể hóa 18 nhóm nhiệm vụ, giải pháp"
# the title of each section, and the tasks of the sample that carry it out
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Quán triệt, tuyên truyền nghị quyết đến cán bộ, hội viên, đoàn viên", ("NV-2018-029",)),
    ("Nâng cao vai trò lãnh đạo của cấp ủy đối với công tác dân vận", ()),
    ("Đổi mới nội dung, phương thức hoạt động của Mặt trận và các đoàn thể", ()),
    ("Nắm tình hình nhân dân, tình hình cơ sở", ("NV-2018-014",)),
    ("Công tác dân vận ở xã biên giới, biển đảo", ("NV-2018-015",)),
    ("Thi đua xây dựng mô hình “dân vận khéo”", ("NV-2018-018", "NV-2018-019")),
    ("Lựa chọn, nhân rộng mô hình hiệu quả", ("NV-2018-016", "NV-2018-017")),
    ("Phối hợp tuyển chọn và gọi công dân nhập ngũ", ()),
    ("Giáo dục quốc phòng và an ninh cho thanh thiếu niên", ("NV-2018-024",)),
    ("Chính sách hậu phương quân đội", ("NV-2018-020", "NV-2018-022")),
    ("Chăm lo gia đình chính sách, người có công", ("NV-2018-021",)),
    ("Xây dựng nông thôn mới, giảm nghèo", ()),
    ("Xây dựng tổ chức đoàn thể vững mạnh", ()),
    ("Xây dựng lực lượng vũ trang vững mạnh toàn diện", ()),
    ("Giữ ổn định chính trị, quốc phòng, an ninh ở cơ sở", ()),
    ("Phối hợp với ngành giáo dục", ("NV-2018-025",)),
    ("Sơ kết, tổng kết các nhiệm vụ của Trung ương và của tỉnh", ("NV-2018-012", "NV-2018-013")),
    ("Kiểm tra, giám sát việc thực hiện nghị quyết", ()),
)

PROGRAMME_TITLE = (
    "Chương trình phối hợp hoạt động giữa Bộ Chỉ huy Quân sự tỉnh và các tổ chức chính trị - xã hội"
)
PARTIES = ("Bộ CHQS", "MTTQ", "LĐLĐ", "HND", "Hội LHPN", "Tỉnh Đoàn", "Hội CCB")
# what it holds, the unit that registered it, the year, and its tasks
ITEMS: tuple[tuple[str, str, int, tuple[str, ...]], ...] = (
    ("Hoàn thành chỉ tiêu gọi công dân nhập ngũ", "", 2017, ("NV-2017-001",)),
    ("Mở các lớp “Học kỳ trong quân đội”", "Tỉnh Đoàn", 2017, ("NV-2017-002",)),
    ("Tổng kết việc thực hiện chương trình", "", 2017, ("NV-2017-003",)),
    ("Đề xuất số lớp “Học kỳ trong quân đội”", "Tỉnh Đoàn", 2018, ("NV-2018-024",)),
    ("Tuyên truyền Luật Nghĩa vụ quân sự", "HND", 2018, ("NV-2018-029",)),
    ("Hội thao quốc phòng khối đoàn thể", "", 2018, ("NV-2018-026",)),
)
MILESTONES = (
    (
        2017,
        "Gọi công dân nhập ngũ đạt 100 % chỉ tiêu",
        "Đạt 100 % chỉ tiêu",
        Judgement.MET,
    ),
    (2018, "Rà soát chỉ tiêu, mục tiêu, lộ trình đã thực hiện; đề xuất giải pháp", "", Judgement.OPEN),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleIndicator:
    """An indicator with its figure of the year."""

    name: str
    unit_of_measure: str
    field: str
    unit: str
    actual: str
    plan: str = ""
    source: str = _REPORT
    is_common: bool = False


_DEFENCE, _MODELS = "Quốc phòng - an ninh", "Dân vận khéo"
_PROGRAMME = "Chương trình phối hợp"
INDICATORS = (
    SampleIndicator(
        name="Gọi công dân nhập ngũ so với chỉ tiêu", unit_of_measure="%", field=_DEFENCE,
        unit="", plan="100", actual="100", is_common=True,
    ),
    SampleIndicator(
        name="Lớp “Học kỳ trong quân đội”", unit_of_measure="lớp", field=_DEFENCE, unit="",
        actual="2",
    ),
    SampleIndicator(
        name="Học sinh dự “Học kỳ trong quân đội”", unit_of_measure="học sinh", field=_DEFENCE,
        unit="", actual="135",
    ),
    SampleIndicator(
        name="Mô hình “dân vận khéo” được duy trì", unit_of_measure="mô hình", field=_MODELS,
        unit="HND", actual="374", source=TOLD_AT,
    ),
    SampleIndicator(
        name="Mô hình “dân vận khéo” xây dựng mới", unit_of_measure="mô hình", field=_MODELS,
        unit="HND", actual="155", source=TOLD_AT,
    ),
    SampleIndicator(
        name="Nhiệm vụ chung của Chương trình phối hợp", unit_of_measure="nhiệm vụ",
        field=_PROGRAMME, unit="", plan="9", actual="9",
    ),
    SampleIndicator(
        name="Nhiệm vụ các đơn vị đăng ký trong năm", unit_of_measure="nhiệm vụ",
        field=_PROGRAMME, unit="", plan="37", actual="37",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePractice:
    """A model of the farmers' union."""

    name: str
    held_by: str
    field: str
    started: int
    place: str = ""
    result: str = ""
    origin: str = ""
    is_chosen: bool = False
    unit: str = "HND"


_ECONOMY, _SOCIETY = "Kinh tế", "Văn hóa - xã hội"
_SYSTEM = "Xây dựng hệ thống chính trị"
PRACTICES = (
    SamplePractice(
        name="Tổ hợp tác trồng rau an toàn", held_by="Chi hội nông dân", field=_ECONOMY,
        started=2015, result="Hội viên có đầu ra ổn định", is_chosen=True,
    ),
    SamplePractice(
        name="Tuyến đường hội viên tự quản", held_by="Chi hội nông dân", field=_SOCIETY,
        started=2016, is_chosen=True,
    ),
    SamplePractice(
        name="Nhóm hộ giúp nhau giảm nghèo", held_by="Hội Nông dân xã", field=_ECONOMY,
        started=2016,
    ),
    SamplePractice(
        name="Hiến đất làm đường thôn", held_by="Hội Nông dân xã", field=_SOCIETY, started=2016,
    ),
    SamplePractice(
        name="Tổ hợp tác trồng rau an toàn ở xã đảo", held_by="Chi hội nông dân", field=_ECONOMY,
        started=2017, origin="Tổ hợp tác trồng rau an toàn",
    ),
    SamplePractice(
        name="Nông dân với biên giới, biển đảo", held_by="Hội Nông dân xã", started=2017,
        field="Quốc phòng - an ninh",
    ),
    SamplePractice(
        name="Ngày hội viên gặp cấp ủy", held_by="Hội Nông dân xã", field=_SYSTEM, started=2017,
    ),
)  # fmt: skip

MOVEMENT = "Phong trào thi đua yêu nước, trọng tâm là mô hình “dân vận khéo”"
MOVEMENT_BY = "Ban Chỉ đạo"
MOVEMENT_CONTENT = "Lựa chọn mô hình hiệu quả để nhân rộng."
COMMENDED_WITH = "Giấy khen"

REPORT_TITLE = "Báo cáo kết quả quý I năm 2018"
REPORT_DUE_ON = date(2018, 3, 25)
RECEIVED = {
    "BDVTU": date(2018, 3, 23),
    "Bộ CHQS": date(2018, 3, 22),
    "MTTQ": date(2018, 3, 28),
    "HND": date(2018, 3, 25),
    "Tỉnh Đoàn": date(2018, 3, 30),
}
