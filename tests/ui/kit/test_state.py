"""The shape of a page comes from a file that may hold anything."""

import pytest

from coordapp.ui.kit.state import part, sizes, texts


@pytest.mark.parametrize("found", [None, 7, "words", ["a"], 1.5])
def test_what_is_no_state_is_an_empty_one(found: object) -> None:
    assert part({"table": found}, "table") == {}
    assert part({}, "table") == {}


def test_a_state_within_a_state_is_given_as_it_is() -> None:
    assert part({"table": {"sort": []}}, "table") == {"sort": []}


@pytest.mark.parametrize("found", [None, 7, "words", {"a": 1}, [1, None, {}]])
def test_what_is_no_word_is_left_out(found: object) -> None:
    assert texts({"views": found}, "views") == []
    assert texts({"views": [1, "Của tôi", None]}, "views") == ["Của tôi"]


@pytest.mark.parametrize(
    "found", [None, 7, "ab", [1], [1, 2, 3], [1, "2"], [True, False], [1.0, 2]]
)
def test_sizes_that_no_longer_fit_are_none(found: object) -> None:
    assert sizes({"widths": found}, "widths", 2) is None


def test_as_many_sizes_as_parts_are_taken() -> None:
    assert sizes({"widths": [300, 700]}, "widths", 2) == [300, 700]
