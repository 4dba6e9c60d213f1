"""Actions on coordination programmes and on roadmaps."""

from collections.abc import Sequence
from dataclasses import replace

from coordapp.domain.conferences.conference import ensure_open
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import (
    MilestoneId,
    ProgrammeId,
    ProgrammeItemId,
    ProgrammePartyId,
)
from coordapp.domain.programmes.milestone import Milestone, ensure_milestone
from coordapp.domain.programmes.programme import (
    Programme,
    ProgrammeItem,
    ProgrammeParty,
    ensure_item,
    ensure_party,
    ensure_programme,
)
from coordapp.store import Store, Work
from coordapp.store.file.case_tables import (
    MILESTONES,
    PROGRAMME_ITEMS,
    PROGRAMME_PARTIES,
    PROGRAMMES,
)
from coordapp.store.file.tables import CONFERENCES, TASKS
from coordapp.store.queries import conference_queries, programme_queries


def add(store: Store, programme: Programme) -> Programme:
    """Add a programme. Raises RuleViolation: programme_title_missing, years_reversed, year_range."""
    ensure_programme(programme)
    with store.write(Op.ADD_PROGRAMME) as work:
        code = work.next_code(codes.PROGRAMME, programme.first_year)
        return work.add(PROGRAMMES, replace(programme, code=code))


def edit(store: Store, programme: Programme) -> None:
    """Save a programme.

    Raises RuleViolation: programme_title_missing, years_reversed, year_range, year_outside_programme.
    """
    ensure_programme(programme)
    with store.write(Op.EDIT_PROGRAMME) as work:
        for item in programme_queries.items(work.connection, programme.id):
            ensure_item(item, programme)
        work.put(PROGRAMMES, programme)


def delete(store: Store, programme_id: ProgrammeId) -> None:
    """Delete a programme with its parts; its tasks and conferences stay and lose their place in it.

    Raises RuleViolation: conference_signed.
    """
    with store.write(Op.DELETE_PROGRAMME) as work:
        for item in programme_queries.items(work.connection, programme_id):
            _drop_item(work, item.id)
        for party in programme_queries.parties(work.connection, programme_id):
            work.drop(PROGRAMME_PARTIES, party.id)
        for milestone in programme_queries.milestones_of_programme(work.connection, programme_id):
            work.drop(MILESTONES, milestone.id)
        for conference in conference_queries.of_programme(work.connection, programme_id):
            ensure_open(conference)
            work.put(CONFERENCES, replace(conference, programme_id=None))
        work.drop(PROGRAMMES, programme_id)


def add_party(store: Store, party: ProgrammeParty) -> ProgrammeParty:
    """Add who signed, at the end. Raises RuleViolation: party_missing."""
    ensure_party(party)
    with store.write(Op.ADD_PROGRAMME_PARTY) as work:
        held = programme_queries.parties(work.connection, party.programme_id)
        place = max((other.position for other in held), default=0) + 1
        return work.add(PROGRAMME_PARTIES, replace(party, position=place))


def edit_party(store: Store, party: ProgrammeParty) -> None:
    """Save who signed. Raises RuleViolation: party_missing."""
    ensure_party(party)
    with store.write(Op.EDIT_PROGRAMME_PARTY) as work:
        work.put(PROGRAMME_PARTIES, party)


def delete_party(store: Store, party_id: ProgrammePartyId) -> None:
    """Take a party out of its programme."""
    with store.write(Op.DELETE_PROGRAMME_PARTY) as work:
        work.drop(PROGRAMME_PARTIES, party_id)


def add_item(store: Store, item: ProgrammeItem) -> ProgrammeItem:
    """Add an item at the end.

    Raises RuleViolation: item_title_missing, registered_by_nobody, year_outside_programme.
    """
    with store.write(Op.ADD_PROGRAMME_ITEM) as work:
        ensure_item(item, work.get(PROGRAMMES, item.programme_id))
        held = programme_queries.items(work.connection, item.programme_id)
        place = max((other.position for other in held), default=0) + 1
        return work.add(PROGRAMME_ITEMS, replace(item, position=place))


def edit_item(store: Store, item: ProgrammeItem) -> None:
    """Save an item.

    Raises RuleViolation: item_title_missing, registered_by_nobody, year_outside_programme.
    """
    with store.write(Op.EDIT_PROGRAMME_ITEM) as work:
        ensure_item(item, work.get(PROGRAMMES, item.programme_id))
        work.put(PROGRAMME_ITEMS, item)


def delete_item(store: Store, item_id: ProgrammeItemId) -> None:
    """Take an item out of its programme; its tasks stay."""
    with store.write(Op.DELETE_PROGRAMME_ITEM) as work:
        _drop_item(work, item_id)


def put_items_in_order(store: Store, order: Sequence[ProgrammeItemId]) -> None:
    """Give the items the order of these ids."""
    with store.write(Op.ORDER_PROGRAMME_ITEMS) as work:
        for position, item_id in enumerate(order, start=1):
            item = work.get(PROGRAMME_ITEMS, item_id)
            work.put(PROGRAMME_ITEMS, replace(item, position=position))


def add_milestone(store: Store, milestone: Milestone) -> Milestone:
    """Add a target to a roadmap.

    Raises RuleViolation: milestone_without_target, milestone_of_nothing, year_range, judged_without_result.
    """
    ensure_milestone(milestone)
    with store.write(Op.ADD_MILESTONE) as work:
        return work.add(MILESTONES, milestone)


def edit_milestone(store: Store, milestone: Milestone) -> None:
    """Save a target of a roadmap.

    Raises RuleViolation: milestone_without_target, milestone_of_nothing, year_range, judged_without_result.
    """
    ensure_milestone(milestone)
    with store.write(Op.EDIT_MILESTONE) as work:
        work.put(MILESTONES, milestone)


def delete_milestone(store: Store, milestone_id: MilestoneId) -> None:
    """Take a target out of its roadmap."""
    with store.write(Op.DELETE_MILESTONE) as work:
        work.drop(MILESTONES, milestone_id)


def _drop_item(work: Work, item_id: ProgrammeItemId) -> None:
    for task in programme_queries.tasks_of_item(work.connection, item_id):
        work.put(TASKS, replace(task, programme_item_id=None))
    work.drop(PROGRAMME_ITEMS, item_id)
