"""The words for copies of the register: why they were made, how old they are, what they hold."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from coordapp.domain.calendar import dates
from coordapp.domain.files.copies import CopyReason
from coordapp.domain.files.places import DoubtfulPlace
from coordapp.domain.words.labels import KIND

COPY_REASON = {
    CopyReason.DAY: "Đầu ngày",
    CopyReason.REGULAR: "Định kỳ 30 phút",
    CopyReason.EXIT: "Khi đóng sổ",
    CopyReason.ASKED: "Theo yêu cầu",
    CopyReason.MIGRATION: "Trước khi nâng cấp",
    CopyReason.IMPORT: "Trước khi nhập",
    CopyReason.BULK: "Trước khi sửa loạt",
    CopyReason.RESTORE: "Trước khi khôi phục",
    CopyReason.PURGE: "Trước khi dọn",
}
PLACE = {
    DoubtfulPlace.SHARE: "ổ mạng dùng chung",
    DoubtfulPlace.SYNCED: "thư mục tự đồng bộ (OneDrive, Google Drive…)",
    DoubtfulPlace.REMOVABLE: "USB hoặc ổ tháo rời",
}
TABLES = {kind.value: words for kind, words in KIND.items()} | {
    "change_log": "Nhật ký",
    "attachment_content": "Nội dung tệp kèm",
    "counter": "Bộ đếm mã",
}


def table(name: str) -> str:
    """Name a table of the file as the office does."""
    return TABLES.get(name, name)


def changes(found: dict[str, int]) -> str:
    """Tell by how much the counts differ, in one sentence."""
    if not found:
        return "Số mục không thay đổi."
    parts = (f"{table(name)} {count:+}" for name, count in found.items())
    return "So với trước: " + ", ".join(parts) + "."


def split_off(name: str, others: list[str]) -> str:
    """Tell of files that a service of synchronisation split off from a register."""
    return (
        f"Cạnh {name} có {', '.join(others)}: có thể là bản do dịch vụ đồng bộ tách ra khi hai máy cùng "
        "sửa. Hãy mở bản đó để xem, nhập lại phần thiếu rồi chuyển nó đi chỗ khác."
    )


def set_back(last: datetime) -> str:
    """Tell that the clock is behind what was written last."""
    return (
        f"Đồng hồ máy đang chậm hơn lần ghi cuối trong sổ ({moment(last)}). Hãy chỉnh lại ngày giờ: hạn "
        "và nhật ký tính theo đồng hồ này."
    )


def moment(at: datetime) -> str:
    """Write a day with its hour."""
    return f"{at:%H:%M} {dates.short(at.date())}"


def age(at: datetime, now: datetime) -> str:
    """Say how long ago something was; a moment to come is told as such."""
    passed = now - at
    if passed < timedelta(0):
        return "ở tương lai (đồng hồ đã bị chỉnh)"
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return "vừa xong"
    if minutes < 60:
        return f"{minutes} phút trước"
    days = (now.date() - at.date()).days
    if days == 0:
        return f"{minutes // 60} giờ trước"
    return "hôm qua" if days == 1 else f"{days} ngày trước"


def found_at_start(found: Sequence[str]) -> str:
    """Say what was found in a register that is not as it was last closed on this PC, or never was."""
    return (
        "Đã soát cả tệp vì sổ mở lần đầu trên máy này hoặc đã khác lần đóng trước: có "
        f"{len(found)} điểm cần xem. {found[0]} Hãy xem Tệp › Kiểm tra sổ… trước khi ghi tiếp."
    )
