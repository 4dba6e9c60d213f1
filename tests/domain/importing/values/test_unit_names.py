"""Names of units in other spellings, by themselves."""

import pytest

from coordapp.domain.importing.values.unit_names import (
    UnitSpellings,
    is_group,
    known_names,
    looks_like_unit,
    without_province,
)

SPELLINGS = UnitSpellings(
    {
        "ban dan van tinh uy": 1,
        "tinh doan": 2,
        "lien doan lao dong tinh": 3,
        "hoi cuu chien binh tinh": 4,
        "hoi cuu thanh nien xung phong": 5,
        "phong 1 so noi vu": 6,
        "phong 2 so noi vu": 7,
    }
)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("Ban Dân vận TU", 1),
        ("BDV Tỉnh ủy", 1),
        ("LĐLĐ tỉnh", 3),
        ("Hội CCB", 4),
        ("Hội CTNXP", 5),
        ("Hội Cựu chiến bnih tỉnh", 4),  # two letters turned about
        ("Hội", None),  # could be several
        ("Phòng 3 Sở Nội vụ", None),  # another number is another unit
        ("Ban Dân vận Huyện ủy", None),
        ("", None),
    ],
)
def test_one_unit_is_proposed_or_none(typed, unit) -> None:
    assert SPELLINGS.proposed(typed) == unit


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("hoi nong dan tinh thanh hoa", "hoi nong dan tinh"),
        ("hoi nong dan tinh th", "hoi nong dan tinh"),
        ("hoi nong dan", "hoi nong dan"),
    ],
)
def test_the_name_of_the_province_is_left_off(name, left) -> None:
    assert without_province(name, ["thanh hoa"]) == left


@pytest.mark.parametrize(
    "name",
    ["Các đơn vị liên quan", "các sở, ban, ngành", "đơn vị có liên quan", "Toàn thể các đơn vị",
     "các huyện, thị xã, thành phố", "Hội Nông dân các cấp"],
)  # fmt: skip
def test_words_for_many_units_are_told(name) -> None:
    assert is_group(name)


def test_names_of_one_unit_are_no_groups() -> None:
    assert not is_group("Hội Nông dân tỉnh")


def test_the_own_name_of_a_unit_goes_before_what_others_are_called() -> None:
    names = known_names([(1, ["Hội A"], ["Hội B tỉnh"]), (2, ["Hội B tỉnh"], ["Hội A"])])

    assert names == {"hoi a": 2, "hoi b tinh": 1, "hoi b": 1}


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Sở Lạ", True),
        ("Hội Người mù tỉnh", True),
        ("Hội nghị tổng kết", False),
        ("Văn phòng phẩm", False),
        ("Rà soát các hộ", False),
    ],
)
def test_a_unit_that_no_book_knows_is_told_by_its_first_words(text, is_so) -> None:
    assert looks_like_unit(text) is is_so
