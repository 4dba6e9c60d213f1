"""A paper that names units shortly says what the short names stand for."""

import pytest

from coordapp.domain.committee.short_names import spelt_out
from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import UnitId

UNITS = [
    Unit(id=UnitId(number), name=name, short_name=short)
    for number, (name, short) in enumerate(
        [
            ("Hội Nông dân tỉnh", "HND"),
            ("Hội Cựu chiến binh tỉnh", "Hội CCB"),
            ("Tỉnh đoàn Quảng Ninh", "Tỉnh đoàn"),
            ("Công an tỉnh", "Công an tỉnh"),
            ("Văn phòng (khối C++)", "VP (C++)"),
        ],
        start=1,
    )
]


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        ([], ""),
        (["Công an tỉnh", "Hội Nông dân tỉnh"], ""),
        (["Hội CCB; HND"], "HND: Hội Nông dân tỉnh; Hội CCB: Hội Cựu chiến binh tỉnh"),
        (["HND", "HND: 3 nhiệm vụ"], "HND: Hội Nông dân tỉnh"),
        (["Tỉnh đoàn Quảng Ninh"], ""),
        (["Tỉnh đoàn"], "Tỉnh đoàn: Tỉnh đoàn Quảng Ninh"),
        (["HNDA, 05-HNDB"], ""),
        (["giao VP (C++)"], "VP (C++): Văn phòng (khối C++)"),
    ],
)
def test_each_short_name_on_a_paper_is_spelt_out_once_in_the_order_of_units(texts, note):
    assert spelt_out(UNITS, texts) == (f"Chữ viết tắt: {note}." if note else "")


def test_without_units_nothing_is_spelt_out():
    assert spelt_out([], ["HND"]) == ""
