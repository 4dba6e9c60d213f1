"""The office's words for what an import finds."""

from coordapp.domain.importing.case_rows import CaseOutcome
from coordapp.domain.importing.header import ImportColumn
from coordapp.domain.importing.workbook import RowOutcome, WorkbookNote

ROW_OUTCOME = {
    RowOutcome.NEW: "Mới",
    RowOutcome.CHANGED: "Thay đổi",
    RowOutcome.SAME: "Giữ nguyên",
    RowOutcome.REJECTED: "Không nhận",
}
CASE_OUTCOME = {
    CaseOutcome.NEW: "Mới",
    CaseOutcome.CHANGED: "Thay đổi",
    CaseOutcome.SAME: "Giữ nguyên",
    CaseOutcome.REJECTED: "Không nhận",
    CaseOutcome.PASSED_OVER: "Hủy",
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
    ImportColumn.STATE: "Trạng thái",
    ImportColumn.PERCENT: "% hoàn thành",
    ImportColumn.PROGRESS: "Kết quả thực hiện",
    ImportColumn.FINISHED: "Ngày hoàn thành",
    ImportColumn.DIFFICULTY: "Khó khăn, nguyên nhân",
    ImportColumn.URGENCY: "Độ khẩn",
    ImportColumn.NOTE: "Ghi chú",
}
WORKBOOK_NOTE = {
    WorkbookNote.MACROS: "Tệp có macro: chỉ đọc dữ liệu, không chạy macro.",
    WorkbookNote.LINKS: "Tệp có liên kết sang tệp khác: lấy giá trị đã lưu, không mở liên kết.",
    WorkbookNote.ENCODING_GUESSED: "Tệp không ghi bảng mã, chương trình tự nhận dạng. Hãy xem kỹ dấu tiếng Việt.",
}
