"""The appendix that says which unit got what: each task once, in the order of protocol."""

from datetime import date, datetime

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.unit_group import UnitGroup
from coordapp.domain.conclusions.assignment import CellChange, Role
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId, TaskId, UnitGroupId, UnitId
from coordapp.formats.papers import assignment_paper
from coordapp.formats.papers.blocks import PaperTable
from coordapp.services.committee import committee_actions, group_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import paper_reading
from coordapp.services.tasks import period_actions, task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.queries import conference_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit, fan_out
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(opened)
    for place, name in enumerate(("HND", "TĐ", "CCB"), start=1):
        committee_actions.add_unit(opened, a_unit(name=name, short_name=name, position=place))
    yield opened
    opened.close()


@pytest.fixture
def conference(store):
    return conference_actions.add(store, a_conference(code=""), TODAY)


def concluded(store, conference, text):
    return conclusion_actions.add(
        store, a_conclusion(conference_id=conference.id, number=0, text=text)
    )


def test_a_conclusion_of_several_units_has_a_row_for_each_and_none_for_the_parent(
    store, conference
):
    several = concluded(store, conference, "Sơ kết")
    assignment_actions.assign(store, fan_out((several.id,), (2, 1), product="Báo cáo"), TODAY)

    report = paper_reading.assignment(store.connection, conference.id)

    assert [(row.number, row.lead_unit, row.product) for row in report.rows] == [
        (1, "HND", "Báo cáo"),
        (1, "TĐ", "Báo cáo"),
    ]
    assert report.conference_code == conference.code


def test_a_conclusion_without_tasks_keeps_one_row(store, conference):
    concluded(store, conference, "Thống nhất chủ trương")

    (row,) = paper_reading.assignment(store.connection, conference.id).rows

    assert (row.conclusion, row.code, row.lead_unit) == ("Thống nhất chủ trương", "", "")


def test_a_row_tells_who_coordinates_and_until_when(store, conference):
    one = concluded(store, conference, "Rà soát")
    draft = a_task(
        id=TaskId(0), conclusion_id=one.id, lead_unit_id=1, deadline_wording="trong quý II"
    )
    task_actions.add(store, TaskDraft(task=draft, coordination=((3, ""), (2, ""))), TODAY)

    (row,) = paper_reading.assignment(store.connection, conference.id).rows

    assert row.coordinating_units == ("TĐ", "CCB")
    assert row.deadline == "trong quý II"


def test_the_periods_of_a_task_do_not_repeat_it(store, conference):
    one = concluded(store, conference, "Báo cáo hằng tháng")
    draft = a_task(
        conclusion_id=one.id,
        lead_unit_id=1,
        deadline_kind=DeadlineKind.PERIODIC,
        deadline_wording="hằng tháng",
    )
    given = task_actions.add(store, TaskDraft(task=draft), TODAY)
    made = period_actions.open_periods(store, given.id, TODAY)

    rows = paper_reading.assignment(store.connection, conference.id).rows

    assert made
    assert [row.code for row in rows] == [given.code]


def test_a_conference_that_is_gone_is_said_to_be_gone(store):
    with pytest.raises(RuleViolation, match="record_gone"):
        paper_reading.assignment(store.connection, ConferenceId(9))


# --- groups of units


def cells(report):
    (sheet,) = assignment_paper.sheets(report)
    table = next(block for block in sheet.blocks if isinstance(block, PaperTable))
    return [row.cells[2:4] for row in table.rows if not row.heads]


def test_a_whole_group_is_named_instead_of_its_units_whether_it_leads_or_helps(store, conference):
    group = group_actions.add(store, UnitGroup(id=UnitGroupId(0), name="các hội, đoàn thể tỉnh"))
    group_actions.set_members(store, group.id, (1, 2))
    for text in ("Sơ kết", "Tổng kết", "Rà soát"):
        concluded(store, conference, text)
    first, second, third = conference_queries.conclusions_of(store.connection, conference.id)
    assignment_actions.assign(store, fan_out((first.id,), (1, 2, 3)), TODAY)
    helping = [
        CellChange(matter_id=second.id, unit_id=UnitId(1), role=Role.COORDINATE),
        CellChange(matter_id=second.id, unit_id=UnitId(2), role=Role.COORDINATE),
        CellChange(matter_id=second.id, unit_id=UnitId(3), role=Role.LEAD),
    ]
    assignment_actions.assign(store, helping, TODAY)
    assignment_actions.assign(store, fan_out((third.id,), (1, 3)), TODAY)

    found = cells(paper_reading.assignment(store.connection, conference.id))

    assert found == [
        ("Các hội, đoàn thể tỉnh; CCB", ""),
        ("CCB", "Các hội, đoàn thể tỉnh"),
        ("HND; CCB", ""),
    ]
