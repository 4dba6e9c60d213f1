"""One Vietnamese sentence for everything that a check of the file may find."""

_SENTENCES = {
    "integrity": "Tệp hỏng: {where}. Hãy khôi phục từ bản sao, hoặc dùng “Cứu dữ liệu ra tệp mới”.",
    "unreadable": "Không đọc được một phần tệp: {where}. Hãy khôi phục từ bản sao, hoặc dùng “Cứu dữ liệu ra "
    "tệp mới”.",
    "foreign_key": "Mục trỏ tới mục không còn: {where}. Chương trình khác đã xóa mục kia; hãy mở mục này và "
    "chọn lại.",
    "parent_of_parent": "Nhiệm vụ {where} nằm dưới nhiệm vụ của một đơn vị. Hãy chọn lại nhiệm vụ chung "
    "của nó.",
    "done_without_day": "Nhiệm vụ {where} đã hoàn thành nhưng thiếu ngày hoàn thành. Hãy ghi ngày, hoặc "
    "chuyển về “Đang thực hiện”.",
    "original_due_missing": "Nhiệm vụ {where} có hạn nhưng thiếu hạn ban đầu. Hãy ghi lại hạn của nhiệm vụ.",
    "code_doubled": "Mã nhiệm vụ {where} bị trùng. Hãy đổi mã của một trong hai.",
    "attachment_damaged": "Nội dung tệp đính kèm bị mất hoặc bị hỏng: {where}. Hãy đính kèm lại bản gốc: nội dung "
    "giống hệt sẽ thay chỗ hỏng.",
    "seal_broken": "Nội dung hội nghị của biên bản đã ký {where} bị sửa sau khi ký. Hãy đối chiếu với bản "
    "giấy; bản PDF đã ký vẫn là bản chính thức.",
    "signed_paper_damaged": "Tệp PDF đã ký bị mất hoặc bị hỏng: {where}. Hãy lấy lại từ bản sao.",
    "issued_paper_damaged": "Tệp PDF đã ban hành bị mất hoặc bị hỏng: {where}. Hãy lấy lại từ bản sao.",
    "lock_missing": "Khóa của văn bản đã ký hoặc đã ban hành bị gỡ khỏi tệp: {where}. Sửa chữa lập lại "
    "được; hãy đối chiếu nội dung với bản giấy.",
    "not_nfc": "Chữ không ở dạng Unicode dựng sẵn: {where}. Tìm kiếm có thể sót; hãy gõ lại chữ đó.",
    "chain_broken": "Nhật ký bị sửa hoặc bị cắt từ dòng {where}, không phải bởi chương trình. Hãy đối chiếu với "
    "bản sao trước đó.",
    "value_unknown": "{where}: có chữ, ngày hoặc trạng thái chương trình không đọc được. Hãy khôi phục từ bản sao.",
    "schema_missing": "Cấu trúc tệp thiếu {where}. Sửa chữa lập lại được chỉ mục và khóa bị thiếu.",
    "schema_foreign": "Cấu trúc tệp có {where} không phải của chương trình. Chương trình khác đã thêm; hãy hỏi người "
    "quản trị.",
    "schema_changed": "Cấu trúc tệp có {where} khác với tệp mới. Hãy khôi phục từ bản sao.",
    "search_stale": "{where}: tìm kiếm không khớp nội dung. Sửa chữa lập lại được.",
    "counter_low": "Bộ đếm mã {where} thấp hơn mã đã cấp nên mã sau có thể trùng. Sửa chữa nâng lại "
    "được.",
    "salvaged": "Tệp này được cứu từ một tệp hỏng ({where} chỗ không đọc được). Hãy đối chiếu với bản giấy.",
    "committee_missing": "Sổ chưa có Ban Chỉ đạo. Mở sổ bằng chương trình để lập lại.",
    "days_off_missing": "Bảng ngày nghỉ trống nên ngày làm việc bị tính sai. Mở sổ bằng chương trình "
    "để lập lại.",
    "behind_the_log": "{where}: nội dung khác với lần ghi cuối trong nhật ký: chương trình khác đã sửa. Hãy xem Nhật ký "
    "rồi sửa lại ở đây.",
}

# what can be computed anew from the rest of the file
MENDABLE = frozenset({"schema_missing", "lock_missing", "search_stale", "counter_low"})


def finding_sentence(code: str, where: str) -> str:
    """Say what was found, and what helps."""
    return _SENTENCES[code].format(where=where)
