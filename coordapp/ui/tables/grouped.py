"""The table model with rows that head groups of records; without groups it is the plain one."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from coordapp.ui.tables.model import GROUP_ROLE, Column, Index, RecordModel

R = TypeVar("R")
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A row that heads a group; it is no record and cannot be chosen."""

    key: str
    title: str
    note: str
    folded: bool


Groups = Sequence[tuple[str, str, str, Sequence[R]]]  # key, title, note, records
Arrange = Callable[[list[R]], Groups[R]]


class GroupedModel(RecordModel[R], Generic[R]):
    """Heads stand among the records; every question of the page is answered about records only."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, parent)
        self._record_key = key
        self._arrange: Arrange[R] | None = None
        self._flat: list[R] = []
        self._folded: set[str] = set()

    # --- what a page uses

    @property
    def is_grouped(self) -> bool:
        """Tell whether records stand in groups."""
        return self._arrange is not None

    def group(self, arrange: Arrange[R] | None) -> None:
        """Put the records in groups, or none."""
        self._arrange = arrange
        # without heads every row is a record: 100,000 of them are asked for their keys at once
        self._key = self._record_key if arrange is None else self._key_of
        self._folded.clear()
        self._take_flat()

    def fold(self, keys: Iterable[str], *, folded: bool) -> None:
        """Hide or show the records of groups."""
        self._folded = self._folded | set(keys) if folded else self._folded - set(keys)
        self._take_flat()

    def group_keys(self) -> list[str]:
        """Name the groups from the top."""
        return [head.key for head in self._heads()]

    def folded_keys(self) -> list[str]:
        """Name the groups whose records are hidden."""
        return [head.key for head in self._heads() if head.folded]

    def group_of(self, row: int) -> str:
        """Name the group a row belongs to; empty without groups."""
        for item in reversed(self._records[: row + 1]):
            if isinstance(item, GroupHead):
                return item.key
        return ""

    def head_above(self, row: int) -> GroupHead | None:
        """Give the head of the group of a record; None for a head, and without groups."""
        if self._arrange is None or row >= len(self._records) or self.head(row) is not None:
            return None
        return next((head for n in range(row, -1, -1) if (head := self.head(n))), None)

    def groups(self) -> list[tuple[str, str, list[R]]]:
        """Give title, note and all records of each group, folded or not; one without groups."""
        if self._arrange is None:
            return [("", "", self._flat)]
        return [(title, note, list(rows)) for _, title, note, rows in self._arrange(self._flat)]

    def head(self, row: int) -> GroupHead | None:
        """Give the head that a row is; None for a record."""
        item: Any = self._records[row]
        return item if isinstance(item, GroupHead) else None

    def first_id(self) -> Hashable | None:
        """Give the id of the first record shown; None when there is none."""
        return next((self._key(record) for record in self.records()), None)

    def records(self) -> tuple[R, ...]:
        if self._arrange is None:
            return super().records()
        return tuple(item for item in self._records if not isinstance(item, GroupHead))

    def show(self, records: Iterable[R]) -> None:
        if self._arrange is None:
            self._flat = self.ordered(list(records))
            self._turn_into(self._flat)
            return
        self._flat = self.ordered(list(records))
        self._take_flat()

    def keep(self, records: list[R]) -> None:
        self._flat = records
        if self._arrange is None:
            super().keep(records)
        else:
            self._take_flat()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._arrange is None:
            super().sort(column, order)
            self._flat = list(self._records)
            return
        self._note_sort(column, order)
        self._flat = self.ordered(self._flat)
        self._take_flat()

    # --- rows

    def _key_of(self, item: Any) -> Hashable:
        return ("group", item.key) if isinstance(item, GroupHead) else self._record_key(item)

    def _heads(self) -> list[GroupHead]:
        item: list[Any] = list(self._records)
        return [head for head in item if isinstance(head, GroupHead)]

    def _take_flat(self) -> None:
        if self._arrange is None:
            self._take(self._flat)
            return
        rows: list[Any] = []
        for key, title, note, records in self._arrange(self._flat):
            folded = key in self._folded
            rows.append(GroupHead(key, title, note, folded))
            rows += [] if folded else records
        self._texts.clear()
        self._take(rows)

    # --- what Qt asks

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        head = self.head(index.row()) if index.isValid() else None
        if head is None:
            return super().data(index, role)
        if role == GROUP_ROLE:
            return head
        if role == Role.AccessibleTextRole and index.column() == 0:
            return f"{head.title}: {head.note}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.head(index.row()) is not None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def is_record(self, row: int) -> bool:
        return self.head(row) is None

    def text_at(self, row: int, column: int) -> str:
        head = self.head(row)
        return super().text_at(row, column) if head is None else ""
