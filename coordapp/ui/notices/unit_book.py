"""The units of the register, read and added to while a dialog is open."""

from collections.abc import Sequence
from datetime import date

from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits
from coordapp.domain.conclusions.reading.draft import Party
from coordapp.domain.kernel.ids import UnitId
from coordapp.services.committee import committee_actions
from coordapp.store.queries import unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.notices.missing_dialog import Meant, MissingName


class UnitBook:
    """Acts through the services: each addition is a step of its own that can be taken back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def today(self) -> date:
        """The working day."""
        return self._context.today

    def units(self) -> Sequence[Unit]:
        """Read the units."""
        return unit_queries.all_units(self._context.store.connection)

    def groups(self) -> Sequence[GroupOfUnits]:
        """Read the groups of units."""
        return unit_queries.groups_of_units(self._context.store.connection)

    def take(self, name: str, answer: MissingName) -> Party | None:
        """Do what was answered of a name, and say who it stands for; None where it was refused."""
        store = self._context.store
        if answer.meant is Meant.SEVERAL:
            return Party(name, answer.unit_ids)
        if answer.unit is not None:
            new = answer.unit
            outcome = self._context.run(lambda: committee_actions.add_unit(store, new))
            if outcome is None:
                return None
            return Party(outcome.value.short_name, (outcome.value.id,))
        return self._other_name(answer.unit_ids[0], name)

    def _other_name(self, unit_id: UnitId, name: str) -> Party | None:
        store = self._context.store
        outcome = self._context.run(lambda: committee_actions.add_other_name(store, unit_id, name))
        return None if outcome is None else Party(outcome.value.short_name, (unit_id,))
