"""Files kept with the records of the case: they go and come back with whatever holds them."""

from datetime import date

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.indicators import indicator_actions
from coordapp.services.practices import movement_actions, practice_actions, report_due_actions
from coordapp.services.programmes import directive_actions, programme_actions
from coordapp.services.records import attachment_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import ATTACHMENTS
from coordapp.store.finding import search_hits
from coordapp.store.queries import attachment_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit
from tests.founding import set_up
from tests.services.case_actions import open_case

TODAY = date(2018, 3, 31)


@pytest.fixture
def case(store):
    set_up(store)
    units = tuple(
        committee_actions.add_unit(store, a_unit(name=name, short_name=name)).id
        for name in ("Tỉnh Đoàn", "HND")
    )
    conference = conference_actions.add(store, a_conference(), TODAY)
    conclusion = conclusion_actions.add(store, a_conclusion(conference_id=conference.id))
    task = task_actions.add(store, TaskDraft(task=a_task()), TODAY)
    return open_case(store, units, task.id, conclusion)


HOLDERS = {
    Kind.PROGRAMME: ("programme", programme_actions.delete),
    Kind.DIRECTIVE: ("directive", directive_actions.delete),
    Kind.DIRECTIVE_SECTION: ("section", directive_actions.delete),
    Kind.INDICATOR: ("indicator", indicator_actions.delete),
    Kind.PRACTICE: ("practice", practice_actions.delete),
    Kind.RECOGNITION: ("recognition", practice_actions.delete),
    Kind.MOVEMENT: ("movement", movement_actions.delete),
    Kind.COMMENDATION: ("commendation", movement_actions.delete),
    Kind.REPORT_DUE: ("report", report_due_actions.delete),
    Kind.REPORT_RECEIPT: ("receipt", report_due_actions.delete),
}
OWNERS = {
    Kind.DIRECTIVE_SECTION: "directive",
    Kind.RECOGNITION: "practice",
    Kind.COMMENDATION: "movement",
    Kind.REPORT_RECEIPT: "report",
}


@pytest.fixture(params=HOLDERS, ids=lambda kind: kind.value)
def held(request, store, case, tmp_path):
    paper = tmp_path / "Tờ trình.pdf"
    paper.write_bytes(b"%PDF-1.7")
    name, delete = HOLDERS[request.param]
    record = getattr(case, name)
    attachment_actions.add(store, request.param, record.id, paper)
    owner = getattr(case, OWNERS.get(request.param, name))
    return request.param, record, lambda: delete(store, owner.id)


def names(store, kind, record):
    return [one.name for one in attachment_queries.of_record(store.connection, kind, record.id)]


def test_a_file_goes_with_its_record_and_undo_brings_both_back(store, held):
    kind, record, delete = held

    delete()
    assert ATTACHMENTS.where(store.connection) == []

    store.undo()
    assert names(store, kind, record) == ["Tờ trình.pdf"]


def test_the_trash_gives_back_a_record_with_its_file(store, held):
    kind, record, delete = held
    delete()
    op_id = store.connection.execute("select max(op_id) from change_log").fetchone()[0]

    with store.write(Op.RESTORE) as work:
        work.restore(op_id)

    assert names(store, kind, record) == ["Tờ trình.pdf"]


def test_a_search_for_the_file_names_it_and_opens_what_holds_it(store, held):
    kind, record, _ = held

    found = [
        hit for hit in search_hits.places(store.connection, "to trinh")
        if hit.kind is Kind.ATTACHMENT
    ]  # fmt: skip

    (hit,) = found
    assert hit.excerpt == "Tờ trình.pdf"
    assert hit.code
    if hit.opens is kind:
        assert hit.opens_id == record.id
