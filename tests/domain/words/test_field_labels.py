"""Every field of every record has the office's words, and so has what it holds."""

from datetime import date, datetime
from enum import Enum

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import ProgressReportId, UnitId
from coordapp.domain.kernel.record_fields import hints, kind_of_id
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.field_labels import FIELDS, UNTOLD, WORDS, in_words
from coordapp.store.file.tables import ALL

each_kind = pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.value)


def named(kind, record_id):
    return f"{kind.value} {record_id}"


@each_kind
def test_every_field_has_words(kind):
    assert set(FIELDS[kind]) == set(ALL[kind].columns) - UNTOLD


@each_kind
def test_every_choice_has_words(kind):
    choices = {
        hint
        for hint in hints(ALL[kind].record).values()
        if isinstance(hint, type) and issubclass(hint, Enum)
    }

    assert choices <= set(WORDS)


@pytest.mark.parametrize(
    ("hint", "value", "words"),
    [
        pytest.param(str, "", "", id="nothing"),
        pytest.param(int, 0, "0", id="zero is not nothing"),
        pytest.param(bool, 0, "Không", id="no"),
        pytest.param(bool, 1, "Có", id="yes"),
        pytest.param(date, "2018-03-31", "31/03/2018", id="a day"),
        pytest.param(datetime, "2018-03-31T08:05:00", "31/03/2018 08:05", id="a moment"),
        pytest.param(WorkState, "done", "Đã hoàn thành", id="a choice"),
        pytest.param(WorkState, "melted", "melted", id="a choice of another version"),
        pytest.param(date, "tomorrow", "tomorrow", id="a day of another version"),
        pytest.param(UnitId, 3, "unit 3", id="another record"),
    ],
)
def test_a_value_is_said_in_words(hint, value, words):
    assert in_words(hint, value, named) == words


def test_an_id_tells_what_it_points_at():
    assert kind_of_id(ProgressReportId) is Kind.PROGRESS_REPORT
    assert kind_of_id(int) is None
