"""The units a cell names: all of them, in any spelling, and never a part of a name."""

import pytest

from coordapp.domain.importing.values.units import Units, divided
from coordapp.domain.kernel.ids import UnitId
from tests.domain.importing.building import FARMERS, UNITS


@pytest.mark.parametrize(
    "name",
    ["HND", "hoi nong dan tinh", "Hội Nông dân", "- ND", "2. Nông dân", "Hội Nông dân tỉnh Thanh Hóa",
     "HỘI NÔNG DÂN T.H"],
)  # fmt: skip
def test_a_unit_is_known_by_all_its_names(name: str) -> None:
    assert UNITS.find(name) == 1 or UNITS.propose(name) == 1


def test_what_a_person_said_of_a_name_counts() -> None:
    units = Units([FARMERS], {"Hội của bà con": UnitId(1)})

    assert units.find("hội của  bà con") == 1


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Hội Nông Dâm tỉnh", 1),  # a letter off
        ("Hội Nôngdân tỉnh", 1),
        ("Hội ND", 1),
        ("MTTQ tỉnh", 4),
        ("Uỷ ban MTTQ VN tỉnh", 4),
        ("Đoàn TNCS", None),
        ("Hội Nông dân huyện Quảng Xương", None),
        ("Hội Nông dân Việt Nam", None),
        ("Sở Tài chính", None),
    ],
)
def test_another_spelling_is_proposed_when_one_unit_fits(name, unit) -> None:
    assert UNITS.find(name) is None
    assert UNITS.propose(name) == unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HND; Tỉnh Đoàn", (1, 2)),
        ("HND, Tỉnh Đoàn", (1, 2)),
        ("HND và Tỉnh Đoàn", (1, 2)),
        ("HND/Tỉnh Đoàn", (1, 2)),
        ("- HND\n- Tỉnh Đoàn.", (1, 2)),
        ("Sở Nông nghiệp, Môi trường và Biển, HND", (3, 1)),
        ("Sở NN,MT; HND", (3, 1)),
        ("HND; HND", (1,)),
        ("Chủ trì: HND", (1,)),
    ],
)
def test_units_are_told_apart_but_never_cut_within_a_name(text, found) -> None:
    reading = UNITS.read(text)

    assert (reading.units, reading.unknown) == (found, ())


def test_unknown_units_are_named_each_and_those_of_a_group_apart() -> None:
    reading = UNITS.read("Sở  Lạ; HND và các đơn vị liên quan, Hội Quen")

    assert (reading.units, reading.unknown) == ((1,), ("Sở Lạ", "Hội Quen"))
    assert reading.groups == ("các đơn vị liên quan",)


def test_a_proposed_spelling_is_told() -> None:
    assert UNITS.read("Tỉnh đoàn; Hội Nông Dâm tỉnh").proposed == {"Hội Nông Dâm tỉnh": 1}


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("HND; Tỉnh Đoàn", True), ("các huyện, thị xã", True), ("HND; Sở Lạ", False), ("", False)],
)
def test_a_cell_of_units_alone_is_told(text, is_so) -> None:
    assert UNITS.knows(text) is is_so


@pytest.mark.parametrize(
    ("text", "lead", "others"),
    [
        ("HND chủ trì, phối hợp với Tỉnh Đoàn", "HND", "Tỉnh Đoàn"),
        ("Chủ trì: HND; phối hợp: Tỉnh Đoàn, Sở NN,MT", "HND", "Tỉnh Đoàn, Sở NN,MT"),
        ("HND phối hợp với Tỉnh Đoàn", "HND", "Tỉnh Đoàn"),
        ("HND; phối hợp: Tỉnh Đoàn", "HND", "Tỉnh Đoàn"),
        ("HND\nĐơn vị phối hợp: Tỉnh Đoàn", "HND", "Tỉnh Đoàn"),
        ("HND (chủ trì)\nTỉnh Đoàn", "HND", "Tỉnh Đoàn"),
        ("HND, Tỉnh Đoàn", "HND, Tỉnh Đoàn", ""),
    ],
)
def test_a_cell_may_say_who_leads_and_who_takes_part(text, lead, others) -> None:
    assert divided(text) == (lead, others)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Sở Lao động - TB&XH", ("Sở Lao động - TB&XH",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Sở Tài chính và Sở Nội vụ", ("Sở Tài chính", "Sở Nội vụ")),
        ("Sở Nội vụ, STC", ("Sở Nội vụ", "STC")),
        ("Sở Lạ, HND", ("Sở Lạ",)),
    ],
)
def test_a_long_name_nobody_knows_is_one_name(text, unknown) -> None:
    assert UNITS.read(text).unknown == unknown


def test_a_comrade_is_not_cut_in_two() -> None:
    assert UNITS.read("Đ/c Hoa").unknown == ("Đ/c Hoa",)
    assert UNITS.read("HND/Tỉnh Đoàn").units == (1, 2)
