"""Templates: made, made of tasks, and applied as one step."""

import unicodedata
from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskTemplateId, TaskTemplateItemId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import Origin, Urgency, WorkState
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import task_actions, template_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.services.tasks.template_actions import Application
from coordapp.store import Store
from coordapp.store.finding import search_hits
from coordapp.store.queries import task_queries, template_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit
from tests.founding import set_up

TODAY = date(2018, 4, 2)
START = date(2018, 4, 20)


@pytest.fixture
def office(store):
    set_up(store)
    return store


@pytest.fixture
def template(office):
    made = template_actions.add(office, TaskTemplate(id=TaskTemplateId(0), name="Báo cáo quý"))
    for offset, title in ((-5, "Đôn đốc"), (3, "Gửi báo cáo")):
        item = TaskTemplateItem(
            id=TaskTemplateItemId(0), task_template_id=made.id, position=0, title=title,
            content="Nội dung", product="Công văn", urgency=Urgency.URGENT, offset=offset,
        )  # fmt: skip
        template_actions.add_item(office, item)
    return made


def test_an_application_makes_every_task_with_its_date(office, template):
    unit = committee_actions.add_unit(office, a_unit())

    made = template_actions.apply(
        office, Application(template_id=template.id, start=START, unit_id=unit.id), TODAY
    )

    assert [(task.title, task.due) for task in made] == [
        ("Đôn đốc", date(2018, 4, 13)),
        ("Gửi báo cáo", date(2018, 4, 26)),  # 25/4/2018 is a day off
    ]
    first = made[0]
    assert (first.original_due, first.deadline_kind) == (first.due, DeadlineKind.DATE)
    assert (first.content, first.product, first.urgency) == (
        "Nội dung", "Công văn", Urgency.URGENT,
    )  # fmt: skip
    assert (first.lead_unit_id, first.assigned_on) == (unit.id, TODAY)


def test_an_application_is_one_step_of_undo(office, template):
    template_actions.apply(office, Application(template_id=template.id, start=START), TODAY)

    office.undo()

    assert task_queries.find(office.connection, TaskQuery(), TODAY) == []


def test_tasks_for_a_conclusion_are_linked_to_it_and_quote_it(office, template):
    conference = conference_actions.add(office, a_conference(), TODAY)
    given = conclusion_actions.add(office, a_conclusion(conference_id=conference.id))

    made = template_actions.apply(
        office,
        Application(template_id=template.id, start=START, conclusion_id=given.id),
        TODAY,
    )

    assert {(task.conclusion_id, task.origin, task.quoted) for task in made} == {
        (given.id, Origin.CONCLUSION, given.text)
    }
    # as every task of a conclusion whose notice is not issued yet
    assert {(task.work_state, task.assigned_on) for task in made} == {(WorkState.DRAFT, None)}


def test_tasks_for_a_conference_name_it(office, template):
    conference = conference_actions.add(office, a_conference(), TODAY)

    made = template_actions.apply(
        office,
        Application(template_id=template.id, start=START, conference_id=conference.id),
        TODAY,
    )

    assert {task.note for task in made} == {f"Phục vụ hội nghị {conference.code}"}


def test_a_conclusion_said_to_give_no_task_is_refused(office, template):
    conference = conference_actions.add(office, a_conference(), TODAY)
    given = conclusion_actions.add(
        office, a_conclusion(conference_id=conference.id, no_task_reason="Chỉ ghi nhận")
    )

    with pytest.raises(RuleViolation, match="conclusion_without_tasks"):
        template_actions.apply(
            office,
            Application(template_id=template.id, start=START, conclusion_id=given.id),
            TODAY,
        )
    assert task_queries.find(office.connection, TaskQuery(), TODAY) == []


def test_an_empty_template_makes_nothing(office):
    empty = template_actions.add(office, TaskTemplate(id=TaskTemplateId(0), name="Trống"))

    with pytest.raises(RuleViolation, match="template_empty"):
        template_actions.apply(office, Application(template_id=empty.id, start=START), TODAY)


def test_a_template_is_made_of_tasks_and_makes_them_again(office):
    days = (date(2018, 4, 13), date(2018, 4, 26))
    ids = [task_actions.add(office, TaskDraft(task=a_task(due=day)), TODAY).id for day in days]

    template = template_actions.make(office, " Mẫu mới ", ids, START)

    assert template.name == "Mẫu mới"
    assert [item.offset for item in template_queries.items(office.connection, template.id)] == [
        -5,
        3,
    ]
    again = template_actions.apply(office, Application(template_id=template.id, start=START), TODAY)
    assert tuple(task.due for task in again) == days


@pytest.mark.parametrize(
    ("name", "some", "code"),
    [(" ", True, "template_name_missing"), ("Mẫu", False, "no_task_chosen")],
)
def test_a_template_needs_a_name_and_a_task(office, name, some, code):
    task = task_actions.add(office, TaskDraft(task=a_task()), TODAY)

    with pytest.raises(RuleViolation, match=code):
        template_actions.make(office, name, [task.id] if some else [], START)
    assert template_queries.all_templates(office.connection) == []


def test_a_deleted_template_leaves_the_tasks_made_of_it(office, template):
    template_actions.apply(office, Application(template_id=template.id, start=START), TODAY)

    template_actions.delete(office, template.id)

    assert template_queries.all_templates(office.connection) == []
    assert len(task_queries.find(office.connection, TaskQuery(), TODAY)) == 2


def test_items_stand_in_the_order_given(office, template):
    first, second = template_queries.items(office.connection, template.id)

    template_actions.put_items_in_order(office, [second.id, first.id])

    assert [item.id for item in template_queries.items(office.connection, template.id)] == [
        second.id,
        first.id,
    ]


def test_a_template_is_found_by_its_words_and_kept_composed(office):
    typed = unicodedata.normalize("NFD", "Chuẩn bị hội nghị sơ kết")
    made = template_actions.add(office, TaskTemplate(id=TaskTemplateId(0), name=typed))

    hits = search_hits.places(office.connection, "so ket")

    assert made.name == unicodedata.normalize("NFC", typed)
    assert [hit.title for hit in hits] == [made.name]


def test_the_sample_has_two_templates_that_can_be_applied(tmp_path):
    write_sample(tmp_path / "mau.db")
    store = Store.open(tmp_path / "mau.db")

    names = [one.name for one in template_queries.all_templates(store.connection)]
    made = [
        len(template_actions.apply(store, Application(template_id=one.id, start=START), SAMPLE_DAY))
        for one in template_queries.all_templates(store.connection)
    ]

    assert names == ["Chuẩn bị hội nghị tổng kết", "Báo cáo quý"]
    assert made == [8, 4]
    store.close()
