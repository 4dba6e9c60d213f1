"""The review report of the sample's year, with words of the sample's own making."""

from datetime import date

from coordapp.domain.summaries.summary import SummaryPart, with_texts
from coordapp.services.summaries import summary_actions
from coordapp.store import Work
from coordapp.store.file.case_tables import SUMMARIES

_SINCE, _UNTIL = date(2017, 1, 1), date(2017, 12, 31)
_WORDS = {
    SummaryPart.SITUATION: (
        "Dữ liệu mẫu. Năm 2017, Bộ Chỉ huy Quân sự tỉnh và các tổ chức chính trị - xã hội phối hợp nắm "
        "tình hình địa bàn, biên giới, biển đảo và tư tưởng cán bộ, chiến sĩ, nhân dân."
    ),
    SummaryPart.LEADERSHIP: (
        "Tham mưu cho cấp ủy, chính quyền các cấp; tổ chức thực hiện nghị quyết, chỉ thị về công tác dân "
        "vận; vận động nhân dân tham gia phát triển kinh tế, xây dựng nông thôn mới."
    ),
    SummaryPart.STRENGTHS: (
        "Hoàn thành chỉ tiêu gọi công dân nhập ngũ; xuất hiện mô hình mới, cách làm hay ở nhiều lĩnh vực."
    ),
    SummaryPart.SHORTCOMINGS: (
        "Số mô hình do đơn vị báo cáo chưa có đủ trong danh sách; một số báo cáo gửi chậm."
    ),
    SummaryPart.OWN_CAUSES: "Chưa có biểu mẫu số liệu thống nhất giữa các đơn vị.",
    SummaryPart.OUTSIDE_CAUSES: "Địa bàn rộng, có biên giới và biển đảo.",
    SummaryPart.DIRECTIONS: (
        "Cụ thể hóa 18 nhóm nhiệm vụ, giải pháp của Nghị quyết số 09-NQ/TU thành nhiệm vụ của từng đơn vị.\n"
        "Rà soát chỉ tiêu, mục tiêu, lộ trình đã thực hiện; đề xuất giải pháp.\n"
        "Lựa chọn mô hình “dân vận khéo” hiệu quả để nhân rộng.\n"
        "Tham mưu thực hiện chính sách hậu phương quân đội."
    ),
}


def add(work: Work, today: date) -> None:
    """Add the kept version of the year within an action."""
    made = summary_actions.started(work, _SINCE, _UNTIL, today)
    work.put(SUMMARIES, with_texts(made, _WORDS))
    summary_actions.kept(work, made.id, today)
