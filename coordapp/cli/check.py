"""Findings of a check as Vietnamese sentences."""

from coordapp.store.queries.health import HealthFinding

_SENTENCES = {
    "integrity": "Tệp hỏng: {where}",
    "unreadable": "Không đọc được một phần tệp: {where}",
    "foreign_key": "Bản ghi trỏ tới bản ghi không còn: {where}",
    "parent_of_parent": "Nhiệm vụ {where} nằm dưới một nhiệm vụ con.",
    "done_without_day": "Nhiệm vụ {where} đã hoàn thành nhưng thiếu ngày hoàn thành.",
    "original_due_missing": "Nhiệm vụ {where} có hạn nhưng thiếu hạn ban đầu.",
    "code_doubled": "Mã nhiệm vụ {where} bị trùng.",
    "attachment_damaged": "Nội dung tệp đính kèm bị mất hoặc bị hỏng: {where}",
    "seal_broken": "Nội dung hội nghị của biên bản đã ký {where} bị sửa sau khi ký.",
    "signed_paper_damaged": "Tệp PDF đã ký bị mất hoặc bị hỏng: {where}",
    "lock_missing": "Khóa của biên bản đã ký bị gỡ khỏi tệp: {where}",
    "not_nfc": "Chữ không ở dạng Unicode dựng sẵn: {where}",
    "chain_broken": "Nhật ký bị sửa từ dòng {where}.",
    "behind_the_log": "{where}: nội dung khác với lần ghi cuối trong nhật ký.",
}


def sentence(finding: HealthFinding) -> str:
    """Say what was found."""
    return _SENTENCES[finding.code].format(where=finding.where)
