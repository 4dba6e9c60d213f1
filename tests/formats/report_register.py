"""Reports of the register with readable defaults."""

from datetime import date
from typing import Any

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.documents.minutes_contents import RegisterReport, RegisterRow
from coordapp.domain.kernel.ids import CommitteeId
from coordapp.domain.tasks.task import DeadlineState, WorkState


def a_row(**given: Any) -> RegisterRow:
    defaults: dict[str, Any] = {
        "code": "NV-2018-001",
        "title": "Rà soát các hộ đăng ký vay vốn",
        "content": "",
        "source": "Kết luận 2, Hội nghị tổng kết ngày 29/12/2017",
        "lead_unit": "HND",
        "coordinating_units": ("Hội LHPN", "Hội CCB"),
        "due": date(2018, 3, 31),
        "deadline_wording": "",
        "progress": "Đã rà soát 40 hộ.",
        "finished_on": None,
        "work_state": WorkState.IN_PROGRESS,
        "deadline_state": DeadlineState.DUE_SOON,
        "state_label": "Đang thực hiện, sắp đến hạn",
        "difficulty": "",
        "note": "",
    }
    return RegisterRow(**(defaults | given))


def a_register(*rows: RegisterRow, **given: Any) -> RegisterReport:
    defaults: dict[str, Any] = {
        "committee": Committee(
            id=CommitteeId(1),
            name="Ban Chỉ đạo điều hành Chương trình phối hợp hoạt động",
            superior_body="Tỉnh ủy Quảng Ninh",
            document_code="BCĐ",
            place="Quảng Ninh",
            document_style=DocumentStyle.PARTY,
        ),
        "as_of": date(2018, 3, 31),
        "style": DocumentStyle.PARTY,
        "rows": rows,
        "signer_name": "Nguyễn Văn Hưởng",
    }
    return RegisterReport(**(defaults | given))
