"""Actions on groups of units."""

from collections.abc import Iterable

from coordapp.domain.committee.unit_group import UnitGroup, UnitGroupMember, ensure_group
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import UnitGroupId, UnitGroupMemberId, UnitId
from coordapp.domain.kernel.text import fold, words
from coordapp.store import Store, Work
from coordapp.store.file.tables import UNIT_GROUP_MEMBERS, UNIT_GROUPS
from coordapp.store.queries import unit_queries


def add(store: Store, group: UnitGroup) -> UnitGroup:
    """Add a group. Raises RuleViolation: group_name_missing, group_name_taken."""
    with store.write(Op.ADD_UNIT_GROUP) as work:
        _ensure(work, group)
        return work.add(UNIT_GROUPS, group)


def edit(store: Store, group: UnitGroup) -> None:
    """Save a group. Raises RuleViolation: group_name_missing, group_name_taken."""
    with store.write(Op.EDIT_UNIT_GROUP) as work:
        _ensure(work, group)
        work.put(UNIT_GROUPS, group)


def delete(store: Store, group_id: UnitGroupId) -> None:
    """Remove a group; its units stay."""
    with store.write(Op.DELETE_UNIT_GROUP) as work:
        for member in unit_queries.members(work.connection, group_id):
            work.drop(UNIT_GROUP_MEMBERS, member.id)
        work.drop(UNIT_GROUPS, group_id)


def set_members(store: Store, group_id: UnitGroupId, unit_ids: Iterable[UnitId]) -> None:
    """Let exactly these units belong to a group."""
    with store.write(Op.SET_GROUP_MEMBERS) as work:
        work.get(UNIT_GROUPS, group_id)
        put_members(work, group_id, unit_ids)


def put_members(work: Work, group_id: UnitGroupId, unit_ids: Iterable[UnitId]) -> None:
    """Let exactly these units belong to a group, inside an action."""
    held = {item.unit_id: item for item in unit_queries.members(work.connection, group_id)}
    for unit_id in dict.fromkeys(unit_ids):
        if held.pop(unit_id, None) is None:
            work.add(
                UNIT_GROUP_MEMBERS,
                UnitGroupMember(id=UnitGroupMemberId(0), unit_group_id=group_id, unit_id=unit_id),
            )
    for member in held.values():
        work.drop(UNIT_GROUP_MEMBERS, member.id)


def join(work: Work, name: str, unit_ids: Iterable[UnitId]) -> bool:
    """Let units belong to the group of a name, made where there is none; tell whether it differs.

    Inside an action. Raises RuleViolation: group_name_missing, group_name_taken.
    """
    known = next(
        (group for group in unit_queries.all_groups(work.connection) if is_called(group, name)),
        None,
    )
    if known is None:
        position = len(unit_queries.all_groups(work.connection)) + 1
        new = UnitGroup(id=UnitGroupId(0), name=name, position=position)
        _ensure(work, new)
        known = work.add(UNIT_GROUPS, new)
    held = {item.unit_id for item in unit_queries.members(work.connection, known.id)}
    put_members(work, known.id, [*held, *unit_ids])
    return not held.issuperset(unit_ids)


def is_called(group: UnitGroup, name: str) -> bool:
    """Tell whether a name is one of the group's."""
    return any(words(fold(known)) == words(fold(name)) for known in group.names)


def _ensure(work: Work, group: UnitGroup) -> None:
    reader = work.connection
    ensure_group(group, unit_queries.all_groups(reader), unit_queries.all_units(reader))
