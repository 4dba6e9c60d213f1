"""What a task makes clear: a mark for each point of the list, lacking only for want of what it needs."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.ids import (
    ConclusionId,
    DirectiveSectionId,
    ProgrammeItemId,
    TaskId,
    UnitId,
)
from coordapp.domain.tasks import clarity
from coordapp.domain.tasks.clarity import ClearPoint, Gap
from coordapp.domain.tasks.task import Task
from coordapp.domain.words import clarity_words
from coordapp.domain.words.clarity_words import clear_points
from coordapp.domain.words.labels import GAP

POINTS = (*clear_points(""), ClearPoint(name="rõ đầu mối", needs=frozenset({Gap.FOCAL_POINT})))
PERSON, WORK, TIME, RESULT, RESPONSIBILITY, FOCUS = (point.name for point in POINTS)


def gaps(task):
    return clarity.gaps(task, POINTS)


def marks(task):
    return clarity.marks(task, POINTS)


def still_missing(task):
    return clarity_words.still_missing(task, POINTS)


CLEAR = Task(
    id=TaskId(1),
    code="NV-2018-001",
    title="Rà soát chỉ tiêu",
    lead_unit_id=UnitId(1),
    focal_person="Phòng Tổ chức",
    product="Báo cáo",
    due=date(2018, 3, 31),
    quoted="KL 7",
    assigned_on=date(2018, 1, 5),
)
BARE = Task(id=TaskId(1), code="NV-2018-001", title="Việc")
FILLED = {
    Gap.LEAD_UNIT: {"lead_unit_id": UnitId(1)},
    Gap.FOCAL_POINT: {"focal_person": "Đồng chí A"},
    Gap.WORK: {"title": "Lập kế hoạch"},
    Gap.DEADLINE: {"due": date(2018, 3, 31)},
    Gap.PRODUCT: {"product": "Kế hoạch"},
    Gap.ORIGIN: {"quoted": "theo kết luận số 2"},
}

texts = st.sampled_from(["", " ", "\n", "một", "một hai", " một  hai ba "])
tasks = st.builds(
    Task,
    id=st.just(TaskId(1)),
    code=st.just("NV-2018-001"),
    title=texts,
    lead_unit_id=st.none() | st.just(UnitId(1)),
    focal_person=texts,
    product=texts,
    quoted=texts,
    conclusion_id=st.none() | st.just(ConclusionId(1)),
    deadline_kind=st.sampled_from(DeadlineKind),
    due=st.none() | st.just(date(2018, 3, 31)),
    assigned_on=st.none() | st.just(date(2018, 1, 5)),
)


def clear(task):
    return {point.name for point, is_clear in zip(POINTS, marks(task), strict=True) if is_clear}


def test_a_task_that_says_everything_has_all_marks():
    assert (gaps(CLEAR), marks(CLEAR)) == ((), (True,) * 6)
    assert still_missing(CLEAR) == ""


def test_a_task_that_says_nothing_has_none():
    assert (gaps(BARE), marks(BARE)) == (tuple(Gap), (False,) * 6)


@pytest.mark.parametrize(
    ("lost", "unclear"),
    [
        ({"lead_unit_id": None}, {PERSON}),
        ({"focal_person": " "}, {FOCUS}),
        ({"title": "Sơ-kết"}, {WORK}),
        ({"due": None}, {TIME}),
        ({"product": ""}, {RESULT}),
        ({"quoted": " "}, {RESPONSIBILITY}),
    ],
)
def test_what_is_lost_makes_unclear_only_what_it_is_about(lost, unclear):
    assert {point.name for point in POINTS} - clear(replace(CLEAR, **lost)) == unclear


@pytest.mark.parametrize("kind", [DeadlineKind.PERIODIC, DeadlineKind.ONGOING])
def test_a_declared_kind_stands_for_a_date(kind):
    assert TIME in clear(replace(CLEAR, due=None, deadline_kind=kind))


@pytest.mark.parametrize(
    "origin",
    [
        {"conclusion_id": ConclusionId(7)},
        {"quoted": "KL 7"},
        {"directive_section_id": DirectiveSectionId(2)},
        {"programme_item_id": ProgrammeItemId(3)},
    ],
)
def test_any_paper_will_do_and_a_day_alone_will_not(origin):
    bare = replace(CLEAR, quoted="")

    assert RESPONSIBILITY in clear(replace(bare, **origin))
    assert RESPONSIBILITY not in clear(bare)


def test_what_is_missing_is_told_in_the_words_of_the_form():
    task = replace(CLEAR, product="", due=None)

    assert still_missing(task) == "Còn thiếu: thời hạn, sản phẩm"


def test_every_gap_has_words():
    assert set(GAP) == set(Gap)


def test_the_usual_list_tells_tasks_apart():
    usual = clear_points("")
    first = clarity.marks(replace(CLEAR, focal_person=""), usual)
    second = clarity.marks(replace(CLEAR, quoted="", product=""), usual)

    assert first == (True,) * 5
    assert second == (True, True, True, False, False)


@given(tasks)
def test_a_task_lacks_something_exactly_when_a_mark_is_hollow(task):
    assert bool(gaps(task)) == (not all(marks(task)))
    assert bool(still_missing(task)) == bool(gaps(task))


@given(tasks)
def test_filling_one_gap_closes_that_gap_and_no_other(task):
    for gap in gaps(task):
        filled = replace(task, **FILLED[gap])
        assert set(gaps(filled)) == set(gaps(task)) - {gap}
        assert clear(task) <= clear(filled)


@given(tasks)
def test_filling_every_gap_makes_all_five_clear(task):
    for gap in gaps(task):
        task = replace(task, **FILLED[gap])

    assert all(marks(task))


@given(tasks, st.sampled_from(["note", "code", "deadline_wording", "content"]), texts)
def test_what_is_not_one_of_the_five_changes_nothing(task, field, text):
    assert gaps(replace(task, **{field: text})) == gaps(task)
