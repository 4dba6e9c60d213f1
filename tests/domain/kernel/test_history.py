"""A filter of the history is empty until somebody asks for something."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.history import HistoryQuery


def test_a_new_filter_filters_nothing():
    assert HistoryQuery().is_empty


def test_the_trash_alone_filters_nothing_within_it():
    assert HistoryQuery(gone=True).is_empty


@pytest.mark.parametrize(
    "asked",
    [
        {"text": "rà soát"}, {"kind": Kind.TASK}, {"op": Op.ADD_TASK}, {"who": "lan"},
        {"since": date(2018, 1, 1)}, {"until": date(2018, 1, 1)},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("gone", [False, True])
def test_each_field_filters(asked, gone):
    assert not replace(HistoryQuery(gone=gone), **asked).is_empty
