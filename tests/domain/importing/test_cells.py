"""One cell at a time: what offices write is read, and what cannot be is said."""

from datetime import date, datetime

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.importing.values import cells
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.task import WorkState
from tests.build import a_unit

TODAY = date(2018, 3, 31)
FARMERS = a_unit(id=UnitId(1), name="Hội Nông dân tỉnh", short_name="HND", aliases="ND; Nông dân")
YOUTH = a_unit(id=UnitId(2), name="Tỉnh Đoàn", short_name="Tỉnh Đoàn")
FIELDS = a_unit(id=UnitId(3), name="Sở Nông nghiệp, Môi trường và Biển", short_name="Sở NN,MT")
UNITS = cells.Units([FARMERS, YOUTH, FIELDS], {"Hội của bà con": UnitId(1)})


@pytest.mark.parametrize(
    "name", ["HND", "hoi nong dan tinh", "Hội Nông dân", "- ND", "2. Nông dân", "Hội của bà con"]
)
def test_a_unit_is_known_by_all_its_names(name: str) -> None:
    assert UNITS.one(name) == 1


def test_an_unknown_unit_is_named_in_the_refusal() -> None:
    with pytest.raises(RuleViolation) as refusal:
        UNITS.one("Sở  Lạ")
    assert (refusal.value.code, refusal.value.params) == ("unit_unknown", {"name": "Sở Lạ"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HND; Tỉnh Đoàn", (1, 2)),
        ("HND, Tỉnh Đoàn", (1, 2)),
        ("HND và Tỉnh Đoàn", (1, 2)),
        ("- HND\n- Tỉnh Đoàn.", (1, 2)),
        ("Sở Nông nghiệp, Môi trường và Biển, HND", (3, 1)),
        ("Sở NN,MT; HND", (3, 1)),
        ("HND; HND", (1,)),
    ],
)
def test_units_are_told_apart_but_never_cut_within_a_name(text, found) -> None:
    assert UNITS.several(text) == found


@pytest.mark.parametrize(
    ("value", "kind", "due", "wording"),
    [
        (date(2018, 6, 30), DeadlineKind.DATE, date(2018, 6, 30), ""),
        (datetime(2018, 6, 30, 17), DeadlineKind.DATE, date(2018, 6, 30), ""),
        (43281.0, DeadlineKind.DATE, date(2018, 6, 30), ""),
        ("30/6/2018", DeadlineKind.DATE, date(2018, 6, 30), ""),
        ("ngày 30 tháng 6 năm 2018", DeadlineKind.DATE, date(2018, 6, 30), ""),
        ("Trong quý II/2018", DeadlineKind.DATE, date(2018, 6, 30), "Trong quý II/2018"),
        ("Thường xuyên", DeadlineKind.ONGOING, None, ""),
        ("Hằng quý", DeadlineKind.PERIODIC, None, "Hằng quý"),
        ("Trước Đại hội", DeadlineKind.NONE, None, "Trước Đại hội"),
    ],
)
def test_a_deadline_keeps_the_words_that_say_more_than_its_day(value, kind, due, wording) -> None:
    assert cells.deadline(value, TODAY) == (kind, due, wording)


@pytest.mark.parametrize("value", ["31/02/2018", "13/13/2018", "1/1/0205", 7])
def test_what_looks_like_a_day_and_is_none_is_refused(value) -> None:
    with pytest.raises(RuleViolation):
        cells.deadline(value, TODAY)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Đã hoàn thành quá hạn", WorkState.DONE),
        ("hoàn thành", WorkState.DONE),
        ("Chưa hoàn thành", WorkState.IN_PROGRESS),
        ("Đang thực hiện, trong hạn", WorkState.IN_PROGRESS),
        ("CHƯA TRIỂN KHAI", WorkState.NOT_STARTED),
        ("Tạm hoãn", WorkState.ON_HOLD),
    ],
)
def test_states_are_read_in_the_words_of_papers_and_of_people(text, state) -> None:
    assert cells.state(text) is state


@pytest.mark.parametrize(
    ("value", "share"), [(0.8, 80), (80, 80), (1.0, 100), ("80 %", 80), ("12,5", 12), (0, 0)]
)
def test_shares_are_read_as_excel_holds_them(value, share) -> None:
    assert cells.percent(value) == share


@pytest.mark.parametrize("value", [101, -1, "nhiều"])
def test_a_share_outside_its_range_is_refused(value) -> None:
    with pytest.raises(RuleViolation, match="percent_range"):
        cells.percent(value)


def test_text_is_composed_and_keeps_its_lines() -> None:
    assert cells.as_text("Vie\u0302\u0323c\u200b\r\nhai") == "Việc\nhai"
