"""A share done is read as people write it, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.percent import ensure_percent, read_percent
from coordapp.domain.words.messages import sentence


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("80", 80), ("80 %", 80), (" 80% ", 80), ("0", 0), ("100%", 100), ("007", 7),
        ("12,5", 12), ("12.6", 13), ("99,6 %", 100), ("", None), ("  ", None), ("%", None),
    ],
)  # fmt: skip
def test_a_share_is_read_as_typed(typed, share):
    assert read_percent(typed) == share


@pytest.mark.parametrize(
    "typed", ["101", "100,5", "-1", "nhiều", "8 0", "1e1", "nan", "inf", "1,2,3", "%5", "5 %%", "½"]
)
def test_what_is_no_share_is_refused_by_what_was_typed(typed):
    with pytest.raises(RuleViolation) as refused:
        read_percent(typed)

    assert refused.value.code == "percent_range"
    assert typed in sentence(refused.value)


@given(st.integers(0, 100))
def test_every_share_shown_is_read_again(share):
    assert read_percent(f"{share} %") == ensure_percent(share, share) == share


@given(st.text(max_size=12))
def test_any_text_is_a_share_or_refused(typed):
    try:
        share = read_percent(typed)
    except RuleViolation:
        return

    assert share is None or 0 <= share <= 100
