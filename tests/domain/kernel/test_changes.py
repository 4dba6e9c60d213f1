"""A notification says whose views must read again, and two become one without loss."""

from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.kernel.changes import Changes, Kind, Op

touched = st.dictionaries(st.sampled_from(Kind), st.frozensets(st.integers(1, 9)), max_size=4)
changes = st.builds(Changes, op=st.none() | st.sampled_from(Op), touched=touched)


def test_a_view_reads_again_what_an_action_touched():
    edit = Changes(op=Op.EDIT_TASK, touched={Kind.TASK: frozenset({1})})

    assert edit.concern(Kind.UNIT, Kind.TASK)
    assert not edit.concern(Kind.UNIT)
    assert not edit.concern()


def test_what_another_program_wrote_concerns_every_view():
    assert Changes.everything().concern(Kind.UNIT)


def test_two_actions_touch_what_either_did_and_bear_the_name_of_the_later():
    first = Changes(op=Op.EDIT_TASK, touched={Kind.TASK: frozenset({1})})
    later = Changes(op=Op.EDIT_UNIT, touched={Kind.TASK: frozenset({2}), Kind.UNIT: frozenset({5})})

    both = first.merged(later)

    assert both.op is Op.EDIT_UNIT
    assert both.touched == {Kind.TASK: frozenset({1, 2}), Kind.UNIT: frozenset({5})}


@given(changes, changes, st.sampled_from(Kind))
def test_no_view_misses_a_change_that_was_delivered_with_another(first, later, kind):
    both = first.merged(later)

    assert (
        both.concern(kind) == (first.concern(kind) or later.concern(kind))
        or both == Changes.everything()
    )


@given(changes)
def test_anything_joined_with_everything_is_everything(one):
    assert one.merged(Changes.everything()) == Changes.everything()
    assert Changes.everything().merged(one) == Changes.everything()
