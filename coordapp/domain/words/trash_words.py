"""The words for what lies in the trash: how many of what, and since when."""

from collections.abc import Mapping

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.words.labels import KIND

# where the name of the list is no name of one of its lines
_ONE = {
    Kind.AGENDA_ITEM: "nội dung chương trình",
    Kind.ATTENDANCE: "người dự",
    Kind.SPEECH: "ý kiến phát biểu",
    Kind.COORDINATION: "đơn vị phối hợp",
}
_PLACES = {kind: place for place, kind in enumerate(Kind)}

TRASH_AGES = {
    0: "Tất cả",
    30: "Đã xóa quá 30 ngày",
    90: "Đã xóa quá 90 ngày",
    365: "Đã xóa quá 1 năm",
}
PURGE_WARNING = (
    "Nội dung bị xóa khỏi sổ và khỏi Nhật ký, không hoàn tác và không khôi phục được; Nhật ký chỉ còn ghi "
    "là đã xóa. Trước khi xóa, chương trình lưu một bản sao đã kiểm tra, giữ 90 ngày."
)


def counted(counts: Mapping[Kind, int]) -> str:
    """Tell how many of what, the whole before its parts: `1 nhiệm vụ, 2 báo cáo tiến độ`."""
    kinds = sorted((kind for kind in counts if counts[kind]), key=_PLACES.__getitem__)
    return ", ".join(f"{counts[kind]} {_ONE.get(kind, KIND[kind].lower())}" for kind in kinds)
