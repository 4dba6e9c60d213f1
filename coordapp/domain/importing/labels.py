"""The office's words for what an import finds."""

from coordapp.domain.importing.header import Field
from coordapp.domain.importing.workbook import Verdict, WorkbookNote

VERDICT = {
    Verdict.NEW: "Mới",
    Verdict.CHANGED: "Thay đổi",
    Verdict.SAME: "Giữ nguyên",
    Verdict.REJECTED: "Không nhận",
}
IMPORT_FIELD = {
    Field.NUMBER: "Số thứ tự",
    Field.CODE: "Mã nhiệm vụ",
    Field.WORK: "Nội dung nhiệm vụ",
    Field.CONTENT: "Nội dung chi tiết",
    Field.PRODUCT: "Sản phẩm",
    Field.SOURCE: "Văn bản giao",
    Field.LEAD: "Đơn vị chủ trì",
    Field.COORDINATING: "Đơn vị phối hợp",
    Field.FOCAL: "Đầu mối",
    Field.ASSIGNED: "Ngày giao",
    Field.DUE: "Thời hạn",
    Field.STATE: "Trạng thái",
    Field.PERCENT: "% hoàn thành",
    Field.PROGRESS: "Kết quả thực hiện",
    Field.FINISHED: "Ngày hoàn thành",
    Field.DIFFICULTY: "Khó khăn, nguyên nhân",
    Field.URGENCY: "Mức độ khẩn",
    Field.NOTE: "Ghi chú",
}
WORKBOOK_NOTE = {
    WorkbookNote.MACROS: "Tệp có macro: chỉ đọc dữ liệu, không chạy macro.",
    WorkbookNote.LINKS: "Tệp có liên kết sang tệp khác: lấy giá trị đã lưu, không mở liên kết.",
    WorkbookNote.ENCODING_GUESSED: "Tệp chữ không nói rõ bảng mã nên đã đoán. Hãy xem kỹ dấu tiếng Việt.",
}
