"""Every hit leads to something a person can open, tasks before what is around them."""

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.services.records import attachment_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.finding.search_hits import places
from tests.build import a_task
from tests.store.queries.conftest import TODAY


@pytest.mark.parametrize(
    ("typed", "kind", "opens"),
    [
        pytest.param("vay von", Kind.TASK, Kind.TASK, id="a task"),
        pytest.param("so ket phong trao", Kind.CONCLUSION, Kind.CONFERENCE, id="a conclusion"),
        pytest.param("giao ban quy", Kind.CONFERENCE, Kind.CONFERENCE, id="a conference"),
        pytest.param("tinh doan", Kind.UNIT, Kind.UNIT, id="a unit"),
    ],
)
def test_a_hit_opens_what_it_belongs_to(office, typed, kind, opens):
    first = places(office.store.connection, typed)[0]

    assert (first.kind, first.opens) == (kind, opens)


def test_a_hit_shows_the_code_a_title_and_where_the_words_stand(office):
    first = places(office.store.connection, office.task.code)[0]

    assert first.code == office.task.code
    assert first.title == f"{office.task.code} {office.task.title}"
    assert first.excerpt == office.task.title


@pytest.mark.parametrize(("kind", "opens"), [("task", Kind.TASK), ("conference", Kind.CONFERENCE)])
def test_a_file_leads_to_the_record_it_is_kept_with(office, tmp_path, kind, opens):
    paper = tmp_path / "Quyết toán.docx"
    paper.write_bytes(b"PK")
    owner = {"task": office.task, "conference": office.conference}[kind]
    attachment_actions.add(office.store, Kind(kind), owner.id, paper)

    (hit,) = places(office.store.connection, "quyet toan")

    assert (hit.opens, hit.code, hit.excerpt) == (opens, owner.code, "Quyết toán.docx")


def test_exact_tones_come_before_a_better_kind(office):
    task = a_task(code="", title="Dien", assigned_on=TODAY)
    task_actions.add(office.store, TaskDraft(task=task), TODAY)
    conclusion = places(office.store.connection, "Sơ kết phong trào")[0]

    assert conclusion.exact
    assert not places(office.store.connection, "so ket phong trao")[0].exact


def test_no_kind_crowds_out_the_others(office):
    for number in range(4):
        task = a_task(code="", title=f"Rà soát hộ vay vốn {number}")
        task_actions.add(office.store, TaskDraft(task=task), TODAY)

    every = places(office.store.connection, "vay von")
    two = places(office.store.connection, "vay von", of_each=2)

    assert len([hit for hit in every if hit.kind is Kind.TASK]) == 5
    assert [hit.kind for hit in two] == [Kind.TASK, Kind.TASK, Kind.CONCLUSION]


def test_a_list_ends_where_it_is_told_to(office):
    assert len(places(office.store.connection, "vay von", 1)) == 1
