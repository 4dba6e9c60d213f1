"""Which product the words of a task name: a report, a plan, a list."""

import re

from coordapp.domain.conclusions.reading.words.letters import plain

# a paper or a thing that work ends in, after the verb that makes it or hands it over
_PRODUCT = re.compile(
    r"\b(?:lập|xây dựng|soạn(?: thảo)?|biên soạn|dự thảo|tham mưu(?: ban hành)?|ban hành|trình|gửi|nộp|hoàn thiện|"
    r"hoàn chỉnh|chuẩn bị|làm|viết|ký|có|thành|thống kê thành)\s+(?:ngay |xong |được |và |một |các |dự thảo )*"
    r"(?P<name>báo cáo|kế hoạch|phương án|đề án|dự án|tờ trình|quyết định|nghị quyết|chỉ thị|quy chế|quy định|hướng dẫn|"
    r"công văn|văn bản|danh sách|danh mục|biểu mẫu|bảng tổng hợp|hồ sơ|dự toán|quyết toán|hợp đồng|biên bản|chương trình|"
    r"kịch bản|đề cương|giấy mời|thông báo|tài liệu|sổ tay|bản đồ|lịch|đề thi|thỏa thuận)\b"
)


def product_in(words: str) -> str:
    """Give the product some words name, as they write it; empty when they name none."""
    one = " ".join(words.split())
    match = _PRODUCT.search(plain(one))
    return "" if match is None else one[match.start("name") : match.end("name")]
