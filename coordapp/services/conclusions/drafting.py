"""Making conclusions and their tasks of what was read from the text of a notice."""

from collections.abc import Sequence
from datetime import date

from coordapp.domain.conclusions.assignment import CellChange, MatrixRow, Role, Terms
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conclusions.reading.draft import Draft, as_sentence
from coordapp.domain.conferences.conference import ensure_open
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId
from coordapp.services.conclusions.assignment_actions import assign_row
from coordapp.services.conclusions.conclusion_actions import renumber
from coordapp.store import Store
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES
from coordapp.store.queries import conference_queries


def draft(
    store: Store, conference_id: ConferenceId, drafts: Sequence[Draft], today: date
) -> list[Conclusion]:
    """Add a conclusion for each draft, and its tasks where the units are known, in one step.

    Bodies that are not in the register stay in the words of the conclusion and get no task.
    Raises RuleViolation: no_draft_chosen, conference_signed.
    """
    if not drafts:
        raise RuleViolation("no_draft_chosen")
    made: list[Conclusion] = []
    with store.write(Op.DRAFT_CONCLUSIONS) as work:
        ensure_open(work.get(CONFERENCES, conference_id))
        renumber(work, conference_queries.conclusions_of(work.connection, conference_id))
        count = len(conference_queries.conclusions_of(work.connection, conference_id))
        for number, one in enumerate(drafts, start=count + 1):
            new = Conclusion(
                id=ConclusionId(0),
                conference_id=conference_id,
                number=number,
                kind=ConclusionKind.ASSIGN,
                text=as_sentence(one.words),
            )
            added = work.add(CONCLUSIONS, new)
            if one.lead_ids:
                assign_row(work, MatrixRow(matter=added), _changes(added, one), today)
            made.append(added)
    return made


def _changes(conclusion: Conclusion, one: Draft) -> list[CellChange]:
    terms = Terms(
        due=one.deadline.due,
        deadline_kind=one.deadline.kind,
        deadline_wording=one.deadline.wording,
    )
    roles = dict.fromkeys(one.coordinating_ids, Role.COORDINATE)
    roles |= dict.fromkeys(one.lead_ids, Role.LEAD)
    return [
        CellChange(matter_id=conclusion.id, unit_id=unit_id, role=role, terms=terms)
        for unit_id, role in roles.items()
    ]
