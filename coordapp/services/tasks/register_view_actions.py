"""Actions on the saved views of the register."""

from dataclasses import replace

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import RegisterViewId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.register_view import SHIPPED_NAMES, RegisterView
from coordapp.store import Store, Work
from coordapp.store.file.tables import REGISTER_VIEWS
from coordapp.store.queries import task_queries


def add(store: Store, name: str, shape: str) -> RegisterView:
    """Save a new view. Raises RuleViolation: view_name_missing, view_name_taken."""
    with store.write(Op.ADD_REGISTER_VIEW) as work:
        view = RegisterView(id=RegisterViewId(0), name=_free_name(work, name), shape=shape)
        return work.add(REGISTER_VIEWS, view)


def rename(store: Store, view_id: RegisterViewId, name: str) -> None:
    """Give a view another name. Raises RuleViolation: view_name_missing, view_name_taken."""
    with store.write(Op.EDIT_REGISTER_VIEW) as work:
        view = work.get(REGISTER_VIEWS, view_id)
        work.put(REGISTER_VIEWS, replace(view, name=_free_name(work, name, but=view_id)))


def update(store: Store, view_id: RegisterViewId, shape: str) -> None:
    """Save the shape a view now has."""
    with store.write(Op.EDIT_REGISTER_VIEW) as work:
        work.put(REGISTER_VIEWS, replace(work.get(REGISTER_VIEWS, view_id), shape=shape))


def delete(store: Store, view_id: RegisterViewId) -> None:
    """Delete a view; the tasks it showed are not touched."""
    with store.write(Op.DELETE_REGISTER_VIEW) as work:
        work.drop(REGISTER_VIEWS, view_id)


def _free_name(work: Work, typed: str, but: RegisterViewId | None = None) -> str:
    name = one_line(typed)
    if not name:
        raise RuleViolation("view_name_missing")
    own = [view.name for view in task_queries.register_views(work.connection) if view.id != but]
    # an own view would hide the shipped one of the same name
    if any(fold(taken) == fold(name) for taken in (*SHIPPED_NAMES, *own)):
        raise RuleViolation("view_name_taken", name=name)
    return name
