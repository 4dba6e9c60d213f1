"""A name spelt right is the same name; another one is another."""

import pytest

from coordapp.domain.committee.naming import as_it_was, is_put_right

SAME = [
    ("", "Trưởng Ban Dân vận"),
    (None, 3),
    ("none", "mr"),
    ("Tỉnh Đoàn", "Tỉnh đoàn"),
    ("Hội Nông dan tỉnh", "Hội Nông dân tỉnh"),
    ("Nguyễn Văn Hưng", "Nguyễn Văn Hưởng"),
    ("Sở Nông nghiêp", "Sở Nông  nghiệp"),
    (3, 3),
]
OTHER = [
    ("Sở Lao động", "Sở Nội vụ"),
    ("Phó Trưởng Ban", "Trưởng Ban"),
    ("Đơn vị 1", "Đơn vị 2"),
    ("Phòng A", "Phòng B"),
    ("member", "head"),
    (3, 4),
    (3, None),
    ("Trưởng Ban", ""),
    ("Hội Nông dân", "Hội Cựu chiến binh"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_what_was_filled_in_or_spelt_right_is_the_same_name(before: object, after: object) -> None:
    assert is_put_right(before, after)


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_a_change_of_the_thing_is_another_name(before: object, after: object) -> None:
    assert not is_put_right(before, after)


@pytest.mark.parametrize(
    ("values", "was"),
    [
        (["A sai"], "A sai"),
        (["Sở Nông nghiêp", "Sở Nông nghiệp", "Sở Môi trường"], "Sở Nông nghiệp"),
        (["", "Phó ban", "Trưởng ban"], "Phó ban"),
        (["Cũ hẳn", "Mới tinh", "Cũ hẳn"], "Cũ hẳn"),
    ],
)
def test_a_name_is_what_it_was_with_what_was_put_right_in_it(values: list[str], was: str) -> None:
    assert as_it_was(values) == was
