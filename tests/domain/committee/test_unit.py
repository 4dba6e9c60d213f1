"""The names a unit goes by."""

import pytest

from tests.build import a_unit

UNIT = a_unit(
    name="Hội Nông dân tỉnh", short_name="HND", document_code="HNDT", aliases="ND; Hội ND"
)


@pytest.mark.parametrize("name", ["hội  nông dân TỈNH", "hnd", "HNDT", "Nd", "hội nd"])
def test_a_unit_is_called_by_all_its_names(name: str) -> None:
    assert UNIT.is_called(name)


@pytest.mark.parametrize("name", ["Hội", "ND; Hội ND", "Hội Nông dân"])
def test_it_is_called_nothing_else(name: str) -> None:
    assert not UNIT.is_called(name)
