"""Titles of several parts: the lower one divides what the upper one names."""

import pytest

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.subtitles import column_of


@pytest.mark.parametrize(
    ("parts", "held", "sureness"),
    [
        (("Thời gian thực hiện", "Bắt đầu"), ImportColumn.ASSIGNED, 2),
        (("Thời gian thực hiện", "Kết thúc"), ImportColumn.DUE, 2),
        (("Tiến độ thời gian", "Điều chỉnh"), ImportColumn.EXTENDED, 2),
        (("Thời gian", "Thực tế"), ImportColumn.FINISHED, 2),
        (("Đơn vị", "Chủ trì"), ImportColumn.LEAD, 3),  # "đơn vị chủ trì" is a name itself
        (("Phân công", "Chính"), ImportColumn.LEAD, 2),
        (("Phân công", "Cán bộ"), ImportColumn.FOCAL, 2),
        (("Kết quả", "%"), ImportColumn.PERCENT, 3),
        (("Kết quả thực hiện", "Tỷ lệ"), ImportColumn.PERCENT, 2),
        (("Thông tin chung", "Nội dung nhiệm vụ"), ImportColumn.WORK, 3),
        (("Kết quả thực hiện", "Quý I"), None, 0),
        (("", "Thời hạn"), ImportColumn.DUE, 3),
        (("Thời hạn hoàn thành theo kết luận",), ImportColumn.DUE, 1),
        ((), None, 0),
    ],
)
def test_the_parts_of_a_title_are_read_together(parts, held, sureness) -> None:
    assert column_of(parts) == (held, sureness)
