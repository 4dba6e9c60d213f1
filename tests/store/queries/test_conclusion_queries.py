"""Conclusions are found by their own words and by those of what is around them."""

import pytest

from coordapp.store.queries import conclusion_queries


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("vay von", ["first"], id="their text"),
        pytest.param("giao ban", ["first", "second"], id="their conference"),
        pytest.param("hoi nong dan", ["first"], id="the unit that leads"),
        pytest.param("NV-2018-001", ["first"], id="their task"),
        pytest.param("tinh doan", [], id="a unit that has nothing to do with them"),
    ],
)
def test_a_conclusion_is_found_by(office, typed, found):
    ids = conclusion_queries.ids_by_text(office.store.connection, typed)

    assert ids == {getattr(office, name).id for name in found}
