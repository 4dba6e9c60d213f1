"""What the words of a conclusion propose: who leads, who coordinates, until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline, DeadlineContext
from coordapp.domain.conclusions.assignment import Role, Terms
from coordapp.domain.conclusions.reading.draft import Draft, as_sentence
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.kernel.ids import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProposal:
    """What a unit shall do for a conclusion as its words have it; `deadline` as it was read."""

    role: Role
    terms: Terms
    deadline: Deadline = NO_DEADLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionProposals:
    """The proposals of a conclusion by unit; `outside` names those the register does not know."""

    cells: Mapping[UnitId, CellProposal] = field(default_factory=dict)
    outside: tuple[str, ...] = ()


NO_PROPOSALS = ConclusionProposals()


def propose(reader: NoticeReader, text: str, context: DeadlineContext) -> ConclusionProposals:
    """Read a conclusion as it was typed; several sentences give a unit what its own ones say."""
    drafts = reader.read_conclusion(text, context).drafts
    leading: dict[UnitId, list[Draft]] = {}
    joining: dict[UnitId, list[Draft]] = {}
    for one in drafts:
        for unit_id in one.lead_ids:
            leading.setdefault(unit_id, []).append(one)
        for unit_id in one.coordinating_ids:
            joining.setdefault(unit_id, []).append(one)
    cells = {
        unit_id: _cell(role, said, drafts, context)
        for role, found in ((Role.COORDINATE, joining), (Role.LEAD, leading))
        for unit_id, said in found.items()
    }
    parties = (party for one in drafts for party in (*one.leads, *one.coordinating))
    outside = dict.fromkeys(party.label for party in parties if not party.unit_ids)
    return ConclusionProposals(cells=cells, outside=tuple(outside))


def _cell(
    role: Role, said: Sequence[Draft], drafts: Sequence[Draft], context: DeadlineContext
) -> CellProposal:
    deadline = _deadline(said, context)
    # the words of the conclusion need no copy where they are all for this unit
    is_part = role is Role.LEAD and len(said) < len(drafts)
    text = " ".join(as_sentence(one.words) for one in said) if is_part else ""
    terms = Terms(
        text=text,
        due=deadline.due,
        deadline_kind=deadline.kind,
        deadline_wording=deadline.wording,
    )
    return CellProposal(role=role, terms=terms, deadline=deadline)


def _deadline(said: Sequence[Draft], context: DeadlineContext) -> Deadline:
    found = {one.deadline.wording: one.deadline for one in said if one.deadline}
    if len(found) <= 1:
        return next(iter(found.values()), NO_DEADLINE)
    return grammar.read("; ".join(found), context)
