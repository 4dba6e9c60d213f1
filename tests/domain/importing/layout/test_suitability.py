"""Whether a table is a register, or what else it is."""

import pytest

from coordapp.domain.importing.layout.header import header_at
from coordapp.domain.importing.layout.suitability import TableEvidence, kind_of_titles, other_kind
from tests.domain.importing.building import a_sheet

PLAIN = [1, "Việc", "", "", ""]


@pytest.mark.parametrize(
    ("titles", "line", "kind"),
    [
        (["TT", "Nội dung chi", "ĐVT", "Số lượng", "Thành tiền"], "DỰ TOÁN KINH PHÍ", "budget"),
        (["TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác"], "DANH SÁCH", "staff"),
        (["Thứ", "Buổi", "Nội dung", "Địa điểm", "Thành phần"], "LỊCH CÔNG TÁC TUẦN", "calendar"),
        (["Số đến", "Ngày đến", "Tác giả", "Trích yếu", "Nơi nhận"], "SỔ CÔNG VĂN", "documents"),
        (["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Kinh phí"], "DỰ TOÁN", None),
        (["TT", "Nội dung", "Đơn vị", "Hạn", "Ghi chú"], "SỔ THEO DÕI", None),
    ],
)
def test_other_tables_are_told_for_the_right_reason(titles, line, kind) -> None:
    header = header_at(a_sheet(titles, PLAIN), 1)

    assert other_kind(TableEvidence(header=header, lines=[line])) == kind


def test_a_table_of_persons_is_a_list_of_staff() -> None:
    header = header_at(a_sheet(["TT", "Nội dung", "Đơn vị", "Ghi chú"], PLAIN), 1)

    assert other_kind(TableEvidence(header=header, lines=[], of_persons=0.9)) == "staff"


@pytest.mark.parametrize(
    ("lines", "titles", "kind"),
    [
        (["Danh bạ điện thoại"], [], "staff"),
        ([], ["Điểm tối đa", "Điểm tự chấm"], "scores"),
        (["Thư gửi các cháu"], ["Một", "Hai"], None),
    ],
)
def test_a_sheet_without_any_register_is_told_by_its_titles(lines, titles, kind) -> None:
    assert kind_of_titles(lines, titles) == kind
