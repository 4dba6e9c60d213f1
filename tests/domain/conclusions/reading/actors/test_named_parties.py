"""Names that are typed are read as those of a notice; unknown ones stay as typed."""

import pytest

from coordapp.domain.conclusions.reading.actors.directory import of_units
from coordapp.domain.conclusions.reading.actors.named_parties import PartyReader, in_one_line
from coordapp.domain.conclusions.reading.draft import Party
from tests.build import a_unit

READER = PartyReader(
    of_units(
        [
            a_unit(id=1, name="Sở Giáo dục và Đào tạo", short_name="SGD"),
            a_unit(id=2, name="Sở Văn hóa, Thể thao và Du lịch", short_name="SVH", aliases="Sở VH"),
        ]
    )
)


@pytest.mark.parametrize(
    "typed", ["SGD", "sgd", "Sở GD&ĐT", "so giao duc va dao tao", "  Sở  Giáo dục và Đào tạo "]
)
def test_a_unit_is_known_in_any_spelling(typed):
    assert READER.read(typed) == (Party("SGD", (1,)),)


def test_commas_belong_to_names_and_semicolons_part_them():
    found = READER.read("Sở Văn hóa, Thể thao và Du lịch; SGD; Sở VH; Trường Chính trị;")

    assert found == (Party("SVH", (2,)), Party("SGD", (1,)), Party("Trường Chính trị"))
    assert READER.read(in_one_line(found)) == found


def test_nothing_typed_is_nobody():
    assert READER.read(" ; ") == ()
