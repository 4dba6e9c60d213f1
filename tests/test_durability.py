"""The page on durability names every family of tests, and only tests that there are."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "resources" / "docs" / "durability.md").read_text(encoding="utf-8")
FAMILIES = 45
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
NAMED = sorted(set(re.findall(r"`((?:tests|coordapp|resources)/[^`]+)`", PAGE)))


def test_every_family_stands_there_once_with_its_result():
    assert [int(number) for number, *_ in ROWS] == list(range(1, FAMILIES + 1))
    assert all(result.strip() for *_, result in ROWS)


@pytest.mark.parametrize("named", NAMED)
def test_what_is_named_is_there(named):
    file, _, test = named.partition("::")

    text = (ROOT / file).read_text(encoding="utf-8")
    assert f"def {test}" in text or not test


def test_a_family_without_a_test_says_so():
    bare = [result for _, _, tests, result in ROWS if "`" not in tests]

    assert all("not" in result for result in bare)
