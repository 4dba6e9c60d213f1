"""Actions on emulation movements and on proposals to commend."""

from dataclasses import replace

from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import CommendationId, MovementId
from coordapp.domain.practices.movement import (
    Commendation,
    Movement,
    ensure_commendation,
    ensure_movement,
)
from coordapp.store import Store
from coordapp.store.file.case_tables import COMMENDATIONS, MOVEMENTS
from coordapp.store.queries import practice_queries


def add(store: Store, movement: Movement) -> Movement:
    """Add a movement. Raises RuleViolation: movement_name_missing, year_range."""
    ensure_movement(movement)
    with store.write(Op.ADD_MOVEMENT) as work:
        return work.add(
            MOVEMENTS, replace(movement, code=work.next_code(codes.MOVEMENT, movement.year))
        )


def edit(store: Store, movement: Movement) -> None:
    """Save a movement. Raises RuleViolation: movement_name_missing, year_range."""
    ensure_movement(movement)
    with store.write(Op.EDIT_MOVEMENT) as work:
        work.put(MOVEMENTS, movement)


def delete(store: Store, movement_id: MovementId) -> None:
    """Delete a movement with its proposals."""
    with store.write(Op.DELETE_MOVEMENT) as work:
        for proposal in practice_queries.commendations(work.connection, movement_id):
            work.drop(COMMENDATIONS, proposal.id)
        work.drop(MOVEMENTS, movement_id)


def add_commendation(store: Store, commendation: Commendation) -> Commendation:
    """Add a proposal at the end. Raises RuleViolation: commended_nobody, decided_before_proposed."""
    ensure_commendation(commendation)
    with store.write(Op.ADD_COMMENDATION) as work:
        held = practice_queries.commendations(work.connection, commendation.movement_id)
        place = max((other.position for other in held), default=0) + 1
        return work.add(COMMENDATIONS, replace(commendation, position=place))


def edit_commendation(store: Store, commendation: Commendation) -> None:
    """Save a proposal. Raises RuleViolation: commended_nobody, decided_before_proposed."""
    ensure_commendation(commendation)
    with store.write(Op.EDIT_COMMENDATION) as work:
        work.put(COMMENDATIONS, commendation)


def delete_commendation(store: Store, commendation_id: CommendationId) -> None:
    """Delete a proposal."""
    with store.write(Op.DELETE_COMMENDATION) as work:
        work.drop(COMMENDATIONS, commendation_id)
