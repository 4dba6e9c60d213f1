"""The sums of a review report are those of the records they are made of."""

from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.figures.summary_contents import added, practice_sums
from coordapp.domain.kernel.ids import PracticeCountId, PracticeId, PracticeYearId, UnitId
from coordapp.domain.practices.practice import (
    Practice,
    PracticeCount,
    PracticeYear,
    YearState,
    compared,
    counts,
)
from coordapp.domain.programmes.programme import DoneCount

UNITS: dict[UnitId | None, str] = {UnitId(1): "A", UnitId(2): "A", UnitId(3): "B", None: "Chưa ghi"}

models = st.lists(
    st.tuples(st.sampled_from(list(UNITS)), st.sampled_from(YearState), st.sampled_from((2016, 2017))),
    max_size=30,
)  # fmt: skip
reports = st.dictionaries(
    st.sampled_from([UnitId(n) for n in (1, 2, 3)]),
    st.tuples(st.none() | st.integers(0, 500), st.none() | st.integers(0, 500)),
)


@given(models, reports)
def test_models_of_units_add_up_to_the_list_and_to_what_was_reported(
    held: list[tuple[UnitId | None, YearState, int]],
    told: dict[UnitId, tuple[int | None, int | None]],
) -> None:
    practices = [
        Practice(id=PracticeId(n), code=f"MH-{n}", name="Mô hình", unit_id=unit)
        for n, (unit, _, _) in enumerate(held)
    ]
    years = [
        PracticeYear(id=PracticeYearId(n), practice_id=PracticeId(n), year=year, state=state)
        for n, (_, state, year) in enumerate(held)
    ]
    numbers = [
        PracticeCount(id=PracticeCountId(0), unit_id=unit, year=2017, kept=kept, new=new)
        for unit, (kept, new) in told.items()
    ]
    listed = counts(practices, years, 2017)

    found = practice_sums(UNITS, listed, numbers, 2017)

    for state in YearState:
        of_list = sum(one.listed.get(state, 0) for one in found)
        assert of_list == sum(one.state is state and one.year == 2017 for one in years)
        gaps = sum(one.missing(state) or 0 for one in found)
        assert gaps == sum(one.missing for one in compared(numbers, listed) if one.state is state)
    assert sum(one.told.get(YearState.NEW, 0) for one in found) == sum(
        new or 0 for _, new in told.values()
    )


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))))
def test_counts_of_tasks_are_added_whole(pairs: list[tuple[int, int]]) -> None:
    held = [DoneCount(total=max(pair), done=min(pair)) for pair in pairs]

    assert added(held) == DoneCount(total=sum(map(max, pairs), 0), done=sum(map(min, pairs), 0))
