"""The words for programmes, directives, indicators, models, movements and reports due."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from coordapp.domain.indicators.figure_bars import BarPart
from coordapp.domain.indicators.indicator import Accumulation, Direction, Sharing
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.practices.practice import (
    Holder,
    Level,
    PracticeKind,
    RecognitionStep,
    YearState,
)
from coordapp.domain.practices.report_due import ReceiptState
from coordapp.domain.programmes.directive import DirectiveKind
from coordapp.domain.programmes.milestone import Judgement
from coordapp.domain.programmes.programme import ItemScope

ITEM_SCOPE = {ItemScope.COMMON: "Nhiệm vụ chung", ItemScope.REGISTERED: "Đơn vị đăng ký"}
DIRECTIVE_KIND = {
    DirectiveKind.RESOLUTION: "Nghị quyết",
    DirectiveKind.INSTRUCTION: "Chỉ thị",
    DirectiveKind.CONCLUSION: "Kết luận",
    DirectiveKind.DECISION: "Quyết định",
    DirectiveKind.PLAN: "Kế hoạch",
    DirectiveKind.PROGRAMME: "Chương trình",
    DirectiveKind.GUIDANCE: "Hướng dẫn",
    DirectiveKind.LETTER: "Công văn",
}
JUDGEMENT = {
    Judgement.OPEN: "Chưa đánh giá",
    Judgement.MET: "Đạt",
    Judgement.PARTLY: "Đạt một phần",
    Judgement.NOT_MET: "Không đạt",
}
DIRECTION = {Direction.UP: "Càng cao càng tốt", Direction.DOWN: "Càng thấp càng tốt"}
ACCUMULATION = {Accumulation.CUMULATIVE: "Lũy kế", Accumulation.POINT_IN_TIME: "Thời điểm"}
SHARING = {Sharing.SUMMED: "Cộng từ các đơn vị", Sharing.COMMON: "Dùng chung"}
PRACTICE_KIND = {PracticeKind.MODEL: "Mô hình", PracticeKind.EXEMPLAR: "Điển hình"}
HOLDER = {Holder.COLLECTIVE: "Tập thể", Holder.INDIVIDUAL: "Cá nhân"}
LEVEL = {
    Level.BASE: "Cơ sở",
    Level.DISTRICT: "Huyện",
    Level.PROVINCE: "Tỉnh",
    Level.CENTRAL: "Trung ương",
}
YEAR_STATE = {
    YearState.NEW: "Xây dựng mới",
    YearState.KEPT: "Duy trì",
    YearState.ENDED: "Không còn duy trì",
}
RECOGNITION_STEP = {
    RecognitionStep.REGISTERED: "Đăng ký",
    RecognitionStep.REVIEWED: "Bình xét",
    RecognitionStep.RECOGNISED: "Công nhận",
    RecognitionStep.TYPICAL: "Tiêu biểu, điển hình",
    RecognitionStep.PROPOSED: "Đề nghị khen thưởng",
}
RECEIPT_STATE = {
    ReceiptState.ON_TIME: "Đã nhận, đúng hạn",
    ReceiptState.LATE: "Đã nhận, chậm",
    ReceiptState.WAITED_FOR: "Chưa đến hạn",
    ReceiptState.MISSING: "Chưa gửi, quá hạn",
}

WORDS: dict[type[Enum], Mapping[Any, str]] = {
    ItemScope: ITEM_SCOPE,
    DirectiveKind: DIRECTIVE_KIND,
    Judgement: JUDGEMENT,
    Direction: DIRECTION,
    Accumulation: ACCUMULATION,
    Sharing: SHARING,
    PracticeKind: PRACTICE_KIND,
    Holder: HOLDER,
    Level: LEVEL,
    YearState: YEAR_STATE,
    RecognitionStep: RECOGNITION_STEP,
}

BAR_PART = {
    BarPart.REACHED: "đã thực hiện",
    BarPart.MISSING: "còn thiếu so với kế hoạch",
    BarPart.BEYOND: "vượt kế hoạch",
}
FIELDS: dict[Kind, dict[str, str]] = {
    Kind.PROGRAMME: {
        "code": "Mã",
        "title": "Tên chương trình",
        "number": "Số, ký hiệu",
        "signed_on": "Ngày ký",
        "first_year": "Từ năm",
        "last_year": "Đến năm",
        "note": "Ghi chú",
    },
    Kind.PROGRAMME_PARTY: {
        "programme_id": "Chương trình phối hợp",
        "position": "Thứ tự",
        "unit_id": "Đơn vị",
        "name": "Tên bên ký",
    },
    Kind.PROGRAMME_ITEM: {
        "programme_id": "Chương trình phối hợp",
        "position": "Thứ tự",
        "title": "Nội dung",
        "scope": "Loại nhiệm vụ",
        "unit_id": "Đơn vị đăng ký",
        "year": "Năm",
    },
    Kind.DIRECTIVE: {
        "code": "Mã",
        "number": "Số, ký hiệu",
        "kind": "Loại văn bản",
        "issuer": "Cơ quan ban hành",
        "signed_on": "Ngày ký",
        "subject": "Trích yếu",
        "note": "Ghi chú",
    },
    Kind.DIRECTIVE_SECTION: {
        "directive_id": "Văn bản chỉ đạo",
        "position": "Thứ tự",
        "level": "Cấp mục",
        "number": "Số mục",
        "title": "Tên mục",
        "text": "Nội dung",
    },
    Kind.CONCLUSION_SOURCE: {
        "conclusion_id": "Kết luận",
        "directive_id": "Văn bản chỉ đạo",
        "directive_section_id": "Mục",
    },
    Kind.MILESTONE: {
        "directive_id": "Văn bản chỉ đạo",
        "programme_id": "Chương trình phối hợp",
        "year": "Năm",
        "planned": "Mục tiêu",
        "done": "Kết quả",
        "judgement": "Đánh giá",
        "proposal": "Kiến nghị, giải pháp",
    },
    Kind.INDICATOR: {
        "code": "Mã",
        "name": "Chỉ tiêu",
        "unit_of_measure": "Đơn vị tính",
        "field": "Lĩnh vực",
        "direction": "Chiều đánh giá",
        "accumulation": "Cách tính",
        "sharing": "Cộng từ đơn vị",
        "is_qualitative": "Chỉ tiêu định tính",
        "position": "Thứ tự",
        "conclusion_id": "Theo kết luận",
        "directive_section_id": "Theo mục văn bản",
        "task_id": "Theo nhiệm vụ",
        "note": "Ghi chú",
    },
    Kind.INDICATOR_VALUE: {
        "indicator_id": "Chỉ tiêu",
        "period": "Kỳ",
        "unit_id": "Đơn vị",
        "plan": "Kế hoạch",
        "actual": "Thực hiện",
        "source": "Nguồn số liệu",
        "source_on": "Ngày của nguồn",
        "note": "Ghi chú",
    },
    Kind.PRACTICE: {
        "code": "Mã",
        "name": "Tên",
        "kind": "Loại",
        "holder": "Tập thể, cá nhân",
        "held_by": "Đơn vị, cá nhân thực hiện",
        "unit_id": "Đơn vị phụ trách",
        "field": "Lĩnh vực",
        "level": "Cấp",
        "place": "Địa bàn",
        "started": "Năm bắt đầu",
        "result": "Kết quả nổi bật",
        "replicated_from_id": "Nhân rộng từ",
        "is_chosen": "Chọn nhân rộng",
        "note": "Ghi chú",
    },
    Kind.PRACTICE_YEAR: {
        "practice_id": "Mô hình, điển hình",
        "year": "Năm",
        "state": "Tình trạng",
    },
    Kind.RECOGNITION: {
        "practice_id": "Mô hình, điển hình",
        "step": "Mức",
        "happened_on": "Ngày",
        "paper": "Văn bản",
    },
    Kind.PRACTICE_COUNT: {
        "unit_id": "Đơn vị",
        "year": "Năm",
        "kept": "Duy trì",
        "new": "Xây dựng mới",
        "source": "Nguồn số liệu",
        "reported_on": "Ngày báo cáo",
    },
    Kind.MOVEMENT: {
        "code": "Mã",
        "name": "Tên phong trào",
        "year": "Năm",
        "launched_by": "Cơ quan phát động",
        "paper": "Văn bản phát động",
        "launched_on": "Ngày phát động",
        "content": "Nội dung",
    },
    Kind.COMMENDATION: {
        "movement_id": "Phong trào thi đua",
        "position": "Thứ tự",
        "name": "Tập thể, cá nhân được đề nghị",
        "holder": "Loại",
        "unit_id": "Đơn vị",
        "practice_id": "Mô hình, điển hình",
        "form": "Hình thức khen thưởng",
        "proposed_on": "Ngày đề nghị",
        "decision": "Số quyết định",
        "decided_on": "Ngày quyết định",
    },
    Kind.REPORT_DUE: {
        "code": "Mã",
        "title": "Tên báo cáo",
        "period": "Kỳ báo cáo",
        "due_on": "Hạn gửi",
        "paper": "Văn bản yêu cầu",
    },
    Kind.REPORT_RECEIPT: {
        "report_due_id": "Báo cáo phải gửi",
        "unit_id": "Đơn vị",
        "received_on": "Ngày nhận",
        "paper": "Số, ký hiệu báo cáo",
        "note": "Ghi chú",
    },
}
