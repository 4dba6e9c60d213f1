"""The matrix shows who got what of each conclusion, and what hangs on it."""

from coordapp.domain.conclusions.assignment import CellChange, Role
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.tasks.task import WorkState
from coordapp.services.conclusions import assignment_actions
from coordapp.services.documents import document_actions
from coordapp.services.records import attachment_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft
from coordapp.store.queries import assignment_queries
from tests.store.queries.conftest import TODAY


def rows(office):
    return assignment_queries.matrix(office.store.connection, office.conference.id)


def test_every_conclusion_has_a_row_in_order_with_its_tasks(office):
    first, second = rows(office)

    assert (first.matter, second.matter) == (office.first, office.second)
    assert ([one.task for one in first.tasks], second.tasks) == ([office.task], ())


def test_who_coordinates_stands_beside_who_leads(office):
    change = CellChange(matter_id=office.first.id, unit_id=office.youth.id, role=Role.COORDINATE)
    assignment_actions.assign(office.store, [change], TODAY)

    assert rows(office)[0].roles() == {
        office.farmers.id: Role.LEAD,
        office.youth.id: Role.COORDINATE,
    }


def test_a_new_task_can_still_be_taken_back(office):
    assert rows(office)[0].tasks[0].can_go


def test_a_report_holds_a_task_and_names_its_unit(office):
    document_actions.release_early(office.store, (office.task.id,), "gấp", TODAY)
    draft = ReportDraft(
        happened_on=TODAY, unit_id=office.farmers.id, state=WorkState.NOT_STARTED, result="Đã họp"
    )
    task_actions.report_progress(office.store, office.task.id, draft)

    (held,) = rows(office)[0].tasks

    assert (held.is_touched, held.reporters) == (True, {office.farmers.id})


def test_a_file_holds_a_task(office, tmp_path):
    paper = tmp_path / "Báo cáo.docx"
    paper.write_bytes(b"PK")
    attachment_actions.add(office.store, Kind.TASK, office.task.id, paper)

    assert not rows(office)[0].tasks[0].can_go


def test_an_extension_holds_a_task(office):
    later = office.task.due.replace(month=6)
    task_actions.extend(
        office.store, office.task.id, later, reason="Vì", paper="", approved_on=TODAY
    )

    assert not rows(office)[0].tasks[0].can_go
