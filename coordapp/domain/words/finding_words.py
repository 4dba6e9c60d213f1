"""One Vietnamese sentence for everything that a check of the file may find."""

_SENTENCES = {
    "integrity": "Tệp hỏng: {where}",
    "unreadable": "Không đọc được một phần tệp: {where}",
    "foreign_key": "Mục trỏ tới mục không còn: {where}",
    "parent_of_parent": "Nhiệm vụ {where} nằm dưới nhiệm vụ của một đơn vị.",
    "done_without_day": "Nhiệm vụ {where} đã hoàn thành nhưng thiếu ngày hoàn thành.",
    "original_due_missing": "Nhiệm vụ {where} có hạn nhưng thiếu hạn ban đầu.",
    "code_doubled": "Mã nhiệm vụ {where} bị trùng.",
    "attachment_damaged": "Nội dung tệp đính kèm bị mất hoặc bị hỏng: {where}",
    "seal_broken": "Nội dung hội nghị của biên bản đã ký {where} bị sửa sau khi ký.",
    "signed_paper_damaged": "Tệp PDF đã ký bị mất hoặc bị hỏng: {where}",
    "issued_paper_damaged": "Tệp PDF đã ban hành bị mất hoặc bị hỏng: {where}",
    "lock_missing": "Khóa của văn bản đã ký hoặc đã ban hành bị gỡ khỏi tệp: {where}",
    "not_nfc": "Chữ không ở dạng Unicode dựng sẵn: {where}",
    "chain_broken": "Nhật ký bị sửa từ dòng {where}.",
    "value_unknown": "{where}: có chữ, ngày hoặc trạng thái chương trình không đọc được.",
    "schema_missing": "Cấu trúc tệp thiếu {where}. Dùng check --repair để lập lại chỉ mục, khóa bị thiếu.",
    "schema_foreign": "Cấu trúc tệp có {where} không phải của chương trình.",
    "schema_changed": "Cấu trúc tệp có {where} khác với tệp mới.",
    "search_stale": "{where}: tìm kiếm không khớp nội dung. Dùng check --repair để lập lại.",
    "counter_low": "Bộ đếm mã {where} thấp hơn mã đã cấp. Dùng check --repair để sửa.",
    "salvaged": "Tệp này được cứu từ một tệp hỏng ({where} chỗ không đọc được). Hãy đối chiếu với bản giấy.",
    "committee_missing": "Sổ chưa có Ban Chỉ đạo. Mở sổ bằng chương trình để lập lại.",
    "days_off_missing": "Bảng ngày nghỉ trống nên ngày làm việc bị tính sai. Mở sổ bằng chương trình "
    "để lập lại.",
    "behind_the_log": "{where}: nội dung khác với lần ghi cuối trong nhật ký.",
}


def finding_sentence(code: str, where: str) -> str:
    """Say what was found, and what helps."""
    return _SENTENCES[code].format(where=where)
