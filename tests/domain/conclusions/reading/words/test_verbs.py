"""Words that are work, and words that lean on them."""

import pytest

from coordapp.domain.conclusions.reading.words.acting import acts
from coordapp.domain.conclusions.reading.words.verbs import leaning_at, long_verb_at, verb_at


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("rà soát lại", 2),
        ("giải phóng mặt bằng ngay", 4),
        ("lập danh sách", 3),
        ("lập", 1),
        ("nhân dân", 0),
        ("", 0),
    ],
)
def test_the_longest_verb_is_counted(words, count):
    assert verb_at(words.split()) == count


def test_a_verb_of_one_word_is_no_long_one():
    assert long_verb_at(["nộp", "tiền"]) == 0
    assert long_verb_at(["rà", "soát"]) == 2


def test_words_that_lean_on_a_verb_are_counted():
    assert leaning_at(["tuyệt", "đối", "không", "được"]) == 3
    assert leaning_at(["sở"]) == 0


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("khẩn trương rà soát", True),
        ("phải , trước hết , lập sổ", True),
        ("không để xảy ra cháy", True),
        ("không cần báo cáo", False),
        ("là nơi đông người", False),
        ("nhân dân phấn khởi", False),
    ],
)
def test_somebody_acts_where_a_verb_or_a_ban_follows(words, does):
    found = words.split()

    assert acts(found, 0, len(found)) is does


def test_the_limit_is_not_read_past():
    assert not acts(["sẽ", "nộp"], 0, 1)
