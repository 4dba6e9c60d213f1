"""The office's words for what an import finds."""

from collections.abc import Mapping

from coordapp.domain.importing.case_rows import CaseOutcome
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import PassReason
from coordapp.domain.importing.plan import PassedOver, PlanNote
from coordapp.domain.importing.row import Assumed
from coordapp.domain.importing.workbook import RowOutcome, WorkbookNote

ROW_OUTCOME = {
    RowOutcome.NEW: "Mới",
    RowOutcome.CHANGED: "Thay đổi",
    RowOutcome.SAME: "Giữ nguyên",
    RowOutcome.BARE: "Mật: chỉ số, ngày",
    RowOutcome.REJECTED: "Không nhận",
}
PASSED_OVER = "Dòng bỏ qua"
CASE_OUTCOME = {
    CaseOutcome.NEW: "Mới",
    CaseOutcome.CHANGED: "Thay đổi",
    CaseOutcome.SAME: "Giữ nguyên",
    CaseOutcome.REJECTED: "Không nhận",
    CaseOutcome.PASSED_OVER: PASSED_OVER,
}
IMPORT_COLUMN = {
    ImportColumn.NUMBER: "Số thứ tự",
    ImportColumn.CODE: "Mã nhiệm vụ",
    ImportColumn.WORK: "Nội dung nhiệm vụ",
    ImportColumn.CONTENT: "Nội dung chi tiết",
    ImportColumn.PRODUCT: "Sản phẩm",
    ImportColumn.SOURCE: "Văn bản giao",
    ImportColumn.LEAD: "Đơn vị chủ trì",
    ImportColumn.COORDINATING: "Đơn vị phối hợp",
    ImportColumn.FOCAL: "Đầu mối",
    ImportColumn.ASSIGNED: "Ngày giao",
    ImportColumn.DUE: "Thời hạn",
    ImportColumn.EXTENDED: "Hạn gia hạn",
    ImportColumn.STATE: "Trạng thái",
    ImportColumn.PERCENT: "% hoàn thành",
    ImportColumn.PROGRESS: "Kết quả thực hiện",
    ImportColumn.FINISHED: "Ngày hoàn thành",
    ImportColumn.DIFFICULTY: "Khó khăn, nguyên nhân",
    ImportColumn.URGENCY: "Độ khẩn",
    ImportColumn.NOTE: "Ghi chú",
}
# the fields of a task as `list tasks` names them
RECORD_FIELD = {
    ImportColumn.NUMBER: "number",
    ImportColumn.CODE: "office_code",
    ImportColumn.WORK: "title",
    ImportColumn.CONTENT: "content",
    ImportColumn.PRODUCT: "product",
    ImportColumn.SOURCE: "source",
    ImportColumn.LEAD: "lead_unit",
    ImportColumn.COORDINATING: "coordinating_units",
    ImportColumn.FOCAL: "focal_person",
    ImportColumn.ASSIGNED: "assigned_on",
    ImportColumn.DUE: "due_date",
    ImportColumn.EXTENDED: "due_date",
    ImportColumn.STATE: "work_state",
    ImportColumn.PERCENT: "percent",
    ImportColumn.PROGRESS: "result",
    ImportColumn.FINISHED: "finished_on",
    ImportColumn.DIFFICULTY: "difficulty",
    ImportColumn.URGENCY: "urgency",
    ImportColumn.NOTE: "note",
}
WORKBOOK_NOTE = {
    WorkbookNote.MACROS: "Tệp có macro: chỉ đọc dữ liệu, không chạy macro.",
    WorkbookNote.LINKS: "Tệp có liên kết sang tệp khác: lấy giá trị đã lưu, không mở liên kết.",
    WorkbookNote.ENCODING_GUESSED: "Tệp không ghi bảng mã, chương trình tự nhận dạng. Hãy xem kỹ dấu tiếng Việt.",
    WorkbookNote.QUOTE_OPEN: "Tệp chữ có dấu nháy kép không đóng: đã đọc dấu đó như chữ thường. "
    "Hãy xem kỹ các dòng có dấu nháy kép.",
}
PASS_REASON = {
    PassReason.ABOVE: "phần phía trên hoặc ngoài bảng",
    PassReason.TITLES: "dòng tên cột",
    PassReason.COLUMN_NUMBERS: "dòng đánh số cột",
    PassReason.SUBTOTAL: "dòng cộng",
    PassReason.HEADING: "đề mục",
    PassReason.UNIT_HEADING: "đề mục tên đơn vị, là đơn vị chủ trì của các dòng dưới",
    PassReason.JOINED: "nối vào dòng {detail}",
    PassReason.SIGNATURE: "phần ký, ghi chú cuối bảng",
    PassReason.REMARK: "ghi chú của bảng",
    PassReason.NUMBER_ALONE: "chỉ có số thứ tự",
    PassReason.NO_WORK: "không có nội dung nhiệm vụ",
    PassReason.UNCLEAR: "chỉ có nội dung, không rõ là nhiệm vụ, đề mục hay phần tiếp của dòng trên",
    PassReason.HIDDEN: "dòng ẩn, đã chọn không nhập",
    PassReason.REPEATED: "trùng hoàn toàn với dòng {detail}",
    PassReason.NOT_A_REGISTER: "trang không có sổ nhiệm vụ{detail}",
    PassReason.HIDDEN_SHEET: "trang tính ẩn",
    PassReason.OTHER_SHEET: "trang không được chọn",
}
OTHER_TABLE = {
    "budget": "dự toán kinh phí",
    "staff": "danh sách người",
    "calendar": "lịch công tác",
    "documents": "sổ công văn",
    "figures": "biểu số liệu",
    "scores": "bảng điểm",
    "assets": "danh mục tài sản",
}
ASSUMED = {
    "year": "không ghi năm, lấy năm của sổ",
    "month": "không ghi tháng, lấy tháng gần nhất",
    "day_order": "chỉ có thể là ngày này nếu đổi chỗ ngày và tháng",
    "part": "lời không chỉ một ngày nào, lấy ngày gần đúng",
    "weekday": "thứ trong tuần không khớp với ngày, lấy theo ngày",
    "count_start": "tính từ ngày giao hoặc ngày làm việc",
    "lunar": "đổi từ ngày âm lịch",
    "several": "ghi nhiều ngày, lấy ngày sau cùng",
    "words_left": "lấy ngày, các chữ còn lại giữ nguyên lời",
    "untold": "lời không chỉ ra ngày nào nên để trống ngày, giữ nguyên lời",
    "serial": "số trần, đọc là số ngày theo lịch của tệp",
    "swapped": "ô ngày có thể đã bị đảo ngày và tháng",
    "left_out": "không đọc được “{typed}”, để trống",
    "no_lead": "không ghi đơn vị chủ trì",
    "beside_share": "ghi đã hoàn thành nhưng tỷ lệ {typed}",
    "failed": "ô lỗi {typed}, để trống",
    "spelling": "viết là “{typed}”",
    "first_leads": "ô ghi nhiều đơn vị (“{typed}”), đơn vị đầu chủ trì",
    "split_leads": "ô ghi nhiều đơn vị (“{typed}”), mỗi đơn vị một nhiệm vụ",
    "parent_leads": "không ghi đơn vị, lấy đơn vị của việc phía trên",
    "as_above": "ghi “như trên”, lấy của dòng trên",
    "above_leads": "bảng không có cột đơn vị, lấy đơn vị ghi phía trên bảng hoặc ở tên trang",
    "group": "“{typed}” không phải tên một đơn vị, giữ trong ghi chú",
    "group_spelt_out": "“{typed}” là nhóm đơn vị của sổ",
    "unit_left": "chưa có đơn vị “{typed}” trong sổ, giữ trong ghi chú",
    "no_state": "“{typed}” không nói việc làm đến đâu",
    "state": "hiểu từ “{typed}”",
    "state_of_share": "hiểu từ tỷ lệ {typed}",
    "share": "viết là “{typed}”",
    "finished": "không ghi ngày hoàn thành",
    "mark": "ô đánh dấu ghi “{typed}”",
    "struck": "dòng bị gạch ngang",
    "struck_deadline": "hạn bị gạch ngang, coi như bỏ",
    "struck_part": "phần “{typed}” bị gạch ngang, coi như cũ",
    "secret": "độ “{typed}”: chỉ giữ số, ký hiệu và ngày văn bản, nội dung xem bản giấy; không giữ {left}",
    "twice": "giống hệt dòng {row}",
    "code_repeated": "mã đã dùng ở dòng {row}, dùng hai lần",
}
_PLAN_NOTE = {
    "sheets_together": "Đọc cùng lúc {count} trang tính: {names}.",
    "tables_together": "Trang “{sheet}” có {count} bảng khác nhau: đã đọc hết, cả bảng thứ hai.",
    "hidden_rows": "Trang “{sheet}” có {count} dòng ẩn.",
    "hidden_columns": "Trang “{sheet}” có cột ẩn không đọc: {names}.",
    "comment": "Ô {cell} trang “{sheet}” có chú thích: {text}",
    "more_comments": "Trang “{sheet}” còn {count} chú thích của ô khác.",
    "struck_rows": "Trang “{sheet}” có dòng bị gạch ngang, nhập là đã hủy: dòng {rows}.",
    "unread_columns": "Trang “{sheet}” có cột không nhập: {names}.",
    "guessed_column": "Trang “{sheet}”: cột {name} được hiểu là “{column}” theo nội dung các ô.",
    "code_repeated": "Trang “{sheet}”: mã “{code}” lặp lại, dùng hai lần ở dòng {rows}; cả hai đều là nhiệm vụ.",
    "rows_twice": "Trang “{sheet}”: dòng {rows} giống hệt dòng khác; mỗi dòng vẫn là một nhiệm vụ.",
    "letters_turned": "Đã chuyển {count} ô từ bảng mã {alphabet} sang Unicode.",
}


def why_passed(row: PassedOver) -> str:
    """Say why a row is passed over."""
    detail = row.detail
    if row.reason is PassReason.REPEATED:
        number, _, sheet = detail.partition("|")
        detail = number if sheet == row.sheet else f"{number} trang “{sheet}”"
    elif row.reason is PassReason.NOT_A_REGISTER:
        detail = f", có vẻ là {OTHER_TABLE[detail]}" if detail else ""
    return PASS_REASON[row.reason].format(detail=detail)


def why_assumed(assumed: Assumed) -> str:
    """Say what a value that was not said rests on."""
    params: Mapping[str, str] = {"typed": "", "row": "", "left": "", **assumed.params}
    return ASSUMED[assumed.code].format(**params)


def note_sentence(note: PlanNote) -> str:
    """Say what a person should know beside the rows."""
    params: dict[str, object] = {}
    for name, value in note.params.items():
        if isinstance(value, tuple):
            params["count"] = len(value)
            params[name] = ", ".join(str(part) for part in value)
        else:
            params[name] = IMPORT_COLUMN[value] if isinstance(value, ImportColumn) else value
    return _PLAN_NOTE[note.code].format(**{**params, **_own_count(note)})


def _own_count(note: PlanNote) -> dict[str, object]:
    return {"count": note.params["count"]} if "count" in note.params else {}
