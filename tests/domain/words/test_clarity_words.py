"""The office writes the list of the *rõ* in lines; what cannot be meant is refused with what can."""

from dataclasses import replace

import pytest

from coordapp.domain.committee.committee import USUAL_CLARITY
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.clarity import Gap
from coordapp.domain.words.clarity_words import (
    all_clear,
    clear_points,
    held_points,
    still_missing,
    unclear_lines,
)
from coordapp.domain.words.labels import GAP
from coordapp.domain.words.messages import sentence
from tests.build import a_task

SIX = f"{USUAL_CLARITY}\nRõ thẩm quyền: văn bản giao; đầu mối"


def test_without_a_list_the_usual_five_hold() -> None:
    assert clear_points(" ") == clear_points(USUAL_CLARITY)
    assert all_clear(clear_points("")) == "5 rõ"


def test_a_sixth_line_makes_it_six() -> None:
    points = clear_points(SIX)

    assert all_clear(points) == "6 rõ"
    assert points[-1].name == "Rõ thẩm quyền"
    assert points[-1].needs == {Gap.ORIGIN, Gap.FOCAL_POINT}


@pytest.mark.parametrize("gap", Gap)
def test_every_fact_can_be_asked_for_in_its_own_words(gap: Gap) -> None:
    (point,) = clear_points(f"rõ: {GAP[gap].upper()}.")

    assert point.needs == {gap}


def test_the_same_name_twice_is_one_point() -> None:
    (point,) = clear_points("rõ việc: nội dung\nRõ Việc: sản phẩm")

    assert point.needs == {Gap.PRODUCT}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("rõ người: lãnh đạo vui", "clarity_unknown"),
        ("rõ người", "clarity_without_need"),
        (": đầu mối", "clarity_without_need"),
        ("rõ người: ", "clarity_without_need"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_can(text: str, code: str) -> None:
    with pytest.raises(RuleViolation) as refusal:
        clear_points(text)

    assert refusal.value.code == code
    assert "đơn vị chủ trì, đầu mối" in sentence(refusal.value)
    assert held_points(text) == clear_points("")


def test_a_notice_says_how_many_tasks_are_clear_and_which_are_not() -> None:
    points = clear_points("rõ kết quả: sản phẩm\nrõ người: đơn vị chủ trì")
    whole = a_task(code="NV-1", product="Báo cáo", lead_unit_id=1)
    bare = replace(whole, code="NV-2", product="")

    assert unclear_lines([whole, bare], points) == [
        "Đủ 2 rõ: 1/2 nhiệm vụ.",
        "Chưa rõ kết quả: NV-2.",
    ]
    assert unclear_lines([], points) == []
    assert still_missing(bare, points) == "Còn thiếu: sản phẩm"


def test_many_tasks_are_counted_and_not_all_named() -> None:
    points = clear_points("rõ kết quả: sản phẩm")
    tasks = [a_task(code=f"NV-{n}") for n in range(20)]

    assert unclear_lines(tasks, points)[1].endswith("NV-7 và 12 nhiệm vụ nữa.")
