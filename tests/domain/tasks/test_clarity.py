"""The "5 rõ" of a task: five marks, each lacking only for want of what it is about."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.ids import ConclusionId, TaskId, UnitId
from coordapp.domain.tasks.clarity import Clarity, Gap, gaps, marks
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.labels import CLARITY, GAP, still_missing

CLEAR = Task(
    id=TaskId(1),
    code="NV-2018-001",
    title="Rà soát chỉ tiêu",
    lead_unit_id=UnitId(1),
    focal_person="Phòng Tổ chức",
    product="Báo cáo",
    due=date(2018, 3, 31),
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
    return {mark for mark, is_clear in zip(Clarity, marks(task), strict=True) if is_clear}


def test_a_task_that_says_everything_has_all_five():
    assert (gaps(CLEAR), marks(CLEAR)) == ((), (True,) * 5)
    assert still_missing(CLEAR) == ""


def test_a_task_that_says_nothing_has_none():
    assert (gaps(BARE), marks(BARE)) == (tuple(Gap), (False,) * 5)


@pytest.mark.parametrize(
    ("lost", "unclear"),
    [
        ({"lead_unit_id": None}, {Clarity.PERSON, Clarity.RESPONSIBILITY}),
        ({"focal_person": " "}, {Clarity.PERSON}),
        ({"title": "Sơ-kết"}, {Clarity.WORK}),
        ({"due": None}, {Clarity.TIME}),
        ({"product": ""}, {Clarity.RESULT}),
        ({"assigned_on": None}, {Clarity.RESPONSIBILITY}),
    ],
)
def test_what_is_lost_makes_unclear_only_what_it_is_about(lost, unclear):
    assert set(Clarity) - clear(replace(CLEAR, **lost)) == unclear


@pytest.mark.parametrize("kind", [DeadlineKind.PERIODIC, DeadlineKind.ONGOING])
def test_a_declared_kind_stands_for_a_date(kind):
    assert Clarity.TIME in clear(replace(CLEAR, due=None, deadline_kind=kind))


@pytest.mark.parametrize(
    "origin",
    [{"conclusion_id": ConclusionId(7)}, {"quoted": "KL 7"}, {"assigned_on": date(2018, 1, 5)}],
)
def test_any_origin_will_do(origin):
    assert Clarity.RESPONSIBILITY in clear(replace(CLEAR, **({"assigned_on": None} | origin)))


def test_what_is_missing_is_told_in_the_words_of_the_form():
    task = replace(CLEAR, product="", due=None)

    assert still_missing(task) == "Còn thiếu: thời hạn, sản phẩm"


def test_every_mark_and_every_gap_has_words():
    assert (set(CLARITY), set(GAP)) == (set(Clarity), set(Gap))


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
