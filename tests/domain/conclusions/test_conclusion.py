"""Splitting, merging and numbering conclusions, and how far their tasks are."""

import pytest

from coordapp.domain.conclusions.conclusion import (
    ConclusionKind,
    Coverage,
    coverage,
    halves,
    merged,
    numbered,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence
from tests.build import a_conclusion

TEXT = "Giao Hội Nông dân sơ kết. Đề nghị Tỉnh Đoàn rà soát."


def test_a_split_gives_both_halves_without_the_space_between():
    first, second = halves(a_conclusion(id=4, number=2, text=TEXT), TEXT.index(" Đề nghị"))

    assert (first.id, first.number, first.text) == (4, 2, "Giao Hội Nông dân sơ kết.")
    assert (second.id, second.number, second.text) == (0, 3, "Đề nghị Tỉnh Đoàn rà soát.")


@pytest.mark.parametrize(
    ("text", "before", "halved"),
    [
        ("Giao A làm; giao B xem.", "giao B", ("Giao A làm.", "Giao B xem.")),
        ("Giao A làm; giao B xem.", "; giao B", ("Giao A làm.", "Giao B xem.")),
        ("giao A làm, đồng thời giao B", "đồng thời", ("Giao A làm.", "Đồng thời giao B.")),
        ("Việc chung:\na) một;\nb) hai", "b)", ("Việc chung:\na) một.", "b) hai.")),
        ("Đã rõ chưa? Làm ngay!", "Làm", ("Đã rõ chưa?", "Làm ngay!")),
    ],
    ids=["semicolon", "before-it", "comma", "lines", "own-marks"],
)
def test_both_halves_are_sentences(text, before, halved):
    both = halves(a_conclusion(text=text), text.index(before))

    assert tuple(half.text for half in both) == halved


@pytest.mark.parametrize("at", [-500, 0, len(TEXT), 900])
def test_a_split_that_leaves_a_half_empty_is_refused(at):
    with pytest.raises(RuleViolation, match="split_leaves_nothing") as refused:
        halves(a_conclusion(text=TEXT), at)

    assert "đặt con trỏ" in sentence(refused.value)


def test_both_halves_keep_the_reason_of_the_whole():
    both = halves(a_conclusion(text=TEXT, no_task_reason="Chỉ ghi nhận"), 25)

    assert [half.no_task_reason for half in both] == ["Chỉ ghi nhận"] * 2


def test_merging_keeps_both_texts_and_both_reasons():
    first = a_conclusion(id=1, number=1, text="Một", no_task_reason="Đã xong")
    second = a_conclusion(id=2, number=2, text="Hai", no_task_reason="Chỉ ghi nhận")

    joined = merged(first, second)

    assert (joined.id, joined.text, joined.no_task_reason) == (
        1,
        "Một\nHai",
        "Đã xong; Chỉ ghi nhận",
    )


def test_merging_two_kinds_is_refused_by_their_names():
    first = a_conclusion(number=1, kind=ConclusionKind.DIRECT)

    with pytest.raises(RuleViolation, match="merge_of_kinds") as refused:
        merged(first, a_conclusion(number=2, kind=ConclusionKind.APPROVE))

    assert "“Chỉ đạo”" in sentence(refused.value)
    assert "“Thống nhất”" in sentence(refused.value)


def test_a_reason_of_one_half_only_is_not_merged_away():
    first = a_conclusion(number=1, no_task_reason="Chỉ ghi nhận")

    with pytest.raises(RuleViolation, match="merge_of_reasons"):
        merged(first, a_conclusion(number=2))


def test_numbers_run_from_one():
    order = [a_conclusion(number=number) for number in (7, 3, 3)]

    assert [item.number for item in numbered(order)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("reason", "live", "done", "overdue", "expected"),
    [
        pytest.param("", 0, 0, 0, Coverage.UNCOVERED, id="nothing at all"),
        pytest.param("Ghi nhận", 0, 0, 0, Coverage.NO_TASK, id="a reason"),
        pytest.param("", 3, 1, 0, Coverage.GOING, id="some done"),
        pytest.param("", 3, 2, 1, Coverage.OVERDUE, id="one late"),
        pytest.param("", 3, 3, 0, Coverage.DONE, id="all done"),
    ],
)
def test_coverage(reason, live, done, overdue, expected):
    assert coverage(reason=reason, live=live, done=done, overdue=overdue) is expected
