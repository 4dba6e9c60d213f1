"""Minutes to lay out: the conference of 29/12/2017, an empty form, a huge one.

Source: resources/docs/forms.md 3.5; posts stand without names, for no person is invented.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.documents.minutes_contents import Attendee, MinutesReport, SpeechLine
from coordapp.domain.kernel.ids import CommitteeId

COMMITTEE = Committee(
    id=CommitteeId(1),
    name="Ban Chỉ đạo điều hành Chương trình phối hợp hoạt động",
    superior_body="Tỉnh ủy Quảng Ninh",
    document_code="BCĐ",
    place="Quảng Ninh",
    document_style=DocumentStyle.PARTY,
)
_POSTS = (
    "Trưởng Ban Dân vận Tỉnh ủy, Trưởng Ban Chỉ đạo",
    "Chính ủy Bộ Chỉ huy Quân sự tỉnh, Phó Trưởng Ban Chỉ đạo",
    "Phó Trưởng Ban Dân vận Tỉnh ủy",
    "Chủ nhiệm Chính trị Bộ Chỉ huy Quân sự tỉnh",
    "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh",
    "Chủ tịch Liên đoàn Lao động tỉnh",
    "Bí thư Tỉnh Đoàn",
    "Chủ tịch Hội Nông dân tỉnh",
    "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh",
    "Chủ tịch Hội Cựu chiến binh tỉnh",
    "Phó Chủ nhiệm Chính trị Bộ Chỉ huy Quân sự tỉnh",
    "Trưởng phòng Đoàn thể và các Hội, Ban Dân vận Tỉnh ủy",
    "Trưởng ban Tuyên giáo, Hội Liên hiệp Phụ nữ tỉnh",
    "Trưởng ban Dân vận, Bộ Chỉ huy Quân sự tỉnh",
    "Chánh Văn phòng Ban Dân vận Tỉnh ủy",
    "Chuyên viên Ban Dân vận Tỉnh ủy, thư ký Ban Chỉ đạo",
)
_NAMED = {0: "Nguyễn Văn Hưởng", 6: "Lê Hùng Sơn"}
_PRESENT = tuple(
    Attendee(name=_NAMED.get(index, ""), post=post) for index, post in enumerate(_POSTS)
)
_SPEECHES = (
    SpeechLine(
        speaker="",
        post="Chủ nhiệm Chính trị Bộ Chỉ huy Quân sự tỉnh",
        gist="Trình bày báo cáo kết quả phối hợp năm 2017: tuyển quân đạt 100% chỉ tiêu; "
        "công tác tuyên truyền, xây dựng cơ sở chính trị và chính sách hậu phương quân đội "
        "được các đơn vị triển khai thường xuyên, có nền nếp.",
    ),
    SpeechLine(
        speaker="Lê Hùng Sơn",
        post="Bí thư Tỉnh Đoàn",
        gist="Tỉnh Đoàn cùng Bộ Chỉ huy Quân sự tỉnh mở 02 lớp học kỳ trong quân đội cho 135 "
        "học sinh; đề nghị tiếp tục duy trì và sớm thống nhất kế hoạch năm 2018.",
    ),
    SpeechLine(
        speaker="",
        post="Chủ tịch Hội Nông dân tỉnh",
        gist="Các cấp Hội duy trì 374 mô hình dân vận khéo và xây dựng mới 155 mô hình ở nhiều "
        "lĩnh vực; đề nghị chọn mô hình hiệu quả để nhân rộng.",
    ),
)
_CONCLUSIONS = (
    (
        "Bộ Chỉ huy Quân sự tỉnh và các tổ chức chính trị - xã hội cụ thể hóa 18 nhóm nhiệm vụ, "
        "giải pháp của Nghị quyết số 09-NQ/TU thành việc làm của từng đơn vị."
    ),
    "Rà soát các chỉ tiêu, mục tiêu, lộ trình đã thực hiện; đánh giá kết quả và đề xuất giải pháp.",
    "Sơ kết, tổng kết các nhiệm vụ của Trung ương và của tỉnh theo đúng yêu cầu.",
    "Phối hợp làm tốt công tác dân vận; nắm chắc tình hình cơ sở, tâm tư của bộ đội và nhân dân.",
    (
        "Đẩy mạnh các phong trào thi đua yêu nước, lấy mô hình dân vận khéo làm trọng tâm; lựa chọn "
        "mô hình hiệu quả để nhân rộng."
    ),
    "Tham mưu thực hiện tốt chính sách hậu phương quân đội.",
    (
        "Vận động nhân dân tăng cường đoàn kết, giữ vững ổn định chính trị, quốc phòng, an ninh; xây "
        "dựng tổ chức và lực lượng vũ trang vững mạnh."
    ),
)


def a_minutes(**given: Any) -> MinutesReport:
    """Build the minutes of the final review of 2017; whatever is given replaces its part."""
    defaults: dict[str, Any] = {
        "committee": COMMITTEE,
        "style": DocumentStyle.PARTY,
        "conference_code": "HN-2017-04",
        "title": "Hội nghị tổng kết Chương trình phối hợp hoạt động năm 2017",
        "number": 5,
        "held_on": date(2017, 12, 29),
        "start_time": "14:00",
        "ended_on": date(2017, 12, 29),
        "end_time": "16:30",
        "place": "Phòng họp Ban Dân vận Tỉnh ủy, thành phố Hạ Long",
        "purpose": "Tổng kết Chương trình phối hợp hoạt động năm 2017 giữa Bộ Chỉ huy Quân sự "
        "tỉnh với các tổ chức chính trị - xã hội; bàn phương hướng năm 2018",
        "chair_name": "Nguyễn Văn Hưởng",
        "chair_post": "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy, Trưởng Ban Chỉ đạo",
        "chair_role": CommitteeRole.HEAD,
        "recorder_name": "",
        "recorder_post": "Chuyên viên Ban Dân vận Tỉnh ủy",
        "documents": "Báo cáo tổng kết năm 2017; dự thảo phương hướng, nhiệm vụ năm 2018",
        "proceedings": "",
        "present": _PRESENT,
        "absent": (
            Attendee(name="", post="Phó Chánh Văn phòng Tỉnh ủy", reason="đi công tác"),
        ),
        "guests": (Attendee(name="", post="Phóng viên Báo Quảng Ninh"),),
        "agenda": (
            "Báo cáo kết quả năm 2017, phương hướng năm 2018",
            "Thảo luận",
            "Kết luận của đồng chí chủ trì",
        ),
        "speeches": _SPEECHES,
        "conclusions": tuple(enumerate(_CONCLUSIONS, start=1)),
        "recipients": (
            "Thường trực Tỉnh ủy (b/c)",
            "Các đồng chí Ủy viên Ban Chỉ đạo",
            "Các đơn vị thành viên",
        ),
    }  # fmt: skip
    return MinutesReport(**(defaults | given))


def state_minutes(**given: Any) -> MinutesReport:
    """Build the same minutes in state style."""
    committee = replace(
        COMMITTEE,
        superior_body="Ủy ban nhân dân tỉnh Quảng Ninh",
        document_style=DocumentStyle.STATE,
    )
    ours: dict[str, Any] = {
        "style": DocumentStyle.STATE,
        "chair_address": FormOfAddress.MR,
        "committee": committee,
        "agenda": ("Báo cáo kết quả năm 2017", "Thảo luận", "Kết luận của chủ tọa"),
        "recipients": ("Chủ tịch Ủy ban nhân dân tỉnh (để báo cáo)", "Các đơn vị thành viên"),
    }
    return a_minutes(**(ours | given))


def empty_minutes(style: DocumentStyle = DocumentStyle.PARTY) -> MinutesReport:
    """Build the form with nothing filled in."""
    nobody = replace(COMMITTEE, name="", superior_body="", document_code="", place="")
    texts = (
        "title", "start_time", "end_time", "place", "purpose", "chair_name", "chair_post",
        "recorder_name", "recorder_post", "documents", "proceedings",
    )  # fmt: skip
    lists = ("present", "absent", "guests", "agenda", "speeches", "conclusions", "recipients")
    nothing = dict.fromkeys(texts, "") | dict.fromkeys(lists, ())
    return a_minutes(
        committee=nobody, style=style, number=None, held_on=None, ended_on=None, **nothing
    )


def huge_minutes(style: DocumentStyle = DocumentStyle.PARTY) -> MinutesReport:
    """Build minutes with 60 participants, 40 speeches and 30 conclusions."""
    return a_minutes(
        style=style,
        present=tuple(_PRESENT[index % len(_PRESENT)] for index in range(60)),
        speeches=tuple(_SPEECHES[index % len(_SPEECHES)] for index in range(40)),
        conclusions=tuple(
            (number, _CONCLUSIONS[number % len(_CONCLUSIONS)]) for number in range(1, 31)
        ),
    )


STYLES = {DocumentStyle.PARTY: a_minutes, DocumentStyle.STATE: state_minutes}


def speaking(gist: str, style: DocumentStyle = DocumentStyle.PARTY) -> MinutesReport:
    """Build minutes with one speech and no conclusion."""
    speech = SpeechLine(speaker="", post="Ủy viên", gist=gist)
    return STYLES[style](speeches=(speech,), conclusions=())
