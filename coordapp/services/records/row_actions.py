"""Several rows of one list at once: all of them as one step, or none."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.store import Store

R = TypeVar("R")


def paste(
    store: Store, lines: Sequence[int], make: Callable[[int], R], add: Callable[[Store, R], R]
) -> list[R]:
    """Add the records that `make` reads from these lines of what was copied.

    Raises RuleViolation: pasted_row_refused, with the line and what is wrong there.
    """
    added: list[R] = []
    with store.together(Op.PASTE_ROWS):
        for line in lines:
            try:
                added.append(add(store, make(line)))
            except RuleViolation as error:
                if error.code == "pasted_row_refused":
                    raise
                reason = sentence(error)
                raise RuleViolation("pasted_row_refused", line=line + 1, reason=reason) from error
    return added


def delete(store: Store, records: Sequence[R], action: Callable[[Store, R], object]) -> None:
    """Take several records out, each by the action of its list. Raises what that action raises."""
    with store.together(Op.DELETE_ROWS):
        for record in records:
            action(store, record)
