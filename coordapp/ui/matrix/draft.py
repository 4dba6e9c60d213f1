"""What is being planned in the matrix, before anything is given: roles, terms, what it makes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import NamedGroup, spoken_of
from coordapp.domain.conclusions.assignment import (
    NO_TERMS,
    AssignmentPlan,
    CellChange,
    MatrixRow,
    MatterId,
    Role,
    Terms,
    ensure_led,
    plan,
)
from coordapp.domain.conclusions.reading.proposals import (
    NO_PROPOSALS,
    CellProposal,
    ConclusionProposals,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.words.messages import sentence

_NEXT = {None: Role.LEAD, Role.LEAD: Role.COORDINATE, Role.COORDINATE: None}
_SAID = {Role.LEAD: "Chủ trì", Role.COORDINATE: "Phối hợp"}
_NAMED = 3  # units or codes named before the rest is only counted


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of the matrix."""

    matter_id: MatterId
    unit_id: UnitId


class MatrixDraft:
    """Keeps what was chosen apart from what is in the file, so that both can be shown."""

    def __init__(
        self,
        rows: Sequence[MatrixRow],
        units: Sequence[Unit],
        proposals: Mapping[MatterId, ConclusionProposals] | None = None,
        *,
        noun: str = "Kết luận",
        groups: Sequence[NamedGroup] = (),
    ) -> None:
        self.noun = noun  # of what a row gives out
        self.rows = list(rows)
        self._groups = groups  # by the short names of their units
        self._proposals = proposals or {}
        self.units = list(units)
        self._row_of = {row.matter.id: row for row in self.rows}
        self._now = {row.matter.id: row.roles() for row in self.rows}
        self._wanted: dict[Place, Role | None] = {}
        self._shared: dict[MatterId, Terms] = {}
        self._own: dict[Place, Terms] = {}

    # --- reading

    def row(self, place: Place) -> MatrixRow:
        """Give the conclusion of a cell with its tasks."""
        return self._row_of[place.matter_id]

    def given(self, place: Place) -> Role | None:
        """Say what the unit does already."""
        return self._now[place.matter_id].get(place.unit_id)

    def role(self, place: Place) -> Role | None:
        """Say what the unit shall do."""
        return self._wanted.get(place, self.given(place))

    def is_changed(self, place: Place) -> bool:
        """Tell whether the cell differs from what is in the file."""
        return place in self._wanted

    def has_own_terms(self, place: Place) -> bool:
        """Tell whether the unit has words of its own."""
        return place in self._own

    def terms(self, place: Place) -> Terms:
        """Give the unit's own terms, else those of the conclusion."""
        return self._own.get(place, self.shared_terms(place.matter_id))

    def shared_terms(self, matter_id: MatterId) -> Terms:
        """Give the terms for all units of a conclusion."""
        return self._shared.get(matter_id, NO_TERMS)

    # --- proposals

    def proposal(self, place: Place) -> CellProposal | None:
        """Give what the words of the conclusion propose for a cell nothing was said of yet."""
        if self.given(place) is not None or self.is_changed(place):
            return None
        if self.row(place).matter.no_task_reason:
            return None
        return self.proposals_of(place.matter_id).cells.get(place.unit_id)

    def proposals_of(self, matter_id: MatterId) -> ConclusionProposals:
        """Give all that the words of a conclusion propose."""
        return self._proposals.get(matter_id, NO_PROPOSALS)

    def open_proposals(self, rows: Iterable[MatrixRow] | None = None) -> list[Place]:
        """Give the cells with a proposal that was not taken, those who lead first in each row."""
        places = [
            Place(row.matter.id, unit.id)
            for row in (self.rows if rows is None else rows)
            for unit in self.units
        ]
        found = [(place, self.proposal(place)) for place in places]
        return [
            place
            for role in (Role.LEAD, Role.COORDINATE)
            for place, one in found
            if one is not None and one.role is role
        ]

    def take(self, places: Sequence[Place]) -> None:
        """Take the proposals of these cells; one that cannot be is refused, the others are taken.

        Raises RuleViolation: as `choose`.
        """
        refused: RuleViolation | None = None
        for place in places:
            proposal = self.proposal(place)
            if proposal is None:
                continue
            try:
                self.decide(place, proposal.role)
            except RuleViolation as error:
                refused = refused or error
        if refused is not None:
            raise refused

    # --- choosing

    def decide(self, place: Place, role: Role | None) -> None:
        """Give a unit a role; the one that was proposed brings its terms."""
        proposal = self.proposal(place)
        self.choose(place, role)
        if proposal is None or proposal.role is not role or self.terms(place) != NO_TERMS:
            return
        alike = {one.terms for one in self.proposals_of(place.matter_id).cells.values()}
        self.set_terms(place, proposal.terms, own=len(alike) > 1)

    def choose(self, place: Place, role: Role | None) -> None:
        """Give a unit a role; what cannot be is refused and nothing changes."""
        before = self._wanted.copy()
        if role is self.given(place):
            self._wanted.pop(place, None)
        else:
            self._wanted[place] = role
        try:
            self._plan(place.matter_id)
        except RuleViolation:
            self._wanted = before
            raise

    def cycle(self, place: Place) -> None:
        """Go on to the next role: what is proposed or leads, coordinates, none."""
        proposal = self.proposal(place)
        self.decide(place, _NEXT[self.role(place)] if proposal is None else proposal.role)

    def lead_all(self, matter_id: MatterId) -> None:
        """Let every unit without a role lead; when none is left, take back those just chosen."""
        places = [Place(matter_id, unit.id) for unit in self.units]
        free = [place for place in places if self.role(place) is None]
        chosen = [
            place for place in places if self.is_changed(place) and self.role(place) is Role.LEAD
        ]
        for place in free or chosen:
            self.choose(place, Role.LEAD if free else self.given(place))

    def choose_units(
        self, matter_id: MatterId, unit_ids: Iterable[UnitId], role: Role | None
    ) -> None:
        """Give these units a role, those that have it already left alone.

        Raises RuleViolation: as `choose`, with nothing changed.
        """
        before = self._wanted.copy()
        known = {unit.id for unit in self.units}
        try:
            for unit_id in unit_ids:
                place = Place(matter_id, unit_id)
                if unit_id in known and self.role(place) is not role:
                    self.choose(place, role)
        except RuleViolation:
            self._wanted = before
            raise

    def cycle_units(self, matter_id: MatterId, unit_ids: Iterable[UnitId]) -> None:
        """Give these units the next role together: lead, coordinate, none.

        Raises RuleViolation: as `choose`, with nothing changed.
        """
        known = {unit.id for unit in self.units}
        places = [Place(matter_id, unit_id) for unit_id in unit_ids if unit_id in known]
        roles = {self.role(place) for place in places}
        now = roles.pop() if len(roles) == 1 else None
        self.choose_units(matter_id, (place.unit_id for place in places), _NEXT[now])

    def set_terms(self, place: Place, terms: Terms, *, own: bool) -> None:
        """Keep terms for one unit, or for all units of its conclusion that have none of their own."""
        if own:
            self._own[place] = terms
        else:
            self._own.pop(place, None)
            self._shared[place.matter_id] = terms

    # --- what comes of it

    def addressed(self, matter_id: MatterId) -> str:
        """Say who leads and who coordinates, a group by its name where all its units do."""
        said = []
        for role, words in _SAID.items():
            units = [u.short_name for u in self.units if self.role(Place(matter_id, u.id)) is role]
            if units:
                said.append(f"{words}: {'; '.join(spoken_of(units, self._groups))}")
        return " · ".join(said)

    def changes(self) -> tuple[CellChange, ...]:
        """Give what differs from the file, in the order of conclusions and of protocol."""
        return tuple(change for row in self.rows for change in self._changes_of(row.matter.id))

    def plans(self) -> list[AssignmentPlan]:
        """Work out what each changed conclusion comes to."""
        changed = dict.fromkeys(place.matter_id for place in self._wanted)
        return [self._plan(item.matter.id) for item in self.rows if item.matter.id in changed]

    def problem(self) -> str:
        """Say why it cannot be given as it stands; empty when it can."""
        plans = self.plans()
        if not plans:
            return "Chưa có gì mới. Chọn ô rồi gõ C (chủ trì) hoặc P (phối hợp)."
        try:
            for plan in plans:
                ensure_led(plan)
        except RuleViolation as error:
            return sentence(error)
        return ""

    def in_words(self) -> str:
        """Say in counts what will be made and what will be taken back."""
        plans = self.plans()
        names = {unit.id: unit.short_name for unit in self.units}
        leads = [change for plan in plans for change in plan.leads]
        coordinators = [change for plan in plans for change in plan.coordinators]
        parts: list[str] = []
        if leads:
            units = {change.unit_id for change in leads}
            of = {change.matter_id for change in leads}
            parts.append(
                f"tạo {len(leads)} nhiệm vụ cho {len(units)} đơn vị từ {len(of)} {self.noun.lower()}"
            )
        gathered = [str(p.row.matter.number) for p in plans if p.needs_parent]
        if gathered:
            numbers = _listed(gathered)
            parts.append(f"lập {len(gathered)} nhiệm vụ chung ({self.noun.lower()} {numbers})")
        if coordinators:
            parts.append(f"thêm {len(coordinators)} lượt phối hợp")
        gone = [
            f"{t.code} của {names.get(t.lead_unit_id or UnitId(0), '')}"
            for p in plans
            for t in p.gone
        ]
        if gone:
            parts.append(f"bỏ {len(gone)} nhiệm vụ chưa thực hiện ({_listed(gone)})")
        off = [names.get(unit, "") for p in plans for unit in p.gone_coordinators]
        if off:
            parts.append(f"bỏ {len(off)} lượt phối hợp ({_listed(off)})")
        return f"Sẽ {'; '.join(parts)}." if parts else ""

    def _changes_of(self, matter_id: MatterId) -> list[CellChange]:
        places = (Place(matter_id, unit.id) for unit in self.units)
        return [
            CellChange(
                matter_id=place.matter_id,
                unit_id=place.unit_id,
                role=self._wanted[place],
                terms=self.terms(place),
            )
            for place in places
            if place in self._wanted
        ]

    def _plan(self, matter_id: MatterId) -> AssignmentPlan:
        return plan(self._row_of[matter_id], self._changes_of(matter_id))


def _listed(words: Sequence[str]) -> str:
    """Name the first few and count the rest."""
    unique = list(dict.fromkeys(words))
    more = len(unique) - _NAMED
    named = ", ".join(unique[:_NAMED])
    return f"{named} và {more} nữa" if more > 0 else named
