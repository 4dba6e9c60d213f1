"""The words of a conclusion propose who leads, who coordinates and until when."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline import Assumption, DeadlineContext
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.conclusions.reading.actors.directory import of_units
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.conclusions.reading.proposals import propose
from tests.build import a_unit

CONTEXT = DeadlineContext(told_on=date(2018, 3, 31))
READER = NoticeReader(
    of_units(
        [
            a_unit(id=1, name="Sở Y tế", short_name="SYT"),
            a_unit(id=2, name="Sở Nội vụ", short_name="SNV"),
            a_unit(id=3, name="Công an tỉnh", short_name="CA"),
        ]
    )
)
LEAD, HELP = Role.LEAD, Role.COORDINATE


def proposed(text):
    return propose(READER, text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát trạm.", {1: LEAD, 3: HELP}),
        ("Sở Nội vụ tuyển bác sĩ.", {2: LEAD}),
        ("Giao Sở Y tế, Sở Nội vụ rà soát trạm.", {1: LEAD, 2: LEAD}),
        ("Sở Y tế rà soát trạm, Sở Nội vụ phối hợp.", {1: LEAD, 2: HELP}),
        ("Thống nhất chủ trương mua xe.", {}),
        ("", {}),
    ],
)
def test_roles_are_those_the_words_give(text, roles):
    assert {unit: one.role for unit, one in proposed(text).cells.items()} == roles


def test_the_deadline_is_that_of_the_words_with_what_was_assumed():
    cell = proposed("Giao Sở Y tế rà soát trạm, hoàn thành trước ngày 15/4.").cells[1]

    assert (cell.terms.due, cell.terms.deadline_kind) == (date(2018, 4, 15), DeadlineKind.DATE)
    assert cell.terms.deadline_wording == "trước ngày 15/4"
    assert Assumption.YEAR in cell.deadline.assumed
    assert cell.terms.text == ""


def test_words_without_a_day_are_proposed_as_words():
    cell = proposed("Giao Sở Y tế mua máy thở ngay sau khi có vốn.").cells[1]

    assert cell.terms.due is None


def test_how_often_is_proposed_as_periodic():
    cell = proposed("Giao Sở Y tế báo cáo hằng tháng trước ngày 25.").cells[1]

    assert cell.terms.deadline_kind is DeadlineKind.PERIODIC


def test_several_sentences_give_each_unit_its_own():
    cells = proposed(
        "Giao Sở Y tế rà soát trạm trước ngày 15/4/2018. Giao Sở Nội vụ tuyển bác sĩ trong tháng "
        "5/2018."
    ).cells

    assert cells[1].terms.text == "Giao Sở Y tế rà soát trạm trước ngày 15/4/2018."
    assert (cells[1].terms.due, cells[2].terms.due) == (date(2018, 4, 15), date(2018, 5, 31))


def test_two_deadlines_of_one_unit_are_told_as_two():
    cell = proposed(
        "Giao Sở Y tế rà soát trạm trước ngày 15/4/2018. Giao Sở Y tế mua máy trước ngày 20/5/2018."
    ).cells[1]

    assert cell.terms.due == date(2018, 5, 20)
    assert Assumption.SEVERAL in cell.deadline.assumed


def test_those_outside_the_register_are_named():
    found = proposed("Giao Trường Chính trị tỉnh chủ trì, phối hợp với Sở Nội vụ mở lớp.")

    assert found.outside == ("Trường Chính trị tỉnh",)
    assert {unit: one.role for unit, one in found.cells.items()} == {2: HELP}
