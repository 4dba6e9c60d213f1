"""Shares done, in figures and in words."""

import pytest

from coordapp.domain.importing.values import shares
from coordapp.domain.importing.values.shares import ShareReading
from coordapp.domain.kernel.errors import RuleViolation


@pytest.mark.parametrize(
    ("value", "share"),
    [(0.8, 80), (80, 80), (1.0, 100), (0, 0), ("80 %", 80), ("80%", 80), ("12,5", 12), ("1", 1)],
)
def test_shares_are_read_as_spreadsheets_hold_them(value, share) -> None:
    assert shares.read(value) == ShareReading(percent=share)


@pytest.mark.parametrize(
    ("value", "share"),
    [
        ("khoảng 70%", 70),
        ("Đạt 45 phần trăm", 45),
        ("0,7", 70),
        ("đã làm được 60 % khối lượng", 60),
    ],
)
def test_a_share_among_words_is_taken_and_told(value, share) -> None:
    assert shares.read(value) == ShareReading(percent=share, is_assumed=True)


def test_one_of_a_hundred_is_told_by_its_column() -> None:
    assert shares.counts_in_hundred([40, 1, "70"])
    assert not shares.counts_in_hundred([0.4, 1, True, "70"])
    assert shares.read(1, in_hundred=True) == ShareReading(percent=1)
    assert shares.read(0.5, in_hundred=True) == ShareReading(percent=50, is_assumed=True)


@pytest.mark.parametrize("value", ["gần xong", "chưa làm", "12/3/2018"])
def test_words_without_a_share_give_none(value) -> None:
    assert shares.read(value) is None


@pytest.mark.parametrize("value", [101, -1, "150 %", float("inf")])
def test_a_share_outside_its_range_is_refused(value) -> None:
    with pytest.raises(RuleViolation, match="percent_range"):
        shares.read(value)
