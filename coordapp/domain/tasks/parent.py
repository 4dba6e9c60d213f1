"""What may lie below what: one level of children, none of them due after its parent."""

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import Task


def ensure_one_level(task: Task, parent: Task, *, has_children: bool) -> None:
    """Refuse a second level below a task.

    Raises RuleViolation: parent_is_itself, parent_is_child, parent_has_children.
    """
    if parent.id == task.id and task.id:
        raise RuleViolation("parent_is_itself", code=task.code)
    if parent.parent_id is not None:
        raise RuleViolation("parent_is_child", parent=parent.code)
    if has_children:
        raise RuleViolation("parent_has_children", code=task.code, parent=parent.code)


def is_within(task: Task, parent: Task) -> bool:
    """Tell whether a task is due no later than its parent.

    Why not of a periodic parent: its periods go on after the day it was first due. A deadline
    that is missing, here or there, is after nothing.
    """
    if parent.deadline_kind is DeadlineKind.PERIODIC or parent.due is None or task.due is None:
        return True
    return task.due <= parent.due


def ensure_within(task: Task, parent: Task) -> None:
    """Refuse a deadline after that of the parent. Raises RuleViolation: child_after_parent."""
    if not is_within(task, parent):
        raise RuleViolation(
            "child_after_parent",
            due=dates.short(task.due),
            parent=parent.code,
            parent_due=dates.short(parent.due),
        )


def ensure_holds(parent: Task, child: Task) -> None:
    """Refuse a deadline before that of a child. Raises RuleViolation: parent_before_child."""
    if not is_within(child, parent):
        raise RuleViolation(
            "parent_before_child",
            due=dates.short(parent.due),
            child=child.code,
            child_due=dates.short(child.due),
        )


def only_gathers(parent: Task) -> bool:
    """Tell whether a parent has no work of its own: its deadline is what its units have."""
    return parent.lead_unit_id is None and parent.deadline_kind is not DeadlineKind.PERIODIC
