"""Queries over the saved views of the register."""

from coordapp.domain.tasks.register_view import RegisterView
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import REGISTER_VIEWS


def all_views(connection: Reader) -> list[RegisterView]:
    """Read the views in the order they were saved."""
    return REGISTER_VIEWS.where(connection, "1 order by id")
