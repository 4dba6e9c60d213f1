"""Rows that an action took out of the filter: they stay, dimmed, until the list is left."""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Generic, TypeVar

from coordapp.ui.tables.model import RecordModel

R = TypeVar("R")


class Lingering(Generic[R]):
    """Says which rows stay although the filter lets them go; a filter chosen anew forgets them.

    Else the row below would come under the cursor, and the next key would fall on it.
    """

    def __init__(self, model: RecordModel[R], key: Callable[[R], Hashable]) -> None:
        self._model, self._key = model, key

    @property
    def is_any(self) -> bool:
        """Tell whether a row stays that the filter lets go."""
        return bool(self._model.dimmed)

    def forget(self) -> None:
        """Let only those stay that the filter keeps."""
        self._model.dimmed = frozenset()

    def with_left(
        self, kept: list[R], every: Iterable[R], touched: Collection[Hashable] | None = None
    ) -> list[R]:
        """Add to the kept rows those that were shown and still exist; None: any may have gone."""
        shown = self._model.rows_of(
            set(map(self._key, self._model.records()))
            if touched is None
            else {*touched, *self._model.dimmed}
        )
        if not shown:
            return kept
        ids = set(map(self._key, kept))
        left = [
            record
            for record in every
            if self._key(record) in shown and self._key(record) not in ids
        ]
        self._model.dimmed = frozenset(map(self._key, left))
        return [*kept, *left] if left else kept
