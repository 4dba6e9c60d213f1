"""The only table model: records in, the fewest signals out; it never changes a record itself."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coordapp.ui.theme import Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

TONE_ROLE = int(Role.UserRole) + 1
QUIET_ROLE = int(Role.UserRole) + 2
RECORD_ROLE = int(Role.UserRole) + 3

_NOWHERE = QModelIndex()
_REMEMBERED_SORTS = 3
_FEW_PLACES = 40


class Editor(Enum):
    """How a cell is typed in."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One column as data; `apply(id, value)` tells whether the action succeeded.

    A record that is `blank` here sorts last, upwards and downwards alike.
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    blank: Callable[[R], bool] | None = None
    width: int = 100
    stretch: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tone: Callable[[R], Tone | None] | None = None
    quiet: bool = False
    hidden: bool = False
    edit: Callable[[R], Any] | None = None
    apply: Callable[[Any, Any], bool] | None = None
    editor: Editor = Editor.TEXT
    choices: Sequence[tuple[Any, str]] = ()
    parse: Callable[[str], Any] | None = None
    tooltip: Callable[[R], str] | None = None
    can_edit: Callable[[R], bool] | None = None

    def sort_key(self, record: R) -> Any:
        """Say where a record sorts: by `sort`, else by its text without regard to case."""
        return self.text(record).casefold() if self.sort is None else self.sort(record)


class RecordModel(QAbstractTableModel, Generic[R]):
    """Shows records; an edit goes to the column's action and comes back by `show`."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._records: list[R] = []
        self._rows: dict[Hashable, int] = {}
        self._texts: dict[Hashable, list[str | None]] = {}
        self._sorts: list[tuple[int, bool]] = []

    # --- what a page uses

    def show(self, records: Iterable[R]) -> None:
        """Show these records in the chosen order, telling the views the least."""
        after = self._ordered(list(records))
        ids = [self._key(record) for record in after]
        wanted = set(ids)
        gone = _runs([row for row, known in enumerate(self._rows) if known not in wanted])
        new = _runs([row for row, record_id in enumerate(ids) if record_id not in self._rows])
        if len(gone) + len(new) > _FEW_PLACES:
            self.beginResetModel()
            self._take(after, ids)
            self.endResetModel()
            return
        self._remove(gone)
        before = dict(zip(self._rows, self._records, strict=True))
        kept = [record_id for record_id in ids if record_id in before]
        if list(before) != kept:
            self._move([before[record_id] for record_id in kept], kept)
        self._insert(after, new)
        self._replace(after, ids)

    def records(self) -> tuple[R, ...]:
        """Give the records in the order shown."""
        return tuple(self._records)

    def record(self, row: int) -> R:
        """Give the record of a row."""
        return self._records[row]

    def id_at(self, row: int) -> Hashable:
        """Give the id of the record of a row."""
        return self._key(self._records[row])

    def row_of(self, record_id: Hashable) -> int | None:
        """Find the row of an id; None when it is not shown."""
        return self._rows.get(record_id)

    def column_of(self, key: str) -> int | None:
        """Find a column by its key."""
        return next((n for n, column in enumerate(self.columns) if column.key == key), None)

    def forget_texts(self) -> None:
        """Write every text anew, for instance when the day has changed."""
        self._texts.clear()
        if self._records:
            last = self.index(len(self._records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- order

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort stably, so that the order before decides between equals."""
        if column < 0:
            self._sorts.clear()
            return
        chosen = (column, order == Qt.SortOrder.DescendingOrder)
        kept = [past for past in self._sorts if past[0] != column]
        self._sorts = [*kept, chosen][-_REMEMBERED_SORTS:]
        after = self._sorted(self._records, *chosen)
        self._move(after, [self._key(record) for record in after])

    def _ordered(self, records: list[R]) -> list[R]:
        for column, descending in self._sorts:
            records = self._sorted(records, column, descending)
        return records

    def _sorted(self, records: list[R], column: int, descending: bool) -> list[R]:
        chosen = self.columns[column]
        found = sorted(records, key=chosen.sort_key, reverse=descending)
        return found if chosen.blank is None else sorted(found, key=chosen.blank)

    # --- changes

    def _take(self, records: list[R], ids: list[Hashable]) -> None:
        self._records = records
        self._number(ids)
        self._texts.clear()

    def _number(self, ids: Iterable[Hashable]) -> None:
        self._rows = {record_id: row for row, record_id in enumerate(ids)}

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            for record in self._records[first : last + 1]:
                self._texts.pop(self._key(record), None)
            self._records = self._records[:first] + self._records[last + 1 :]
            self._number(map(self._key, self._records))
            self.endRemoveRows()

    def _insert(self, after: list[R], new: list[tuple[int, int]]) -> None:
        # from the top, so that each place is already the one in `after`
        for first, last in new:
            self.beginInsertRows(_NOWHERE, first, last)
            added = after[first : last + 1]
            self._records = self._records[:first] + added + self._records[first:]
            self._number(map(self._key, self._records))
            self.endInsertRows()

    def _move(self, records: list[R], ids: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        rows = {record_id: row for row, record_id in enumerate(ids)}
        old = self.persistentIndexList()
        new = [self.index(rows[self.id_at(index.row())], index.column()) for index in old]
        self._records, self._rows = records, rows
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _replace(self, records: list[R], ids: list[Hashable]) -> None:
        before, self._records = self._records, records
        changed = [
            row
            for row, (record, old) in enumerate(zip(records, before, strict=True))
            if record is not old and record != old
        ]
        for row in changed:
            self._texts.pop(ids[row], None)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    # --- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return column.title
        if role == Role.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._records[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._text(index.row(), index.column())
        if role == Role.EditRole:
            return self._edited(column, record, index)
        if role == TONE_ROLE:
            return None if column.tone is None else column.tone(record)
        if role == QUIET_ROLE:
            return column.quiet
        if role == RECORD_ROLE:
            return record
        if role == Role.ToolTipRole and column.tooltip is not None:
            return column.tooltip(record)
        if role == Role.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        column = self.columns[index.column()]
        if column.apply is None:
            return flags
        if column.can_edit is None or column.can_edit(self._records[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hand the value to the action; the cell changes only when the record comes back."""
        if not index.isValid() or role != Role.EditRole:
            return False
        column, record = self.columns[index.column()], self._records[index.row()]
        if column.apply is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        if value == self._edited(column, record, index):
            return True
        return column.apply(self._key(record), value)

    def _edited(self, column: Column[R], record: R, index: Index) -> Any:
        if column.edit is None:
            return self._text(index.row(), index.column())
        return column.edit(record)

    def _text(self, row: int, column: int) -> str:
        record = self._records[row]
        texts = self._texts.setdefault(self._key(record), [None] * len(self.columns))
        text = texts[column]
        if text is None:
            text = texts[column] = self.columns[column].text(record)
        return text


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
