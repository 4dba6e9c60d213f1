"""What columns are called: exact names first, then beginnings, then telling words."""

import pytest

from coordapp.domain.importing.layout.columns import ImportColumn, begun, hinted, named


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("STT", ImportColumn.NUMBER),
        ("№", ImportColumn.NUMBER),
        ("Mã NV", ImportColumn.CODE),
        ("NỘI DUNG NHIỆM VỤ", ImportColumn.WORK),
        ("Nhiệm vụ,\ngiải pháp", ImportColumn.WORK),
        ("Thời hạn hoàn thành (tháng)", ImportColumn.DUE),
        ("Hạn ban đầu", ImportColumn.DUE),
        ("Gia hạn đến", ImportColumn.EXTENDED),
        ("Kết quả (%)", ImportColumn.PERCENT),
        ("Hoàn thành", ImportColumn.PERCENT),
        ("Ngày hoàn thành", ImportColumn.FINISHED),
        ("Nội dung chi", None),
        ("", None),
    ],
)
def test_exact_names(title, held) -> None:
    assert named(title) is held


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Thời hạn hoàn thành theo kết luận", ImportColumn.DUE),
        ("Ngày hoàn thành thực tế của đơn vị", ImportColumn.FINISHED),
        ("Đơn vị chủ trì tham mưu, đề xuất", ImportColumn.LEAD),
        ("Đơn vị công tác", None),  # one general word says nothing
        ("Nội dung chi", None),
        (f"Nhiệm vụ {'rất ' * 30}dài", None),
    ],
)
def test_beginnings_by_the_longest_name(title, held) -> None:
    assert begun(title) is held


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Ai phối hợp với mình", ImportColumn.COORDINATING),
        ("Bên chủ trì và phối hợp", ImportColumn.LEAD),
        ("Đã gia hạn tới ngày", ImportColumn.EXTENDED),
        ("Cái việc phải làm là gì", ImportColumn.WORK),
        ("Số điện thoại", None),
    ],
)
def test_words_within_a_title(title, held) -> None:
    assert hinted(title) is held
