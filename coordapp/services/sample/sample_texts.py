"""What the sample says: the conference of 29/12/2017 and plausible tasks around it.

The facts are those of the case the program was made for; nobody is named who is not named
there, and every other person appears by post alone.
"""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conferences.conference import AttendanceState
from coordapp.domain.tasks.task import Origin, Urgency, WorkState

ALL_YEAR, NO_DATE, EVERY_QUARTER = (
    (DeadlineKind.ONGOING, "thường xuyên"),
    (DeadlineKind.NONE, ""),
    (DeadlineKind.PERIODIC, "hằng quý"),
)

COMMITTEE_NAME = "Ban Chỉ đạo điều hành Chương trình phối hợp hoạt động"
RECIPIENTS = (
    "Thường trực Tỉnh ủy (b/c)\nCác đồng chí Ủy viên Ban Chỉ đạo\nCác đơn vị thành viên Ban Chỉ đạo"
)

NOTICE_NUMBER, NOTICE_DAY = 5, date(2018, 1, 5)
NOTICE_SUBJECT = (
    "kết luận của đồng chí Trưởng Ban Chỉ đạo tại hội nghị tổng kết Chương trình phối hợp năm 2017"
)

# full name, short name, code on papers, kind, other names it goes by
UNITS = (
    ("Ban Dân vận Tỉnh ủy", "BDVTU", "BDVTU", "Cơ quan Đảng", "Ban Dân vận"),
    ("Bộ Chỉ huy Quân sự tỉnh", "Bộ CHQS", "BCH", "Lực lượng vũ trang", "Quân sự tỉnh"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ", "MTTQ-BTT", "Mặt trận", "UBMTTQ; Mặt trận"),
    ("Liên đoàn Lao động tỉnh", "LĐLĐ", "LĐLĐ", "Đoàn thể", "Công đoàn tỉnh"),
    ("Hội Nông dân tỉnh", "HND", "HNDT", "Đoàn thể", "Nông dân tỉnh"),
    ("Hội Liên hiệp Phụ nữ tỉnh", "Hội LHPN", "BTV", "Đoàn thể", "Phụ nữ tỉnh"),
    ("Tỉnh Đoàn Quảng Ninh", "Tỉnh Đoàn", "TĐTN-BTC", "Đoàn thể", "Đoàn Thanh niên tỉnh"),
    ("Hội Cựu chiến binh tỉnh", "Hội CCB", "CCB", "Đoàn thể", "Cựu chiến binh tỉnh"),
)

_HEAD, _DEPUTY = CommitteeRole.HEAD, CommitteeRole.DEPUTY
_MEMBER, _SECRETARY = CommitteeRole.MEMBER, CommitteeRole.SECRETARY
# name, post, unit, role; order is the order of protocol
PERSONS = (
    (
        "Nguyễn Văn Hưởng",
        "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy, Trưởng Ban Chỉ đạo",
        "BDVTU",
        _HEAD,
    ),
    ("", "Chính ủy Bộ Chỉ huy Quân sự tỉnh, Phó Trưởng Ban Chỉ đạo", "Bộ CHQS", _DEPUTY),
    ("", "Phó Trưởng ban Thường trực Ban Dân vận Tỉnh ủy", "BDVTU", _MEMBER),
    ("", "Phó Chính ủy Bộ Chỉ huy Quân sự tỉnh", "Bộ CHQS", _MEMBER),
    ("", "Chủ nhiệm Chính trị Bộ Chỉ huy Quân sự tỉnh", "Bộ CHQS", _MEMBER),
    ("", "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ", _MEMBER),
    ("", "Chủ tịch Liên đoàn Lao động tỉnh", "LĐLĐ", _MEMBER),
    ("", "Phó Chủ tịch Liên đoàn Lao động tỉnh", "LĐLĐ", _MEMBER),
    ("", "Chủ tịch Hội Nông dân tỉnh", "HND", _MEMBER),
    ("", "Phó Chủ tịch Hội Nông dân tỉnh", "HND", _MEMBER),
    ("", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", "Hội LHPN", _MEMBER),
    ("Lê Hùng Sơn", "Bí thư Tỉnh Đoàn", "Tỉnh Đoàn", _MEMBER),
    ("", "Phó Bí thư Tỉnh Đoàn", "Tỉnh Đoàn", _MEMBER),
    ("", "Chủ tịch Hội Cựu chiến binh tỉnh", "Hội CCB", _MEMBER),
    ("", "Trưởng phòng Dân vận các cơ quan nhà nước, Ban Dân vận Tỉnh ủy", "BDVTU", _MEMBER),
    ("", "Chánh Văn phòng Ban Dân vận Tỉnh ủy, Thư ký Ban Chỉ đạo", "BDVTU", _SECRETARY),
)
CHAIR, RECORDER = 0, 15  # places in PERSONS

TITLE_2017 = (
    "Hội nghị tổng kết Chương trình phối hợp hoạt động năm 2017, triển khai nhiệm vụ năm 2018"
)
PLACE_2017 = "Phòng họp Ban Dân vận Tỉnh ủy, thành phố Hạ Long"
PURPOSE_2017 = (
    "Tổng kết Chương trình phối hợp hoạt động giữa Bộ Chỉ huy Quân sự tỉnh và các tổ chức "
    "chính trị - xã hội năm 2017; bàn phương hướng, nhiệm vụ năm 2018."
)
DOCUMENTS_2017 = (
    "Báo cáo tổng kết Chương trình phối hợp hoạt động năm 2017; dự thảo phương hướng, nhiệm vụ "
    "năm 2018."
)
PROCEEDINGS_2017 = (
    "Hội nghị nghe báo cáo kết quả phối hợp năm 2017: chỉ tiêu gọi công dân nhập ngũ đạt 100%; "
    "tổ chức 02 lớp “Học kỳ trong quân đội” cho 135 học sinh; Hội Nông dân tỉnh duy trì 374 mô "
    "hình dân vận khéo và xây dựng mới 155 mô hình ở các cấp, trên nhiều lĩnh vực.\n"
    "Các đại biểu thảo luận về kết quả, hạn chế và việc cần làm trong năm 2018."
)
# start, title, presenter
AGENDA_2017 = (
    ("14:00", "Tuyên bố lý do, giới thiệu đại biểu", "Thư ký Ban Chỉ đạo"),
    ("14:10", "Báo cáo kết quả phối hợp năm 2017, phương hướng năm 2018", "Ban Dân vận Tỉnh ủy"),
    ("14:40", "Thảo luận", "Các đơn vị thành viên"),
    ("15:50", "Kết luận hội nghị", "Đồng chí Trưởng Ban Chỉ đạo"),
    ("16:20", "Thông qua biên bản, bế mạc", "Thư ký Ban Chỉ đạo"),
)
# places in PERSONS that were not simply present: state, substitute's post, reason
ABSENCES_2017 = {
    7: (AttendanceState.EXCUSED, "", "đi công tác"),
    10: (AttendanceState.SUBSTITUTED, "Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", ""),
    12: (AttendanceState.EXCUSED, "", "đi học"),
}
GUESTS_2017 = ("Đại diện Văn phòng Tỉnh ủy", "Đại diện cơ quan báo chí của tỉnh")
# speaker, post, gist
SPEECHES_2017 = (
    (
        "",
        "Chủ nhiệm Chính trị Bộ Chỉ huy Quân sự tỉnh",
        (
            "Công tác tuyển quân được các đoàn thể phối hợp từ cơ sở nên giao đủ quân, đúng thời gian. "
            "Đề nghị các đơn vị nắm chắc tư tưởng của tân binh và gia đình trước ngày nhập ngũ."
        ),
    ),
    (
        "Lê Hùng Sơn",
        "Bí thư Tỉnh Đoàn",
        (
            "Hai lớp “Học kỳ trong quân đội” rèn cho 135 học sinh nền nếp, kỹ năng và tình cảm với bộ "
            "đội. Đề nghị năm 2018 mở thêm lớp, phân bổ đều cho các địa phương."
        ),
    ),
    (
        "",
        "Chủ tịch Hội Nông dân tỉnh",
        (
            "Phong trào dân vận khéo có nhiều cách làm hay nhưng việc bình chọn, nhân rộng còn chậm. "
            "Đề nghị thống nhất tiêu chí để chọn mô hình tiêu biểu."
        ),
    ),
)

_ASSIGN, _DIRECT, _ASSESS = ConclusionKind.ASSIGN, ConclusionKind.DIRECT, ConclusionKind.ASSESS
CONCLUSIONS_2017 = (
    (
        _ASSIGN,
        (
            "Căn cứ 18 nhóm nhiệm vụ, giải pháp của Nghị quyết số 09-NQ/TU của Tỉnh ủy, Bộ Chỉ huy "
            "Quân sự tỉnh và từng tổ chức chính trị - xã hội cụ thể hóa thành nhiệm vụ của đơn vị mình."
        ),
    ),
    (
        _ASSESS,
        (
            "Rà soát các chỉ tiêu, mục tiêu và lộ trình đã thực hiện; đánh giá mức độ đạt được và đề "
            "xuất giải pháp cho thời gian tới."
        ),
    ),
    (
        _DIRECT,
        "Sơ kết, tổng kết việc thực hiện các nhiệm vụ của Trung ương và của tỉnh theo đúng kế hoạch.",
    ),
    (
        _DIRECT,
        (
            "Phối hợp chặt chẽ trong công tác dân vận; bám sát tình hình cơ sở, nắm chắc tư tưởng của "
            "cán bộ, chiến sĩ và nhân dân."
        ),
    ),
    (
        _ASSIGN,
        (
            "Đẩy mạnh các phong trào thi đua yêu nước, trọng tâm là xây dựng mô hình dân vận khéo; lựa "
            "chọn mô hình hiệu quả để nhân rộng."
        ),
    ),
    (_ASSIGN, "Tham mưu thực hiện tốt chính sách hậu phương quân đội."),
    (
        _DIRECT,
        (
            "Vận động nhân dân, tăng cường khối đoàn kết, giữ vững ổn định chính trị, quốc phòng, an "
            "ninh; xây dựng tổ chức và lực lượng vũ trang vững mạnh."
        ),
    ),
)

TITLE_2018 = "Hội nghị giao ban quý I năm 2018"
AGENDA_2018 = (
    ("08:00", "Kiểm điểm việc thực hiện kết luận kỳ trước", "Thư ký Ban Chỉ đạo"),
    ("08:30", "Báo cáo kết quả quý I của các đơn vị", "Các đơn vị thành viên"),
    ("10:00", "Kết luận", "Đồng chí Trưởng Ban Chỉ đạo"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReport:
    """A report of the lead unit, or of the unit named."""

    on: date
    state: WorkState
    percent: int | None
    result: str
    difficulty: str = ""
    proposal: str = ""
    evidence: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleExtension:
    """An extension granted by a paper."""

    old: date
    new: date
    reason: str
    paper: str
    approved_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTask:
    """A task of the sample; `due` is the date it has now."""

    title: str
    lead: str
    assigned_on: date
    due: date | None = None
    conclusion: int | None = None
    kind: tuple[DeadlineKind, str] = NO_DATE
    state: WorkState = WorkState.NOT_STARTED
    percent: int | None = None
    finished_on: date | None = None
    product: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin.AD_HOC
    urgency: Urgency = Urgency.NORMAL
    person: str = ""
    note: str = ""
    told: tuple[SampleReport, ...] = ()
    moved: tuple[SampleExtension, ...] = ()
