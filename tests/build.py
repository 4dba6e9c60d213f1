"""Records with readable defaults; id 0 means that the store gives the next one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.assignment import CellChange, Role, Terms
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conferences.conference import Conference, ConferenceKind, ConferenceState
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.figures.overview import TaskFigure, standing
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId, TaskId, UnitId
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, Task, WorkState, deadline_state
from coordapp.services.documents import document_actions
from coordapp.store import Store
from coordapp.store.file.tables import CONFERENCES

MISTYPED = DeadlineMove(ground=Ground.CORRECTION, reason="ghi nhầm tháng")


def a_unit(**given: Any) -> Unit:
    defaults: dict[str, Any] = {
        "id": UnitId(0),
        "name": "Sở Nông nghiệp và Phát triển nông thôn",
        "short_name": "Sở NN&PTNT",
        "position": 1,
    }
    return Unit(**(defaults | given))


def a_task(**given: Any) -> Task:
    """Build a task; a due date given alone also is the original one, of kind DATE."""
    defaults: dict[str, Any] = {
        "id": TaskId(0),
        "code": "NV-2018-001",
        "title": "Rà soát các hộ đăng ký vay vốn",
        "work_state": WorkState.IN_PROGRESS,
        "assigned_on": date(2018, 1, 15),
    }
    if given.get("due") is not None:
        defaults |= {"deadline_kind": DeadlineKind.DATE, "original_due": given["due"]}
    return Task(**(defaults | given))


def a_figure(today: date, soon: int, **given: Any) -> TaskFigure:
    """Build what figures need of a task that is built alike, as it stands on a day."""
    apart = {name: given.pop(name) for name in ("gathers", "takes_part") if name in given}
    task = a_task(**given)
    deadline = deadline_state(task, today, soon)
    return TaskFigure(
        id=task.id,
        code=task.code,
        lead_unit_id=task.lead_unit_id,
        work_state=task.work_state,
        urgency=task.urgency,
        due=task.due,
        deadline=deadline,
        standing=standing(task.work_state, deadline),
        **apart,
    )


def a_conference(**given: Any) -> Conference:
    defaults: dict[str, Any] = {
        "id": ConferenceId(0),
        "code": "HN-2018-01",
        "kind": ConferenceKind.BRIEFING,
        "title": "Hội nghị giao ban quý I",
        "state": ConferenceState.HELD,
        "held_on": date(2018, 3, 15),
    }
    return Conference(**(defaults | given))


def a_conclusion(**given: Any) -> Conclusion:
    """Build a conclusion of the conference with id 1."""
    defaults: dict[str, Any] = {
        "id": ConclusionId(0),
        "conference_id": ConferenceId(1),
        "number": 1,
        "kind": ConclusionKind.ASSIGN,
        "text": "Giao các đơn vị đẩy mạnh tuyên truyền.",
    }
    return Conclusion(**(defaults | given))


def sign(store: Store, conference: Conference) -> None:
    """Mark a conference as signed, without the paper that signing makes."""
    with store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(conference, state=ConferenceState.SIGNED))


def fan_out(
    conclusion_ids: Iterable[int], unit_ids: Iterable[int], **terms: Any
) -> list[CellChange]:
    """Let each of these units lead each of these conclusions, on the same terms."""
    return [
        CellChange(
            matter_id=ConclusionId(conclusion_id),
            unit_id=UnitId(unit_id),
            role=Role.LEAD,
            terms=Terms(**terms),
        )
        for conclusion_id, unit_id in product(conclusion_ids, tuple(unit_ids))
    ]


def issue_notice(store: Store, conference: Conference, day: date, number: int = 5) -> None:
    """Issue the notice that tells the conclusions of a conference, so that tasks are live."""
    blank = document_actions.blank(store.connection, DocumentType.NOTICE, conference.id)
    document_actions.issue(store, replace(blank, number=number, issued_on=day), day)
