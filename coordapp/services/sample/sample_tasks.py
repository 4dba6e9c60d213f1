"""The tasks of the sample: every work state and every deadline state on 31/03/2018."""

from datetime import date

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.tasks.task import Origin, Urgency, WorkState
from coordapp.services.sample.sample_texts import (
    ALL_YEAR,
    EVERY_QUARTER,
    SampleExtension,
    SampleReport,
    SampleTask,
)

_DONE, _GOING, _NEW = WorkState.DONE, WorkState.IN_PROGRESS, WorkState.NOT_STARTED
_AWAITING, _HELD = WorkState.AWAITING_CONFIRMATION, WorkState.ON_HOLD
_ISSUED = date(2018, 1, 5)
_QUARTER_END = date(2018, 3, 31)
_IN_QUARTER = (DeadlineKind.DATE, "trong quý I/2018")
_BY_DATE = (DeadlineKind.DATE, "")

FAN_OUT_TITLE = (
    "Cụ thể hóa 18 nhóm nhiệm vụ, giải pháp của Nghị quyết số 09-NQ/TU thành nhiệm vụ của đơn vị"
)
FAN_OUT_PRODUCT = "Kế hoạch thực hiện của đơn vị"
FAN_OUT_DUE, FAN_OUT_WORDING = _QUARTER_END, "trong quý I/2018"


def _plan(on: date, number: str) -> str:
    return f"Đã ban hành Kế hoạch số {number} ngày {on:%d/%m/%Y}."


# one child of conclusion 1 for each unit: unit, state, percent, finished on, reports
FAN_OUT: tuple[tuple[str, WorkState, int | None, date | None, tuple[SampleReport, ...]], ...] = (
    (
        "BDVTU", _DONE, 100, date(2018, 3, 12),
        (SampleReport(on=date(2018, 3, 12), state=_DONE, percent=100,
              result=_plan(date(2018, 3, 9), "14-KH/BDVTU"), evidence="14-KH/BDVTU"),),
    ),
    (
        "Bộ CHQS", _DONE, 100, date(2018, 3, 20),
        (SampleReport(on=date(2018, 2, 26), state=_GOING, percent=60,
              result="Đã có dự thảo, đang lấy ý kiến các phòng."),
         SampleReport(on=date(2018, 3, 20), state=_DONE, percent=100,
              result=_plan(date(2018, 3, 19), "412/KH-BCH"), evidence="412/KH-BCH")),
    ),
    (
        "MTTQ", _AWAITING, 100, None,
        (SampleReport(on=date(2018, 3, 28), state=_AWAITING, percent=100,
              result="Đã gửi dự thảo cuối cùng, chờ Ban Chỉ đạo xác nhận."),),
    ),
    (
        "LĐLĐ", _GOING, 70, None,
        (SampleReport(on=date(2018, 3, 22), state=_GOING, percent=70,
              result="Đã phân công các ban viết nội dung."),),
    ),
    (
        "HND", _GOING, 80, None,
        (SampleReport(on=date(2018, 3, 26), state=_GOING, percent=80,
              result="Dự thảo kế hoạch đã qua Ban Thường vụ Hội."),),
    ),
    (
        "Hội LHPN", _GOING, 40, None,
        (SampleReport(on=date(2018, 3, 15), state=_GOING, percent=40,
              result="Đang rà soát các nhóm nhiệm vụ có liên quan.",
              difficulty="Cán bộ phụ trách đi học đến giữa tháng 4.",
              proposal="Đề nghị gia hạn nộp kế hoạch."),),
    ),
    (
        "Tỉnh Đoàn", _DONE, 100, date(2018, 3, 30),
        (SampleReport(on=date(2018, 3, 30), state=_DONE, percent=100,
              result=_plan(date(2018, 3, 29), "57-KH/TĐTN"), evidence="57-KH/TĐTN"),),
    ),
    ("Hội CCB", _NEW, None, None, ()),
)  # fmt: skip

BEFORE = (
    SampleTask(
        title="Phối hợp hoàn thành chỉ tiêu gọi công dân nhập ngũ năm 2017",
        lead="Bộ CHQS", assigned_on=date(2017, 1, 9), due=date(2017, 3, 10), kind=_BY_DATE,
        state=_DONE, percent=100, finished_on=date(2017, 2, 24), origin=Origin.PROGRAMME,
        product="Báo cáo kết quả giao, nhận quân",
        parts=(("Hội CCB", "Gặp mặt, động viên tân binh"), ("Tỉnh Đoàn", "Tặng quà tân binh")),
        told=(SampleReport(on=date(2017, 2, 24), state=_DONE, percent=100,
                   result="Giao quân đạt 100% chỉ tiêu."),),
    ),
    SampleTask(
        title="Mở các lớp “Học kỳ trong quân đội” hè 2017",
        lead="Tỉnh Đoàn", assigned_on=date(2017, 4, 17), due=date(2017, 7, 31), kind=_BY_DATE,
        state=_DONE, percent=100, finished_on=date(2017, 7, 28), origin=Origin.PROGRAMME,
        parts=(("Bộ CHQS", "Bố trí doanh trại, cán bộ huấn luyện"),),
        told=(SampleReport(on=date(2017, 7, 28), state=_DONE, percent=100,
                   result="02 lớp, 135 học sinh tham gia."),),
    ),
    SampleTask(
        title="Tổng hợp báo cáo tổng kết Chương trình phối hợp năm 2017",
        lead="BDVTU", assigned_on=date(2017, 11, 13), due=date(2017, 12, 15), kind=_BY_DATE,
        state=_DONE, percent=100, finished_on=date(2017, 12, 22), origin=Origin.AD_HOC,
        note="Chậm do ba đơn vị gửi số liệu sau hạn.",
        told=(SampleReport(on=date(2017, 12, 22), state=_DONE, percent=100,
                   result="Đã hoàn chỉnh báo cáo trình hội nghị.",
                   difficulty="Số liệu của các đơn vị gửi không cùng mẫu."),),
    ),
)  # fmt: skip

AFTER = (
    SampleTask(
        title="Rà soát chỉ tiêu, lộ trình thực hiện Chương trình phối hợp giai đoạn 2016-2021",
        lead="BDVTU", assigned_on=_ISSUED, due=date(2018, 3, 15), kind=_BY_DATE, conclusion=2,
        state=_GOING, percent=60, product="Báo cáo rà soát kèm biểu số liệu",
        parts=(("Bộ CHQS", "Số liệu quốc phòng"), ("MTTQ", "Số liệu khối đoàn thể")),
        told=(SampleReport(on=date(2018, 3, 14), state=_GOING, percent=60,
                   result="Đã tổng hợp số liệu của 5/8 đơn vị.",
                   difficulty="Ba đơn vị chưa gửi biểu số liệu."),
              SampleReport(on=date(2018, 3, 12), state=_GOING, percent=100, unit="Bộ CHQS",
                   result="Đã gửi đủ số liệu quốc phòng.")),
    ),
    SampleTask(
        title="Đề xuất giải pháp cho các chỉ tiêu đạt thấp",
        lead="MTTQ", assigned_on=_ISSUED, due=date(2018, 3, 26), kind=_BY_DATE, conclusion=2,
        state=_NEW, product="Tờ trình Ban Chỉ đạo", urgency=Urgency.URGENT,
        parts=(("LĐLĐ", ""), ("HND", "")),
    ),
    SampleTask(
        title="Xây dựng kế hoạch sơ kết 6 tháng đầu năm 2018",
        lead="BDVTU", assigned_on=date(2018, 1, 15), due=date(2018, 5, 31), kind=_BY_DATE,
        conclusion=3, state=_NEW, product="Kế hoạch sơ kết",
    ),
    SampleTask(
        title="Tổng kết thực hiện quy chế phối hợp với các địa phương",
        lead="Bộ CHQS", assigned_on=date(2018, 1, 15), due=date(2018, 2, 28), kind=_BY_DATE,
        conclusion=3, state=_DONE, percent=100, finished_on=date(2018, 3, 6),
        told=(SampleReport(on=date(2018, 3, 6), state=_DONE, percent=100,
                   result="Đã gửi báo cáo tổng kết.",
                   difficulty="Trùng thời gian giao, nhận quân."),),
    ),
    SampleTask(
        title="Giao ban nắm tình hình cơ sở, tư tưởng cán bộ, chiến sĩ và nhân dân",
        lead="BDVTU", assigned_on=_ISSUED, kind=EVERY_QUARTER, due=date(2018, 4, 5),
        conclusion=4, state=_GOING, percent=50, person="Phòng Dân vận các cơ quan nhà nước",
        parts=(("Bộ CHQS", "Tình hình đơn vị"), ("HND", ""), ("Hội LHPN", ""),
               ("Tỉnh Đoàn", ""), ("Hội CCB", "")),
        told=(SampleReport(on=date(2018, 3, 27), state=_GOING, percent=50,
                   result="Đã có báo cáo của 4 đơn vị."),),
    ),
    SampleTask(
        title="Tổ chức đợt công tác dân vận tại các xã biên giới",
        lead="Bộ CHQS", assigned_on=date(2018, 1, 22), due=date(2018, 4, 2), kind=_BY_DATE,
        conclusion=4, state=_GOING, percent=85, parts=(("Tỉnh Đoàn", "Đội hình tình nguyện"),),
        told=(SampleReport(on=date(2018, 3, 29), state=_GOING, percent=85,
                   result="Đã làm xong phần việc tại bốn xã."),),
    ),
    SampleTask(
        title="Thống nhất tiêu chí bình chọn mô hình dân vận khéo tiêu biểu",
        lead="BDVTU", assigned_on=_ISSUED, due=date(2018, 2, 9), kind=_BY_DATE, conclusion=5,
        state=_DONE, percent=100, finished_on=date(2018, 2, 8), product="Hướng dẫn bình chọn",
        told=(SampleReport(on=date(2018, 2, 8), state=_DONE, percent=100,
                   result="Đã ban hành hướng dẫn bình chọn.", evidence="03-HD/BDVTU"),),
    ),
    SampleTask(
        title="Lựa chọn mô hình dân vận khéo hiệu quả để nhân rộng",
        lead="HND", assigned_on=_ISSUED, due=date(2018, 3, 20), kind=_BY_DATE, conclusion=5,
        state=_GOING, percent=45, product="Danh sách mô hình đề nghị nhân rộng",
        parts=(("Hội LHPN", "Mô hình phụ nữ"), ("Hội CCB", "Mô hình cựu chiến binh")),
        told=(SampleReport(on=date(2018, 3, 19), state=_GOING, percent=45,
                   result="Đã khảo sát 40 mô hình.",
                   difficulty="Thiếu phương tiện đi các huyện miền Đông."),),
        moved=(SampleExtension(old=date(2018, 2, 28), new=date(2018, 3, 20),
                     reason="Chờ hướng dẫn bình chọn", paper="21-CV/BCĐ",
                     approved_on=date(2018, 2, 26)),),
    ),
    SampleTask(
        title="Phát động thi đua “Dân vận khéo” trong công nhân, viên chức, lao động",
        lead="LĐLĐ", assigned_on=date(2018, 1, 22), due=date(2018, 5, 1), kind=_BY_DATE,
        conclusion=5, state=_GOING, percent=30,
    ),
    SampleTask(
        title="Đăng ký mô hình dân vận khéo mới năm 2018",
        lead="Hội LHPN", assigned_on=date(2018, 1, 22), due=date(2018, 3, 30), kind=_BY_DATE,
        conclusion=5, state=_AWAITING, percent=100,
        told=(SampleReport(on=date(2018, 3, 29), state=_AWAITING, percent=100,
                   result="Đã đăng ký 32 mô hình mới, gửi danh sách."),),
    ),
    SampleTask(
        title="Tham mưu chính sách hỗ trợ gia đình quân nhân khó khăn",
        lead="Bộ CHQS", assigned_on=_ISSUED, due=date(2018, 6, 30), kind=_BY_DATE,
        conclusion=6, state=_GOING, percent=35, product="Dự thảo đề án",
        parts=(("MTTQ", "Vận động quỹ"), ("LĐLĐ", "Giới thiệu việc làm")),
        moved=(SampleExtension(old=date(2018, 4, 30), new=date(2018, 6, 30),
                     reason="Chờ hướng dẫn về nguồn kinh phí", paper="34-CV/BCĐ",
                     approved_on=date(2018, 3, 23)),),
        told=(SampleReport(on=date(2018, 3, 23), state=_GOING, percent=35,
                   result="Đã khảo sát 120 gia đình."),),
    ),
    SampleTask(
        title="Thăm, tặng quà gia đình chính sách dịp Tết Mậu Tuất",
        lead="Hội CCB", assigned_on=_ISSUED, due=date(2018, 2, 12), kind=_BY_DATE, conclusion=6,
        state=_DONE, percent=100, finished_on=date(2018, 2, 12),
        parts=(("Tỉnh Đoàn", ""), ("Hội LHPN", "")),
        told=(SampleReport(on=date(2018, 2, 12), state=_DONE, percent=100,
                   result="Đã thăm 86 gia đình."),),
    ),
    SampleTask(
        title="Cập nhật danh sách gia đình quân nhân cần hỗ trợ",
        lead="Hội CCB", assigned_on=_ISSUED, kind=ALL_YEAR, conclusion=6, state=_GOING,
        percent=50,
    ),
    SampleTask(
        title="Chuẩn bị hội nghị giao ban quý I năm 2018",
        lead="BDVTU", assigned_on=date(2018, 3, 19), due=date(2018, 4, 3), kind=_BY_DATE,
        state=_GOING, percent=50, product="Giấy mời, chương trình, tài liệu",
        person="Văn phòng Ban Dân vận Tỉnh ủy", urgency=Urgency.URGENT,
    ),
    SampleTask(
        title="Đề xuất số lớp “Học kỳ trong quân đội” hè 2018",
        lead="Tỉnh Đoàn", assigned_on=date(2018, 2, 26), due=date(2018, 4, 20), kind=_BY_DATE,
        origin=Origin.UNIT, state=_GOING, percent=20, parts=(("Bộ CHQS", "Địa điểm"),),
    ),
    SampleTask(
        title="Ký kết chương trình phối hợp với ngành giáo dục",
        lead="Tỉnh Đoàn", assigned_on=date(2018, 1, 29), due=date(2018, 3, 23), kind=_BY_DATE,
        origin=Origin.UNIT, state=_HELD, percent=10,
        note="Tạm hoãn chờ thống nhất nội dung.",
    ),
    SampleTask(
        title="Tổ chức hội thao quốc phòng khối đoàn thể",
        lead="LĐLĐ", assigned_on=date(2018, 1, 29), due=date(2018, 4, 27), kind=_BY_DATE,
        origin=Origin.PROGRAMME, state=WorkState.CANCELLED,
        note="Hủy do trùng lịch với hội thao của tỉnh.",
    ),
    SampleTask(
        title="Nghiên cứu chọn đơn vị làm điểm về dân vận khéo",
        lead="BDVTU", assigned_on=date(2018, 3, 26), state=WorkState.DRAFT,
        note="Chờ ý kiến đồng chí Trưởng ban.",
    ),
    SampleTask(
        title="Cử đầu mối theo dõi Chương trình phối hợp của từng đơn vị",
        lead="MTTQ", assigned_on=_ISSUED, state=_DONE, percent=100,
        finished_on=date(2018, 1, 19),
        told=(SampleReport(on=date(2018, 1, 19), state=_DONE, percent=100,
                   result="Đã có danh sách đầu mối của 8/8 đơn vị."),),
    ),
    SampleTask(
        title="Tuyên truyền Luật Nghĩa vụ quân sự tại cơ sở",
        lead="HND", assigned_on=date(2018, 2, 5), kind=ALL_YEAR, origin=Origin.PROGRAMME,
        state=_GOING, parts=(("Tỉnh Đoàn", ""), ("Hội LHPN", ""), ("Hội CCB", "")),
    ),
)  # fmt: skip
